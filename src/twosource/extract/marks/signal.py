"""What a marking expression says, before it is known which statements it is about."""

from dataclasses import dataclass

from twosource.extract.marks.view import View
from twosource.model import MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """A word that points back at what was said: "the claims", "that figure", "it"."""

    row: int | None
    plural: bool = False
    pair: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One marking expression.

    Attributes:
        kind: What it says.
        view: The sentence it stands in.
        first, last: Rows of its words, the last included.
        scope: Rows of the same sentence that it is about, the last included; None where it points back.
        back: How it points back; None where it does not.
        holder: The row of the noun that names who says so; None for nobody named.
        aside: Put in by the outlet even where it stands in the report of what a source says ("if true").
        reason: In plain words.
    """

    kind: MarkKind
    view: View
    first: int
    last: int
    scope: tuple[int, int] | None = None
    back: Back | None = None
    holder: int | None = None
    aside: bool = False
    reason: str
