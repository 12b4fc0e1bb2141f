"""What the first screen asks an editor to check."""

from dataclasses import replace

import pytest

from present.sample import sample
from twosource.model import Check
from twosource.model.point import Retraction
from twosource.present.index import Index
from twosource.present.page.checking import checks, first_checks

BACK = "This was taken back"


def titles(*carried: str) -> list[str]:
    """What is asked first of a story in which a claim was taken back that these articles still carry."""
    story = sample()
    point = story.points[0]
    back = Retraction(article=story.articles[0].id, start=0, end=4, carried_by=carried)
    asked = Check(code="C100", severity="high", detail=f"{BACK}. Invented.", refers=(point.id,))
    points = (replace(point, retracted=back), *story.points[1:])
    index = Index(replace(story, points=points, checks=(asked, *story.checks)))
    return [one.title for one in first_checks(index, checks(index, "s1"))]


def test_who_still_carries_what_was_taken_back_is_asked_first() -> None:
    assert titles(sample().articles[1].id)[0] == BACK


def test_what_nobody_carries_any_more_is_told_as_contested_alone() -> None:
    found = titles()
    assert BACK not in found
    assert found


@pytest.mark.parametrize("carried", [(), ("a9",)])
def test_no_more_than_three_are_asked(carried: tuple[str, ...]) -> None:
    assert len(titles(*carried)) <= len("abc")
