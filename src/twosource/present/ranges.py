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
    """One measure."""

    measure: str  # what happened to them ("killed")
    value: str  # what the articles put first, in digits ("9–14"; "9 or more" where all who give the end say "at least")
    wider: str  # the whole range, where it takes in more than what they put first: "2–4 with all that they give"
    reason: str  # who gives the ends
    figures: tuple[tuple[str, str, str], ...]  # the figures behind it: the words, the outlet, the figure's id


def range_lines(index: Index) -> tuple[RangeLine, ...]:
    """The ranges worth a line at the head, those most articles count first.

    What counts one alone is left to the claims, and so is what has no safe range, or one whose end is only an order of
    magnitude ("billions"), which nobody put at a number.
    """
    return tuple(_line(index, one) for one in index.story.ranges if _telling(index, one))[:_MOST]


def _telling(index: Index, one: StoryRange) -> bool:
    figures = index.figures_named(one.figures)
    ends = (
        (one.low, [each for each in figures if each.low == one.low]),
        (one.high, [each for each in figures if each.high == one.high]),
    )
    given = all(end is not None and (not own or any(in_digits(index, each) for each in own)) for end, own in ends)
    return given and one.high is not None and one.high > 1


def in_digits(index: Index, one: Figure) -> bool:
    """Whether a value is given, and not only an order of magnitude ("billions"), whose ends nobody names."""
    return one.low == one.high or any(sign.isdigit() for sign in index.words(one.span, one.article))


def _line(index: Index, one: StoryRange) -> RangeLine:
    figures = index.figures_named(one.figures)
    low, high = one.low, one.high
    whole = _told(low or 0, high or 0, figures)
    first = [each for each in figures if each.main and each.measure == one.measure and _within(each, low, high)]
    put_first = _told(min(each.low for each in first), max(each.high for each in first), first) if first else whole
    return RangeLine(
        measure=one.measure,
        value=put_first,
        wider=f"{whole} with all that they give" if whole != put_first else "",
        reason=one.reason,
        figures=tuple(
            (index.words(each.span, each.article), index.outlets[each.article], each.id) for each in figures[:_LINKS]
        ),
    )


def _told(low: float, high: float, figures: Sequence[Figure]) -> str:
    """A range in digits; open where all figures that give its end are bounded from below alone."""
    ends = [figure for figure in figures if figure.high == high]
    return value(low, high) + (" or more" if ends and all(figure.bound in _OPEN for figure in ends) else "")


def _within(figure: Figure, low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low <= figure.low and figure.high <= high
