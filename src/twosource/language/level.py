"""One predicate on the way from a clause outwards: what the rules of factuality are asked of."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from twosource.language import labels
from twosource.language.keeping import kept_by_tree
from twosource.language.lexicon import FactualityWords
from twosource.language.phrase import negation_of
from twosource.language.tree import Row, Tree
from twosource.model import Polarity


class Level:
    """One predicate on the way from a clause outwards: its tree and row, and the language's words.

    Attributes:
        children: The rows that hang from the predicate.
        head: The row it hangs from; itself for a root.
        relation: By which label it hangs.
    """

    def __init__(self, tree: Tree, row: Row, words: FactualityWords) -> None:
        """Look at what hangs from the predicate: the rules are many, and most ask for what most predicates have not."""
        self.tree, self.row, self.words = tree, row, words
        self.children, self.head, self.relation = tree.children[row], tree.heads[row], tree.deps[row]
        self._relations = {tree.deps[child] for child in self.children}

    def word(self, row: int) -> str:
        """A word as it stands, in lower case."""
        return self.tree.lowered[row]

    def child_by(self, relations: tuple[str, ...], words: frozenset[str]) -> Row | None:
        """The first child that hangs by one of ``relations`` and is, or has as its lemma, one of ``words``."""
        if self._relations.isdisjoint(relations):
            return None
        tree = self.tree
        for child in self.children:
            if tree.deps[child] in relations and (tree.lemmas[child] in words or tree.lowered[child] in words):
                return child
        return None

    @cached_property
    def negated_part(self) -> tuple[Polarity, Row] | None:
        """Whether who takes part is nobody, or some only, and the word that says so; None for neither."""
        found = (negation_of(self.tree, row, self.words) for row in self._participants())
        return next((negation for negation in found if negation), None)

    def _participants(self) -> Iterator[Row]:
        tree = self.tree
        shared = self.row
        while tree.deps[shared] == labels.CONJUNCT and tree.child(shared, *labels.ALL_SUBJECTS) is None:
            shared = tree.heads[shared]
        subject = tree.child(shared, *labels.ALL_SUBJECTS)
        if subject is not None:
            yield subject
        for child in self.children:
            if tree.deps[child] in _TAKING_PART and tree.pos[child] in _COUNTED:
                yield child
            elif tree.deps[child] == labels.AGENT:
                held = tree.child(child, labels.PREPOSED)
                if held is not None:
                    yield held


_TAKING_PART: Final = frozenset({*labels.OBJECTS, *labels.PREDICATIVES})
_COUNTED: Final = frozenset({*labels.NOMINAL, "NUM", "DET"})
level_of = kept_by_tree(Level)
Rule = Callable[[Level], Row | None]
