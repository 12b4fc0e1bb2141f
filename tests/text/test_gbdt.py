import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.gbdt import Forest


def stump(bound: float, low: float, high: float) -> Forest:
    return Forest(
        feature=np.array([[0, 0, 0]], np.int16),
        bound=np.array([[bound, 0.0, 0.0]]),
        left=np.array([[1, 1, 2]], np.int16),
        right=np.array([[2, 1, 2]], np.int16),
        value=np.array([[0.0, low, high]], np.float32),
        depth=1,
    )


def grown(seed: int) -> Forest:
    """Five trees of unequal depth over three features."""
    chance, trees, depth = np.random.default_rng(seed), 5, 4
    nodes = 2 ** (depth + 1) - 1
    own = np.tile(np.arange(nodes, dtype=np.int16), (trees, 1))
    ends = (own >= nodes // 2) | (chance.random((trees, nodes)) < 0.2)
    return Forest(
        feature=chance.integers(0, 3, (trees, nodes)).astype(np.int16),
        bound=chance.normal(size=(trees, nodes)).round(1),
        left=np.where(ends, own, 2 * own + 1).astype(np.int16),
        right=np.where(ends, own, 2 * own + 2).astype(np.int16),
        value=np.where(ends, chance.normal(size=(trees, nodes)), 0).astype(np.float32),
        depth=depth,
    )


def walked(forest: Forest, row: list[float]) -> float:
    """The chance of one row, tree after tree and node after node."""
    total = 0.0
    for tree in range(len(forest.feature)):
        node = 0
        while forest.left[tree, node] != node:
            goes_left = row[forest.feature[tree, node]] <= forest.bound[tree, node]
            node = int(forest.left[tree, node] if goes_left else forest.right[tree, node])
        total += float(forest.value[tree, node])
    return 1 / (1 + math.exp(-total))


def test_a_row_at_the_bound_goes_left() -> None:
    chances = stump(2.0, -9.0, 9.0).chance(np.array([[2.0], [2.1]], np.float32))
    assert chances[0] < 0.01
    assert chances[1] > 0.99


def test_a_bound_between_two_numbers_of_single_precision_parts_them() -> None:
    below = np.float32(0.1)
    above = np.nextafter(below, np.float32(1))
    chances = stump((float(below) + float(above)) / 2, -9.0, 9.0).chance(np.array([[below], [above]], np.float32))
    assert chances[0] < 0.01
    assert chances[1] > 0.99


def test_no_rows_have_no_chances() -> None:
    assert len(stump(2.0, 0.0, 0.0).chance(np.zeros((0, 1), np.float32))) == 0


@given(st.integers(0, 2**32 - 1))
def test_all_trees_at_once_say_what_walking_each_says(seed: int) -> None:
    forest = grown(seed)
    rows = np.random.default_rng(seed + 1).normal(size=(7, 3)).round(1).astype(np.float32)
    found = forest.chance(rows)
    np.testing.assert_allclose(found, [walked(forest, row) for row in rows.tolist()], rtol=1e-5)
