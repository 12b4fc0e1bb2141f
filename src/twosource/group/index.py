"""The articles nearest to one, from an inverted index whose cost does not grow with the window."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

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
        self._held: dict[str, tuple[array[int], array[float]]] = {}

    def add(self, number: int, words: Sequence[str], weights: NDArray[np.float32]) -> None:
        """Take in an article with what its words weigh; its number is above all numbers before."""
        held = self._held
        for word, weight in zip(words, weights.tolist(), strict=True):
            found = held.get(word)
            if found is None:
                found = held[word] = (array("i"), array("f"))
            found[0].append(number)
            found[1].append(weight)

    def drop(self, number: int, words: Sequence[str]) -> None:
        """Forget an article that left the window, with the words it was added with."""
        for word in words:
            numbers, weights = self._held[word]
            row = bisect_left(numbers, number)
            del numbers[row], weights[row]
            if not numbers:
                del self._held[word]

    def near(self, words: Sequence[str], weights: NDArray[np.float32], most: int, but: int | None = None) -> list[int]:
        """The ``most`` nearest articles by the cosine of weighted words, the nearest first.

        Those far less alike than the nearest are left out.

        Args:
            words: Those of the article that is looked for, sorted.
            weights: What each of them weighs.
            most: How many at most.
            but: A number to leave out.
        """
        holders, values, sizes, asked = array("i"), array("f"), [], []
        for row in np.lexsort((-np.arange(len(words)), -weights))[:_ASKED_WORDS].tolist():
            found = self._held.get(words[row])
            if found is not None:
                holders.extend(found[0][-_NEWEST:])
                values.extend(found[1][-_NEWEST:])
                sizes.append(min(len(found[0]), _NEWEST))
                asked.append(row)
        if not asked:
            return []
        numbers = np.frombuffer(holders, np.int32)
        first = int(numbers.min())
        alike = np.bincount(numbers - first, np.frombuffer(values, np.float32) * np.repeat(weights[asked], sizes))
        if but is not None and 0 <= but - first < len(alike):
            alike[but - first] = 0
        near = np.flatnonzero((alike > 0) & (alike >= _WORTH * alike.max()))
        order = np.lexsort((-near, -alike[near]))[:most]
        return [int(number) for number in near[order] + first]
