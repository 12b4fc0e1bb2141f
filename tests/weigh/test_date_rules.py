"""Dates that an article states, and whether they fit."""

import pytest

from invented import article
from twosource.model import Story
from twosource.weigh.checks import find_checks


def _told(text: str) -> list[str]:
    story = Story(title="x", version="0", articles=(article(text, outlet="weir.example"),))
    return [check.detail for check in find_checks(story, codes=["C122"])]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday, May 17, 2031", "Saturday"),
        ("Monday, Sept. 3rd, 2031", "Wednesday"),
        ("Monday 17 May 2031", "Saturday"),
    ],
)
def test_a_weekday_that_its_date_does_not_have_is_shown_with_the_one_it_has(words: str, day: str) -> None:
    (detail,) = _told(f"The ferry struck the quay on {words}, and a cook swam ashore.")
    assert words in detail
    assert day in detail


@pytest.mark.parametrize(
    "words",
    [
        "Saturday, May 17, 2031",
        "Monday, May 17",  # of no year
        "Monday, May 1, and in 2031",
        "Monday; May 17, 2031, was warm",
        "Monday, May 32, 2031",  # no day at all
    ],
)
def test_a_weekday_that_fits_or_stands_with_no_whole_date_is_not(words: str) -> None:
    assert not _told(f"The ferry struck the quay on {words}, and a cook swam ashore.")
