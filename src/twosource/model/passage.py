"""Wording that two articles share, and the texts it goes back to."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.span import Place

PassageKind = Literal["copied", "quotation", "translation", "caption", "formula", "release"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Wording shared by two articles: one place in each, in order of the articles' ids.

    Attributes:
        words: How many words the two places have in common.
        ratio: Share of the words of the two places that are the same, 0 to 1.
        kind: ``quotation``: the shared words are the speech of one source, which is not copying.
            ``translation``: such a quotation whose English wording must have had a common carrier.
            ``release``: the words of an office or a firm, whose own page stands in the story: neither copied the other.
        earlier: Id of the article that had it first; None where that is not known.
        rejected: True for a candidate that was looked at and refused; ``reason`` says why.
    """

    id: str
    spans: tuple[Place, Place]
    words: int
    ratio: float
    kind: PassageKind
    earlier: str | None = None
    reason: str
    rejected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Articles whose wording or credit goes back to one text; what is counted.

    Attributes:
        articles: Ids, sorted. An article with no shared origin found is alone in its origin.
        first: The article that had the text first; None where unknown, or where it is an agency's, not given.
        via: The agency whose copy it is, or another outlet that its articles credit with it.
        carriers: Outlets that its articles name, anywhere in their text, as where they have things from.
        point: None for an origin of whole articles; else the id of the point it stands behind, where the
            article borrowed only that.
        passages: Ids of the passages that are the evidence.
    """

    id: str
    articles: tuple[str, ...]
    first: str | None = None
    via: str | None = None
    reason: str
    point: str | None = None
    passages: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
