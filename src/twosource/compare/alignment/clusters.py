"""Statements that tell the same, gathered: the two groups whose members are most surely the same are joined first."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush
from itertools import chain, pairwise
from typing import Final

_ROUNDED: Final = 1e-9
"""What an average of chances may be off by as it is computed."""
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a story's rows."""

    # How sure it is that two rows tell the same, 0 to 1, by pairs with the lesser row first.
    chances: Mapping[Pair, float]
    articles: Sequence[str]  # the article of each row
    # For rows that were not held against all others that share something with them: how sure it is that one of those
    # others tells the same. 0 for rows that are not named.
    unseen: Mapping[int, float] = field(default_factory=dict)
    # Rows that are quotations. Two of one article that have not the same words are two remarks: they are never
    # joined, but as cuts of one.
    remarks: Collection[int] = ()
    # For rows that others are cuts of, these, in groups: each group is one remark. They are joined before all else; a
    # row that holds several remarks stands in the cluster of each.
    cuts: Mapping[int, list[list[int]]] = field(default_factory=dict)


class _Groups:
    """Groups of rows, and what is known between each two of them: the sum of chances, of how many pairs, how many of one article."""

    def __init__(self, known: Known, rows: Iterable[int], least: float) -> None:
        rows, articles, chances = sorted(rows), known.articles, known.chances
        bits = {article: 1 << place for place, article in enumerate(sorted({articles[row] for row in rows}))}
        self.chances, self.least, self._nearly = chances, least, least - _ROUNDED
        self.members = {row: [row] for row in rows}
        self.articles = {row: bits[articles[row]] for row in rows}
        self.counted = {row: Counter([bits[articles[row]]]) for row in rows}
        self.remarks = {row: {articles[row]: [row]} if row in known.remarks else {} for row in rows}
        self.unseen = {row: known.unseen.get(row, 0.0) for row in rows}
        self.between: dict[int, dict[int, tuple[float, int, int]]] = defaultdict(dict)
        for (one, two), chance in sorted(chances.items()):
            beside = int(articles[one] == articles[two])
            self.between[one][two] = self.between[two][one] = (chance, 1, beside)

    def chance(self, one: int, two: int) -> float:
        """How sure it is, on average over all pairs, that two groups tell the same.

        A pair that was not laid side by side has the lesser of both sides' chances for such pairs. Two statements of one
        article that have too little in common to be laid side by side speak for nothing: it may give one remark in
        pieces. Those that were laid side by side have their say, or an article's sentences about one ship gather
        around whatever other articles say of that ship.
        """
        total, known, inside = self.between[one][two]
        sizes = len(self.members[one]), len(self.members[two])
        left = max(0, sizes[0] * sizes[1] - self.beside(one, two) - known + inside)
        return (total + left * min(self.unseen[one] / sizes[0], self.unseen[two] / sizes[1])) / (known + left)

    def size(self, group: int) -> int:
        """How many rows a group has; 0 for one that was put into another."""
        return len(self.members.get(group, ()))

    def ties(self, one: int, others: Iterable[int]) -> Iterator[tuple[float, int, int, int, int]]:
        """With which others a group can be joined: the surest first in order, both groups, and how large they are."""
        for other in others:
            chance = self.chance(one, other) if self._may_tie(one, other) else 0.0
            if chance >= self.least:
                low, high = min(one, other), max(one, other)
                yield -chance, low, high, len(self.members[low]), len(self.members[high])

    def _may_tie(self, one: int, two: int) -> bool:
        """Whether what is known of the pairs of two groups, or else what is thought of the others, is enough for a tie."""
        total, known, _ = self.between[one][two]
        return total >= self._nearly * known or self.unseen[one] >= self._nearly * len(self.members[one])

    def beside(self, one: int, two: int) -> int:
        """How many pairs of the two groups stand in one article."""
        shared = self.articles[one] & self.articles[two]
        if not shared:
            return 0
        here, there = sorted((self.counted[one], self.counted[two]), key=len)
        return sum(count * there[article] for article, count in here.items() if article & shared)

    def two_remarks(self, one: int, two: int) -> bool:
        """Whether one article quotes something in both groups, and not the same words: two remarks."""
        here, there = sorted((self.remarks[one], self.remarks[two]), key=len)
        return any(
            self.chances.get((min(a, b), max(a, b)), 0.0) < 1.0
            for article, rows in here.items()
            for a in rows
            for b in there.get(article, ())
        )

    def join(self, one: int, two: int) -> list[int]:
        """Put the second group into the first; the groups that something is known of beside it."""
        for article, rows in self.remarks.pop(two).items():
            self.remarks[one].setdefault(article, []).extend(rows)
        self.members[one] += self.members.pop(two)
        self.articles[one] |= self.articles.pop(two)
        self.counted[one].update(self.counted.pop(two))
        self.unseen[one] += self.unseen.pop(two)
        for other, found in self.between.pop(two, {}).items():
            del self.between[other][two]
            if other != one:
                held = self.between[one].get(other, (0.0, 0, 0))
                both = (held[0] + found[0], held[1] + found[1], held[2] + found[2])
                self.between[one][other] = self.between[other][one] = both
        return list(self.between[one])


def clusters_of(known: Known, least: float) -> list[list[int]]:
    """Gather rows by the chances of pairs: two groups are joined where it is, on average over their pairs, at least ``least``.

    Returns:
        Groups of two rows or more, each sorted, in the order of their first rows; a row that holds several remarks is in
        several groups. Every pair has a say in every join, so that no chain of likenesses ties what does not belong
        together. Source: average linkage (UPGMA; Sokal and Michener 1958).
    """
    several = _several(known.cuts)
    rows = {*chain.from_iterable(known.chances), *chain.from_iterable(map(_rows_of, known.cuts.items()))} - {*several}
    chances = {pair: chance for pair, chance in known.chances.items() if rows.issuperset(pair)}
    groups = _Groups(replace(known, chances=chances), rows, least)
    _put_together(groups, known.cuts)
    _join_the_surest(groups)
    home = {row: group for group, rows in groups.members.items() for row in rows}
    beside = [
        (one, home[two]) for pair in known.chances for one, two in (pair, pair[::-1]) if one in several and two in home
    ]
    told = {(whole, group) for whole, group in {*beside} if _tells(whole, group, groups, known)}
    for whole, group in told | {(whole, home[row]) for whole, remarks in several.items() for row in remarks}:
        groups.members[group].append(whole)
    return sorted(sorted(rows) for rows in groups.members.values() if len(rows) > 1)


def _rows_of(cuts: tuple[int, list[list[int]]]) -> Iterator[int]:
    """A row and its cuts."""
    yield cuts[0]
    yield from chain.from_iterable(cuts[1])


def _join_the_surest(groups: _Groups) -> None:
    """Join groups as long as two of them are sure enough to tell the same, the surest first."""
    heap = [each for one, beside in groups.between.items() for each in groups.ties(one, (b for b in beside if one < b))]
    heapify(heap)
    while heap:
        _, one, two, first, second = heappop(heap)
        grown = (groups.size(one), groups.size(two)) != (first, second)
        if grown or groups.two_remarks(one, two):
            continue
        for tie in groups.ties(one, groups.join(one, two)):
            heappush(heap, tie)


def _several(cuts: Mapping[int, list[list[int]]]) -> dict[int, list[int]]:
    """Rows that hold several remarks, each with a row or more of each; so does what has such a row for a cut."""
    found: dict[int, list[int]] = {}

    def told_by(row: int) -> list[int]:
        """The rows that tell what a row tells: itself, if it holds one remark."""
        held = [told_by(cut) for remark in cuts.get(row, ()) for cut in remark]
        if len(cuts.get(row, ())) > 1 or any(len(told) > 1 for told in held):
            found[row] = sorted({*chain.from_iterable(held)})
        return found.get(row, [row])

    for whole in sorted(cuts):
        told_by(whole)
    return found


def _tells(whole: int, group: int, groups: _Groups, known: Known) -> bool:
    """Whether a row that holds several remarks is sure enough to tell what each of a group tells."""
    pairs = ((min(whole, row), max(whole, row)) for row in groups.members[group])
    return all(known.chances.get(pair, 0.0) >= groups.least for pair in pairs)


def _put_together(groups: _Groups, cuts: Mapping[int, list[list[int]]]) -> None:
    """Join cuts with what they are cuts of, and cuts of one remark with each other; what holds several remarks is none of the groups."""
    home = {row: row for row in groups.members}
    remarks = [[whole, *remark] for whole, held in sorted(cuts.items()) for remark in held]
    for remark in remarks:
        told = [row for row in remark if row in home]
        for one, two in pairwise(told):
            _unite(groups, home, one, two)


def _unite(groups: _Groups, home: dict[int, int], one: int, two: int) -> None:
    """Join the groups of two rows, where these are two."""
    first, second = home[one], home[two]
    if first != second:
        home.update(dict.fromkeys(groups.members[second], first))
        groups.join(first, second)
