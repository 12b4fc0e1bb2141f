"""What happened, told in or behind what a number counts, or by the verb it is subject or object of."""

from typing import Final

from twosource.extract.figures.clauses import clause_at, past_aside
from twosource.extract.figures.counted import Counted
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measure_table import measure_table
from twosource.extract.figures.measures_before import claimed, fits_block, is_passive, words_at
from twosource.language import Tree, labels
from twosource.text.reasons import Reason

_REACH: Final = 9
_CLIMB: Final = 4
_LONGEST_NOUN: Final = 3
_NOUNISH: Final = frozenset({*labels.NOMINAL, labels.DETERMINER, labels.NUMERAL})
_SIDE_BY_SIDE: Final = frozenset({labels.CONJUNCT, labels.NUMERIC, labels.APPOSITION, labels.COMPOUND})
_NOT_OBJECTS: Final = frozenset({labels.NOUN_AS_ADVERB, *labels.NOMINAL_SUBJECTS})


def inside(tree: Tree, counted: Counted) -> Happening | None:
    """As in "73 deaths", "three wounded officers", "12 dead"."""
    counting = _of_head(tree, counted) if counted.head > counted.first else None
    if counting is not None:
        return counting
    states = measure_table(tree.lexicon).states
    for row in range(counted.first + 1, counted.head):
        word = tree.lowered[row]
        if word in states and counted.span is not None and tree.starts[row] >= counted.span.start:
            return Happening(measure=states[word], row=row, how=Reason("measures.goes_with", words=word))
    return claimed(tree, counted.head, counted.first)


def _of_head(tree: Tree, counted: Counted) -> Happening | None:
    """What the noun that is counted says by itself: "73 *deaths*", "two *gunshot victims*"."""
    nouns, measures = measure_table(tree.lexicon).nouns, tree.lexicon.measures.measures
    for width in range(_LONGEST_NOUN, 0, -1):
        words = " ".join(words_at(tree, counted.head - width + 1, width))
        if words not in nouns or counted.head - width < counted.first or not fits_block(tree, counted.head):
            continue
        if not measures[nouns[words]].acting or tree.tags[counted.head] == labels.PLURAL_NOUN:
            return Happening(measure=nouns[words], row=counted.head, how=Reason("measures.counted", words=words))
    return None


def of_subject(tree: Tree, counted: Counted) -> Happening | None:
    """As in "*deaths* rose by 3 to 44", "the *toll* reached 80"."""
    if counted.subject is None:
        return None
    table, row = measure_table(tree.lexicon), counted.subject
    for phrase, name in table.tolls.get(tree.lowered[row], ()):
        if words_at(tree, row - len(phrase) + 1, len(phrase)) == phrase:
            return Happening(
                measure=name, row=row, how=Reason("measures.value_of", words=" ".join(phrase)), value_of=True
            )
    word = tree.lowered[row]
    if word not in table.nouns or not fits_block(tree, row):
        return None
    return Happening(measure=table.nouns[word], row=row, how=Reason("measures.counted", words=word), value_of=True)


def behind(tree: Tree, counted: Counted) -> Happening | None:
    """As in "five people were killed", "3 dead", "two of whom died"."""
    if _is_place(tree, counted.head):
        return None
    words = tree.lexicon.measures
    begin = past_aside(tree, counted.last + 1)
    passive = perfect = False
    for row in range(begin, min(begin + _REACH, tree.sentences[tree.sentence_of[counted.last]][1])):
        word = tree.lowered[row]
        found = _said_at(tree, row, passive=passive, perfect=perfect) or _fatally(tree, row, counted)
        if found is not None:
            return found
        passive = passive or word in words.passive
        perfect = word in words.perfect and not passive
        if not (
            word in words.auxiliaries or word in words.whom or tree.pos[row] in {labels.ADVERB, labels.AUXILIARY_VERB}
        ):
            return None
    return None


def _fatally(tree: Tree, row: int, counted: Counted) -> Happening | None:
    """As in "five were shot, two fatally."."""
    words = tree.lexicon.measures
    ends = row + 1 < len(tree) and tree.words[row + 1] in {",", "."}
    if tree.lowered[row] not in words.fatal or row != counted.last + 1 or not ends:
        return None
    return Happening(measure=words.deadly, row=row, how=Reason("measures.follows", words=tree.lowered[row]))


def _said_at(tree: Tree, row: int, *, passive: bool, perfect: bool) -> Happening | None:
    """What the words at ``row`` say of those who stand before; ``passive``, ``perfect``: an auxiliary came first."""
    table, word = measure_table(tree.lexicon), tree.lowered[row]
    phrase = clause_at(tree, row)
    name = phrase[1] if phrase else None
    if name is None and word not in table.participles:
        name = table.states.get(word)
    if name is None and word in table.participles and (passive or (not perfect and not _has_object(tree, row))):
        name = table.participles[word]
    name = name or table.subjects.get(word)
    if name is None:
        return None
    how = Reason("measures.follows", words=" ".join(phrase[0]) if phrase else word)
    return Happening(measure=name, row=row, how=how)


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
    here = row + 1
    if here >= len(tree) or tree.sentence_of[here] != tree.sentence_of[row]:
        return False
    if here + 1 < len(tree) and tree.pos[here] == labels.COORDINATOR:
        here += 2 * (tree.lowered[here + 1] in measure_table(tree.lexicon).objects)
    if here >= len(tree) or tree.pos[here] not in _NOUNISH:
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
        if found is not None:
            return found
        if tree.deps[row] not in _SIDE_BY_SIDE:
            return _state_of(tree, row, head)
        row = head
    return None


def _of_governor(tree: Tree, row: int, head: int) -> Happening | None:
    """What the verb ``head`` says of its subject or object ``row``."""
    table, word, dep = measure_table(tree.lexicon), tree.lowered[head], tree.deps[row]
    if dep == labels.NOMINAL_PASSIVE_SUBJECT and word in table.participles:
        return Happening(measure=table.participles[word], row=head, how=Reason("measures.subject_of", words=word))
    if dep == labels.NOMINAL_SUBJECT and word in table.subjects:
        return Happening(measure=table.subjects[word], row=head, how=Reason("measures.subject_of", words=word))
    if dep == labels.DIRECT_OBJECT and word in table.objects and not is_passive(tree, head):
        return Happening(measure=table.objects[word], row=head, how=Reason("measures.object_of", words=word))
    return None


def _state_of(tree: Tree, row: int, head: int) -> Happening | None:
    """As in "left three people dead", "three are missing"."""
    states = measure_table(tree.lexicon).states
    if tree.deps[row] not in {labels.DIRECT_OBJECT, labels.NOMINAL_SUBJECT}:
        return None
    for child in tree.children[head]:
        word = tree.lowered[child]
        if tree.deps[child] in labels.PREDICATIVES and word in states and child > row:
            return Happening(measure=states[word], row=child, how=Reason("measures.said_of_them", words=word))
    return None


def to_another_degree(tree: Tree, counted: Counted) -> Happening | None:
    """As in "four were seriously hurt and 20 others slightly": what happened to those before, left out behind a degree."""
    degrees, row = tree.lexicon.measures.degrees, counted.last + 1
    first, last = tree.sentences[tree.sentence_of[counted.first]]
    if row >= last or tree.lowered[row] not in degrees:
        return None
    if row + 1 < last and tree.pos[row + 1] not in {labels.PUNCTUATION, labels.COORDINATOR}:
        return None
    table = measure_table(tree.lexicon)
    known = {**table.states, **table.participles}
    for here in range(counted.first - 1, first, -1):
        word = tree.lowered[here]
        if word in known and tree.lowered[here - 1] in degrees:
            return Happening(measure=known[word], row=here, how=Reason("measures.goes_with", words=word))
    return None
