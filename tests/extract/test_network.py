import dataclasses
from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from invented import article, parsed
from twosource.extract.attribution.model.network import Network, places, read_by
from twosource.extract.attribution.model.proposals import Reading, proposal, read
from twosource.extract.attribution.model.span_codes import layers_of
from twosource.extract.attribution.model.views import views_of
from twosource.extract.attribution.model.weights import learned_weights, named, network_of
from twosource.extract.attribution.model.windows import Windows, windows_of
from twosource.extract.quotations import find_quotations
from twosource.language.lexicon import lexicon_of
from twosource.settings import DEFAULTS

TEXT = (
    "Mayor Ada Quill said the ferry had left early, and the crew believed that two boats sank.\n"
    "“We looked for them all night,” Bo Tarn told reporters. The harbour office denied it."
)


def reading_of(text: str) -> Reading:
    one = article(text)
    tree = parsed(one)
    return read(tree, find_quotations(one, tree, DEFAULTS), lexicon_of("en").frames, learned_weights())


def told(net: Network, reading: Reading, heads: Sequence[int]) -> tuple[Windows, np.ndarray, np.ndarray]:
    """The windows of some cues, and what a network makes of their rows and of the cues."""
    c = reading.columns
    windows = windows_of(c, heads, {head: proposal(c, head, reading.cues.get(head)) for head in heads})
    layers = layers_of(c, windows, views_of(c, windows, reading.chance), reading.frame)
    return windows, *read_by(net, layers, windows)


def test_a_window_is_read_alike_whatever_windows_are_read_with_it() -> None:
    reading = reading_of(TEXT)
    heads = [int(row) for row in np.flatnonzero(reading.chance > DEFAULTS.attribution_cue)]
    assert len(heads) > 2
    windows, worth, cue = told(learned_weights().network, reading, heads)
    for i, head in enumerate(heads):
        _, alone, sure = told(learned_weights().network, reading, [head])
        assert np.allclose(alone, worth[windows.opened[i] : windows.opened[i + 1]], atol=1e-4)
        assert np.allclose(sure, cue[i : i + 1], atol=1e-4)


def test_rows_that_lie_alike_to_their_cues_are_laid_down_once() -> None:
    reading = reading_of(TEXT)
    c, heads = reading.columns, [int(row) for row in np.flatnonzero(reading.chance > DEFAULTS.attribution_cue)]
    windows = windows_of(c, heads, {head: proposal(c, head, reading.cues.get(head)) for head in heads})
    *_, lying = layers_of(c, windows, views_of(c, windows, reading.chance), reading.frame)
    laid = np.stack(list(lying.codes.values()), axis=1)
    assert len(np.unique(laid, axis=0)) == len(laid) < len(windows.token)
    assert np.array_equal(lying.codes["branch"][lying.row], windows.branch)
    assert np.array_equal(lying.codes["rule"][lying.row], windows.rule)


def test_what_stands_fifteen_words_away_is_seen_and_what_stands_farther_is_not() -> None:
    net = learned_weights().network
    size, layers = len(net.bias), len(net.kernels)
    reach = (1 << layers) - 1
    alike = np.full((layers, 3, size, size), 0.01, np.float32)
    bare = dataclasses.replace(net, kernels=alike, offsets=np.zeros_like(net.offsets))
    reading = reading_of("The crew said " + "that " * 40 + "two boats sank.")
    rows = reading.columns.word
    [head] = np.flatnonzero(rows == rows[2])
    _, worth, _ = told(bare, reading, [int(head)])
    lemma = reading.columns.lemma.copy()
    lemma[20] = 1
    changed = dataclasses.replace(reading, columns=dataclasses.replace(reading.columns, lemma=lemma))
    _, other, _ = told(bare, changed, [int(head)])
    moved = np.flatnonzero(np.abs(worth - other).max(axis=1) > 0)
    assert moved.min() >= 20 - reach
    assert moved.max() <= 20 + 1 + reach


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 50)), st.lists(st.integers(0, 50)))
def test_known_codes_have_their_place_and_others_have_none(known: list[int], asked: list[int]) -> None:
    vocabulary = np.unique(np.array(known, dtype=np.uint64))
    found = places(vocabulary, np.array(asked, dtype=np.uint64))
    for code, place in zip(asked, found, strict=True):
        assert (place == 0) == (code not in known)
        assert place == 0 or vocabulary[place - 1] == code


def test_a_network_is_the_same_behind_its_archive() -> None:
    net = learned_weights().network
    again = network_of(named(net))
    assert again.vocabulary.keys() == net.vocabulary.keys()
    assert all(np.array_equal(again.tables[name], table) for name, table in net.tables.items())
    assert np.array_equal(again.kernels, net.kernels)
    assert len(again.bits) == len(net.bits)
