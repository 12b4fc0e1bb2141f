"""What rows hold, as numbers: which of it two rows share, for many pairs of rows at once."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]
T = TypeVar("T", bound=Hashable)

_AT_ONCE: Final = 1 << 11
"""Pairs whose members are laid side by side at once: it bounds the memory."""


@dataclass(frozen=True, slots=True)
class Bags:
    """What each row holds, each thing once."""

    starts: Rows  # where each row's part of ``members`` begins, and behind the last row where it ends
    members: Rows  # the numbers of the things, row after row, ascending in each row
    kinds: int  # how many different things there are

    @staticmethod
    def of(rows: Sequence[Collection[T]], numbers: Mapping[T, int]) -> "Bags":
        """Bags of the rows' things; ``numbers`` says which number each thing has."""
        members = list(chain.from_iterable(sorted(numbers[thing] for thing in row) for row in rows))
        starts = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum([len(row) for row in rows], out=starts[1:])
        return Bags(starts, np.array(members, dtype=np.int64), len(numbers))

    @property
    def sizes(self) -> Rows:
        """How many things each row holds."""
        return np.diff(self.starts)

    def places(self, rows: Rows) -> tuple[Rows, Rows]:
        """The places in ``members`` of what the rows hold, end to end, and for each place which of ``rows`` it is of."""
        sizes = self.sizes[rows]
        which = np.repeat(np.arange(len(rows)), sizes)
        behind = np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return self.starts[rows][which] + behind, which


@dataclass(frozen=True, slots=True)
class Shared:
    """What the two rows of pairs share, pair after pair, in each pair ascending."""

    pair: Rows  # the number of the pair
    # The places of the thing in the ``members`` of both sides.
    left: Rows
    right: Rows
    pairs: int  # how many pairs there are

    @property
    def counts(self) -> Rows:
        """How many things each pair shares."""
        return np.bincount(self.pair, minlength=self.pairs)

    def sums(self, values: Floats) -> Floats:
        """The sum of the shared things' values for each pair, added up one after the other."""
        return np.bincount(self.pair, weights=values, minlength=self.pairs).astype(np.float64)

    def nth(self, values: Floats, place: int) -> Floats:
        """The value at ``place`` of each pair; 0 for pairs that share fewer things."""
        counts = self.counts
        at = np.cumsum(counts) - counts + place
        found = np.zeros(self.pairs)
        held = counts > place
        found[held] = values[at[held]]
        return found


def shared_by(one: Bags, other: Bags, left: Rows, right: Rows) -> Shared:
    """What each row of ``left``, in ``one``, shares with the row of ``right`` at the same place, in ``other``."""
    found: list[tuple[Rows, Rows, Rows]] = []
    where = np.zeros(0, dtype=np.int32)  # for each row and thing, behind which place it stands; 0 where it does not
    for first in range(0, len(left), _AT_ONCE):
        rows, which_row = np.unique(left[first : first + _AT_ONCE], return_inverse=True)
        held, of_row = one.places(rows)
        if len(where) < len(rows) * one.kinds:
            where = np.zeros(len(rows) * one.kinds, dtype=np.int32)
        cells = of_row * one.kinds + one.members[held]
        where[cells] = held + 1
        asked, pair = other.places(right[first : first + _AT_ONCE])
        ours = where[which_row[pair] * one.kinds + other.members[asked]]
        hit = np.flatnonzero(ours)
        found.append((pair[hit] + first, ours[hit].astype(np.int64) - 1, asked[hit]))
        where[cells] = 0
    parts = [np.concatenate(column) for column in zip(*found, strict=True)] if found else [np.zeros(0, np.int64)] * 3
    return Shared(parts[0], parts[1], parts[2], len(left))


def numbered(things: Iterable[T]) -> dict[T, int]:
    """A number for each thing, in the order in which they come; each thing once."""
    return {thing: number for number, thing in enumerate(dict.fromkeys(things))}
