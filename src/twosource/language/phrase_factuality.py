"""Whether what a noun phrase names is told as something that is so: by its own words, and by the clause it takes part in."""

from typing import Final

from twosource.language import labels
from twosource.language.clause import clause_over
from twosource.language.factuality import Account, factuality_of
from twosource.language.level import Level, Rule, level_of
from twosource.language.lexicon import FactualityWords
from twosource.language.phrase import negation_of, nobody_in
from twosource.language.tree import Row, Tree
from twosource.model import Factuality, Modality, Polarity

_HIGHEST_CLIMB: Final = 6
"""Steps from a noun up to the predicate it may take part in."""


def of_nobody(level: Level) -> Row | None:
    """The phrase is of nobody: "no deaths", "none of the crew"."""
    return nobody_in(negation_of(level.tree, level.row, level.words))


def lacking(level: Level) -> Row | None:
    """It stands behind "without"."""
    head = level.head
    behind = level.relation == labels.PREPOSED and level.tree.lemmas[head] in level.words.without
    return head if behind else None


def averted(level: Level) -> Row | None:
    """It is what was avoided."""
    held = level.relation in (*labels.OBJECTS, "nsubjpass")
    return level.head if held and level.tree.lemmas[level.head] in level.words.avoiding else None


def called_possible(level: Level) -> Row | None:
    """The phrase calls it possible."""
    return level.child_by(("amod", "compound"), level.words.possible_adjectives)


def called_future(level: Level) -> Row | None:
    """The phrase calls it planned, expected or attempted."""
    return level.child_by(("amod", "compound"), level.words.future_adjectives)


def object_of_plan(level: Level) -> Row | None:
    """It is what somebody plans, expects, wants or asks for."""
    words = level.words
    held = level.relation in (*labels.OBJECTS, "nsubjpass")
    head = level.head
    if not held:
        behind = level.relation == labels.PREPOSED and level.tree.lemmas[head] in words.asking_behind
        head = level.tree.heads[head] if behind else head
        if not behind:
            return None
    return head if level.tree.lemmas[head] in words.planning | words.foreseeing | words.wishing | words.asking else None


PHRASE_NEGATIONS: Final[tuple[Rule, ...]] = (of_nobody, lacking, averted)
PHRASE_MODALITIES: Final[tuple[tuple[Rule, Modality], ...]] = (
    (called_possible, Modality.POSSIBLE),
    (called_future, Modality.PLANNED),
    (object_of_plan, Modality.PLANNED),
)


def phrase_factuality_of(tree: Tree, row: Row, words: FactualityWords) -> Factuality:
    """How what a noun phrase names is told: by its own words, and by the clause that it takes part in.

    ``row`` is its head, or a number in it. Whatever is only beside a clause ("nobody was hurt in the crash *of two cars*")
    does not share its negation. ``FACT`` where no word speaks against it.
    """
    account = Account(tree)
    level = level_of(tree, _counting(tree, row), words)
    for rule in PHRASE_NEGATIONS:
        cue = rule(level)
        if cue is not None:
            account.reverse(rule, cue)
            break
    account.hear(level, PHRASE_MODALITIES)
    clause = clause_over(tree, level.row)
    if clause is None:
        return account.told()
    told = factuality_of(tree, clause.row, words)
    if _takes_part(tree, level.row, clause.row) and not account.negative and told.polarity is not Polarity.POSITIVE:
        account.negative, account.partial = told.polarity is Polarity.NEGATIVE, told.polarity is Polarity.PARTIAL
    if account.modality is Modality.ACTUAL:
        account.modality = told.modality
    account.rules += told.rules
    account.cues += told.cues
    return account.told()


def _counting(tree: Tree, row: Row) -> Row:
    """From a number to the noun it counts."""
    while tree.deps[row] in {"nummod", "quantmod", "compound", "npadvmod"} and tree.heads[row] != row:
        row = tree.heads[row]
    return row


_TAKING_PART: Final = frozenset({*labels.ALL_SUBJECTS, *labels.OBJECTS, *labels.PREDICATIVES})


def _takes_part(tree: Tree, row: Row, predicate: Row) -> bool:
    """Whether a phrase is a participant of a clause, also as what is counted ("none of *the crew*") or joined."""
    for _ in range(_HIGHEST_CLIMB):
        head = tree.heads[row]
        if head == predicate:
            return tree.deps[row] in _TAKING_PART
        partitive = tree.deps[row] in {labels.PREPOSED, "prep"} and tree.pos[head] != "VERB"
        if not partitive and tree.deps[row] not in {labels.CONJUNCT, "nummod"}:
            return False
        row = head
    return False
