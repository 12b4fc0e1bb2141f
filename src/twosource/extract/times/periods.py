"""From an expression to an interval: months, years and units counted from the article's date or from what was spoken of."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from twosource.extract.times.days import (
    AFTER_SPOKEN,
    AHEAD,
    BACK,
    BEFORE_SPOKEN,
    Answer,
    Asked,
    counted_from,
    number,
    table,
)
from twosource.extract.times.reference import Clock
from twosource.text.times import (
    Window,
    day_window,
    decade_window,
    month_window,
    months_window,
    moved,
    nth_weekday,
    quarter_of,
    quarter_window,
    unit_window,
    weekday_after,
    weekday_before,
    whole_days,
    year_window,
)

STEPS: Final = dict.fromkeys(BACK, -1) | dict.fromkeys(AHEAD, 1)
SAME: Final = frozenset({"that", "the same", "that same"})
SOON_MONTHS: Final = 3
TENS: Final = {"seventy": 70, "eighty": 80, "ninety": 90}
OLD_CENTURY: Final = 30
YEAR: Final = 12
DAYS_OF_WEEK: Final = 7
LAST: Final = -1
SHORT: Final = 2
LONGEST_PAIR: Final = 9


def _said(window: Window | None, why: str) -> Answer:
    return (window, why) if window else None


def read_month(asked: Asked) -> Answer:
    """A month, of a year given, or the last one up to the article's date."""
    month = table("months")[asked.get("month")]
    if asked.get("year"):
        return _said(month_window(int(asked.get("year")), month), "the month as it stands")
    if asked.clock is None:
        return None
    year, how = _year_of_month(asked, asked.clock.day, month)
    return _said(month_window(year, month), f"{how}, seen from {counted_from(asked.clock)}")


def _year_of_month(asked: Asked, base: date, month: int) -> tuple[int, str]:
    """The year that a bare month is of, and how that was found."""
    which, name = asked.get("which"), asked.get("month")
    if asked.get("whichyear"):
        said = asked.get("whichyear")
        return base.year + {"last": -1, "next": 1}.get(said, 0), f"of {said} year"
    if which == "this" or (not which and asked.leaning == "future" and month == base.month):
        return base.year, "this year's"
    if which in AHEAD or (not which and asked.leaning == "future"):
        return base.year + (month <= base.month), f"the next {name.title()}"
    if not which and asked.leaning == "open" and 0 < (month - base.month) % YEAR <= SOON_MONTHS:
        return base.year + (month < base.month), f"the nearest {name.title()}"
    last = which in BACK and (base.month - month) % YEAR <= 1
    return base.year - (month > base.month or last), f"the last {name.title()}"


def read_nth_weekday(asked: Asked) -> Answer:
    """Reads "the last Monday of January 2030", "the third Tuesday in November": None where the month has no such day."""
    nth = LAST if asked.get("nth") in {"last", "final"} else number(asked.get("nth"))
    plain = {"unit": "month", "which": asked.get("whichmonth")}
    answer = read_unit(replace(asked, parts=plain)) if asked.get("whichmonth") else read_month(asked)
    if answer is None or nth is None:
        return None
    month, why = answer
    found = nth_weekday(month, table("weekdays")[asked.get("weekday")], nth)
    return (day_window(found), f"counted in its month: {why}") if found else None


def read_year_pair(asked: Asked) -> Answer:
    """Reads "fiscal year 2029-30", "the 2029/30 season": whose months are not told, so both years."""
    first = int(asked.get("year"))
    last = int(asked.get("year2")) + (first - first % 100 if len(asked.get("year2")) == SHORT else 0)
    if not 0 < last - first <= LONGEST_PAIR:
        return None
    found = months_window(first, 1, YEAR * (last - first + 1), "range")
    return _said(
        found, "from the first of its years to the last, as the months in which it begins and ends are not told"
    )


def read_year(asked: Asked) -> Answer:
    """A year in four digits."""
    return _said(year_window(int(asked.get("year"))), "the year as it stands")


def read_spelled_year(asked: Asked) -> Answer:
    """Reads "nineteen ninety-six", "January nineteen ninety-six", as broadcasters' transcripts have it."""
    ones = number(asked.get("ones")) or 0
    tens = (number(asked.get("tens")) or TENS[asked.get("tens")]) if asked.get("tens") else 0
    year = (1900 if tens else 2000) + tens + ones
    if asked.get("month"):
        return _said(
            month_window(year, table("months")[asked.get("month")]), "the month as it stands, its year in words"
        )
    if asked.get("season"):
        first, last = table("seasons")[asked.get("season")]
        return _said(months_window(year, first, last, "range"), "the northern season of the year in words")
    return _said(year_window(year), "the year in words")


def read_century(asked: Asked) -> Answer:
    """Reads "the 20th century"."""
    which = number(asked.get("century"))
    first, last = (year_window(100 * which - 99), year_window(100 * which)) if which else (None, None)
    return (whole_days(first.day, last.last.date(), "range"), "the century as it stands") if first and last else None


def read_decade(asked: Asked) -> Answer:
    """Reads "the 1980s", "the '80s"."""
    tens = int(asked.get("decade")) * 10
    century = asked.get("century") or ("20" if tens < OLD_CENTURY else "19")
    if not asked.get("century") and asked.clock is None:
        return None
    return _said(decade_window(int(century) * 100 + tens), "the decade as it stands")


def read_unit(asked: Asked) -> Answer:
    """Reads "last week", "next year", "this quarter", "the latest period"."""
    unit = asked.get("unit").removeprefix("fiscal ")
    if asked.get("latest") or unit == "period":
        return latest_quarter(asked) if unit in {"quarter", "period"} else read_unit(_plain(asked, unit))
    which = asked.get("which")
    if asked.spoken.window and (which in AFTER_SPOKEN | BEFORE_SPOKEN | SAME) and which != "the next":
        return read_same(_plain(asked, unit, which))
    if asked.clock is None:
        return None
    if asked.get("beyond"):
        found = unit_window(asked.clock.day, unit, -2 if asked.get("beyond") == "before last" else 2)
        return _said(found, f"the {unit} {asked.get('beyond')}, seen from {counted_from(asked.clock)}")
    window = unit_window(asked.clock.day, unit, STEPS.get(which, 0))
    if unit == "year" and which in {"the past", "past"} and window:
        return window, f"the year before, seen from {counted_from(asked.clock)}"
    return _said(window, f"{which or 'the'} {unit}, seen from {counted_from(asked.clock)}")


def _plain(asked: Asked, unit: str, which: str = "this") -> Asked:
    return replace(asked, parts={"unit": unit, "which": which})


def latest_quarter(asked: Asked) -> Answer:
    """The quarter last spoken of, or the one that last ended."""
    if asked.spoken.quarter:
        return asked.spoken.quarter, "the quarter spoken of before"
    if asked.clock is None:
        return None
    return _said(
        unit_window(asked.clock.day, "quarter", -1), f"the last quarter ended before {counted_from(asked.clock)}"
    )


def read_bare_unit(asked: Asked) -> Answer:
    """Reads "the quarter", "the week", "the year": the one spoken of, or that of the article."""
    unit = asked.get("unit").removeprefix("full ").removeprefix("fiscal ")
    if unit == "quarter":
        return latest_quarter(asked)
    spoken = asked.spoken
    if unit == "month" and spoken.month:
        return spoken.month, "the month spoken of before"
    if asked.clock is None:
        return None
    return _said(unit_window(asked.clock.day, unit, 0), f"that of {counted_from(asked.clock)}")


def read_quarter(asked: Asked) -> Answer:
    """Reads "the third quarter", "this year's third quarter", "Q3 2031": the last such quarter that has begun."""
    which = int(asked.get("quarter")) if asked.get("quarter").isdigit() else number(asked.get("quarter"))
    if which is None:
        return None
    year = asked.get("year") or asked.get("yearbefore")
    if year:
        return _said(quarter_window(int(year), which), "the quarter as it stands")
    if asked.clock is None:
        return None
    base, why = asked.clock.day, counted_from(asked.clock)
    said = asked.get("whichyear") or asked.get("whichyear2")
    if said:
        step = -1 if said.startswith("last") else int(said.startswith("next"))
        return _said(quarter_window(base.year + step, which), f"seen from {why}")
    now = quarter_of(base)
    back = int(which > now) + int(bool(asked.get("ago")))
    return _said(quarter_window(base.year - back, which), f"the last such quarter up to {why}")


def read_year_period(asked: Asked) -> Answer:
    """Reads "the 2030 quarter": the quarter spoken of, in that year."""
    spoken = asked.spoken.quarter
    if spoken is None:
        return (
            _said(year_window(int(asked.get("year"))), "the year as it stands")
            if asked.get("unit") == "period"
            else None
        )
    found = quarter_window(int(asked.get("year")), quarter_of(spoken.day))
    return _said(found, "the quarter spoken of before, in that year")


def read_year_ago(asked: Asked) -> Answer:
    """Reads "year-earlier", "the year-ago quarter": the quarter, month or year spoken of, a year before."""
    return a_year_before(asked, asked.get("unit"))


def a_year_before(asked: Asked, unit: str = "") -> Answer:
    """The period spoken of last, a year before it."""
    window = asked.spoken.quarter if unit == "quarter" else asked.spoken.window
    if window is None or window.precision not in {"quarter", "month", "year"}:
        window = asked.spoken.quarter or asked.spoken.month
    if window is None:
        return (
            _said(
                unit_window(asked.clock.day, unit or "year", -4 if unit == "quarter" else -1), counted_from(asked.clock)
            )
            if asked.clock
            else None
        )
    why = f"a year before the {window.precision} spoken of before"
    match window.precision:
        case "quarter":
            return _said(quarter_window(window.first.year - 1, quarter_of(window.day)), why)
        case "month":
            return _said(month_window(window.first.year - 1, window.first.month), why)
        case _:
            return _said(year_window(window.first.year - 1), why)


def read_ago(asked: Asked) -> Answer:
    """Reads "4 hours ago", "two weeks ago", "a year ago": no more precise than the unit."""
    if asked.clock is None:
        return None
    unit, count = asked.get("unit"), number(asked.get("number"))
    if count is None:
        return None
    if (
        unit == "year"
        and count == 1
        and asked.get("number") == "a"
        and asked.spoken.quarter
        and asked.spoken.window == asked.spoken.quarter
    ):
        return a_year_before(asked)
    why = f"{asked.get('number')} {unit}{'s' if count > 1 else ''} back from {counted_from(asked.clock)}"
    if unit in {"minute", "hour"}:
        return _hours_back(asked.clock, unit, count, why)
    return _said(unit_window(asked.clock.day, unit, -count), why)


def _hours_back(clock: Clock, unit: str, count: int, why: str) -> Answer:
    if clock.time is None:
        days = count * (1 if unit == "hour" else 0) // 24 + 1
        return whole_days(moved(clock.day, -days), clock.day, "range"), f"{why}, which gives no time of day"
    at = datetime.combine(clock.day, clock.time) - timedelta(**{f"{unit}s": count})
    if unit == "minute":
        return Window(first=at, last=at, precision="minute"), why
    half = timedelta(minutes=30)
    return Window(first=at - half, last=at + half, precision="hour"), why


def read_before(asked: Asked) -> Answer:
    """Reads "a day earlier", "two weeks later": counted from the time spoken of last."""
    unit, count = asked.get("unit"), number(asked.get("number"))
    if count is None or unit in {"minute", "hour"}:
        return None
    later = asked.get("direction") in {"later", "after", "afterwards", "afterward"}
    if unit == "year" and not later and count == 1 and asked.spoken.window:
        return a_year_before(asked)
    day, why = _from_spoken(asked, unit)
    if day is None or (later and not why):
        return None
    why = f"counted from {why or counted_from(asked.clock) if asked.clock else why}"
    count = count if later else -count
    found = day_window(moved(day, DAYS_OF_WEEK * count)) if unit == "week" else unit_window(day, unit, count)
    if found and later and asked.clock and asked.leaning != "future" and found.day > asked.clock.day:
        return None  # "a month after the test": counted from something that is not told, not from the day spoken of
    return _said(found, why)


def _from_spoken(asked: Asked, unit: str) -> tuple[date | None, str]:
    """The day to count from, and what it is where it was spoken of; else the article's own, and nothing."""
    spoken = asked.spoken
    day = spoken.day if unit in {"day", "week"} else (spoken.window.day if spoken.window else None)
    if day is not None:
        return day, f"{day.isoformat()}, spoken of before"
    return (asked.clock.day if asked.clock else None), ""


def read_same(asked: Asked) -> Answer:
    """Reads "the following day", "that month", "the same year", "the day before"."""
    window, unit, which = asked.spoken.window, asked.get("unit"), asked.get("which")
    if window is None:
        return None
    day = asked.spoken.day if unit == "day" else window.day
    if day is None or (unit == "day" and window.precision not in {"day", "part of day", "hour", "minute"}):
        return None
    step = 1 if which in AFTER_SPOKEN else -1 if which in BEFORE_SPOKEN else 0
    return _said(unit_window(day, unit, step), f"counted from {day.isoformat()}, spoken of before")


def read_past(asked: Asked) -> Answer:
    """Reads "in the past two weeks", "over the last 24 hours": a range that ends with the article."""
    count = number(asked.get("number"))
    if asked.clock is None or count is None:
        return None
    unit, day = asked.get("unit"), asked.clock.day
    if unit == "minute":
        return None
    days = {"hour": (count + 23) // 24, "day": count, "week": 7 * count}.get(unit)
    first = unit_window(day, "day", -days) if days is not None else unit_window(day, unit, -count)
    if first is None:
        return None
    return whole_days(first.day, day, "range"), f"up to {counted_from(asked.clock)}"


def read_weekend(asked: Asked) -> Answer:
    """Reads "the weekend", "last weekend": Saturday and Sunday."""
    if asked.clock is None:
        return None
    base = asked.clock.day
    which = asked.get("which")
    if which in {"the following", "the previous"} and asked.spoken.day:
        base = asked.spoken.day
    ahead = which in AHEAD or (which in {"this", "the"} and asked.leaning == "future")
    sunday = weekday_after(base, 6) if ahead else weekday_before(base, 6)
    if not ahead and base.weekday() == 5 and which not in BACK:  # noqa: PLR2004 - a Saturday is in its own weekend
        sunday = moved(base, 1)
    why = f"the {'next' if ahead else 'last'} Saturday and Sunday, seen from {counted_from(asked.clock)}"
    return whole_days(moved(sunday, -1), sunday, "range"), why
