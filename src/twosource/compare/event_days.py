"""Articles that put one event on different days: "Tuesday's blast", "an explosion tore through a mill on Wednesday"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from twosource.compare.between import Told, by_value, conflict
from twosource.language.lexicon import lexicon_of
from twosource.language.words_news import EventDayWords
from twosource.model import Article, Conflict
from twosource.text.reasons import Reason
from twosource.text.stamps import when
from twosource.text.story_index import StoryIndex

_GAP: Final = 16  # words between an event and its day
_BACK: Final = 3  # words before an event that may say that it is another one
_TWO: Final = 2
_OWNS: Final = "'s"
_SUBJECT: Final = 6  # words from an event to its verb: "the blast at the paint mill happened"
_NEAR: Final = 2  # days: accounts of one event are this near, or there were two events
_WORD: Final = re.compile(r"[ap]\.m\.|[^\W_]+(?:-[^\W_]+)*(?:['’]s)?|[.;:!?\n“”\"]")

Words = list[tuple[str, int]]


def day_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Events that articles put on different days, or accounts beside the text: one conflict a kind of event.

    An article whose text names two days for one kind of event tells of several events; then nothing is compared, nor
    where the days are further apart than two accounts of one event could be. A headline or caption is an account beside
    the text, unless the text names its day as well.
    """
    told: dict[str, list[Told]] = defaultdict(list)
    for article in index.articles.values():
        for event, day in _days(article, index):
            told[event].append(day)
    return (_conflict(event, told[event], index) for event in sorted(told))


def _conflict(event: str, told: list[Told], index: StoryIndex) -> Conflict | None:
    dates = by_value(told)
    given: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for each in told:
        own, above = index.account(each.article, each.start)
        given[own, above and not _in_text(each, index)].add(each.value)
    members = sorted(filter(None, {index.statement_at(each.article, each.start) for each in told}))
    several = any(len(days) > 1 for days in given.values())
    if min(len(dates), len(members)) < _TWO or "" in dates or several or not _one_event(dates):
        return None
    lines = [
        Reason(
            "story.event_day",
            articles=index.names(days),
            count=len(days),
            event=event,
            day=next(iter(days.values())).words,
            date=when(date),
        )
        for date, days in sorted(dates.items(), key=lambda each: (-len(each[1]), each[0]))
    ]
    return conflict("time", "; ".join(map(index.worded, lines)) + ".", members, index)


def _in_text(day: Told, index: StoryIndex) -> bool:
    """Whether an article's text names the date of a day, of whatever it is."""
    article = index.articles[day.article]
    below = (block.span for block in article.blocks if block.kind == "paragraph")
    return any(moment.earliest[:10] == day.value for moment in index.moments(article.id, *below))


def _one_event(dates: Iterable[str]) -> bool:
    """Whether days are near enough to be one event's, or two so alike that one is a slip of the pen: another month."""
    first, *between, last = sorted(map(date.fromisoformat, dates))
    months = (last.year - first.year) * 12 + last.month - first.month
    return (last - first).days <= _NEAR or (not between and first.day == last.day and months == 1)


def _days(article: Article, index: StoryIndex) -> Iterator[tuple[str, Told]]:
    """The events of an article that have a day: as worded, and its date; "" where that could not be resolved."""
    lists = lexicon_of(article.language).happenings
    words = [(_low(match.group()), match.start()) for match in _WORD.finditer(article.text)]
    for row, (word, start) in enumerate(words):
        event, day = lists.event_of_noun.get(word), None
        if event is None:
            day, event = start, _event_of_day(words, row, lists)
        elif lists.another.isdisjoint(
            near for near, _ in words[max(row - _BACK, 0) : row]
        ):  # "another robbery on Sunday"
            day = _day_before(article, start, index) or _day_behind(words, row, lists)
        if day is not None and event is not None:
            yield event, _day(article, day, index)


def _event_of_day(words: Words, row: int, lists: EventDayWords) -> str | None:
    """Of which event the day at ``row`` tells: "Tuesday's fatal blast"; None where it is no owner of one."""
    word = words[row][0]
    owns = word.endswith(_OWNS) and word.removesuffix(_OWNS) in lists.weekdays
    behind = (lists.event_of_noun[near] for near, _ in words[row + 1 : row + 4] if near in lists.event_of_noun)
    return next(behind, None) if owns else None


def _day_before(article: Article, start: int, index: StoryIndex) -> int | None:
    """Where the date right before an event stands: "the May 14 blast", "the May 14, 2031, blast"."""
    end = len(article.text[:start].rstrip(" ,"))
    dated = (m for m in index.moments_around(article.id, end - 1) if m.precision == "day" and m.end == end)
    return next((m.start for m in dated if any(letter.isdigit() for letter in m.span.of(article.text))), None)


def _day_behind(words: Words, row: int, lists: EventDayWords) -> int | None:
    """Where the day stands behind the event at ``row``, before what tells of something else; None where none does."""
    behind = words[row + 1 : row + 2 + _GAP]
    happened = any(word in lists.took_place for word, _ in behind[:_SUBJECT])
    for word, start in behind:
        if word in lists.weekdays:
            return start
        ends = word in lists.other or word in lists.event_of_noun or not word[0].isalnum()
        if ends or not (happened or word in lists.between or word[0].isdigit()):
            return None
    return None


@lru_cache(maxsize=1 << 16)
def _low(word: str) -> str:
    return word.lower().replace("’", "'")


def _day(article: Article, start: int, index: StoryIndex) -> Told:
    day = re.match(r"\w+\.?(?: \d{1,2}\b)?", article.text[start:])
    dates = (m.earliest[:10] for m in index.moments_around(article.id, start) if m.precision in {"day", "part of day"})
    return Told(next(dates, ""), article.id, start, day.group() if day else "")
