"""Copied wording that is a release: whoever put it out stands in the story with it, or each has worked on it and names nobody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from twosource.compare.passages.alignment import Stretch
from twosource.compare.passages.direction import Direction, Shares
from twosource.compare.passages.kinds import Judgement
from twosource.compare.passages.readings import Reading
from twosource.model import Article, Passage, Place, Span
from twosource.settings import Settings
from twosource.text.agencies import agency_called
from twosource.text.official_sites import publishes_releases
from twosource.text.reasons import Reason, worded

_COVERED: Final = 0.6  # of a passage that must stand in the release too: outlets reword its edges
_HALF: Final = 0.5  # of one of the articles: more is no report of its own with something added
_OWN_SOURCES: Final = 2  # that the other has not: one may be the same under another name


def each_may_have_it(
    one: Reading,
    other: Reading,
    stretches: Sequence[Stretch],
    shares: Shares,
    direction: Direction,
    settings: Settings,
) -> Reason | None:
    """Why two articles may share wording as two do that were sent one release; None where nothing says so.

    Each has worked on it, or reports besides; and neither names the other, an agency or an owner that they have in common.

    Args:
        one: An article.
        other: The other.
        stretches: What would be called copied.
        shares: How much of each that is.
        direction: What says which had it first.
        settings: ``passage_reworded_ratio``, ``passage_reworded_share``.
    """
    left, right = one.article, other.article
    akin = left.outlet == right.outlet or bool(left.publisher and left.publisher == right.publisher)
    if akin or direction.sign in {"named", "agency"} or not stretches:
        return None
    most = max(shares.one, shares.other)
    worked_on = all(stretch.ratio < settings.passage_reworded_ratio for stretch in stretches)
    if worked_on and most < settings.passage_reworded_share:
        return Reason("passages.each_worked_on_it")
    if most < _HALF and _each_reports_besides(one, other, stretches):
        return Reason("passages.each_reports_besides")
    return None


def _each_reports_besides(one: Reading, other: Reading, stretches: Sequence[Stretch]) -> bool:
    """Whether each begins in words of its own and has sources that the other has not, and neither has anything from an agency."""
    if any(map(agency_called, (*one.carriers, *other.carriers))):
        return False
    begun = min(stretch.left[0] for stretch in stretches), min(stretch.right[0] for stretch in stretches)
    if any(row < each.opening for row, each in zip(begun, (one, other), strict=True)):
        return False
    ours, theirs = ({told.source for told in each.findings.statements if told.source} for each in (one, other))
    return min(len(ours - theirs), len(theirs - ours)) >= _OWN_SOURCES


def may_be_released(judgement: Judgement, why: Reason) -> Judgement:
    """Copied wording as what may be a release, and why."""
    told = Reason("passages.may_be_released", why=why, reason=judgement.reason)
    return replace(judgement, kind="release", reason=told)


def with_releases(passages: Iterable[Passage], articles: Mapping[str, Article], language: str) -> list[Passage]:
    """Say of copied passages that they are a release, where they are.

    Wording that an outlet shares with an office's, a university's or a company's own page is that page's release. So is
    what two outlets share of it.

    Args:
        passages: All passages of a story.
        articles: Its articles, by id.
        language: That of the story.

    Returns:
        The passages in the same order.
    """
    given = list(passages)
    offices = {name for name, article in articles.items() if publishes_releases(article)}
    if not offices:
        return given
    released: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for passage in filter(_copied, given):
        for place, other in (passage.spans, passage.spans[::-1]):
            if other.article in offices and place.article not in offices:
                released[other.article, place.article].append(place.span)
    return [_told(passage, offices, released, articles, language) if _copied(passage) else passage for passage in given]


def _copied(passage: Passage) -> bool:
    return passage.kind == "copied" and not passage.rejected


def _told(
    passage: Passage,
    offices: set[str],
    released: Mapping[tuple[str, str], list[Span]],
    articles: Mapping[str, Article],
    language: str,
) -> Passage:
    own = [place.article for place in passage.spans if place.article in offices]
    if len(own) == len(passage.spans):
        return passage
    for office in own or sorted(offices):
        if own or all(_held(place, released.get((office, place.article), [])) for place in passage.spans):
            reason = Reason("passages.released", outlet=articles[office].outlet, reason=passage.reason)
            return replace(passage, kind="release", reason=worded(reason, language))
    return passage


def _held(place: Place, spans: Iterable[Span]) -> bool:
    held = sum(max(0, min(span.end, place.end) - max(span.start, place.start)) for span in spans)
    return held >= _COVERED * (place.end - place.start)
