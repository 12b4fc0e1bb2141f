"""What the newest day brought to a story: new articles, figures that moved, claims that were taken back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from twosource.model import Figure
from twosource.present.contested import contests
from twosource.present.index import Index
from twosource.present.wording import value
from twosource.text.prose import counted, inside, listed, opened
from twosource.text.stamps import when

_DAY: Final = timedelta(days=1)
_NAMES: Final = 2
_MOVED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What came after a time."""

    since: str  # the time, for a reader
    articles: tuple[str, ...]  # ids of the articles that came later
    told: tuple[str, ...]  # one short sentence a change


def changes(index: Index) -> Changes | None:
    """What the articles of the story's last day brought; None where all are of one day, or undated.

    The clock of the machine plays no part: the last day ends with the newest article, and begins a day before it.
    """
    stamps = {name: at for name, one in index.articles.items() if (at := _time(one.last_dated))}
    if not stamps:
        return None
    newest = max(stamps.values())
    new = [name for name, at in stamps.items() if at > newest - _DAY]
    old = [name for name, at in stamps.items() if at <= newest - _DAY]
    if not old:
        return None
    before = max(old, key=lambda name: stamps[name])
    names = listed(list(dict.fromkeys(index.articles[name].outlet for name in new)), _NAMES)
    told = [f"{opened(counted(len(new), 'new article'))} ({names})"]
    told += list(_moved(index, set(old), new, stamps))[:_MOVED]
    told += _taken_back(index, set(new))
    since = index.time(before)
    return Changes(since=when(since), articles=tuple(new), told=tuple(told))


def _time(stamp: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(stamp or "")
    except ValueError:
        return None
    return found.replace(tzinfo=None) - (found.utcoffset() or timedelta())


def _moved(index: Index, old: set[str], new: list[str], stamps: dict[str, datetime]) -> Iterable[str]:
    """For each measure, the figure that the newest articles put first, where the older ones put another first; not one taken back."""
    by_measure = _put_first(index, _measures_taken_back(index, new))
    for measure, own in by_measure.items():
        before, after = (_newest_first([one for one in own if one.article in side], stamps) for side in (old, new))
        if before and after and _value(after[0]) not in map(_value, before):
            moved = f"{_value(before[0])} → {_value(after[0])}"
            yield f"{measure.replace('_', ' ')}: {moved} ({index.articles[after[0].article].outlet})"


def _put_first(index: Index, without: set[str | None]) -> dict[str, list[Figure]]:
    """The figures that articles put first, by measure, but for some measures."""
    first = [one for one in index.story.figures if one.main and one.measure and not one.background]
    by_measure: dict[str, list[Figure]] = defaultdict(list)
    for one in (one for one in first if one.measure not in without):
        by_measure[one.measure or ""].append(one)
    return by_measure


def _measures_taken_back(index: Index, new: list[str]) -> set[str | None]:
    """The measures of which the newest articles take a number back."""
    points = [point for point in index.story.points if point.retracted and point.retracted.article in new]
    return {index.figures[name].measure for point in points for name in point.figures}


def _newest_first(figures: list[Figure], stamps: dict[str, datetime]) -> list[Figure]:
    return sorted(figures, key=lambda one: (stamps[one.article], one.id), reverse=True)


def _value(one: Figure) -> str:
    return value(one.low, one.high)


def _taken_back(index: Index, new: set[str]) -> list[str]:
    found: list[str] = []
    for one in contests(index):
        answers = [side for side in one.sides if side.answer and set(side.articles) & new]
        if one.kind == "retraction" and answers:
            by = f" by {inside(answers[0].who)}" if answers[0].who else ""
            found.append(f"taken back{by}: {one.about}")
    return found[:_MOVED]
