"""Narrows an interval: early, late, mid, the start of, the end of, earlier, later, the early hours of."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from twosource.language.words_times import Minute
from twosource.text.times import Window, moved, part_of, week_window, whole_days

Fraction = tuple[float, float]
FRACTIONS: Final[dict[str, Fraction]] = {
    "early": (0, 1 / 3),
    "mid": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "start": (0, 1 / 4),
    "end": (3 / 4, 1),
    "first half": (0, 1 / 2),
    "second half": (1 / 2, 1),
}
DAY_PARTS: Final[dict[str, tuple[tuple[int, int], tuple[int, int]]]] = {
    "early": ((0, 0), (9, 59)),
    "start": ((0, 0), (9, 59)),
    "mid": ((10, 0), (15, 59)),
    "late": ((17, 0), (23, 59)),
    "end": ((17, 0), (23, 59)),
    "first half": ((0, 0), (11, 59)),
    "second half": ((12, 0), (23, 59)),
}


WEEKS: Final[dict[str, Callable[[date], Window]]] = {
    "week": week_window,
    "week from": lambda day: whole_days(day, moved(day, 6), "week"),
    "week to": lambda day: whole_days(moved(day, -6), day, "week"),
}
"""The week that a day is of, begins or ends."""


def narrowed(window: Window, how: str, base: date | None, parts: Mapping[str, tuple[Minute, Minute]]) -> Window:
    """The part of a window that ``how``, a value of the grammar's ``narrowings``, names; all of it where that cannot narrow it.

    ``base`` is the article's own day, where "earlier" ends and "later" begins; ``parts`` are those of a day by name.
    """
    if how in parts:
        return part_of(window.day, *parts[how]) if window.precision == "day" else window
    if how in WEEKS:
        return WEEKS[how](window.day) if window.precision == "day" else window
    if window.precision == "day":
        return part_of(window.day, *DAY_PARTS[how]) if how in DAY_PARTS else window
    if window.precision in {"minute", "hour", "part of day"}:
        return window
    if how in FRACTIONS:
        return _fraction(window, *FRACTIONS[how])
    return _on_one_side(window, base, later=how == "later") if how in {"earlier", "later"} else window


def _fraction(window: Window, low: float, high: float) -> Window:
    days = (window.last.date() - window.day).days + 1
    first = moved(window.day, int(low * days))
    return whole_days(first, max(first, moved(window.day, round(high * days) - 1)), "range")


def _on_one_side(window: Window, base: date | None, *, later: bool) -> Window:
    """What lies behind the article's own day, or up to it; all where that day does not lie within."""
    if base is None or not window.day <= base <= window.last.date():
        return window
    return whole_days(base, window.last.date(), "range") if later else whole_days(window.day, base, "range")


def until(window: Window, last: date) -> Window:
    """From the beginning of ``window`` to the end of a day: "since …"."""
    end = whole_days(last, last, "day").last
    return Window(first=window.first, last=max(window.last, end), precision="range") if end > window.last else window
