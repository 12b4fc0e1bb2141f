"""Copied wording that is a release: whoever put it out stands in the story with it, or each has worked on it and names nobody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from twosource.compare.passages.direction import Direction, Sharing
from twosource.compare.passages.kinds import Judgement
from twosource.model import Article, Passage, Place, Span
from twosource.text.agencies import agency_called
from twosource.text.official_sites import publishes_releases
from twosource.text.reasons import Reason, worded

_COVERED: Final = 0.6  # of a passage that must stand in the release too: outlets reword its edges
_HALF: Final = 0.5  # of one of the articles: more is no report of its own with something added
_OWN_SOURCES: Final = 2  # that the other has not: one may be the same under another name


def each_may_have_it(pair: Sharing, direction: Direction) -> Reason | None:
    """Why two articles may share wording as two do that were sent one release; None where nothing says so.

    Each has worked on it, or reports besides; and neither names the other, an agency or an owner that they have in common.
    """
    (left, right), settings = pair.articles, pair.settings
    akin = pair.one_outlet or bool(left.publisher and left.publisher == right.publisher)
    if akin or direction.sign in {"named", "agency"} or not pair.copied:
        return None
    most = max(pair.shares)
    worked_on = all(stretch.ratio < settings.passage_reworded_ratio for stretch in pair.copied)
    if worked_on and most < settings.passage_reworded_share:
        return Reason("passages.each_worked_on_it")
    return Reason("passages.each_reports_besides") if most < _HALF and _each_reports_besides(pair) else None


def _each_reports_besides(pair: Sharing) -> bool:
    """Whether each begins in words of its own and has sources that the other has not, and neither has anything from an agency."""
    one, other = pair.one, pair.other
    if any(map(agency_called, (*one.carriers, *other.carriers))):
        return False
    begun = min(stretch.left[0] for stretch in pair.copied), min(stretch.right[0] for stretch in pair.copied)
    if begun[0] < one.opening or begun[1] < other.opening:
        return False
    ours, theirs = ({told.source for told in each.findings.statements if told.source} for each in (one, other))
    return min(len(ours - theirs), len(theirs - ours)) >= _OWN_SOURCES


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
    return [_told(passage, offices, released, articles, language) if _copied(passage) else passage for passage in given]


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


def _copied(passage: Passage) -> bool:
    return passage.is_copied


def _held(place: Place, spans: Iterable[Span]) -> bool:
    held = sum(max(0, min(span.end, place.end) - max(span.start, place.start)) for span in spans)
    return held >= _COVERED * (place.end - place.start)
