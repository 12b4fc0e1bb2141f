"""What the reading of one expression may look at, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from twosource.extract.times.reference import Clock, Spoken
from twosource.extract.times.tense import Direction
from twosource.language.words_times import TimeWords
from twosource.text.reasons import Reason
from twosource.text.times import Window

Answer = tuple[Window, Reason] | None
"""The interval, and how it was found; None where the expression names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that the reading of one expression may look at."""

    words: TimeWords  # the language's words of time
    parts: Mapping[str, str]  # the expression's named pieces, in lower case
    clock: Clock | None  # the article's own time; None where it has none
    spoken: Spoken  # what was spoken of before
    direction: Direction  # which way the words around it look
    anchored: bool = False  # whether the text names what it is counted from ("two days after *the vote*")
    anchor: date | None = None  # the day of that, where it was told

    def get(self, name: str) -> str:
        """A named piece of the expression; empty where it has none."""
        return self.parts.get(name, "")

    def step(self, name: str = "which") -> int:
        """By how many units a piece looks away from the article's own: -1 for "last"; 0 for any other word."""
        return self.words.steps.get(self.get(name), 0)

    @property
    def looks_ahead(self) -> bool:
        """Whether the words around it look ahead, or leave it open behind another time that lies ahead."""
        return self.direction == "future" or (self.direction == "open" and self.spoken.ahead)

    def with_parts(self, **parts: str) -> "Asked":
        """The same with other pieces besides."""
        return replace(self, parts={**self.parts, **parts})

    def only(self, **parts: str) -> "Asked":
        """The same with nothing but these pieces."""
        return replace(self, parts=parts)


def counted_from(clock: Clock) -> Reason:
    """How reasons name the article's own day."""
    return Reason("times.article_date", date=clock.day.isoformat())


def seen_from(clock: Clock, how: Reason | str) -> Reason:
    """How a time was found that is told by its distance from the article's own day."""
    return Reason("times.seen", how=how, since=counted_from(clock))


def spoken_of(day: date) -> Reason:
    """A day that was spoken of before."""
    return Reason("times.spoken_day", date=day.isoformat())


def told_to_be_on(day: date | None) -> Reason:
    """The day of what a time is counted from, where that was told."""
    return Reason("times.told_day", date=str(day))


def said(window: Window | None, why: Reason) -> Answer:
    """An answer, if there is an interval."""
    return (window, why) if window else None
