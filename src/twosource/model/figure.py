"""Numbers with what they count, and times resolved to intervals."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.span import Placed, Span
from twosource.model.statement import Mark

Bound = Literal["exactly", "at least", "more than", "at most", "fewer than", "about", "between", "unstated"]
QuantityKind = Literal[
    "count", "money", "share", "magnitude", "measure", "duration", "times", "age", "date", "clock time", "address", "label",
    "score", "part of a name", "calibre", "charge", "model", "picture", "telephone",
]  # fmt: skip
"""What a number is. The first seven are what an editor calls a figure; a share is in per cent."""
RuledMeasure = Literal[
    "killed", "injured", "critically injured", "hospitalised", "killed and injured", "killed or injured", "shot",
]  # fmt: skip
"""What happened to those who are counted, where a rule knows it by name; all other measures are data alone."""
Precision = Literal["minute", "hour", "part of day", "day", "week", "month", "quarter", "year", "range"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A value that follows from figures of an article and stands nowhere as a number: what the words leave open.

    "Five were shot, two fatally" leaves three injured; whether a toll counts the attacker, who died too, is often
    not said.

    Attributes:
        measure: What happened to them: a name from ``language/en/measures.yml``.
        low, high: The value, or the ends of the range.
        of: Ids of the figures it follows from, the one that carries it first.
        main: It comes before every number that the article itself gives for the measure, or there is none.
        reason: How it follows, in plain words.
    """

    measure: str
    low: float
    high: float
    of: tuple[str, ...]
    main: bool = False
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Placed):
    """A number with what it counts, its bound and on whose word it is.

    Attributes:
        id: Content hash of article and place.
        statement: Id of the statement it stands in, if any.
        start, end: The words of the number with its bound ("as many as 2,000").
        low, high: The value, or the ends of the range. Equal for one value.
        bound: As worded. ``unstated`` is a bare number, which need not be exact.
        unit: "%", "km", "USD", "years", …; None for a plain count.
        kind: Count, money, share, magnitude, measure, duration, or how many times.
        counted: What is counted, as worded, with its modifiers ("Russian soldiers").
        measure: What happened to them: a name from ``language/en/measures.yml`` ("killed"); None if none.
        where: Place the figure is for, as worded.
        as_of: Earliest and latest ISO day (or time) the figure speaks of.
        cumulative: True a total so far, False new ones only, None not said.
        main: The figure the article itself puts first for this measure.
        background: It counts for another event, a longer time, or was since replaced; ``reason`` says by which words.
        alternatives: What else its words may mean, where other figures of the article leave it open.
        part_of: Id of the figure this one is a part of ("including 137 in the capital").
        source: Id of the source; None means the outlet itself, or unknown if the statement's source is.
        reason: How the reading was made, in plain words.
    """

    id: str
    article: str
    statement: str | None = None
    start: int
    end: int
    low: float
    high: float
    bound: Bound = "unstated"
    unit: str | None = None
    kind: QuantityKind = "count"
    counted: str
    measure: str | None = None
    where: str | None = None
    as_of: tuple[str, str] | None = None
    cumulative: bool | None = None
    main: bool = False
    background: bool = False
    alternatives: tuple[Alternative, ...] = ()
    part_of: str | None = None
    source: str | None = None
    marks: tuple[Mark, ...] = ()
    reason: str = ""

    @property
    def places(self) -> tuple[Span, ...]:
        """The same, as a statement's are."""
        return (self.span,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Placed):
    """A time expression resolved to an interval of ISO days or times, both ends included."""

    id: str
    article: str
    start: int
    end: int
    earliest: str
    latest: str
    precision: Precision
    reason: str
