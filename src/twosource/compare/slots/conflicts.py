"""Slots of the main event that accounts fill in two ways: who, where, when, why, and whether at all."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from twosource.compare.between import conflict
from twosource.compare.points.deeds import APART
from twosource.compare.points.relations import is_update
from twosource.compare.slots.causes import causes
from twosource.compare.slots.clauses import deeds, doers, held, hours, hurts, names, rooms, states
from twosource.compare.slots.days import days
from twosource.compare.slots.fills import Fill, Reading
from twosource.compare.slots.laid import Rule, rivals, side_of
from twosource.model import Conflict
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

READERS: Final[tuple[Callable[[Reading], Iterator[Fill]], ...]] = (
    causes, doers, held, rooms, hurts, hours, days, names, states, deeds,
)  # fmt: skip
"""What slots are read by, one function a slot or a kind of them."""
_NEAR: Final = 2
"""Days: accounts of one event are this near, or there were two events."""


def slot_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Slots that two accounts fill with what cannot both be so: one conflict a slot of one thing."""
    filled: dict[tuple[str, str], list[Fill]] = defaultdict(list)
    for article in sorted(index.articles):
        reading = Reading(index.articles[article], index)
        for fill in (fill for read in READERS for fill in read(reading)):
            filled[fill.slot, fill.of].append(fill)
    for _, fills in sorted(filled.items()):
        pairs = sorted(rivals(fills, _BOTH_SO, index), key=lambda pair: [(one.article, one.start) for one in pair])
        yield from (_told(*pair, index) for pair in pairs[:1])


def _of_one_voice(one: Fill, other: Fill, index: StoryIndex) -> bool:
    """One source tells both, or one article as its own or in its headline: what is told later is better known."""
    if one.article == other.article and any(
        index.block(one.article, fill.start) != "paragraph" for fill in (one, other)
    ):
        return one.slot != "day"
    return one.source == other.source and (one.source is not None or one.article == other.article)


def _short_form(one: Fill, other: Fill, _: StoryIndex) -> bool:
    """One is the beginning of the other: "Chris", "Christopher"."""
    return one.kind == "name" and any(a.startswith(b) or b.startswith(a) for a in one.value for b in other.value)


def _both_guessed(one: Fill, other: Fill, _: StoryIndex) -> bool:
    """Neither is told as so: both are looked into."""
    return one.hedged and other.hedged


def _days_apart(one: Fill, other: Fill, _: StoryIndex) -> bool:
    """Days further apart than two accounts of one event would put it, unless one is a slip of the pen: another month."""
    if one.slot != "day":
        return False
    first, last = sorted(date.fromisoformat(day) for fill in (one, other) for day in fill.value)
    months = (last.year - first.year) * 12 + last.month - first.month
    return (last - first).days > _NEAR and not (first.day == last.day and months == 1)


def _came_later(one: Fill, other: Fill, index: StoryIndex) -> bool:
    """What had not happened by then happened later; what comes later by itself is only denied after it was told."""
    if not one.slot.startswith("deed"):
        return False
    denied, told = (one, other) if one.value == {"False"} else (other, one)
    times = index.time(denied.article), index.time(told.article)
    if denied.event and denied.event.kind in index.lexicon.slots.once_done:
        return not is_update(*times[::-1])
    return not (one.source and other.source) and is_update(*times)


def _by_two(one: Fill, other: Fill, _: StoryIndex) -> bool:
    """Somebody did not, and somebody else did."""
    return bool(one.by and other.by) and one.by != other.by


def _of_another(one: Fill, other: Fill, index: StoryIndex) -> bool:
    """Words beside the deeds tell them apart: "paid in Tolm", "paid in Oss"."""
    deeds = one.event, other.event
    return deeds[0] is not None and deeds[1] is not None and any(rule(deeds[0], deeds[1], index) for rule in APART)


_BOTH_SO: Final[tuple[Rule[Fill], ...]] = (
    _by_two, _of_another, _short_form, _of_one_voice, _both_guessed, _days_apart, _came_later,
)  # fmt: skip
"""Why two accounts that fill a slot in two ways may both be right."""


def _told(one: Fill, other: Fill, index: StoryIndex) -> Conflict | None:
    sides = sorted((one, other), key=lambda fill: (index.name(fill.article), fill.start))
    line = Reason(
        "points.has_words",
        first=_who(sides[0], index),
        one=sides[0].words,
        second=_who(sides[1], index),
        other=sides[1].words,
    )
    members = (index.statement_beside(side.article, side.start) for side in sides)
    found = [side_of([side], index) for side in sides]
    return conflict(one.kind, line, members, index, one.slot, one.of, sides=found)


def _who(fill: Fill, index: StoryIndex) -> str:
    """The article, and on whose word it has it."""
    who = index.who(fill.source)
    return f"{index.name(fill.article)} ({who})" if who else index.name(fill.article)
