"""What a stream takes in and gives out besides traits."""

from dataclasses import dataclass
from typing import Literal

from twosource.group.traits import Traits

ChangeKind = Literal["started", "joined", "moved", "merged", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article that is in a story already."""

    traits: Traits
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A correction by hand: the article stays in this story ("" for one of its own) whatever comes later."""

    article: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One article is in another story than before."""

    # ``started`` a story with this article; ``joined`` one on arrival; ``moved`` alone into another story; ``merged``
    # with all of its story; ``split`` off, alone or with others, into a new story.
    kind: ChangeKind
    article: str  # the article's id
    story: str  # where it is now
    from_story: str | None = None  # where it was; None on arrival
    reason: str  # what spoke for it and, where another story came close, what against that: in plain words
