"""Parsed in step with many others, a text has the tree that the pipeline's own parser gives it."""

from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import DEP, HEAD, SENT_START

from twosource.parse.dependencies import PARSER, Dependencies
from twosource.parse.english import MODELS
from twosource.parse.forms import BYPASSED

LANGUAGE = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
DEPENDENCIES = Dependencies(LANGUAGE)
EXAMPLES = tuple(path.read_text("utf-8") for path in sorted(Path("examples/port-arden").glob("*.txt")))
SENTENCES = (
    "Ada Lund, who runs the Orm Harbour Office, told the Coast Mail that 14 people were hurt. Nobody was killed.",
    "What the mayor said she had been asked to do about the quay she never told us. Why? Because.",
    "“No,” said Lund. Dahl, 31, of Port Arden",
    "It rained.",
    "  Mina \n Dahl\t of   Ross  ",
    "A hearing is set on the issue today that nobody expected. The ferry that the crew the owner hired left sank.",
    "boats boats boats boats boats boats boats boats",
    "漢字 \u200f Ünïcode 😀 don't gonna",
    ".",
    "",
)
CROSSING = SENTENCES[1]
WORDS = (
    *(
        "Ada",
        "Lund",
        "the",
        "of",
        "boat",
        "boats",
        "sank",
        "sank",
        "said",
        "that",
        "who",
        "had",
        "been",
        "left",
        "is",
        "not",
    ),
    *("on", "Tuesday", "14", "$", "and", ",", ".", "?", "“", "”", "\n", "", "quickly", "red", "to", "because", "whom"),
)
Marks = list[list[int]]


def marks(doc: Any) -> Marks:  # noqa: ANN401 - a document has no type that says anything
    """What each word hangs from, how, and whether a sentence begins there."""
    found: Marks = doc.to_array([HEAD, DEP, SENT_START]).tolist()
    return found


def theirs(text: str) -> Marks:
    return marks(LANGUAGE(text, disable=[*BYPASSED, "ner"]))


def ours(*texts: str, by: Dependencies = DEPENDENCIES) -> list[Marks]:
    docs = [LANGUAGE(text, disable=[PARSER, *BYPASSED, "ner"]) for text in texts]
    by.mark(docs)
    return [marks(doc) for doc in docs]


@pytest.mark.parametrize("text", [*SENTENCES, *EXAMPLES])
def test_each_text_has_the_tree_that_the_pipeline_gives_it(text: str) -> None:
    assert ours(text) == [theirs(text)]


def test_many_texts_of_all_lengths_have_the_trees_that_each_has_alone() -> None:
    many = (*SENTENCES, *EXAMPLES) * 3
    assert ours(*many) == [theirs(text) for text in many]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_whatever_the_words_the_trees_are_the_same(text: str) -> None:
    assert ours(text) == [theirs(text)]


def test_some_texts_here_have_arcs_that_cross_which_are_hung_when_the_tree_is_done() -> None:
    arcs = [sorted((token.i, token.head.i)) for token in LANGUAGE(CROSSING)]
    assert any(a < c < b < d for a, b in arcs for c, d in arcs)


def test_no_text_and_empty_ones_are_left_as_they_are() -> None:
    assert ours() == []
    assert ours("", "") == [[], []]


def test_a_parser_of_another_build_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANGUAGE.get_pipe(PARSER).cfg, "beam_width", 2)  # type: ignore[attr-defined] # a pipe has no type
    other = Dependencies(LANGUAGE)
    monkeypatch.undo()
    assert ours(SENTENCES[0], by=other) == [theirs(SENTENCES[0])]
