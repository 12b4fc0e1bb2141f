"""Which articles hold the same grams: one bucket, joined by sorting."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from twosource.engine.catalog import UNDATED, Catalog
from twosource.engine.grams import Held, in_company

Rows = npt.NDArray[np.int64]

PAIR: Final = np.dtype([("later", "<u4"), ("earlier", "<u4"), ("count", "<u4")])
"""Two articles, and how many grams they have in common."""

DROPPED: Final = np.dtype([("article", "<u4"), ("count", "<u4")])
"""An article, and how many of its grams are its outlet's standing text."""

STANDING: Final = np.dtype([("outlet", "<u8"), ("hash", "<u8")])
"""A gram of an outlet's standing text. The last bits of the hash are 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is joined with what.

    Attributes:
        days: Articles further apart are not compared.
        star: A gram that more articles hold links each with the first, and not every two.
        standing_articles, standing_days: A gram that so many articles of one outlet hold, on so many days, is its
            standing text and no copying.
    """

    days: int
    star: int
    standing_articles: int
    standing_days: int


def one_a_family(held: Held, catalog: Catalog) -> Held:
    """Of each family of reprints the earliest article that holds the gram."""
    families = np.asarray(catalog.families[held.articles]).astype(np.int64)
    days, keys = catalog.column("day", held.articles), catalog.column("key", held.articles)
    order = np.lexsort((keys, days, families, held.hashes))
    families, ordered = families[order], held.only(order)
    again = (families[1:] == families[:-1]) & (ordered.hashes[1:] == ordered.hashes[:-1])
    first = np.concatenate([[True], ~again])[: len(order)]
    return in_common(ordered.only(first))


def in_common(held: Held) -> Held:
    """Only grams that several articles hold."""
    return held.only(in_company(held.hashes))


def without_standing_text(
    held: Held, catalog: Catalog, rules: Rules
) -> tuple[Held, npt.NDArray[np.void], npt.NDArray[np.void]]:
    """Take out what an outlet prints again and again.

    Returns:
        What is left; rows of ``DROPPED`` and of ``STANDING``.
    """
    outlets, days = catalog.column("outlet", held.articles), catalog.column("day", held.articles)
    order = np.lexsort((held.articles, days, outlets, held.hashes))
    held, outlets, days = held.only(order), outlets[order], days[order]
    starts = _starts(held.hashes, outlets)
    fresh = np.concatenate([[True], held.articles[1:] != held.articles[:-1]])[: len(order)]
    # An undated article may be of any day: each counts as one of its own.
    another = fresh & np.concatenate([[True], (days[1:] != days[:-1]) | (days[1:] == UNDATED)])[: len(order)]
    another[starts] = fresh[starts] = True
    articles = _sums(fresh, starts)
    standing = (articles >= rules.standing_articles) & (_sums(another, starts) >= rules.standing_days)
    dropped = np.repeat(standing, np.diff(np.concatenate([starts, [len(order)]])))
    table = np.zeros(int(standing.sum()), dtype=STANDING)
    table["outlet"], table["hash"] = outlets[starts][standing], held.only(starts).whole_hashes()[standing]
    gone, counts = np.unique(held.articles[dropped & fresh], return_counts=True)
    rows = np.zeros(len(gone), dtype=DROPPED)
    rows["article"], rows["count"] = gone, counts
    return in_common(held.only(~dropped)), rows, table


def pairs_of(held: Held, catalog: Catalog, rules: Rules) -> npt.NDArray[np.void]:
    """Each two articles that hold a gram, with how many they share in this bucket: rows of ``PAIR``, sorted.

    Each two where few hold it; where many do, each with the first of its window, and the first of each window with
    that of the window before.
    """
    days, keys = catalog.column("day", held.articles), catalog.column("key", held.articles)
    order = np.lexsort((keys, days, held.hashes))
    held, days = held.only(order), days[order].astype(np.int64)
    starts = _starts(held.hashes)
    sizes = np.diff(np.concatenate([starts, [len(order)]]))
    of_many = np.repeat(sizes > rules.star, sizes)
    left, right = _each_two(held.hashes, of_many, rules.star)
    centre, edge = _stars(held.hashes, days, of_many, rules.days)
    one, other = np.concatenate([left, centre]), np.concatenate([right, edge])
    near = (days[other] == UNDATED) | (days[one] == UNDATED) | (np.abs(days[other] - days[one]) <= rules.days)
    one, other = held.articles[one[near]], held.articles[other[near]]
    apart = one != other
    packed = (other[apart].astype(np.uint64) << np.uint64(32)) | one[apart].astype(np.uint64)
    return counted_pairs(packed, None)


def counted_pairs(packed: npt.NDArray[np.uint64], counts: npt.NDArray[np.generic] | None) -> npt.NDArray[np.void]:
    """Rows of ``PAIR`` from ``later << 32 | earlier``, each pair once, its counts added up."""
    order = np.argsort(packed, kind="stable")
    packed = packed[order]
    starts = _starts(packed)
    ones = np.ones(len(packed), dtype=np.int64) if counts is None else counts[order].astype(np.int64)
    table = np.zeros(len(starts), dtype=PAIR)
    table["later"], table["earlier"] = packed[starts] >> np.uint64(32), packed[starts] & np.uint64(0xFFFFFFFF)
    table["count"] = np.add.reduceat(ones, starts) if len(starts) else 0
    return table


def packed_pairs(pairs: npt.NDArray[np.void]) -> npt.NDArray[np.uint64]:
    """``later << 32 | earlier`` for rows of ``PAIR``."""
    return (pairs["later"].astype(np.uint64) << np.uint64(32)) | pairs["earlier"].astype(np.uint64)


def _starts(*columns: npt.NDArray[np.generic]) -> Rows:
    """Rows at which any of the sorted columns changes; the first row too."""
    if not len(columns[0]):
        return np.zeros(0, dtype=np.int64)
    changed = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return np.flatnonzero(np.concatenate([[True], changed]))


def _sums(values: npt.NDArray[np.bool_], starts: Rows) -> Rows:
    return np.add.reduceat(values.astype(np.int64), starts) if len(starts) else np.zeros(0, dtype=np.int64)


def _each_two(hashes: npt.NDArray[np.uint64], of_many: npt.NDArray[np.bool_], star: int) -> tuple[Rows, Rows]:
    left, right = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for step in range(1, star):
        rows = np.flatnonzero((hashes[step:] == hashes[:-step]) & ~of_many[step:])
        left.append(rows)
        right.append(rows + step)
    return np.concatenate(left), np.concatenate(right)


def _stars(
    hashes: npt.NDArray[np.uint64], days: Rows, of_many: npt.NDArray[np.bool_], window: int
) -> tuple[Rows, Rows]:
    """Each holder with the first of its window; the first of a window with the first of the one before."""
    rows = np.flatnonzero(of_many)
    if not len(rows):
        return rows, rows
    groups = _starts(hashes[rows])
    sizes = np.diff(np.concatenate([groups, [len(rows)]]))
    of_day = days[rows]
    # Undated articles stand last in their group; they are laid beside its first. Windows are counted from that, so
    # that no border of the calendar parts an article from reprints of the day after.
    first = np.repeat(of_day[groups], sizes)
    windows = np.where(of_day == UNDATED, 0, of_day - first) // max(window, 1)
    order = np.lexsort((rows, windows, hashes[rows]))
    rows, windows = rows[order], windows[order]
    centres = _starts(hashes[rows], windows)
    centre = rows[np.repeat(centres, np.diff(np.concatenate([centres, [len(rows)]])))]
    firsts = rows[centres]
    follows = hashes[firsts[1:]] == hashes[firsts[:-1]]
    one = np.concatenate([centre, firsts[:-1][follows]])
    other = np.concatenate([rows, firsts[1:][follows]])
    return one[one != other], other[one != other]
