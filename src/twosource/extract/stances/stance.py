"""What a stance says before it is laid on statements, and a word as the rules that read stances ask it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from twosource.language import Clause, Document, NounPhrase, Report, Row, Sentence, Tree, labels
from twosource.language.words_stances import Limit, StanceWords
from twosource.model import Factuality, MarkKind, Polarity, Span

Voice = Literal["named", "speaker", "outlet"]
"""Who takes a stance: whom the clause names; whoever says the words; the outlet, unless the
words are quoted."""

_GOVERNING: Final = frozenset({labels.VERB, labels.AUXILIARY_VERB, labels.ADJECTIVE})
_ONE_EXPRESSION: Final = 8
"""Tokens: words farther from the one that decides are not shown as part of the expression."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Token rows of one sentence, the last included."""

    first: Row
    last: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a stance is about."""

    content: Rows | None = None  # the words that say it, in the stance's own sentence
    left_out: Rows | None = None  # of these, what is no part of it
    reference: Row | None = None  # the noun or pronoun that points at something said before
    searched: bool = False  # what is said before under the words of ``content`` goes before these words themselves
    appended: bool = False  # the reference stands behind the clause that it means ("…, a claim that …")
    otherwise: Rows | None = None  # the words that are meant where nothing said before is


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One expression by which somebody takes a stance."""

    kind: MarkKind  # what it says
    sentence: Sentence  # where it stands
    cue: Rows  # the words that say so
    target: Target  # what it is about
    holder: Row | None = None  # the noun that names who takes it; None for nobody named
    voice: Voice = "speaker"  # who takes it where none is named
    limits: frozenset[Limit] = frozenset()  # what else must hold for it to be laid, or how
    reason: str = ""  # of the rule that read it

    @property
    def span(self) -> Span:
        """Where the words stand that say so."""
        return self.sentence.tree.span(self.cue.first, self.cue.last)


@dataclass(frozen=True)
class Word:
    """A word of a sentence, with what the rules ask about it."""

    document: Document
    sentence: Sentence
    row: Row

    @property
    def tree(self) -> Tree:
        """The tree it stands in."""
        return self.sentence.tree

    @property
    def words(self) -> StanceWords:
        """The language's words for stances."""
        return self.document.lexicon.stances

    @property
    def clause(self) -> Clause:
        """The clause whose predicate it is."""
        return Clause(self.tree, self.row)

    @cached_property
    def factuality(self) -> Factuality:
        """Whether what it tells took place."""
        return self.document.factuality_of(self.clause)

    @property
    def is_negated(self) -> bool:
        """Whether its clause is told as not so."""
        return self.factuality.polarity is Polarity.NEGATIVE

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Who reports its clause, innermost first."""
        return self.document.reports_of(self.clause)

    @property
    def is_verbal(self) -> bool:
        """Whether it is a verb, or a participle as a predicate."""
        if self.pos == labels.NOUN:  # "a claim that his office *disputes*", taken for a plural
            return self.relation in labels.RELATIVE and self.tree.child(self.row, *labels.SUBJECTS) is not None
        modifying = self.relation in {labels.ADJECTIVAL, labels.COMPOUND}
        return self.pos == labels.VERB and (not modifying or self.is_misread)

    @property
    def is_told(self) -> bool:
        """Whether it is a verb whose clause is not told as not so."""
        return self.is_verbal and not self.is_negated

    @property
    def is_misread(self) -> bool:
        """Whether the parser took a verb for a noun's adjective: "the army *confirmed* bullets had been used"."""
        past = (self.relation, self.tag) == (labels.ADJECTIVAL, labels.PAST)
        return past and self.tree.child(self.row, *labels.SUBJECTS) is not None

    @property
    def is_pointing(self) -> bool:
        """Whether it names nothing and points at what is meant, also a "that" taken for a conjunction: "disputed *that* when …"."""
        return self.pos in labels.POINTING or (self.pos == labels.SUBORDINATOR and self.row > self.head)

    @property
    def relation(self) -> str:
        """By which label it hangs from its head."""
        return self.tree.deps[self.row]

    @property
    def pos(self) -> str:
        """Its part of speech."""
        return self.tree.pos[self.row]

    @property
    def tag(self) -> str:
        """Its part of speech by form."""
        return self.tree.tags[self.row]

    @property
    def head(self) -> Row:
        """The row that it hangs from."""
        return self.tree.heads[self.row]

    @property
    def over(self) -> "Word":
        """The word that it hangs from."""
        return self.at(self.head)

    def at(self, row: Row) -> "Word":
        """Another word of the same sentence."""
        return Word(self.document, self.sentence, row)

    def says(self, row: Row | None, words: frozenset[str]) -> bool:
        """Whether another word, or its lemma, is in a list; no word is in none."""
        return row is not None and (self.tree.lemmas[row] in words or self.tree.lowered[row] in words)

    def is_one_of(self, words: frozenset[str]) -> bool:
        """Whether it, or its lemma, is in a list."""
        return self.says(self.row, words)

    def child_of(self, words: frozenset[str], *relations: str) -> Row | None:
        """The first word that hangs from it by one of ``relations`` (any, if none is given) and is in a list."""
        tree = self.tree
        fits = (c for c in tree.children[self.row] if not relations or tree.deps[c] in relations)
        return next((c for c in fits if self.says(c, words)), None)

    def below(self, most: int | None = None) -> tuple[Row, ...]:
        """The words that stand behind it and hang from it, however far down; of these only the next ``most``."""
        behind = range(self.row + 1, self.tree.rights[self.row] + 1)
        return tuple(Row(row) for row in behind[:most])

    @property
    def is_owned(self) -> bool:
        """Whether it is somebody's own: "*his* innocence"."""
        return self.tree.form(self.tree.child(self.row, labels.OWNER)) == labels.OWNING_PRONOUN

    @property
    def is_negated_phrase(self) -> bool:
        """Whether it is a noun of nobody or nothing: "no evidence"."""
        return self.document.phrase_factuality_of(NounPhrase(self.tree, self.row)).rules[:1] == ("of_nobody",)

    def cue(self, *more: Row) -> Rows:
        """The words that are shown as the expression: it with its auxiliaries, negation and what governs it, and ``more``."""
        tree, row, near = self.tree, self.row, (*labels.AUXILIARIES, labels.NEGATION, labels.PARTICLE)
        rows = {row, *more}
        for verb in (row, *(over for over in self.governors if tree.pos[over] in _GOVERNING)):
            rows.add(verb)
            for child in tree.children[verb]:
                if tree.deps[child] in near or (tree.deps[child] == labels.ADVERB_MODIFIER and abs(child - verb) == 1):
                    rows.add(child)
        close = sorted(r for r in rows if abs(r - row) <= _ONE_EXPRESSION or r in more)
        return Rows(close[0], close[-1])

    @property
    def governors(self) -> tuple[Row, ...]:
        """The words that its infinitive hangs from, nearest first: "was *unable* to verify"."""
        tree, here, found = self.tree, self.row, []
        while tree.deps[here] == labels.CONJUNCT and tree.child(here, *labels.ALL_SUBJECTS) is None:
            here = tree.heads[here]
        while Clause(tree, here).is_infinitive and tree.deps[here] in {labels.OPEN_COMPLEMENT, *labels.RELATIVE}:
            here = tree.heads[here]
            found.append(here)
            if tree.deps[here] in labels.PREDICATIVES:
                here = tree.heads[here]
                found.append(here)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A construction as it stands in a sentence."""

    word: Word  # the word that decides
    clause: Row  # the predicate of the clause that it stands in
    taken: Row | None = None  # what it is said of: a noun, a pronoun, a clause; None where nothing is named
    content: Rows | None = None  # the words that it is said of, where its shape knows them
    left_out: Rows | None = None  # of these, what it is not said of
    cue: Rows  # the words that are shown as the expression
    so: bool = True  # whether its clause tells it as so


Shape = Callable[[Word], Reading | None]
"""How the words of a construction stand to each other. Its docstring says it with an example."""
