"""The quick way to parts of speech and lemmas says what the pipeline itself says."""

from typing import Any

import pytest
import spacy

from invented import article, english
from twosource.parse.english import MODELS
from twosource.parse.forms import BYPASSED, Forms

LANGUAGE = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
SENTENCES = (
    "The harbour master resigned on Tuesday, and nobody knows why.",
    "There's no way back, there are only two boats and there were none before.",
    "I'm gonna go, ain't I? Let's see what they've got ta say.",
    "Y' all come back, all of you, and all the others too.",
    "She left; he’d left before her. The leaves were left.",
    "  Odd   spaces\nand\tlines  ",
    "“Us?” said the mayor's wife. “Us, us, US.”",
    "3,400 were moved – 2.5m more (at $3.2bn) won't.",
    "😀 Ünïcode \u200f words فقط 漢字 and a\u00adsoft hyphen",
    "",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_each_word_has_the_form_that_the_whole_pipeline_gives_it(text: str) -> None:
    whole = [(token.pos_, token.tag_, token.dep_, token.lemma_.lower()) for token in LANGUAGE(text, disable=["ner"])]
    assert Forms(LANGUAGE).of([LANGUAGE(text, disable=["ner", *BYPASSED])]) == [whole]


def test_a_form_does_not_depend_on_what_was_read_before_or_with_it() -> None:
    used = Forms(LANGUAGE)
    together = used.of([LANGUAGE(text, disable=["ner", *BYPASSED]) for text in SENTENCES])
    for text, read in zip(SENTENCES, together, strict=True):
        doc, same = (LANGUAGE(text, disable=["ner", *BYPASSED]) for _ in range(2))
        assert used.of([doc]) == Forms(LANGUAGE).of([same]) == [read]


def test_a_tree_holds_what_the_pipeline_gives_when_it_is_used_as_it_comes() -> None:
    one = article("\n".join(text for text in SENTENCES if text.strip()), headline="Harbour master goes")
    for block, tree in zip(one.blocks, english()([one])[0].trees, strict=True):
        assert tree is not None
        told = block.span.of(one.text)
        doc = [token for token in LANGUAGE(told.replace("he’d", "he'd")) if not token.is_space]
        assert tree.words == tuple(told[token.idx : token.idx + len(token)] for token in doc)
        assert tree.lemmas == tuple(token.lemma_.lower() for token in doc)
        assert tree.pos == tuple(token.pos_ for token in doc)
        assert tree.tags == tuple(token.tag_ for token in doc)
        assert tree.deps == tuple(token.dep_ for token in doc)


@pytest.mark.parametrize("asked", [{"SHAPE": "Xxxxx"}, {"LOWER": {"REGEX": "^har"}}, {"LOWER": {"NOT_IN": ["on"]}}, {}])
def test_a_rule_that_lists_no_words_is_heard_for_all_that_it_means(asked: dict[str, object]) -> None:
    language = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    ruler: Any = language.get_pipe("attribute_ruler")
    ruler.add([[asked]], {"POS": "X"})
    for text in SENTENCES[:3]:
        whole = [
            (token.pos_, token.tag_, token.dep_, token.lemma_.lower()) for token in language(text, disable=["ner"])
        ]
        assert Forms(language).of([language(text, disable=["ner", *BYPASSED])]) == [whole]
