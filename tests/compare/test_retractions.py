"""What is taken back days later is taken back where it was said first, with the articles that still carry it."""

import pytest

from invented import article, english
from twosource.model import Story
from twosource.pipeline import Options, compare

SAID = "The company said that none of the burns was caused by the new furnace."


def story(later: str, said: str = SAID) -> Story:
    told = [
        article(said, outlet="lock.example", published="2031-05-14T08:00"),
        article(later, outlet="quay.example", published="2031-05-29T08:00"),
    ]
    return compare(told, Options(parser=english()))


@pytest.mark.parametrize(
    "later",
    [
        "The company said its earlier statement that no burns were caused by the furnace had been wrong.",
        "Director Ada Brenk said the company's statement last month that no burns were caused by the furnace was wrong.",
    ],
)
def test_it_is_taken_back_in_the_point_in_which_it_was_said(later: str) -> None:
    found = story(later)
    (point,) = [point for point in found.points if point.retracted]
    carried = [one.outlet for one in found.articles if point.retracted and one.id in point.retracted.carried_by]
    assert carried == ["lock.example"]


def test_what_somebody_else_said_of_another_thing_is_not_taken_back() -> None:
    found = story(
        "The mayor apologised for saying that the bridge was open.",
        "The company said that the bridge to its furnace was heavy.",
    )
    (point,) = [point for point in found.points if point.retracted]
    assert point.retracted
    assert point.retracted.carried_by == ()
