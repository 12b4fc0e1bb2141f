"""How the words stand by which somebody takes back what they themselves said: an apology, a correction, "had said"."""

from dataclasses import replace
from typing import Final

from twosource.extract.stances.shapes import between, can_be_untrue, is_told_as_so, of_any_subject, of_subject
from twosource.extract.stances.stance import Reading, Rows, Shape, Word
from twosource.extract.stances.targets import clause_rows
from twosource.extract.stances.tellers import teller_of
from twosource.language import Clause, NounPhrase, Row, Sentence, labels
from twosource.language.clause import clause_over
from twosource.text.carriers import names_itself

_LABEL: Final = 3
"""Tokens at the start of a paragraph in which a correction is called one."""
_TELLING: Final = frozenset({*labels.NOUNS, labels.VERB})
"""Parts of speech that say what a clause is about."""


def of_own_earlier(word: Word) -> Reading | None:
    """It is said of what its speaker said before: "its *earlier* statement that … was wrong"."""
    reading = of_subject(word)
    if reading is None or reading.taken is None:
        return None
    claim, verb = word.at(reading.taken), word.at(reading.clause).clause
    earlier = claim.child_of(word.words.earlier | word.words.at_first, *labels.MODIFIERS) is not None
    then = word.tree.child(claim.row, labels.NOUN_AS_ADVERB) is not None  # "its statement *last week*"
    had = verb.is_past and any(word.tree.lemmas[row] in word.words.perfect for row in verb.auxiliaries)
    return reading if (earlier or then or had) and _is_of_teller(claim, word.at(reading.clause)) else None


def _is_of_teller(claim: Word, verb: Word) -> bool:
    """Whether a claim is told to be that of who speaks of it: "its", or "the company's" of somebody who has an office."""
    owner, nouns, (teller, _) = (
        claim.tree.child(claim.row, labels.OWNER),
        verb.document.lexicon.source_nouns,
        teller_of(verb),
    )
    if owner is None or claim.is_owned or teller is None:
        return claim.is_owned
    rows = claim.tree.rows(NounPhrase(claim.tree, teller).span)
    bodies = {claim.tree.lemmas[row] for row in rows} & nouns.body
    officer = any(verb.says(Row(row), nouns.office) for row in rows)
    return verb.says(owner, nouns.body) and officer and bodies <= {claim.tree.lemmas[owner]}


def of_own_words(word: Word) -> Reading | None:
    """It is said of what its speaker has just said to have said: "I *said* it was safe. That was wrong", "our notice *said*"."""
    reading, before = of_any_subject(word), _sentence_before(word)
    if reading is None or reading.taken is None or before is None:
        return None
    if not (can_be_untrue(word, reading.taken) or word.at(reading.taken).is_one_of(word.words.pointing)):
        return None
    verbs = (Word(word.document, before, clause.row) for clause in before.clauses)
    told = next((told for verb in verbs if (told := _said_by_oneself(verb)) is not None), None)
    return None if told is None else replace(reading, content=told)


def _said_by_oneself(verb: Word) -> Rows | None:
    """What whoever speaks, or the outlet, tells that they said, or as what they named somebody; None where they tell no such thing."""
    told, named = verb.clause.complement, verb.tree.child(verb.row, *labels.OBJECTS)
    if not (verb.clause.is_past and _is_oneself(verb)):
        return None
    if told is not None and verb.is_one_of(verb.words.saying):
        return clause_rows(verb.tree, told.row)
    held = verb.child_of(verb.words.likening, *labels.PREPOSITIONS)
    if named is None or held is None or named > held or not verb.is_one_of(verb.words.naming):
        return None
    return Rows(verb.tree.lefts[named], verb.tree.rights[held])


def _is_oneself(verb: Word) -> bool:
    """Whether a verb's subject is whoever speaks, their notice or report, or the outlet by its name."""
    subject, ours, document = verb.clause.own_subject, verb.words.speakers_own, verb.document
    if subject is None:
        return False
    own = verb.says(subject, ours) or verb.at(subject).child_of(ours, labels.OWNER) is not None
    name = NounPhrase(verb.tree, subject).span.of(document.article.text)
    return own or names_itself(name, document.article.outlet, document.lexicon.code)


def regretted(word: Word) -> Reading | None:
    """Somebody is sorry for having said it, or admits that it was wrong to say: "apologised for *saying* that …"."""
    tree, over = word.tree, word.tree.heads[word.row]
    if tree.deps[word.row] not in {labels.PREPOSED_CLAUSE, labels.OPEN_COMPLEMENT}:
        return None
    told = tree.child(word.row, labels.CONTENT, *labels.OBJECTS)
    if told is None or (tree.deps[told] != labels.CONTENT and not word.at(told).is_one_of(word.words.demonstratives)):
        return None
    if tree.deps[over] in labels.PREPOSITIONS:
        over = tree.heads[over]
    if word.at(over).is_one_of(word.words.regretting):
        clause = over if tree.pos[over] in labels.VERBAL else tree.heads[over]
        return None if word.at(clause).is_negated else _taken_back(word, clause, told)
    admitting = _admitting(word, over)
    return None if admitting is None else _taken_back(word, admitting, told)


def _admitting(word: Word, over: Row) -> Row | None:
    """The verb by which somebody owns up to it: "*conceded* that she had been wrong to say", "*admitted* it was wrong to say"."""
    adjective = over if word.at(over).is_one_of(word.words.doubtful) else word.at(over).child_of(word.words.doubtful)
    if adjective is None:
        return None
    clause = word.tree.heads[over] if adjective == over else over
    admitting = word.at(word.tree.heads[clause])
    he = word.says(Clause(word.tree, clause).own_subject, word.words.personal | word.words.speakers_own)
    verbs = word.words.admitting | word.words.saying if he else word.words.admitting
    return admitting.row if admitting.is_one_of(verbs) and not admitting.is_negated else None


def in_a_correction(word: Word) -> Reading | None:
    """What an outlet says that it reported, in a paragraph that calls itself a correction: "Correction: … *we said* that …"."""
    if not any(word.at(Row(row)).is_one_of(word.words.correction_labels) for row in range(min(_LABEL, word.row))):
        return None
    told, subject = word.clause.complement, word.clause.own_subject
    if told is None or subject is None or word.is_negated:
        return None
    by_us = word.at(subject).is_one_of(word.words.speakers_own | word.words.reports)
    return _taken_back(word, word.row, told.row) if by_us and word.clause.is_past else None


def corrected_to_show(word: Word) -> Reading | None:
    """What stood in a report is set against what stands there now: "has been corrected to show that it sank on Monday, *not* Sunday"."""
    tree, told = word.tree, clause_over(word.tree, word.row)
    inside = word.sentence.first < word.row < word.sentence.last - 1
    if told is None or not inside or word.relation != labels.NEGATION or tree.words[word.row - 1] != ",":
        return None
    if not _is_put_right(word.at(told.row)):
        return None
    old = _set_against(word)
    first, new = clause_rows(tree, told.row).first, _in_its_place(word, old)
    if new is None or new <= first:
        return None
    content, left_out = Rows(first, tree.rights[old]), Rows(new, word.row)
    return Reading(word=word, clause=told.row, content=content, left_out=left_out, cue=Rows(word.row, word.row))


def _is_put_right(told: Word) -> bool:
    """Whether a clause tells what a report says now: "this story *was corrected* to show …", "an earlier version *misstated* it. She is …"."""
    while told.relation == labels.CONJUNCT:
        told = told.over
    if told.head == told.row:
        before = _sentence_before(told)
        return before is not None and _is_of_own_report(Word(told.document, before, _root(before)))
    return told.over.is_one_of(told.words.amended_to) and _is_of_own_report(told.over.over)


def _is_of_own_report(verb: Word) -> bool:
    """Whether an outlet says of its own report that it was changed, or of any that it was wrong."""
    wrong = verb.is_one_of(verb.words.misstating) or verb.child_of(verb.words.wrongly) is not None
    own = verb.says(verb.clause.own_subject, verb.words.own_reports)
    return wrong or (own and verb.is_one_of(verb.words.amending) and verb.clause.is_passive)


def reported_as(word: Word) -> Reading | None:
    """As what something was reported at first: "her age was *originally* reported as 20"."""
    verb, tree = word.over, word.tree
    subject, held = verb.clause.own_subject, verb.child_of(word.words.likening, *labels.PREPOSITIONS)
    passive = (
        word.relation == labels.ADVERB_MODIFIER and verb.is_one_of(word.words.supposing) and verb.clause.is_passive
    )
    if not passive or subject is None or held is None or verb.is_negated or not subject < verb.row < held:
        return None
    content = Rows(tree.lefts[subject], tree.rights[held])
    left_out = Rows(Row(tree.rights[subject] + 1), held)
    return Reading(word=word, clause=verb.row, content=content, left_out=left_out, cue=between(word.row, verb.row))


def _set_against(word: Word) -> Row:
    """The word over those that a negation behind a comma rules out: ", not a *school* team"."""
    row = Row(word.row + 1)
    while word.row < word.tree.heads[row] != row:
        row = word.tree.heads[row]
    return row


def _in_its_place(word: Word, old: Row) -> Row | None:
    """Where the words begin that stand in place of those ruled out: what they are hung beside, or stands as they do."""
    tree, over = word.tree, word.tree.heads[old]
    if tree.deps[old] in {labels.APPOSITION, labels.CONJUNCT}:
        return tree.lefts[over]
    before = [row for row in tree.children[over] if row < word.row and tree.pos[row] != labels.PUNCTUATION]
    alike = [row for row in before if tree.deps[row] == tree.deps[old]] or before
    return tree.lefts[alike[-1]] if alike else None


def said_before(word: Word) -> Reading | None:
    """What somebody had said who now says or admits another thing: "The firm, which *had said* that …, now says"."""
    verb = word.clause
    had = any(word.tree.lemmas[row] in word.words.perfect for row in verb.auxiliaries) and verb.is_past
    told = verb.complement if had else None
    if told is None or word.is_negated or not is_told_as_so(word, told.row):
        return None
    if word.at(told.row).is_one_of(word.document.lexicon.factuality.wishing):
        return None  # a hope is not taken back by what came of it
    beside = verb.relation in labels.RELATIVE
    turned = _says_now(word) if beside else word.row == _root(word.sentence) and _admitted_before(word, told.row)
    return _taken_back(word, word.row, told.row) if turned else None


def _says_now(word: Word) -> bool:
    """Whether whom a relative clause says more of is told to say something else now."""
    noun = word.tree.heads[word.row]
    over = word.at(word.tree.heads[noun])
    said = word.tree.deps[noun] in labels.SUBJECTS and over.is_one_of(word.words.saying | word.words.admitting)
    return said and over.child_of(word.words.contrast, labels.ADVERB_MODIFIER) is not None


def _admitted_before(word: Word, told: Row) -> bool:
    """Whether the sentence before says that the same person or body admitted what goes against it: "she" goes on with its subject.

    Of another matter nothing is taken back: what was said was a denial, and what is admitted is none, or both have a word in common.
    """
    before = _sentence_before(word)
    if before is None or word.tree.part(word.clause.own_subject) != labels.PRONOUN:
        return False
    verb = Word(word.document, before, _root(before))
    owned = verb.clause.complement if verb.is_one_of(word.words.admitting) and not verb.is_negated else None
    if owned is None:
        return False
    denied = word.at(told).is_negated and not verb.at(owned.row).is_negated
    return denied or not _matter(word, told).isdisjoint(_matter(word, owned.row))


def _matter(word: Word, clause: Row) -> set[str]:
    """The nouns, names and verbs of a clause, as lemmas."""
    tree, rows = word.tree, clause_rows(word.tree, clause)
    return {tree.lemmas[row] for row in range(rows.first, rows.last + 1) if tree.pos[row] in _TELLING}


def _taken_back(word: Word, clause: Row, told: Row) -> Reading:
    first, last = sorted((clause, word.row))
    return Reading(word=word, clause=clause, taken=told, cue=Rows(first, last))


def _sentence_before(word: Word) -> Sentence | None:
    """The sentence before a word's own, in its block; None at the block's start."""
    found = word.document.sentence_at(word.sentence.span.start - 1)
    return found if found is not None and found.block == word.sentence.block else None


def _root(sentence: Sentence) -> Row:
    return next(row for row in sentence.rows if sentence.tree.heads[row] == row)


SHAPES: Final[tuple[Shape, ...]] = (
    of_own_earlier,
    of_own_words,
    regretted,
    in_a_correction,
    corrected_to_show,
    reported_as,
    said_before,
)
