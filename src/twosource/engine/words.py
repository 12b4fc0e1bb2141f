"""Words of many articles as hashes, all at once: no loop over words.

A text becomes a row of code points, each code point a number (0 for what is no part of a word), and a word the sum of
its numbers times the powers of an odd constant, which has an inverse, so that the sum does not depend on where in the
row the word stands. Runs of words are hashed in the same way.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Rows = npt.NDArray[np.int64]

_PLANE: Final = 1 << 16
_BASE: Final = 0x9E3779B97F4A7C15
_BITS: Final = 1 << 64
# So many code points at a time: their columns take about 100 MB.
_MOST_CHARACTERS: Final = 2_000_000


def hashed_words(texts: Sequence[str]) -> Iterator[tuple[Hashes, Rows]]:
    """The words of texts as hashes, the same on every machine.

    Case does not matter; letters and digits make words, everything else parts them.

    Args:
        texts: Any texts.

    Yields:
        Hashes of words in order, and for each the row of its text, for some texts at a time. A text is never cut.
    """
    first = 0
    while first < len(texts):
        last, length = first, 0
        while last < len(texts) and (last == first or length + len(texts[last]) <= _MOST_CHARACTERS):
            length += len(texts[last]) + 1
            last += 1
        hashes, rows = _hashed(texts[first:last])
        yield hashes, rows + first
        first = last


def hashed_runs(words: Hashes, rows: Rows, size: int) -> tuple[Hashes, Rows]:
    """One hash for each run of ``size`` words inside one text, and the row of the text."""
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    powers, inverses = _powers(len(words))
    sums = np.zeros(len(words) + 1, dtype=np.uint64)
    np.cumsum(words * powers, out=sums[1:])
    runs = mixed((sums[size:] - sums[:-size]) * inverses[:count])
    inside = rows[size - 1 :] == rows[:count]
    return runs[inside], rows[:count][inside]


def whole_hashes(words: Hashes, rows: Rows) -> tuple[Hashes, Rows]:
    """One hash for all words of each text in their order, and the row of the text; texts without words are left out."""
    if not len(words):
        return words, rows
    powers, inverses = _powers(len(words))
    starts = np.flatnonzero(np.concatenate([[True], rows[1:] != rows[:-1]]))
    return mixed(np.add.reduceat(words * powers, starts) * inverses[starts]), rows[starts]


def mixed(values: Hashes) -> Hashes:
    """Numbers whose every bit depends on every bit of what is given.

    Source: the finalizer of MurmurHash3 (Austin Appleby, public domain).
    """
    values = values ^ (values >> np.uint64(33))
    values *= np.uint64(0xFF51AFD7ED558CCD)
    values ^= values >> np.uint64(33)
    values *= np.uint64(0xC4CEB9FE1A85EC53)
    values ^= values >> np.uint64(33)
    return values


def _hashed(texts: Sequence[str]) -> tuple[Hashes, Rows]:
    # A lone surrogate can stand in a text; it is no part of a word.
    codes = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    values = _values()[np.minimum(codes, _PLANE - 1)]
    inside = values != 0
    starts = np.flatnonzero(inside & ~np.concatenate([[False], inside[:-1]]))
    if not len(starts):
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    powers, inverses = _powers(len(codes))
    hashes = mixed(np.add.reduceat(values * powers, starts) * inverses[starts])
    ends = np.cumsum([len(text) + 1 for text in texts])
    return hashes, np.searchsorted(ends, starts, side="right").astype(np.int64)


@cache
def _values() -> Hashes:
    """A number for each code point of the first plane: 0 for what is no part of a word, the same for both cases."""
    folded = np.zeros(_PLANE, dtype=np.uint64)
    for code in range(_PLANE - 1):
        character = chr(code)
        if character.isalnum():
            lower = character.lower()
            folded[code] = ord(lower) if len(lower) == 1 else code
    return np.where(folded > 0, mixed(folded), folded)


def _powers(count: int) -> tuple[Hashes, Hashes]:
    powers, inverses = _table(1 << max(count - 1, 1).bit_length())
    return powers[:count], inverses[:count]


@cache
def _table(count: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse, modulo 2 to the 64th."""
    columns = []
    for base in (_BASE, pow(_BASE, -1, _BITS)):
        column = np.full(count, base, dtype=np.uint64)
        column[0] = 1
        columns.append(np.multiply.accumulate(column))
    return columns[0], columns[1]
