"""How the words of denials stand to each other, and of what is said against a claim, without proof for it, or if it is so."""

from dataclasses import replace
from typing import Final

from twosource.extract.stances.shapes import behind, held_behind, of_any_subject
from twosource.extract.stances.stance import Reading, Rows, Shape, Word
from twosource.extract.stances.tellers import teller_of
from twosource.language import Clause, Row, labels
from twosource.language.clause import clause_over
from twosource.model import Modality, Polarity

_NEAR: Final = 6
"""Tokens between "without" and what is lacking, "pleaded" and "guilty"."""


def of_nothing(word: Word) -> Reading | None:
    """It is told of as nothing: "no *knowledge* of it", "was not *involved* in it"."""
    clause = clause_over(word.tree, word.row)
    none = word.is_negated_phrase or word.child_of(word.words.scant) is not None
    if clause is None or not (none or word.at(clause.row).is_negated):
        return None
    refused = {word.document.lexicon.factuality.refusing, word.document.lexicon.factuality.failing}
    if any(
        word.at(over).is_one_of(frozenset().union(*refused)) for over in (*word.at(clause.row).governors, clause.row)
    ):
        return None  # "refuses to take responsibility"
    if not none and word.tree.pos[word.row] == labels.NOUN:
        determined = word.child_of(word.words.any_of, labels.DETERMINING)
        if determined is None and word.tree.deps[word.row] in labels.PREDICATIVES:
            return None  # "is not part of" is no denial
    cue = Rows(word.tree.lefts[word.row], word.row) if none else word.at(clause.row).cue(word.row)
    return Reading(word=word, clause=clause.row, taken=held_behind(word), cue=cue)


def of_own_part(word: Word) -> Reading | None:
    """Somebody tells of themselves that they had no *part* in it, or were not *involved*."""
    reading = of_nothing(word)
    subject = None if reading is None else Clause(word.tree, reading.clause).subject
    if reading is None or subject is None or word.at(reading.clause).factuality.modality is not Modality.ACTUAL:
        return None  # "cannot say whether they were involved or not"
    own = word.at(subject.row).is_one_of(word.words.personal | word.words.speakers_own)
    owned = word.tree.child(subject.row, labels.OWNER)
    owned_by = owned is not None and word.tree.tags[owned] == labels.OWNING_PRONOUN
    teller, _ = teller_of(word.at(reading.clause))
    named = teller is not None and word.tree.lemmas[teller] == word.tree.lemmas[subject.row]
    return reading if own or owned_by or named else None


def nothing_done(word: Word) -> Reading | None:
    """Somebody had *nothing* to do with it, or did nothing wrong."""
    tree, clause = word.tree, clause_over(word.tree, word.row)
    if clause is None or tree.deps[word.row] not in labels.OBJECTS:
        return None
    below = next((c for c in tree.children[word.row] if c > word.row and tree.deps[c] in labels.RELATIVE), None)
    below = tree.child(clause.row, labels.OPEN_COMPLEMENT) if below is None else below
    wrong = next(
        (row for at in (word, word.at(clause.row)) if (row := at.child_of(word.words.misdeeds)) is not None), None
    )
    held = held_behind(word.at(below)) if below is not None and word.at(below).is_one_of(word.words.doing) else None
    if wrong is None and held is None:
        return None
    end = max(row for row in (word.row, wrong, below) if row is not None)
    return Reading(word=word, clause=clause.row, taken=held, cue=word.at(clause.row).cue(end))


def innocent(word: Word) -> Reading | None:
    """Somebody says of themselves that they are *innocent*."""
    reading = of_any_subject(word)
    personal = (
        reading is not None and reading.taken is not None and word.at(reading.taken).is_one_of(word.words.personal)
    )
    return replace(reading, taken=None) if reading is not None and personal and reading.so else None


def of_no_noun(word: Word) -> Reading | None:
    """There is none of it: "no *truth* in the rumour"."""
    return of_nothing(word) if word.tree.pos[word.row] == labels.NOUN and word.is_negated_phrase else None


def not_given(word: Word) -> Reading | None:
    """It is not there, nor given by somebody: "no *evidence* that", "offered no *proof*", "has no *confirmation*"."""
    reading = of_nothing(word) if word.tree.pos[word.row] == labels.NOUN else None
    verb = None if reading is None else word.at(reading.clause)
    return reading if verb is not None and verb.is_one_of(word.words.offering | word.words.copulas) else None


def of_such(word: Word) -> Reading | None:
    """There is none of it: "no *such* order was given"."""
    noun = word.tree.heads[word.row]
    clause = clause_over(word.tree, noun)
    if word.tree.pos[noun] != labels.NOUN or clause is None or not word.at(noun).is_negated_phrase:
        return None
    return Reading(word=word, clause=clause.row, taken=noun, cue=Rows(word.tree.lefts[noun], noun))


def pleaded(word: Word) -> Reading | None:
    """Somebody *pleads* not guilty, or innocent; it is said of the charge behind "to"."""
    tree, words = word.tree, word.words
    behind_it = range(word.row + 1, min(tree.rights[word.row], word.row + _NEAR) + 1)
    guilty = next((Row(r) for r in behind_it if word.at(Row(r)).is_one_of(words.guilty | words.innocent)), None)
    negated = guilty is not None and any(word.at(Row(r)).is_one_of(words.negating) for r in range(word.row + 1, guilty))
    if (
        guilty is None
        or negated is word.at(guilty).is_one_of(words.innocent)
        or not word.is_verbal
        or word.factuality.modality is not Modality.ACTUAL
    ):
        return None
    held = (held_behind(word.at(place), words.pleaded_to) for place in (guilty, word.row))
    charge = next((row for row in held if row is not None), None)
    return Reading(word=word, clause=word.row, taken=charge, cue=word.cue(guilty))


def own_innocence(word: Word) -> Reading | None:
    """Somebody stands by their own *innocence*: "has maintained his innocence"."""
    tree, verb = word.tree, word.at(word.tree.heads[word.row])
    own = tree.child(word.row, labels.OWNER)
    if (
        tree.deps[word.row] not in {*labels.OBJECTS, labels.PREPOSED}
        or own is None
        or tree.tags[own] != labels.OWNING_PRONOUN
    ):
        return None
    over = verb if verb.is_verbal else word.at(tree.heads[verb.row])
    if not over.is_one_of(word.words.professing) or over.is_negated or over.factuality.modality is not Modality.ACTUAL:
        return None
    return Reading(word=word, clause=over.row, taken=None, cue=over.cue(word.row))


def not_so(word: Word) -> Reading | None:
    """A negator says that its clause is not so."""
    found = word.document.clause_at(word.tree.starts[word.row])
    such = word.row + 1 < word.sentence.last and word.at(Row(word.row + 1)).is_one_of(word.words.likened)
    if found is None or found.row < word.row - 1 or such:
        return None
    told = word.at(found.row).factuality
    first = word.tree.starts[word.row]
    negative = told.polarity is Polarity.NEGATIVE and told.modality in {Modality.ACTUAL, Modality.FUTURE}
    if not negative or all(start != first for start, _ in told.cues):
        return None
    before = found.tree.children[found.row]
    auxiliary = Row(word.row - 1) if word.row - 1 in found.auxiliaries else word.row
    claim = next((c for c in before if word.tree.deps[c] == labels.ADVERBIAL), None)
    return Reading(word=word, clause=found.row, taken=claim, cue=Rows(auxiliary, word.row), so=False)


def insisted(word: Word) -> Reading | None:
    """Somebody insists that something is not so."""
    reading = not_so(word)
    reports = () if reading is None else word.at(reading.clause).reports
    if reading is None or not reports or not word.at(reports[0].row).is_one_of(word.words.insisting):
        return None  # whose "insisting" it is behind another clause is not sure
    direct = reports[0].row in (word.tree.heads[reading.clause], word.tree.heads[word.tree.heads[reading.clause]])
    joined = word.tree.heads[reading.clause] == reports[0].row or word.tree.deps[reading.clause] == labels.CONJUNCT
    if (
        not (direct and joined)
        or reading.clause < reports[0].row
        or word.at(reading.clause).factuality.modality is not Modality.ACTUAL
    ):
        return None
    return None if Clause(word.tree, reports[0].row).relation == labels.ADVERBIAL else reading


def against_reports(word: Word) -> Reading | None:
    """Somebody says that it is not so "as some papers claimed"."""
    reading = not_so(word)
    if reading is None or reading.taken is None or not word.at(reading.clause).reports:
        return None
    claim = word.at(reading.taken)
    teller = Clause(word.tree, claim.row).own_subject
    if teller is None or word.tree.pos[teller] == labels.PRONOUN:
        return None
    return reading if claim.is_one_of(word.words.saying) and claim.child_of(word.words.likening) is not None else None


def against(word: Word) -> Reading | None:
    """The outlet tells a clause against what was said: "*contrary* to earlier reports, the tank was not empty"."""
    reading = _against(word)
    return None if reading is None or word.at(reading.clause).reports else reading


def against_as_told(word: Word) -> Reading | None:
    """Somebody tells it so: "*contrary* to reports, she said that it was not"."""
    reading = _against(word)
    return reading if reading is not None and word.at(reading.clause).reports else None


def _against(word: Word) -> Reading | None:
    held, clause = held_behind(word), clause_over(word.tree, word.tree.heads[word.row])
    if held is None or clause is None or not word.at(held).is_one_of(word.words.claims):
        return None
    told = (
        clause.complement if clause.lemma in word.words.saying else None
    )  # "contrary to reports, she said it was not"
    over = clause.row if told is None else told.row
    return Reading(word=word, clause=over, taken=held, cue=Rows(word.row, held), so=not word.at(over).is_negated)


def falsely(word: Word) -> Reading | None:
    """It stands beside a verb of telling: "*falsely* claimed that …"."""
    verb = word.at(word.tree.heads[word.row])
    below = word.tree.child(verb.row, labels.CONTENT)
    if word.tree.deps[word.row] != labels.ADVERB_MODIFIER or below is None or verb.is_negated:
        return None
    if not verb.is_verbal or not verb.is_one_of(word.words.saying | word.words.reporting):
        return None
    cue = Rows(Row(min(word.row, verb.row)), Row(max(word.row, verb.row)))
    return Reading(word=word, clause=verb.row, taken=below, cue=cue)


def lacking(word: Word) -> Reading | None:
    """What is said is said "*without* evidence"."""
    near = range(word.row + 1, min(word.tree.rights[word.row], word.row + _NEAR) + 1)
    noun = next((Row(r) for r in near if word.at(Row(r)).is_one_of(word.words.proof)), None)
    over = clause_over(word.tree, word.tree.heads[word.row])
    if over is None or noun is None or over.lemma not in word.words.saying:
        return None
    told = None if over.complement is None else over.complement.row
    told = behind(word, noun, *labels.RELATIVE) if told is None else told  # "claimed without evidence *that …*"
    marked = told is not None and (
        over.complement is not None or word.at(told).child_of(word.words.complementizers) is not None
    )
    return Reading(word=word, clause=over.row, taken=told, cue=Rows(word.row, noun)) if marked else None


def if_so(word: Word) -> Reading | None:
    """It is told on condition that it is so: "*if* true", "*if* the figure proves accurate"."""
    tree, words = word.tree, word.words
    condition = Clause(tree, tree.heads[word.row])
    true = words.true | words.proven
    told = condition.row if word.at(condition.row).is_one_of(true) else condition.predicative
    told = tree.child(condition.row, labels.OPEN_COMPLEMENT) if told is None else told
    subject = condition.own_subject
    of_it = subject is None or word.at(subject).is_one_of(words.numbers | words.demonstratives | words.nobody)
    if tree.deps[word.row] != labels.MARKER or told is None or not word.at(told).is_one_of(true) or not of_it:
        return None
    if word.at(condition.row).is_negated:
        return None
    return Reading(word=word, clause=condition.row, taken=subject, cue=Rows(word.row, Row(max(told, condition.row))))


SHAPES: Final[tuple[Shape, ...]] = (
    of_own_part,
    nothing_done,
    innocent,
    of_no_noun,
    not_given,
    of_such,
    pleaded,
    own_innocence,
    insisted,
    against_reports,
    against,
    against_as_told,
    falsely,
    lacking,
    if_so,
)
