"""The same thing said, by all who say it, and how they differ."""

from dataclasses import dataclass, field
from typing import Literal

from twosource.model.span import Place, Placed

PointKind = Literal["quotation", "figure", "claim"]
Relation = Literal["same", "differs", "updated", "other scope", "single"]
DifferenceKind = Literal[
    "wording", "speaker", "value", "bound", "time", "place", "polarity", "mark", "attribution",
    "name", "reason", "agent", "manner", "strength",
]  # fmt: skip
CheckSeverity = Literal["high", "medium", "low"]
ConflictKind = Literal["value", "speaker", "time", "place", "polarity", "name", "reason", "agent", "manner", "strength"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One way in which members of a point differ. ``members`` are ids of statements and figures.

    ``sure`` is false where it is only likely that they tell one thing; ``alters`` is true of wording that has other words
    of matter in one place of a quotation, whether or not the sense is another.
    """

    kind: DifferenceKind
    members: tuple[str, ...]
    detail: str
    sure: bool = True
    alters: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Articles, outlets, origins and sources behind a point, and the sentence that explains them, names first.

    ``against`` holds the sources that say the opposite of the label: they are not among ``sources``. Empty until ``weigh``
    has filled it.
    """

    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction(Placed):
    """That something was taken back.

    ``by`` is the id of the source who takes it back, None the outlet itself; ``start`` and ``end`` are the words that
    do so, in ``article``; ``carried_by`` are the articles that give it without saying so.
    """

    by: str | None = None
    article: str
    start: int
    end: int
    carried_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The same thing said by one article or several. A disagreement inside it is kept, never averaged.

    ``kind`` is ``quotation`` for one remark, which some quote or all of two articles or more have in words of their own
    from one source. ``label`` is verbatim text of its most complete member; ``label_quoted`` says whether the article has
    it in quotation marks. ``reason`` says why the members were joined. ``retracted`` says who took it back, None where
    nobody did.
    """

    id: str
    kind: PointKind
    label: str
    label_quoted: bool = False
    statements: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    relation: Relation
    differences: tuple[Difference, ...] = ()
    standing: Standing = field(default_factory=Standing)
    reason: str = ""
    retracted: Retraction | None = None

    @property
    def in_other_words(self) -> bool:
        """Whether its label is nobody's own words; never so of a figure."""
        return self.kind != "figure" and not self.label_quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSide:
    """One account of what is contradicted: the shortest words that tell it, the first place of it in each article, who holds it there."""

    words: str
    places: tuple[Place, ...]
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A difference that can be neither an update nor another scope.

    ``topic`` says whom or what the values are of, where neither a point nor the words of a side do: a name. ``sides`` are
    given where the accounts were read by their words, wherever they stand; empty where the members tell them.
    """

    id: str
    kind: ConflictKind
    point: str | None = None
    topic: str = ""
    members: tuple[str, ...]
    detail: str
    sides: tuple[ConflictSide, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What the statements and figures of a story put at one time. Both ends are included.

    ``differences`` are those among accounts of what stands here: of value, time, place and polarity.
    """

    earliest: str
    latest: str
    precision: str
    statements: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing on the editor's to-check list. ``refers`` are ids of whatever it is about."""

    code: str
    detail: str
    refers: tuple[str, ...] = ()
    severity: CheckSeverity = "low"
