"""Wording that two articles share, and the texts it goes back to."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.span import Place

PassageKind = Literal["copied", "quotation", "translation", "caption", "formula", "release"]
DirectionSign = Literal["named", "agency", "one hour", "time", "unclear", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Wording shared by two articles: one place in each, in order of the articles' ids.

    Attributes:
        words: How many words the two places have in common.
        ratio: Share of the words of the two places that are the same, 0 to 1.
        kind: ``quotation``: the shared words are the speech of one source, which is not copying.
            ``translation``: such a quotation whose English wording must have had a common carrier.
            ``release``: the words of an office or a firm, whose own page stands in the story, or which each of the two
            has worked on without naming anybody for it: neither copied the other.
        earlier: Id of the article that had it first; None where that is not known.
        direction: What says which had it first, or why nothing does: ``named``, the other names it; ``time``, it was
            published first; ``agency``, one of them came by an agency; ``one hour``, they came out at about one time and
            name nobody; ``unclear``, the signs disagree; ``unknown``, there are none, or nothing was copied.
        mistake: Empty: a rare mistake that both make is looked for no more. The name stays for those who read it.
        rejected: True for a candidate that was looked at and refused; ``reason`` says why.
    """

    id: str
    spans: tuple[Place, Place]
    words: int
    ratio: float
    kind: PassageKind
    earlier: str | None = None
    direction: DirectionSign = "unknown"
    reason: str
    mistake: str = ""
    rejected: bool = False

    @property
    def is_copied(self) -> bool:
        """Whether one of the two copied it, or both a third."""
        return self.kind == "copied" and not self.rejected


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
        ties: What ``reason`` says, a sentence for each article that is tied; empty for one that is alone.
    """

    id: str
    articles: tuple[str, ...]
    first: str | None = None
    via: str | None = None
    reason: str
    point: str | None = None
    passages: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()

    @property
    def known(self) -> str | None:
        """Where the text comes from: the article that had it first, or the agency or outlet; None where neither is known."""
        return self.first or self.via
