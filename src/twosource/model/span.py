"""Places in a text: half-open, in Unicode code points."""

from bisect import bisect_right
from dataclasses import dataclass


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

    def overlaps(self, other: "Span") -> bool:
        """Whether the two places share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this place."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A place in one article of a story: the article's id, and a half-open range of code points."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place without its article."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Maps offsets of a text to those of the form it had before, or will have elsewhere.

    A shift is a list of steps: from code point ``at[i]`` on, ``by[i]`` is added. Steps are sorted. The empty
    shift changes nothing.

    Example:
        >>> Shift.to_utf16("a😀b").map(2)
        3
    """

    at: tuple[int, ...] = ()
    by: tuple[int, ...] = ()

    def map(self, offset: int) -> int:
        """The offset, moved by what the steps up to it add."""
        step = bisect_right(self.at, offset) - 1
        return offset + (self.by[step] if step >= 0 else 0)

    @classmethod
    def to_utf16(cls, text: str) -> "Shift":
        """From code points of ``text`` to UTF-16 units, which browsers count in."""
        wide = [i + 1 for i, character in enumerate(text) if character > "\uffff"]
        return cls(at=tuple(wide), by=tuple(range(1, len(wide) + 1)))
