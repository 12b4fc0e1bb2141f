"""Statements gathered around the fullest one that says the same: every member is checked against it, no chains."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from twosource.compare.points.speech import Bond, Said, bond
from twosource.settings import Settings
from twosource.text.story_index import StoryIndex

_PROPOSE = 0.4  # share of the lighter statement's weight that has to be met before the words are aligned
_RAREST = 12  # words of a statement by which others are proposed
_COMMON = 200  # statements: a word in more of them proposes nothing
_NEIGHBOURS = 24  # statements begun before one's end that are asked whether they overlap it
_LOOKED_AT = 12  # candidates aligned for one statement


@dataclass(slots=True)
class Circle:
    """Statements that say the same thing as ``centre``, each with the bond that ties it there."""

    centre: Said
    members: list[tuple[Said, Bond]] = field(default_factory=list)

    @property
    def all(self) -> list[Said]:
        """The centre first, then the others as they were met."""
        return [self.centre, *(member for member, _ in self.members)]


class _Centres:
    """Centres by the words they hold."""

    def __init__(self, weight: Mapping[str, float]) -> None:
        self.weight = weight
        self.circles: list[Circle] = []
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_article: dict[str, list[tuple[int, int]]] = defaultdict(list)  # where a centre begins, and which
        self._mass: list[float] = []

    def add(self, one: Said) -> None:
        """A new centre."""
        for stem in set(one.matter):
            self._by_stem[stem].append(len(self.circles))
        insort(self._by_article[one.statement.article], (one.statement.start, len(self.circles)))
        self.circles.append(Circle(one))
        self._mass.append(sum(self.weight[stem] for stem in set(one.matter)))

    def near(self, one: Said) -> list[int]:
        """Centres that share most of the rarest words, the best first."""
        stems = sorted(set(one.matter), key=lambda stem: (len(self._by_stem.get(stem, ())), stem))
        shared: dict[int, float] = defaultdict(float)
        for stem in stems[:_RAREST]:
            holders = self._by_stem.get(stem, ())
            if len(holders) <= _COMMON:
                for at in holders:
                    shared[at] += self.weight[stem]
        own = sum(self.weight[stem] for stem in stems[:_RAREST])
        met = [(at, mass) for at, mass in shared.items() if mass >= _PROPOSE * min(own, self._mass[at])]
        best = [at for at, _ in nsmallest(_LOOKED_AT, met, key=lambda each: (-each[1], each[0]))]
        return best + [at for at in self._same_place(one) if at not in best]

    def _same_place(self, one: Said) -> list[int]:
        """Centres that overlap the statement in its own article: they begin before its end, not far before."""
        begun = self._by_article[one.statement.article]
        upto = bisect_left(begun, (one.statement.end, 0))
        near = (at for _, at in begun[max(upto - _NEIGHBOURS, 0) : upto])
        return sorted(at for at in near if self.circles[at].centre.statement.span.overlaps(one.statement.span))


def gather(every: Sequence[Said], weight: Mapping[str, float], index: StoryIndex, settings: Settings) -> list[Circle]:
    """Gather statements that say the same thing.

    Each statement joins the centre it is tied to most strongly, or becomes a centre. The order in which they are
    taken is their own (``Said.rank``), so the order of the articles changes nothing.

    Returns:
        One circle a thing said, single ones too; empty if there are no statements.
    """
    centres = _Centres(weight)
    for one in sorted(every, key=lambda each: each.rank):
        bonds = [(bond(centres.circles[at].centre, one, weight, index, settings), at) for at in centres.near(one)]
        found = [(tie.strength, -at, tie) for tie, at in bonds if tie]
        if found:
            _, at, tie = max(found, key=lambda each: each[:2])
            centres.circles[-at].members.append((one, tie))
        else:
            centres.add(one)
    return centres.circles
