"""What is known of every article of a corpus by its number: columns on disk, of which only what is looked at is in memory."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from twosource.engine.parts import read_array, read_json, write_array, write_json

Numbers = npt.NDArray[np.int64]

ENTRY: Final = np.dtype(
    [("key", "<u8"), ("outlet", "<u8"), ("whole", "<u8"), ("day", "<i4"), ("grams", "<u4"), ("sampled", "<u4")]
)
"""An article: its id as a number, hashes of its outlet and of all its words, its day, how many grams it has."""

UNDATED: Final = 2**31 - 1
"""The day of an article without a date: it stands behind all others, and near all of them."""

ROW_BITS: Final = 13
MOST_ROWS: Final = 1 << ROW_BITS
"""Articles in a part at most: their rows stand in the last bits of a gram."""


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """All articles, numbered from 0: part after part in the order of their names, row after row.

    Attributes:
        folder: Where the columns lie.
    """

    folder: Path

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Names of the parts, sorted."""
        return tuple((read_json(self.folder / "parts.json") or {})["parts"])

    @cached_property
    def starts(self) -> Numbers:
        """The number of the first article of each part, and behind them how many articles there are."""
        return np.array((read_json(self.folder / "parts.json") or {})["starts"], dtype=np.int64)

    @cached_property
    def entries(self) -> npt.NDArray[Any]:
        """Rows of ``ENTRY``."""
        return read_array(self.folder / "entries.npy")

    @cached_property
    def families(self) -> npt.NDArray[np.uint32]:
        """For each article the number of the earliest one that it is a reprint of; its own where there is none."""
        return read_array(self.folder / "families.npy")

    def __len__(self) -> int:
        """How many articles."""
        return int(self.starts[-1])

    def column(self, name: str, numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """What stands under ``name`` for some articles."""
        return np.asarray(self.entries[name][numbers])

    def ids(self, numbers: npt.NDArray[Any]) -> list[str]:
        """Ids of some articles."""
        return [f"a{key:012x}" for key in self.column("key", numbers).tolist()]

    def place(self, number: int) -> tuple[str, int]:
        """The part that an article stands in, and its row there."""
        part = int(np.searchsorted(self.starts, number, side="right")) - 1
        return self.parts[part], number - int(self.starts[part])


def build_catalog(entries: Path, folder: Path) -> Catalog:
    """Number all articles.

    An article that stands in two parts has two numbers; ``families`` makes the second a copy of the first.

    Args:
        entries: A folder with the rows of each part.
        folder: Where the columns go.
    """
    files = sorted(entries.glob("*.npy"))
    counts = [len(read_array(file)) for file in files]
    starts = [0, *np.cumsum(counts).tolist()] if counts else [0]
    folder.mkdir(parents=True, exist_ok=True)
    rows = [read_array(file) for file in files]
    write_array(folder / "entries.npy", np.concatenate(rows) if rows else np.zeros(0, dtype=ENTRY))
    write_json(folder / "parts.json", {"parts": [file.stem for file in files], "starts": starts})
    return Catalog(folder=folder)
