"""The quick way to names, days and amounts finds what the pipeline's own recognizer finds."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.parse.english import MODELS
from twosource.parse.entity_spans import RECOGNIZER, EntitySpans

LANGUAGE = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
SPANS = EntitySpans(LANGUAGE)
SENTENCES = (
    "Ada Lund of the Orm Harbour Office told the Coast Mail on Tuesday, 4 March 2031, that 14 people were hurt.",
    "The Ministry of Emergency Situations of the Republic of Arden and Lower Arden said $2.5 million was lost.",
    "“No,” said Lund. Dahl, 31, of New York City",
    "It rained.",
    "  Mina \n Dahl\t of   Ross  ",
    "ADA LUND ADA LUND ADA LUND",
    "On the 4th of March at 5.30 p.m. some 40 per cent of the three French boats left",
    "漢字 \u200f Ünïcode 😀",
    "",
)
WORDS = (
    *("Ada", "Lund", "Mina", "Dahl", "the", "of", "Orm", "Harbour", "Office", "French", "New", "York", "U.S.", "said"),
    *("on", "Tuesday", "March", "4", "14", "2031", "$", "million", "per", "cent", "and", ",", ".", "“", "”", "\n", ""),
)


def theirs(text: str) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.label_) for one in LANGUAGE(text).ents]


def ours(*texts: str) -> list[list[tuple[int, int, str]]]:
    return SPANS.of([LANGUAGE(text, disable=[RECOGNIZER]) for text in texts])


@pytest.mark.parametrize("text", [*SENTENCES, *(path.read_text("utf-8") for path in sorted(Path("examples/port-arden").glob("*.txt")))])  # fmt: skip
def test_each_text_has_the_entities_that_the_pipeline_gives_it(text: str) -> None:
    assert ours(text) == [theirs(text)]


def test_many_texts_read_at_once_have_those_that_each_has_alone() -> None:
    many = SENTENCES * 9
    assert ours(*many) == [theirs(text) for text in many]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_whatever_the_words_the_entities_are_the_same(text: str) -> None:
    assert ours(text) == [theirs(text)]


def test_a_recognizer_of_another_build_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANGUAGE.get_pipe(RECOGNIZER).cfg, "beam_width", 2)  # type: ignore[attr-defined] # a pipe has no type
    spans = EntitySpans(LANGUAGE)
    monkeypatch.undo()
    text = SENTENCES[0]
    assert spans.of([LANGUAGE(text, disable=[RECOGNIZER])]) == [theirs(text)]
