from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.attribution.model.decoding import LABELS, best, padded, worth_of


@given(st.integers(0, 2**32 - 1), st.integers(2, 4))
def test_the_best_ways_are_those_that_trying_all_of_them_gives(seed: int, size: int) -> None:
    chance = np.random.default_rng(seed)
    worth = chance.normal(size=(1, size, LABELS)).astype(np.float32)
    steps = chance.normal(size=(1, LABELS, LABELS)).astype(np.float32)
    classes, real = np.zeros((1, size), np.int64), np.ones((1, size), bool)
    labels, value = best(worth, classes, real, steps, 3)
    every = np.array([list(product(range(LABELS), repeat=size))], np.int8)
    all_values = np.sort(worth_of(every, worth, classes, real, steps)[0])[::-1]
    assert value[0] == pytest.approx(all_values[:3], abs=1e-4)
    assert worth_of(labels, worth, classes, real, steps)[0] == pytest.approx(value[0], abs=1e-4)


def test_rows_past_the_end_of_a_window_carry_no_label() -> None:
    index, real = padded(np.array([0, 1, 3]))
    worth = np.full((2, 2, LABELS), 0.0, np.float32)
    worth[:, :, 3] = 1.0
    labels, _ = best(worth, np.zeros((2, 2), np.int64), real, np.zeros((1, LABELS, LABELS), np.float32), 1)
    assert index.tolist() == [[0, 0], [1, 2]]
    assert labels[:, 0].tolist() == [[3, 0], [3, 3]]
