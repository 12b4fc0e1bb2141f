"""Clauses: a predicate with who takes part in it, as the tree has them, also where they stand in another clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from twosource.language import labels
from twosource.language.phrase import NounPhrase
from twosource.language.tree import Row, Tree
from twosource.model import Span

_HIGHEST_CLIMB: Final = 6
"""Clauses between a verb and the one whose subject it shares: "he was chased, caught, searched and held"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate, seen in its tree, and what hangs from it."""

    tree: Tree  # the tree of its block
    row: Row  # the predicate: a verb, or the auxiliary or adjective that stands for one

    @property
    def lemma(self) -> str:
        """The predicate's lemma."""
        return self.tree.lemmas[self.row]

    @property
    def relation(self) -> str:
        """By which label it hangs from its head: one of ``labels``."""
        return self.tree.deps[self.row]

    @property
    def head(self) -> Row | None:
        """The row it hangs from; None for a sentence's root."""
        head = self.tree.heads[self.row]
        return None if head == self.row else head

    @property
    def auxiliaries(self) -> tuple[Row, ...]:
        """Its own auxiliaries, in text order."""
        return tuple(c for c in self.tree.children[self.row] if self.tree.deps[c] in labels.AUXILIARIES)

    @property
    def is_infinitive(self) -> bool:
        """Whether it stands behind "to"."""
        return any(self.tree.tags[child] == labels.INFINITIVE_TO for child in self.auxiliaries)

    @property
    def is_finite(self) -> bool:
        """Whether it, or an auxiliary of its own, has a tense."""
        tags = (self.tree.tags[row] for row in (self.row, *self.auxiliaries))
        return any(tag in labels.FINITE_FORMS for tag in tags)

    @property
    def is_past(self) -> bool:
        """Whether it is told in the past tense."""
        return any(self.tree.tags[row] == "VBD" for row in (self.row, *self.auxiliaries))

    @property
    def is_passive(self) -> bool:
        """Whether it tells what was done to its subject, as a participle behind a noun too ("a man *held* by police")."""
        tree, row = self.tree, self.row
        for _ in range(_HIGHEST_CLIMB):
            if tree.child(row, *labels.PASSIVE_SUBJECTS, "auxpass") is not None:
                return True
            bare = tree.child(row, "aux", *labels.SUBJECTS, *labels.OBJECTS) is None
            if tree.tags[row] == labels.PAST_PARTICIPLE and bare and tree.deps[row] in _PARTICIPLES:
                return True
            if tree.deps[row] != labels.CONJUNCT or tree.tags[row] not in labels.PAST_FORMS or not bare:
                return False
            row = tree.heads[row]
        return False

    @property
    def own_subject(self) -> Row | None:
        """The subject that hangs from the predicate itself; None where it has none."""
        return self.tree.child(self.row, *labels.ALL_SUBJECTS)

    @property
    def subject(self) -> NounPhrase | None:
        """The subject, also one shared with the clause it is joined to or hangs from, and what "who" stands for.

        None where the tree has none: an imperative, a noun phrase as a sentence.
        """
        found = subject_of(self.tree, self.row)
        return None if found is None else NounPhrase(self.tree, found)

    @property
    def object(self) -> NounPhrase | None:
        """The direct object, also what "that" and "whom" stand for; None where it has none."""
        own = self.tree.child(self.row, *labels.OBJECTS)
        if own is None:
            return None
        met = antecedent_of(self.tree, self.row, own)
        if met == own and self.tree.tags[own] in _RELATIVE_TAGS:
            return None
        return NounPhrase(self.tree, met)

    @property
    def predicative(self) -> Row | None:
        """What is said of the subject or object: "is *safe*", "was found *dead*"; None where nothing is."""
        return self.tree.child(self.row, *labels.PREDICATIVES)

    @property
    def agent(self) -> NounPhrase | None:
        """Who did it in a passive clause, behind "by"; None where it is not said."""
        by = self.tree.child(self.row, labels.AGENT)
        held = self.tree.child(by, labels.PREPOSED)
        return None if held is None else NounPhrase(self.tree, held)

    @property
    def obliques(self) -> Iterator[tuple[Row, NounPhrase]]:
        """Each preposition that hangs from the predicate, with the phrase behind it, in text order."""
        for child in self.tree.children[self.row]:
            if self.tree.deps[child] in labels.PREPOSITIONS:
                held = self.tree.child(child, labels.PREPOSED)
                if held is not None:
                    yield child, NounPhrase(self.tree, held)

    @property
    def complement(self) -> "Clause | None":
        """The clause that it takes: "said *that the bridge was closed*"; None where it takes none."""
        held = self.tree.child(self.row, *labels.COMPLEMENTS)
        return None if held is None else Clause(self.tree, held)

    @property
    def span(self) -> Span:
        """Its words, up to the clauses that stand for themselves (those of ``labels.SEPARATE``)."""
        first, last = self.tree.lefts[self.row], self.tree.rights[self.row]
        for child in self.tree.children[self.row]:
            if self.tree.deps[child] in labels.SEPARATE:
                if child > self.row:
                    last = min(last, Row(self.tree.lefts[child] - 1))
                else:
                    first = max(first, Row(self.tree.rights[child] + 1))
        while last > self.row and self.tree.deps[last] == labels.CONJUNCTION:
            last = Row(last - 1)  # what it joins is another clause
        return self.tree.span(min(first, self.row), max(last, self.row))


_PARTICIPLES: Final = frozenset({*labels.RELATIVE, labels.ROOT, labels.ADVERBIAL})
_RELATIVE_TAGS: Final = frozenset({"WP", "WDT", "WP$"})
_SHARING: Final = frozenset({labels.CONJUNCT, "xcomp", labels.ADVERBIAL, "dep"})


def subject_of(tree: Tree, row: Row) -> Row | None:
    """The row of a predicate's subject, inherited where it has none of its own; None where there is none."""
    here = row
    for _ in range(_HIGHEST_CLIMB):
        own = tree.child(here, *labels.ALL_SUBJECTS)
        if own is not None:
            return antecedent_of(tree, here, own)
        head, label = tree.heads[here], tree.deps[here]
        if label in labels.RELATIVE:
            return head if tree.pos[head] in labels.NOMINAL else None
        if label not in _SHARING or head == here:
            return None
        here = head
    return None


def antecedent_of(tree: Tree, verb: Row, pronoun: Row) -> Row:
    """What "who", "which" and "that" of a relative clause stand for; the pronoun itself where the tree does not say."""
    if tree.tags[pronoun] not in _RELATIVE_TAGS:
        return pronoun
    here = verb
    for _ in range(_HIGHEST_CLIMB):
        if tree.deps[here] in labels.RELATIVE:
            return tree.heads[here]
        if tree.deps[here] not in {labels.CONJUNCT, "xcomp"}:
            break
        here = tree.heads[here]
    return pronoun


def clause_over(tree: Tree, row: Row) -> Clause | None:
    """The nearest clause that a token stands in, itself if it is a predicate; None in a sentence without one."""
    here = row
    while not is_predicate(tree, here):
        head = tree.heads[here]
        if head == here:
            return None
        here = head
    return Clause(tree, here)


def is_predicate(tree: Tree, row: Row) -> bool:
    """Whether a token is a clause's predicate: a verb, "be" as a full verb, or an adjective that has a subject."""
    if tree.pos[row] == "VERB":
        return tree.deps[row] not in {"amod", "aux", "auxpass", "compound"}
    if tree.pos[row] == "AUX":
        return tree.deps[row] not in labels.AUXILIARIES
    return tree.child(row, *labels.ALL_SUBJECTS) is not None
