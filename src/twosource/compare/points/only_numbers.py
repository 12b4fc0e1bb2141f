"""Large numbers of one thing, of which each article gives one only: "nearly 235,000 comments" here, "250,000 comments" there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product
from typing import Final

from twosource.compare.alignment.wording import content_stems, is_number, words_of
from twosource.compare.between import conflict
from twosource.compare.points.figures.counts import PEOPLE, kind_of
from twosource.compare.points.figures.given import shown
from twosource.compare.points.figures.values import agreement
from twosource.compare.points.relations import is_update
from twosource.compare.points.told_numbers import what_is_counted
from twosource.model import Conflict, Figure, Span
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_LARGE: Final = 1000
"""Smaller numbers of one thing are met everywhere: "three cars"."""
_SIZE: Final = 2.5
"""How many times another one number of the same thing may be."""
_BEHIND: Final = 40
"""Code points behind a number in which "per" is looked for, among its next words."""
_RATE: Final = 3


def only_number_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Things of which articles give large numbers that cannot both be right, each article one: one conflict a kind of thing."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in index.figures.values():
        of = what_is_counted(figure, index.language)
        if of and _is_plain(figure) and kind_of(of[-1], index.language) != PEOPLE and not _is_rate(figure, index):
            told[of[-1]].append(figure)
    for counted in sorted(told):
        sides = _sides(_clashing(told[counted], index))
        if len(sides) > 1:
            told_in = (index.statement_at(one.article, one.start) or one.id for side in sides for one in side)
            line = "; ".join(index.worded(_told(side, index)) for side in sides) + "."
            yield conflict("value", line, told_in, index, "value", "only")


def _is_plain(figure: Figure) -> bool:
    """Whether it is a large count by itself: no toll, no part, not of another event."""
    whole = figure.kind == "count" and figure.measure is None and figure.part_of is None and not figure.background
    return whole and figure.low == figure.high >= _LARGE


def _is_rate(figure: Figure, index: StoryIndex) -> bool:
    """Whether so many come on each: "22 million crowns per season"."""
    behind = Span(start=figure.end, end=figure.end + _BEHIND)
    words = words_of(index.articles[figure.article].text, index.language, behind)
    return any(word.text in index.lexicon.wording.rates for word in words[:_RATE])


def _clashing(figures: list[Figure], index: StoryIndex) -> Iterator[Figure]:
    """Of each article's first figures those that cannot both be right; none where an article gives two: it tells of two things."""
    by_article: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_article[figure.article].append(figure)
    if not any(_apart(*pair) for own in by_article.values() for pair in combinations(own, 2)):
        firsts = [min(own, key=lambda figure: figure.start) for own in by_article.values()]
        pairs = list(_two_values(firsts))
        words = {figure.id: _words(figure, index) for pair in pairs for figure in pair}
        held = (pair for pair in pairs if words[pair[0].id] & words[pair[1].id] and _of_one_size_and_time(*pair, index))
        yield from chain.from_iterable(held)


def _two_values(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each two that cannot both be right, equal ones judged together."""
    by_value: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        by_value[figure.unit, figure.low, figure.bound].append(figure)
    apart = (pair for pair in combinations(by_value.values(), 2) if _apart(pair[0][0], pair[1][0]))
    return chain.from_iterable(product(*pair) for pair in apart)


def _sides(figures: Iterable[Figure]) -> list[list[Figure]]:
    """The figures by what can be right together, the highest first."""
    sides: list[list[Figure]] = []
    every = {figure.id: figure for figure in figures}
    for figure in sorted(every.values(), key=lambda figure: (-figure.low, figure.id)):
        home = next((side for side in sides if not _apart(side[0], figure)), None)
        if home is None:
            sides.append([figure])
        else:
            home.append(figure)
    return sides


def _told(side: list[Figure], index: StoryIndex) -> Reason:
    articles = index.names(figure.article for figure in side)
    return Reason("figures.only", articles=articles, value=shown(side[0]), counted=side[0].counted)


def _apart(one: Figure, other: Figure) -> bool:
    return agreement(one, other) == "apart"


def _of_one_size_and_time(one: Figure, other: Figure, index: StoryIndex) -> bool:
    """Whether two are of one size, and neither is a later number."""
    low, high = sorted((one, other), key=lambda figure: figure.low)
    return high.low <= _SIZE * low.low and not is_update(index.time(low.article), index.time(high.article))


def _words(figure: Figure, index: StoryIndex) -> set[str]:
    """The words of a figure's sentence, without numbers and what it counts: one that two have shows that they are of one thing."""
    text = index.articles[figure.article].text
    stems = content_stems(words_of(text, index.language, index.sentence(figure.article, figure.start)))
    return {stem for stem in stems if not is_number(stem)}.difference(what_is_counted(figure, index.language))
