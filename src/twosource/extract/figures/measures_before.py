"""What happened, told before the number: the toll it is the value of, the verb whose object it is, the noun it is of."""

from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measure_table import measure_table
from twosource.language import Tree, labels
from twosource.text.reasons import Reason

_REACH: Final = 9
_TOLL_REACH: Final = 12
_CLAIM_REACH: Final = 4


def of_toll(tree: Tree, counted: Counted) -> Happening | None:
    """As in "the death toll rose to 73"."""
    words, table = tree.lexicon.measures, measure_table(tree.lexicon)
    begin = max(tree.sentences[tree.sentence_of[counted.first]][0], counted.first - _TOLL_REACH + 1)
    before = tree.lowered[begin : counted.first]
    if table.toll_words.isdisjoint(before):
        return None
    for row in range(counted.first - 1, begin - 1, -1):
        if tree.lowered[row] in words.toll_ends or _is_other(tree, counted, row):
            return None
        numbered = _numbered(tree, row)
        if numbered is not None:
            return numbered
        for phrase, name in table.tolls.get(tree.lowered[row], ()):
            if words_at(tree, row - len(phrase) + 1, len(phrase)) == phrase:
                return Happening(
                    measure=name, row=row, how=Reason("measures.value_of", words=" ".join(phrase)), value_of=True
                )
    return None


def _is_other(tree: Tree, counted: Counted, row: int) -> bool:
    """Whether a number or a "from" stands at ``row`` that ends the look for a toll.

    Of "the death toll rose from 18 to 21" both are values; "the death toll from the quake of 6.4" has none.
    """
    word, words = tree.lowered[row], tree.lexicon.quantities
    if word.isdigit():
        sized = not words.magnitude_words.isdisjoint(tree.lowered[max(row - 1, 0) : row + 3])
        return not sized and tree.lowered[row + 1] not in words.change_to
    if word not in words.change_from:
        return False
    before = max(counted.first - 1, tree.sentences[tree.sentence_of[counted.first]][0])
    reached = tree.lowered[before] in words.change_to or tree.pos[before] == labels.VERB
    return not (tree.words[row + 1][:1].isdigit() or reached)


def _numbered(tree: Tree, row: int) -> Happening | None:
    """As in "the number of refugees passed 2,000"."""
    table, word, words = measure_table(tree.lexicon), tree.lowered[row], tree.lexicon
    before = words_at(tree, row - 2, 2)
    if not before or before[0] not in words.measures.count_nouns or before[1] not in words.figures.part_of:
        return None
    claim = claimed(tree, row, row - 1)
    if claim is not None:
        return claim
    name = (table.nouns.get(word) if fits_block(tree, row) else None) or table.states.get(word)
    return (
        Happening(measure=name, row=row, how=Reason("measures.value_of_number", words=word), value_of=True)
        if name
        else None
    )


def fits_block(tree: Tree, row: int) -> bool:
    """Whether the block is about what the noun counts: cases are of a disease only where one is spoken of."""
    company = tree.lexicon.measures.only_beside.get(tree.lemmas[row])
    return company is None or not company.isdisjoint(tree.lowered)


def claimed(tree: Tree, row: int, number: int) -> Happening | None:
    """As in "claimed 40 lives": ``row`` is that of the lives, the verb stands before ``number``."""
    words = tree.lexicon.measures
    if tree.lowered[row] not in words.lives:
        return None
    verb = next(
        (at for at in range(number - 1, max(number - _CLAIM_REACH - 1, -1), -1) if tree.lowered[at] in words.claiming),
        None,
    )
    return None if verb is None else Happening(measure=words.deadly, row=verb, how=Reason("measures.lives"))


def acted_on(tree: Tree, counted: Counted) -> Happening | None:
    """As in "who killed one man was charged": what was done, right before its object goes before what follows."""
    row, words = counted.first - 1, tree.lexicon.measures
    active = row >= 0 and tree.tags[row] in {labels.PAST, labels.GERUND} and not is_passive(tree, row)
    if not active or counted.span is None or tree.heads[counted.head] != row:
        return None
    name = measure_table(tree.lexicon).objects.get(tree.lowered[row])
    if name is None or not words.measures[name].violent or tree.deps[counted.head] != labels.DIRECT_OBJECT:
        return None
    return Happening(measure=name, row=row, how=Reason("measures.object_of", words=tree.lowered[row]))


def object_of(tree: Tree, counted: Counted) -> Happening | None:
    """As in "killing at least 20", "kills two people"."""
    table, words = measure_table(tree.lexicon), tree.lexicon.measures
    first = tree.sentences[tree.sentence_of[counted.first]][0]
    for row in range(counted.first - 1, max(counted.first - _REACH, first) - 1, -1):
        word = tree.lowered[row]
        if word in words.losing and tree.lowered[counted.head] in words.fighters:
            return Happening(measure=words.deadly, row=row, how=Reason("measures.of_fighters", words=word))
        if word in table.objects and tree.pos[row] != labels.ADJECTIVE:
            return _of_verb(tree, row)
        if word not in words.between:
            return None
    return None


def _of_verb(tree: Tree, row: int) -> Happening | None:
    """What the verb at ``row`` did to its object; None where it is a noun, or passive."""
    table, word = measure_table(tree.lexicon), tree.lowered[row]
    name = table.objects[word]
    # A headline's verb is often taken for a noun: believed of violence alone.
    mistaken = tree.pos[row] not in labels.VERBAL and not tree.lexicon.measures.measures[name].leads
    if is_passive(tree, row) or word in table.nouns or mistaken:
        return None
    return Happening(measure=name, row=row, how=Reason("measures.object_of", words=word))


def is_passive(tree: Tree, row: int) -> bool:
    """Whether the verb at ``row`` has a passive's auxiliary or subject."""
    passive = {labels.PASSIVE_AUXILIARY, labels.NOMINAL_PASSIVE_SUBJECT}
    return any(tree.deps[child] in passive for child in tree.children[row])


def of_noun(tree: Tree, counted: Counted) -> Happening | None:
    """As in "the deaths of three people", "the shooting of two men", "number of dead"."""
    table, words = measure_table(tree.lexicon), tree.lexicon
    row = counted.first - 1
    while row > 0 and tree.lowered[row] in words.measures.between and tree.lowered[row] not in words.figures.part_of:
        row -= 1
    if row < 1 or tree.lowered[row] not in words.figures.part_of | words.quantities.change_to:
        return None
    word = tree.lowered[row - 1]
    claim = claimed(tree, row - 1, row - 1)
    if claim is not None:
        return claim
    name = table.nouns.get(word) or (table.objects.get(word) if word in table.gerunds else None)
    return Happening(measure=name, row=row - 1, how=Reason("measures.noun_of", words=word)) if name else None


def words_at(tree: Tree, row: int, count: int) -> tuple[str, ...]:
    """So many words from ``row`` on, in lower case; none before the first."""
    return tree.lowered[row : row + count] if row >= 0 else ()


def says(tree: Tree, row: int, phrase: str) -> bool:
    """Whether a phrase stands from ``row`` on."""
    return words_at(tree, row, phrase.count(" ") + 1) == tuple(phrase.split(" "))
