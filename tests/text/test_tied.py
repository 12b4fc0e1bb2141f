"""Articles hang together by claims that several of them make."""

from dataclasses import replace

from invented import article
from twosource.model import Point, Standing
from twosource.text.tied import all_tied

ARTICLES = [
    article(f"The weir at Oss broke, told {name}.", outlet=f"{name}.example") for name in ("mill", "lock", "quay")
]


def told_by(*names: str) -> Point:
    standing = Standing(articles=names)
    return replace(Point(id="q1", kind="claim", label="", relation="same"), standing=standing)


def test_a_chain_of_shared_claims_ties_all() -> None:
    one, two, three = (each.id for each in ARTICLES)
    assert all_tied([told_by(two, three), told_by(one, two)], ARTICLES)


def test_an_article_that_shares_no_claim_is_left_over() -> None:
    one, two, three = (each.id for each in ARTICLES)
    assert not all_tied([told_by(one, two), told_by(three)], ARTICLES)


def test_nothing_is_tied_by_default() -> None:
    assert all_tied([], [])
    assert not all_tied([], ARTICLES)


def test_of_more_than_three_articles_one_claim_ties_nothing_for_joins_across_events_happen() -> None:
    four = [*ARTICLES, article("A bakery in Velm burned down.", outlet="velm.example")]
    one, two, three, other = (each.id for each in four)
    chain = [told_by(one, two), told_by(one, two), told_by(two, three), told_by(two, three), told_by(three, other)]
    assert not all_tied(chain, four)
    assert all_tied([*chain, told_by(other, two), told_by(two, other)], four)
