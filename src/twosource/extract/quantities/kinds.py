"""Of which kind a number is: a count, or an age, a date, an address, a label, a score, a code. The shapes are data.

Every shape looks at a window of fixed length around one number, so the work grows with the count of numbers alone.
"""

from dataclasses import dataclass
from typing import Final

from twosource.language.words_quantities import QuantityWords, Shape
from twosource.model import Bound, QuantityKind

FIGURES: Final[frozenset[QuantityKind]] = frozenset(
    {"count", "money", "share", "magnitude", "measure", "duration", "times"}
)
"""What an editor calls a figure. All other kinds are read, so that they are taken for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A number as its unit makes it, with the text right before it, its own, and the text right behind it."""

    before: str
    core: str
    after: str
    kind: QuantityKind
    bound: Bound
    high: float
    vague: bool


def kind_of(seen: Seen, words: QuantityWords) -> QuantityKind:
    """The kind of the first shape that fits; as the unit makes it where none does."""
    for kind, shape in words.shapes_of(seen.kind):
        if _may_be(shape, seen) and (not shape.core or shape.core.fullmatch(seen.core)):
            behind = not shape.after or shape.after.match(seen.after)
            if behind and (not shape.before or shape.before.search(seen.before)):
                return kind
    return seen.kind


def _may_be(shape: Shape, seen: Seen) -> bool:
    """Whether bound, greatest value and vagueness are those of a shape."""
    if shape.bounds and seen.bound not in shape.bounds:
        return False
    return (shape.most is None or seen.high <= shape.most) and (shape.vague or not seen.vague)
