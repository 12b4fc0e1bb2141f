"""Who says that something is denied, unverified and so on: one of the article's sources, or its outlet."""

from dataclasses import dataclass
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.extract.marks.signal import Signal
from twosource.extract.marks.targets import Page
from twosource.extract.marks.view import View
from twosource.model import Article
from twosource.text.carriers import names_itself

SELF: Final = frozenset({"we", "i", "us", "our", "who", "which", "that", "it", "this", "there", "what"})
"""Words for whoever speaks there, or for nobody."""
LONGEST_NAME: Final = 12
"""Words on either side of a noun."""


@dataclass(frozen=True, slots=True)
class Holders:
    """The holders of an article's marks."""

    article: Article
    page: Page
    resolver: EntityResolver

    def of(self, signal: Signal) -> str | None:
        """The id of who says it; None for the outlet itself."""
        if signal.holder is not None:
            return self._named(signal.view, signal.holder)
        return self.page.speaker(signal.view.tree.span(signal.first, signal.last), quoted=signal.aside)

    def _named(self, view: View, row: int) -> str | None:
        place = view.tree.span(*phrase(view, row))
        if names_itself(place.of(self.article.text), self.article.outlet):
            return None
        if view.tree.lemmas[row] in SELF:
            return self.page.speaker(place)
        meant = self.resolver.vouches(place)
        return meant.entity or self.resolver.vouches_unknown(place, meant.reason).entity


def phrase(view: View, row: int) -> tuple[int, int]:
    """A noun phrase without its relative clauses and what stands behind commas; its article stays."""
    tree = view.tree
    last = row
    for child in tree.children[row]:
        if (
            child > row
            and tree.deps[child] in {"prep", "compound", "flat", "case", "nummod"}
            and tree.rights[child] - row <= LONGEST_NAME
        ):
            last = max(last, tree.rights[child])
    first = max(tree.lefts[row], row - LONGEST_NAME)
    for at in range(row, last):
        if tree.words[at] in {",", "(", ";"}:
            last = max(row, at - 1)
            break
    return first, last
