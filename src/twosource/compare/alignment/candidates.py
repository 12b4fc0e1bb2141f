"""Which statements of a story are held against each other: those that share telling words, a bounded number for each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from typing import Final

from twosource.compare.alignment.telling import Telling, Weights

RAREST: Final = 12
"""Words of a statement, the rarest ones, by which others are proposed."""
NEAR: Final = 64
"""Statements that one word proposes; of more those whose words are most alike in the order of the alphabet."""
KEPT: Final = 40
"""Candidates of one statement, those that share most. Bounds like these keep the work even with a story's length."""
_NEIGHBOURS: Final = 24
"""Statements begun before one's end that are asked whether they overlap it."""


def candidate_pairs(tellings: Sequence[Telling], weights: Weights) -> tuple[list[tuple[int, int]], frozenset[int]]:
    """The pairs of rows to hold against each other, each once, the lesser row first; and the rows with a full list.

    Which pairs are proposed depends on the statements alone, not on their order.
    """
    order = sorted(range(len(tellings)), key=lambda row: (tellings[row].said.matter, tellings[row].statement.id))
    rank = {row: place for place, row in enumerate(order)}
    holders: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(order):
        for stem in tellings[row].stems:
            holders[stem].append(place)
    pairs: set[tuple[int, int]] = set(_overlapping(tellings))
    full: set[int] = set()
    for row, telling in enumerate(tellings):
        shared: dict[int, float] = defaultdict(float)
        for stem in sorted(telling.stems, key=lambda each: (len(holders[each]), each))[:RAREST]:
            for place in _near(holders[stem], rank[row]):
                shared[place] += weights.stems[stem]
        shared.pop(rank[row], None)
        kept = nlargest(KEPT, shared, key=lambda place: (shared[place], -place))
        if len(shared) > KEPT:
            full.add(row)
        pairs |= {(min(row, order[place]), max(row, order[place])) for place in kept}
    return sorted(pairs), frozenset(full)


def _near(places: Sequence[int], place: int) -> Sequence[int]:
    """The nearest of those that hold a word, in the order of their words."""
    if len(places) <= NEAR:
        return places
    at = bisect_left(places, place)
    first = max(0, min(at - NEAR // 2, len(places) - NEAR))
    return places[first : first + NEAR]


def _overlapping(tellings: Sequence[Telling]) -> set[tuple[int, int]]:
    """Statements that stand in each other: a quotation, and the sentence that tells of it."""
    by_article: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for row, telling in enumerate(tellings):
        by_article[telling.article].append((telling.statement.start, telling.statement.end, row))
    found: set[tuple[int, int]] = set()
    for places in by_article.values():
        places.sort()
        for at, (start, _, row) in enumerate(places):
            for _, end, other in places[max(0, at - _NEIGHBOURS) : at]:
                if start < end:
                    found.add((min(row, other), max(row, other)))
    return found
