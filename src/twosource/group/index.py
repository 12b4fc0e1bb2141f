"""The articles nearest to one, from an inverted index whose cost does not grow with the window."""

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from twosource.group.pairs import Seen, likeness

_ASKED_WORDS: Final = 48
_NEWEST: Final = 192
_ROUGH_FACTOR: Final = 3


class Index:
    """Which articles hold a word. Articles are known by number, in the order in which they came.

    An article is looked for by its weightiest words, and of each word only the newest holders are read: beyond a few
    hundred a word does not say which event it is about. So a look-up costs the same in any window.
    """

    def __init__(self) -> None:
        """Nothing is indexed."""
        self._holders: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int, one: Seen) -> None:
        """Take in an article; its number is above all numbers before."""
        for word in one.weights:
            self._holders[word].append(number)

    def drop(self, number: int, words: tuple[str, ...]) -> None:
        """Forget an article that left the window. The oldest leave first, so each list loses its head."""
        for word in words:
            holders = self._holders[word]
            holders.remove(number)
            if not holders:
                del self._holders[word]

    def near(self, one: Seen, most: int, ready: Callable[[int], Seen], but: int | None = None) -> list[int]:
        """The ``most`` nearest articles by the cosine of weighted words, the nearest first.

        Args:
            one: What is looked for.
            most: How many at most.
            ready: An indexed article by its number.
            but: A number to leave out.
        """
        rough: dict[int, float] = defaultdict(float)
        asked = sorted(one.weights, key=lambda word: (-one.weights[word], word))[:_ASKED_WORDS]
        for word in asked:
            weight = one.weights[word] ** 2
            for number in self._holders.get(word, ())[-_NEWEST:]:
                rough[number] += weight
        rough.pop(-1 if but is None else but, None)
        first = sorted(rough, key=lambda number: (-rough[number], -number))[: most * _ROUGH_FACTOR]
        close = {number: likeness(one, ready(number)) for number in first}
        return sorted(first, key=lambda number: (-close[number], -number))[:most]
