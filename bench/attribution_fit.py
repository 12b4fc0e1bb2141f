"""Two of the fits of the attribution model: logistic regression and boosted trees. Training only."""

from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from twosource.extract.attribution.model.cue_features import BUCKETS
from twosource.extract.attribution.model.span_features import CUT_BUCKETS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

CUE_PENALTY, CUE_ROUNDS, FOLD_ROUNDS = 0.6, 60, 45
CUT_PENALTY, CUT_ROUNDS = 3.0, 40
TREES = {
    "objective": "binary", "num_leaves": 63, "learning_rate": 0.05, "min_data_in_leaf": 80, "feature_fraction": 0.35,
    "bagging_fraction": 0.6, "bagging_freq": 1, "lambda_l2": 5, "num_threads": 1, "verbose": -1, "seed": 7,
    "deterministic": True, "force_col_wise": True, "max_bin": 127, "max_depth": 7,
}  # fmt: skip
TREE_COUNT = 300


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


def fit_trees(seen: Floats, right: NDArray[np.bool_]) -> dict[str, Any]:
    """Boosted trees for the chance that a way to cut is right, as the arrays of ``twosource.text.gbdt``."""
    model = lightgbm.train(dict(TREES), lightgbm.Dataset(seen, right.astype(np.float32)), num_boost_round=TREE_COUNT)
    return {f"tree_{name}": array for name, array in tree_arrays(model).items()}


def tree_arrays(model: Any) -> dict[str, Any]:  # noqa: ANN401 - lightgbm has no types
    """The trees of a model as the arrays of ``twosource.text.gbdt``, by the names there."""
    trees = [_nodes(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    width = max(map(len, trees))
    kinds = (np.int16, np.float64, np.int16, np.int16, np.float32)
    names = ("feature", "bound", "left", "right", "value")
    arrays: dict[str, Any] = {"depth": np.int64(max(node[5] for tree in trees for node in tree))}
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
