"""A forest asked by its bounds instead of walked: for many rows at once."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.text.gbdt import Floats, Forest

Leaves = NDArray[np.uint32]

_BITS: Final = 32
_ROWS: Final = 256
"""Rows asked together: what is still open of them stays in the processor's memory."""


@dataclass(frozen=True, slots=True)
class TreeCuts:
    """A forest of trees of at most 32 leaves, each leaf a bit; the lowest bit is the leaf at the very left.

    A bound that a feature exceeds rules out the leaves to the left of its node; of the leaves that no bound rules out the
    first is the row's. What all bounds below a value rule out is one look-up. Source: QuickScorer (Lucchese et al., SIGIR
    2015).
    """

    every: Leaves  # all leaves of each tree
    features: tuple[int, ...]  # which feature each of the next two is about
    bounds: tuple[NDArray[np.float64], ...]  # its bounds in all trees, ascending
    # For each number of bounds exceeded, from none to all, the leaves still open in each tree.
    still_open: tuple[Leaves, ...]
    values: NDArray[np.float64]  # what each leaf is worth, tree by leaf

    @staticmethod
    def of(forest: Forest) -> "TreeCuts":
        """Lay out a forest's trees.

        Raises:
            ValueError: If a tree has more than 32 leaves.
        """
        cuts: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
        values = np.zeros((len(forest.feature), _BITS))
        every = np.zeros(len(forest.feature), dtype=np.uint32)
        for tree in range(len(forest.feature)):
            worth = _read(forest, tree, 0, 0, cuts)
            if len(worth) > _BITS:
                message = f"tree {tree} has {len(worth)} leaves, more than {_BITS}"
                raise ValueError(message)
            values[tree, : len(worth)] = worth
            every[tree] = (1 << len(worth)) - 1
        ordered = {feature: sorted(cuts[feature]) for feature in sorted(cuts)}
        return TreeCuts(
            every=every,
            features=tuple(ordered),
            bounds=tuple(np.array([bound for bound, _, _ in held]) for held in ordered.values()),
            still_open=tuple(_still_open(held, every) for held in ordered.values()),
            values=values,
        )

    def chance(self, rows: Floats) -> Floats:
        """The probability of each row, from its features, as ``Forest.chance`` has it; empty for no rows."""
        total = np.zeros(len(rows))
        tree = np.arange(len(self.every))
        for first in range(0, len(rows), _ROWS):
            part = rows[first : first + _ROWS]
            leaves = np.tile(self.every, (len(part), 1))
            for feature, bounds, still_open in zip(self.features, self.bounds, self.still_open, strict=True):
                leaves &= still_open[np.searchsorted(bounds, part[:, feature])]
            lower = (leaves & (~leaves + np.uint32(1))) - np.uint32(1)
            total[first : first + _ROWS] = self.values[tree, np.bitwise_count(lower)].sum(axis=1)
        chance: Floats = (1.0 / (1.0 + np.exp(-total))).astype(np.float32)
        return chance


def _read(
    forest: Forest, tree: int, node: int, first: int, cuts: dict[int, list[tuple[float, int, int]]]
) -> list[float]:
    """The worth of the leaves below a node, of which the first is number ``first``; its bounds are put into ``cuts``."""
    left, right = int(forest.left[tree, node]), int(forest.right[tree, node])
    if left == node:
        return [float(forest.value[tree, node])]
    nearer = _read(forest, tree, left, first, cuts)
    ruled_out = ((1 << len(nearer)) - 1) << first
    cuts[int(forest.feature[tree, node])].append((float(forest.bound[tree, node]), tree, ruled_out))
    return nearer + _read(forest, tree, right, first + len(nearer), cuts)


def _still_open(cuts: list[tuple[float, int, int]], every: Leaves) -> Leaves:
    found = np.tile(every, (len(cuts) + 1, 1))
    for place, (_, tree, ruled_out) in enumerate(cuts, start=1):
        found[place, tree] &= np.uint32(~ruled_out & 0xFFFFFFFF)
    return np.bitwise_and.accumulate(found, axis=0)
