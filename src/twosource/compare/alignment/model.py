"""The learned part: how sure it is that two statements tell the same."""

from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from twosource.compare.alignment.couples import Couples
from twosource.compare.alignment.features import features_of
from twosource.text.gbdt import Floats, Forest
from twosource.text.tree_cuts import TreeCuts

NAME: Final = "alignment.npz"


def chances_of(couples: Couples) -> Floats:
    """The chance of each couple that both tell the same, 0 to 1; empty for none."""
    return trees().chance(features_of(couples))


@cache
def trees() -> TreeCuts:
    """The package's trees, read once; a plain archive of numbers, nothing in it can run."""
    place = files("twosource.compare.alignment").joinpath(NAME)
    with place.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        forest = Forest(
            feature=kept["feature"],
            bound=kept["bound"],
            left=kept["left"],
            right=kept["right"],
            value=kept["value"],
            depth=int(kept["depth"]),
        )
    return TreeCuts.of(forest)
