"""Times, resolved against the article's own: the past is meant unless the verb looks ahead, and nothing is more precise than it was said."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from twosource.extract.times import days, named_times, periods
from twosource.extract.times.days import Answer, Asked, table
from twosource.extract.times.disambiguation import Sight, means_time, without_conjunction
from twosource.extract.times.grammar import Atom, atoms
from twosource.extract.times.groups import DAYLIKE, Group, groups
from twosource.extract.times.reference import Clock, Leaning, Spoken, clocks_of, leaning
from twosource.extract.times.temporal_modifiers import narrowed, until
from twosource.language.resources import load
from twosource.language.tree import Parsed
from twosource.model import Article, Moment, content_id
from twosource.settings import DEFAULTS, Settings
from twosource.text.times import Window, moved, part_of, quarter_ended, span_of

READERS: Final[Mapping[str, Callable[[Asked], Answer]]] = {
    "date": days.read_date,
    "slashed": days.read_slashed,
    "dates": days.read_dates,
    "weekday": days.read_weekday,
    "nthweekday": periods.read_nth_weekday,
    "weekdays": days.read_weekdays,
    "month": periods.read_month,
    "year": periods.read_year,
    "yearpair": periods.read_year_pair,
    "shortyear": named_times.read_short_year,
    "spelledyear": periods.read_spelled_year,
    "century": periods.read_century,
    "decade": periods.read_decade,
    "unit": periods.read_unit,
    "bareunit": periods.read_bare_unit,
    "quarter": periods.read_quarter,
    "yearperiod": periods.read_year_period,
    "yearago": periods.read_year_ago,
    "ago": periods.read_ago,
    "before": periods.read_before,
    "same": periods.read_same,
    "past": periods.read_past,
    "weekend": periods.read_weekend,
    "today": named_times.read_today,
    "thispart": named_times.read_this_part,
    "season": named_times.read_season,
    "holiday": named_times.read_holiday,
    "yearend": named_times.read_year_end,
    "halves": named_times.read_half,
    "nthday": named_times.read_nth_day,
}
AHEAD_WAYS: Final[dict[Leaning, Leaning]] = {"open": "future", "past": "open", "future": "future"}
SINCE: Final = "since"
ECHOES: Final = frozenset({"yearago", "past", "yearperiod"})
"""Times that only point back from what is spoken of and leave it standing."""


def find_moments(article: Article, parsed: Parsed, settings: Settings = DEFAULTS) -> tuple[Moment, ...]:
    """All expressions of time that can be resolved.

    Args:
        article: Its ``published`` (on the clock of the zone it states), or its ``date_range``, is what relative
            expressions are counted from. Without either only absolute ones resolve.
        parsed: Its trees, one entry a block.
        settings: Not used yet.

    Returns:
        Sorted by place, none overlapping. Durations, ages, repeated times and vague ones ("recently") are not moments.
    """
    del settings
    clocks: tuple[Clock | None, ...] = clocks_of(article) or (None,)
    readings = [dict(_reading(article, parsed, clock)) for clock in clocks]
    first, last = readings[0], readings[-1]
    return tuple(_moment(article, place, first[place], last[place]) for place in sorted(first) if place in last)


def _moment(article: Article, place: tuple[int, int], one: tuple[Window, str], other: tuple[Window, str]) -> Moment:
    window, reason = one
    if other[0] != window:
        window = span_of(window, other[0])
        reason = f"{one[1]}; the article is dated only to a range, so this is one"
    earliest, latest = window.iso()
    return Moment(
        id=content_id("m", article.id, *place),
        article=article.id,
        start=place[0],
        end=place[1],
        earliest=earliest,
        latest=latest,
        precision=window.precision,
        reason=reason,
    )


def _reading(
    article: Article, parsed: Parsed, clock: Clock | None
) -> Iterator[tuple[tuple[int, int], tuple[Window, str]]]:
    """Every place with what it means if the article was written at ``clock``."""
    spoken = Spoken()
    for tree in parsed.trees:
        if tree is None or not len(tree):
            continue
        sight = Sight(text=article.text, tree=tree)
        spoken.near = None
        for first, last in tree.sentences:
            read = atoms(article.text, tree.starts[first], tree.ends[last - 1])
            found = [without_conjunction(sight, atom) for atom in read]
            for group in groups(article.text, found):
                answer = _answer(sight, group, clock, spoken) if means_time(sight, group) else None
                if answer:
                    yield answer


def _answer(
    sight: Sight, group: Group, clock: Clock | None, spoken: Spoken
) -> tuple[tuple[int, int], tuple[Window, str]] | None:
    row = sight.row(group.base.start if group.base else group.start)
    found = _resolved(group, clock, spoken, sight, row)
    if found is None:
        return None
    window, reason = found
    if not _echoes(group):
        spoken.heard(window, clock)
    if clock and window.last.date() <= clock.day and sight.ended(group.start):
        spoken.quarter = quarter_ended(window.day)
    if begins(sight, row):
        spoken.begun = window.day
    start = group.start
    if clock and sight.before(start) == SINCE:
        window, reason = until(window, clock.day), f"{reason}; since then, up to the article's date"
        start = sight.text.lower().rfind(SINCE, 0, start)
    return (start, group.end), (window, reason)


def _resolved(group: Group, clock: Clock | None, spoken: Spoken, sight: Sight, row: int) -> Answer:
    def asked(atom: Atom) -> Asked:
        way: Leaning = leaning(sight.tree, row, day=atom.kind in DAYLIKE)
        if sight.planned(group.start):
            way = "future"
        elif sight.ahead(group.start, group.end):
            way = "future" if sight.put_off(atom.start) else AHEAD_WAYS[way]
            way = "open" if way == "future" and sight.reached(atom.start) else way
        return Asked(parts=atom.parts, clock=clock, spoken=spoken, leaning=way)

    if group.base is None:
        return _fine_alone(asked, group.fine, clock, spoken) if group.fine else None
    answer = READERS[group.base.kind](asked(group.base))
    if answer is None:
        return None
    window, reason = answer
    if group.narrow:
        how = table("narrowings").get(group.narrow.parts["narrow"], "")
        window = narrowed(window, how, clock.day if clock else None)
    if group.fine and window.precision in {"day", "part of day"}:
        window = _within(asked(group.fine), group.fine, window) or window
    return window, reason


def _within(asked: Asked, fine: Atom, window: Window) -> Window | None:
    """A time of day, on the day that a group names."""
    if fine.kind == "clock":
        return named_times.clock_on(asked, window.day)
    if fine.kind == "part":
        return named_times.part_named(asked, window.day)
    if asked.get("weekday2b"):
        return part_of(window.day, *named_times.NIGHT)
    return part_of(window.day, (0, 0), (6, 59))


def _fine_alone(asked: Callable[[Atom], Asked], fine: Atom, clock: Clock | None, spoken: Spoken) -> Answer:
    """A time of day with no day beside it: that of the day spoken of in this paragraph, else of the article."""
    if fine.kind == "night":
        return named_times.read_night(asked(fine))
    day = spoken.near
    why = f"on {day.isoformat()}, the day spoken of in this paragraph" if day else ""
    if day and fine.kind == "clock" and fine.parts.get("half", "").startswith("a") and spoken.in_evening():
        day = moved(day, 1)
        why = f"the night after {why}"
    if day is None:
        if clock is None or (fine.kind == "part" and "shade" not in fine.parts):
            return None
        day, why = clock.day, f"taken for {days.counted_from(clock)}"
    piece = asked(fine)
    window = named_times.clock_on(piece, day) if fine.kind == "clock" else named_times.part_named(piece, day)
    if window and fine.kind == "part" and _not_yet(piece, window):
        window = named_times.part_named(piece, moved(day, -1)) or window
        why = (
            f"the last one that had begun by {clock.time:%H:%M} on {clock.day.isoformat()}"
            if clock and clock.time
            else why
        )
    return (window, why) if window else None


def _not_yet(piece: Asked, window: Window) -> bool:
    """Whether a verb of the past tells of hours that had not begun when the article was written ("fell in the night")."""
    clock = piece.clock
    if clock is None or clock.time is None or piece.leaning != "past":
        return False
    return window.day == clock.day and window.first.time() > clock.time


def _echoes(group: Group) -> bool:
    base = group.base
    return base is not None and (
        base.kind in ECHOES
        or "ago" in base.parts
        or (base.parts.get("unit") == "year" and base.kind in {"before", "ago"})
    )


def begins(sight: Sight, row: int) -> bool:
    """Whether the verb over a time says that something began then."""
    tree = sight.tree
    words = load("time_context")["beginnings"]
    for _ in range(4):
        row = tree.heads[row]
        if tree.pos[row] == "VERB":
            return tree.lemmas[row] in words
    return False
