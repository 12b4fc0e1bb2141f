"""The learned model's numbers: ``attribution.npz``, written by ``bench/train_attribution.py``."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.cue_features import BUCKETS
from twosource.extract.attribution.model.learned_of import LEARNED_OF
from twosource.extract.attribution.model.network import Network
from twosource.extract.attribution.model.span_features import CUT_BUCKETS
from twosource.text.gbdt import Forest

Floats = NDArray[np.float32]
NAME = "attribution.npz"


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What was learned."""

    cue: Floats  # weight of each cue feature; ``cue_bias`` is added
    cue_bias: float
    network: Network  # what labels the words around a cue
    cut: Floats  # weight of each feature of the words at a cut's borders; ``cut_bias`` is added
    cut_bias: float
    choice: Forest  # the trees that choose among ways to cut


def weights(language: str) -> Weights | None:
    """What was learned of a language; None where nothing was."""
    return learned_weights() if language == LEARNED_OF else None


@cache
def learned_weights() -> Weights:
    """The package's weights, read once; a plain archive of numbers, nothing in it can run."""
    with (
        files("twosource.extract.attribution.model").joinpath(NAME).open("rb") as file,
        np.load(file, allow_pickle=False) as kept,
    ):
        cue = np.zeros(BUCKETS, dtype=np.float32)
        cue[kept["cue_rows"]] = kept["cue_values"]
        cut = np.zeros(CUT_BUCKETS, dtype=np.float32)
        cut[kept["cut_rows"]] = kept["cut_values"]
        return Weights(
            cue=cue,
            cue_bias=float(kept["cue_bias"]),
            network=network_of(kept),
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


def named(network: Network) -> dict[str, Any]:
    """A network's arrays by the names that they have in the archive; vectors and matrices in half precision."""
    arrays: dict[str, Any] = {}
    for field in fields(network):
        value, name = getattr(network, field.name), f"network {field.name}"
        many = (
            value.items()
            if isinstance(value, dict)
            else enumerate(value)
            if isinstance(value, tuple)
            else [("", value)]
        )
        arrays |= {
            f"{name}/{key}": array if array.dtype == np.uint64 else array.astype(np.float16) for key, array in many
        }
    return arrays


def network_of(kept: Mapping[str, NDArray[np.generic]]) -> Network:
    """The network of an archive, as ``named`` gives its arrays."""

    def of(field: str) -> dict[str, Floats]:
        start = f"network {field}/"
        return {key.removeprefix(start): kept[key].astype(np.float32) for key in kept if key.startswith(start)}

    bits = of("bits")
    return Network(
        vocabulary={name: kept[f"network vocabulary/{name}"].astype(np.uint64) for name in of("vocabulary")},
        tables=of("tables"),
        turned=of("turned"),
        bits=tuple(bits[str(i)] for i in range(len(bits))),
        **{
            name: of(name)[""]
            for name in ("lemmas", "bias", "kernels", "offsets", "out", "out_bias", "cue", "cue_bias", "steps")
        },
    )
