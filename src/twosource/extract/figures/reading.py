"""A number as the rules of figures hand it on to one another, before it becomes a Figure."""

from dataclasses import dataclass

from twosource.extract.figures.counted import Counted
from twosource.model import Bound, QuantityKind, Span
from twosource.text.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One number with what was read of it."""

    block: int  # index of the block, and of its tree
    sentence: int  # index of the sentence in that tree
    span: Span  # the words of the number with its bound
    low: float
    high: float
    bound: Bound
    unit: str | None
    kind: QuantityKind
    counted: Counted  # what is counted, and the rows it takes
    words: str  # what is counted, as worded
    # What happened to them, and how that was found.
    measure: str | None
    how: Reason | None
    row: int  # row of the word that says what happened; the number's own where none does
    implied: bool = False  # no number stands there ("a woman was killed")
    # Of a group ("two men and a woman"), indices of the readings of its block that have a number.
    members: tuple[int, ...] = ()
    part: int | None = None  # index, in the list of readings, of the one this is a part of
    parts: bool = False  # whether "including" or "of them" makes it a part, whole known or not
    more: bool = False  # "three others"
    alone: bool = False  # a figure without a noun or unit: a bound says so, or its size
    listed: bool = False  # it stands like a member of a list: ", 43 in Puebla"
    # Why the number belongs to another event, to a longer time, or was since replaced; None where not.
    background: Reason | None = None
    one_of: bool = False  # "One of six who were wounded"
    again: bool = False  # "The figure is 41": another value for what was counted before
    definite: bool = False  # "The three wounded": those named before
    nth: int = 0  # "A third victim died": which one in a row; 0 where that is not said
    cumulative: bool | None = None
