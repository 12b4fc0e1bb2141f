"""Copied wording that is a release: whoever put it out stands in the story with it, or each has worked on it and names nobody."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from twosource.compare.passages.direction import Direction, Sharing
from twosource.compare.passages.kinds import Judgement
from twosource.compare.passages.readings import Reading
from twosource.model import Article, Passage, Place, Span
from twosource.text.carriers import carrier_called, others_named
from twosource.text.official_sites import publishes_releases
from twosource.text.publication import days_between
from twosource.text.reasons import Reason, worded

_COVERED: Final = 0.6  # of a passage that must stand in the release too: outlets reword its edges
_HALF: Final = 0.5  # of one of the articles that begin alike: less may begin a statement that both were sent
_THIRD: Final = 0.3  # of one of them, where one came by an agency: less its text may have from a statement too
_LONG: Final = 75  # own words: of five statements that were half of an article none had more than 73
_WHOLE: Final = 0.9  # of one of them: it is the other's text, cut
_DAYS: Final = 3  # of 10 real pairs that were sent one statement all came within a day, of 15 that copied nine later
_OWN_SOURCES: Final = 2  # that the other has not: one may be the same under another name
_BESIDE: Final = 200  # code points: as far from shared words stands who told them
_BEGINNINGS: Final = ("passages.own_beginnings", "passages.one_own_beginning", "passages.own_words_besides")
"""Why wording may be a statement, by how many of two articles begin with it."""


def each_may_have_it(pair: Sharing, direction: Direction) -> Reason | None:
    """Why two articles may share wording as two do that were sent one statement; None where it is a newsroom's work.

    An article that is copied is copied from its beginning, with what somebody told its reporter, or from whom it names.
    """
    if not pair.copied or direction.sign == "named" or any(rule(pair) for rule in _NEWSROOMS):
        return None
    return Reason(_BEGINNINGS[sum(_begin_with_it(pair))])


def _of_one_house(pair: Sharing) -> bool:
    """One outlet or one publisher has both."""
    left, right = pair.articles
    return pair.one_outlet or bool(left.publisher and left.publisher == right.publisher)


def _from_one_carrier(pair: Sharing) -> bool:
    """Both came by one agency or outlet, or name it beside what they share."""
    return not _whose(pair, 0).isdisjoint(_whose(pair, 1))


def _whose(pair: Sharing, side: int) -> frozenset[str]:
    """By whom one of the two came, and whom it names beside the shared words, each by the one name that we have for it."""
    reading = (pair.one, pair.other)[side]
    article, names = reading.article, set(reading.article.via)
    for stretch in pair.copied if reading.carriers else ():
        rows = [row[side] for row in stretch.matched]
        start, end = reading.starts[min(rows)] - _BESIDE, reading.ends[max(rows)] + _BESIDE
        names |= {one.name for one in others_named(article, reading.outlets, max(start, 0), end)}
    return frozenset(carrier_called(name, article.language) for name in names)


def _may_be_an_agencys(pair: Sharing) -> bool:
    """One came by an agency or outlet, and the other adds little, or no source of its own: its text may have come there too."""
    carried = any(article.via for article in pair.articles)
    return carried and (max(pair.shares) >= _THIRD or not min(_own_sources(pair)))


def _is_most(pair: Sharing) -> bool:
    """It is one whole article, or half of one: both begin with it, or it is longer than what reports take from a statement."""
    return max(pair.shares) >= (_HALF if all(_begin_with_it(pair)) or min(pair.own) >= _LONG else _WHOLE)


def _begin_with_it(pair: Sharing) -> tuple[bool, bool]:
    """Of each article, whether any of the shared words stand in its headline or first paragraph."""
    ours, theirs = (min(rows) for rows in zip(*(stretch.matched[0] for stretch in pair.copied), strict=True))
    return ours < pair.one.opening, theirs < pair.other.opening


def _used_later(pair: Sharing) -> bool:
    """One came out days later, when nobody prints a statement any more, and one of them has few sources of its own."""
    apart = days_between(*(article.published for article in pair.articles))
    return apart is not None and apart > _DAYS and min(_own_sources(pair)) < _OWN_SOURCES


def _own_sources(pair: Sharing) -> tuple[int, int]:
    """How many sources each has that the other has not."""
    ours, theirs = (
        {told.source for told in each.findings.statements if told.source} for each in (pair.one, pair.other)
    )
    return len(ours - theirs), len(theirs - ours)


def _holds_reporting(pair: Sharing) -> bool:
    """The shared words say, in both, what somebody by name said, without giving it as that person's words; and there is more than that."""
    ours, theirs = (_told_by_somebody(reading) for reading in (pair.one, pair.other))
    told = [sum(i in ours and j in theirs for i, j in stretch.matched) for stretch in (*pair.copied, *pair.beside)]
    return sum(told) > 1 or (sum(told) == 1 and len(told) > 1)


def _told_by_somebody(reading: Reading) -> frozenset[int]:
    """The rows at which a cue begins of what a person is said to have said, in the outlet's own words."""
    persons = {source.id for source in reading.findings.sources if source.kind == "person"}
    told = (one for one in reading.findings.statements if one.kind == "paraphrase" and one.source in persons)
    return frozenset(bisect_left(reading.starts, one.cue.start) for one in told if one.said and one.cue)


_NEWSROOMS: Final = (_of_one_house, _from_one_carrier, _may_be_an_agencys, _is_most, _used_later, _holds_reporting)
"""What makes shared wording a newsroom's work."""


def may_be_released(judgement: Judgement, why: Reason) -> Judgement:
    """Copied wording as what may be a release, and why."""
    told = Reason("passages.may_be_released", why=why, reason=judgement.reason)
    return replace(judgement, kind="release", reason=told)


def with_releases(passages: Iterable[Passage], articles: Mapping[str, Article], language: str) -> list[Passage]:
    """A story's passages in the same order; of the copied ones it is said that they are a release, where they are.

    Wording that an outlet shares with an office's, a university's or a company's own page is that page's release. So is
    what two outlets share of it.
    """
    given = list(passages)
    offices = sorted(name for name, article in articles.items() if publishes_releases(article))
    released: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for passage in filter(_is_shared, given if offices else ()):
        for place, other in (passage.spans, passage.spans[::-1]):
            if other.article in offices and place.article not in offices:
                released[other.article, place.article].append(place.span)
    return [
        _told(passage, offices, released, articles, language) if passage.is_copied else passage for passage in given
    ]


def _told(
    passage: Passage,
    offices: Sequence[str],
    released: Mapping[tuple[str, str], list[Span]],
    articles: Mapping[str, Article],
    language: str,
) -> Passage:
    own = [place.article for place in passage.spans if place.article in offices]
    holding = own or [
        office
        for office in offices
        if all(_held(place, released.get((office, place.article), [])) for place in passage.spans)
    ]
    if len(own) == len(passage.spans) or not holding:
        return passage
    reason = Reason("passages.released", outlet=articles[holding[0]].outlet, reason=passage.reason)
    return replace(passage, kind="release", reason=worded(reason, language))


def _is_shared(passage: Passage) -> bool:
    return passage.kind in {"copied", "release"} and not passage.rejected


def _held(place: Place, spans: Iterable[Span]) -> bool:
    held = sum(max(0, min(span.end, place.end) - max(span.start, place.start)) for span in spans)
    return held >= _COVERED * (place.end - place.start)
