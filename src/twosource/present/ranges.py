"""What the articles together say a number is, for the head of a story: beside the figures, never in their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from twosource.model import Figure, StoryRange
from twosource.present.index import Index
from twosource.present.wording import value

_MOST: Final = 6
_LINKS: Final = 6
_OPEN: Final = frozenset({"at least", "more than"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeLine:
    """One measure.

    Attributes:
        measure: What happened to them ("killed").
        value: The range in digits ("9–14"; "9 or more" where all who give the end say "at least"); "no range" where
            none is safe.
        safe: Whether a range is given.
        reason: Who gives the ends, or why there is no range.
        figures: The figures behind it: the words, the outlet, the figure's id.
    """

    measure: str
    value: str
    safe: bool
    reason: str
    figures: tuple[tuple[str, str, str], ...]


def range_lines(index: Index) -> tuple[RangeLine, ...]:
    """The ranges worth a line at the head, those most articles count first; what counts one alone is left to the points."""
    return tuple(_line(index, one) for one in index.story.ranges if _telling(index, one))[:_MOST]


def _telling(index: Index, one: StoryRange) -> bool:
    if one.high is not None:
        return one.high > 1
    return any(index.figures[name].high > 1 for name in one.figures if name in index.figures)


def _line(index: Index, one: StoryRange) -> RangeLine:
    figures = [index.figures[name] for name in one.figures if name in index.figures]
    safe = one.low is not None and one.high is not None
    return RangeLine(
        measure=one.measure,
        value=value(one.low or 0.0, one.high or 0.0) + _open_end(one, figures) if safe else "no range",
        safe=safe,
        reason=one.reason,
        figures=tuple(
            (index.words(each.span, each.article), index.outlets[each.article], each.id) for each in figures[:_LINKS]
        ),
    )


def _open_end(one: StoryRange, figures: Sequence[Figure]) -> str:
    ends = [figure for figure in figures if figure.high == one.high]
    return " or more" if ends and all(figure.bound in _OPEN for figure in ends) else ""
