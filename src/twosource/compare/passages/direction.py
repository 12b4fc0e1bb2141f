"""Which of two articles that share wording had it first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from twosource.compare.passages.readings import Reading
from twosource.model import Article, DirectionSign
from twosource.settings import Settings
from twosource.text.agencies import agency_called, agency_of_host
from twosource.text.carriers import names_itself, names_outlet
from twosource.text.publication import minutes_between, published_before


class Shares:
    """How much of each article's own words a pair shares, to tell the fuller text from the cut one."""

    def __init__(self, one: Reading, other: Reading, copied: Sequence[tuple[int, int]]) -> None:
        """Take the rows of all words that the two share in copied passages."""
        self.one = len({i for i, _ in copied}) / max(one.own_words, 1)
        self.other = len({j for _, j in copied}) / max(other.own_words, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Two articles that share copied wording, in the order of their time where that is known."""

    one: Reading
    other: Reading
    shares: Shares
    settings: Settings


@dataclass(frozen=True, slots=True)
class Direction:
    """Which article had wording first, by its id; None where that cannot be told. ``why`` and ``sign`` say what tells."""

    first: str | None
    why: str
    sign: DirectionSign


NOT_COPIED: Final = Direction(None, "", "unknown")


def earlier(one: Reading, other: Reading, shares: Shares, settings: Settings) -> Direction:
    """Which article had the wording first, and the words that say why.

    By the first of the rules that knows: a credit is surer than a time, and where both came by one agency neither was
    first. Who carries the fuller text is never enough by itself, since a copy is cut as often as it is added to; it only
    confirms, or contradicts, what the times say.

    Args:
        one: An article.
        other: The other.
        shares: How much of each the two share.
        settings: ``direction_fuller_share``, ``direction_fuller_factor``, ``direction_release_minutes``.
    """
    pair = _Pair(one=one, other=other, shares=shares, settings=settings)
    told = (answer for rule in _RULES if (answer := rule(pair)))
    return next(told, Direction(None, "which had it first is not known", "unknown"))


def _named_by_the_other(pair: _Pair) -> Direction | None:
    """One names the other as where it has it: in a credit, or as "first reported by"."""
    left, right = pair.one.article, pair.other.article
    if left.outlet == right.outlet:
        return None
    ours, theirs = _names(pair.one, right), _names(pair.other, left)
    if ours and theirs:
        return Direction(None, "which had it first is not clear: each names the other", "unclear")
    if not ours and not theirs:
        return None
    first, copy = (right, left) if ours else (left, right)
    if published_before(copy.published, first.published) and not _is_agency(first):
        why = f"by one sign {first.outlet}, which the other names; by its time the other"
        return Direction(None, f"which had it first is not clear: {why}", "unclear")
    return Direction(first.id, f"{first.outlet} had it first: the other names it", "named")


def _sent_by_an_agency(pair: _Pair) -> Direction | None:
    """One of them came by an agency, and neither is the agency's own: the other may have it from there as well."""
    left, right = pair.one.article, pair.other.article
    shared = sorted(set(left.via) & set(right.via))
    credited = shared or sorted({*left.via, *right.via})
    if not credited:
        return None
    if shared:
        return Direction(None, f"neither had it first: both have it from {shared[0]}", "agency")
    why = f"one has it from {credited[0]}, and the other may have"
    return Direction(None, f"which had it first is not known: {why}", "agency")


def _told_one_agency(pair: _Pair) -> Direction | None:
    """Both name one agency in their text, from which both may have it."""
    named = [{agency_called(name) for name in reading.carriers} - {None} for reading in (pair.one, pair.other)]
    both = sorted(filter(None, named[0] & named[1]))
    if not both:
        return None
    return Direction(
        None, f"which had it first is not known: both name {both[0]} as where they have something", "agency"
    )


def _of_one_hour(pair: _Pair) -> Direction | None:
    """Two outlets that credit nobody published at about one time, as those do that were sent one release."""
    left, right = pair.one.article, pair.other.article
    if left.outlet == right.outlet:
        return None
    apart = minutes_between(left.published, right.published)
    if apart is None or apart > pair.settings.direction_release_minutes:
        return None
    why = (
        "they came out about the same time, and neither names the other or an agency; both may have it from one release"
    )
    return Direction(None, f"no direction is known: {why}", "one hour")


def _published_first(pair: _Pair) -> Direction | None:
    """One was published before the other, and nothing speaks against it."""
    left, right = pair.one.article, pair.other.article
    before = published_before(left.published, right.published)
    if before is None:
        return None
    first, late = (left, right) if before else (right, left)
    fuller = _fuller(pair)
    if fuller == late.id:
        why = f"by its time {first.outlet}, but the other carries the fuller text"
        return Direction(None, f"which had it first is not clear: {why}", "unclear")
    more = " and it carries the fuller text" if fuller else ""
    return Direction(first.id, f"{first.outlet} had it first: it was published first{more}", "time")


_RULES: Final = (_named_by_the_other, _sent_by_an_agency, _told_one_agency, _of_one_hour, _published_first)


def _names(reading: Reading, other: Article) -> bool:
    """Whether an article names another's outlet, or came by it: by a credit, or since it is an agency's own."""
    language, own_site = reading.article.language, agency_of_host(other.outlet)
    if any(names_outlet(name, other.outlet, language) for name in reading.carriers):
        return True
    credited = [name for name in reading.article.via if not agency_called(name)]
    if any(names_itself(name, other.outlet, language) for name in credited):
        return True
    return own_site is not None and own_site in reading.article.via and not _is_agency(reading.article)


def _is_agency(article: Article) -> bool:
    return agency_of_host(article.outlet) is not None


def _fuller(pair: _Pair) -> str | None:
    """The article of which the other is a cut, by their lengths."""
    least, factor = pair.settings.direction_fuller_share, pair.settings.direction_fuller_factor
    if pair.shares.other >= least and pair.one.own_words > factor * pair.other.own_words:
        return pair.one.article.id
    if pair.shares.one >= least and pair.other.own_words > factor * pair.one.own_words:
        return pair.other.article.id
    return None
