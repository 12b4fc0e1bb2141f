"""By which nouns an article has called whom so far: "the driver" is the one driver of whom it spoke before."""

from collections import defaultdict

from twosource.extract.entities.descriptions import Description
from twosource.model import Span


class CalledBefore:
    """Entities by the noun that described them, with where that was first and the words that narrowed it."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._told: dict[tuple[str, bool], dict[str, tuple[int, frozenset[str]]]] = defaultdict(dict)

    def note(self, what: Description, entity: str, start: int) -> None:
        """An entity is described so, at a code point of the text."""
        told = self._told[what.noun, what.plural]
        first, modifiers = told.get(entity, (start, frozenset()))
        told[entity] = (min(first, start), modifiers | _narrowing(what))

    def only(self, what: Description, span: Span) -> str | None:
        """The one that was called by this noun before, if no word says that another one is meant."""
        told = self._told.get((what.noun, what.plural), {})
        before = [(entity, modifiers) for entity, (start, modifiers) in told.items() if start < span.start]
        return before[0][0] if len(before) == 1 and _narrowing(what) <= before[0][1] else None


def _narrowing(what: Description) -> frozenset[str]:
    """What tells one of a noun from another: "the *Ossian* envoy to *Norvale*"."""
    return what.modifiers | {word.lower() for word in what.words.split()[1:] if word[0].isupper()}
