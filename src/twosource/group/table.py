"""The table of what speaks for and against one event: ``group/weights.yml``."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

import numpy as np
from numpy.typing import NDArray

from twosource.language.word_files import read_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What each feature of a pair weighs, in their order, for dated pairs and for others.

    The sum of start and weighed features is the logarithm of the odds that two articles tell of one event.
    """

    features: tuple[str, ...]
    dated_start: float
    dated: tuple[float, ...]
    undated_start: float
    undated: tuple[float, ...]

    def odds(self, features: NDArray[np.float64], dated: NDArray[np.bool_]) -> NDArray[np.float64]:
        """The logarithm of the odds that pairs are about one event, 0 for as likely as not.

        Args:
            features: A row a pair.
            dated: Whether both articles of a pair have a date.
        """
        odds: NDArray[np.float64] = features @ np.array((self.dated, self.undated)).T
        return np.where(dated, odds[:, 0] + self.dated_start, odds[:, 1] + self.undated_start)


@cache
def table() -> Table:
    """The table that comes with the package."""
    read = read_words(files("twosource.group") / "weights.yml")
    rows = read["features"]
    return Table(
        features=tuple(rows),
        dated_start=read["start"]["dated"],
        dated=tuple(float(row["dated"]) for row in rows.values()),
        undated_start=read["start"]["undated"],
        undated=tuple(float(row["undated"]) for row in rows.values()),
    )


def chance(odds: float) -> float:
    """The chance, 0 to 1, that a logarithm of odds stands for.

    Example:
        >>> chance(0.0)
        0.5
    """
    return 1 / (1 + exp(-max(min(odds, 50.0), -50.0)))
