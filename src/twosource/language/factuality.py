"""Did it happen: the only place that knows "not", "none of", "fail to", "if", "would", "plan to" and "nearly".

A clause is told as a plain fact unless a word of its own, or of a clause that it hangs from, says otherwise. From the
predicate outwards each level is asked twice: what its own words say (``NEGATIONS``, ``MODALITIES``), and what the word
above makes of what hangs from it (``GOVERNORS``). Every rule is a function that answers with the word it rests on; its
docstring is the reason that is shown. What the levels say by themselves stands in ``factuality_own``, what words above make of them
in ``factuality_governors``; who reports a clause in ``reports``, noun phrases in ``phrase_factuality``.

The climb ends where somebody reports the clause: "did *not say* that the bridge was closed" says nothing about the
bridge. Who reports it, and whether they did, is what ``reports_of`` answers.
"""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from twosource.language import labels
from twosource.language.clause import Clause
from twosource.language.factuality_governors import (
    GOVERNORS,
    REVERSING,
    predicated,
    prevented,
    without,
    without_evidence,
)
from twosource.language.factuality_own import (
    MODALITIES,
    NEGATIONS,
    condition,
    consequence,
    negator,
    some_take_part,
)
from twosource.language.keeping import kept_by_tree
from twosource.language.level import Level, Rule, level_of
from twosource.language.lexicon import FactualityWords
from twosource.language.tree import Row, Tree
from twosource.model import Factuality, Modality, Polarity

_HIGHEST_CLIMB: Final = 6
"""Clauses from a predicate outwards: deeper nesting is rare in news and mostly a fault of the parse."""


@dataclass(slots=True)
class Account:
    """What the levels have said so far."""

    tree: Tree
    negative: bool = False
    partial: bool = False
    modality: Modality = Modality.ACTUAL
    rules: list[str] = field(default_factory=list)
    cues: list[tuple[int, int]] = field(default_factory=list)

    def note(self, rule: Rule, cue: Row) -> None:
        """Keep which rule decided, and by which word."""
        self.rules.append(rule.__name__)
        self.cues.append((self.tree.starts[cue], self.tree.ends[cue]))

    def reverse(self, rule: Rule, cue: Row) -> None:
        """Count one more negation."""
        self.negative = not self.negative
        self.note(rule, cue)

    def tell_as(self, modality: Modality, rule: Rule, cue: Row) -> None:
        """Keep as what it is told, if no level nearer to the clause has said so."""
        if self.modality is Modality.ACTUAL:
            self.modality = modality
            self.note(rule, cue)

    def hear(self, level: Level, rules: "Telling") -> None:
        """Ask rules as what a level is told, unless that is known already; the first that holds decides."""
        if self.modality is Modality.ACTUAL:
            found = _first(level, rules)
            if found is not None:
                self.tell_as(*found)

    def told(self) -> Factuality:
        """All of it."""
        polarity = Polarity.NEGATIVE if self.negative else Polarity.PARTIAL if self.partial else Polarity.POSITIVE
        return Factuality(polarity=polarity, modality=self.modality, rules=tuple(self.rules), cues=tuple(self.cues))


@kept_by_tree
def factuality_of(tree: Tree, row: Row, words: FactualityWords) -> Factuality:
    """How the clause of the predicate at ``row`` is told, but for who reports it; ``FACT`` where no word speaks against it."""
    account = Account(tree)
    level = level_of(tree, row, words)
    _hear_own(account, level)
    for _ in range(_HIGHEST_CLIMB):
        over = _governor(level)
        if over is None:
            break
        if level.relation == labels.CONJUNCT:
            _hear_shared(account, level)
        else:
            _hear_governor(account, level)
            if without_evidence(level) is not None:
                break
            _hear_own(account, over)
        level = over
    return account.told()


Telling = tuple[tuple[Rule, Modality], ...]
"""Rules that say as what something is told; the first that holds decides."""


class _Own(NamedTuple):
    """What a predicate's own words say: each rule that holds, with its word."""

    negation: tuple[Rule, Row] | None
    partial: Row | None
    told_as: tuple[Modality, Rule, Row] | None


@kept_by_tree
def _own(tree: Tree, row: Row, words: FactualityWords) -> _Own:
    level = level_of(tree, row, words)
    found = ((rule, cue) for rule in NEGATIONS if (cue := rule(level)) is not None)
    return _Own(next(found, None), some_take_part(level), _first(level, MODALITIES))


def _first(level: Level, rules: Telling) -> tuple[Modality, Rule, Row] | None:
    for rule, modality in rules:
        cue = rule(level)
        if cue is not None:
            return modality, rule, cue
    return None


def _hear_own(account: Account, level: Level) -> None:
    own = _own(level.tree, level.row, level.words)
    if own.negation is not None:
        account.reverse(*own.negation)
    if own.partial is not None:
        account.partial = True
        account.note(some_take_part, own.partial)
    if own.told_as is not None:
        account.tell_as(*own.told_as)


def _hear_governor(account: Account, level: Level) -> None:
    for rule in REVERSING:
        cue = rule(level)
        if cue is not None:
            account.reverse(rule, cue)
            return
    account.hear(level, GOVERNORS)


def _hear_shared(account: Account, level: Level) -> None:
    """What a joined clause shares with the first: a condition, and a negation where "or" joins them."""
    first = level_of(level.tree, level.head, level.words)
    account.hear(first, ((condition, Modality.HYPOTHETICAL), (consequence, Modality.HYPOTHETICAL)))
    own_subject = level.tree.child(level.row, *labels.ALL_SUBJECTS) is not None
    joined_by_or = any(
        level.tree.lemmas[c] in level.words.alternative
        for c in level.tree.children[level.head]
        if level.tree.deps[c] == "cc"
    )
    if joined_by_or and not own_subject and not account.negative:
        cue = negator(first)
        if cue is not None:
            account.reverse(negator, cue)


_GOES_ON: Final = frozenset({"xcomp", labels.CONJUNCT, *labels.PREDICATIVES})


def _governor(level: Level) -> Level | None:
    """The level above whose words bear on this one; None at a root, and where somebody reports the clause."""
    tree, row, head = level.tree, level.row, level.head
    if head == row:
        return None
    relation = level.relation
    if relation in _GOES_ON:
        return level_of(tree, head, level.words)
    if relation == "pcomp":
        # Through the preposition: "prevented from", "without".
        return level_of(tree, tree.heads[head], level.words) if prevented(level) is not None else _stop(level)
    if relation in labels.RELATIVE:
        clause = Clause(tree, row)
        return (
            level_of(tree, head, level.words) if clause.is_infinitive or without_evidence(level) is not None else None
        )
    if relation in labels.REPORTED or relation in {"csubj", "acl"}:
        said = tree.lemmas[head]
        bears = level.words.supposing | level.words.wishing | level.words.asking | level.words.foreseeing
        truth = predicated(level, level.words.truth | level.words.untruth) is not None
        if truth or (said in bears and said not in level.words.saying):
            return level_of(tree, head, level.words)
    return None


def _stop(level: Level) -> Level | None:
    """Behind "without" only the word itself is heard: what the main clause tells is another matter."""
    return None if without(level) is None else level_of(level.tree, level.head, level.words)
