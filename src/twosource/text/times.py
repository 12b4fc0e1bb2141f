"""Intervals of time and their arithmetic: days, weeks, months, quarters, years. Pure; knows no language."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta

from twosource.model import Precision

MONTHS_OF_QUARTER = 3
MONTHS_OF_YEAR = 12
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From one minute to another, both included, and how precisely that was said."""

    first: datetime
    last: datetime
    precision: Precision

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.first.date()

    def iso(self) -> tuple[str, str]:
        """Earliest and latest in ISO 8601: to the minute where the window is finer than a day, else days."""
        fine = self.precision in {"minute", "hour", "part of day"}
        form = "%H:%M"
        ends = (self.first, self.last)
        texts = [f"{end.date().isoformat()}T{end.strftime(form)}" if fine else end.date().isoformat() for end in ends]
        return texts[0], texts[1]

    def named(self, precision: Precision) -> "Window":
        """The same interval under another precision."""
        return replace(self, precision=precision)


def whole_days(first: date, last: date, precision: Precision) -> Window:
    """From the first minute of one day to the last of another; the ends are put in order."""
    first, last = min(first, last), max(first, last)
    return Window(
        first=datetime.combine(first, time(0, 0)), last=datetime.combine(last, time(23, 59)), precision=precision
    )


def day_window(day: date) -> Window:
    """One day."""
    return whole_days(day, day, "day")


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    if not (MINYEAR < year < MAXYEAR and 1 <= month <= MONTHS_OF_YEAR and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def moved(day: date, days: int) -> date:
    """``day`` and so many days; the calendar's end where it would run over."""
    return date.fromordinal(max(366, min(day.toordinal() + days, date(MAXYEAR - 1, 12, 31).toordinal())))


def week_window(day: date) -> Window:
    """The week, Monday to Sunday, in which ``day`` is."""
    monday = moved(day, -day.weekday())
    return whole_days(monday, moved(monday, 6), "week")


def month_window(year: int, month: int) -> Window | None:
    """A month; ``month`` may run over into other years (0 is December of the year before)."""
    year, month = year + (month - 1) // MONTHS_OF_YEAR, (month - 1) % MONTHS_OF_YEAR + 1
    first = day_of(year, month, 1)
    return whole_days(first, first.replace(day=monthrange(year, month)[1]), "month") if first else None


def months_window(year: int, first: int, last: int, precision: Precision) -> Window | None:
    """From the first day of one month to the last of another, both counted from January of ``year``."""
    begin, end = month_window(year, first), month_window(year, last)
    return whole_days(begin.day, end.last.date(), precision) if begin and end else None


def quarter_window(year: int, quarter: int) -> Window | None:
    """A quarter of the calendar year; ``quarter`` may run over into other years."""
    last = quarter * MONTHS_OF_QUARTER
    return months_window(year, last - MONTHS_OF_QUARTER + 1, last, "quarter")


def quarter_ended(day: date) -> Window | None:
    """The calendar quarter that shares most days with the three months up to ``day``."""
    middle = moved(day, -45)
    return quarter_window(middle.year, quarter_of(middle))


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // MONTHS_OF_QUARTER + 1


def year_window(year: int) -> Window | None:
    """A year."""
    return months_window(year, 1, MONTHS_OF_YEAR, "year")


def decade_window(year: int) -> Window | None:
    """The ten years from ``year``."""
    return months_window(year, 1, 10 * MONTHS_OF_YEAR, "range")


def weekday_before(day: date, weekday: int, *, strictly: bool = False) -> date:
    """The last such weekday (Monday is 0) up to ``day``, or before it."""
    back = (day.weekday() - weekday) % 7
    return moved(day, -(back or (7 if strictly else 0)))


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday after ``day``."""
    return moved(day, (weekday - day.weekday()) % 7 or 7)


def nth_weekday(month: Window, weekday: int, nth: int) -> date | None:
    """The nth such weekday (Monday is 0) of a month, its last for -1; None where the month has no so many."""
    if nth < 0:
        return weekday_before(month.last.date(), weekday)
    found = moved(weekday_after(moved(month.day, -1), weekday), 7 * (nth - 1))
    return found if found <= month.last.date() else None


def part_of(day: date, first: tuple[int, int], last: tuple[int, int]) -> Window:
    """Part of a day, from hour and minute to hour and minute; hours beyond 24 run into the next day."""
    begin = datetime.combine(day, time(0, 0))
    return Window(
        first=begin + timedelta(hours=first[0], minutes=first[1]),
        last=begin + timedelta(hours=last[0], minutes=last[1]),
        precision="part of day",
    )


def span_of(one: Window, other: Window, precision: Precision = "range") -> Window:
    """From the beginning of one to the end of the other, whichever order they come in."""
    return Window(first=min(one.first, other.first), last=max(one.last, other.last), precision=precision)


def unit_window(day: date, unit: str, by: int) -> Window | None:
    """The unit that is ``by`` units after the one in which ``day`` is.

    Args:
        day: Where to count from.
        unit: ``day``, ``week``, ``fortnight``, ``month``, ``quarter``, ``year`` or ``decade``.
        by: May be negative.

    Returns:
        None for a unit that is none of these, or beyond the calendar.
    """
    by = max(-100_000, min(by, 100_000))
    if unit in DAYS_OF:
        there = moved(day, DAYS_OF[unit] * by)
        return day_window(there) if unit == "day" else week_window(there)
    longer = {
        "month": lambda: month_window(day.year, day.month + by),
        "quarter": lambda: quarter_window(day.year, quarter_of(day) + by),
        "year": lambda: year_window(day.year + by),
        "decade": lambda: decade_window(day.year - day.year % 10 + 10 * by),
    }
    return longer[unit]() if unit in longer else None
