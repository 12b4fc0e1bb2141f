"""A forest asked by its bounds says what the walked one says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.gbdt import Forest
from twosource.text.tree_cuts import TreeCuts

Branch = tuple[object, ...]
BOUNDS = st.integers(-3, 3).map(float)
TREES = st.recursive(
    BOUNDS.map(lambda worth: (worth,)),
    lambda below: st.tuples(st.integers(0, 2), BOUNDS, below, below),
    max_leaves=9,
)


def forest(*trees: Branch) -> Forest:
    """Trees of leaves ``(worth,)`` and nodes ``(feature, bound, left, right)`` as arrays."""
    laid: list[list[tuple[int, float, int, int, float]]] = []
    for tree in trees:
        nodes: list[tuple[int, float, int, int, float]] = []
        lay(tree, nodes)
        laid.append(nodes)
    width = max(map(len, laid))
    table = np.zeros((len(laid), width, 5))
    for row, nodes in enumerate(laid):
        table[row, : len(nodes)] = nodes
    feature, bound, left, right, value = np.moveaxis(table, 2, 0)
    return Forest(
        feature=feature.astype(np.int16),
        bound=bound,
        left=left.astype(np.int16),
        right=right.astype(np.int16),
        value=value.astype(np.float32),
        depth=width,
    )


def lay(tree: Branch, nodes: list[tuple[int, float, int, int, float]]) -> int:
    at = len(nodes)
    nodes.append((0, 0.0, at, at, float(tree[0]) if len(tree) == 1 else 0.0))  # type: ignore[arg-type]
    if len(tree) > 1:
        left, right = lay(tree[2], nodes), lay(tree[3], nodes)  # type: ignore[arg-type]
        nodes[at] = (int(tree[0]), float(tree[1]), left, right, 0.0)  # type: ignore[call-overload, arg-type]
    return at


@given(
    st.lists(TREES, min_size=1, max_size=4),
    st.lists(st.lists(st.integers(-4, 4), min_size=3, max_size=3), min_size=1, max_size=6),
)
def test_both_ways_give_the_same_chances(trees: list[Branch], rows: list[list[int]]) -> None:
    trained, asked = forest(*trees), np.array(rows, np.float32)
    assert (TreeCuts.of(trained).chance(asked) == trained.chance(asked)).all()


def test_no_rows_have_no_chances() -> None:
    assert len(TreeCuts.of(forest((1.0,))).chance(np.zeros((0, 3), np.float32))) == 0


def test_a_tree_of_more_leaves_than_bits_is_refused() -> None:
    tree: Branch = (0.0,)
    for bound in range(32):
        tree = (0, float(bound), (1.0,), tree)
    with pytest.raises(ValueError, match="tree 0 has 33 leaves"):
        TreeCuts.of(forest(tree))
