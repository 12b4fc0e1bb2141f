"""Articles that put one thing in different years: "moved to the zoo at Oss in 2014", "came to the zoo at Oss in 2015"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from twosource.compare.alignment.wording import content_stems, is_number, words_of
from twosource.model import Conflict, Moment, Span, Statement, content_id
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


class Told(NamedTuple):
    """What was in a year: the year, and the stems of the content words near it."""

    year: int
    near: frozenset[str]


def year_conflicts(index: StoryIndex) -> Iterator[Conflict]:
    """Years that two articles give for what they tell in the same words, where neither gives the other's anywhere.

    Returns:
        Conflicts of time, one for two years of one thing, without a point; members are the statements that hold them.
    """
    years = {article.id: set(map(int, _YEAR.findall(article.text))) for article in index.articles.values()}
    told = _by_year(index)
    for one, other in combinations(sorted(told, key=lambda each: (each.year, sorted(each.near))), 2):
        if _of_one_thing(one, other):
            early = _without(other.year, told[one], years)
            late = _without(one.year, told[other], years)
            if early and late:
                yield _conflict(early, late, index)


def _without(year: int, statements: list[Statement], years: Mapping[str, set[int]]) -> list[Statement]:
    """The statements of articles that do not name a year."""
    return [statement for statement in statements if year not in years[statement.article]]


def _by_year(index: StoryIndex) -> dict[Told, list[Statement]]:
    """The statements that name a year and no other time, by what was then."""
    told: dict[Told, list[Statement]] = defaultdict(list)
    for statement in index.statements.values():
        moment = None if not statement.said else _only_year(statement, index)
        what = _told(moment, statement, index) if moment else None
        if what:
            told[what].append(statement)
    return told


def _of_one_thing(one: Told, other: Told) -> bool:
    """Whether two years are near, and what was in them is told in the same words."""
    return 0 < other.year - one.year <= _APART and len(one.near & other.near) >= _SHARED


def _only_year(statement: Statement, index: StoryIndex) -> Moment | None:
    """The year that a statement names, where it names no other time, and says neither "by" nor "after" it."""
    moments = index.moments(statement.article, *statement.content)
    if len(moments) != 1 or moments[0].precision != "year":
        return None
    text = index.articles[statement.article].text
    words = [word.text for word in words_of(text, index.language, _around(moments[0], statement))]
    rough = index.lexicon.time_context.rough_clock.keys() & set(words[: _row_of_year(words)][-1:])
    exact = _YEAR.fullmatch(moments[0].span.of(text).split()[-1])
    return moments[0] if exact and not rough else None


def _row_of_year(words: list[str]) -> int:
    return next((row for row, word in enumerate(words) if _YEAR.fullmatch(word)), 0)


def _told(moment: Moment, statement: Statement, index: StoryIndex) -> Told | None:
    """What was in the year, by the words of its clause; None for what may be every year: a cup is won in 2014, and in 2015."""
    text, place = index.articles[moment.article].text, _around(moment, statement)
    clauses = [one.clause for one in index.happenings(statement) if one.clause.start <= moment.start < one.clause.end]
    clause = min(clauses, key=lambda span: span.end - span.start, default=place)
    place = Span(start=max(place.start, clause.start), end=min(place.end, clause.end))
    words = words_of(text, index.language, place)
    if any(word.text in index.lexicon.wording.every_year for word in words):
        return None
    year = int(_YEAR.findall(moment.span.of(text))[-1])
    return Told(year, frozenset(stem for stem in content_stems(words) if not is_number(stem)))


def _around(moment: Moment, statement: Statement) -> Span:
    return Span(start=max(statement.start, moment.start - _NEAR), end=min(statement.end, moment.end + _NEAR))


def _conflict(one: list[Statement], other: list[Statement], index: StoryIndex) -> Conflict:
    members = tuple(sorted(statement.id for statement in (*one, *other)))
    lines = []
    for side in (one, other):
        first = min(side, key=lambda each: (index.name(each.article), each.start))
        words = shortened(first.span.of(index.articles[first.article].text), _LONG)
        lines.append(index.worded(Reason("story.has_words", article=index.name(first.article), words=words)))
    return Conflict(
        id=content_id("c", "time", "year", *members), kind="time", members=members, detail="; ".join(lines) + "."
    )
