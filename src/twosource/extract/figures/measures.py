"""What happened to those a number counts: looked for behind it, in it, before it, and in the tree, in that order."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from twosource.extract.figures.clauses import parent_of
from twosource.extract.figures.counted import Counted
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measure_table import measure_table
from twosource.extract.figures.measures_before import acted_on, object_of, of_noun, of_toll
from twosource.extract.figures.measures_behind import behind, by_tree, inside, of_part
from twosource.language import Row, Tree, labels
from twosource.language.factuality import factuality_of
from twosource.language.factuality_own import could
from twosource.language.phrase import others_meant
from twosource.language.phrase_factuality import phrase_factuality_of
from twosource.model import Modality, Polarity
from twosource.text.reasons import Reason

_UNTOLD: Final = frozenset(Modality) - {Modality.ACTUAL, Modality.POSSIBLE}
"""What is only foreseen, wanted or supposed is no toll. "As many as 12 may have died" is one, and marked as unsure."""
_PLACES: Final[tuple[Callable[[Tree, Counted], Happening | None], ...]] = (
    of_toll, acted_on, of_part, inside, behind, object_of, of_noun, by_tree,
)  # fmt: skip


def happening_of(tree: Tree, counted: Counted, *, of_nobody: bool = False) -> Happening | None:
    """What happened to what is counted; None where nothing is said, or it is denied or only thinkable."""
    acting: Happening | None = None
    first, last = tree.sentence(counted.first)
    if measure_table(tree.lexicon).triggers.isdisjoint(tree.lowered[first:last]) or _are_children(tree, counted):
        return None
    for look in _PLACES:
        found = look(tree, counted)
        if found is None or _of_things(tree, counted, found) or _sent_home(tree, counted, found):
            continue
        if look is inside and tree.lexicon.measures.measures[found.measure].acting:
            acting = found  # "five protesters were shot": what was done to them goes before what they are
            continue
        return _graver(tree, found, counted) if is_told(tree, found, counted, of_nobody=of_nobody) else None
    return acting


def _are_children(tree: Tree, counted: Counted) -> bool:
    """As in "a father of *five* was killed": nothing happened to them."""
    return counted.span is None and parent_of(tree, counted.first)


def _of_things(tree: Tree, counted: Counted, found: Happening) -> bool:
    """Whether the verb speaks of violence only with persons, and these are none: "struck two cars"."""
    words = tree.lexicon.measures
    if tree.lowered[found.row] not in words.persons_only or counted.span is None:
        return False
    return tree.lowered[counted.head] not in words.person_words | words.them


def _sent_home(tree: Tree, counted: Counted, found: Happening) -> bool:
    """As in "two victims were released from hospital": nobody held them; where a block tells of care, only captives are freed."""
    words = tree.lexicon.measures
    let_go = tree.lowered[found.row] in words.letting_go and tree.lowered[counted.head] not in words.captives
    return let_go and not words.care.isdisjoint(tree.lowered)


def _graver(tree: Tree, found: Happening, counted: Counted) -> Happening:
    """As in "shot and killed", "shot, fatally", "fatally shot", "shot one man dead" are killed."""
    words, row = tree.lexicon.measures, found.row
    if not words.measures[found.measure].may_be_fatal:
        return found
    beside = words.fatal_beside if row < counted.first else ()
    said = [tree.says(row + 1, phrase) for phrase in words.fatal_behind]
    said += [tree.says(counted.last + 1, phrase) for phrase in beside]
    if tree.word(row - 1) not in words.fatal and not any(said):
        return found
    return replace(found, measure=words.deadly, how=Reason("measures.died", how=found.how))


def is_told(tree: Tree, found: Happening, counted: Counted, *, of_nobody: bool = False) -> bool:
    """Whether the words say that it happened to those who are counted, and not to nobody of them."""
    predicate, words = tree.pos[found.row] in labels.VERBAL, tree.lexicon.factuality
    told = (factuality_of if predicate else phrase_factuality_of)(tree, Row(found.row), words)
    if told.modality in _UNTOLD or could.__name__ in told.rules:
        return False
    # "did not survive" is a phrase for what happened: its "not" belongs to it.
    if of_nobody or words.negators & set(str(found.how.parameters.get("words", "")).split()):
        return True
    number, head = Row(counted.first), Row(counted.first if counted.partitive else counted.head)
    if others_meant(tree, (number, head), Row(found.row), words) is not None:
        return False
    counting = phrase_factuality_of(tree, Row(counted.head), words)
    return Polarity.NEGATIVE not in {told.polarity, counting.polarity}
