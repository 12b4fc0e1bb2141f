"""Times, resolved against the article's own: the past is meant unless the verb looks ahead, and nothing is more precise than it was said."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from twosource.extract.times import counted, days, periods, times_of_day
from twosource.extract.times.anchors import anchor_word, event_words
from twosource.extract.times.asked import Answer, Asked, counted_from
from twosource.extract.times.disambiguation import Sight, means_time, without_conjunction
from twosource.extract.times.grammar import Atom, grammar_of
from twosource.extract.times.groups import Group, groups
from twosource.extract.times.reference import FINE, Clock, Spoken, clocks_of
from twosource.extract.times.temporal_modifiers import narrowed, until
from twosource.extract.times.tense import direction_of
from twosource.language import Document
from twosource.model import Article, Moment, content_id
from twosource.text.reasons import Reason, worded
from twosource.text.times import Window, moved, part_of, quarter_ended, span_of

READERS: Final[Mapping[str, Callable[[Asked], Answer]]] = {
    "date": days.read_date,
    "slashed": days.read_slashed,
    "dates": days.read_dates,
    "nthweekday": days.read_nth_weekday,
    "holiday": days.read_holiday,
    "thispart": times_of_day.read_this_part,
    "month": periods.read_month,
    "year": periods.read_year,
    "yearpair": periods.read_year_pair,
    "spelledyear": periods.read_spelled_year,
    "century": periods.read_century,
    "decade": periods.read_decade,
    "unit": periods.read_unit,
    "bareunit": periods.read_bare_unit,
    "quarter": periods.read_quarter,
    "yearperiod": periods.read_year_period,
    "season": periods.read_season,
    "halves": periods.read_half,
    "yearago": lambda asked: counted.a_year_before(asked, asked.get("unit")),
    "before": counted.read_before,
    "same": counted.read_same,
}
RELATIVE: Final[Mapping[str, Callable[[Asked, Clock], Answer]]] = {
    "weekday": days.read_weekday,
    "weekdays": days.read_weekdays,
    "today": days.read_today,
    "yearend": days.read_year_end,
    "nthday": days.read_nth_day,
    "night": times_of_day.read_night,
    "shortyear": periods.read_short_year,
    "weekend": periods.read_weekend,
    "ago": counted.read_ago,
    "past": counted.read_past,
}
"""Readers of what is told by its distance from the article's own time."""
ECHOES: Final = frozenset({"yearago", "past", "yearperiod"})
"""Times that only point back from what is spoken of and leave it standing."""
COUNTED: Final = frozenset({"before", "same"})
"""Times that may name what they are counted from."""

Place = tuple[int, int]
Found = tuple[Place, tuple[Window, Reason]]


def find_moments(document: Document) -> tuple[Moment, ...]:
    """All expressions of time that can be resolved.

    Args:
        document: Its article's ``published`` (on the clock of the zone it states), or its ``date_range``, is what
            relative expressions are counted from. Without either only absolute ones resolve.

    Returns:
        Sorted by place, none overlapping. Durations, ages, repeated times and vague ones ("recently") are not moments.
    """
    return tuple(moment for moment, _ in moments_with_reasons(document))


def moments_with_reasons(document: Document) -> Iterator[tuple[Moment, Reason]]:
    """The same, each with how it was found, by code."""
    clocks: tuple[Clock | None, ...] = clocks_of(document.article) or (None,)
    readings = [dict(_Reading(document, clock).found()) for clock in clocks]
    first, last = readings[0], readings[-1]
    for place in sorted(first):
        if place in last:
            yield _moment(document.article, place, first[place], last[place]), first[place][1]


def _moment(article: Article, place: Place, one: tuple[Window, Reason], other: tuple[Window, Reason]) -> Moment:
    window, reason = one
    if other[0] != window:
        window = span_of(window, other[0])
        reason = Reason("times.of_range", why=one[1])
    earliest, latest = window.iso()
    return Moment(
        id=content_id("m", article.id, *place), article=article.id, start=place[0], end=place[1], earliest=earliest,
        latest=latest, precision=window.precision, reason=worded(reason, article.language),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One group of expressions where it stands."""

    sight: Sight
    group: Group
    row: int


class _Reading:
    """An article as it reads if it was written at ``clock``; None for one without a date."""

    def __init__(self, document: Document, clock: Clock | None) -> None:
        """Nothing has been spoken of yet."""
        self._document, self._clock = document, clock
        self._spoken = Spoken()

    def found(self) -> Iterator[Found]:
        """Every place with what it means."""
        for _, tree in self._document.parsed.blocks:
            sight = Sight(document=self._document, tree=tree)
            self._spoken.near = None
            for first, last in tree.sentences:
                self._spoken.ahead = False
                yield from self._of_sentence(sight, tree.starts[first], tree.ends[last - 1])

    def _of_sentence(self, sight: Sight, start: int, end: int) -> Iterator[Found]:
        lexicon = self._document.lexicon
        read = grammar_of(lexicon).atoms(sight.text, start, end)
        expressions = [without_conjunction(sight, atom) for atom in read]
        told = [
            Seen(sight=sight, group=group, row=sight.row(group.base.start if group.base else group.start))
            for group in groups(lexicon.times, sight.text, expressions)
            if means_time(sight, group)
        ]
        yield from (answer for seen in told if (answer := self._answer(seen)))

    def _answer(self, seen: Seen) -> Found | None:
        found = self._of_base(seen, seen.group.base) if seen.group.base else self._of_fine(seen)
        if found is None:
            return None
        window, reason = found
        self._remember(seen, window)
        start, sight = seen.group.start, seen.sight
        since = sight.before(start)
        if self._clock and since in sight.lexicon.times.since:
            window, reason = until(window, self._clock.day), Reason("times.since", why=reason)
            start = sight.text.lower().rfind(since, 0, start)
        return (start, seen.group.end), (window, reason)

    def _remember(self, seen: Seen, window: Window) -> None:
        spoken, sight = self._spoken, seen.sight
        if not _echoes(seen.group):
            spoken.heard(window, self._clock)
        if self._clock and window.last.date() <= self._clock.day and sight.ended(seen.group.start):
            spoken.quarter = quarter_ended(window.day)
        if window.precision in FINE:
            spoken.of_events.update(dict.fromkeys(event_words(sight.tree, seen.row), window.day))

    def _asked(self, seen: Seen, atom: Atom) -> Asked:
        anchor = anchor_word(seen.sight, atom) if atom.kind in COUNTED else None
        return Asked(
            words=seen.sight.lexicon.times,
            parts=atom.parts,
            clock=self._clock,
            spoken=self._spoken,
            direction=direction_of(seen.sight, seen.group, atom),
            anchored=anchor is not None,
            anchor=self._spoken.of_events.get(anchor) if anchor else None,
        )

    def _of_base(self, seen: Seen, base: Atom) -> Answer:
        """A day or a longer time, narrowed by the words before it and by a time of day."""
        answer = _read(base.kind, self._asked(seen, base))
        if answer is None:
            return None
        window, reason = answer
        group, words = seen.group, seen.sight.lexicon.times
        if group.narrow:
            how = words.narrowings.get(group.narrow.parts["narrow"], "")
            window = narrowed(window, how, self._clock.day if self._clock else None, words.parts)
        if group.fine and window.precision in {"day", "part of day"}:
            fine = self._asked(seen, group.fine)
            window = _within(fine, group.fine, window) or window
            reason = times_of_day.with_zone(fine, reason)
        return window, reason

    def _of_fine(self, seen: Seen) -> Answer:
        """A time of day with no day beside it: that of the day spoken of in this paragraph, else of the article."""
        fine = seen.group.fine
        if fine is None:
            return None
        asked = self._asked(seen, fine)
        if fine.kind == "night":
            return _read(fine.kind, asked)
        day, why = self._day_around(fine)
        window = _time_of_day(asked, fine, day) if day else None
        return (window, times_of_day.with_zone(asked, why)) if window else None

    def _day_around(self, fine: Atom) -> tuple[date | None, Reason]:
        """The day that a bare time of day is of, and how that was found; None where nothing says.

        Nothing does where another paragraph told of a day that is not the article's: it may be of either.
        """
        day = self._spoken.near
        if day is None:
            bare = fine.kind == "part" and "shade" not in fine.parts
            elsewhere = self._spoken.day is not None and self._clock is not None and self._spoken.day != self._clock.day
            if self._clock is None or bare or elsewhere:
                return None, Reason("times.no_day")
            return self._clock.day, Reason("times.taken_for", since=counted_from(self._clock))
        why = Reason("times.day_of_paragraph", date=day.isoformat())
        small_hour = fine.kind == "clock" and fine.parts.get("half", "").startswith("a")
        if small_hour and self._spoken.in_evening():
            return moved(day, 1), Reason("times.night_after", why=why)
        return day, why


def _read(kind: str, asked: Asked) -> Answer:
    if kind in RELATIVE:
        return RELATIVE[kind](asked, asked.clock) if asked.clock else None
    return READERS[kind](asked)


def _time_of_day(asked: Asked, fine: Atom, day: date) -> Window | None:
    return times_of_day.clock_on(asked, day) if fine.kind == "clock" else times_of_day.part_named(asked, day)


def _within(asked: Asked, fine: Atom, window: Window) -> Window | None:
    """A time of day, on the day that a group names."""
    if fine.kind != "night":
        return _time_of_day(asked, fine, window.day)
    into_next = asked.get("weekday2b")
    return part_of(window.day, *(times_of_day.LONG_NIGHT if into_next else times_of_day.SMALL_HOURS))


def _echoes(group: Group) -> bool:
    base = group.base
    if base is None:
        return False
    years = base.parts.get("unit") == "year" and base.kind in {"before", "ago"}
    return years or base.kind in ECHOES or "ago" in base.parts
