"""Articles that put one thing in different years: "moved to the zoo at Oss in 2014", "came to the zoo at Oss in 2015"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import content_stems, is_number, words_of
from twosource.compare.between import conflict
from twosource.model import Conflict, Span
from twosource.text.pieces import shortened
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NEAR: Final = 45
"""Code points before and behind a year in which it is told what was then."""
_SHARED: Final = 2
"""Content words near the years that both have: with fewer, each tells of its own thing."""
_APART: Final = 3
"""Years: accounts of one thing are not further apart."""
_LONG: Final = 160


class Event(NamedTuple):
    """What was in a year: the year, and the stems of the content words near it."""

    year: int
    near: frozenset[str]


def year_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Years that two articles give for what they tell in the same words, where neither gives the other's anywhere."""
    years = {article.id: set(map(int, _YEAR.findall(article.text))) for article in index.articles.values()}
    told: dict[Event, list[Said]] = defaultdict(list)
    for side in (Said(statement, index) for statement in index.statements.values() if statement.said):
        if event := _event(side):
            told[event].append(side)
    for one, other in combinations(sorted(told, key=lambda each: (each.year, sorted(each.near))), 2):
        if 0 < other.year - one.year <= _APART and len(one.near & other.near) >= _SHARED:
            yield _conflict(_without(other.year, told[one], years), _without(one.year, told[other], years), index)


def _conflict(one: list[Said], other: list[Said], index: StoryIndex) -> Conflict | None:
    if not one or not other:
        return None
    members = sorted(side.statement.id for side in (*one, *other))
    line = "; ".join(index.worded(_first(side)) for side in (one, other)) + "."
    return conflict("time", line, members, index, "time", "year")


def _without(year: int, sides: list[Said], years: Mapping[str, set[int]]) -> list[Said]:
    """The statements of articles that do not name a year."""
    return [side for side in sides if year not in years[side.article]]


def _event(side: Said) -> Event | None:
    """What was in the only year and time that a statement names, by the words of its clause.

    None where it says "by" or "after" it, and for what may be every year: a cup is won in 2014, and in 2015.
    """
    if len(side.times) != 1 or side.times[0].precision != "year":
        return None
    moment, listed = side.times[0], side.lexicon
    year = _YEAR.fullmatch(moment.span.of(side.text).split()[-1])
    first, last = max(side.statement.start, moment.start - _NEAR), min(side.statement.end, moment.end + _NEAR)
    around = Span(start=first, end=last)
    before = [word.text for word in words_of(side.text, listed.code, around)]
    before = before[: next((row for row, word in enumerate(before) if _YEAR.fullmatch(word)), 0)]
    if not year or listed.time_context.rough_clock.keys() & set(before[-1:]):
        return None
    clauses = [one.clause for one in side.events if one.clause.start <= moment.start < one.clause.end]
    clause = min(clauses, key=lambda span: span.end - span.start, default=around)
    place = Span(start=max(around.start, clause.start), end=min(around.end, clause.end))
    words = words_of(side.text, listed.code, place)
    if any(word.text in listed.wording.every_year for word in words):
        return None
    return Event(int(year.group()), frozenset(stem for stem in content_stems(words) if not is_number(stem)))


def _first(sides: list[Said]) -> Reason:
    """The words of the first statement by the name of its article."""
    first = min(sides, key=lambda side: (side.name, side.statement.start))
    return Reason("story.has_words", article=first.name, words=shortened(first.statement.span.of(first.text), _LONG))
