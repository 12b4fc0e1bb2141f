"""What two clauses tell of one thing and both cannot be so: it happened and did not, its opposite did, it was said and was not."""

from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Final

from twosource.language import Opposition, OppositionKind, labels, lexicon_of, opposition_of
from twosource.language.words_clauses import OppositionWords
from twosource.model import Happening, Participant, Polarity
from twosource.text.story_index import StoryIndex

_STOPS: Final = '.,;:()"“”'
_NAMED: Final = 2
"""Letters: a participant called by fewer ("he", "it") is not known."""


def opposition_between(one: Happening, other: Happening) -> Opposition | None:
    """What the language's table says of two clauses that are both told as facts; None where nothing."""
    found = opposition_of((one.kind, *one.wordings), (other.kind, *other.wordings), _words())
    if found is None or (found.name in _words().of_amounts and _of_persons(one, other)):
        return None
    return found


def exclude(one: Happening, other: Happening) -> bool:
    """Whether both cannot be so: one is told as having happened and one as not, or what happened is opposite."""
    if not told_plainly(one, other):
        return False
    if one.kind == other.kind and one.negated != other.negated:
        return True
    found = opposition_between(one, other)
    if found is None or found.kind is not OppositionKind.EXCLUSIVE or found.name in _words().in_turn:
        return False
    return not one.negated and not other.negated


def of_opposite_deeds(one: Iterable[Happening], other: Iterable[Happening]) -> bool:
    """Whether what is told of is the opposite, so that it has an hour of its own: it began at nine, and was over at ten."""
    found = (opposition_between(*pair) for pair in product(one, other))
    return any(each is not None and each.kind is OppositionKind.EXCLUSIVE for each in found)


def told_plainly(one: Happening, other: Happening) -> bool:
    """Whether both clauses are told as facts, stand by themselves, and speak of all and not of some only."""
    partial = Polarity.PARTIAL in {one.factuality.polarity, other.factuality.polarity}
    return one.actual and other.actual and one.main and other.main and not partial


def differ_in_strength(one: Happening, other: Happening) -> bool:
    """Whether one says more than the other of what was done, on a scale of which only one step was taken: suspended, terminated."""
    found = opposition_between(one, other)
    if found is None or found.kind is not OppositionKind.DEGREE or found.name not in _words().of_one_step:
        return False
    return not one.negated and not other.negated and one.reporting != "not said" and other.reporting != "not said"


def done_by_the_same(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether who did it is called alike, is one source, or is named by the words for all who did it there."""
    if one.doer is None or other.doer is None:
        return False
    if one.doer.head == other.doer.head and len(one.doer.head) > _NAMED:
        return True
    sources = [index.who(doer.entity) for doer in (one.doer, other.doer)]
    if all(sources):
        return one.doer.entity == other.doer.entity
    return _is_among(sources[0], other, index) or _is_among(sources[1], one, index)


def _is_among(source: str | None, event: Happening, index: StoryIndex) -> bool:
    """Whether the words for who did it hold a source's name, and no other name that ends alike: "Tix and the carmaker Porro"."""
    if source is None or event.doer is None:
        return False
    name = source.split()
    words = [word.strip(_STOPS) for word in event.doer.span.of(index.articles[event.article].text).split()]
    before = {(words[at - 1] if at else "") for at, word in enumerate(words) if word == name[-1]}
    return name[-1].istitle() and any(not word[:1].isupper() or word in name for word in before)


def only_one_is_said(one: Happening, other: Happening) -> bool:
    """Whether somebody is said to have said it here, and not to have said it there."""
    return one.kind == other.kind and {one.reporting, other.reporting} == {"reported", "not said"}


def of_the_same(one: Happening, other: Happening) -> bool:
    """Whether who takes part in one is called as in the other, or nobody does; who is only "he" is not known."""
    if one.kind == other.kind and any(event.negated and event.done_to is None for event in (one, other)):
        return one.kind in lexicon_of("en").predicates.of_nobody  # "no arrest has been made"
    objects = [event.done_to.head if event.done_to else "" for event in (one, other)]
    if objects[0] != objects[1] and (all(objects) or one.kind != other.kind):
        return False  # they did it to another thing, or to "it", which is not known; opposites need one object
    return bool(_heads(one) & _heads(other))


def _heads(event: Happening) -> set[str]:
    return {part.head for part in participants(event) if len(part.head) > _NAMED}


def participants(event: Happening) -> list[Participant]:
    """Who takes part, as far as the clause says."""
    return [part for part in (event.doer, event.done_to) if part is not None]


def _of_persons(one: Happening, other: Happening) -> bool:
    return any(part.label == labels.PERSON for event in (one, other) for part in participants(event))


@cache
def _words() -> OppositionWords:
    return lexicon_of("en").opposition
