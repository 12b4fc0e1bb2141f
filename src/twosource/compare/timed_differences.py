"""Where accounts of what the timeline holds differ: laid on the times at which they put it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from twosource.model import Conflict, Difference, Point, TimelineEntry

_TELLING: Final = frozenset({"value", "time", "place", "polarity"})


def with_differences(
    entries: Sequence[TimelineEntry], points: Iterable[Point], conflicts: Iterable[Conflict]
) -> tuple[TimelineEntry, ...]:
    """The entries, each with the differences among accounts of what stands at its time, conflicts of time without a point too.

    A difference of time stands at every time that one of its members gives, any other only where most of its members stand;
    none at entries that hold no member.
    """
    held = [{*entry.statements, *entry.figures} for entry in entries]
    laid: list[list[Difference]] = [[] for _ in entries]
    for difference in _differences(points, conflicts):
        for row in _rows(difference, held):
            laid[row].append(difference)
    return tuple(
        replace(entry, differences=tuple(differences)) if differences else entry
        for entry, differences in zip(entries, laid, strict=True)
    )


def _differences(points: Iterable[Point], conflicts: Iterable[Conflict]) -> list[Difference]:
    """What differs, each of the same members once, in a fixed order."""
    every = [each for point in points for each in point.differences if each.kind in _TELLING]
    every += [Difference(kind="time", members=c.members, detail=c.detail) for c in conflicts if c.kind == "time"]
    first: dict[tuple[str, tuple[str, ...]], Difference] = {}
    for each in every:
        first.setdefault((each.kind, each.members), each)
    return [first[key] for key in sorted(first)]


def _rows(difference: Difference, held: Sequence[set[str]]) -> list[int]:
    """The entries at which a difference stands: every one with a member where times differ, else the one with most."""
    shares = [len(ids.intersection(difference.members)) for ids in held]
    if not any(shares):
        return []
    return (
        [row for row, share in enumerate(shares) if share] if difference.kind == "time" else [shares.index(max(shares))]
    )
