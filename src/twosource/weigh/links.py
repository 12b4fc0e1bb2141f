"""Evidence that two articles go back to one text: always a value with its reason, never a bare score."""

from dataclasses import dataclass

from twosource.model import Article
from twosource.settings import Settings
from twosource.text.publication import published_before
from twosource.weigh.own import Own, Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two articles that go back to one text. ``earlier`` had it first; None where unknown."""

    strength: float
    reason: str
    earlier: str | None = None


def link(one: Own, other: Own, shared: Shared | None, settings: Settings) -> Link | None:
    """Whether two articles go back to one text.

    They do where copied passages make up much of the journalism of one of them, quotations and formulas aside; or
    where both carry one agency's copy and share wording; or where both are that agency's copy and nothing else.

    Args:
        one: An article.
        other: Another, of other words.
        shared: What the two share in copied passages; None for nothing.
        settings: All that begins with ``origin_``.

    Returns:
        The evidence, or None.
    """
    left, right = one.findings.article, other.findings.article
    agencies = sorted(set(left.via) & set(right.via))
    before = published_before(left.published, right.published)
    earlier = (shared.earlier if shared else None) if before is None else left.id if before else right.id
    if shared and _much(shared, settings):
        share = f"{shared.of_one:.0%} of {left.outlet}'s and {shared.of_other:.0%} of {right.outlet}'s"
        reason = f"{shared.words} of their own words are the same: {share} journalism outside quotations"
        if agencies:
            reason += f"; both carry {agencies[0]}"
        return Link(strength=shared.words, reason=reason, earlier=earlier)
    if agencies and shared and shared.words >= settings.origin_credit_words:
        reason = f"both carry {agencies[0]} by their own credit and share {shared.words} words of their journalism"
        return Link(strength=shared.words, reason=reason, earlier=earlier)
    if agencies and _only(left) and _only(right):
        return Link(strength=1, reason=f"both are {agencies[0]}'s copy by their own credit, and name no other author")
    return None


def _much(shared: Shared, settings: Settings) -> bool:
    share = max(shared.of_one, shared.of_other)
    if shared.words >= settings.origin_words and share >= settings.origin_share:
        return True
    if share >= settings.origin_long_share and any(
        ratio >= settings.origin_long_ratio and words >= settings.origin_long_words for ratio, words in shared.runs
    ):
        return True
    return share >= settings.origin_whole_share and shared.words >= settings.origin_credit_words


def _only(article: Article) -> bool:
    """Whether one agency is all that an article credits."""
    agency = article.via[0].casefold() if len(article.via) == 1 else None
    return agency is not None and all(_agency_byline(name, agency) for name in article.byline)


def _agency_byline(name: str, agency: str) -> bool:
    words = name.casefold()
    return agency in words or words in {"associated press", "the associated press", "staff and wire reports"}
