"""What happened, told in or behind what a number counts, or by the verb it is subject or object of."""

from typing import Final

from twosource.extract.figures.clauses import GAP, clause_at, parent_of, past_aside
from twosource.extract.figures.counted import Counted
from twosource.extract.figures.happening import Happening, happened
from twosource.extract.figures.measure_table import measure_table
from twosource.extract.figures.measures_before import claimed, fits_block, is_passive, toll_at
from twosource.language import Tree, labels
from twosource.text.reasons import Reason

_REACH: Final = 9
_CLIMB: Final = 4
_LONGEST_NOUN: Final = 3
_NOUNISH: Final = frozenset({*labels.NOMINAL, labels.DETERMINER, labels.NUMERAL})
_SIDE_BY_SIDE: Final = frozenset({labels.CONJUNCT, labels.NUMERIC, labels.APPOSITION, labels.COMPOUND})
_NOT_OBJECTS: Final = frozenset({labels.NOUN_AS_ADVERB, *labels.NOMINAL_SUBJECTS})
_HELPING: Final = frozenset({labels.ADVERB, labels.AUXILIARY_VERB})


def inside(tree: Tree, counted: Counted) -> Happening | None:
    """As in "73 deaths", "three wounded officers", "12 dead"."""
    return _of_head(tree, counted) or _of_modifier(tree, counted) or claimed(tree, counted.head, counted.first)


def _of_head(tree: Tree, counted: Counted) -> Happening | None:
    """What the noun that is counted says by itself: "73 *deaths*", "two *gunshot victims*"."""
    nouns, head = measure_table(tree.lexicon).nouns, counted.head
    for width in range(min(_LONGEST_NOUN, head - counted.first), 0, -1):
        words = " ".join(tree.phrase(head - width + 1, width))
        if words in nouns and fits_block(tree, head):
            acting = tree.lexicon.measures.measures[nouns[words]].acting
            if not acting or tree.tags[head] == labels.PLURAL_NOUN:
                return Happening(nouns[words], head, Reason("measures.counted", words=words))
    return None


def _of_modifier(tree: Tree, counted: Counted) -> Happening | None:
    """What a word before that noun says: "three *wounded* officers"."""
    states = measure_table(tree.lexicon).states
    for row in range(counted.first + 1, counted.head):
        word = tree.lowered[row]
        if word in states and counted.span is not None and tree.starts[row] >= counted.span.start:
            return Happening(states[word], row, Reason("measures.goes_with", words=word))
    return None


def of_part(tree: Tree, counted: Counted) -> Happening | None:
    """As in "*one* of five people shot *has died*": that some are dead goes before what befell them all."""
    found = _of_governor(tree, counted.first, tree.heads[counted.first]) if counted.partitive else None
    dead = found is not None and found.measure == tree.lexicon.measures.deadly
    return found if dead and tree.deps[counted.first] == labels.NOMINAL_SUBJECT else None


def of_subject(tree: Tree, counted: Counted) -> Happening | None:
    """As in "*deaths* rose by 3 to 44", "the *toll* reached 80"."""
    row = counted.subject
    if row is None:
        return None
    word = tree.lowered[row]
    name = measure_table(tree.lexicon).nouns.get(word) if fits_block(tree, row) else None
    return toll_at(tree, row) or happened(name, row, Reason("measures.counted", words=word), value_of=True)


def behind(tree: Tree, counted: Counted) -> Happening | None:
    """As in "five people were killed", "3 dead", "two of whom died"."""
    if _is_place(tree, counted.head):
        return None
    words = tree.lexicon.measures
    begin = past_aside(tree, counted.last + 1)
    begin += 2 * parent_of(tree, begin + 1)
    passive = perfect = False
    for row in range(begin, min(begin + _REACH, tree.sentence(counted.last)[1])):
        word = tree.lowered[row]
        found = _said_at(tree, row, passive=passive, perfect=perfect) or _fatally(tree, row, counted)
        if found is not None:
            return found
        passive = passive or word in words.passive
        perfect = word in words.perfect and not passive
        if word not in words.auxiliaries and word not in words.whom and tree.pos[row] not in _HELPING:
            return None
    return None


def _fatally(tree: Tree, row: int, counted: Counted) -> Happening | None:
    """As in "five were shot, two fatally."."""
    words = tree.lexicon.measures
    if row != counted.last + 1 or tree.lowered[row] not in words.fatal or tree.word(row + 1) not in {",", "."}:
        return None
    return Happening(words.deadly, row, Reason("measures.follows", words=tree.lowered[row]))


def _said_at(tree: Tree, row: int, *, passive: bool, perfect: bool) -> Happening | None:
    """What the words at ``row`` say of those who stand before; ``passive``, ``perfect``: an auxiliary came first."""
    table, word = measure_table(tree.lexicon), tree.lowered[row]
    phrase, name = clause_at(tree, row) or ((word,), None)
    if name is not None and not passive and _acts(tree, row, phrase):
        return None
    if name is None and word not in table.participles:
        name = table.states.get(word)
    elif name is None and (passive or not (perfect or _has_object(tree, row))):
        name = table.participles[word]
    return happened(name or table.subjects.get(word), row, Reason("measures.follows", words=" ".join(phrase)))


def _acts(tree: Tree, row: int, phrase: tuple[str, ...]) -> bool:
    """As in "two officers *fatally shot* a man": whoever stands before the phrase at ``row`` does it."""
    doing = GAP not in phrase and not measure_table(tree.lexicon).participles.keys().isdisjoint(phrase)
    return doing and _has_object(tree, row + len(phrase) - 1)


def _is_place(tree: Tree, head: int) -> bool:
    """As in "houses in two villages were damaged": what happened is said of the noun before."""
    link = tree.heads[head]
    if tree.deps[head] != labels.PREPOSED or tree.lowered[link] not in tree.lexicon.measures.at_places:
        return False
    noun = tree.heads[link]
    holding = {*labels.NOMINAL_SUBJECTS, labels.PREPOSED}
    return noun < link and tree.pos[noun] in labels.NOUNS and tree.deps[noun] in holding


def _has_object(tree: Tree, row: int) -> bool:
    """Whether a noun phrase follows the verb at ``row``: then it is active, and what stands before it acts."""
    here, last = row + 1, tree.sentence(row)[1]
    if here < last and tree.pos[here] == labels.COORDINATOR:
        here += 2 * (tree.word(here + 1) in measure_table(tree.lexicon).objects)
    if here >= last or tree.pos[here] not in _NOUNISH:
        return False
    return tree.lowered[here] not in tree.lexicon.measures.no_objects and tree.deps[here] not in _NOT_OBJECTS


def by_tree(tree: Tree, counted: Counted) -> Happening | None:
    """By the tree: subject of a passive or of a verb like "die", object of a verb like "kill"."""
    row = counted.first if counted.partitive else counted.head
    for _ in range(_CLIMB):
        head = tree.heads[row]
        if head == row:
            return None
        found = _of_governor(tree, row, head)
        if found is not None or tree.deps[row] not in _SIDE_BY_SIDE:
            return found or _state_of(tree, row, head)
        row = head
    return None


def _of_governor(tree: Tree, row: int, head: int) -> Happening | None:
    """What the verb ``head`` says of its subject or object ``row``."""
    table, word, dep = measure_table(tree.lexicon), tree.lowered[head], tree.deps[row]
    if dep == labels.DIRECT_OBJECT and not is_passive(tree, head):
        return happened(table.objects.get(word), head, Reason("measures.object_of", words=word))
    forms = {labels.NOMINAL_PASSIVE_SUBJECT: table.participles, labels.NOMINAL_SUBJECT: table.subjects}
    return happened(forms.get(dep, {}).get(word), head, Reason("measures.subject_of", words=word))


def _state_of(tree: Tree, row: int, head: int) -> Happening | None:
    """As in "left three people dead", "three are missing"."""
    states = measure_table(tree.lexicon).states
    if tree.deps[row] not in {labels.DIRECT_OBJECT, labels.NOMINAL_SUBJECT}:
        return None
    for child in tree.children[head]:
        word = tree.lowered[child]
        if tree.deps[child] in labels.PREDICATIVES and word in states and child > row:
            return Happening(states[word], child, Reason("measures.said_of_them", words=word))
    return None
