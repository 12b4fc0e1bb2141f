"""The articles nearest to one, from an inverted index whose cost does not grow with the window."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from itertools import islice
from typing import Final

from twosource.group.pairs import Seen

_ASKED_WORDS: Final = 48
_NEWEST: Final = 192
_WORTH: Final = 0.25


class Index:
    """Which articles hold a word, and what it weighs in them. Articles are known by number, in order of arrival.

    An article is looked for by its weightiest words, and of each word only the newest holders are read: beyond a few
    hundred a word does not say which event it is about. So a look-up costs the same in any window.
    """

    def __init__(self) -> None:
        """Nothing is indexed."""
        self._holders: dict[str, array[int]] = {}
        self._weights: dict[str, array[float]] = {}
        self._live: set[int] = set()
        self._gone: dict[int, int] = {}

    def add(self, number: int, one: Seen) -> None:
        """Take in an article; its number is above all numbers before."""
        self._live.add(number)
        for word, weight in one.weights.items():
            if word not in self._holders:
                self._holders[word], self._weights[word] = array("l"), array("f")
            self._holders[word].append(number)
            self._weights[word].append(weight)

    def drop(self, number: int, words: tuple[str, ...]) -> None:
        """Forget an article that left the window. One in the middle of a list goes when those before it have gone."""
        self._live.discard(number)
        inside = 0
        for word in words:
            holders = self._holders.get(word)
            if holders is None:
                continue
            dead = next((row for row, holder in enumerate(holders) if holder in self._live), len(holders))
            for gone in holders[:dead]:
                self._forget(gone)
            inside += not dead
            if dead:
                del self._holders[word][:dead], self._weights[word][:dead]
            if not self._holders[word]:
                del self._holders[word], self._weights[word]
        if inside:
            self._gone[number] = inside

    def _forget(self, number: int) -> None:
        """One list less holds a dropped article."""
        if number in self._gone:
            self._gone[number] -= 1
            if not self._gone[number]:
                del self._gone[number]

    def near(self, one: Seen, most: int, but: int | None = None) -> list[int]:
        """The ``most`` nearest articles by the cosine of weighted words, the nearest first.

        Those far less alike than the nearest are left out.

        Args:
            one: What is looked for.
            most: How many at most.
            but: A number to leave out.
        """
        alike: dict[int, float] = defaultdict(float)
        for word in nlargest(_ASKED_WORDS, one.weights, key=lambda word: (one.weights[word], word)):
            weight = one.weights[word]
            for number, other in self._newest(word):
                alike[number] += weight * other
        alike.pop(-1 if but is None else but, None)
        if not alike:
            return []
        least = _WORTH * max(alike.values())
        found = sorted((number for number, value in alike.items() if value >= least), key=lambda n: (-alike[n], -n))
        return found[:most]

    def _newest(self, word: str) -> Iterable[tuple[int, float]]:
        """The newest holders of a word with its weight in them."""
        holders = self._holders.get(word)
        if holders is None:
            return ()
        if not self._gone:
            return zip(holders[-_NEWEST:], self._weights[word][-_NEWEST:], strict=True)
        pairs = zip(reversed(holders), reversed(self._weights[word]), strict=True)
        return islice((pair for pair in pairs if pair[0] in self._live), _NEWEST)
