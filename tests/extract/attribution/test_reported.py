"""Wishes, plans and what is expected of somebody are nobody's words; what was said about them is somebody's."""

import pytest

from invented import article, spoken
from twosource.extract.attribution.passes.reported import FEATURES, weights


def reported(text: str) -> list[str]:
    """The words of what is reported without quotation marks."""
    one = article(text)
    statements, _ = spoken(one)
    return [s.content[0].of(one.text) for s in statements if s.kind == "paraphrase"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is expected to sail again on Monday.",
        "Ada Brandt wants to buy a second crane for the harbour.",
        "The council plans to close the pier in March.",
        "I thought the pier was open when the ferry came in.",
        "The judge ordered the sailor held in the harbour jail.",
        "Two other sailors were expected to recover.",
        "Mira Bell added a ten-yard run late in the third quarter and Tom Voss made it 34-6 with a catch.",
    ],
)
def test_a_wish_a_plan_or_an_order_is_nobodys_statement(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The council said the ferry is expected to sail again on Monday.",
        "Ada Brandt promised to buy a second crane for the harbour.",
        "The council said it plans to close the pier in March.",
        "The mayor added that the pier would stay open.",
        "Harbour police believe that the pier was open when the ferry came in.",
        "The judge ruled that the sailor could be held.",
        "The mayor urged sailors to stay away from the pier.",
        "The mayor accused the council of hiding the costs.",
        "Court records show that the sailor had been fined twice.",
    ],
)
def test_what_is_said_believed_or_asked_is_somebodys(text: str) -> None:
    assert reported(text)


def test_every_feature_says_what_it_asks_and_has_a_weight() -> None:
    assert all(feature.__doc__ for feature in FEATURES)
    assert {feature.__name__ for feature in FEATURES} | {"surety", "always"} == set(weights())


def test_words_in_quotation_marks_keep_whoever_plans_with_them() -> None:
    """Without a report they would be nobody's; the plan itself, in no marks, is none."""
    statements, _ = spoken(article("The council plans to make the pier “a place for everybody” by May."))
    assert [bool(one.source) for one in statements if one.kind == "quotation"] == [True]
    assert reported("The council plans to make the pier a place for everybody by May.") == []
