"""What two accounts of one thing are to each other, by the kinds of their differences."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from twosource.model import Difference, DifferenceKind, Relation
from twosource.text.story_index import StoryIndex

TELLING: Final[frozenset[DifferenceKind]] = frozenset(
    {"speaker", "value", "bound", "time", "place", "polarity", "name", "reason", "agent", "manner", "strength"}
)


def relation_of(members: int, differences: Iterable[Difference], *, updated: bool = False) -> Relation:
    """The relation of a point of so many statements or figures; ``updated`` where every difference of value is an update.

    ``single`` for one member. Wording that leaves the sense alone, a mark or an attribution that one article
    drops, are differences worth showing, but the thing said stays the same; not where two quote one remark with other
    words of matter in one place.
    """
    if members < 2:  # noqa: PLR2004 - one is no comparison
        return "single"
    every = tuple(differences)
    telling = {difference.kind for difference in every} & TELLING
    if updated and telling <= {"value", "time", "bound"} and "value" in telling:
        return "updated"
    return "differs" if telling or any(difference.alters for difference in every) else "same"


_LONG_PAST: Final = 21
"""Days before an article: what was so then may be otherwise now, and what is told of then is another event."""
_DAY: Final = 10
"""Letters of a time that names its day."""


def is_update(earlier: str | None, later: str | None) -> bool:
    """Whether the second time is surely behind the first: both known, compared to the coarser precision."""
    if not earlier or not later:
        return False
    size = min(len(earlier), len(later), 16)
    return earlier[:size] < later[:size]


def is_long_past(told: str, written: str | None) -> bool:
    """Whether a time lies long before an article was written; where one of them names no day, in an earlier year."""
    day, now = told[:_DAY], (written or "")[:_DAY]
    if min(len(day), len(now)) < _DAY:
        return day[:4] < now[:4]
    return (date.fromisoformat(now) - date.fromisoformat(day)).days > _LONG_PAST


def voice_of(source: str | None, index: StoryIndex) -> str:
    """Under what a source is counted, "" for none; one that has no name ("the company", "the coastguard") is, of one claim, whoever is called so."""
    found = index.source(source)
    if found is None:
        return ""
    name = found.name.casefold()
    keeps = found.kind == "unnamed" and name.split()[-1] in index.lexicon.measures.keepers
    return name if keeps or (found.kind == "body" and found.name.islower()) else found.counted_as
