"""What happened, told before the number: the toll it is the value of, the verb whose object it is, the noun it is of."""

from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.figures.happening import Happening, happened
from twosource.extract.figures.measure_table import measure_table
from twosource.language import Tree, labels
from twosource.text.reasons import Reason

_REACH: Final = 9
_TOLL_REACH: Final = 12
_CLAIM_REACH: Final = 4


def of_toll(tree: Tree, counted: Counted) -> Happening | None:
    """As in "the death toll rose to 73"."""
    begin = max(tree.sentence(counted.first)[0], counted.first - _TOLL_REACH + 1)
    if measure_table(tree.lexicon).toll_words.isdisjoint(tree.lowered[begin : counted.first]):
        return None
    for row in range(counted.first - 1, begin - 1, -1):
        if tree.lowered[row] in tree.lexicon.measures.toll_ends or _is_other(tree, counted, row):
            return None
        found = _numbered(tree, row) or toll_at(tree, row)
        if found is not None:
            return found
    return None


def toll_at(tree: Tree, row: int) -> Happening | None:
    """What the phrase for a count counts that ends at ``row``: "the *death toll*"."""
    for phrase, name in measure_table(tree.lexicon).tolls.get(tree.lowered[row], ()):
        if tree.phrase(row - len(phrase) + 1, len(phrase)) == phrase:
            return Happening(name, row, Reason("measures.value_of", words=" ".join(phrase)), value_of=True)
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
    before = max(counted.first - 1, tree.sentence(counted.first)[0])
    reached = tree.lowered[before] in words.change_to or tree.pos[before] == labels.VERB
    return not (tree.words[row + 1][:1].isdigit() or reached)


def _numbered(tree: Tree, row: int) -> Happening | None:
    """As in "the number of refugees passed 2,000"."""
    table, word, words = measure_table(tree.lexicon), tree.lowered[row], tree.lexicon
    before = tree.phrase(row - 2, 2)
    if not before or before[0] not in words.measures.count_nouns or before[1] not in words.figures.part_of:
        return None
    name = (table.nouns.get(word) if fits_block(tree, row) else None) or table.states.get(word)
    value = happened(name, row, Reason("measures.value_of_number", words=word), value_of=True)
    return claimed(tree, row, row - 1) or value


def fits_block(tree: Tree, row: int) -> bool:
    """Whether the block is about what the noun counts: cases are of a disease only where one is spoken of."""
    company = tree.lexicon.measures.only_beside.get(tree.lemmas[row])
    return company is None or not company.isdisjoint(tree.lowered)


def claimed(tree: Tree, row: int, number: int) -> Happening | None:
    """As in "claimed 40 lives": ``row`` is that of the lives, the verb stands before ``number``."""
    words = tree.lexicon.measures
    if tree.lowered[row] not in words.lives:
        return None
    near = range(number - 1, max(number - _CLAIM_REACH - 1, -1), -1)
    verb = next((at for at in near if tree.lowered[at] in words.claiming), None)
    return None if verb is None else Happening(words.deadly, verb, Reason("measures.lives"))


def acted_on(tree: Tree, counted: Counted) -> Happening | None:
    """As in "who killed one man was charged": what was done, right before its object goes before what follows."""
    row, head = counted.first - 1, counted.head
    name = measure_table(tree.lexicon).objects.get(tree.word(row))
    if name is None or not tree.lexicon.measures.measures[name].violent or counted.span is None:
        return None
    direct = (tree.deps[head], tree.heads[head]) == (labels.DIRECT_OBJECT, row)
    active = direct and tree.tags[row] in _ACTIVE and not is_passive(tree, row)
    return Happening(name, row, Reason("measures.object_of", words=tree.lowered[row])) if active else None


_ACTIVE: Final = frozenset({labels.PAST, labels.GERUND})


def object_of(tree: Tree, counted: Counted) -> Happening | None:
    """As in "killing at least 20", "kills two people"."""
    table, words = measure_table(tree.lexicon), tree.lexicon.measures
    first = tree.sentence(counted.first)[0]
    for row in range(counted.first - 1, max(counted.first - _REACH, first) - 1, -1):
        word = tree.lowered[row]
        if word in words.losing and tree.lowered[counted.head] in words.fighters:
            return Happening(words.deadly, row, Reason("measures.of_fighters", words=word))
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
    none = mistaken or word in table.nouns or is_passive(tree, row)
    return None if none else Happening(name, row, Reason("measures.object_of", words=word))


def is_passive(tree: Tree, row: int) -> bool:
    """Whether the verb at ``row`` has a passive's auxiliary or subject."""
    return tree.child(row, labels.PASSIVE_AUXILIARY, labels.NOMINAL_PASSIVE_SUBJECT) is not None


def of_noun(tree: Tree, counted: Counted) -> Happening | None:
    """As in "the deaths of three people", "the shooting of two men", "number of dead"."""
    table, part_of = measure_table(tree.lexicon), tree.lexicon.figures.part_of
    row = counted.first - 1
    while row > 0 and tree.lowered[row] in tree.lexicon.measures.between and tree.lowered[row] not in part_of:
        row -= 1
    if row < 1 or tree.lowered[row] not in part_of | tree.lexicon.quantities.change_to:
        return None
    word = tree.lowered[row - 1]
    name = table.nouns.get(word) or (table.objects.get(word) if word in table.gerunds else None)
    return claimed(tree, row - 1, row - 1) or happened(name, row - 1, Reason("measures.noun_of", words=word))
