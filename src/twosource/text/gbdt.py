"""Sums of small decision trees, kept as arrays and walked all at once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Forest:
    """Trees side by side: each array is tree by node; a leaf leads to itself."""

    feature: NDArray[np.int16]  # which feature a node asks about
    bound: NDArray[np.float64]  # a row goes left where its feature is at most this
    # The next node.
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: Floats  # what a leaf is worth; 0 at inner nodes
    depth: int  # how many steps lead to the deepest leaf

    @cached_property
    def _levels(self) -> tuple[list[tuple[NDArray[np.int64], Floats]], NDArray[np.float64]]:
        """Features and bounds of each level, trees laid end to end, and the worth of what stands below the last.

        Level after level has twice as many nodes: a leaf above the last stands there again, and all go left at it.
        """
        tree = np.arange(len(self.feature))[:, None]
        node: NDArray[np.integer] = np.zeros_like(tree)
        levels = []
        for _ in range(self.depth):
            leaf = self.left[tree, node] == node
            bound = np.where(leaf, np.inf, self.bound[tree, node])
            levels.append((np.where(leaf, 0, self.feature[tree, node]).astype(np.int64).reshape(-1), _narrow(bound)))
            node = np.stack([self.left[tree, node], self.right[tree, node]], axis=2).reshape(len(tree), -1)
        return levels, self.value[tree, node].reshape(-1).astype(np.float64)

    def chance(self, rows: Floats) -> Floats:
        """The probability of each row, from its features; empty for no rows."""
        levels, value = self._levels
        first = np.arange(len(rows))[:, None] * rows.shape[1]
        node = np.zeros((len(rows), len(self.feature)), dtype=np.int64) + np.arange(len(self.feature))
        for level, (feature, bound) in enumerate(levels):
            # At the first level each tree has one node, which need not be looked up.
            seen = rows.take(feature.take(node) + first) if level else rows.take(feature, axis=1)
            goes_right = seen > (bound.take(node) if level else bound)
            node += node
            node += goes_right
        total = value.take(node).sum(axis=1)
        chance: Floats = (1.0 / (1.0 + np.exp(-total))).astype(np.float32)
        return chance


def _narrow(bounds: NDArray[np.float64]) -> Floats:
    """For each bound the greatest number of single precision that is at most it: what such a number exceeds is the same."""
    narrow = bounds.astype(np.float32).reshape(-1)
    return np.where(narrow > bounds.reshape(-1), np.nextafter(narrow, np.float32(-np.inf)), narrow)
