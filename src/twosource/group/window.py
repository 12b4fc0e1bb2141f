"""The articles that a stream remembers, and how each two of them compare."""

from bisect import insort
from collections import Counter, deque
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Final

import numpy as np

from twosource.group.columns import Columns
from twosource.group.index import Index
from twosource.group.pairs import compare
from twosource.group.table import Table
from twosource.group.traits import Traits

_ODDS: Final = 200_000
_DIGITS: Final = 9  # of odds: what processors add up differently is rounded away
_CLOCK: Final = 10
_OTHER_FACTS: Final = (
    -3.0
)  # the odds, at most, of two reports of one form with other facts: what they share is the form


class Window:
    """Articles by number, in order of arrival, with the stories they are in.

    What is kept besides traits can be made again from them, and is made again where it was thrown away; so nothing
    here depends on what was asked before.
    """

    def __init__(self, table: Table) -> None:
        """No article yet."""
        self.traits: dict[int, Traits] = {}
        self.number: dict[str, int] = {}
        self.story: dict[int, str] = {}
        self.members: dict[str, list[int]] = {}
        self._index = Index()
        self._table = table
        self._columns = Columns()
        self._stiff: Counter[str] = Counter()
        self._kept: set[int] = set()
        self._silent: set[int] = set()
        self._odds: dict[tuple[int, int], float] = {}
        self._next = 0
        self._days: list[tuple[int, int]] = []
        self._newest: list[int] = []
        self._undated: deque[int] = deque()

    def take(self, traits: Traits, *, silent: bool = False) -> int:
        """Take in an article that is in no story yet, and return its number; a ``silent`` one never draws others to it."""
        number = self._next
        self._next += 1
        self.traits[number] = traits
        self.number[traits.article] = number
        self._columns.add(number, traits)
        if silent:
            self._silent.add(number)
        else:
            self._index.add(number, traits.words, self._columns.weights(number))
        if traits.day is not None:
            heappush(self._newest, traits.day)
            if len(self._newest) > _CLOCK:
                heappop(self._newest)
            heappush(self._days, (traits.day, number))
        else:
            self._undated.append(number)
        return number

    def _today(self) -> int:
        """The day it is by the articles: a few of them with wrong dates in the future must not empty the window."""
        return self._newest[0] if len(self._newest) == _CLOCK else 0

    def put(self, number: int, story: str) -> None:
        """Let an article be in a story, and in no other."""
        if number in self.story:
            self._take_out(number)
        self.story[number] = story
        insort(self.members.setdefault(story, []), number)
        self._stiff[story] += number in self._kept

    def keep(self, number: int) -> None:
        """Never move this article without being told so by hand."""
        if number not in self._kept:
            self._kept.add(number)
            if number in self.story:
                self._stiff[self.story[number]] += 1

    def free(self, number: int) -> bool:
        """Whether an article may be moved."""
        return number not in self._kept

    def judges(self, story: str) -> list[int]:
        """The articles by which a story is judged: those that came by themselves and tell of one event, where there are any."""
        members = self.members[story]
        return [number for number in members if number not in self._kept and number not in self._silent] or members

    def kept_in(self, story: str) -> int:
        """How many of a story's articles may not be moved."""
        return self._stiff[story]

    def _take_out(self, number: int) -> None:
        story = self.story.pop(number)
        self.members[story].remove(number)
        self._stiff[story] -= number in self._kept
        if not self.members[story]:
            del self.members[story], self._stiff[story]

    def forget(self, days: int, undated: int) -> None:
        """Drop the articles that are more than so many days old, and of the undated ones all but the newest."""
        today = self._today()
        while self._days and self._days[0][0] < today - days:
            self._drop(heappop(self._days)[1])
        while len(self._undated) > undated:
            self._drop(self._undated.popleft())

    def _drop(self, number: int) -> None:
        traits = self.traits.pop(number)
        del self.number[traits.article]
        self._take_out(number)
        self._kept.discard(number)
        if number in self._silent:
            self._silent.remove(number)
        else:
            self._index.drop(number, traits.words)
        self._columns.drop(number)

    def near(self, number: int, most: int) -> list[int]:
        """The articles nearest to one, the nearest first; no silent ones."""
        return self._index.near(self.traits[number].words, self._columns.weights(number), most, but=number)

    def odds(self, one: int, other: int) -> float:
        """The logarithm of the odds that two articles tell of one event."""
        return self.all_odds(one, (other,))[0]

    def all_odds(self, one: int, others: Sequence[int]) -> list[float]:
        """The same for an article and each of others."""
        if len(self._odds) >= _ODDS:
            self._odds.clear()
        keys = [(one, other) if one < other else (other, one) for other in others]
        new = {key: other for key, other in zip(keys, others, strict=True) if key not in self._odds}
        if new:
            pairs = compare(self._columns, one, tuple(new.values()))
            found = self._table.odds(pairs.features, pairs.dated)
            found = np.where(pairs.form, np.minimum(found, _OTHER_FACTS), found)
            self._odds.update(zip(new, np.round(found, _DIGITS).tolist(), strict=True))
        return [self._odds[key] for key in keys]
