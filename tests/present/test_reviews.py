"""What a page says of the claim it checks is told as the page's own words, and nowhere as ours."""

from dataclasses import replace

from invented import article as make_article
from present.sample import sample
from twosource.model import Candidate
from twosource.present.excerpts import excerpted
from twosource.present.page import render
from twosource.present.terminal import render as in_terminal
from twosource.present.wording import reviewed

SAID = "says in its record that it checks “The lock was sold.”, a claim of Ivo Tarn; Orm Checks calls it “False”"


def read(*pairs: tuple[str, str]) -> tuple[Candidate, ...]:
    return tuple(Candidate(field=field, value=value, origin="json-ld") for field, value in pairs)


ONE = read(
    ("claim reviewed", "The lock was sold."),
    ("claimed by", "Ivo Tarn"),
    ("reviewed by", "Orm Checks"),
    ("rated as", "False"),
)


def test_one_claim_is_told_with_whose_it_is_and_what_the_page_calls_it() -> None:
    assert reviewed(replace(make_article("It was not."), candidates=ONE)) == (SAID,)


def test_of_two_claims_a_rating_is_told_only_where_there_are_two() -> None:
    two = read(("claim reviewed", "It rained."), ("claim reviewed", "It froze."), ("rated as", "False"))
    assert reviewed(replace(make_article("No."), candidates=two)) == (
        "says in its record that it checks “It rained.”",
        "says in its record that it checks “It froze.”",
    )
    both = (*two, *read(("rated as", "True")))
    assert [
        told.endswith(f"the page calls it “{word}”")
        for told, word in zip(reviewed(replace(make_article("No."), candidates=both)), ("False", "True"), strict=True)
    ] == [True, True]


def test_a_page_that_checks_nothing_says_nothing_of_it() -> None:
    assert reviewed(replace(make_article("It rained."), candidates=read(("reviewed by", "A. Editor")))) == ()


def test_it_stands_on_the_page_in_the_terminal_and_in_a_page_of_excerpts() -> None:
    story = sample()
    checking = replace(story, articles=(*story.articles[:-1], replace(story.articles[-1], candidates=ONE)))
    assert SAID in render([checking])
    assert SAID in " ".join(in_terminal([checking], width=200).split())
    assert SAID in render([excerpted(checking)])
