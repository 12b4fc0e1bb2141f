"""What a statement tells was done to somebody, where nothing but the name is needed to know it again elsewhere."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from twosource.compare.alignment.said import Said
from twosource.language import labels
from twosource.model import Happening, Participant
from twosource.text.story_index import StoryIndex

_PLACES: Final = frozenset({labels.STATE_OR_TOWN, labels.NATURAL_PLACE, labels.DATE, labels.TIME})
"""Labels of names that are no one's to whom a deed is done."""


class Done(NamedTuple):
    """A deed: its kind, whether it was not done, and the words of the name of those it was done to."""

    kind: str
    negated: bool
    names: frozenset[str]


def done_in(said: Said, names: frozenset[str], events: Iterable[Happening], index: StoryIndex) -> tuple[Done, ...]:
    """The deeds of a statement that clauses of their own tell as something that took place, or that did not.

    Args:
        said: The statement's words.
        names: Stems of its capitalised words.
        events: What its clauses tell.
        index: The story. A deed that its article tells twice of those of one name may be another the second time, and
            one that is told of anything ("found", "had") is known again by no name: both are left out.
    """
    found: list[Done] = []
    for event in events:
        named = _names_of(event.done_to, said, names)
        plain = event.main and event.actual and event.kind not in said.lexicon.predicates.of_something
        if named and plain and not _told_twice(event, index):
            found.append(Done(event.kind, event.negated, named))
    return tuple(found)


def _names_of(part: Participant | None, said: Said, names: frozenset[str]) -> frozenset[str]:
    """The words of the name of who takes part; empty where they have none, or it is that of a place."""
    if part is None or part.label in _PLACES:
        return frozenset()
    words = (word.stem for word in said.words if part.start <= word.start < part.end)
    return frozenset(words) & (names | ({part.head} if part.named else set()))


def _told_twice(event: Happening, story: StoryIndex) -> bool:
    """Whether its article tells again that such a thing was done to somebody of that name: it may be another time."""
    who = event.done_to.head if event.done_to else ""
    every = [each.done_to for each in story.happenings_of(event.article) if each.kind == event.kind]
    return sum(part is None or not part.named or part.head == who for part in every) > 1
