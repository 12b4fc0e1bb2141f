"""How a number that its source gave lower later is shown: in one line, and not as if it had only moved."""

import pytest

from invented import article, english
from twosource.pipeline import Options, compare
from twosource.present.changes import changes
from twosource.present.contested import contests
from twosource.present.index import Index

FIRST = "The sinking of the Oss ferry killed {} people, the coastguard said."
LATER = "The coastguard lowered the number of people killed in the sinking of the Oss ferry to 23."


def index(number: str, later: str = LATER) -> Index:
    told = [
        article(FIRST.format(number), outlet="lock.example", published="2031-05-14T08:00"),
        article(later, outlet="quay.example", published="2031-05-16T08:00"),
    ]
    return Index(compare(told, Options(parser=english())))


@pytest.mark.parametrize(("number", "about"), [("25", "25 → 23 killed"), ("at least 25", "at least 25 → 23 killed")])
def test_both_numbers_stand_in_the_line(number: str, about: str) -> None:
    (found,) = contests(index(number))
    assert (found.kind, found.about) == ("retraction", about)
    assert [side.who for side in found.sides] == ["the coastguard", "the coastguard"]


def test_the_number_before_that_stands_in_the_same_sentence_is_not_the_one_after() -> None:
    (found,) = contests(index("25", LATER.replace("to 23", "from 25 to 23")))
    assert found.about == "25 → 23 killed"


@pytest.mark.parametrize("number", ["21", "up to 25", "some 24"])
def test_a_number_that_grew_or_was_never_sure_was_not_taken_back(number: str) -> None:
    assert not [one for one in contests(index(number)) if one.kind == "retraction"]


def test_the_last_day_says_that_it_was_taken_back_and_not_that_it_moved() -> None:
    found = changes(index("25"))
    assert found is not None
    assert [told for told in found.told if "killed" in told] == ["taken back by the coastguard: 25 → 23 killed"]
