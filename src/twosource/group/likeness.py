"""Which articles are near one, and how each two compare: what follows from the articles alone, whatever story they are in."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from twosource.group.coded import coded
from twosource.group.columns import Columns
from twosource.group.index import Index
from twosource.group.pairs import compare
from twosource.group.table import Table, table
from twosource.group.traits import Traits

_ODDS: Final = 200_000
_DIGITS: Final = 9  # of odds: what processors add up differently is rounded away
_OTHER_FACTS: Final = -3.0
"""The odds, at most, of two reports of one form with other facts: what they share is the form."""


def pair_odds(columns: Columns, one: int, others: Sequence[int], weights: Table | None = None) -> list[float]:
    """The logarithm of the odds that an article tells of one event with each of others."""
    if not others:
        return []
    pairs = compare(columns, one, others)
    found = (weights or table()).odds(pairs.features, pairs.dated)
    rounded: list[float] = np.round(np.where(pairs.form, np.minimum(found, _OTHER_FACTS), found), _DIGITS).tolist()
    return rounded


class Likeness:
    """Articles by number, in order of arrival, each with the nearest of those that came before.

    What is kept of pairs can be made again, and is made again where it was thrown away; so nothing here depends on what
    was asked before.
    """

    def __init__(self, most: int, weights: Table | None = None) -> None:
        """No article yet.

        Args:
            most: How many are near an article at most.
            weights: Another table than the package's.
        """
        self._most = most
        self._weights = weights
        self._columns = Columns()
        self._index = Index()
        self._traits: dict[int, Traits] = {}
        self._near: dict[int, list[int]] = {}
        self._odds: dict[tuple[int, int], float] = {}
        self._next = 0

    def take(self, traits: Traits, *, silent: bool) -> int:
        """Take in an article, and return its number; a ``silent`` one is never near another."""
        number, made = self._next, coded(traits)
        self._next += 1
        self._traits[number] = traits
        self._columns.add(number, made)
        self._near[number] = self._index.near(made.words, self._most)
        if not silent:
            self._index.add(number, made.words)
        return number

    def drop(self, number: int) -> None:
        """Forget an article."""
        del self._near[number], self._traits[number]
        self._index.drop(number)
        self._columns.drop(number)

    def traits(self, number: int) -> Traits:
        """An article's traits."""
        return self._traits[number]

    def near(self, number: int) -> Sequence[int]:
        """The articles nearest to one when it came, the nearest first; some may be forgotten by now."""
        return self._near[number]

    def all_odds(self, one: int, others: Sequence[int]) -> list[float]:
        """The logarithm of the odds that an article tells of one event with each of others."""
        if len(self._odds) >= _ODDS:
            self._odds.clear()
        known = self._odds
        keys = [(one, other) if one < other else (other, one) for other in others]
        new = {key: other for key, other in zip(keys, others, strict=True) if key not in known}
        if new:
            self._learn(one, new)
        return [known[key] for key in keys]

    def _learn(self, one: int, new: dict[tuple[int, int], int]) -> None:
        """Find the odds of pairs, given with the other article of each."""
        self._odds.update(zip(new, pair_odds(self._columns, one, tuple(new.values()), self._weights), strict=True))
