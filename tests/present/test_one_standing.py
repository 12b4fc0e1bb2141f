"""How many stand behind a point is one sentence, which every form of output has as it stands."""

import json
import re
from functools import cache
from html import unescape

import pytest

from cases.case import load, story
from twosource.assistant.answers import point_answer
from twosource.model import Point, Story
from twosource.present.exports.tables import rows
from twosource.present.index import Index
from twosource.present.page import render as page
from twosource.present.records import to_json
from twosource.present.terminal import render as terminal
from twosource.present.terminal_origins import render_origins


@cache
def told() -> Story:
    return story(load("origins/one_statement_borrowed"))


def borrowed() -> Point:
    """The one point whose articles have it from one text for this statement alone."""
    (point,) = (
        point for point in told().points if point.kind == "figure" and "for this statement" in point.standing.detail
    )
    return point


def plain(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


@pytest.mark.parametrize("form", ["terminal", "page", "json", "assistant", "table"])
def test_every_form_has_the_sentence_of_the_point_as_it_stands(form: str) -> None:
    index = Index(told())
    forms = {
        "terminal": lambda: terminal([told()], width=400),
        "page": lambda: page([told()]),
        "json": lambda: " ".join(str(line) for line in json.loads(to_json([told()])).items()),
        "assistant": lambda: str(point_answer(index, borrowed())["standing"]),
        "table": lambda: " ".join(str(cell) for row in rows([told()], "points") for cell in row),
    }
    sentence = plain(borrowed().standing.detail)
    assert sentence.rstrip(".") in plain(forms[form]())


def test_no_form_says_that_nothing_was_found_between_articles_that_have_it_from_one_text() -> None:
    assert len(borrowed().standing.origins) == 1
    assert "no shared origin found between" not in borrowed().standing.detail


def test_the_origins_of_the_terminal_count_articles_and_texts_and_say_what_ties_them() -> None:
    shown = plain(render_origins([told()], width=400))
    assert "Three articles → three origins" in shown
    assert "ONE TEXT FOR ONE STATEMENT" in shown
    assert "both have it from Weir Gazette" in shown or "has it from" in shown
