"""Which articles are reprints of which: the very same words, or most of the same grams."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from twosource.engine.catalog import Catalog
from twosource.engine.joining import PAIR, counted_pairs, packed_pairs

REPRINT: Final = np.dtype([("article", "<u4"), ("of", "<u4"), ("family", "<u4"), ("same", "?"), ("share", "<f4")])
"""An article, what it is a reprint of, the first of all of these; whether every word is the same, and the share that is."""


def same_words(catalog: Catalog, bucket: tuple[int, int]) -> npt.NDArray[np.void]:
    """Articles with the very same words, each with the earliest: rows of ``PAIR``. One bucket of their hashes."""
    whole = np.asarray(catalog.entries["whole"])
    # The last bits choose the bucket; an article without words is nobody's copy.
    rows = np.flatnonzero((whole % np.uint64(bucket[1]) == bucket[0]) & (whole != 0))
    order = np.lexsort((rows, catalog.column("key", rows), catalog.column("day", rows), whole[rows]))
    rows = rows[order]
    fresh = np.concatenate([[True], whole[rows][1:] != whole[rows][:-1]])[: len(rows)]
    first = rows[np.maximum.accumulate(np.where(fresh, np.arange(len(rows)), 0))] if len(rows) else rows
    table = np.zeros(int((~fresh).sum()), dtype=PAIR)
    table["later"], table["earlier"] = rows[~fresh], first[~fresh]
    return np.sort(table, order=["later", "earlier"])


def reprints_of(
    catalog: Catalog,
    same: Sequence[npt.NDArray[np.void]],
    alike: Sequence[npt.NDArray[np.void]],
    dropped: Sequence[npt.NDArray[np.void]],
    least: tuple[float, int],
) -> npt.NDArray[np.void]:
    """Settle for each article what it is a reprint of.

    Args:
        catalog: All articles.
        same: Pairs with the very same words.
        alike: Pairs that share grams of the sample.
        dropped: How much of an article's sample is standing text, which does not count.
        least: The share of the longer one's sample, and the number of grams, that make a reprint.

    Returns:
        Rows of ``REPRINT``, by number of article. Each is a reprint of the earliest that is near enough.
    """
    parents = np.arange(len(catalog), dtype=np.int64)
    shares = np.ones(len(catalog), dtype=np.float32)
    exact = np.zeros(len(catalog), dtype=bool)
    sizes = np.asarray(catalog.entries["sampled"]).astype(np.int64)
    for rows in dropped:
        np.subtract.at(sizes, rows["article"].astype(np.int64), rows["count"].astype(np.int64))
    near = _near_enough(alike, sizes, least)
    for pairs, share in near:
        order = _earliest_last(catalog, pairs)
        parents[pairs["later"][order]] = pairs["earlier"][order]
        shares[pairs["later"][order]] = share[order]
    for pairs in same:
        parents[pairs["later"]], exact[pairs["later"]] = pairs["earlier"], True
        shares[pairs["later"]] = 1
    families = _roots(parents)
    found = np.flatnonzero(parents != np.arange(len(parents)))
    table = np.zeros(len(found), dtype=REPRINT)
    table["article"], table["of"], table["family"] = found, parents[found], families[found]
    table["same"], table["share"] = exact[found], shares[found]
    return table


def families_of(catalog: Catalog, reprints: npt.NDArray[np.void]) -> npt.NDArray[np.uint32]:
    """For each article the number of the first of its family."""
    families = np.arange(len(catalog), dtype=np.uint32)
    families[reprints["article"]] = reprints["family"]
    return families


def merged_pairs(tables: Sequence[npt.NDArray[np.void]], first: int, last: int) -> npt.NDArray[np.void]:
    """The pairs of several buckets whose later article lies between two numbers, added up."""
    chosen = []
    for table in tables:
        begin, end = np.searchsorted(table["later"], [first, last])
        chosen.append(np.asarray(table[begin:end]))
    rows = np.concatenate(chosen) if chosen else np.zeros(0, dtype=PAIR)
    return counted_pairs(packed_pairs(rows), rows["count"])


_STEP: Final = 1 << 20


def _near_enough(
    alike: Sequence[npt.NDArray[np.void]], sizes: npt.NDArray[np.int64], least: tuple[float, int]
) -> list[tuple[npt.NDArray[np.void], npt.NDArray[np.float32]]]:
    found = []
    for first in range(0, len(sizes), _STEP):
        pairs = merged_pairs(alike, first, first + _STEP)
        larger = np.maximum(sizes[pairs["later"].astype(np.int64)], sizes[pairs["earlier"].astype(np.int64)])
        share = (pairs["count"] / np.maximum(larger, 1)).astype(np.float32)
        chosen = (share >= least[0]) & (pairs["count"] >= least[1])
        found.append((pairs[chosen], np.minimum(share[chosen], 1)))
    return found


def _earliest_last(catalog: Catalog, pairs: npt.NDArray[np.void]) -> npt.NDArray[np.int64]:
    """An order in which the earliest partner of each article comes last, so that it is the one that is kept."""
    partners = pairs["earlier"].astype(np.int64)
    return np.lexsort((catalog.column("key", partners), catalog.column("day", partners)))[::-1]


def _roots(parents: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Follow parents to the end. A parent is earlier than its child, so that there is one."""
    while True:
        above = parents[parents]
        if np.array_equal(above, parents):
            return parents
        parents = above
