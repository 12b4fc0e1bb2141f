"""What the articles together say a number is, with a way to the figures behind it."""

from dataclasses import dataclass

from twosource.present.index import Index
from twosource.present.places import place_of
from twosource.present.ranges import RangeLine, range_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeView:
    """One measure: its line, and for each figure behind it words, outlet and the place on the page."""

    line: RangeLine
    links: tuple[tuple[str, str, str], ...]


def ranges(index: Index) -> tuple[RangeView, ...]:
    """The ranges at the head of a story; none where fewer than two articles count the same."""
    return tuple(
        RangeView(
            line=line,
            links=tuple((words, outlet, place_of(index, index.figures[name])) for words, outlet, name in line.figures),
        )
        for line in range_lines(index)
    )
