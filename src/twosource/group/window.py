"""The articles that a stream remembers, and the stories they are in."""

from bisect import insort
from collections import Counter, deque
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Final

from twosource.group.likeness import Likeness
from twosource.group.traits import Traits

CLOCK: Final = 10


class Window:
    """Articles by number, in order of arrival, with the stories they are in."""

    def __init__(self, likeness: Likeness) -> None:
        """No article yet."""
        self.article: dict[int, str] = {}
        self.number: dict[str, int] = {}
        self.story: dict[int, str] = {}
        self.members: dict[str, list[int]] = {}
        self.traits, self.all_odds = likeness.traits, likeness.all_odds
        self._likeness = likeness
        self._stiff: Counter[str] = Counter()
        self._kept: set[int] = set()
        self._silent: set[int] = set()
        self._days: list[tuple[int, int]] = []
        self._newest: list[int] = []
        self._undated: deque[int] = deque()

    def take(self, traits: Traits, *, silent: bool = False) -> int:
        """Take in an article that is in no story yet, and return its number; a ``silent`` one never draws others to it."""
        number = self._likeness.take(traits, silent=silent)
        self.article[number] = traits.article
        self.number[traits.article] = number
        if silent:
            self._silent.add(number)
        if traits.day is not None:
            heappush(self._newest, traits.day)
            if len(self._newest) > CLOCK:
                heappop(self._newest)
            heappush(self._days, (traits.day, number))
        else:
            self._undated.append(number)
        return number

    def _today(self) -> int:
        """The day it is by the articles: a few of them with wrong dates in the future must not empty the window."""
        return self._newest[0] if len(self._newest) == CLOCK else 0

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

    def draws(self, number: int) -> bool:
        """Whether others may be drawn to an article."""
        return number not in self._silent

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
        del self.number[self.article.pop(number)]
        self._take_out(number)
        self._kept.discard(number)
        self._silent.discard(number)
        self._likeness.drop(number)

    def near(self, number: int) -> Sequence[int]:
        """The articles that were nearest to one when it came and are remembered, the nearest first; no silent ones."""
        return [other for other in self._likeness.near(number) if other in self.story]

    def odds(self, one: int, other: int) -> float:
        """The logarithm of the odds that two articles tell of one event."""
        return self.all_odds(one, (other,))[0]
