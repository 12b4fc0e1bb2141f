"""Things that stand in articles, found by their ids and by where they begin."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

from twosource.model import Span


class Standing(Protocol):
    """Whatever has a place: an article's id and code points, half-open."""

    @property
    def article(self) -> str:
        """The article's id."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


S = TypeVar("S", bound=Standing)


class Identified(Protocol):
    """Whatever has an id of its own."""

    @property
    def id(self) -> str:
        """The id."""


T = TypeVar("T", bound=Identified)


def by_id(things: Iterable[T]) -> dict[str, T]:
    """Things by their ids, in the order given."""
    return {thing.id: thing for thing in things}


class ByPlace(Generic[S]):
    """Things of one kind in the order of each article's text. An article that has none gives nothing, never an error."""

    def __init__(self, things: Iterable[S], tie: Callable[[S], str]) -> None:
        """Take the things; of those that begin at one place the one with the lesser ``tie`` comes first."""
        self._things: dict[str, list[S]] = defaultdict(list)
        for thing in sorted(things, key=lambda each: (each.start, tie(each))):
            self._things[thing.article].append(thing)
        self._starts = {name: [each.start for each in held] for name, held in self._things.items()}

    def all(self, article: str) -> list[S]:
        """All of an article."""
        return self._things.get(article, [])

    def inside(self, article: str, places: Iterable[Span]) -> list[S]:
        """Those that begin inside ``places`` of an article."""
        return [thing for place in places for thing in self.between(article, place.start, place.end)]

    def between(self, article: str, first: int, last: int) -> list[S]:
        """Those that begin from ``first`` to before ``last``."""
        starts = self._starts.get(article)
        if starts is None:
            return []
        begin = bisect_left(starts, first)
        return self._things[article][begin : bisect_left(starts, last, begin)]
