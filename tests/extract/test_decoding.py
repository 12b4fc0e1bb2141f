from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from twosource.extract.attribution.model.decoding import LABELS, best, padded, picked, worth_of


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


def one_by_one(
    worth: NDArray[np.float32], classes: NDArray[np.int64], steps: NDArray[np.float32], ways: int
) -> list[float]:
    """What the best ways to label one window are worth, found by lists of them."""
    kept = [[value] for value in worth[0]]
    for row in range(1, len(worth)):
        step = steps[classes[row]]
        reached = [[v + step[k, label] for k in range(LABELS) for v in kept[k]] for label in range(LABELS)]
        kept = [sorted((v + worth[row, k] for v in reached[k]), reverse=True)[:ways] for k in range(LABELS)]
    return [float(value) for value in sorted((value for many in kept for value in many), reverse=True)[:ways]]


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(3, 9), min_size=1, max_size=4))
def test_windows_side_by_side_are_labelled_as_each_alone_also_where_many_ways_are_worth_the_same(
    seed: int, sizes: list[int]
) -> None:
    chance = np.random.default_rng(seed)
    index, real = padded(np.concatenate([[0], np.cumsum(sizes)]))
    rows = chance.integers(-3, 4, size=(sum(sizes), LABELS)).astype(np.float32)  # whole numbers, so that many are equal
    classes = chance.integers(0, 2, size=sum(sizes))
    steps = chance.integers(-2, 3, size=(2, LABELS, LABELS)).astype(np.float32)
    labels, value = best(rows[index], classes[index], real, steps, 4)
    for window, size in enumerate(sizes):
        own = index[window, :size]
        assert value[window].tolist() == one_by_one(rows[own], classes[own], steps, 4)
        assert len({tuple(path) for path in labels[window].tolist()}) == len(labels[window])
    assert worth_of(labels, rows[index], classes[index], real, steps).tolist() == value.tolist()


def test_values_are_picked_as_when_each_window_is_gone_through() -> None:
    values, places = np.arange(12).reshape(3, 4), np.array([[3, 0], [1, 1], [0, 2]])
    assert picked(values, places).tolist() == [
        [row[place] for place in wanted] for row, wanted in zip(values.tolist(), places.tolist(), strict=True)
    ]
    assert picked(np.zeros((0, 4)), np.zeros((0, 2), np.int64)).shape == (0, 2)


def test_a_window_that_has_fewer_ways_than_are_wanted_repeats_one_that_is_worth_nothing() -> None:
    worth = np.array([[[1, 4, 2, 3]]], np.float32)
    no_steps = np.zeros((1, LABELS, LABELS), np.float32)
    labels, value = best(worth, np.zeros((1, 1), np.int64), np.ones((1, 1), bool), no_steps, 5)
    assert labels[0, :4, 0].tolist() == [1, 3, 2, 0]
    assert value[0, :4].tolist() == [4, 3, 2, 1]
    assert value[0, 4] < -1e8
