"""Whether the articles of a story hang together by what they say."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from twosource.model import Article, Point

# Of sixty articles of six events one claim in seventeen was joined across events, and as a chain tied them all; of two
# claims that the same two articles make, hardly any. Two or three articles make few claims, and one ties them.
_FEW: Final = 3
_CLAIMS: Final = 2


def all_tied(points: Sequence[Point], articles: Sequence[Article]) -> bool:
    """Whether every article makes two claims that another one makes, and so on until all are reached; true of no articles.

    Of three articles at most one claim is enough.
    """
    needed = 1 if len(articles) <= _FEW else _CLAIMS
    shared = Counter(pair for point in points for pair in combinations(sorted(set(point.standing.articles)), 2))
    ties = [set(pair) for pair, times in shared.items() if times >= needed]
    reached = {article.id for article in articles[:1]}
    while True:
        more = {name for pair in ties if pair & reached for name in pair} - reached
        if not more:
            return len(reached) == len(articles)
        reached |= more
