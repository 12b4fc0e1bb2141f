"""The couples of a story, each with how it stands among the others: ranks, leads and what stands around."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.compare.alignment.candidates import candidate_pairs
from twosource.compare.alignment.features import Couple, couple_of
from twosource.compare.alignment.telling import Telling, Weights
from twosource.text.story_index import StoryIndex

_Pair = tuple[int, int]
_Row = tuple[int, str]


def couples_in(tellings: Sequence[Telling], weights: Weights, index: StoryIndex) -> tuple[list[Couple], frozenset[int]]:
    """Lay side by side all statements that may tell the same.

    Returns:
        The couples, by the numbers of their statements; and the numbers of those that share words with more statements
        than they were laid beside. Both are empty for a story of fewer than two statements.
    """
    pairs, full = candidate_pairs(tellings, weights)
    couples = {(one, two): couple_of(tellings[one], tellings[two], weights, index) for one, two in pairs}
    nearness: dict[_Row, list[float]] = defaultdict(list)
    for (one, two), couple in couples.items():
        nearness[one, couple.right.article].append(couple.nearness)
        nearness[two, couple.left.article].append(couple.nearness)
    for values in nearness.values():
        values.sort()
    beside = _beside(tellings)
    return [_placed(pair, couple, nearness, couples, beside) for pair, couple in couples.items()], full


def _beside(tellings: Sequence[Telling]) -> dict[int, tuple[int, ...]]:
    """For each statement those right before and right behind it in its article."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_article[telling.article].append(telling)
    found: dict[int, tuple[int, ...]] = {}
    for held in by_article.values():
        rows = [each.row for each in sorted(held, key=lambda each: (each.statement.start, each.statement.id))]
        for at, row in enumerate(rows):
            found[row] = (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2])
    return found


def _placed(
    pair: _Pair,
    couple: Couple,
    nearness: Mapping[_Row, list[float]],
    couples: Mapping[_Pair, Couple],
    beside: Mapping[int, tuple[int, ...]],
) -> Couple:
    one, two = pair
    sides = (nearness[one, couple.right.article], nearness[two, couple.left.article])
    around = (couples.get((min(a, b), max(a, b))) for a in beside[one] for b in beside[two] if a != b)
    return replace(
        couple,
        ranks=(_rank(couple, sides[0]), _rank(couple, sides[1])),
        leads=(_lead(couple, sides[0]), _lead(couple, sides[1])),
        around=max((each.alike for each in around if each), default=0.0),
    )


def _rank(couple: Couple, values: Sequence[float]) -> int:
    """How many of the other article's statements are more like this side."""
    return len(values) - bisect_left(values, couple.nearness) - 1


def _lead(couple: Couple, values: Sequence[float]) -> float:
    """How far the other side is ahead of the next, or behind the first."""
    if couple.nearness < values[-1]:
        return couple.nearness - values[-1]
    return couple.nearness - (values[-2] if len(values) > 1 else 0.0)
