"""Evidence on the page: the sentence, the outlet it stands in, and where it leads."""

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.present.anchors import anchor
from twosource.present.evidence import Evidence
from twosource.present.index import Index
from twosource.present.places import place_of
from twosource.present.wording import dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A sentence with its place. ``words`` are what it is shown for, ``before`` and ``after`` the rest of it.

    ``dated`` is empty where the name already says when.
    """

    outlet: str
    dated: str
    article: str
    href: str
    before: str
    words: str
    after: str


def exhibits(index: Index, found: Iterable[Evidence]) -> tuple[Exhibit, ...]:
    """Sentences ready to be shown, in the order given."""
    return tuple(_exhibit(index, one) for one in found)


def _exhibit(index: Index, one: Evidence) -> Exhibit:
    article = index.articles[one.article]
    member = index.member(one.member)
    href = place_of(index, member) if member else anchor("a", article.id)
    if one.mark:
        href = anchor("k", index.mark_owner(one.article, one.mark), one.mark.kind, str(one.mark.start))
    return Exhibit(
        outlet=index.outlets[article.id],
        dated="" if index.outlets[article.id] != article.outlet else dated(article),
        article=anchor("a", article.id),
        href=href,
        before=one.before,
        words=one.words,
        after=one.after,
    )
