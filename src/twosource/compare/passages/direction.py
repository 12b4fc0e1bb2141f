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
from twosource.text.reasons import Reason


class Shares:
    """How much of each article's own words a pair shares, to tell the fuller text from the cut one."""

    def __init__(self, one: Reading, other: Reading, copied: Sequence[tuple[int, int]]) -> None:
        """Take the rows of all words that the two share in copied passages."""
        rows = {i for i, _ in copied if one.is_own(i)}, {j for _, j in copied if other.is_own(j)}
        self.one, self.other = len(rows[0]) / max(one.own_words, 1), len(rows[1]) / max(other.own_words, 1)


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
    why: Reason | str
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
    return next(told, Direction(None, Reason("passages.not_known_first"), "unknown"))


def _named_by_the_other(pair: _Pair) -> Direction | None:
    """One names the other as where it has it: in a credit, or as "first reported by"."""
    left, right = pair.one.article, pair.other.article
    if left.outlet == right.outlet:
        return None
    ours, theirs = _names(pair.one, right), _names(pair.other, left)
    if ours and theirs:
        return _unsure(Reason("passages.each_names_the_other"))
    if not ours and not theirs:
        return None
    first, copy = (right, left) if ours else (left, right)
    if published_before(copy.published, first.published) and not _is_agency(first):
        return _unsure(Reason("passages.sign_against_time", first=first.outlet))
    return Direction(first.id, Reason("passages.named", first=first.outlet), "named")


def _unsure(why: Reason) -> Direction:
    return Direction(None, Reason("passages.unsure", why=why), "unclear")


def _sent_by_an_agency(pair: _Pair) -> Direction | None:
    """One of them came by an agency, and neither is the agency's own: the other may have it from there as well."""
    left, right = pair.one.article, pair.other.article
    shared = sorted(set(left.via) & set(right.via))
    credited = shared or sorted({*left.via, *right.via})
    if not credited:
        return None
    if shared:
        return Direction(None, Reason("passages.from_one_agency", agency=shared[0]), "agency")
    return _of_an_agency(Reason("passages.one_from_an_agency", agency=credited[0]))


def _of_an_agency(why: Reason) -> Direction:
    return Direction(None, Reason("passages.not_known", why=why), "agency")


def _told_one_agency(pair: _Pair) -> Direction | None:
    """Both name one agency in their text, from which both may have it."""
    named = [{agency_called(name) for name in reading.carriers} - {None} for reading in (pair.one, pair.other)]
    both = sorted(filter(None, named[0] & named[1]))
    if not both:
        return None
    return _of_an_agency(Reason("passages.both_name_an_agency", agency=both[0]))


def _of_one_hour(pair: _Pair) -> Direction | None:
    """Two outlets that credit nobody published at about one time, as those do that were sent one release."""
    left, right = pair.one.article, pair.other.article
    if left.outlet == right.outlet:
        return None
    apart = minutes_between(left.published, right.published)
    if apart is None or apart > pair.settings.direction_release_minutes:
        return None
    return Direction(None, Reason("passages.of_one_hour"), "one hour")


def _published_first(pair: _Pair) -> Direction | None:
    """One was published before the other, and nothing speaks against it."""
    left, right = pair.one.article, pair.other.article
    before = published_before(left.published, right.published)
    if before is None:
        return None
    first, late = (left, right) if before else (right, left)
    fuller = _fuller(pair)
    if fuller == late.id:
        return _unsure(Reason("passages.time_against_length", first=first.outlet))
    more = Reason("passages.and_fuller") if fuller else ""
    return Direction(first.id, Reason("passages.published_first", first=first.outlet, more=more), "time")


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
