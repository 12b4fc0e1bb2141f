"""What was taken back: by whom, in which words, and which articles still carry it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from twosource.compare.points.relations import is_update
from twosource.model import Conflict, Difference, Figure, Mark, Point, Retraction, Statement
from twosource.text.story_index import StoryIndex

Member = Statement | Figure

_CHANGED: Final = frozenset({"polarity", "strength"})
"""Differences by which a source that says something else later takes back what it said."""
_DAY: Final = len("2031-05-14")
"""Of two articles of one day, one may have a remark wrong; a day later it is another remark."""


def with_retractions(
    points: Iterable[Point], conflicts: Iterable[Conflict], index: StoryIndex
) -> tuple[list[Point], list[Conflict]]:
    """Points of which something was taken back, said so; what a source itself took back is an update and no conflict.

    Args:
        points: The points of a story.
        conflicts: Their conflicts.
        index: The story.

    Returns:
        As many points in the same order, and the conflicts that are left.
    """
    made = [_with_retraction(point, index) for point in points]
    settled = {
        (point.id, turn.members)
        for point in made
        if point.retracted
        for turn in point.differences
        if turn.kind in _CHANGED and _turn(turn, index)
    }
    return made, [one for one in conflicts if (one.point, one.members) not in settled]


def _with_retraction(point: Point, index: StoryIndex) -> Point:
    members = index.members_of(point)
    found = next(chain(_marked(members, index), _turned(point, index)), None)
    if found is None:
        return point
    return replace(point, retracted=found, relation="updated" if len(members) > 1 else point.relation)


def _marked(members: Iterable[Member], index: StoryIndex) -> Iterator[Retraction]:
    """Somebody says that it was wrong, or that something else was said at first."""
    every = list(members)
    held = [(member, mark) for member in every if (mark := _corrected(member))]
    if not held:
        return
    member, mark = min(held, key=lambda each: (index.name(each[0].article), each[1].start))
    place = mark.sentence or mark.span
    told = {one.article for one in every if not _gives_another_number(one, member, index)}
    bare = told - {one.article for one, _ in held}
    yield Retraction(
        by=mark.by, article=member.article, start=place.start, end=place.end, carried_by=_sorted(bare, index)
    )


def _gives_another_number(one: Member, corrected: Member, index: StoryIndex) -> bool:
    """Whether it counts, and gives none of the numbers that were taken back: it carries something else."""
    here, there = (
        {(each.low, each.high) for each in index.figures_within(side.article, side.start, side.end)}
        for side in (one, corrected)
    )
    return bool(here and there) and not here & there


def _corrected(member: Member) -> Mark | None:
    return next((mark for mark in member.marks if mark.kind == "corrected"), None)


def _turned(point: Point, index: StoryIndex) -> Iterator[Retraction]:
    """The same source says the opposite later."""
    for difference in point.differences:
        turn = _turn(difference, index) if difference.kind in _CHANGED else None
        if turn is not None:
            earlier, later = turn
            others = {one.article for one in index.members_of(point)} - {later.article}
            newer = {name for name in others if is_update(index.time(earlier.article), index.time(name))}
            yield Retraction(
                by=later.source,
                article=later.article,
                start=later.start,
                end=later.end,
                carried_by=_sorted((others - newer) | {earlier.article}, index),
            )


def _turn(difference: Difference, index: StoryIndex) -> tuple[Member, Member] | None:
    """The two sides of a difference, the earlier first, where one source says both at times that are surely two."""
    sides = [index.by_id[name] for name in difference.members if name in index.by_id]
    if len(sides) != 2 or len({_voice(one.source, index) for one in sides}) > 1 or not sides[0].source:  # noqa: PLR2004 - sides
        return None
    for earlier, later in (sides, sides[::-1]):
        days = [(index.time(one.article) or "")[:_DAY] for one in (earlier, later)]
        if is_update(*days):
            return earlier, later
    return None


def _voice(source: str | None, index: StoryIndex) -> str:
    """Under what a source is counted; a body that has no name ("the company") is, of one claim, whoever is called so."""
    found = index.sources.get(source or "")
    if found is None:
        return ""
    return found.name if found.kind == "body" and found.name.islower() else found.voice or found.id


def _sorted(articles: Iterable[str], index: StoryIndex) -> tuple[str, ...]:
    return tuple(sorted(articles, key=lambda name: (index.name(name), name)))
