"""Which headline stands for a story."""

from itertools import permutations

import pytest

from invented import article
from twosource.compare import central_headline
from twosource.model import Findings


def told(headline: str, text: str = "Stokers at the Velm ferry went on strike over rosters.") -> Findings:
    made = article(text, headline=headline, outlet=headline)
    return Findings(article=made, sources=(), statements=(), figures=(), moments=())


def test_the_headline_that_shares_most_words_with_all_articles_stands_for_the_story_in_any_order() -> None:
    several = [told("Ferry stokers strike over rosters"), told("Anger in Velm"), told("Long queues at the quay")]
    assert {central_headline(tuple(order)) for order in permutations(several)} == {"Ferry stokers strike over rosters"}


@pytest.mark.parametrize(
    "quoting",
    [
        "'Ferry left the table': stokers strike over rosters",
        "Stokers' guild: “Ferry rosters are slavery”",
        'Ferry strike over rosters "will go on"',
    ],
)
def test_a_headline_that_quotes_one_side_stands_for_no_story_but_where_all_do(quoting: str) -> None:
    assert central_headline((told(quoting), told("Queues at the mayor's quay"))) == "Queues at the mayor's quay"
    assert central_headline((told(quoting),)) == quoting


def test_an_apostrophe_quotes_nobody() -> None:
    assert central_headline((told("Ferry stokers' strike at O’Dell's quay"), told("Snow"))).startswith("Ferry stokers'")


def test_without_headlines_an_outlet_stands_for_the_story_and_nothing_for_none() -> None:
    made = article("Stokers went on strike.", outlet="lock.example")
    assert (
        central_headline((Findings(article=made, sources=(), statements=(), figures=(), moments=()),)) == "lock.example"
    )
    assert central_headline(()) == ""
