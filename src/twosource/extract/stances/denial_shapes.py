"""How the words of denials stand to each other, and of what is said against a claim, without proof for it, or if it is so."""

from dataclasses import replace
from typing import Final

from twosource.extract.stances.shapes import behind, between, can_be_untrue, held_behind, of_any_subject
from twosource.extract.stances.stance import Reading, Rows, Shape, Word
from twosource.extract.stances.tellers import teller_of
from twosource.language import Clause, Row, labels
from twosource.language.clause import clause_over
from twosource.model import Modality, Polarity

_OPENING: Final = 2
"""Tokens before a clause in which a word stands that sets it against what is before: a comma and the word."""
_NEAR: Final = 6
"""Tokens between "without" and what is lacking, "pleaded" and "guilty"."""


def of_nothing(word: Word) -> Reading | None:
    """It is told of as nothing: "no *knowledge* of it", "was not *involved* in it"."""
    clause, refusing = clause_over(word.tree, word.row), word.document.lexicon.factuality
    none = word.is_negated_phrase or word.child_of(word.words.scant) is not None
    if clause is None or not (none or word.at(clause.row).is_negated):
        return None
    over = (*word.at(clause.row).governors, clause.row)
    if any(word.says(row, refusing.refusing | refusing.failing) for row in over):
        return None  # "refuses to take responsibility"
    predicative = word.pos == labels.NOUN and word.relation in labels.PREDICATIVES
    if predicative and not none and word.child_of(word.words.any_of, labels.DETERMINING) is None:
        return None  # "is not part of" is no denial
    cue = Rows(word.tree.lefts[word.row], word.row) if none else word.at(clause.row).cue(word.row)
    return Reading(word=word, clause=clause.row, taken=held_behind(word), cue=cue)


def of_own_part(word: Word) -> Reading | None:
    """Somebody tells of themselves that they had no *part* in it, or were not *involved*."""
    reading, tree = of_nothing(word), word.tree
    subject = None if reading is None else Clause(tree, reading.clause).subject
    if reading is None or subject is None or word.at(reading.clause).factuality.modality is not Modality.ACTUAL:
        return None  # "cannot say whether they were involved or not"
    if word.says(subject.row, word.words.personal | word.words.speakers_own) or word.at(subject.row).is_owned:
        return reading
    teller, _ = teller_of(word.at(reading.clause))
    return reading if teller is not None and tree.lemmas[teller] == tree.lemmas[subject.row] else None


def nothing_done(word: Word) -> Reading | None:
    """Somebody had *nothing* to do with it, or did nothing wrong."""
    tree, clause = word.tree, clause_over(word.tree, word.row)
    if clause is None or word.relation not in labels.OBJECTS:
        return None
    below = behind(word, word.row, *labels.RELATIVE)
    below = tree.child(clause.row, labels.OPEN_COMPLEMENT) if below is None else below
    misdeeds = (place.child_of(word.words.misdeeds) for place in (word, word.at(clause.row)))
    wrong = next((row for row in misdeeds if row is not None), None)
    held = held_behind(word.at(below)) if below is not None and word.says(below, word.words.doing) else None
    if wrong is None and held is None:
        return None
    end = max(row for row in (word.row, wrong, below) if row is not None)
    return Reading(word=word, clause=clause.row, taken=held, cue=word.at(clause.row).cue(end))


def innocent(word: Word) -> Reading | None:
    """Somebody says of themselves that they are *innocent*."""
    reading = of_any_subject(word)
    if reading is None or not reading.so or not word.says(reading.taken, word.words.personal):
        return None
    return replace(reading, taken=None)


def of_no_noun(word: Word) -> Reading | None:
    """There is none of it: "no *truth* in the rumour"."""
    return of_nothing(word) if word.pos == labels.NOUN and word.is_negated_phrase else None


def worthless(word: Word) -> Reading | None:
    """A claim is said to have nothing that speaks for it: "has no *merit*", "is without *foundation*"."""
    over = word.over
    without = word.relation == labels.PREPOSED and over.is_one_of(word.words.without)
    verb = over.over if without else over
    held = word.relation in labels.OBJECTS and word.is_negated_phrase and verb.is_one_of(word.words.perfect)
    said = held or (without and verb.is_one_of(word.words.copulas) and not verb.is_negated)
    subject = verb.clause.own_subject if said else None
    if not can_be_untrue(word, subject):
        return None
    return Reading(word=word, clause=verb.row, taken=subject, cue=Rows(min(verb.row, word.row), word.row))


def not_given(word: Word) -> Reading | None:
    """It is not there, nor given by somebody: "no *evidence* that", "offered no *proof*", "has no *confirmation*"."""
    reading = of_nothing(word) if word.pos == labels.NOUN else None
    verb = None if reading is None else word.at(reading.clause)
    return reading if verb is not None and verb.is_one_of(word.words.offering | word.words.copulas) else None


def of_such(word: Word) -> Reading | None:
    """There is none of it: "no *such* order was given"."""
    noun = word.head
    clause = clause_over(word.tree, noun)
    if word.tree.pos[noun] != labels.NOUN or clause is None or not word.at(noun).is_negated_phrase:
        return None
    return Reading(word=word, clause=clause.row, taken=noun, cue=Rows(word.tree.lefts[noun], noun))


def pleaded(word: Word) -> Reading | None:
    """Somebody *pleads* not guilty, or innocent; it is said of the charge behind "to"."""
    told = word.is_verbal and word.factuality.modality is Modality.ACTUAL
    guilty = _not_guilty(word, word.below(_NEAR)) if told else None
    if guilty is None:
        return None
    return Reading(word=word, clause=word.row, taken=_charge_behind(word, guilty), cue=word.cue(guilty))


def plea_entered(word: Word) -> Reading | None:
    """A *plea* of not guilty is entered: "entered a not guilty *plea*", "a *plea* of not guilty was entered on his behalf"."""
    tree, verb = word.tree, word.over
    guilty = _not_guilty(word, tuple(Row(r) for r in range(tree.lefts[word.row], tree.rights[word.row] + 1)))
    taken = word.relation in {*labels.OBJECTS, *labels.PASSIVE_SUBJECTS} and verb.is_one_of(word.words.entering)
    if guilty is None or not taken or verb.is_negated or verb.factuality.modality is not Modality.ACTUAL:
        return None
    cue = Rows(Row(min(guilty - 1, word.row, verb.row)), max(guilty, word.row))
    return Reading(word=word, clause=verb.row, taken=_charge_behind(word, verb.row), cue=cue)


def _not_guilty(word: Word, among: tuple[Row, ...]) -> Row | None:
    """The word by which somebody says that they are not guilty; None where they say that they are."""
    words = word.words
    guilty = next((row for row in among if word.says(row, words.guilty | words.innocent)), None)
    negated = any(word.says(row, words.negating) for row in among if guilty is not None and row < guilty)
    return None if negated is word.says(guilty, words.innocent) else guilty


def _charge_behind(word: Word, other: Row) -> Row | None:
    held = (held_behind(word.at(place), word.words.pleaded_to) for place in (other, word.row))
    return next((row for row in held if row is not None), None)


def own_innocence(word: Word) -> Reading | None:
    """Somebody stands by their own *innocence*: "has maintained his innocence"."""
    if word.relation not in {*labels.OBJECTS, labels.PREPOSED} or not word.is_owned:
        return None
    over = word.over if word.over.is_verbal else word.over.over
    if not over.is_one_of(word.words.professing) or over.is_negated or over.factuality.modality is not Modality.ACTUAL:
        return None
    return Reading(word=word, clause=over.row, taken=None, cue=over.cue(word.row))


def not_so(word: Word) -> Reading | None:
    """A negator says that its clause is not so."""
    found, first = word.document.clause_at(word.tree.starts[word.row]), word.tree.starts[word.row]
    such = word.row + 1 < word.sentence.last and word.says(Row(word.row + 1), word.words.likened)
    if found is None or found.row < word.row - 1 or such:
        return None
    told = word.at(found.row).factuality
    negative = told.polarity is Polarity.NEGATIVE and told.modality in {Modality.ACTUAL, Modality.FUTURE}
    if not negative or all(start != first for start, _ in told.cues):
        return None
    auxiliary = Row(word.row - 1) if word.row - 1 in found.auxiliaries else word.row
    claim = word.tree.child(found.row, labels.ADVERBIAL)
    return Reading(word=word, clause=found.row, taken=claim, cue=Rows(auxiliary, word.row), so=False)


def insisted(word: Word) -> Reading | None:
    """Somebody insists that something is not so; whose "insisting" it is behind another clause is not sure."""
    reading, heads = not_so(word), word.tree.heads
    report = None if reading is None else next(iter(word.at(reading.clause).reports), None)
    if reading is None or report is None or not word.says(report.row, word.words.insisting):
        return None
    told, over = word.at(reading.clause), heads[reading.clause]
    direct = over == report.row or (heads[over] == report.row and told.relation == labels.CONJUNCT)
    actual = told.factuality.modality is Modality.ACTUAL and word.at(report.row).relation != labels.ADVERBIAL
    return reading if direct and actual and report.row < reading.clause else None


def against_reports(word: Word) -> Reading | None:
    """Somebody says that it is not so "as some papers claimed"."""
    reading = not_so(word)
    if reading is None or reading.taken is None or not word.at(reading.clause).reports:
        return None
    claim = word.at(reading.taken)
    if word.tree.part(claim.clause.own_subject) in {"", labels.PRONOUN}:
        return None
    return reading if claim.is_one_of(word.words.saying) and claim.child_of(word.words.likening) is not None else None


def answered(word: Word) -> Reading | None:
    """Somebody says that it is *not* so against what was just said: "but the clerk found *no* warrants", "however, they had *never* met"."""
    reading = not_so(word)
    if reading is None or not word.at(reading.clause).reports or not _is_set_against(word, reading.clause):
        return None
    denied = word.head if word.relation == labels.DETERMINING else reading.clause
    says_little = word.says(denied, word.words.copulas | word.words.perfect | word.words.doing)
    return None if says_little else replace(reading, taken=denied)


def _is_set_against(word: Word, clause: Row) -> bool:
    """Whether a clause is set against something by a word at its sentence's start, or before what reports it: "but", "although"."""
    over, start = (clause, *(report.row for report in word.at(clause).reports)), word.sentence.first
    first = min(word.tree.lefts[row] for row in over)
    beside = (start, *range(max(start, first - _OPENING), word.row))
    return any(word.says(Row(row), word.words.opposing) for row in beside)


def against_as_told(word: Word) -> Reading | None:
    """Somebody tells it against what was said: "*contrary* to reports, she said that it was not"."""
    held, clause = held_behind(word), clause_over(word.tree, word.head)
    if clause is None or not word.says(held, word.words.claims):
        return None
    told = clause.complement if clause.lemma in word.words.saying else None
    over = word.at(clause.row if told is None else told.row)
    if held is None or not over.reports:
        return None
    return Reading(word=word, clause=over.row, taken=held, cue=Rows(word.row, held), so=not over.is_negated)


def falsely(word: Word) -> Reading | None:
    """It stands beside a verb of telling: "*falsely* claimed that …"."""
    verb, below = word.over, word.tree.child(word.head, labels.CONTENT)
    told = verb.is_told and verb.is_one_of(word.words.saying | word.words.reporting)
    if word.relation != labels.ADVERB_MODIFIER or below is None or not told:
        return None
    return Reading(word=word, clause=verb.row, taken=below, cue=between(word.row, verb.row))


def lacking(word: Word) -> Reading | None:
    """What is said is said "*without* evidence"."""
    noun = next((row for row in word.below(_NEAR) if word.says(row, word.words.proof)), None)
    over = clause_over(word.tree, word.head)
    if over is None or noun is None or over.lemma not in word.words.saying:
        return None
    told = None if over.complement is None else over.complement.row
    if told is None:  # "claimed without evidence *that …*"
        told = behind(word, noun, *labels.RELATIVE)
        if told is None or word.at(told).child_of(word.words.complementizers) is None:
            return None
    return Reading(word=word, clause=over.row, taken=told, cue=Rows(word.row, noun))


def if_so(word: Word) -> Reading | None:
    """It is told on condition that it is so: "*if* true", "*if* the figure proves accurate"."""
    words, condition = word.words, word.over.clause
    true, subject = words.true | words.proven, condition.own_subject
    told = condition.row if word.says(condition.row, true) else condition.predicative
    told = word.tree.child(condition.row, labels.OPEN_COMPLEMENT) if told is None else told
    of_it = subject is None or word.says(subject, words.numbers | words.demonstratives | words.nobody)
    if told is None or word.relation != labels.MARKER or not word.says(told, true) or not of_it or word.over.is_negated:
        return None
    return Reading(word=word, clause=condition.row, taken=subject, cue=Rows(word.row, Row(max(told, condition.row))))


SHAPES: Final[tuple[Shape, ...]] = (
    of_own_part,
    nothing_done,
    innocent,
    of_no_noun,
    worthless,
    not_given,
    of_such,
    pleaded,
    plea_entered,
    own_innocence,
    insisted,
    against_reports,
    answered,
    against_as_told,
    falsely,
    lacking,
    if_so,
)
