"""What a time is counted from: the article's own date, and what was spoken of before."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from datetime import datetime as instant
from datetime import time as day_time
from typing import Final

from twosource.model import Article
from twosource.text.times import Window, moved

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 9000
"""Dates beyond these are mistakes, and would run over the calendar's ends."""
EVENING: Final = 17
ISO_DAY: Final = 10
ISO_MINUTE: Final = 16
FINE: Final = frozenset({"minute", "hour", "part of day", "day"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The article's own day, and the time of day if it gives one, on the clock of its own zone."""

    # Of the article.
    day: date
    time: day_time | None = None
    offset: timedelta | None = None  # the zone that it states, from universal time; None where it states none


@dataclass(slots=True, kw_only=True)
class Spoken:
    """What was spoken of last: times that later ones are counted from."""

    window: Window | None = None  # the last time
    # The last of each.
    day: date | None = None
    quarter: Window | None = None
    month: Window | None = None
    near: date | None = None  # the last day of this paragraph
    ahead: bool = False  # whether the last time of this sentence lay ahead
    # Words for what happened, with the last day on which it was told to have.
    of_events: dict[str, date] = field(default_factory=dict)

    def in_evening(self) -> bool:
        """Whether an evening or a night was spoken of last."""
        return self.window is not None and self.window.precision == "part of day" and self.window.first.hour >= EVENING

    def heard(self, window: Window, clock: Clock | None) -> None:
        """Remember a resolved time; a quarter only if it has ended, as reports compare those."""
        self.ahead = clock is not None and window.day > clock.day
        if window.precision == "quarter" and clock and window.last.date() > moved(clock.day, 31):
            return
        self.window = window
        if window.precision in FINE:
            self.day = self.near = window.day
        elif window.precision == "quarter":
            self.quarter = window
        elif window.precision == "month":
            self.month = window


def clocks_of(article: Article) -> tuple[Clock, ...]:
    """The article's own time: one clock, two (the ends) where its date is a range, none where it has no date."""
    if article.published:
        clock = _clock(article.published)
        return (clock,) if clock else ()
    if article.date_range:
        ends = [_clock(day) for day in sorted(set(article.date_range))]
        return tuple(clock for clock in ends if clock)
    return ()


def _clock(text: str) -> Clock | None:
    """Read an ISO date with or without time; None where it is neither."""
    try:
        day = date.fromisoformat(text[:ISO_DAY])
    except ValueError:
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    try:
        hour = day_time.fromisoformat(text[ISO_DAY + 1 : ISO_MINUTE]) if len(text) >= ISO_MINUTE else None
        offset = instant.fromisoformat(text).utcoffset() if len(text) > ISO_MINUTE else None
    except ValueError:
        return Clock(day=day)
    return Clock(day=day, time=hour, offset=offset)
