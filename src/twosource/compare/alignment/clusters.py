"""Statements that tell the same, gathered: the two groups whose members are most surely the same are joined first."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


class _Groups:
    """Groups of rows, and what is known between each two of them: the sum of chances and how many pairs these are of."""

    def __init__(
        self, chances: Mapping[Pair, float], articles: Sequence[str], unseen: Mapping[int, float], least: float
    ) -> None:
        rows = sorted({row for pair in chances for row in pair})
        self.members = {row: [row] for row in rows}
        self.articles = {row: Counter([articles[row]]) for row in rows}
        self.unseen = {row: unseen.get(row, 0.0) for row in rows}
        self.between: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        for (one, two), chance in sorted(chances.items()):
            if articles[one] == articles[two] and chance < least:
                continue
            self.between[one][two] = self.between[two][one] = (chance, 1)

    def chance(self, one: int, two: int) -> float:
        """How sure it is, on average over all pairs, that two groups tell the same.

        A pair that was not laid side by side has the lesser of both sides' chances for such pairs. That one article has
        two statements which are not alike speaks for nothing: it may give one remark in pieces.
        """
        total, known = self.between[one][two]
        sizes = len(self.members[one]), len(self.members[two])
        here, there = sorted((self.articles[one], self.articles[two]), key=len)
        apart = sizes[0] * sizes[1] - sum(count * there[article] for article, count in here.items())
        left = max(0, apart - known)
        return (total + left * min(self.unseen[one] / sizes[0], self.unseen[two] / sizes[1])) / (known + left)

    def join(self, one: int, two: int) -> list[int]:
        """Put the second group into the first; the groups that something is known of beside it."""
        self.members[one] += self.members.pop(two)
        self.articles[one] += self.articles.pop(two)
        self.unseen[one] += self.unseen.pop(two)
        for other, (total, known) in self.between.pop(two).items():
            del self.between[other][two]
            if other != one:
                held = self.between[one].get(other, (0.0, 0))
                self.between[one][other] = self.between[other][one] = (held[0] + total, held[1] + known)
        return list(self.between[one])


def clusters_of(
    chances: Mapping[Pair, float], articles: Sequence[str], unseen: Mapping[int, float], least: float
) -> list[list[int]]:
    """Gather rows by the chances of pairs.

    Args:
        chances: How sure it is that two rows tell the same, 0 to 1, by pairs with the lesser row first.
        articles: The article of each row.
        unseen: For rows that were not held against all others that share something with them: how sure it is that one
            of those others tells the same. 0 for rows that are not named.
        least: What the chance between two groups must be, on average over their pairs, for them to be joined.

    Returns:
        Groups of two rows or more, each sorted, in the order of their first rows. Every pair has a say in every join, so
        that no chain of likenesses ties what does not belong together. Source: average linkage (UPGMA; Sokal and
        Michener 1958).
    """
    groups = _Groups(chances, articles, unseen, least)
    heap = [(-chance, one, two, 1, 1) for (one, two), chance in chances.items() if chance >= least]
    heapify(heap)
    while heap:
        _, one, two, first, second = heappop(heap)
        if (len(groups.members.get(one, ())), len(groups.members.get(two, ()))) != (first, second):
            continue
        for other in groups.join(one, two):
            chance = groups.chance(one, other)
            if chance >= least:
                low, high = min(one, other), max(one, other)
                heappush(heap, (-chance, low, high, len(groups.members[low]), len(groups.members[high])))
    return sorted(sorted(rows) for rows in groups.members.values() if len(rows) > 1)
