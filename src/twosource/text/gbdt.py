"""Sums of small decision trees, kept as arrays and walked all at once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Forest:
    """Trees side by side: each array is tree by node; a leaf leads to itself.

    Attributes:
        feature: Which feature a node asks about.
        bound: A row goes left where its feature is at most this.
        left, right: The next node.
        value: What a leaf is worth; 0 at inner nodes.
        depth: How many steps lead to the deepest leaf.
    """

    feature: NDArray[np.int16]
    bound: NDArray[np.float64]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: Floats
    depth: int

    @cached_property
    def _flat(
        self,
    ) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
        """The arrays laid end to end, with node numbers that count over all trees."""
        first = np.arange(len(self.feature), dtype=np.int64)[:, None] * self.feature.shape[1]
        branches = np.stack([self.right + first, self.left + first], axis=-1).reshape(-1)
        return (
            self.feature.reshape(-1).astype(np.int64),
            self.bound.reshape(-1),
            branches,
            self.value.reshape(-1).astype(np.float64),
            first[:, 0],
        )

    def chance(self, rows: Floats) -> Floats:
        """The probability of each row, from its features; empty for no rows."""
        feature, bound, branches, value, first = self._flat
        node = np.repeat(first[None], len(rows), axis=0)
        numbers = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[numbers, feature[node]] <= bound[node]
            node = branches[2 * node + goes_left]
        total = value[node].sum(axis=1)
        chance: Floats = (1.0 / (1.0 + np.exp(-total))).astype(np.float32)
        return chance
