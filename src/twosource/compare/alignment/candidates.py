"""Which statements of a story are held against each other: those that share telling words, a bounded number for each."""

from collections import defaultdict
from typing import Final

import numpy as np

from twosource.compare.alignment.bags import Rows
from twosource.compare.alignment.telling import Tellings

RAREST: Final = 12
"""Words of a statement, the rarest ones, by which others are proposed."""
NEAR: Final = 24
"""Statements that one word proposes; of more those whose words are most alike in the order of the alphabet."""
KEPT: Final = 16
"""Candidates of one statement, those that share most. Bounds like these keep the work even with a story's length."""
_NEIGHBOURS: Final = 24
"""Statements begun before one's end that are asked whether they overlap it."""


def candidate_pairs(tellings: Tellings) -> tuple[Rows, Rows, frozenset[int]]:
    """The pairs of rows to hold against each other: the lesser rows, the greater rows, and the rows with a full list.

    Each pair comes once, in the order of its rows. Which pairs are proposed depends on the statements alone, not on
    their order.
    """
    rows, places, full = _sharing(tellings)
    beside = np.array(sorted(_overlapping(tellings)), dtype=np.int64).reshape(-1, 2)
    left = np.concatenate([np.minimum(rows, places), beside[:, 0]])
    right = np.concatenate([np.maximum(rows, places), beside[:, 1]])
    keys = np.unique(left * len(tellings) + right)
    return keys // max(1, len(tellings)), keys % max(1, len(tellings)), full


def _sharing(tellings: Tellings) -> tuple[Rows, Rows, frozenset[int]]:
    """Rows, the rows that share most with them, and those that share words with more than are kept."""
    count = len(tellings)
    order = sorted(range(count), key=lambda row: (tellings.each[row].matter, tellings.each[row].statement.id))
    by_place = np.array(order, dtype=np.int64)
    place_of = np.argsort(by_place)
    asking, found, weight = _proposed(tellings, place_of)
    keys, which = np.unique(asking * count + found, return_inverse=True)
    shared = np.bincount(which, weights=weight)
    asking, found = keys // max(1, count), keys % max(1, count)
    best = np.lexsort((found, -shared, asking))
    asking, found = asking[best], found[best]
    held = np.bincount(asking, minlength=count)
    kept = np.arange(len(asking)) - (np.cumsum(held) - held)[asking] < KEPT
    return asking[kept], by_place[found[kept]], frozenset(np.flatnonzero(held > KEPT).tolist())


def _proposed(tellings: Tellings, place_of: Rows) -> tuple[Rows, Rows, Rows]:
    """Each row with the places of others that hold one of its rarest words, and what that word weighs."""
    stems = tellings.stems
    rows = np.repeat(np.arange(len(tellings)), stems.sizes)
    order = np.lexsort((place_of[rows], stems.members))  # the holders of each word, in the order of their words
    holders, spot = place_of[rows][order], np.argsort(order)
    sizes = np.bincount(stems.members, minlength=stems.kinds)
    begin = np.cumsum(sizes) - sizes
    asks = np.flatnonzero(np.arange(len(rows)) - stems.starts[rows] < RAREST)
    word = stems.members[asks]
    at = spot[asks] - begin[word]  # where the asking row itself stands among them
    first = begin[word] + np.clip(np.minimum(at - NEAR // 2, sizes[word] - NEAR), 0, None)
    near = np.minimum(sizes[word], NEAR)
    which = np.repeat(np.arange(len(asks)), near)
    found = holders[first[which] + np.arange(len(which)) - np.repeat(np.cumsum(near) - near, near)]
    asking, weight = rows[asks][which], tellings.stem_weights[word][which]
    other = found != place_of[asking]
    return asking[other], found[other], weight[other]


def _overlapping(tellings: Tellings) -> set[tuple[int, int]]:
    """Statements that stand in each other: a quotation, and the sentence that tells of it."""
    by_article: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for row, telling in enumerate(tellings.each):
        by_article[telling.article].append((telling.statement.start, telling.statement.end, row))
    found: set[tuple[int, int]] = set()
    for places in by_article.values():
        places.sort()
        for at, (start, _, row) in enumerate(places):
            for _, end, other in places[max(0, at - _NEIGHBOURS) : at]:
                if start < end:
                    found.add((min(row, other), max(row, other)))
    return found
