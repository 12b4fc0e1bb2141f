"""A draft seen in its tree: the words of saying, who is taken to say it, and what is taken to be said, as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from twosource.extract.attribution.draft import Draft, Reading
from twosource.extract.entities.descriptions import head_of
from twosource.language import Clause, Row, Tree, labels
from twosource.language.lexicon import Lexicon
from twosource.language.words_frames import ActWords, FrameWords

_CLAUSES: Final = frozenset(
    {
        labels.CONTENT, labels.NOUN_CLAUSE, labels.PARATAXIS, labels.ROOT, labels.CLAUSE_AS_SUBJECT, labels.PREPOSED_CLAUSE,
    }
)  # fmt: skip
_WORDED: Final = frozenset({labels.VERB, labels.AUXILIARY_VERB, *labels.NOUNS, labels.ADJECTIVE})


@dataclass(frozen=True)
class Attributed:
    """An attribution in its tree."""

    tree: Tree  # the tree of the block that the cue stands in
    cue: range  # the rows of the words of saying; not empty
    content: Sequence[int]  # the rows of what is taken to be said, in text order
    source: range  # the rows of who is taken to say it; empty where nobody is named

    @classmethod
    def of(cls, reading: Reading, draft: Draft) -> "Attributed | None":
        """The draft in its tree; None where it has no cue, or the cue stands in no tree."""
        tree = reading.tree_of(draft.cue)
        rows = tree.rows(draft.cue) if draft.cue is not None else range(0)
        if not rows:
            return None
        source = tree.rows(draft.source) if draft.source is not None else range(0)
        return cls(tree, rows, [row for span in draft.content for row in tree.rows(span)], source)

    @property
    def lexicon(self) -> Lexicon:
        """The words of the tree's language."""
        return self.tree.lexicon

    @property
    def acts(self) -> ActWords:
        """What tells deeds from words."""
        return self.lexicon.acts

    @property
    def frames(self) -> FrameWords:
        """The words that report."""
        return self.lexicon.frames

    @cached_property
    def head(self) -> Row:
        """The cue's word that hangs from no other of it."""
        return next(iter(self.tree.outermost(self.cue)), Row(self.cue[0]))

    @cached_property
    def clause(self) -> Clause:
        """The clause of the cue's head."""
        return Clause(self.tree, self.head)

    @cached_property
    def lemma(self) -> str:
        """The lemma of the cue's head, that of the verb that it may be in a headline set in capitals."""
        return self.lemma_of(self.head)

    @property
    def has_word(self) -> bool:
        """Whether the cue is a word, and no mark or preposition."""
        return self.tree.pos[self.head] in _WORDED

    @cached_property
    def source_head(self) -> Row | None:
        """The head of the phrase that names the source; None where nobody is named."""
        return Row(head_of(self.tree, self.source)) if self.source else None

    @cached_property
    def told(self) -> frozenset[str]:
        """All words that report, or tell of a stance."""
        return _reporting(self.lexicon)

    def lemma_of(self, row: int) -> str:
        """A row's lemma; in headlines set in capitals that of the verb that a name may be ("Indicts")."""
        lemma = self.tree.lemmas[row]
        if self.tree.pos[row] != labels.NAME or lemma in self.told:
            return lemma
        word = self.tree.words[row].lower()
        forms = (word.removesuffix(end) for end in self.acts.verb_endings if word.endswith(end))
        return next((form for form in forms if form in self.told), lemma)

    @cached_property
    def states(self) -> bool:
        """Whether what is said has a verb of its own: "that it was late", "how it began"; no clause that describes a noun."""
        return any(self._opens_clause(row) for row in self.content)

    def _opens_clause(self, row: int) -> bool:
        tree = self.tree
        if tree.tags[row] not in labels.FINITE_FORMS:
            return False
        verb = tree.heads[row] if tree.deps[row] in labels.AUXILIARIES else row
        first = self.content[0]
        if (
            self.lemma in self.frames.addressing
            and tree.lefts[verb] == first
            and tree.lowered[first] in self.lexicon.attribution.that
        ):
            return True  # "told reporters outside the court that she would", which the parser hangs from the court
        return tree.deps[verb] in _CLAUSES and not self._only_describes(Row(verb))

    def _only_describes(self, verb: Row) -> bool:
        """Whether a clause stands in one that says which: "signed a plan *which she said would help*"."""
        over = self.tree.heads[verb]
        while over in self.content and self.tree.deps[over] != labels.RELATIVE_CLAUSE and self.tree.heads[over] != over:
            over = self.tree.heads[over]
        return over in self.content and self.tree.deps[over] == labels.RELATIVE_CLAUSE


@cache
def _reporting(lexicon: Lexicon) -> frozenset[str]:
    """The lemmas of all words that report, or tell of a stance."""
    acts, frames = lexicon.acts, lexicon.frames
    verbs = frames.clause | frames.aim | frames.object | frames.passive | {verb for verb, _ in frames.about}
    return verbs | acts.stance | frames.nouns | acts.stance_words
