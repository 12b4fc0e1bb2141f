"""Runs of words of a part's articles as one sorted column: any stretch of hashes is a slice of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from twosource.engine.catalog import MOST_ROWS, ROW_BITS, Catalog
from twosource.engine.parts import read_array
from twosource.engine.words import Hashes, hashed_runs, hashed_words, whole_hashes

_ALL: Final = 1 << 64
# Borders between buckets are cut so coarsely that hashes which lose their last bits stay in their bucket.
_COARSE: Final = 1 << 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Grams:
    """The grams of a part.

    Attributes:
        keys: Sorted. The first 51 bits are those of a gram's hash, the last 13 its article's row.
        whole: A hash of all words of each article; 0 for one without words.
        counts: How many grams each article has.
        sampled: How many of them are in the first ``1 / reprint_sample`` of all hashes.
    """

    keys: Hashes
    whole: Hashes
    counts: npt.NDArray[np.uint32]
    sampled: npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Grams with who holds them, sorted by hash: parallel columns.

    Attributes:
        hashes: Counted from the beginning of the bucket.
        articles: Numbers of articles.
        low, dropped: A hash's first bits are those of ``(hash << dropped) + low``.
    """

    hashes: Hashes
    articles: npt.NDArray[np.int64]
    low: int = 0
    dropped: int = 0

    def only(self, rows: npt.NDArray[np.generic]) -> "Held":
        """Some rows, by a mask or in another order."""
        return Held(hashes=self.hashes[rows], articles=self.articles[rows], low=self.low, dropped=self.dropped)

    def whole_hashes(self) -> Hashes:
        """The hashes as they were before they were cut; the bits that were cut are 0."""
        return ((self.hashes << np.uint64(self.dropped)) + np.uint64(self.low)) << np.uint64(ROW_BITS)


def grams_of(texts: Sequence[str], size: int, sample: int, reprint_sample: int) -> Grams:
    """Hash a part.

    Args:
        texts: The journalism of each article, 8,192 at most.
        size: Words in a gram.
        sample: One hash in so many is kept: those that begin lowest, so that all articles keep the same ones.
        reprint_sample: One in so many tells reprints.

    Raises:
        ValueError: If there are too many texts.
    """
    if len(texts) > MOST_ROWS:
        message = f"got {len(texts)} texts, want {MOST_ROWS} at most"
        raise ValueError(message)
    whole = np.zeros(len(texts), dtype=np.uint64)
    counts = np.zeros(len(texts), dtype=np.uint32)
    sampled = np.zeros(len(texts), dtype=np.uint32)
    keys: list[Hashes] = [np.zeros(0, dtype=np.uint64)]
    for words, rows in hashed_words(texts):
        hashes, places = whole_hashes(words, rows)
        whole[places] = hashes
        runs, owners = hashed_runs(words, rows, size)
        counts += np.bincount(owners, minlength=len(texts)).astype(np.uint32)
        few = runs < np.uint64(_limit(reprint_sample))
        sampled += np.bincount(owners[few], minlength=len(texts)).astype(np.uint32)
        # What tells reprints is kept in any case.
        kept = runs < np.uint64(max(_limit(sample), _limit(reprint_sample)))
        keys.append((runs[kept] & ~np.uint64(MOST_ROWS - 1)) | owners[kept].astype(np.uint64))
    return Grams(keys=np.sort(np.concatenate(keys)), whole=whole, counts=counts, sampled=sampled)


def held_in(folder: Path, catalog: Catalog, bucket: tuple[int, int], sample: int) -> Held:
    """All grams of one bucket that at least two articles hold.

    Args:
        folder: The sorted columns of all parts.
        catalog: Numbers the articles.
        bucket: Its number, and how many there are.
        sample: One hash in so many is looked at.
    """
    low, high = (_border(bucket[0] + i, bucket[1], sample) for i in (0, 1))
    article_bits = max(len(catalog) - 1, 1).bit_length()
    dropped = dropped_bits(len(catalog), bucket[1], sample)
    packed: list[Hashes] = [np.zeros(0, dtype=np.uint64)]
    for part, start in zip(catalog.parts, catalog.starts.tolist(), strict=False):
        keys = read_array(folder / f"{part}.npy")
        first, last = (
            int(np.searchsorted(keys, np.uint64(border))) if border < _ALL else len(keys) for border in (low, high)
        )
        chosen = np.asarray(keys[first:last])
        hashes = ((chosen - np.uint64(low)) >> np.uint64(ROW_BITS + dropped)) << np.uint64(article_bits)
        packed.append(hashes | ((chosen & np.uint64(MOST_ROWS - 1)) + np.uint64(start)))
    rows = np.concatenate(packed)
    packed.clear()
    rows.sort()
    hashes = rows >> np.uint64(article_bits)
    several = in_company(hashes)
    articles = (rows[several] & np.uint64((1 << article_bits) - 1)).astype(np.int64)
    return Held(hashes=hashes[several], articles=articles, low=low >> ROW_BITS, dropped=dropped)


def dropped_bits(articles: int, buckets: int, sample: int) -> int:
    """How many of a hash's last bits must go, so that a hash of a bucket and an article's number fit into 64."""
    widest = _ALL // max(sample, 1) // buckets + _COARSE
    return max(0, (widest >> ROW_BITS).bit_length() + max(articles - 1, 1).bit_length() - 64)


def in_company(sorted_values: Hashes) -> npt.NDArray[np.bool_]:
    """Which values stand beside an equal one."""
    beside: npt.NDArray[np.bool_] = np.zeros(len(sorted_values), dtype=bool)
    same = sorted_values[1:] == sorted_values[:-1]
    beside[1:] |= same
    beside[:-1] |= same
    return beside


def _limit(sample: int) -> int:
    return min(_ALL // max(sample, 1), _ALL - 1)


def _border(number: int, buckets: int, sample: int) -> int:
    whole = _ALL // max(sample, 1)
    return whole * number // buckets // _COARSE * _COARSE if number < buckets else whole


def prefixes_of(hashes: Hashes, dropped: int) -> Hashes:
    """Hashes cut as those of a bucket are that drops so many bits."""
    return hashes & ~np.uint64((1 << (ROW_BITS + dropped)) - 1)
