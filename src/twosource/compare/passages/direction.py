"""Which of two articles that share wording had it first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from twosource.compare.passages.alignment import Stretch
from twosource.compare.passages.readings import Reading
from twosource.model import Article, DirectionSign
from twosource.settings import Settings
from twosource.text.agencies import agency_called, agency_of_host
from twosource.text.carriers import names_itself, names_outlet
from twosource.text.publication import minutes_between, published_before
from twosource.text.reasons import Reason


@dataclass(frozen=True)
class Sharing:
    """Two articles that share wording, in the order of their time where that is known, and what of it is copied.

    ``beside`` is what they share besides: too little, or names and numbers in a row.
    """

    one: Reading
    other: Reading
    copied: Sequence[Stretch]
    settings: Settings
    beside: Sequence[Stretch] = ()

    @property
    def articles(self) -> tuple[Article, Article]:
        """Both."""
        return self.one.article, self.other.article

    @property
    def one_outlet(self) -> bool:
        """Whether one outlet has both."""
        return self.one.article.outlet == self.other.article.outlet

    @cached_property
    def own(self) -> tuple[int, int]:
        """How many of each article's own words they share."""
        pairs = [pair for stretch in self.copied for pair in stretch.matched]
        return len(self.one.own_rows & {i for i, _ in pairs}), len(self.other.own_rows & {j for _, j in pairs})

    @property
    def shares(self) -> tuple[float, float]:
        """The same as a share of them, to tell the fuller text from the cut one."""
        return self.own[0] / max(len(self.one.own_rows), 1), self.own[1] / max(len(self.other.own_rows), 1)


@dataclass(frozen=True, slots=True)
class Direction:
    """Which article had wording first, by its id; None where that cannot be told. ``why`` and ``sign`` say what tells."""

    first: str | None
    why: Reason | str
    sign: DirectionSign


NOT_COPIED: Final = Direction(None, "", "unknown")


def earlier(pair: Sharing) -> Direction:
    """Which article had the wording first, and the words that say why.

    By the first of the rules that knows: a credit is surer than a time, and where both came by one agency neither was
    first. Who carries the fuller text is never enough by itself, since a copy is cut as often as it is added to; it only
    confirms, or contradicts, what the times say.
    """
    told = (answer for rule in _RULES if (answer := rule(pair)))
    return next(told, Direction(None, Reason("passages.not_known_first"), "unknown"))


def _named_by_the_other(pair: Sharing) -> Direction | None:
    """One names the other as where it has it: in a credit, or as "first reported by"."""
    left, right = pair.articles
    if pair.one_outlet:
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


def _sent_by_an_agency(pair: Sharing) -> Direction | None:
    """One of them came by an agency, and neither is the agency's own: the other may have it from there as well."""
    left, right = (set(article.via) for article in pair.articles)
    if left & right:
        return Direction(None, Reason("passages.from_one_agency", agency=min(left & right)), "agency")
    return _of_an_agency("passages.one_from_an_agency", left | right)


def _told_one_agency(pair: Sharing) -> Direction | None:
    """Both name one agency in their text, from which both may have it."""
    left, right = ({agency_called(name) for name in reading.carriers} for reading in (pair.one, pair.other))
    return _of_an_agency("passages.both_name_an_agency", filter(None, left & right))


def _of_an_agency(code: str, agencies: Iterable[str]) -> Direction | None:
    """That an agency may have had it first, by the first of their names; None where there is none."""
    first = min(agencies, default=None)
    why = Reason("passages.not_known", why=Reason(code, agency=first))
    return Direction(None, why, "agency") if first is not None else None


def _of_one_hour(pair: Sharing) -> Direction | None:
    """Two outlets that credit nobody published at about one time, as those do that were sent one release."""
    left, right = pair.articles
    apart = minutes_between(left.published, right.published)
    if pair.one_outlet or apart is None or apart > pair.settings.direction_release_minutes:
        return None
    return Direction(None, Reason("passages.of_one_hour"), "one hour")


def _published_first(pair: Sharing) -> Direction | None:
    """One was published before the other, and nothing speaks against it."""
    left, right = pair.articles
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


def _fuller(pair: Sharing) -> str | None:
    """The article of which the other is a cut, by their lengths."""
    least, factor = pair.settings.direction_fuller_share, pair.settings.direction_fuller_factor
    if pair.shares[1] >= least and len(pair.one.own_rows) > factor * len(pair.other.own_rows):
        return pair.one.article.id
    if pair.shares[0] >= least and len(pair.other.own_rows) > factor * len(pair.one.own_rows):
        return pair.other.article.id
    return None
