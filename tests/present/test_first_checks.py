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


@pytest.mark.parametrize(("before", "end"), [(40, "knew”"), (138, "so …")])
def test_of_a_quotation_a_line_shows_some_words_or_none(before: int, end: str) -> None:
    detail = f"{BACK}. {'so ' * (before // 3)}“the pumps of the lower mill had been off since the spring, as all of the wardens knew”"
    story = sample()
    back = Retraction(article=story.articles[0].id, start=0, end=4, carried_by=(story.articles[1].id,))
    points = (replace(story.points[0], retracted=back), *story.points[1:])
    asked = Check(code="C100", severity="high", detail=detail, refers=(points[0].id,))
    index = Index(replace(story, points=points, checks=(asked,)))
    (line,) = first_checks(index, checks(index, "s1"))
    assert line.detail.endswith(end)
