"""Times that a page states, as ISO 8601."""

import re
from datetime import date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Final

from twosource.clean.wording import masthead, page_words
from twosource.language.word_files import any_of

_ISO = r"(?P<iso>(?P<y1>\d{4})(?:[-/.]|[年년] ?)(?P<m1>\d{1,2})(?:[-/.]|[月월] ?)(?P<d1>\d{1,2})[日일]?)"
_NUMBERS = r"(?P<n1>\d{1,2})(?P<mark>[/.-]) ?(?P<n2>\d{1,2})(?P=mark) ?(?P<y4>\d{4})"
_CLOCK = r"(?P<h>\d{1,2})(?:[:.h](?P<min>\d\d))?(?::(?P<s>\d\d)(?:\.\d+)?)? ?(?P<half>[ap]\.?m\b\.?)?"
_ZONE = r"(?P<zone>z\b|[+-]\d\d:?\d\d|(?:utc|gmt)(?: ?[+-]\d\d?(?::?\d\d)?)?|[a-z]{3,4}\b)?"
_NOON: Final = 12
_LATEST_HOUR: Final = 23
_LAST_YEAR: Final = 2100
_FIRST_YEAR: Final = 1800
_LONGEST: Final = 120
# What programs write where they know no day: nought on their clocks, in any zone.
_NOUGHTS: Final = frozenset(
    {date(1969, 12, 31), date(1970, 1, 1), date(1899, 12, 30), date(1900, 1, 1), date(1904, 1, 1)}
)


@cache
def day_form() -> re.Pattern[str]:
    """A day in any of the forms that are read: in numbers, or with its month in words."""
    words = masthead()
    forms = f"{_ISO}|{words.day.pattern}|{words.month_first.pattern}|{page_words().day.pattern}|{_NUMBERS}"
    return re.compile(rf"(?<![\d/])(?:{forms})(?!\d)", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    """A clock time at the beginning of what stands behind a day."""
    between = any_of(page_words().before_clock)
    return re.compile(rf"(?:t|,|@|{between}|-|–|\||•|·|\s)*(?<![\d:])" + _CLOCK + r"\s*\(?" + _ZONE, re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """A clock time at the end of what stands before a day."""
    between = any_of(masthead().on)
    return re.compile(_CLOCK + r"\s*\(?" + _ZONE + rf"\)?(?:,|{between}|\s|\|)*$", re.IGNORECASE)


def iso_of(text: str) -> str | None:
    """The first time stated in a text: "2022-03-03", "2022-03-03T09:59" or with "+01:00" behind it.

    A clock time of midnight to the second without a zone is what programs write for "that day", and is left out.
    A day like 03/04/2022, which is two days to two readers, gives nothing, unless it can be read one way only;
    with full stops between its numbers the day stands first. Nought on a computer's clock is no day.

    Example:
        >>> iso_of("Posted: Tuesday, 3 March 2022, 9:59 p.m. GMT")
        '2022-03-03T21:59+00:00'
    """
    head = text[:_LONGEST]
    found = day_form().search(head)
    if not found:
        return _by_mail(head)
    day = _day(found)
    if day is None or day in _NOUGHTS:
        return None
    clock = _after().match(head, found.end()) or _before().search(head[: found.start()])
    stated = _clock(clock) if clock else None
    return day.isoformat() if stated is None else f"{day.isoformat()}T{stated}"


def _day(found: re.Match[str]) -> date | None:
    stated = _by_numbers(found) if found["n1"] else _by_words(found)
    if stated is None or not _FIRST_YEAR <= stated[0] <= _LAST_YEAR:
        return None
    try:
        return date(*stated)
    except ValueError:
        return None


def _by_numbers(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day of three numbers; None where they can be read in two ways."""
    first, second, year = int(found["n1"]), int(found["n2"]), int(found["y4"])
    if first <= _NOON and second <= _NOON and first != second and found["mark"] != ".":
        return None
    month, day = (first, second) if second > _NOON or first == second else (second, first)
    return year, month, day


def _by_words(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day with the month in words or the year first; None where no month is called so."""
    if found["iso"]:
        return int(found["y1"]), int(found["m1"]), int(found["d1"])
    which = next(number for number in "235" if found["m" + number])
    name = found["m" + which].casefold()
    month = masthead().months.get(name) or page_words().months.get(name)
    if month is None:
        return None
    return int(found["y" + which]), month, int(found["d" + which])


def _clock(found: re.Match[str]) -> str | None:
    hour, minute, half = int(found["h"]), int(found["min"] or 0), (found["half"] or "").casefold()
    if found["min"] is None and not half:
        return None
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    if hour > _LATEST_HOUR or minute > 59:  # noqa: PLR2004 - minutes of an hour
        return None
    zone = _zone(found["zone"])
    if (hour, minute, found["s"], zone) == (0, 0, "00", ""):
        return None
    return time(hour, minute).isoformat("minutes") + zone


def _zone(stated: str | None) -> str:
    if not stated:
        return ""
    lowered = stated.casefold().replace(" ", "")
    digits = re.search(r"([+-])(\d\d?):?(\d\d)?$", lowered)
    minutes = page_words().zones.get(lowered)
    if digits:
        minutes = (int(digits[2]) * 60 + int(digits[3] or 0)) * (-1 if digits[1] == "-" else 1)
    if minutes is None or abs(minutes) >= 24 * 60:
        return ""
    return datetime.min.replace(tzinfo=timezone(timedelta(minutes=minutes))).isoformat()[-6:]


def _by_mail(text: str) -> str | None:
    """Times in the form of mail and feeds ("Thu, 03 Mar 22 09:59:00 GMT"), with a year of two digits."""
    try:
        found = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR or found.date() in _NOUGHTS:
        return None
    return found.isoformat(timespec="minutes")
