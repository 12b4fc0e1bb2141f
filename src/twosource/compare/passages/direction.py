"""Which of two articles that share wording had it first."""

from collections.abc import Sequence

from twosource.compare.passages.readings import Reading
from twosource.model import Article
from twosource.settings import Settings
from twosource.text.carriers import names_outlet
from twosource.text.publication import minutes_between, published_before

_FIRST = "it was published first"
_NAMED = "the other names it"


class Shares:
    """How much of each article's own words a pair shares, to tell the fuller text from the cut one."""

    def __init__(self, one: Reading, other: Reading, copied: Sequence[tuple[int, int]]) -> None:
        """Take the rows of all words that the two share in copied passages."""
        self.one = len({i for i, _ in copied}) / max(one.own_words, 1)
        self.other = len({j for _, j in copied}) / max(other.own_words, 1)


def earlier(one: Reading, other: Reading, shares: Shares, settings: Settings) -> tuple[str | None, str]:
    """The id of the article that had the wording first, and the words that say why.

    Time of publication, a credit in the text and who carries the fuller text each may point to one; where they
    point to different articles, or none points anywhere, nobody knows.

    Args:
        one: An article.
        other: The other.
        shares: How much of each the two share.
        settings: ``direction_fuller_share``, ``direction_fuller_factor``.
    """
    signs = [
        (found, why)
        for found, why in (
            (_by_time(one.article, other.article), _FIRST),
            (_by_credit(one, other), _NAMED),
            (_by_fullness(one, other, shares, settings), "it carries the fuller text"),
        )
        if found
    ]
    named = {found for found, _ in signs}
    sure = len(named) == 1 and len(signs) > 1
    if not sure and all(why != _NAMED for _, why in signs) and _released(one, other, settings):
        return None, (
            "no direction is known: they came out about the same time, and neither names the other or an agency; "
            "both may have it from one release"
        )
    if not signs:
        return None, "which had it first is not known"
    if len(named) > 1:
        return None, f"which had it first is not clear: by one sign {signs[0][1]}, by another the other article did"
    first = one.article if one.article.id in named else other.article
    return first.id, f"{first.outlet} had it first: {' and '.join(why for _, why in signs)}"


def _released(one: Reading, other: Reading, settings: Settings) -> bool:
    """Whether two outlets that credit no agency published at about one time, as those do that were sent one release."""
    left, right = one.article, other.article
    if left.outlet == right.outlet or left.via or right.via:
        return False
    apart = minutes_between(left.published, right.published)
    return apart is not None and apart <= settings.direction_release_minutes


def _by_time(one: Article, other: Article) -> str | None:
    before = published_before(one.published, other.published)
    return None if before is None else one.id if before else other.id


def _by_credit(one: Reading, other: Reading) -> str | None:
    theirs = any(names_outlet(name, one.article.outlet) for name in other.carriers)
    ours = any(names_outlet(name, other.article.outlet) for name in one.carriers)
    if theirs == ours or one.article.outlet == other.article.outlet:
        return None
    return one.article.id if theirs else other.article.id


def _by_fullness(one: Reading, other: Reading, shares: Shares, settings: Settings) -> str | None:
    least, factor = settings.direction_fuller_share, settings.direction_fuller_factor
    if shares.other >= least and one.own_words > factor * other.own_words:
        return one.article.id
    if shares.one >= least and other.own_words > factor * one.own_words:
        return other.article.id
    return None
