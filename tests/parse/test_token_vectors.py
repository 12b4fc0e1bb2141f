"""The quick way to vectors gives those of the pipeline's own networks, but for roundings."""

from typing import Any

import numpy as np
import pytest
import spacy

from twosource.parse import token_vectors
from twosource.parse.english import MODELS
from twosource.parse.token_vectors import TokenVectors

LANGUAGE = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
NETWORKS: dict[str, Any] = {
    "of trees": LANGUAGE.get_pipe("tok2vec").model,  # type: ignore[attr-defined] # a pipe has no type
    "of names": LANGUAGE.get_pipe("ner").model.get_ref("tok2vec").layers[0],  # type: ignore[attr-defined]
}
TEXTS = (
    "Ada Lund of the Orm Harbour Office told the Coast Mail on Tuesday that 14 people were hurt.",
    "No.",
    "",
    "  Odd   spaces\nand\tlines, and the harbour office again  ",
    "漢字 \u200f Ünïcode 😀 don't gonna",
    "The harbour office's boats: boats, BOATS and Boats.",
)
ROUNDING = 1e-4


def vectors(network: Any, *texts: str) -> tuple[list[Any], list[Any]]:  # noqa: ANN401 - the library has no types
    """Those of the quick way, and those of the network."""
    docs = [LANGUAGE.make_doc(text) for text in texts]
    return TokenVectors(network).of(docs), network.predict(docs)


@pytest.mark.parametrize("which", NETWORKS)
def test_each_token_has_the_vector_that_the_network_gives_it(which: str) -> None:
    for ours, theirs in zip(*vectors(NETWORKS[which], *TEXTS), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=ROUNDING)


def test_two_texts_do_not_see_each_other() -> None:
    both, _ = vectors(NETWORKS["of trees"], TEXTS[0], TEXTS[5])
    alone, _ = vectors(NETWORKS["of trees"], TEXTS[5])
    np.testing.assert_allclose(both[1], alone[0], atol=ROUNDING)


@pytest.mark.parametrize("which", NETWORKS)
def test_what_was_read_before_changes_nothing(which: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(token_vectors, "_MOST", 12)  # so that some of it is forgotten meanwhile
    used = TokenVectors(NETWORKS[which])
    for text in (TEXTS[0], TEXTS[5], TEXTS[3], TEXTS[0]):
        doc = LANGUAGE.make_doc(text)
        np.testing.assert_allclose(used.of([doc])[0], NETWORKS[which].predict([doc])[0], atol=ROUNDING)


def test_a_network_of_another_build_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    network = NETWORKS["of trees"]
    layer = next(part for part in network.walk() if part.name == "expand_window")
    monkeypatch.setitem(layer.attrs, "window_size", 2)
    quick = TokenVectors(network)
    monkeypatch.undo()
    docs = [LANGUAGE.make_doc(text) for text in TEXTS]
    for ours, theirs in zip(quick.of(docs), network.predict(docs), strict=True):
        np.testing.assert_array_equal(ours, theirs)
