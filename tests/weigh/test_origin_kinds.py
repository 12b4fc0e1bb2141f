"""Kinds of stories that were counted wrong, from lines as an outlet prints them to the origins of points."""

import pytest

from clean.told import cleaned
from invented import english
from twosource.model import Article, Origin, Point, Story
from twosource.pipeline import Options, compare

FILLER = {
    "a.example": (
        "The town of Brask has four bridges, and the oldest was built by a miller who wanted to see both of his daughters on one day. "
        "Mayor Tove Quill said the market would open on Friday as it does each week, whatever the river does before then."
    ),
    "b.example": (
        "Forecasters at the coast station expect the wind to turn on Thursday and to bring dry air from the hills behind the harbour. "
        "A choir sang in the chapel until the lamps were put out, and a cook from the ferry handed out soup to all who came."
    ),
}


def told(*pages: Article) -> Story:
    return compare(list(pages), Options(parser=english()))


def page(outlet: str, head: str, *lines: str) -> Article:
    return cleaned("\n\n".join((head, "3 June 2031", *lines, FILLER[outlet])), outlet=outlet)


def whole(story: Story) -> list[Origin]:
    return [origin for origin in story.origins if origin.point is None]


def point(story: Story, words: str) -> Point:
    return next(one for one in story.points if words in one.label)


def test_an_agency_line_above_one_article_and_its_name_in_the_other_are_both_read() -> None:
    sentence = "In truth the wardens had only told the office that twelve rowers were reached and each of them was being looked at"
    one = page("a.example", "Brask: what to know", "AP , Thursday 3 Jun 2031", f"{sentence}.")
    other = page("b.example", "Brask day eight", f"{sentence}. It was the worst night, Press Association has reported.")
    story = told(one, other)
    assert one.via == ("AP",)
    assert len(point(story, "twelve rowers").standing.origins) == 1
    assert {"PA Media"} in [set(origin.carriers) for origin in whole(story)]


@pytest.mark.parametrize(("line", "count"), [("CREDIT: AP Images.", 2), ("Source: AP", 1)])
def test_a_credit_of_a_picture_ties_nothing(line: str, count: int) -> None:
    shared = "Rower Ana Brask said on Monday that she had failed a test and that nobody had yet told her what the club would do."
    one = page("a.example", "Brask admits failing test", shared.replace("Rower ", ""), line)
    other = page(
        "b.example",
        "Rower fails test",
        "LOS ALTO (AP) - Rower Ana Brask told her club that a test had been failed in May.",
    )
    assert (one.via == ("AP",)) is (count == 1)
    assert len(whole(told(one, other))) == 2
    assert [origin.via for origin in whole(told(one))] == [None if count > 1 else "AP"]


def test_one_sentence_that_two_have_alike_is_one_text_for_what_it_says() -> None:
    sentence = "The harbour lamps stayed lit all night while wives and children waited along the quay for the boat to come round the point."
    pages = [page(outlet, f"Brask waits, says {outlet}", sentence) for outlet in FILLER]
    said = point(told(*pages), "harbour lamps").standing
    assert len(said.origins) == 1
    assert "the same" in said.detail or "from one text" in said.detail
    assert "no shared origin found" not in said.detail


def test_whose_files_a_piece_was_made_with_is_said() -> None:
    one = page(
        "a.example",
        "Ferry drifts",
        "The ferry lost power near the north pier.",
        "With files from The Canadian Press and Reuters",
    )
    assert one.via == ("The Canadian Press", "Reuters")
