"""Where two articles have a few words in a row in common: the places at which a closer look pays."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np
import numpy.typing as npt

from twosource.compare.passages.readings import Reading
from twosource.settings import Settings

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words in a row that are the same: from ``left`` in one article and ``right`` in the other, ``length`` words."""

    left: int
    right: int
    length: int


def find_runs(readings: Sequence[Reading], settings: Settings) -> dict[tuple[int, int], list[Run]]:
    """For each two articles that share a gram, all runs of words they share; the articles are in the order of time.

    A gram links every article that has it with the first few that have it, so that a hundred reprints of one text,
    or a formula that all use, cost a fixed number of looks an article and not one for every two.

    Returns:
        Runs sorted by place, under the rows of the two articles, the smaller first. Two that share nothing are absent,
        and so is an earlier article that shares fewer words with the later one than ``passage_partners`` others do.
    """
    hashes, articles, places = _grams(readings, settings)
    first = _group_starts(hashes)
    found: dict[tuple[int, int], list[Run]] = defaultdict(list)
    rank = np.arange(len(hashes)) - first
    pairs: list[tuple[Rows, Rows]] = []
    for holder in range(settings.passage_holders):
        later = np.flatnonzero(rank > holder)
        pairs.append((first[later] + holder, later))
    left = np.concatenate([one for one, _ in pairs]) if pairs else np.zeros(0, dtype=np.int64)
    right = np.concatenate([other for _, other in pairs]) if pairs else left
    apart = articles[left] != articles[right]
    left, right = left[apart], right[apart]
    for one, other, start, begin, length in _runs(articles[left], articles[right], places[left], places[right]):
        found[one, other].append(Run(start, begin, length + settings.passage_seed_words - 1))
    near = _nearest(found, [len(reading) for reading in readings], settings)
    return {pair: sorted(runs) for pair, runs in sorted(found.items()) if pair in near}


def _nearest(
    found: Mapping[tuple[int, int], Sequence[Run]], words: Sequence[int], settings: Settings
) -> set[tuple[int, int]]:
    """For each article, the pairs with the earlier ones that it shares most words with; of equals, the earliest.

    No more than ``passage_partners``, and no more once these have so many of its words that it was compared with earlier
    wording ``passage_times`` over: the twentieth copy of one text is compared with some of the others, not with all.
    """
    earlier: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (left, right), runs in found.items():
        earlier[right].append((-sum(run.length for run in runs), left))
    near: set[tuple[int, int]] = set()
    for right, every in earlier.items():
        left_over = settings.passage_times * words[right]
        for shared, left in nsmallest(settings.passage_partners, every):
            if left_over <= 0:
                break
            near.add((left, right))
            left_over += shared
    return near


def _grams(readings: Sequence[Reading], settings: Settings) -> tuple[npt.NDArray[np.uint64], Rows, Rows]:
    """All grams that say something, sorted by hash, article and place; each a few times an article at most."""
    hashes, articles, places = [], [], []
    for row, reading in enumerate(readings):
        grams = reading.grams(settings.passage_seed_words)
        if not len(grams):
            continue
        weights = np.convolve(np.array(reading.weights), np.ones(settings.passage_seed_words), "valid")
        telling = np.flatnonzero(weights[: len(grams)] >= settings.passage_seed_weight)
        hashes.append(grams[telling])
        articles.append(np.full(len(telling), row, dtype=np.int64))
        places.append(telling.astype(np.int64))
    if not hashes:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    gram, article, place = np.concatenate(hashes), np.concatenate(articles), np.concatenate(places)
    order = np.lexsort((place, article, gram))
    gram, article, place = gram[order], article[order], place[order]
    same = np.concatenate([[False], (gram[1:] == gram[:-1]) & (article[1:] == article[:-1])])
    begin = np.maximum.accumulate(np.where(same, 0, np.arange(len(gram))))
    kept = np.arange(len(gram)) - begin < settings.passage_repeats
    return gram[kept], article[kept], place[kept]


def _group_starts(hashes: npt.NDArray[np.uint64]) -> Rows:
    """For each row, the first row with the same hash."""
    fresh = np.concatenate([[True], hashes[1:] != hashes[:-1]]) if len(hashes) else np.zeros(0, dtype=bool)
    return np.maximum.accumulate(np.where(fresh, np.arange(len(hashes)), 0)).astype(np.int64)


def _runs(one: Rows, other: Rows, start: Rows, begin: Rows) -> list[tuple[int, int, int, int, int]]:
    """Shared grams that follow each other in both articles, put together: (article, article, place, place, grams)."""
    if not len(one):
        return []
    order = np.lexsort((start, begin - start, other, one))
    one, other, start, begin = one[order], other[order], start[order], begin[order]
    joined = (one[1:] == one[:-1]) & (other[1:] == other[:-1])
    joined &= (start[1:] - start[:-1] == 1) & (begin[1:] - begin[:-1] == 1)
    heads = np.flatnonzero(np.concatenate([[True], ~joined]))
    lengths = np.diff(np.concatenate([heads, [len(one)]]))
    columns = (one[heads], other[heads], start[heads], begin[heads], lengths)
    return [(a, b, i, j, n) for a, b, i, j, n in zip(*(column.tolist() for column in columns), strict=True)]
