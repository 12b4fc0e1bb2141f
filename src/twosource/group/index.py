"""The articles nearest to one, from an inverted index whose cost and size do not grow with what came before."""

from array import array
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

ASKED_WORDS: Final = 48
NEWEST: Final = 192
"""Of each word so many holders are read: beyond a few hundred a word does not say which event it is about."""
_WORTH: Final = 0.25
Holders: TypeAlias = "tuple[array[int], array[float]]"


class Index:
    """Which articles hold a word, and what it weighs in them. Articles are known by number, in order of arrival.

    An article is looked for by its weightiest words, and of each word only the newest holders are kept. So a look-up
    costs the same in any window.
    """

    def __init__(self, held: "dict[int, Holders] | None" = None, size: int = 0) -> None:
        """Begin with the newest holders of words, in order of arrival, and what the words weigh in them.

        Args:
            held: By the key of the word; nothing is indexed if None.
            size: A number above all of theirs.
        """
        self._held = held or {}
        self._there = np.ones(max(2 * size, 1 << 10), bool)

    def add(self, number: int, words: NDArray[Any]) -> None:
        """Take in an article's words, rows of ``THING``; its number is above all numbers before."""
        if number >= len(self._there):
            self._there = np.concatenate([self._there, np.ones(number, bool)])
        held = self._held
        for word, weight in zip(words["key"].tolist(), words["weight"].tolist(), strict=True):
            found = held.get(word)
            if found is None:
                found = held[word] = (array("i"), array("f"))
            found[0].append(number)
            found[1].append(weight)
            if len(found[0]) > 2 * NEWEST:
                del found[0][:-NEWEST], found[1][:-NEWEST]

    def drop(self, numbers: int | slice) -> None:
        """Never find these again."""
        self._there[numbers] = False

    def near(self, words: NDArray[Any], most: int, but: int | None = None) -> list[int]:
        """The ``most`` nearest articles by the cosine of weighted words, the nearest first.

        Those far less alike than the nearest are left out.

        Args:
            words: Those of the article that is looked for, rows of ``THING``.
            most: How many at most.
            but: A number to leave out.
        """
        holders, values, sizes, weights = array("i"), array("f"), [], []
        for word, weight in asked(words):
            found = self._held.get(word)
            if found is not None:
                holders.extend(found[0][-NEWEST:])
                values.extend(found[1][-NEWEST:])
                sizes.append(min(len(found[0]), NEWEST))
                weights.append(weight)
        if not sizes:
            return []
        numbers = np.frombuffer(holders, np.int32)
        first = int(numbers.min())
        spread = np.repeat(np.array(weights, np.float32), sizes)
        alike = np.bincount(numbers - first, np.frombuffer(values, np.float32) * spread)
        alike[~self._there[first : first + len(alike)]] = 0
        if but is not None and 0 <= but - first < len(alike):
            alike[but - first] = 0
        near = np.flatnonzero((alike > 0) & (alike >= _WORTH * alike.max()))
        order = np.lexsort((-near, -alike[near]))[:most]
        return [int(number) for number in near[order] + first]


def asked(words: NDArray[Any]) -> Sequence[tuple[int, float]]:
    """The words by which an article is looked for, the weightiest first, and what they weigh."""
    weights = words["weight"]
    chosen = words[np.lexsort((-np.arange(len(words)), -weights))[:ASKED_WORDS]]
    return list(zip(chosen["key"].tolist(), chosen["weight"].tolist(), strict=True))
