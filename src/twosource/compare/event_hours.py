"""Articles that put one event at different hours: "at 6 a.m.", "at about half past nine"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from twosource.compare.event_days import stretch_behind, words_in
from twosource.compare.told_hours import FINE, told_from_to
from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Conflict, Moment, content_id
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_APART: Final = timedelta(
    minutes=45
)  # accounts of one minute differ by a quarter of an hour, and "about six" by half of one
_ONE_EVENT: Final = timedelta(hours=18)  # further apart, the day is what differs


@dataclass(frozen=True, slots=True)
class Hour:
    """That an article puts an event at an hour."""

    article: str
    start: int
    words: str
    first: datetime
    last: datetime


def hour_conflicts(index: StoryIndex) -> tuple[Conflict, ...]:
    """Events that articles put at different hours of one day.

    An article that names two hours for one kind of event tells of several events, or of its course; then nothing is
    compared.

    Returns:
        Conflicts of time, one a kind of event, without a point; members are the statements that hold the hours.
    """
    told: dict[str, dict[str, list[Hour]]] = defaultdict(lambda: defaultdict(list))
    for article in index.articles.values():
        for event, hour in _told(article, index):
            told[event][article.id].append(hour)
    found = (_conflict(event, told[event], index) for event in sorted(told))
    return tuple(conflict for conflict in found if conflict)


def _told(article: Article, index: StoryIndex) -> Iterator[tuple[str, Hour]]:
    words, lists = words_in(article.text), lexicon_of(article.language).happenings
    for row, (word, _) in enumerate(words):
        if word not in lists.event_of_noun:
            continue
        for _, place in stretch_behind(words, row, lists):
            moment = next((m for m in index.moments_around(article.id, place) if m.precision in FINE), None)
            if moment:
                yield lists.event_of_noun[word], _hour(article, moment, index)
                break


def _hour(article: Article, moment: Moment, index: StoryIndex) -> Hour:
    first, last = told_from_to(moment, index)
    return Hour(
        article=article.id,
        start=moment.start,
        words=" ".join(moment.span.of(article.text).split()),
        first=first,
        last=max(last, datetime.fromisoformat(moment.latest)),
    )


def _conflict(event: str, told: dict[str, list[Hour]], index: StoryIndex) -> Conflict | None:
    if any(not _together(hours) for hours in told.values()):
        return None
    every = sorted((hours[0] for hours in told.values()), key=lambda hour: (hour.first, hour.article))
    first, last = every[0], max(every, key=lambda hour: (hour.first, hour.article))
    if not _APART < last.first - first.last < _ONE_EVENT:
        return None
    members = tuple(sorted({m for hour in every if (m := index.statement_at(hour.article, hour.start))}))
    if len(members) < 2:  # noqa: PLR2004 - two can differ
        return None
    lines = [
        Reason("story.event_hour", article=index.name(hour.article), event=event, words=hour.words) for hour in every
    ]
    detail = "; ".join(map(index.worded, lines)) + "."
    return Conflict(id=content_id("c", "time", "hour", *members), kind="time", members=members, detail=detail)


def _together(hours: list[Hour]) -> bool:
    """Whether all are one time, as far as an article says."""
    return max(hour.first for hour in hours) - min(hour.last for hour in hours) <= _APART
