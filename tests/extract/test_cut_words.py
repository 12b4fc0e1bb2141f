import numpy as np

from invented import article, parsed
from twosource.extract.attribution.model.columns import Columns, columns_of
from twosource.extract.attribution.model.proposals import cuts_of, read
from twosource.extract.attribution.model.span_candidates import Cuts
from twosource.extract.attribution.model.span_features import CUT_BUCKETS, cut_words, told_by_words
from twosource.extract.attribution.model.weights import learned_weights
from twosource.extract.quotations import find_quotations
from twosource.language.lexicon import lexicon_of
from twosource.settings import DEFAULTS

TEXT = "Mayor Ada Quill said the ferry had left early, and the crew believed that two boats sank."


def ways(text: str) -> tuple[Columns, Cuts, np.ndarray]:
    """The ways to cut around every likely cue of a text, and their words."""
    one = article(text)
    tree = parsed(one)
    reading = read(tree, find_quotations(one, tree, DEFAULTS), lexicon_of("en").frames, learned_weights())
    heads = [int(row) for row in np.flatnonzero(reading.chance > DEFAULTS.attribution_cue)]
    windows, cuts = cuts_of(reading, heads, learned_weights())
    return reading.columns, cuts, cut_words(reading.columns, reading.frame, cuts, windows.heads)


def test_every_way_has_its_words_below_the_number_of_buckets() -> None:
    _, cuts, rows = ways(TEXT)
    assert rows.shape[:2] == cuts.labels.shape[:2]
    assert rows.min() >= 0
    assert rows.max() < CUT_BUCKETS


def test_ways_that_cut_alike_have_the_same_words_and_others_do_not() -> None:
    _, cuts, rows = ways(TEXT)
    for i in range(len(rows)):
        for way in range(1, rows.shape[1]):
            same = bool((cuts.labels[i, way] == cuts.labels[i, 0]).all())
            assert np.array_equal(rows[i, way], rows[i, 0]) == same


def test_the_best_way_of_a_window_is_nothing_behind_and_the_others_are_by_as_much_as_they_are_worth_less() -> None:
    rows = np.array([[[0, 1], [1, 1]]], dtype=np.int32)
    told = told_by_words(rows, np.array([2.0, -1.0], dtype=np.float32), 0.5)
    assert told.tolist() == [[[1.5, 0.0], [-1.5, -3.0]]]


def test_an_article_without_words_has_columns_without_rows() -> None:
    one = article("")
    assert len(columns_of(parsed(one), ())) == 0
