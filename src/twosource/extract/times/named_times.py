"""From an expression to an interval: today and tonight, nights, parts of days, clock times, seasons, holidays."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from twosource.extract.times.days import SOON, Answer, Asked, counted_from, nearest, number, table
from twosource.extract.times.periods import STEPS, read_month, read_year
from twosource.text.times import (
    Window,
    day_of,
    day_window,
    month_window,
    months_window,
    moved,
    nth_weekday,
    part_of,
    weekday_before,
    whole_days,
)

DAYS: Final = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
NIGHT: Final = ((20, 0), (30, 59))
NOON: Final = 12
HALF_YEAR: Final = 6
HALF_OF_YEAR: Final = timedelta(days=183)
YEARS_AHEAD: Final = 10


def read_today(asked: Asked) -> Answer:
    """Days named by their distance from the article's."""
    if asked.clock is None:
        return None
    said = asked.get("day")
    day = moved(asked.clock.day, DAYS[said])
    if said == "tonight":
        return part_of(day, *_hours("night")), f"the night of {counted_from(asked.clock)}"
    return day_window(day), f"{said}, seen from {counted_from(asked.clock)}"


def _hours(name: str) -> tuple[tuple[int, int], tuple[int, int]]:
    first, last = table("parts")[name]
    return (first[0], first[1]), (last[0], last[1])


def read_night(asked: Asked) -> Answer:
    """Reads "overnight", "last night": from the evening before the article's day, or of the days named."""
    if asked.clock is None:
        return None
    base = asked.clock.day
    end = asked.get("weekday2") or asked.get("weekday2b")
    if end:
        morning = weekday_before(base, table("weekdays")[end])
        return part_of(moved(morning, -1), *NIGHT), f"the night into {end}, seen from {counted_from(asked.clock)}"
    said = asked.get("night")
    if said == "the night before" and asked.spoken.day:
        return part_of(
            moved(asked.spoken.day, -1), *_hours("night")
        ), f"before {asked.spoken.day.isoformat()}, spoken of before"
    hours = NIGHT if said == "overnight" else _hours("night")
    return part_of(moved(base, -1), *hours), f"the night before {counted_from(asked.clock)}"


def read_this_part(asked: Asked) -> Answer:
    """Reads "this morning", "yesterday evening", "that night"."""
    which = asked.get("which")
    if which in {"that", "the same", "the following", "the next", "the previous"}:
        day = asked.spoken.day
        if day is None:
            return None
        day = moved(day, {"that": 0, "the same": 0, "the previous": -1}.get(which, 1))
        return part_of(day, *_hours(asked.get("part"))), f"of {day.isoformat()}, by the day spoken of before"
    if asked.clock is None:
        return None
    day = moved(asked.clock.day, DAYS.get(which, 0))
    return part_of(
        day, *_hours(asked.get("part"))
    ), f"{which} {asked.get('part')}, seen from {counted_from(asked.clock)}"


def part_named(asked: Asked, day: date) -> Window | None:
    """A part of a given day, by its name."""
    name = asked.get("part")
    shaded = asked.get("shade").strip(" -") + ("-" if asked.get("shade").startswith("mid") else " ") + name
    found = shaded if shaded in table("parts") else name
    return part_of(day, *_hours(found)) if found in table("parts") else None


def clock_on(asked: Asked, day: date) -> Window | None:
    """A clock time on a given day, to the minute, or to the hour where only that is given."""
    if asked.get("word") == "midnight":
        return Window(
            first=datetime.combine(day, time(23, 59)), last=datetime.combine(moved(day, 1), time()), precision="minute"
        )
    if asked.get("word") == "noon":
        return Window(
            first=datetime.combine(day, time(NOON)), last=datetime.combine(day, time(NOON)), precision="minute"
        )
    hour, minute = number(asked.get("hour")), int(asked.get("minute") or 0)
    half = asked.get("half")[:1] or {"morning": "a", "afternoon": "p", "evening": "p"}.get(asked.get("inpart"), "")
    if hour is None or (half and not 1 <= hour <= NOON) or hour > 23:  # noqa: PLR2004 - hours of a day
        return None
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    first = datetime.combine(day, time(hour, minute))
    if asked.get("minute"):
        return Window(first=first, last=first, precision="minute")
    return Window(first=first, last=first.replace(minute=59), precision="hour")


def read_season(asked: Asked) -> Answer:
    """Reads "last summer", "the winter of 2030": northern seasons, to the month."""
    first, last = table("seasons")[asked.get("season")]
    if asked.get("year"):
        found = months_window(int(asked.get("year")), first, last, "range")
        return (found, "the northern season of that year") if found else None
    if asked.clock is None:
        return None
    base = asked.clock.day
    years = [months_window(base.year + step, first, last, "range") for step in (-2, -1, 0, 1)]
    found = _season_seen(asked, base, [window for window in years if window])
    return (found, f"the northern season, seen from {counted_from(asked.clock)}") if found else None


def _season_seen(asked: Asked, base: date, years: list[Window]) -> Window | None:
    """Of one season in the years around a day, in order, the one meant.

    "This winter" is the one that runs; else, where the past is told, or it ended but lately and nothing is said to be
    ahead, the one that ended; else that of the calendar year.
    """
    which = asked.get("which")
    ended = max((one for one in years if one.last.date() < base), key=lambda one: one.last, default=None)
    begun = max((one for one in years if one.day <= base), key=lambda one: one.day, default=None)
    if STEPS.get(which) == -1:
        return ended
    if STEPS.get(which) == 1 or (asked.leaning == "future" and which != "this"):
        return next((one for one in years if one.day > base), None)
    if begun and begun.last.date() >= base:
        new = begun.day.replace(day=1) == base.replace(day=1)
        return ended if new and asked.leaning == "past" and which != "this" else begun
    if which != "this":
        return ended
    near = {"past": HALF_OF_YEAR, "open": SOON}.get(asked.leaning, timedelta(0))
    if ended and base - ended.last.date() <= near:
        return ended
    return next((one for one in years if one.day.year == base.year), None)


def read_short_year(asked: Asked) -> Answer:
    """Reads "the summer of '97", "May '97", "since '97": the last such year, or one soon to come where the verb looks ahead."""
    if asked.clock is None:
        return None
    base = asked.clock.day.year
    year = base - base % 100 + int(asked.get("short"))
    year -= 100 if year > base + (YEARS_AHEAD if asked.leaning == "future" else 0) else 0
    dated = replace(asked, parts={**asked.parts, "year": str(year)})
    reader = read_season if asked.get("season") else read_month if asked.get("month") else read_year
    answer = reader(dated)
    return answer and (answer[0], f"{year}, the year in two digits seen from {counted_from(asked.clock)}")


def holiday_in(year: int, name: str) -> date | None:
    """The day of a holiday in a year."""
    rule = table("holidays")[name]
    if len(rule) == 2:  # noqa: PLR2004 - month and day
        return day_of(year, *rule)
    month = month_window(year, rule[0])
    if month is None:
        return None
    return nth_weekday(month, rule[1], rule[2])


def read_holiday(asked: Asked) -> Answer:
    """Reads "Christmas Eve", "last Thanksgiving"."""
    name = asked.get("holiday")
    if asked.get("year"):
        found = holiday_in(int(asked.get("year")), name)
        return (day_window(found), "the holiday of that year") if found else None
    if asked.clock is None:
        return None
    base = asked.clock.day
    days = [found for step in (-1, 0, 1) if (found := holiday_in(base.year + step, name))]
    step = STEPS.get(asked.get("which"))
    if step == 1:
        days = [day for day in days if day > base]
    if step == -1:
        days = [day for day in days if day < base]
    found = nearest(days, base, asked.leaning)
    return (day_window(found), f"seen from {counted_from(asked.clock)}") if found else None


def read_year_end(asked: Asked) -> Answer:
    """Reads "year-end": the last day of the article's year."""
    if asked.clock is None:
        return None
    return day_window(date(asked.clock.day.year, 12, 31)), f"the end of the year of {counted_from(asked.clock)}"


def read_half(asked: Asked) -> Answer:
    """Reads "the first half of 2030", "the second half of next year"."""
    year = int(asked.get("year") or 0)
    if not year:
        if asked.clock is None or not asked.get("whichyear"):
            return None
        year = asked.clock.day.year + {"last": -1, "next": 1}.get(asked.get("whichyear"), 0)
    first = 1 if asked.get("half") == "first" else HALF_YEAR + 1
    found = months_window(year, first, first + HALF_YEAR - 1, "range")
    return (found, "half of that year") if found else None


def read_nth_day(asked: Asked) -> Answer:
    """Reads "its seventh day": counted from a beginning that was told, else the article's own day, as such words are used."""
    nth = number(asked.get("nth"))
    if nth is None:
        return None
    if asked.spoken.begun:
        day = moved(asked.spoken.begun, nth - 1)
        return day_window(day), f"counted from the beginning told, {asked.spoken.begun.isoformat()}"
    if asked.clock is None or nth == 1:
        return None
    day = asked.clock.day
    return whole_days(day, day, "day"), f"the beginning is not told: taken for {counted_from(asked.clock)}"
