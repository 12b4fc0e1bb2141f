"""The three fits of the attribution model: logistic regression, linear chain, boosted trees. Training only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from twosource.extract.attributions.cue_features import BUCKETS
from twosource.extract.attributions.cut_words import CUT_BUCKETS
from twosource.extract.attributions.decoding import LABELS
from twosource.extract.attributions.span_features import CLASSES

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Article = tuple[NDArray[np.int32], Ints, Ints, Ints]

CUE_PENALTY, CUE_ROUNDS, FOLD_ROUNDS = 0.6, 60, 45
CUT_PENALTY, CUT_ROUNDS = 3.0, 40
EPOCHS, RATE, PENALTY, BATCH, CHUNK = 6, 0.025, 6e-3, 150, 3000
TREES = {
    "objective": "binary", "num_leaves": 63, "learning_rate": 0.05, "min_data_in_leaf": 80, "feature_fraction": 0.35,
    "bagging_fraction": 0.6, "bagging_freq": 1, "lambda_l2": 5, "num_threads": 1, "verbose": -1, "seed": 7,
    "deterministic": True, "force_col_wise": True, "max_bin": 127, "max_depth": 7,
}  # fmt: skip
TREE_COUNT = 300


@dataclass(frozen=True, kw_only=True)
class Chain:
    """A linear chain: the weight of each feature for each label, and what each step is worth by class."""

    weights: Floats
    steps: Floats


def fit_cues(seen: NDArray[np.int32], target: NDArray[np.bool_], fold: Ints) -> tuple[Floats, float, Floats]:
    """Weights, bias, and for each row the chance given by a fit that has not seen its fold."""
    weights, bias = _logistic(seen, target, BUCKETS, CUE_PENALTY, CUE_ROUNDS)
    apart = np.zeros(len(target), dtype=np.float32)
    for number in np.unique(fold):
        inside = fold == number
        part, part_bias = _logistic(seen[~inside], target[~inside], BUCKETS, CUE_PENALTY, FOLD_ROUNDS)
        apart[inside] = 1 / (1 + np.exp(-(part[seen[inside]].sum(1) + part_bias)))
    return weights, bias, apart


def fit_cuts(seen: NDArray[np.int32], right: NDArray[np.bool_]) -> tuple[Floats, float]:
    """Weights and bias that tell from the words at its borders whether a way to cut is right."""
    return _logistic(seen, right, CUT_BUCKETS, CUT_PENALTY, CUT_ROUNDS)


def _sparse(rows: NDArray[np.int32], buckets: int = BUCKETS) -> Any:  # noqa: ANN401 - scipy has no types
    count, width = rows.shape
    ends = np.arange(0, count * width + 1, width)
    return csr_matrix((np.ones(count * width, np.float32), rows.ravel(), ends), shape=(count, buckets))


def _logistic(
    seen: NDArray[np.int32], target: NDArray[np.bool_], buckets: int, penalty: float, rounds: int
) -> tuple[Floats, float]:
    used = np.unique(seen)
    matrix = _sparse(seen, buckets)[:, used]
    turned = matrix.T.tocsr()
    sign = np.where(target, 1.0, -1.0).astype(np.float32)

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = (matrix @ w[:-1].astype(np.float32) + np.float32(w[-1])) * sign
        pull = -sign / (1 + np.exp(margin))
        value = np.logaddexp(0, -margin).sum() + 0.5 * penalty * (w[:-1] @ w[:-1])
        return float(value), np.append(turned @ pull + penalty * w[:-1], pull.sum())

    found = minimize(loss, np.zeros(len(used) + 1), jac=True, method="L-BFGS-B", options={"maxiter": rounds}).x
    weights = np.zeros(buckets, dtype=np.float32)
    weights[used] = found[:-1]
    return weights, float(found[-1])


def fit_chain(articles: Sequence[Article], chosen: Iterable[int]) -> Chain:
    """A chain that makes the labels of the chosen articles likely, by stochastic steps scaled to past slopes."""
    parts = [articles[i] for i in chosen if len(articles[i][1])]
    seen, classes, labels = (np.concatenate([part[k] for part in parts]) for k in range(3))
    sizes = np.concatenate([np.diff(part[3]) for part in parts])
    firsts = np.concatenate([[0], np.cumsum(sizes)])
    fit = _ChainFit(seen, classes, labels, firsts)
    chance = np.random.default_rng(0)
    for epoch in range(EPOCHS):
        fit.epoch(chance, keep=epoch > 0)
    return fit.result()


class _ChainFit:
    """The state of one fit; the result is the mean over all epochs but the first."""

    def __init__(self, seen: NDArray[np.int32], classes: Ints, labels: Ints, firsts: Ints) -> None:
        self.seen, self.classes, self.labels, self.firsts = seen, classes, labels, firsts
        self.weights = np.zeros((BUCKETS, LABELS), dtype=np.float32)
        self.slopes = np.full_like(self.weights, 1e-3)
        self.steps = np.zeros((CLASSES, LABELS, LABELS), dtype=np.float32)
        self.step_slopes = np.full_like(self.steps, 1e-3)
        self.mean = (np.zeros_like(self.weights), np.zeros_like(self.steps))
        self.kept = 0

    def epoch(self, chance: np.random.Generator, *, keep: bool) -> None:
        order = chance.permutation(len(self.firsts) - 1)
        batches: list[Ints] = []
        for first in range(0, len(order), CHUNK):
            part = order[first : first + CHUNK]
            part = part[np.argsort(np.diff(self.firsts)[part], kind="stable")]
            batches += [part[i : i + BATCH] for i in range(0, len(part), BATCH)]
        for number in chance.permutation(len(batches)):
            self._learn(batches[number])
        if keep:
            self.mean = (self.mean[0] + self.weights, self.mean[1] + self.steps)
            self.kept += 1

    def result(self) -> Chain:
        weights, steps = (total / np.float32(self.kept) for total in self.mean)
        return Chain(weights=weights.astype(np.float32), steps=steps.astype(np.float32))

    def _learn(self, batch: Ints) -> None:
        sizes = np.diff(self.firsts)[batch]
        row = np.arange(int(sizes.max()))[None]
        index = self.firsts[batch][:, None] + np.minimum(row, sizes[:, None] - 1)
        real = row < sizes[:, None]
        matrix = _sparse(self.seen[index[real]])
        worth = np.zeros((*index.shape, LABELS), dtype=np.float32)
        worth[real] = matrix @ self.weights
        classes, labels = self.classes[index], self.labels[index]
        single, pairs = _expected(worth, self.steps[classes], real)
        np.put_along_axis(single, labels[:, :, None], np.take_along_axis(single, labels[:, :, None], 2) - 1, 2)
        slope = matrix.T @ single[real]
        slope += PENALTY * len(batch) * self.weights * (slope != 0)
        touched = np.flatnonzero(slope.any(1))
        self.slopes[touched] += slope[touched] ** 2
        self.weights[touched] -= RATE * slope[touched] / np.sqrt(self.slopes[touched])
        inside = real[:, 1:]
        step = np.zeros_like(self.steps)
        np.add.at(step, classes[:, 1:][inside], pairs[inside])
        np.add.at(step, (classes[:, 1:][inside], labels[:, :-1][inside], labels[:, 1:][inside]), -1)
        self.step_slopes += step**2
        self.steps -= RATE * step / np.sqrt(self.step_slopes)


def _expected(worth: Floats, steps: Floats, real: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """How likely each label, and each step, is in each row: forwards, then backwards, scaled row by row."""
    many, size, _ = worth.shape
    single = np.exp(worth - worth.max(2, keepdims=True))
    step = np.exp(steps)
    ahead, behind = np.empty_like(single), np.ones_like(single)
    scale = np.empty((many, size), dtype=np.float32)
    now = single[:, 0]
    for row in range(size):
        if row:
            now = np.einsum("ni,nij->nj", ahead[:, row - 1], step[:, row]) * single[:, row]
        scale[:, row] = now.sum(1)
        ahead[:, row] = now / scale[:, row, None]
    for row in range(size - 2, -1, -1):
        back = np.einsum("nij,nj->ni", step[:, row + 1], behind[:, row + 1] * single[:, row + 1])
        behind[:, row] = np.where(real[:, row + 1, None], back / scale[:, row + 1, None], np.float32(1))
    chance = ahead * behind
    chance /= chance.sum(2, keepdims=True)
    pairs = ahead[:, :-1, :, None] * step[:, 1:] * (behind * single)[:, 1:, None, :] / scale[:, 1:, None, None]
    return chance, pairs


def fit_trees(seen: Floats, right: NDArray[np.bool_]) -> dict[str, Any]:
    """Boosted trees for the chance that a way to cut is right, as the arrays of ``twosource.extract.attributions.boosted``."""
    model = lightgbm.train(dict(TREES), lightgbm.Dataset(seen, right.astype(np.float32)), num_boost_round=TREE_COUNT)
    trees = [_nodes(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    width = max(map(len, trees))
    kinds = (np.int16, np.float64, np.int16, np.int16, np.float32)
    names = ("tree_feature", "tree_bound", "tree_left", "tree_right", "tree_value")
    arrays: dict[str, Any] = {"tree_depth": np.int64(max(node[5] for tree in trees for node in tree))}
    for place, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        array = np.zeros((len(trees), width), dtype=kind)
        for i, tree in enumerate(trees):
            array[i, : len(tree)] = [node[place] for node in tree]
        arrays[name] = array
    return arrays


def _nodes(root: dict[str, Any]) -> list[tuple[int, float, int, int, float, int]]:
    nodes: list[tuple[int, float, int, int, float, int]] = []

    def walk(node: dict[str, Any], depth: int) -> int:
        at = len(nodes)
        nodes.append((0, 0.0, at, at, float(node.get("leaf_value", 0.0)), depth))
        if "leaf_value" not in node:
            left, right = walk(node["left_child"], depth + 1), walk(node["right_child"], depth + 1)
            nodes[at] = (int(node["split_feature"]), float(node["threshold"]), left, right, 0.0, depth)
        return at

    walk(root, 0)
    return nodes
