"""The learned model's numbers: ``attribution.npz``, written by ``bench/train_attribution.py``."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attributions.boosted import Forest
from twosource.extract.attributions.cue_features import BUCKETS
from twosource.extract.attributions.cut_words import CUT_BUCKETS

Floats = NDArray[np.float32]
NAME = "attribution.npz"


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What was learned.

    Attributes:
        cue: Weight of each cue feature; ``cue_bias`` is added.
        span: Weight of each span feature for each of the four labels.
        steps: What a step from label to label is worth, by class of border.
        cut: Weight of each feature of the words at a cut's borders; ``cut_bias`` is added.
        choice: The trees that choose among ways to cut.
    """

    cue: Floats
    cue_bias: float
    span: Floats
    steps: Floats
    cut: Floats
    cut_bias: float
    choice: Forest


@cache
def weights() -> Weights:
    """The package's weights, read once; a plain archive of numbers, nothing in it can run."""
    with (
        files("twosource.extract.attributions").joinpath(NAME).open("rb") as file,
        np.load(file, allow_pickle=False) as kept,
    ):
        cue = np.zeros(BUCKETS, dtype=np.float32)
        cue[kept["cue_rows"]] = kept["cue_values"]
        span = np.zeros((BUCKETS, kept["span_values"].shape[1]), dtype=np.float32)
        span[kept["span_rows"]] = kept["span_values"]
        cut = np.zeros(CUT_BUCKETS, dtype=np.float32)
        cut[kept["cut_rows"]] = kept["cut_values"]
        return Weights(
            cue=cue,
            cue_bias=float(kept["cue_bias"]),
            span=span,
            steps=kept["steps"].astype(np.float32),
            cut=cut,
            cut_bias=float(kept["cut_bias"]),
            choice=Forest(
                feature=kept["tree_feature"],
                bound=kept["tree_bound"],
                left=kept["tree_left"],
                right=kept["tree_right"],
                value=kept["tree_value"],
                depth=int(kept["tree_depth"]),
            ),
        )
