"""Places in a text: half-open, in Unicode code points."""

from dataclasses import dataclass
from typing import Protocol


class Extent(Protocol):
    """Whatever runs from one code point to another, half-open."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A place in one article's text, half-open, in code points.

    Example:
        >>> place = Span(start=4, end=9)
        >>> place.of("two sources")
        'sourc'
    """

    start: int
    end: int

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The exact characters of ``text`` at this place."""
        return text[self.start : self.end]

    def overlaps(self, other: Extent | None) -> bool:
        """Whether the two share at least one code point; nothing shares any."""
        return other is not None and self.start < other.end and other.start < self.end

    def holds(self, other: Extent | None) -> bool:
        """Whether ``other`` lies wholly inside this place; nothing lies in none."""
        return other is not None and self.start <= other.start and other.end <= self.end


class Placed:
    """What has a place in a text, half-open, in code points, and more besides."""

    __slots__ = ()
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place(Placed):
    """A place in one article of a story: the article's id, and a half-open range of code points."""

    article: str
    start: int
    end: int
