"""The articles that a stream remembers, and how each two of them compare."""

from collections import OrderedDict, deque
from heapq import heappop, heappush
from typing import Final

from twosource.group.index import Index
from twosource.group.pairs import Seen, compare, gap, seen
from twosource.group.table import Table
from twosource.group.traits import Traits

_READY: Final = 6_000
_ODDS: Final = 200_000
_CLOCK: Final = 10


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
        self._ready: OrderedDict[int, Seen] = OrderedDict()
        self._odds: dict[tuple[int, int], float] = {}
        self._next = 0
        self._days: list[tuple[int, int]] = []
        self._newest: list[int] = []
        self._undated: deque[int] = deque()

    def take(self, traits: Traits) -> int:
        """Take in an article that is in no story yet, and return its number."""
        number = self._next
        self._next += 1
        self.traits[number] = traits
        self.number[traits.article] = number
        self._index.add(number, self.ready(number))
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
        before = self.story.get(number)
        if before is not None:
            self.members[before].remove(number)
            if not self.members[before]:
                del self.members[before]
        self.story[number] = story
        self.members.setdefault(story, []).append(number)
        self.members[story].sort()

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
        story = self.story.pop(number)
        self.members[story].remove(number)
        if not self.members[story]:
            del self.members[story]
        self._index.drop(number, traits.words)
        self._ready.pop(number, None)

    def ready(self, number: int) -> Seen:
        """An article made ready for comparing."""
        found = self._ready.get(number)
        if found is None:
            found = self._ready[number] = seen(self.traits[number])
            if len(self._ready) > _READY:
                self._ready.popitem(last=False)
        else:
            self._ready.move_to_end(number)
        return found

    def near(self, number: int, most: int) -> list[int]:
        """The articles nearest to one, the nearest first."""
        return self._index.near(self.ready(number), most, but=number)

    def features(self, one: int, other: int) -> tuple[float, ...]:
        """How two articles compare."""
        return compare(self.ready(min(one, other)), self.ready(max(one, other)))

    def odds(self, one: int, other: int) -> float:
        """The logarithm of the odds that two articles tell of one event."""
        key = (one, other) if one < other else (other, one)
        found = self._odds.get(key)
        if found is None:
            if len(self._odds) >= _ODDS:
                self._odds.clear()
            left, right = self.ready(key[0]), self.ready(key[1])
            found = self._table.odds(compare(left, right), dated=gap(left, right) is not None)
            self._odds[key] = found
        return found
