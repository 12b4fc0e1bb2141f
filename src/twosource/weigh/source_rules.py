"""Checks on how a source is called: what one friend said becomes the word of witnesses, or of officials."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import Difference, Figure, Point, Source, Statement
from twosource.text.reasons import Reason
from twosource.text.word_rarity import stem
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk, and_more

_WORD: Final = re.compile(r"[a-z]+")
_ONE, _MANY, _OFFICIAL = range(3)
_ALIKE: Final = 2
"""Words, names aside, that two statements have in common at the least to tell perhaps the same."""
_BEGIN: Final = 3
"""Words of a sentence among which those are who do what it tells: "state police chased him"."""
_MUCH: Final = 0.25
_MOST: Final = 0.45
"""The share of the words of the shorter that they are at the least; and in a story of a few articles, where little is told twice."""
_FEW: Final = 4
_DOMAIN: Final = 4
"""Letters of a name that stand in a domain by no chance: "EW" stands in "news"."""


@check("C117", severity="medium")
def source_upgraded(desk: Desk) -> Iterator[Hit]:
    """A source weighs more in one article than in another: one person becomes several, or a private one an official."""
    for point in desk.story.points:
        low, high = _lightest_and_heaviest(_ranks(desk, point).values())
        if low and high:
            first = min(low, key=lambda statement: statement.id)
            second = max(high, key=lambda told: (told[0], told[1].id))[1]
            sides = _whose(desk, first), _whose(desk, second)
            detail = Reason("checks.two_sources", first=sides[0], second=sides[1], label=desk.label(point))
            yield detail, (point.id, first.id, second.id)


def _lightest_and_heaviest(
    articles: Iterable[list[tuple[int, Statement]]],
) -> tuple[list[Statement], list[tuple[int, Statement]]]:
    """One statement of each article that has it from one private person alone; the heaviest of each that has it from more."""
    low = [told[0][1] for told in articles if {rank for rank, _ in told} == {_ONE}]
    high = [max(told, key=itemgetter(0)) for told in articles if min(rank for rank, _ in told) > _ONE]
    return low, high


def _ranks(desk: Desk, point: Point) -> dict[str, list[tuple[int, Statement]]]:
    """For each article the statements of a point that have a source, each with how much that one weighs; -1 for unknown."""
    found: dict[str, list[tuple[int, Statement]]] = {}
    for member in desk.members_of(point):
        source = desk.source(member.source)
        if source is not None and isinstance(member, Statement):
            rank = _rank(source, desk.articles[member.article].language)
            found.setdefault(member.article, []).append((-1 if rank is None else rank, member))
    return found


def _whose(desk: Desk, statement: Statement) -> Reason:
    return Reason("origins.has_it_from", outlet=desk.names([statement.article]), other=desk.who(statement.source))


def _rank(source: Source, language: str) -> int | None:
    """How much a source that is not named by its own name weighs; None where its words do not say."""
    words, ranks = set(_WORD.findall(source.name.lower())), lexicon_of(language).source_ranks
    if source.kind == "body" or words & ranks.official:
        return _OFFICIAL
    if source.kind != "unnamed":
        return None
    if words & ranks.private:
        return _ONE
    return _MANY if words & ranks.private_plural else None


@check("C105", severity="medium")
def attribution_lost(desk: Desk) -> Iterator[Hit]:
    """One article has this from a source, another says it as its own."""
    yield from _without_source(desk, sure=True)


@check("C123", severity="low")
def attribution_likely_lost(desk: Desk) -> Iterator[Hit]:
    """One article has this from a source; another, which may tell the same, names none."""
    yield from _without_source(desk, sure=False)


def _without_source(desk: Desk, *, sure: bool) -> Iterator[Hit]:
    """What is said on somebody's word here and on nobody's there, where it is sure that it is one deed, or only likely."""
    told: dict[str, list[tuple[Point, Difference]]] = {}
    for point, difference in desk.differences("attribution"):
        if desk.standing_text(point):
            continue  # what every report repeats
        if difference.sure == sure and (sure or _in_like_words(desk, difference)):
            told.setdefault(difference.detail, []).append((point, difference))
    for detail, every in told.items():  # what the same articles have from the same source is told once
        refers = (name for point, difference in every for name in (point.id, *difference.members))
        words = desk.label(every[0][0])
        yield Reason("checks.lost", detail=detail, words=words, more=and_more(every)), tuple(dict.fromkeys(refers))


def _in_like_words(desk: Desk, difference: Difference) -> bool:
    """Whether one with a source and one without give one number, or say much in the same words: one name in both tells nothing."""
    members = desk.members_named(difference.members)
    told = [one for one in members if one.source]
    headed = {one.article for one in members if desk.block(one.article, one.start) == "headline"}
    bare = [one for one in members if not one.source and one.article not in headed]  # what is the news needs no source
    pairs = ((one, other) for one in told for other in bare if one.article != other.article)
    return any(_like(desk, one, other) and not _is_its_own_source(desk, one, other) for one, other in pairs)


def _is_its_own_source(desk: Desk, one: Statement | Figure, bare: Statement | Figure) -> bool:
    """Whether who says it in one is the other's outlet, or those in office who do there what is told: then it is on their word in both."""
    source, article = desk.source(one.source), desk.articles[bare.article]
    begin = _WORD.findall(desk.sentence(bare.article, bare.start).of(article.text).lower())[:_BEGIN]
    official = lexicon_of(article.language).source_ranks.official
    if source is None:
        return False
    name, domain = (_letters(each, article.language) for each in (source.name, article.outlet))
    at_work = _rank(source, article.language) == _OFFICIAL and not official.isdisjoint(begin)
    return at_work or (len(name) >= _DOMAIN and name in domain)


def _letters(name: str, language: str) -> str:
    """A name as a domain has it: "The Tallow Gazette" is "tallowgazette"."""
    definite = lexicon_of(language).source_nouns.definite
    return "".join(word for word in _WORD.findall(name.lower()) if word not in definite)


def _like(desk: Desk, one: Statement | Figure, other: Statement | Figure) -> bool:
    sides = _matter(desk, one), _matter(desk, other)
    shared, shorter = len(sides[0] & sides[1]), min(map(len, sides))
    if isinstance(one, Figure) or isinstance(other, Figure):
        same = isinstance(one, Figure) and isinstance(other, Figure) and (one.low, one.high) == (other.low, other.high)
        return same and shared >= _ALIKE
    quoted = "quotation" in {one.kind, other.kind}  # somebody's own words are not what others tell in theirs
    much = _MOST if quoted or len(desk.articles) <= _FEW else _MUCH
    return shared >= max(_ALIKE, much * shorter)


def _matter(desk: Desk, one: Statement | Figure) -> frozenset[str]:
    """The stems of the words said that carry matter and are no names; around a figure those of its sentence that are no numbers."""
    article = desk.articles[one.article]
    counted, words = isinstance(one, Figure), desk.words_in(article.id)
    spans = [desk.sentence(article.id, one.start)] if isinstance(one, Figure) else one.content
    said = [words.between(span.start, span.end) for span in spans]
    wording = lexicon_of(article.language).wording
    return frozenset(
        stem(form, article.language)
        for held in said
        for form, start in zip(held.forms, held.starts, strict=True)
        if form not in wording.function
        and not article.text[start].isupper()
        and not (counted and (form[0].isdigit() or form in wording.numbers))
    )
