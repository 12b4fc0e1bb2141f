"""The learned part: how sure it is that two statements tell the same."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from twosource.compare.alignment.features import Couple, Floats, features_of
from twosource.text.gbdt import Forest

NAME: Final = "alignment.npz"


def chances_of(couples: Sequence[Couple]) -> Floats:
    """The chance of each couple that both tell the same, 0 to 1; empty for none."""
    return forest().chance(features_of(couples))


@cache
def forest() -> Forest:
    """The package's trees, read once; a plain archive of numbers, nothing in it can run."""
    place = files("twosource.compare.alignment").joinpath(NAME)
    with place.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        return Forest(
            feature=kept["feature"],
            bound=kept["bound"],
            left=kept["left"],
            right=kept["right"],
            value=kept["value"],
            depth=int(kept["depth"]),
        )
