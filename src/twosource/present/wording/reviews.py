"""What a page says of itself as a fact-check: which claim it checks, whose that is, and what the page calls it."""

from collections.abc import Sequence
from typing import Final

from twosource.model import Article
from twosource.present.wording.values import clip

_LONGEST: Final = 240
FIELDS: Final = ("claim reviewed", "claimed by", "reviewed by", "rated as")
"""Readings of a page that are about the claim it checks."""


def reviewed(article: Article) -> tuple[str, ...]:
    """A sentence for each claim that a page states in its record that it checks.

    The rating is the page's own word, given as that; nothing here says it after. Whose claim it is and what the page
    calls it are told only where it is sure to which claim they belong: where there are as many of them as claims.
    """
    claims, *others = (_stated(article, field) for field in FIELDS)
    makers, raters, ratings = (_one_each(found, len(claims)) for found in others)
    return tuple(_sentence(*parts) for parts in zip(claims, makers, raters, ratings, strict=True))


def _stated(article: Article, field: str) -> list[str]:
    return [" ".join(one.value.split()) for one in article.candidates if one.field == field and one.value.strip()]


def _one_each(found: Sequence[str], count: int) -> Sequence[str]:
    return found if len(found) == count else [""] * count


def _sentence(claim: str, maker: str, rater: str, rating: str) -> str:
    by = f", a claim of {clip(maker, _LONGEST)}" if maker else ""
    who = clip(rater, _LONGEST) if rater else "the page"
    called = f"; {who} calls it “{clip(rating, _LONGEST)}”" if rating else ""
    return f"says in its record that it checks “{clip(claim, _LONGEST)}”{by}{called}"
