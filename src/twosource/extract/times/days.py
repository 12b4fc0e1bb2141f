"""From an expression to a day: dates, weekdays, today, holidays, "its seventh day"."""

from datetime import date, timedelta
from typing import Final

from dateutil.easter import easter

from twosource.extract.times.asked import Answer, Asked, counted_from, said, seen_from, spoken_of
from twosource.extract.times.periods import read_month, read_unit
from twosource.extract.times.reference import Clock
from twosource.extract.times.tense import Direction
from twosource.language.words_times import TimeWords
from twosource.text.reasons import Reason
from twosource.text.times import (
    day_of,
    day_window,
    month_window,
    moved,
    nth_weekday,
    part_of,
    weekday_after,
    weekday_before,
    whole_days,
)

CENTURY: Final = 100
PIVOT: Final = 50
"""The usual pivot of two-digit years: 49 is 2049, 50 is 1950."""
SOON: Final = timedelta(days=75)
"""A day so near ahead is meant where the last such day lies farther back, and no verb says otherwise."""
WEEKS_AHEAD: Final = timedelta(days=21)
"""So near a day without a year is this year's, whatever the verb."""
JUST_PAST: Final = timedelta(days=14)
"""Of a holiday so lately past "can be a rough night" tells, and not of the next."""
LAST: Final = -1
MONTH_AND_DAY: Final = 2
FIRST_EASTER: Final = 1583
LAST_EASTER: Final = 4099
"""The years of the western calendar for which its rule holds. Source: dateutil."""


def read_date(asked: Asked) -> Answer:
    """A day of a month, with or without its year and weekday."""
    words = asked.words
    day = words.number(asked.get("day"))
    month = words.months.get(asked.get("month")) or words.number(asked.get("monthno"))
    if day is None or month is None:
        return None
    if asked.get("year"):
        return _said(day_of(int(asked.get("year")), month, day), Reason("times.date_as_it_stands"))
    if asked.clock is None:
        return None
    base = asked.clock.day
    years = [found for found in (day_of(base.year + step, month, day) for step in (-1, 0, 1)) if found]
    weekday = words.weekdays.get(asked.get("weekday"))
    fitting = [one for one in years if weekday is None or one.weekday() == weekday] or years
    found = nearest(fitting, base, _direction_of_style(fitting, base, asked))
    return _said(found, Reason("times.fitting_year", since=counted_from(asked.clock)))


def _said(day: date | None, why: Reason) -> Answer:
    return said(day_window(day) if day else None, why)


def _direction_of_style(days: list[date], base: date, asked: Asked) -> Direction:
    """A day that is soon to come this year is meant even beside a verb in the past ("was set to expire Nov. 6").

    Newsrooms leave the year out only for the current one; the other day that fits lies nearly a year back. So is a
    day told in one sentence behind another that lies ahead.
    """
    soon = any(timedelta(days=1) < day - base <= WEEKS_AHEAD and day.year == base.year for day in days)
    if asked.looks_ahead or (asked.direction == "past" and soon):
        return "future"
    return asked.direction


def nearest(days: list[date], base: date, direction: Direction) -> date | None:
    """The day meant, of several that fit: the last one past, or one soon to come where the verb does not forbid it."""
    past = max((one for one in days if one <= base), default=None)
    ahead = min((one for one in days if one > base), default=None)
    if ahead is None or past is None:
        return past or ahead
    if direction == "future":
        return ahead
    if direction == "past" and ahead - base > timedelta(days=1):
        return past
    return ahead if ahead - base <= SOON and base - past > SOON else past


def read_slashed(asked: Asked) -> Answer:
    """Reads "4/5/2031": month first or day first; the reading near the article's date where both are possible."""
    one, two, year = int(asked.get("one")), int(asked.get("two")), int(asked.get("year"))
    if year < CENTURY:
        year += 2000 if year < PIVOT else 1900
    days = [found for found in (day_of(year, one, two), day_of(year, two, one)) if found]
    weekday = asked.words.weekdays.get(asked.get("weekday"))
    days = [day for day in days if day.weekday() == weekday] or days
    if len(set(days)) == 1:
        return _said(days[0], Reason("times.date_as_it_stands"))
    if asked.clock is None or not days:
        return None
    base = asked.clock.day
    found = min(days, key=lambda day: abs((day - base).days))
    return _said(found, Reason("times.nearer_of_two", since=counted_from(asked.clock)))


def read_dates(asked: Asked) -> Answer:
    """Several days of a month ("March 3 to 5", "30 May – 2 June")."""
    begin = read_date(asked)
    month = asked.words.months.get(asked.get("month2") or asked.get("month"), 0)
    if begin is None:
        return None
    last = day_of(begin[0].first.year, month, asked.words.number(asked.get("day2")) or 0)
    if last is None or last < begin[0].day:
        return None
    return whole_days(begin[0].day, last, "range"), Reason("times.first_to_last", why=begin[1])


def read_weekday(asked: Asked, clock: Clock) -> Answer:
    """A weekday: the last one up to the article's day, unless something says otherwise."""
    weekday, which = asked.words.weekdays[asked.get("weekday")], asked.get("which")
    if which in asked.words.from_spoken and asked.spoken.day:
        return _weekday_from_spoken(asked, asked.spoken.day, weekday)
    day, how = (_weekday_beyond if asked.get("beyond") else _weekday_seen)(asked, clock.day, weekday)
    return day_window(day), seen_from(clock, how)


def _weekday_seen(asked: Asked, base: date, weekday: int) -> tuple[date, Reason]:
    """The weekday meant by an article of a day, and how that was found."""
    name = asked.get("weekday").capitalize()
    if asked.get("whichweek"):
        there = moved(base, 7 * asked.step("whichweek") - base.weekday() + weekday)
        return there, Reason("times.of_week", day=name, which=asked.get("whichweek"))
    if asked.get("ago"):
        back = 7 * (asked.words.number(asked.get("ago")) or 0)
        return moved(weekday_before(base, weekday), -back), Reason("times.weeks_back", day=name, weeks=asked.get("ago"))
    day = weekday_before(base, weekday, strictly=True)
    if asked.step() == LAST and base - day == timedelta(days=1):
        return moved(day, -7), Reason("times.last", name=name)  # "last Wednesday" on a Thursday is not yesterday
    if asked.step() == 1 or (base.weekday() != weekday and _looks_ahead(asked)):
        return weekday_after(base, weekday), Reason("times.next", name=name)
    return weekday_before(base, weekday, strictly=asked.step() == LAST), Reason("times.last", name=name)


def _looks_ahead(asked: Asked) -> bool:
    """Whether a weekday that is not the article's own is the next one: "will sit on Friday", "this Friday"."""
    if asked.get("which") in asked.words.current:
        return asked.direction != "past"
    return asked.looks_ahead and not asked.get("which")


def _weekday_beyond(asked: Asked, base: date, weekday: int) -> tuple[date, Reason]:
    """Reads "the Sunday before last", "Saturday week", "Monday fortnight", "a week last Friday": some weeks farther."""
    name, units = asked.get("weekday").capitalize(), asked.words.beyond[asked.get("beyond")]
    weeks = abs(units) - 1
    if units < 0 or asked.step() == LAST:
        day = moved(weekday_before(base, weekday, strictly=True), -7 * weeks)
        return day, Reason("times.weeks_before_last", name=name, weeks=weeks)
    return moved(weekday_after(base, weekday), 7 * weeks), Reason("times.weeks_after_next", name=name, weeks=weeks)


def _weekday_from_spoken(asked: Asked, day: date, weekday: int) -> Answer:
    step = asked.words.from_spoken[asked.get("which")]
    found = weekday_after(day, weekday) if step > 0 else weekday_before(day, weekday, strictly=step < 0)
    return day_window(found), Reason("times.counted", since=spoken_of(day))


def read_weekdays(asked: Asked, clock: Clock) -> Answer:
    """Reads "Monday to Thursday": a range that ends with the second day."""
    begin = read_weekday(asked, clock)
    if begin is None:
        return None
    last = weekday_after(begin[0].day, asked.words.weekdays[asked.get("weekday2")])
    return whole_days(begin[0].day, last, "range"), begin[1]


def read_nth_weekday(asked: Asked) -> Answer:
    """Reads "the last Monday of January 2030", "the third Tuesday in November": None where the month has no such day."""
    nth = LAST if asked.get("nth") in asked.words.last_one else asked.words.number(asked.get("nth"))
    of_unit = asked.only(unit="month", which=asked.get("whichmonth"))
    answer = read_unit(of_unit) if asked.get("whichmonth") else read_month(asked)
    if answer is None or nth is None:
        return None
    day = nth_weekday(answer[0], asked.words.weekdays[asked.get("weekday")], nth)
    return _said(day, Reason("times.counted_in_month", why=answer[1]))


def read_today(asked: Asked, clock: Clock) -> Answer:
    """Days named by their distance from the article's."""
    name = asked.get("day")
    day = moved(clock.day, asked.words.days[name])
    if name in asked.words.days_night:
        return part_of(day, *asked.words.parts["night"]), Reason("times.night_of", since=counted_from(clock))
    return day_window(day), seen_from(clock, name)


def holiday_in(year: int, name: str, words: TimeWords) -> date | None:
    """The day of a holiday in a year; None where the calendar of that year has none."""
    if name in words.easter:
        known = FIRST_EASTER <= year <= LAST_EASTER
        return moved(easter(year), words.easter[name]) if known else None
    rule = words.holidays[name]
    if len(rule) == MONTH_AND_DAY:
        return day_of(year, *rule)
    month_number, weekday, nth, *behind = rule
    month = month_window(year, month_number)
    found = nth_weekday(month, weekday, nth) if month else None
    return moved(found, sum(behind)) if found else None


def read_holiday(asked: Asked) -> Answer:
    """Reads "Christmas Eve", "last Thanksgiving", "Good Friday"."""
    name, words = asked.get("holiday"), asked.words
    if asked.get("year"):
        return _said(holiday_in(int(asked.get("year")), name, words), Reason("times.holiday_of_year"))
    if asked.clock is None:
        return None
    base, step = asked.clock.day, asked.step()
    years = (holiday_in(base.year + by, name, words) for by in (-1, 0, 1))
    days = [day for day in years if day and (day - base).days * step >= step * step]
    if base in days:
        return day_window(base), Reason("times.holiday_itself", since=counted_from(asked.clock))
    just = [day for day in days if timedelta(0) < base - day <= JUST_PAST]
    if just and not step:
        return day_window(just[0]), seen_from(asked.clock, Reason("times.holiday_just_past"))
    return _said(nearest(days, base, asked.direction), seen_from(asked.clock, Reason("times.holiday")))


def read_year_end(_: Asked, clock: Clock) -> Answer:
    """Reads "year-end": the last day of the article's year."""
    return day_window(date(clock.day.year, 12, 31)), Reason("times.end_of_year", since=counted_from(clock))


def read_nth_day(asked: Asked, clock: Clock) -> Answer:
    """Reads "its seventh day": the article's own day, as such words are used."""
    if asked.words.number(asked.get("nth")) in {None, 1}:
        return None
    return day_window(clock.day), Reason("times.no_beginning", since=counted_from(clock))
