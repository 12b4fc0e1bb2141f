"""The checks on numbers, one function each. A docstring is the message that the editor reads in front of the particulars."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Difference, Figure, Span
from twosource.text.reasons import Reason
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk

_SEVERAL = 2
_FIRST: Final = 3
"""Paragraphs that say what an article is about."""
_NEAR: Final = 12
"""Code points on either side of a number where "other" may stand."""
_RARE: Final = 100
_ROUND: Final = 10
"""A number of so much that is no multiple of this is hardly told twice by chance."""


@check("C109", severity="low")
def headline_number(desk: Desk) -> Iterator[Hit]:
    """The headline has a number that the article's own text does not have."""
    for article in desk.story.articles:
        for figure in _only_in_headline(desk, article):
            yield Reason("checks.of", articles=desk.name(article.id), words=desk.words(figure)), (figure.id,)


def _only_in_headline(desk: Desk, article: Article) -> list[Figure]:
    """Figures of the headline whose value the text does not give; none where the text has no figure at all."""
    figures = desk.figures_of(article.id)
    heads = [block.span for block in article.blocks if block.kind == "headline"]
    inside = [figure for figure in figures if any(head.start <= figure.start < head.end for head in heads)]
    below = {value for figure in figures if figure not in inside for value in (figure.low, figure.high)}
    below |= _numbers(desk, article.id, desk.journalism(article.id)) if inside and below else set()
    return [
        figure for figure in inside if below and _is_counted(desk, figure) and not {figure.low, figure.high} & below
    ]


def _is_counted(desk: Desk, figure: Figure) -> bool:
    """Whether a number stands there of what happened, of money or a share: no "7 things to know", "double murder", "wife and son"."""
    told = figure.measure is not None or figure.kind in {"money", "share"}
    return told and figure.high > 1 and bool(_numbers(desk, figure.article, [figure.span]))


def _numbers(desk: Desk, article: str, places: Sequence[Span]) -> set[float]:
    """The numbers at places of an article, in digits or as words, whatever they count."""
    known = lexicon_of(desk.articles[article].language).wording.numbers
    words = desk.words_in(article)
    forms = {form.replace(",", "") for place in places for form in words.between(place.start, place.end).forms}
    return {float(known.get(form, form)) for form in forms if form in known or form.replace(".", "", 1).isdecimal()}


@check("C110", severity="low")
def bound_lost(desk: Desk) -> Iterator[Hit]:
    """The number is the same or compatible, but one article bounds it and another does not."""
    for point, difference in desk.differences("bound"):
        if _leaves_out_a_bound(desk, difference):
            yield f"{difference.detail} {desk.label(point)}", (point.id, *difference.members)


def _leaves_out_a_bound(desk: Desk, difference: Difference) -> bool:
    """Whether an article gives a number nowhere with a bound that another gives; two that only round otherwise do not.

    That a length or a time is told as "about" so much, or a number as "at least one", is no news.
    """
    figures = desk.figures_named(difference.members)
    bounded = {one.article for one in figures if one.bound != "unstated" and not _is_loose(one)}
    return bool(bounded) and any(one.article not in bounded for one in figures)


def _is_loose(figure: Figure) -> bool:
    return figure.high <= 1 or (figure.bound == "about" and figure.kind in {"measure", "duration"})


@check("C114", severity="low")
def only_one_article(desk: Desk) -> Iterator[Hit]:
    """Only one article gives this figure, which it puts first."""
    if len(desk.story.articles) < _SEVERAL:
        return
    numbers: dict[tuple[float, float, str | None], list[Figure]] = defaultdict(list)
    for figure in desk.story.figures:
        numbers[figure.low, figure.high, figure.unit].append(figure)
    for point in desk.story.points:
        if point.kind != "figure" or len(desk.articles_of(point)) > 1:
            continue
        own = desk.figures_named(point.figures)
        main = [figure for figure in own if figure.main and figure.high > 1 and _stands_first(desk, figure)]
        if main and not any(_told_of_the_same(one, numbers[one.low, one.high, one.unit], desk) for one in main):
            yield desk.given_by(point), (point.id,)


def _stands_first(desk: Desk, figure: Figure) -> bool:
    """Whether a number stands in the headline or the first paragraphs, of this event, and is no rest of another ("two others")."""
    paragraphs = desk.journalism(figure.article)[:_FIRST]
    near = desk.words_in(figure.article).between(figure.start - _NEAR, figure.end + _NEAR).forms
    rest = lexicon_of(desk.articles[figure.article].language).figures.more
    whole = not (figure.background or figure.part_of) and not rest & set(near)
    return whole and figure.start < paragraphs[-1].end and bool(_numbers(desk, figure.article, [figure.span]))


def _told_of_the_same(figure: Figure, others: Sequence[Figure], desk: Desk) -> bool:
    """Whether another article has the number, which is no round one, or has it under a measure that fits: then more may give it."""
    if (
        figure.low == figure.high >= _RARE
        and figure.low % _ROUND
        and any(one.article != figure.article for one in others)
    ):
        return True
    wider = lexicon_of(desk.articles[figure.article].language).counted.wider_measures
    beside = {one.measure for one in others if one.article != figure.article and one.measure}
    own = figure.measure or ""
    return any(own == one or own in wider.get(one, ()) or one in wider.get(own, ()) for one in beside)
