"""From an expression to a longer time: months, seasons, quarters, years, decades, centuries, weekends."""

from datetime import date, timedelta
from typing import Final

from twosource.extract.times.asked import Answer, Asked, counted_from, said, seen_from
from twosource.extract.times.counted import read_same
from twosource.extract.times.reference import Clock
from twosource.text.reasons import Reason
from twosource.text.times import (
    Window,
    decade_window,
    month_window,
    months_window,
    moved,
    quarter_of,
    quarter_window,
    unit_window,
    weekday_after,
    weekday_before,
    whole_days,
    year_window,
)

SOON: Final = timedelta(days=75)
SOON_MONTHS: Final = 3
OLD_CENTURY: Final = 30
YEAR: Final = 12
HALF_YEAR: Final = 6
HALF_OF_YEAR: Final = timedelta(days=183)
SHORT: Final = 2
LONGEST_PAIR: Final = 9
YEARS_AHEAD: Final = 10
SATURDAY: Final = 5
SUNDAY: Final = 6


def read_month(asked: Asked) -> Answer:
    """A month, of a year given, or the last one up to the article's date."""
    month = asked.words.months[asked.get("month")]
    if asked.get("year"):
        return said(month_window(int(asked.get("year")), month), Reason("times.month_as_it_stands"))
    if asked.clock is None:
        return None
    year, how = _year_of_month(asked, asked.clock.day, month)
    return said(month_window(year, month), seen_from(asked.clock, how))


def _year_of_month(asked: Asked, base: date, month: int) -> tuple[int, Reason]:
    """The year that a bare month is of, and how that was found."""
    which, name = asked.get("which"), asked.get("month").title()
    ahead = not which and asked.looks_ahead
    if asked.get("whichyear"):
        return base.year + asked.step("whichyear"), Reason("times.of_which_year", which=asked.get("whichyear"))
    if which in asked.words.current or (ahead and month == base.month):
        return base.year, Reason("times.this_year")
    if asked.step() == 1 or ahead:
        return base.year + (month <= base.month), Reason("times.next", name=name)
    if not which and asked.direction == "open" and 0 < (month - base.month) % YEAR <= SOON_MONTHS:
        return base.year + (month < base.month), Reason("times.nearest", name=name)
    last = asked.step() == -1 and (base.month - month) % YEAR <= 1
    return base.year - (month > base.month or last), Reason("times.last", name=name)


def read_season(asked: Asked) -> Answer:
    """Reads "last summer", "the winter of 2030": northern seasons, to the month."""
    first, last = asked.words.seasons[asked.get("season")]
    if asked.get("year"):
        found = months_window(int(asked.get("year")), first, last, "range")
        return said(found, Reason("times.season_of_year"))
    if asked.clock is None:
        return None
    base = asked.clock.day
    years = [months_window(base.year + step, first, last, "range") for step in (-2, -1, 0, 1)]
    found = _season_seen(asked, base, [window for window in years if window])
    return said(found, seen_from(asked.clock, Reason("times.season")))


def _season_seen(asked: Asked, base: date, years: list[Window]) -> Window | None:
    """Of one season in the years around a day, in order, the one meant: running, ended or to come."""
    this = asked.get("which") in asked.words.current
    ended = next((one for one in reversed(years) if one.last.date() < base), None)
    running = next((one for one in years if one.day <= base <= one.last.date()), None)
    # What was done in a season that has but begun was done in the one before; what will be done is done in it.
    begun = running is not None and (running.day.year, running.day.month) == (base.year, base.month)
    if asked.step() == -1 or (begun and not this and asked.direction == "past" and asked.step() == 0):
        return ended
    if asked.step() == 1 or (asked.direction == "future" and not this and not begun):
        return next((one for one in years if one.day > base), None)
    return running or (_this_season(asked, base, ended, years) if this else ended)


def _this_season(asked: Asked, base: date, ended: Window | None, years: list[Window]) -> Window | None:
    """One that does not run: that which ended lately where the past is told, else that of the calendar year."""
    near = {"past": HALF_OF_YEAR, "open": SOON}.get(asked.direction, timedelta(0))
    if ended and base - ended.last.date() <= near:
        return ended
    return next((one for one in years if one.day.year == base.year), None)


def read_short_year(asked: Asked, clock: Clock) -> Answer:
    """Reads "the summer of '97", "May '97", "since '97": the last such year, or one soon to come where the verb looks ahead."""
    base = clock.day.year
    year = base - base % 100 + int(asked.get("short"))
    year -= 100 if year > base + (YEARS_AHEAD if asked.direction == "future" else 0) else 0
    answer = _of_year(asked, year)
    return answer and (answer[0], Reason("times.two_digits", year=year, since=counted_from(clock)))


def _of_year(asked: Asked, year: int) -> Answer:
    """The season, the month, or all of a year that was found otherwise."""
    reader = read_season if asked.get("season") else read_month if asked.get("month") else read_year
    return reader(asked.with_parts(year=str(year)))


def read_spelled_year(asked: Asked) -> Answer:
    """Reads "nineteen ninety-six", "January nineteen ninety-six", as broadcasters' transcripts have it."""
    ones = asked.words.number(asked.get("ones")) or 0
    tens = asked.words.number(asked.get("tens")) or 0
    answer = _of_year(asked, (1900 if tens else 2000) + tens + ones)
    return answer and (answer[0], Reason("times.year_in_words", why=answer[1]))


def read_year_pair(asked: Asked) -> Answer:
    """Reads "fiscal year 2029-30", "the 2029/30 season": whose months are not told, so both years."""
    first = int(asked.get("year"))
    last = int(asked.get("year2")) + (first - first % 100 if len(asked.get("year2")) == SHORT else 0)
    if not 0 < last - first <= LONGEST_PAIR:
        return None
    found = months_window(first, 1, YEAR * (last - first + 1), "range")
    return said(found, Reason("times.two_years"))


def read_year(asked: Asked) -> Answer:
    """A year in four digits; a fiscal one is taken for it, and that is said."""
    why = Reason("times.fiscal") if asked.get("fiscal") else Reason("times.year_as_it_stands")
    return said(year_window(int(asked.get("year"))), why)


def read_century(asked: Asked) -> Answer:
    """Reads "the 20th century"."""
    which = asked.words.number(asked.get("century"))
    first, last = (year_window(100 * which - 99), year_window(100 * which)) if which else (None, None)
    whole = whole_days(first.day, last.last.date(), "range") if first and last else None
    return said(whole, Reason("times.century_as_it_stands"))


def read_decade(asked: Asked) -> Answer:
    """Reads "the 1980s", "the '80s", "the eighties": without its century the last one, as nothing else is called so."""
    spelled = asked.words.decades.get(asked.get("spelled"))
    tens = int(asked.get("decade")) * 10 if spelled is None else spelled
    century = asked.get("century")
    if not century and asked.clock is None:
        return None
    century = century or ("20" if tens < OLD_CENTURY and spelled is None else "19")
    return said(decade_window(int(century) * 100 + tens), Reason("times.decade_as_it_stands"))


def read_unit(asked: Asked) -> Answer:
    """Reads "last week", "next year", "this quarter", "the latest period"."""
    unit, which = asked.words.unit(asked.get("unit")), asked.get("which")
    if unit in asked.words.any_quarter or (asked.get("latest") and unit == "quarter"):
        return latest_quarter(asked)
    if asked.get("latest"):
        which = ""
    from_spoken = which in asked.words.from_spoken and which not in asked.words.from_article
    if asked.spoken.window and from_spoken:
        return read_same(asked.only(unit=unit, which=which))
    if asked.clock is None:
        return None
    if asked.get("beyond"):
        found = unit_window(asked.clock.day, unit, asked.words.beyond[asked.get("beyond")])
        how = Reason("times.unit_beyond", unit=Reason.kind(unit), which=asked.get("beyond"))
        return said(found, seen_from(asked.clock, how))
    step, of_unit = asked.words.steps.get(which, 0), Reason.kind(unit)
    told = Reason("times.which_unit", which=which, unit=of_unit) if which else Reason("times.the_unit", unit=of_unit)
    return said(unit_window(asked.clock.day, unit, step), seen_from(asked.clock, told))


def latest_quarter(asked: Asked) -> Answer:
    """The quarter last spoken of, or the one that last ended."""
    if asked.spoken.quarter:
        return asked.spoken.quarter, Reason("times.quarter_spoken_of")
    if asked.clock is None:
        return None
    ended = unit_window(asked.clock.day, "quarter", -1)
    return said(ended, Reason("times.last_quarter", since=counted_from(asked.clock)))


def read_bare_unit(asked: Asked) -> Answer:
    """Reads "the quarter", "the week", "the year": the one spoken of, or that of the article."""
    unit, spoken = asked.words.unit(asked.get("unit")), asked.spoken
    if unit == "quarter":
        return latest_quarter(asked)
    if unit == "month" and spoken.month:
        return spoken.month, Reason("times.month_spoken_of")
    if asked.clock is None:
        return None
    return said(unit_window(asked.clock.day, unit, 0), Reason("times.that_of", since=counted_from(asked.clock)))


def read_quarter(asked: Asked) -> Answer:
    """Reads "the third quarter", "this year's third quarter", "Q3 2031": the last such quarter that has begun."""
    which = asked.words.number(asked.get("quarter"))
    if which is None:
        return None
    year = asked.get("year") or asked.get("yearbefore")
    if year:
        return said(quarter_window(int(year), which), Reason("times.quarter_as_it_stands"))
    if asked.clock is None:
        return None
    base, why = asked.clock.day, counted_from(asked.clock)
    if asked.get("whichyear") or asked.get("whichyear2"):
        step = asked.step("whichyear") + asked.step("whichyear2")
        return said(quarter_window(base.year + step, which), Reason("times.seen_from", since=why))
    back = int(which > quarter_of(base)) + int(bool(asked.get("ago")))
    return said(quarter_window(base.year - back, which), Reason("times.last_such_quarter", since=why))


def read_year_period(asked: Asked) -> Answer:
    """Reads "the 2030 quarter": the quarter spoken of, in that year."""
    quarter, year = asked.spoken.quarter, int(asked.get("year"))
    if quarter is not None:
        return said(quarter_window(year, quarter_of(quarter.day)), Reason("times.quarter_in_year"))
    whole = asked.get("unit") in asked.words.any_quarter
    return said(year_window(year) if whole else None, Reason("times.year_as_it_stands"))


def read_half(asked: Asked) -> Answer:
    """Reads "the first half of 2030", "the second half of next year"."""
    year = int(asked.get("year") or 0)
    if not year and asked.clock and asked.get("whichyear"):
        year = asked.clock.day.year + asked.step("whichyear")
    first = 1 if asked.words.number(asked.get("half")) == 1 else HALF_YEAR + 1
    half = months_window(year, first, first + HALF_YEAR - 1, "range") if year else None
    return said(half, Reason("times.half_of_year"))


def read_weekend(asked: Asked, clock: Clock) -> Answer:
    """Reads "the weekend", "last weekend": Saturday and Sunday."""
    which, base = asked.get("which"), clock.day
    if asked.words.from_spoken.get(which) and asked.spoken.day:
        base = asked.spoken.day
    ahead = asked.step() == 1 or (asked.step() == 0 and asked.direction == "future")
    sunday = weekday_after(base, SUNDAY) if ahead else weekday_before(base, SUNDAY)
    if not ahead and base.weekday() == SATURDAY and asked.step() == 0:
        sunday = moved(base, 1)  # A Saturday is in its own weekend.
    how = Reason("times.next_weekend") if ahead else Reason("times.last_weekend")
    return whole_days(moved(sunday, -1), sunday, "range"), seen_from(clock, how)
