"""A language is a folder of words and a parser: an invented tongue of a dozen words goes through the whole pipeline."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from invented import article
from invented_tongue import TongueParser
from twosource.language import add_language, lexicon
from twosource.model import Article, Statement, Story
from twosource.pipeline import Options, compare

FOLDER = Path(__file__).with_name("language_xx")
# "Three people died in Arden. “The wall did not hold”, said Mira Tol. Oren Bas denied that three people died."
FIRST = "Tri fen morat vo Arden.\n«Ta mur nu dorat», kel Mira Tol.\nOren Bas nekat da tri fen morat."
# "Four people died in Arden, said Mira Tol."
SECOND = "Kvar fen morat vo Arden, kel Mira Tol."


def told(text: str, outlet: str) -> Article:
    return replace(article(text, outlet=outlet), language="xx")


@pytest.fixture(scope="module")
def story() -> Iterator[Story]:
    add_language("xx", FOLDER)
    options = Options(parser=TongueParser())
    yield compare([told(FIRST, "one.example"), told(SECOND, "two.example")], options)
    lexicon.forget_language("xx")


def source_of(story: Story, statement: Statement) -> str | None:
    return next((source.name for source in story.sources if source.id == statement.source), None)


def words_of(story: Story, statement: Statement) -> str:
    text = next(article.text for article in story.articles if article.id == statement.article)
    return " … ".join(span.of(text) for span in statement.content)


def test_a_quotation_is_found_with_its_speaker(story: Story) -> None:
    quoted = [(words_of(story, s), source_of(story, s)) for s in story.statements if s.kind == "quotation"]
    assert quoted == [("Ta mur nu dorat", "Mira Tol")]


def test_what_is_said_in_other_words_stands_on_its_speakers_word(story: Story) -> None:
    told = {(words_of(story, s), source_of(story, s)) for s in story.statements if s.kind == "paraphrase"}
    assert told == {("Kvar fen morat vo Arden", "Mira Tol"), ("da tri fen morat", "Oren Bas")}


def test_numbers_in_words_are_figures_with_what_happened_to_whom(story: Story) -> None:
    assert {(figure.low, figure.measure, figure.counted) for figure in story.figures} == {
        (3.0, "killed", "fen"),
        (4.0, "killed", "fen"),
    }


def test_a_denial_marks_the_words_it_denies_and_those_alone(story: Story) -> None:
    denied = [words_of(story, s) for s in story.statements if any(mark.kind == "denied" for mark in s.marks)]
    assert denied == ["da tri fen morat"]


def test_two_outlets_that_count_differently_are_shown_beside_each_other(story: Story) -> None:
    details = [d.detail for point in story.points for d in point.differences if d.kind == "value"]
    assert details == ["two.example hav 4 (da Mira Tol); one.example hav 3 (da Oren Bas)!"]


def test_reasons_are_told_in_the_words_of_the_tongue_and_in_english_where_it_has_none(story: Story) -> None:
    reasons = [statement.source_reason for statement in story.statements if statement.kind == "quotation"]
    assert reasons == ["nam Mira Tol"]
    assert {point.standing.detail for point in story.points} == {
        "2 fontat (Mira Tol e Oren Bas), vo one.example e two.example; no shared origin found between them.",
        "1 font (Mira Tol), vo one.example.",
    }


def test_without_its_words_the_same_text_gives_no_figures_no_marks_and_nobody_who_denies(story: Story) -> None:
    unknown = replace(told(FIRST, "one.example"), language="qq")
    bare = compare([unknown], Options(parser=TongueParser()))
    assert story.figures
    assert (bare.figures, [s for s in bare.statements if s.marks or s.kind == "paraphrase"]) == ((), [])
