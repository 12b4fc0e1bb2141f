"""What is taken back days later is taken back where it was said first, with the articles that still carry it."""

import pytest

from invented import article, english
from twosource.compare.points.retractions import with_retractions
from twosource.model import Findings, Mark, Point, Span, Statement, Story
from twosource.pipeline import Options, compare
from twosource.text.story_index import StoryIndex

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


def test_what_an_article_puts_right_is_carried_on_by_who_has_the_old_words() -> None:
    told = {
        "lock.example": "The barge sank off the lock on Sunday after its hull had split.",
        "weir.example": "The barge sank off the lock on Monday after its hull had split.",
        "quay.example": "This story has been corrected to show that the barge sank off the lock on Monday, not Sunday.",
    }
    days = [f"2031-05-{day}T08:00" for day in (14, 15, 29)]
    articles = [
        article(text, outlet=outlet, published=day) for (outlet, text), day in zip(told.items(), days, strict=True)
    ]
    found = compare(articles, Options(parser=english()))
    (point,) = [point for point in found.points if point.retracted]
    assert point.retracted
    names = {one.id: one.outlet for one in found.articles}
    assert names[point.retracted.article] == "quay.example"
    assert [names[one] for one in point.retracted.carried_by] == ["lock.example"]


def carrying(texts: dict[str, str], back: Mark, first: int) -> list[str]:
    """The outlets that carry on what the first of some articles takes back from ``first`` on; all is of one point."""
    articles = [article(text, outlet=outlet) for outlet, text in texts.items()]
    places = [Span(start=0 if place else first, end=len(one.text) - 1) for place, one in enumerate(articles)]
    told = [
        Statement(
            id=f"t{number}", article=one.id, kind="assertion", start=place.start, end=place.end, content=(place,),
            marks=() if number else (back,),
        )
        for number, (one, place) in enumerate(zip(articles, places, strict=True))
    ]  # fmt: skip
    point = Point(id="q", kind="claim", label="", statements=tuple(each.id for each in told), relation="same")
    findings = [Findings(article=one, statements=(said,)) for one, said in zip(articles, told, strict=True)]
    ((turned,), _) = with_retractions([point], [], StoryIndex.of_findings(findings))
    assert turned.retracted
    return [one.outlet for one in articles if one.id in turned.retracted.carried_by]


def test_what_tells_something_else_of_the_matter_does_not_carry_on_what_was_taken_back() -> None:
    texts = {
        "quay.example": "The council withdrew its claim that keepers held keys to the bollards.",
        "lock.example": "Keepers held keys to the bollards, the council said.",
        "weir.example": "The row over the bollards went on for a week.",
    }
    back = Mark(kind="corrected", start=12, end=20, sentence=Span(start=0, end=69), reason="invented")
    assert carrying(texts, back, 31) == ["lock.example"]


def test_who_tells_it_as_what_was_believed_at_first_does_not_carry_it_on() -> None:
    told = {
        "lock.example": "A keeper at the weir was initially thought to be a second diver, but was not.",
        "quay.example": "Ada Ross, a keeper at the weir, was initially believed to be a second diver.",
        "weir.example": "A keeper at the weir is believed to be a second diver.",
    }
    articles = [article(text, outlet=outlet, published="2031-05-14T10:00") for outlet, text in told.items()]
    found = compare(articles, Options(parser=english()))
    (turned,) = [point.retracted for point in found.points if point.retracted]
    assert [one.outlet for one in found.articles if one.id in turned.carried_by] == ["weir.example"]


def test_what_somebody_else_said_of_another_thing_is_not_taken_back() -> None:
    found = story(
        "The mayor apologised for saying that the bridge was open.",
        "The company said that the bridge to its furnace was heavy.",
    )
    (point,) = [point for point in found.points if point.retracted]
    assert point.retracted
    assert point.retracted.carried_by == ()


def test_a_number_of_another_thing_does_not_carry_on_what_was_taken_back() -> None:
    texts = {
        "lock.example": "The keeper initially said that the child is 4 years old.",
        "quay.example": "A child of 4 years is in the pen.",
        "weir.example": "The painting is held to be 4 years old.",
    }
    back = Mark(kind="corrected", start=11, end=25, sentence=Span(start=0, end=56), reason="invented")
    assert carrying(texts, back, 0) == ["quay.example"]
