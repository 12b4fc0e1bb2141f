import numpy as np

from twosource.extract.attribution.model.columns import among, code
from twosource.extract.attribution.model.cue_features import at, hashed, mix


def test_all_templates_at_once_give_the_numbers_that_each_gives_alone() -> None:
    one, two = np.array([5, 0, 7], np.uint64), np.array([-1, 3, 2], np.int64)
    templates = [(one,), (two, one, two), (one, two), (two,)]
    alone = np.stack([mix(40 + i, *parts) for i, parts in enumerate(templates)], axis=1) & np.uint64(1023)
    assert hashed(40, templates, 1024).tolist() == alone.tolist()


def test_no_row_has_no_numbers() -> None:
    none = np.zeros(0, np.uint64)
    assert hashed(0, [(none,), (none, none)], 8).shape == (0, 2)


def test_what_stands_nowhere_is_nothing() -> None:
    assert at(np.array([4, 5, 6], np.int64), np.array([2, -1, 0])).tolist() == [6, 0, 4]
    assert at(np.zeros(0, np.uint64), np.array([-1, -1])).tolist() == [0, 0]


def test_a_value_is_among_names_by_its_code() -> None:
    values = np.array([code("said"), code("says"), 0], np.uint64)
    assert among(values, ("says", "say")).tolist() == [False, True, False]
    assert not among(values, ()).any()
