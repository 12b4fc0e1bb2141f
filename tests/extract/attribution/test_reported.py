"""Wishes, plans and what is expected of somebody are listed and said by nobody; what was said about them is somebody's."""

import pytest

from invented import article, english, spoken
from twosource.extract.attribution.passes.report_features import FEATURES
from twosource.extract.attribution.passes.reported import weights
from twosource.pipeline import Options, compare
from twosource.present.wording.counts import counts_of


def told(text: str) -> list[tuple[str | None, str]]:
    """Which attitude, and the words, of what is told without quotation marks."""
    one = article(text)
    statements, _ = spoken(one)
    return [(s.attitude, s.content[0].of(one.text)) for s in statements if s.kind == "paraphrase"]


def reported(text: str) -> list[str]:
    """The words of what is said without quotation marks."""
    return [words for attitude, words in told(text) if attitude is None]


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("The ferry is expected to sail again on Monday.", "thought"),
        ("Ada Brandt wants to buy a second crane for the harbour.", "wish"),
        ("The council plans to close the pier in March.", "plan"),
        ("Two other sailors were expected to recover.", "thought"),
        ("Ada Brandt hopes that the pier will open in March.", "wish"),
        ("Ada Brandt opposes the plan to close the pier.", "act"),
        ("The mayor also commented on the future of the pier.", "act"),
        ("Officials questioned the safety of the pier.", "act"),
        ("Ada Brandt welcomed the ruling.", "act"),
        ("The council dismissed the allegations of the crane drivers.", "act"),
        ("The pilots' union has issued repeated warnings about rust on the pier.", "act"),
    ],
)
def test_a_wish_a_plan_or_a_thought_is_listed_and_nobodys_statement(text: str, attitude: str) -> None:
    (found,) = (one for one in spoken(article(text))[0] if one.kind == "paraphrase")
    assert found.attitude == attitude
    assert not found.said
    assert "reported" in found.source_reason


@pytest.mark.parametrize(
    "text",
    [
        "Mira Bell added a ten-yard run late in the third quarter and Tom Voss made it 34-6 with a catch.",
        "The police found a body in the harbour.",
        "Footage shows a boat on the rocks.",
    ],
)
def test_a_deed_is_not_even_listed(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The council said the ferry is expected to sail again on Monday.",
        "Ada Brandt promised to buy a second crane for the harbour.",
        "Ada Brandt welcomed the ruling as long overdue.",
        "The council issued a warning that the pier was rusty.",
        "The council said it plans to close the pier in March.",
        "The mayor added that the pier would stay open.",
        "Harbour police believe that the pier was open when the ferry came in.",
        "The judge ruled that the sailor could be held.",
        "The mayor urged sailors to stay away from the pier.",
        "The mayor accused the council of hiding the costs.",
        "The mayor commented that the pier had no future.",
        "Officials questioned whether the pier was safe.",
        "Court records show that the sailor had been fined twice.",
    ],
)
def test_what_is_said_believed_or_asked_is_somebodys(text: str) -> None:
    assert reported(text)


def test_every_feature_has_a_weight() -> None:
    names = {*FEATURES, "surety", "always"}
    assert {outcome: set(learned) for outcome, learned in weights().items()} == {"words": names, "attitude": names}


def test_words_in_quotation_marks_keep_whoever_plans_with_them() -> None:
    """Without a report they would be nobody's; the plan itself, in no marks, is none."""
    statements, _ = spoken(article("The council plans to make the pier “a place for everybody” by May."))
    assert [bool(one.source) for one in statements if one.kind == "quotation"] == [True]
    assert reported("The council plans to make the pier a place for everybody by May.") == []


def test_what_somebody_plans_is_in_no_point_and_makes_no_source_that_counts() -> None:
    given = [
        article(f"The council plans to close the pier in {month}.", outlet=f"{month}.example")
        for month in ("May", "June")
    ]
    story = compare(given, Options(parser=english()))
    plans = {one.id for one in story.statements if one.attitude == "plan"}
    assert len(plans) == 2
    assert not plans & {name for point in story.points for name in point.statements}
    assert counts_of(story).sources == 0
