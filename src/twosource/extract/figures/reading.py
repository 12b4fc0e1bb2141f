"""A number as the rules of figures hand it on to one another, before it becomes a Figure."""

from dataclasses import dataclass

from twosource.extract.figures.counted import Counted
from twosource.model import Bound, QuantityKind, Span
from twosource.text.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One number with what was read of it.

    Attributes:
        block: Index of the block, and of its tree.
        sentence: Index of the sentence in that tree.
        span: The words of the number with its bound.
        counted: What is counted, and the rows it takes.
        words: What is counted, as worded.
        measure, how: What happened to them, and how that was found.
        row: Row of the word that says what happened; the number's own where none does.
        implied: No number stands there ("a woman was killed").
        members: Of a group ("two men and a woman"), indices of the readings of its block that have a number.
        part: Index, in the list of readings, of the one this is a part of.
        parts: Whether "including" or "of them" makes it a part, whole known or not.
        more: "three others".
        one_of: "One of six who were wounded".
        definite: "The three wounded": those named before.
        nth: "A third victim died": which one in a row; 0 where that is not said.
        alone: A figure without a noun or unit: a bound says so, or its size.
        listed: It stands like a member of a list: ", 43 in Puebla".
        graded: It says how badly: "20 slightly hurt".
        background: Why the number belongs to another event, to a longer time, or was since replaced; None where not.
    """

    block: int
    sentence: int
    span: Span
    low: float
    high: float
    bound: Bound
    unit: str | None
    kind: QuantityKind
    counted: Counted
    words: str
    measure: str | None
    how: Reason | None
    row: int
    implied: bool = False
    members: tuple[int, ...] = ()
    part: int | None = None
    parts: bool = False
    more: bool = False
    alone: bool = False
    listed: bool = False
    graded: bool = False
    background: Reason | None = None
    one_of: bool = False
    definite: bool = False
    nth: int = 0
    cumulative: bool | None = None
