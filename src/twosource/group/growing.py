"""Arrays that grow at their end."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

Numbers = NDArray[np.int64]


class Growing:
    """Values of one type, or rows of so many of them; adding costs the same however many there are."""

    def __init__(self, dtype: DTypeLike, width: int | None = None) -> None:
        """Nothing yet."""
        self._shape = () if width is None else (width,)
        self._values: NDArray[Any] = np.zeros((64, *self._shape), dtype)
        self._size = 0

    def __len__(self) -> int:
        """How many there are."""
        return self._size

    @property
    def values(self) -> NDArray[Any]:
        """All of them: a view, good until the next ``extend``."""
        return self._values[: self._size]

    def extend(self, values: Sequence[object]) -> None:
        """Add at the end."""
        end = self._size + len(values)
        if end > len(self._values):
            larger = np.zeros((max(end, len(self._values) * 3 // 2), *self._shape), self._values.dtype)
            larger[: self._size] = self.values
            self._values = larger
        self._values[self._size : end] = values
        self._size = end


class Ends:
    """Where each of many pieces ends that stand one behind the other."""

    def __init__(self) -> None:
        """No piece yet."""
        self._ends = Growing(np.int64)
        self._ends.extend([0])

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self._ends) - 1

    def add(self, end: int) -> None:
        """One more piece: what was added up to here."""
        self._ends.extend([end])

    def of(self, row: int) -> slice:
        """Where a piece stands."""
        return slice(int(self._ends.values[row]), int(self._ends.values[row + 1]))

    def places(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """The places of all of these pieces in turn, and where each piece ends among them."""
        starts, ends = self._ends.values[rows], self._ends.values[rows + 1]
        sizes = ends - starts
        behind: Numbers = np.cumsum(sizes)
        return np.arange(behind[-1]) + np.repeat(starts - behind + sizes, sizes), behind
