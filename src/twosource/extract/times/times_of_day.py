"""From an expression to a part of a day: nights, mornings, clock times."""

from datetime import date, datetime, time, timedelta
from typing import Final

from twosource.extract.times.asked import Answer, Asked, counted_from, seen_from, spoken_of
from twosource.extract.times.groups import LAST_HOUR, NOON, minute_of
from twosource.extract.times.reference import Clock
from twosource.language.words_times import Minute
from twosource.text.reasons import Reason
from twosource.text.times import Window, moved, part_of, weekday_before

LONG_NIGHT: Final[tuple[Minute, Minute]] = ((20, 0), (30, 59))
"""Overnight: from the evening into the morning."""
SMALL_HOURS: Final[tuple[Minute, Minute]] = ((0, 0), (6, 59))


def read_night(asked: Asked, clock: Clock) -> Answer:
    """Reads "overnight", "last night": from the evening before the article's day, or of the days named."""
    words, end = asked.words, asked.get("weekday2") or asked.get("weekday2b")
    if end:
        morning = weekday_before(clock.day, words.weekdays[end])
        return part_of(moved(morning, -1), *LONG_NIGHT), seen_from(clock, Reason("times.night_into", day=end))
    which, hours = words.nights[asked.get("night")], words.parts["night"]
    if which == "before" and asked.spoken.day:
        return part_of(moved(asked.spoken.day, -1), *hours), Reason("times.before", since=spoken_of(asked.spoken.day))
    night = moved(clock.day, -2 if which == "before last" else -1)
    why = Reason("times.night_before", since=counted_from(clock))
    return part_of(night, *(LONG_NIGHT if which == "over" else hours)), why


def read_this_part(asked: Asked) -> Answer:
    """Reads "this morning", "yesterday evening", "that night"."""
    which, hours = asked.get("which"), asked.words.parts[asked.get("part")]
    step = asked.words.from_spoken.get(which)
    if step is not None:
        day = moved(asked.spoken.day, step) if asked.spoken.day else None
        return (part_of(day, *hours), Reason("times.by_day_spoken_of", date=day.isoformat())) if day else None
    if asked.clock is None:
        return None
    day = moved(asked.clock.day, asked.words.days.get(which, 0))
    return part_of(day, *hours), seen_from(asked.clock, " ".join((which, asked.get("part"))))


def part_named(asked: Asked, day: date) -> Window | None:
    """A part of a given day, by its name."""
    name, shade = asked.get("part"), asked.get("shade").strip(" -")
    found = next((one for one in (f"{shade} {name}", f"{shade}-{name}", name) if one in asked.words.parts), None)
    return part_of(day, *asked.words.parts[found]) if found else None


def clock_on(asked: Asked, day: date) -> Window | None:
    """A clock time on a given day, to the minute, or to the hour where only that is given.

    Where it names a zone, and the article states one, it is brought to the article's.
    """
    word = asked.words.clock_words.get(asked.get("word"))
    if word == "midnight":
        if asked.clock is not None and asked.direction == "past" and day == asked.clock.day:
            day = moved(day, -1)  # the one that had been when the article was written
        first = datetime.combine(day, time(LAST_HOUR, 59))
        return Window(first=first, last=first + timedelta(minutes=1), precision="minute")
    minute = NOON * 60 if word else minute_of(asked.words, asked.parts)
    if minute is None:
        return None
    first = datetime.combine(day, time()) + timedelta(minutes=minute) + _to_own_zone(asked)
    if word or asked.get("minute"):
        return Window(first=first, last=first, precision="minute")
    return Window(first=first, last=first + timedelta(minutes=59), precision="hour")


def _to_own_zone(asked: Asked) -> timedelta:
    """How far the article's clock is from the one of the zone that is named."""
    minutes = _minutes(asked)
    if minutes is None or asked.clock is None or asked.clock.offset is None:
        return timedelta(0)
    return asked.clock.offset - timedelta(minutes=minutes)


def _minutes(asked: Asked) -> int | None:
    """How far the named zone is from universal time, by its name or by another clock beside it; None where neither says."""
    beside = asked.get("offset")
    return int(beside) if beside else asked.words.zones.get(asked.get("zone"))


def with_zone(asked: Asked, why: Reason) -> Reason:
    """A reason, with what is to be said of the zone that a time of day names."""
    name = asked.get("zone")
    if not name:
        return why
    if _minutes(asked) is None or asked.clock is None or asked.clock.offset is None:
        return Reason("times.on_clock", why=why, zone=name.upper())
    return Reason("times.brought_to_zone", why=why, zone=name.upper()) if _to_own_zone(asked) else why
