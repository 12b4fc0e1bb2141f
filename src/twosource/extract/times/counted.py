"""From an expression to what is counted off: "two weeks ago", "a day later", "the day after the vote", "in the past year"."""

from datetime import date
from typing import Final

from twosource.extract.times.asked import Answer, Asked, counted_from, said, spoken_of, told_to_be_on
from twosource.extract.times.reference import FINE, Clock
from twosource.text.reasons import Reason
from twosource.text.times import (
    Window,
    day_window,
    month_window,
    moved,
    quarter_of,
    quarter_window,
    unit_window,
    whole_days,
    year_window,
)

DAYS_OF_WEEK: Final = 7
HOURS_OF_DAY: Final = 24
SHORT_UNITS: Final = frozenset({"minute", "hour"})


def read_ago(asked: Asked, clock: Clock) -> Answer:
    """Reads "two weeks ago", "a year ago": no more precise than the unit."""
    unit, count = asked.get("unit"), asked.words.number(asked.get("number"))
    if count is None or unit in SHORT_UNITS:
        return None
    if unit == "year" and count == 1 and asked.spoken.quarter and asked.spoken.window == asked.spoken.quarter:
        return a_year_before(asked)
    since = counted_from(clock)
    why = Reason("times.ago", number=asked.get("number"), unit=Reason.kind(unit), count=count, since=since)
    return said(unit_window(clock.day, unit, -count), why)


def read_before(asked: Asked) -> Answer:
    """Reads "a day earlier", "two weeks later": counted from the time spoken of last, or from what is named behind it."""
    unit, count = asked.get("unit"), asked.words.number(asked.get("number"))
    if count is None or unit in SHORT_UNITS:
        return None
    if asked.get("direction") in asked.words.later:
        return _later(asked, unit, count)
    if unit == "year" and count == 1 and asked.spoken.window and not asked.anchored:
        return a_year_before(asked)
    day, why = _counted_off(asked, unit)
    since = why or (counted_from(asked.clock) if asked.clock else "")
    return _counted(day, unit, -count, since)


def _later(asked: Asked, unit: str, count: int) -> Answer:
    """What comes after a day that was told; not "a month after the test", counted from something that is not told."""
    day, why = _counted_off(asked, unit)
    answer = _counted(day, unit, count, why or "")
    if answer is None or asked.clock is None:
        return answer
    passed = asked.direction == "future" or answer[0].day <= asked.clock.day
    return answer if passed and why is not None else None


def _counted(day: date | None, unit: str, count: int, since: Reason | str) -> Answer:
    if day is None:
        return None
    found = day_window(moved(day, DAYS_OF_WEEK * count)) if unit == "week" else unit_window(day, unit, count)
    return said(found, Reason("times.counted", since=since))


def _counted_off(asked: Asked, unit: str) -> tuple[date | None, Reason | None]:
    """The day to count from, and what it is where it was told; else the article's own, and nothing."""
    if asked.anchored:
        return asked.anchor, told_to_be_on(asked.anchor) if asked.anchor else None
    spoken = asked.spoken
    day = spoken.day if unit in {"day", "week"} else (spoken.window.day if spoken.window else None)
    if day is not None:
        return day, spoken_of(day)
    return (asked.clock.day if asked.clock else None), None


def read_same(asked: Asked) -> Answer:
    """Reads "the following day", "that month", "the same year", "the day before", "the day after the vote"."""
    window, unit = asked.spoken.window, asked.get("unit")
    step = asked.words.from_spoken.get(asked.get("which"), 0)
    if asked.anchored:
        found = unit_window(asked.anchor, unit, step) if asked.anchor else None
        return said(found, Reason("times.counted", since=told_to_be_on(asked.anchor)))
    if window is None or (unit == "day" and window.precision not in FINE):
        return None
    day = asked.spoken.day if unit == "day" else window.day
    found = unit_window(day, unit, step) if day else None
    return said(found, Reason("times.counted", since=spoken_of(day))) if day else None


def read_past(asked: Asked, clock: Clock) -> Answer:
    """Reads "in the past two weeks", "over the last 24 hours", "the next six weeks": a range that ends or begins with the article."""
    count, unit = asked.words.number(asked.get("number")), asked.get("unit")
    if count is None or unit == "minute":
        return None
    day, sign = clock.day, asked.step() or -1
    days = {"hour": (count + HOURS_OF_DAY - 1) // HOURS_OF_DAY, "day": count, "week": DAYS_OF_WEEK * count}.get(unit)
    far = unit_window(day, "day" if days else unit, sign * (days or count))
    if far is None:
        return None
    if sign > 0:
        return whole_days(day, far.last.date(), "range"), Reason("times.onward", since=counted_from(clock))
    return whole_days(far.day, day, "range"), Reason("times.up_to", since=counted_from(clock))


def a_year_before(asked: Asked, unit: str = "") -> Answer:
    """Reads "a year earlier", "the year-ago quarter": the quarter, month or year spoken of, a year before."""
    window = _period_spoken_of(asked, unit)
    if window is None:
        step = -4 if unit == "quarter" else -1
        found = unit_window(asked.clock.day, unit or "year", step) if asked.clock else None
        return said(found, counted_from(asked.clock)) if asked.clock else None
    year = window.first.year - 1
    found = {
        "quarter": lambda: quarter_window(year, quarter_of(window.day)),
        "month": lambda: month_window(year, window.first.month),
    }.get(window.precision, lambda: year_window(year))()
    return said(found, Reason("times.year_before", period=Reason.kind(window.precision)))


def _period_spoken_of(asked: Asked, unit: str) -> Window | None:
    window = asked.spoken.quarter if unit == "quarter" else asked.spoken.window
    if window is not None and window.precision in {"quarter", "month", "year"}:
        return window
    return asked.spoken.quarter or asked.spoken.month
