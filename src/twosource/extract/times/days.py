"""From an expression to an interval: absolute dates, weekdays, months, quarters, years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from twosource.extract.times.reference import Clock, Leaning, Spoken
from twosource.language.resources import load
from twosource.text.times import Window, day_of, day_window, month_window, moved, weekday_after, weekday_before

CENTURY: Final = 100
SOON: Final = timedelta(days=75)
WEEKS_AHEAD: Final = timedelta(days=21)
"""So near a day without a year is this year's, whatever the verb."""
BACK: Final = frozenset(
    {"last", "this past", "this last", "past", "the past", "the last", "the previous", "the preceding", "previous"}
)
AHEAD: Final = frozenset({"next", "the next", "this coming", "coming", "the coming", "the following", "following"})
TO_SPOKEN: Final = frozenset({"the following", "the previous", "the preceding", "that", "the same", "that same"})
AFTER_SPOKEN: Final = frozenset({"the following", "following", "the next", "the very next", "after"})
BEFORE_SPOKEN: Final = frozenset({"the previous", "previous", "the preceding", "before"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that the reading of one expression may look at."""

    parts: Mapping[str, str]
    clock: Clock | None
    spoken: Spoken
    leaning: Leaning

    def get(self, name: str) -> str:
        """A named piece of the expression; empty where it has none."""
        return self.parts.get(name, "")


Answer = tuple[Window, str] | None


@cache
def table(name: str) -> Any:  # noqa: ANN401 - a list of the grammar, whose form its reader knows
    """A list of the grammar."""
    return load("times")[name]


def number(text: str) -> int | None:
    """A number in digits, with or without its ordinal ending, or in words."""
    digits = text.rstrip("stndrh")
    if digits.isdigit():
        return int(digits)
    found = table("numbers").get(text) or table("ordinals").get(text.replace(" ", "-"))
    return int(found) if found else None


def counted_from(clock: Clock) -> str:
    """How reasons name the article's own day."""
    return f"the article's date, {clock.day.isoformat()}"


def read_date(asked: Asked) -> Answer:
    """A day of a month, with or without its year and weekday."""
    day = number(asked.get("day"))
    month = table("months").get(asked.get("month")) or number(asked.get("monthno"))
    if day is None:
        return None
    if month is None:
        return _day_of_last_month(asked, day)
    if asked.get("year"):
        found = day_of(int(asked.get("year")), month, day)
        return (day_window(found), "the date as it stands") if found else None
    if asked.clock is None:
        return _year_of_spoken(asked, month, day)
    year = asked.clock.day.year
    years = [found for found in (day_of(year + step, month, day) for step in (-1, 0, 1)) if found]
    weekday = table("weekdays").get(asked.get("weekday"))
    fitting = [one for one in years if weekday is None or one.weekday() == weekday] or years
    found = nearest(fitting, asked.clock.day, _leaning_of_style(fitting, asked.clock.day, asked.leaning))
    return (day_window(found), f"the year that fits {counted_from(asked.clock)}") if found else None


def _year_of_spoken(asked: Asked, month: int, day: int) -> Answer:
    """Without a date of the article a weekday and a year spoken of can still fix a day."""
    weekday = table("weekdays").get(asked.get("weekday"))
    year = asked.spoken.year or (asked.spoken.day.year if asked.spoken.day else None)
    if year is None or weekday is None:
        return None
    found = day_of(year, month, day)
    if found is None or found.weekday() != weekday:
        return None
    return day_window(found), f"the year {year} was spoken of, and the weekday agrees"


def _day_of_last_month(asked: Asked, day: int) -> Answer:
    """A weekday and a day of the month ("Tuesday the 4th"): the nearest month in which they agree."""
    weekday = table("weekdays").get(asked.get("weekday"))
    if asked.clock is None or weekday is None:
        return None
    base = asked.clock.day
    months = [month_window(base.year, base.month + step) for step in range(-11, 3)]
    days = [day_of(m.first.year, m.first.month, day) for m in months if m]
    fitting = [one for one in days if one and one.weekday() == weekday]
    found = nearest(fitting, base, asked.leaning)
    return (
        (day_window(found), f"the nearest month in which they agree, to {counted_from(asked.clock)}") if found else None
    )


def _leaning_of_style(days: list[date], base: date, way: Leaning) -> Leaning:
    """A day that is soon to come this year is meant even beside a verb in the past ("was set to expire Nov. 6").

    Newsrooms leave the year out only for the current one; the other day that fits lies nearly a year back.
    """
    soon = any(timedelta(days=1) < day - base <= WEEKS_AHEAD and day.year == base.year for day in days)
    return "future" if way == "past" and soon else way


def nearest(days: list[date], base: date, leaning: Leaning) -> date | None:
    """The day meant, of several that fit: the last one past, or one soon to come where the verb does not forbid it."""
    past = max((one for one in days if one <= base), default=None)
    ahead = min((one for one in days if one > base), default=None)
    if ahead is None or past is None:
        return past or ahead
    if leaning == "future":
        return ahead
    if leaning == "past" and ahead - base > timedelta(days=1):
        return past
    return ahead if ahead - base <= SOON and base - past > SOON else past


def read_slashed(asked: Asked) -> Answer:
    """Reads "4/5/2031": month first or day first; the reading near the article's date where both are possible."""
    one, two, year = int(asked.get("one")), int(asked.get("two")), int(asked.get("year"))
    if year < CENTURY:
        year += 2000 if year < 50 else 1900  # noqa: PLR2004 - the usual pivot of two-digit years
    days = [found for found in (day_of(year, one, two), day_of(year, two, one)) if found]
    weekday = table("weekdays").get(asked.get("weekday"))
    days = [day for day in days if day.weekday() == weekday] or days
    if not days:
        return None
    if len(set(days)) == 1:
        return day_window(days[0]), "the date as it stands"
    if asked.clock is None:
        return None
    base = asked.clock.day
    found = min(days, key=lambda day: abs((day - base).days))
    return day_window(found), f"of month first and day first, the one nearer to {counted_from(asked.clock)}"


def read_dates(asked: Asked) -> Answer:
    """Several days of a month ("March 3 to 5", "30 May – 2 June")."""
    begin = read_date(asked)
    month = asked.get("month2") or asked.get("month")
    if begin is None:
        return None
    last = day_of(begin[0].first.year, table("months")[month], number(asked.get("day2")) or 0)
    if last is None or last < begin[0].day:
        return None
    both = day_window(last)
    return Window(
        first=begin[0].first, last=both.last, precision="range"
    ), f"from the first to the last day; {begin[1]}"


def read_weekday(asked: Asked) -> Answer:
    """A weekday: the last one up to the article's day, unless something says otherwise."""
    weekday = table("weekdays")[asked.get("weekday")]
    which = asked.get("which")
    if asked.clock is None:
        return None
    if which in TO_SPOKEN and asked.spoken.day:
        return _weekday_from_spoken(asked, weekday)
    day, how = (_weekday_beyond if asked.get("beyond") else _weekday_seen)(asked, asked.clock.day, weekday)
    return day_window(day), f"{how}, seen from {counted_from(asked.clock)}"


def _weekday_seen(asked: Asked, base: date, weekday: int) -> tuple[date, str]:
    """The weekday meant by an article of a day, and how that was found."""
    which, name = asked.get("which"), asked.get("weekday").capitalize()
    if asked.get("whichweek"):
        step = {"last": -7, "next": 7}.get(asked.get("whichweek"), 0)
        return moved(base, step - base.weekday() + weekday), f"{name} of {asked.get('whichweek')} week"
    if asked.get("ago"):
        back = 7 * (number(asked.get("ago")) or 0)
        return moved(weekday_before(base, weekday), -back), f"{name}, {asked.get('ago')} weeks back"
    other = base.weekday() != weekday
    looks_ahead = not which and asked.leaning == "future" and other
    if which in AHEAD or looks_ahead or (which == "this" and asked.leaning != "past" and other):
        return weekday_after(base, weekday), f"the next {name}"
    return weekday_before(base, weekday, strictly=which in BACK), f"the last {name}"


def _weekday_beyond(asked: Asked, base: date, weekday: int) -> tuple[date, str]:
    """Reads "the Sunday before last", "the Sunday after next", "Saturday week", "last Saturday week": a week farther."""
    name = asked.get("weekday").capitalize()
    if asked.get("beyond") == "before last" or asked.get("which") in BACK:
        return moved(weekday_before(base, weekday, strictly=True), -7), f"a week before the last {name}"
    return moved(weekday_after(base, weekday), 7), f"a week after the next {name}"


def _weekday_from_spoken(asked: Asked, weekday: int) -> Answer:
    day = asked.spoken.day
    if day is None:
        return None
    which = asked.get("which")
    said = f"counted from {day.isoformat()}, spoken of before"
    if which == "the following":
        return day_window(weekday_after(day, weekday)), said
    return day_window(weekday_before(day, weekday, strictly=which in BEFORE_SPOKEN)), said


def read_weekdays(asked: Asked) -> Answer:
    """Reads "Monday to Thursday": a range that ends with the second day."""
    begin = read_weekday(asked)
    if begin is None:
        return None
    last = weekday_after(begin[0].day, table("weekdays")[asked.get("weekday2")])
    return Window(first=begin[0].first, last=day_window(last).last, precision="range"), begin[1]
