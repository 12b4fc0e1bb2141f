"""Where accounts of what the timeline holds differ: laid on the times at which they put it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from twosource.model import Conflict, Difference, Point, TimelineEntry

_TELLING: Final = frozenset({"value", "time", "place", "polarity"})


def with_differences(
    entries: Sequence[TimelineEntry], points: Iterable[Point], conflicts: Iterable[Conflict]
) -> tuple[TimelineEntry, ...]:
    """The entries, each with the differences among accounts of what stands at its time.

    Args:
        entries: The timeline.
        points: The story's points: differences of value, time, place and polarity among their members.
        conflicts: Those without a point too: one event at two times.

    Returns:
        As many entries in the same order. A difference of time stands at every time that one of its members gives, any
        other only where most of its members stand; none at entries that hold no member.
    """
    found = {(each.kind, each.members): each for point in points for each in point.differences if each.kind in _TELLING}
    for conflict in conflicts:
        if conflict.kind == "time":
            made = Difference(kind="time", members=conflict.members, detail=conflict.detail)
            found.setdefault((made.kind, made.members), made)
    held = [{*entry.statements, *entry.figures} for entry in entries]
    laid: list[list[Difference]] = [[] for _ in entries]
    for difference in sorted(found.values(), key=lambda each: (each.kind, each.members)):
        shares = [len(ids.intersection(difference.members)) for ids in held]
        most = max(shares, default=0)
        if not most:
            continue
        rows = [row for row, share in enumerate(shares) if share] if difference.kind == "time" else [shares.index(most)]
        for row in rows:
            laid[row].append(difference)
    return tuple(
        replace(entry, differences=tuple(differences)) if differences else entry
        for entry, differences in zip(entries, laid, strict=True)
    )
