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
from twosource.text.official_sites import publishes_releases
from twosource.text.reasons import Reason, worded

_COVERED: Final = 0.6  # of a passage that must stand in the release too: outlets reword its edges


def each_reworded(
    one: Reading,
    other: Reading,
    stretches: Sequence[Stretch],
    shares: Shares,
    direction: Direction,
    settings: Settings,
) -> bool:
    """Whether two articles share wording as two do that were sent one release.

    Nothing of it is nearly the same in both, it is not most of either, and neither names the other, an agency or an owner
    that they have in common.

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
    if akin or direction.sign in {"named", "agency"}:
        return False
    worked_on = all(stretch.ratio < settings.passage_reworded_ratio for stretch in stretches)
    return bool(stretches) and worked_on and max(shares.one, shares.other) < settings.passage_reworded_share


def may_be_released(judgement: Judgement) -> Judgement:
    """Copied wording as what may be a release."""
    return replace(judgement, kind="release", reason=Reason("passages.may_be_released", reason=judgement.reason))


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
