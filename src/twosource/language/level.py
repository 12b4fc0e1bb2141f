"""One predicate on the way from a clause outwards: what the rules of factuality are asked of."""

from collections.abc import Callable
from dataclasses import dataclass

from twosource.language.lexicon import FactualityWords
from twosource.language.tree import Row, Tree


@dataclass(frozen=True, slots=True)
class Level:
    """One predicate on the way from a clause outwards: its tree and row, and the language's words."""

    tree: Tree
    row: Row
    words: FactualityWords

    @property
    def children(self) -> tuple[Row, ...]:
        """The rows that hang from the predicate."""
        return self.tree.children[self.row]

    @property
    def head(self) -> Row:
        """The row it hangs from; itself for a root."""
        return self.tree.heads[self.row]

    @property
    def relation(self) -> str:
        """By which label it hangs."""
        return self.tree.deps[self.row]

    def word(self, row: int) -> str:
        """A word as it stands, in lower case."""
        return self.tree.lowered[row]

    def child_by(self, relations: tuple[str, ...], words: frozenset[str]) -> Row | None:
        """The first child that hangs by one of ``relations`` and is, or has as its lemma, one of ``words``."""
        tree = self.tree
        for child in tree.children[self.row]:
            if tree.deps[child] in relations and (tree.lemmas[child] in words or tree.lowered[child] in words):
                return child
        return None


Rule = Callable[[Level], Row | None]
