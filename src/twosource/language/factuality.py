"""Did it happen: the only place that knows "not", "none of", "fail to", "if", "would", "plan to" and "nearly".

A clause is told as a plain fact unless a word of its own, or of a clause that it hangs from, says otherwise. From the
predicate outwards each level is asked twice: what its own words say (``NEGATIONS``, ``MODALITIES``), and what the word
above makes of what hangs from it (``GOVERNORS``). Every rule is a function that answers with the word it rests on; its
docstring is the reason that is shown.

The climb ends where somebody reports the clause: "did *not say* that the bridge was closed" says nothing about the
bridge. Who reports it, and whether they did, is what ``reports_of`` answers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from twosource.language import labels
from twosource.language.clause import Clause, clause_over
from twosource.language.lexicon import FactualityWords
from twosource.language.phrase import negation_of
from twosource.language.tree import Row, Tree
from twosource.model import Factuality, Modality, Polarity, Reporting

_HIGHEST_CLIMB: Final = 6
"""Clauses from a predicate outwards: deeper nesting is rare in news and mostly a fault of the parse."""


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
        return self.tree.words[row].lower()

    def child_by(self, relations: tuple[str, ...], words: frozenset[str]) -> Row | None:
        """The first child that hangs by one of ``relations`` and is, or has as its lemma, one of ``words``."""
        for child in self.children:
            if self.tree.deps[child] in relations and (self.tree.lemmas[child] in words or self.word(child) in words):
                return child
        return None


Rule = Callable[[Level], Row | None]


# What a predicate's own words deny.


def negator(level: Level) -> Row | None:
    """The clause says "not", "never" or "hardly"."""
    tree, words = level.tree, level.words
    for child in level.children:
        if tree.lemmas[child] not in words.negators and tree.deps[child] != labels.NEGATION:
            continue
        behind = tree.lemmas[child + 1] if child + 1 < len(tree) else ""
        only = behind in words.not_denying or any(tree.lemmas[c] in words.not_denying for c in tree.children[child])
        if not only and not _until(level, child):
            return child
    predicative = tree.child(level.row, *labels.PREDICATIVES)
    if predicative is None or tree.pos[predicative] in labels.NOMINAL:
        return None
    return next((c for c in tree.children[predicative] if tree.lemmas[c] in words.negators and c < predicative), None)


def _until(level: Level, negating: Row) -> bool:
    """Whether "not … until Friday" stands, by which it did take place, on Friday."""
    ends = (*labels.PREPOSITIONS, labels.ADVERBIAL)
    tree = level.tree
    for child in level.children:
        marker = tree.child(child, labels.MARKER)
        said = tree.lemmas[child] if marker is None else tree.lemmas[marker]
        if tree.deps[child] in ends and child > negating and said in level.words.until:
            return True
    return False


def negative_phrase(level: Level) -> Row | None:
    """The clause says "no longer", "by no means" or the like."""
    tree = level.tree
    for child in level.children:
        if tree.pos[child] not in {"ADV", "ADP"} and tree.deps[child] not in {"advmod", *labels.PREPOSITIONS}:
            continue
        first = tree.lefts[child]
        told = " ".join(level.word(row) for row in range(first, min(first + 4, len(tree))))
        if any(told == phrase or told.startswith(phrase + " ") for phrase in level.words.negative_phrases):
            return child
    return None


def nobody_takes_part(level: Level) -> Row | None:
    """Who did it, or to whom it was done, is nobody: "no arrests", "none of the crew", "neither driver"."""
    found = _participant_negation(level)
    return found[1] if found and found[0] is Polarity.NEGATIVE else None


def some_take_part(level: Level) -> Row | None:
    """It is said of some only: "not all of the crew", "few houses"."""
    found = _participant_negation(level)
    return found[1] if found and found[0] is Polarity.PARTIAL else None


def _participant_negation(level: Level) -> tuple[Polarity, Row] | None:
    for row in _participants(level):
        found = negation_of(level.tree, row, level.words)
        if found:
            return found
    return None


def _participants(level: Level) -> Iterator[Row]:
    tree = level.tree
    shared = level.row
    while tree.deps[shared] == labels.CONJUNCT and tree.child(shared, *labels.ALL_SUBJECTS) is None:
        shared = tree.heads[shared]
    subject = tree.child(shared, *labels.ALL_SUBJECTS)
    if subject is not None:
        yield subject
    for child in level.children:
        if tree.deps[child] in (*labels.OBJECTS, *labels.PREDICATIVES) and tree.pos[child] in _COUNTED:
            yield child
        elif tree.deps[child] == labels.AGENT:
            held = tree.child(child, labels.PREPOSED)
            if held is not None:
                yield held


_COUNTED: Final = frozenset({*labels.NOMINAL, "NUM", "DET"})


def neither_nor(level: Level) -> Row | None:
    """The clause is one of two that are joined by "neither … nor", or begins with "nor"."""
    tree, words = level.tree, level.words
    for row in (level.row, *(c for c in level.children if tree.deps[c] in labels.AUXILIARIES)):
        for child in tree.children[row]:
            joins = tree.lemmas[child] in words.joined_negators and tree.deps[child] in {"cc", "preconj", "advmod"}
            # "confirmed nor denied": a "nor" behind the predicate belongs to what follows.
            if joins and (child < level.row or level.word(child) in words.negative_determiners):
                return child
    if level.relation != labels.CONJUNCT:
        return None
    joining = (c for c in tree.children[level.head] if tree.deps[c] == "cc" and level.head < c < level.row)
    return next((c for c in joining if tree.lemmas[c] in words.joined_negators), None)


NEGATIONS: Final[tuple[Rule, ...]] = (negator, negative_phrase, nobody_takes_part, neither_nor)


# As what a predicate's own words tell it.


def question(level: Level) -> Row | None:
    """The sentence asks."""
    last = level.tree.sentences[level.tree.sentence_of[level.row]][1] - 1
    return Row(last) if level.tree.words[last] == "?" else None


def indirect_question(level: Level) -> Row | None:
    """It is asked, or said not to be known, whether it is so."""
    found = level.child_by((labels.MARKER,), level.words.uncertain_conditions)
    if found is None and level.relation in labels.REPORTED and level.tree.lemmas[level.head] in level.words.questioning:
        found = level.child_by((labels.MARKER,), level.words.conditions)
    return found


def condition(level: Level) -> Row | None:
    """It is a condition: "if the dam fails"."""
    return level.child_by((labels.MARKER,), level.words.conditions)


def consequence(level: Level) -> Row | None:
    """It would follow from a condition."""
    for child in level.children:
        if level.tree.deps[child] == labels.ADVERBIAL:
            marker = Level(level.tree, child, level.words).child_by((labels.MARKER,), level.words.conditions)
            if marker is not None and not Clause(level.tree, level.row).is_past:
                return marker
    return None


def nearly(level: Level) -> Row | None:
    """It did not quite happen."""
    return level.child_by(("advmod",), level.words.nearly_adverbs)


def possibly(level: Level) -> Row | None:
    """It is said to be possible: "may", "perhaps"."""
    modal = _modal(level, level.words.possible_modals - level.words.ability_modals)
    return modal if modal is not None else level.child_by(("advmod",), level.words.possible_adverbs)


def could(level: Level) -> Row | None:
    """It is said that it could be; "could not be reached" tells that they were not."""
    modal = _modal(level, level.words.ability_modals)
    return None if modal is None or negator(level) is not None else modal


def in_future(level: Level) -> Row | None:
    """It is said to come."""
    return _modal(level, level.words.future_modals)


def as_duty(level: Level) -> Row | None:
    """It is said that it should be; "must have" says that it is likely."""
    return _modal(level, level.words.duty_modals)


def future_in_past(level: Level) -> Row | None:
    """Somebody said that it would come."""
    modal = _modal(level, level.words.conditional_modals)
    if modal is None or level.relation not in labels.REPORTED or _perfect(level):
        return None
    return modal


def conditional(level: Level) -> Row | None:
    """It would be so."""
    return _modal(level, level.words.conditional_modals)


def announced_infinitive(level: Level) -> Row | None:
    """A headline says that it is to come: "Mayor to close bridge"."""
    clause = Clause(level.tree, level.row)
    reported = level.relation in labels.REPORTED and level.tree.lemmas[level.head] in level.words.saying
    told = (level.relation == labels.ROOT or reported) and clause.own_subject is not None
    return next((c for c in clause.auxiliaries if level.tree.tags[c] == labels.INFINITIVE_TO), None) if told else None


def purpose(level: Level) -> Row | None:
    """It is what something was done for."""
    clause = Clause(level.tree, level.row)
    if level.relation != labels.ADVERBIAL:
        return None
    return next((c for c in clause.auxiliaries if level.tree.tags[c] == labels.INFINITIVE_TO), None)


def _modal(level: Level, modals: frozenset[str]) -> Row | None:
    """A modal of the predicate; where it is joined to another and has no auxiliary or subject of its own, of that one."""
    found = level.child_by(("aux",), modals)
    if found is not None or level.relation != labels.CONJUNCT:
        return found
    clause = Clause(level.tree, level.row)
    if clause.auxiliaries or clause.own_subject is not None or level.tree.tags[level.row] not in _SHARED_FORMS:
        return None
    return _modal(Level(level.tree, level.head, level.words), modals)


_SHARED_FORMS: Final = frozenset({labels.BASE_FORM, labels.PAST_PARTICIPLE})


def _perfect(level: Level) -> bool:
    return level.child_by(("aux",), level.words.perfect) is not None


MODALITIES: Final[tuple[tuple[Rule, Modality], ...]] = (
    (question, Modality.QUESTIONED),
    (indirect_question, Modality.QUESTIONED),
    (condition, Modality.HYPOTHETICAL),
    (consequence, Modality.HYPOTHETICAL),
    (nearly, Modality.NEARLY),
    (possibly, Modality.POSSIBLE),
    (could, Modality.POSSIBLE),
    (in_future, Modality.FUTURE),
    (as_duty, Modality.ASKED),
    (future_in_past, Modality.FUTURE),
    (conditional, Modality.HYPOTHETICAL),
    (announced_infinitive, Modality.FUTURE),
    (purpose, Modality.PLANNED),
)
"""The first that holds decides."""


# What the word above makes of what hangs from it. ``level`` is what hangs.


def failed(level: Level) -> Row | None:
    """What was failed, refused or impossible did not take place."""
    return _above(level, level.words.failing, ("xcomp", *labels.RELATIVE, "ccomp"))


def avoided(level: Level) -> Row | None:
    """What was avoided did not take place."""
    return _above(level, level.words.avoiding, ("xcomp",))


def prevented(level: Level) -> Row | None:
    """What somebody was kept from did not take place."""
    tree = level.tree
    if level.relation != "pcomp" or tree.lemmas[level.head] not in level.words.preventing_behind:
        return None
    over = tree.heads[level.head]
    return over if tree.lemmas[over] in level.words.preventing else None


def without(level: Level) -> Row | None:
    """It stands behind "without"."""
    return level.head if level.relation == "pcomp" and level.tree.lemmas[level.head] in level.words.without else None


def untrue(level: Level) -> Row | None:
    """It is said not to be true."""
    return _predicated(level, level.words.untruth)


def yet_to_come(level: Level) -> Row | None:
    """It has yet to take place."""
    if level.relation != "xcomp" or not Clause(level.tree, level.row).is_infinitive:
        return None
    return next((c for c in level.tree.children[level.head] if level.tree.lemmas[c] in level.words.yet), None)


def supposed(level: Level) -> Row | None:
    """It is thought, feared or supposed, and not said to be known."""
    return _above(level, level.words.supposing, ("xcomp", "ccomp"))


def foreseen(level: Level) -> Row | None:
    """It is expected, due or set to come."""
    over = _above(level, level.words.foreseeing, ("xcomp", "ccomp", *labels.RELATIVE))
    if over is None or level.tree.lemmas[over] not in level.words.going:
        return over
    return over if level.tree.tags[over] == labels.GERUND else None


def planned(level: Level) -> Row | None:
    """Somebody means to do it, or said that they would."""
    return _above(level, level.words.planning, _INFINITIVES)


def attempted(level: Level) -> Row | None:
    """It was tried."""
    return _above(level, level.words.attempting, _INFINITIVES)


def wished(level: Level) -> Row | None:
    """Somebody wants it."""
    return _above(level, level.words.wishing, (*_INFINITIVES, "ccomp"))


def asked(level: Level) -> Row | None:
    """Somebody is asked or told to do it."""
    over = _above(level, level.words.asking, (*_INFINITIVES, "ccomp"))
    if over is None or level.relation != "ccomp":
        return over
    # "said he was told that …" reports; "demanded that he leave" asks.
    return (
        over if level.tree.tags[level.row] == labels.BASE_FORM or not Clause(level.tree, level.row).is_finite else None
    )


def enabled(level: Level) -> Row | None:
    """It is made possible or allowed."""
    return _above(level, level.words.enabling, _INFINITIVES)


def without_evidence(level: Level) -> Row | None:
    """There is said to be no sign or word of it: "no evidence that …"."""
    if level.relation not in labels.RELATIVE or level.tree.child(level.row, labels.MARKER) is None:
        return None
    found = negation_of(level.tree, level.head, level.words)
    return found[1] if found and found[0] is Polarity.NEGATIVE else None


def to_be_done(level: Level) -> Row | None:
    """It is to be done: "is to be sentenced", "has to close"."""
    over = level.head
    if level.relation != "xcomp" or level.tree.pos[over] not in labels.VERBAL or yet_to_come(level) is not None:
        return None
    bare = level.tree.lemmas[over] in level.words.copulas | level.words.perfect
    return over if bare and Clause(level.tree, level.row).is_infinitive else None


def open_infinitive(level: Level) -> Row | None:
    """The words above do not say that it took place."""
    known = level.words.carrying_out | level.words.saying | level.words.supposing | level.words.questioning
    plain = level.relation == "xcomp" and Clause(level.tree, level.row).is_infinitive and not _perfect(level)
    if not plain or level.tree.lemmas[level.head] in known:
        return None
    return level.head


_INFINITIVES: Final = ("xcomp", *labels.RELATIVE)


def _above(level: Level, governors: frozenset[str], relations: tuple[str, ...]) -> Row | None:
    """The governor, if it is one of ``governors`` and what hangs from it is its complement, and no clause about it."""
    if level.relation not in relations or level.tree.lemmas[level.head] not in governors:
        return None
    if level.relation in labels.RELATIVE and not Clause(level.tree, level.row).is_infinitive:
        return None
    return level.head


def _predicated(level: Level, said: frozenset[str]) -> Row | None:
    """What is said of a clause behind "it is": "it is *not true* that …"."""
    if level.relation not in ("ccomp", "csubj", "acl"):
        return None
    predicative = level.tree.child(level.head, *labels.PREDICATIVES)
    over = level.head if predicative is None else predicative
    return over if level.tree.lemmas[over] in said else None


REVERSING: Final[tuple[Rule, ...]] = (failed, avoided, prevented, without, untrue, yet_to_come)
"""By these what hangs did not take place, if they themselves are so."""
GOVERNORS: Final[tuple[tuple[Rule, Modality], ...]] = (
    (supposed, Modality.POSSIBLE),
    (foreseen, Modality.FUTURE),
    (planned, Modality.PLANNED),
    (attempted, Modality.ATTEMPTED),
    (wished, Modality.WISHED),
    (asked, Modality.ASKED),
    (enabled, Modality.POSSIBLE),
    (without_evidence, Modality.POSSIBLE),
    (to_be_done, Modality.FUTURE),
    (open_infinitive, Modality.POSSIBLE),
)
"""The first that holds decides; none is asked where one of ``REVERSING`` holds."""


@dataclass(slots=True)
class _Account:
    """What the levels have said so far."""

    tree: Tree
    negative: bool = False
    partial: bool = False
    modality: Modality = Modality.ACTUAL
    rules: list[str] = field(default_factory=list)
    cues: list[tuple[int, int]] = field(default_factory=list)

    def note(self, rule: Rule, cue: Row) -> None:
        self.rules.append(rule.__name__)
        self.cues.append((self.tree.starts[cue], self.tree.ends[cue]))

    def reverse(self, rule: Rule, cue: Row) -> None:
        self.negative = not self.negative
        self.note(rule, cue)

    def tell_as(self, modality: Modality, rule: Rule, cue: Row) -> None:
        if self.modality is Modality.ACTUAL:
            self.modality = modality
            self.note(rule, cue)

    def told(self) -> Factuality:
        polarity = Polarity.NEGATIVE if self.negative else Polarity.PARTIAL if self.partial else Polarity.POSITIVE
        return Factuality(polarity=polarity, modality=self.modality, rules=tuple(self.rules), cues=tuple(self.cues))


def factuality_of(tree: Tree, row: Row, words: FactualityWords) -> Factuality:
    """How a clause is told, but for who reports it.

    Args:
        tree: A block's trees.
        row: The clause's predicate.
        words: The language's lists.

    Returns:
        ``FACT`` where no word speaks against it.
    """
    account = _Account(tree)
    level = Level(tree, row, words)
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


def _hear_own(account: _Account, level: Level) -> None:
    for rule in NEGATIONS:
        cue = rule(level)
        if cue is not None:
            account.reverse(rule, cue)
            break
    cue = some_take_part(level)
    if cue is not None:
        account.partial = True
        account.note(some_take_part, cue)
    _hear_modality(account, level, MODALITIES)


def _hear_modality(account: _Account, level: Level, rules: tuple[tuple[Rule, Modality], ...]) -> None:
    if account.modality is not Modality.ACTUAL:
        return
    for rule, modality in rules:
        cue = rule(level)
        if cue is not None:
            account.tell_as(modality, rule, cue)
            return


def _hear_governor(account: _Account, level: Level) -> None:
    for rule in REVERSING:
        cue = rule(level)
        if cue is not None:
            account.reverse(rule, cue)
            return
    _hear_modality(account, level, GOVERNORS)


def _hear_shared(account: _Account, level: Level) -> None:
    """What a joined clause shares with the first: a condition, and a negation where "or" joins them."""
    first = Level(level.tree, level.head, level.words)
    _hear_modality(account, first, ((condition, Modality.HYPOTHETICAL), (consequence, Modality.HYPOTHETICAL)))
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


def _governor(level: Level) -> Level | None:
    """The level above whose words bear on this one; None at a root, and where somebody reports the clause."""
    tree, row, head = level.tree, level.row, level.head
    if head == row:
        return None
    relation = level.relation
    if relation in {"xcomp", labels.CONJUNCT, *labels.PREDICATIVES}:
        return Level(tree, head, level.words)
    if relation == "pcomp":
        # Through the preposition: "prevented from", "without".
        return Level(tree, tree.heads[head], level.words) if prevented(level) is not None else _stop(level)
    if relation in labels.RELATIVE:
        clause = Clause(tree, row)
        return Level(tree, head, level.words) if clause.is_infinitive or without_evidence(level) is not None else None
    if relation in labels.REPORTED or relation in {"csubj", "acl"}:
        said = tree.lemmas[head]
        bears = level.words.supposing | level.words.wishing | level.words.asking | level.words.foreseeing
        truth = _predicated(level, level.words.truth | level.words.untruth) is not None
        if truth or (said in bears and said not in level.words.saying):
            return Level(tree, head, level.words)
    return None


def _stop(level: Level) -> Level | None:
    """Behind "without" only the word itself is heard: what the main clause tells is another matter."""
    return None if without(level) is None else Level(level.tree, level.head, level.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A clause that reports another one.

    Attributes:
        row: The verb of saying.
        factuality: Whether it was said: "did not say", "will say".
        denies: The verb says that it is not so ("denied").
        refused: Nothing was said: "declined to say".
    """

    row: Row
    factuality: Factuality
    denies: bool
    refused: bool


def reports_of(tree: Tree, row: Row, words: FactualityWords) -> tuple[Report, ...]:
    """Who reports a clause, innermost first, each with whether they did: "officials deny that witnesses said …".

    Args:
        tree: A block's trees.
        row: A clause's predicate.
        words: The language's lists.

    Returns:
        One report a verb of saying that the clause hangs from; empty where the outlet tells it itself.
    """
    found: list[Report] = []
    here = row
    for _ in range(_HIGHEST_CLIMB):
        head, relation = tree.heads[here], tree.deps[here]
        if head == here:
            break
        if relation in (*labels.COMPLEMENTS, "parataxis") and tree.lemmas[head] in words.saying:
            refused = tree.deps[head] == "xcomp" and tree.lemmas[tree.heads[head]] in words.refusing
            told = factuality_of(tree, head, words)
            found.append(Report(row=head, factuality=told, denies=tree.lemmas[head] in words.denying, refused=refused))
        elif relation not in (*labels.CLAUSES, labels.CONJUNCT, *labels.PREDICATIVES):
            break
        here = head
    return tuple(found)


def reporting_of(reports: tuple[Report, ...]) -> Reporting:
    """On whose word a clause stands, its reports taken together.

    Args:
        reports: As ``reports_of`` gives them.

    Returns:
        "asserted" without a report. "not said" where one of them did not take place, or was neither of what is so nor
        of what is not ("did not deny that …").
    """
    if not reports:
        return "asserted"
    if any(report.refused or not report.factuality.happened for report in reports):
        return "not said"
    return "denied" if sum(report.denies for report in reports) % 2 else "reported"


# What a noun phrase says by itself.


def of_nobody(level: Level) -> Row | None:
    """The phrase is of nobody: "no deaths", "none of the crew"."""
    found = negation_of(level.tree, level.row, level.words)
    return found[1] if found and found[0] is Polarity.NEGATIVE else None


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

    Whatever is only beside a clause ("nobody was hurt in the crash *of two cars*") does not share its negation.

    Args:
        tree: A block's trees.
        row: The phrase's head, or a number in it.
        words: The language's lists.

    Returns:
        ``FACT`` where no word speaks against it.
    """
    account = _Account(tree)
    level = Level(tree, _counting(tree, row), words)
    for rule in PHRASE_NEGATIONS:
        cue = rule(level)
        if cue is not None:
            account.reverse(rule, cue)
            break
    _hear_modality(account, level, PHRASE_MODALITIES)
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
