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
) -> tuple[list[list[int]], list[float]]:
    """The best ways to label one window, kept in lists: of two that are worth the same the one that came first."""
    kept: list[list[tuple[np.float32, list[int]]]] = [[(value, [label])] for label, value in enumerate(worth[0])]
    for row in range(1, len(worth)):
        step = steps[classes[row]]
        following = []
        for label in range(LABELS):
            reached = [
                (kept[before][way][0] + step[before, label], [*kept[before][way][1], label])
                for way in range(ways)
                for before in range(LABELS)
                if way < len(kept[before])
            ]
            best_ones = sorted(reached, key=lambda one: -one[0])[:ways]
            following.append([(value + worth[row, label], path) for value, path in best_ones])
        kept = following
    ends = [kept[label][way] for way in range(ways) for label in range(LABELS) if way < len(kept[label])]
    found = sorted(ends, key=lambda one: -one[0])[:ways]
    return [path for _, path in found], [float(value) for value, _ in found]


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(3, 9), min_size=1, max_size=4))
def test_windows_side_by_side_are_labelled_as_each_alone_and_ties_keep_their_order(seed: int, sizes: list[int]) -> None:
    chance = np.random.default_rng(seed)
    index, real = padded(np.concatenate([[0], np.cumsum(sizes)]))
    rows = chance.integers(-3, 4, size=(sum(sizes), LABELS)).astype(np.float32)  # whole numbers, so that many are equal
    classes = chance.integers(0, 2, size=sum(sizes))
    steps = chance.integers(-2, 3, size=(2, LABELS, LABELS)).astype(np.float32)
    labels, value = best(rows[index], classes[index], real, steps, 4)
    for window, size in enumerate(sizes):
        own = index[window, :size]
        paths, worth = one_by_one(rows[own], classes[own], steps, 4)
        assert labels[window, :, :size].tolist() == paths
        assert value[window].tolist() == worth


def test_values_are_picked_as_when_each_window_is_gone_through() -> None:
    values, places = np.arange(12).reshape(3, 4), np.array([[3, 0], [1, 1], [0, 2]])
    assert picked(values, places).tolist() == [
        [row[place] for place in wanted] for row, wanted in zip(values.tolist(), places.tolist(), strict=True)
    ]
    assert picked(np.zeros((0, 4)), np.zeros((0, 2), np.int64)).shape == (0, 2)
