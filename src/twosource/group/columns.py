"""Articles as columns of numbers, so that one is compared with many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.group.coded import Coded, Facts

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Matches:
    """The things that an article shares with others, one a place in each of these."""

    other: Numbers  # which of the others, from 0, never falling
    mine: NDArray[np.uint16]  # roles of the thing in the one article
    theirs: NDArray[np.uint16]  # its roles in the other
    rarity: NDArray[np.float64]  # how rare a word is; 0 for other things
    weight: NDArray[np.float64]  # what a word weighs in the one article; 0 for other things
    weighs: NDArray[np.float64]  # what it weighs in the other


class Columns:
    """Articles by number, their words and things numbered as in a common list."""

    def __init__(self) -> None:
        """No article yet."""
        self._coded: dict[int, Coded] = {}
        self._things: dict[int, tuple[NDArray[np.int32], NDArray[np.uint16], NDArray[np.float32]]] = {}
        self._known: dict[int, int] = {}
        self._asked = np.zeros(1 << 12, np.int16)

    def __contains__(self, number: int) -> bool:
        """Whether an article is there."""
        return number in self._coded

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._coded)

    def add(self, number: int, coded: Coded) -> None:
        """Take in an article under a number."""
        known, things = self._known, coded.things
        ids = np.array([known.setdefault(key, len(known)) for key in things["key"].tolist()], np.int32)
        self._coded[number] = coded
        self._things[number] = ids, things["role"].copy(), things["weight"].copy()
        if len(known) > len(self._asked):
            self._asked = np.zeros(2 * len(known), np.int16)

    def drop(self, number: int) -> None:
        """Forget an article. Its words stay known."""
        del self._coded[number], self._things[number]

    def coded(self, number: int) -> Coded:
        """An article as it was taken in."""
        return self._coded[number]

    def facts(self, numbers: Sequence[int]) -> Facts[NDArray[np.float64]]:
        """The facts of articles, in their order."""
        return Facts(*np.array([self._coded[number].facts for number in numbers]).T.copy())

    def matches(self, number: int, others: Sequence[int]) -> Matches:
        """What an article shares with each of the others."""
        asked, (own, roles, weights) = self._asked, self._things[number]
        things, their_roles, their_weights = zip(*(self._things[other] for other in others), strict=True)
        asked[own] = np.arange(1, len(own) + 1)
        found = asked[np.concatenate(things)]
        asked[own] = 0
        hits = np.flatnonzero(found)
        here = found[hits] - 1
        return Matches(
            other=np.searchsorted(np.cumsum([*map(len, things)]), hits, side="right"),
            mine=roles[here],
            theirs=np.concatenate(their_roles)[hits],
            rarity=self._coded[number].things["rarity"][here],
            weight=weights[here].astype(np.float64),
            weighs=np.concatenate(their_weights)[hits].astype(np.float64),
        )

    def runs_shared(self, number: int, others: Sequence[int]) -> Numbers:
        """How many runs of words an article shares with each of the others."""
        own, theirs = self._coded[number].runs, [self._coded[other].runs for other in others]
        if not len(own):
            return np.zeros(len(others), np.int64)
        runs = np.concatenate(theirs)
        at = np.minimum(np.searchsorted(own, runs), len(own) - 1)
        hits = np.flatnonzero(own[at] == runs)
        behind = np.cumsum([len(one) for one in theirs])
        return np.bincount(np.searchsorted(behind, hits, side="right"), minlength=len(others))
