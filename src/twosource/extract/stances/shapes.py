"""How the words of a construction stand to each other: which word is said of what, in which clause, told as so or not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from twosource.extract.stances.stance import Rows, Word
from twosource.extract.stances.targets import claim_target
from twosource.language import Clause, Row, labels
from twosource.language.clause import antecedent_of, clause_over
from twosource.model import Modality, Polarity

_NEAR = 6
"""Tokens between "without" and what is lacking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A construction as it stands in a sentence.

    Attributes:
        word: The word that decides.
        clause: The predicate of the clause that it stands in.
        taken: What it is said of: a noun, a pronoun, a clause; None where nothing is named.
        cue: The words that are shown as the expression.
        so: Whether its clause tells it as so.
    """

    word: Word
    clause: Row
    taken: Row | None
    cue: Rows
    so: bool = True


Shape = Callable[[Word], Reading | None]


def of_subject(word: Word) -> Reading | None:
    """It is said of a claim, its clause's subject: "the report is *false*", "that does not *exist*"."""
    reading = _of_any_subject(word)
    return reading if reading is not None and can_be_untrue(word, reading.taken) else None


def of_figure(word: Word) -> Reading | None:
    """It is said of a phrase with a number: "savings of $40 million are *overstated*"."""
    reading, tree = _of_any_subject(word), word.tree
    if reading is None or reading.taken is None or tree.pos[reading.taken] != labels.NOUN:
        return None
    return reading if _has_number(word, reading.taken) else None


def _has_number(word: Word, row: Row) -> bool:
    """Whether a number stands in a phrase, or behind its verb: "put *the toll* at 30"."""
    over = word.tree.heads[row] if word.tree.deps[row] in labels.OBJECTS else row
    return any(word.tree.pos[r] == labels.NUMERAL for r in range(word.tree.lefts[row], word.tree.rights[over] + 1))


def _of_any_subject(word: Word) -> Reading | None:
    clause = _predicated(word)
    subject = None if clause is None else Clause(word.tree, clause).own_subject
    if clause is None or subject is None or word.at(clause).is_one_of(word.words.proving):
        return None
    over = word.at(clause)
    return Reading(word=word, clause=clause, taken=subject, cue=over.cue(word.row), so=not over.is_negated)


def of_claim_noun(word: Word) -> Reading | None:
    """It stands before a noun for a claim or number: "*unconfirmed* reports"."""
    tree, words, noun = word.tree, word.words, word.tree.heads[word.row]
    clause = clause_over(tree, word.row)
    if tree.deps[word.row] not in labels.MODIFIERS or word.row > noun or clause is None:
        return None
    if not word.at(noun).is_one_of(words.claims | words.numbers | words.telling_nouns):
        return None
    return Reading(word=word, clause=clause.row, taken=noun, cue=Rows(word.row, noun))


def of_known_claim(word: Word) -> Reading | None:
    """It stands before a noun for a claim that is known: "*such* groundless charges", "their *false* claims"."""
    reading = of_claim_noun(word)
    if reading is None or reading.taken is None:
        return None
    noun = word.at(reading.taken)
    if not noun.is_one_of(word.words.claims) or noun.child_of(word.words.any_of, labels.DETERMINING) is not None:
        return None
    target = claim_target(noun, noun.row)
    told = target is not None and target.content is not None and target.reference is None
    known = noun.child_of(word.words.likened | word.words.definite) is not None
    return reading if told or (known and behind(word, noun.row, *labels.RELATIVE) is None) else None


def of_earlier_claim(word: Word) -> Reading | None:
    """It stands before a claim that is told no longer: "*earlier* reports said"; "*initial* …, but", where more follows."""
    reading, words = of_claim_noun(word), word.words
    if reading is None or reading.taken is None:
        return None
    tree, noun = word.tree, reading.taken
    despite = word.at(tree.heads[noun]).is_one_of(words.despite) and tree.deps[noun] == labels.PREPOSED
    known = word.is_one_of(words.earlier) or (word.is_one_of(words.at_first) and contrast_behind(word) is not None)
    if not (known or despite) or not (despite or tree.deps[noun] in labels.SUBJECTS):
        return None
    verb = tree.heads[noun]
    near = not despite and word.at(verb).is_one_of(words.saying) and verb - noun <= _NEAR
    return replace(reading, cue=Rows(word.row, Row(max(noun, verb)))) if near else reading


def at_first(word: Word) -> Reading | None:
    """It stands beside a verb of telling, and something else is told behind it: "*initially* said …, but"."""
    verb = word.at(word.tree.heads[word.row])
    if not verb.is_verbal or not verb.is_one_of(word.words.saying):
        return None
    below = word.tree.child(verb.row, labels.CONTENT, labels.OPEN_COMPLEMENT, *labels.OBJECTS)
    alone = word.row < verb.row and word.is_one_of(word.words.superseded) and _is_told_as_so(verb, below)
    if contrast_behind(word) is None and not alone:
        return None
    cue = Rows(Row(min(word.row, verb.row)), Row(max(word.row, verb.row)))
    blank = below is not None and verb.is_one_of(word.words.placing) and not _has_number(word, below)
    return None if below is None or blank else Reading(word=word, clause=verb.row, taken=below, cue=cue)


def _is_told_as_so(verb: Word, below: Row | None) -> bool:
    """Whether a verb of telling has a clause that tells what was or is, and was not only asked for."""
    if below is None or verb.tree.deps[below] != labels.CONTENT or not Clause(verb.tree, verb.row).is_past:
        return False
    told = verb.at(below).factuality.modality
    return told in {Modality.ACTUAL, Modality.POSSIBLE} and verb.factuality.modality is Modality.ACTUAL


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


def pleaded(word: Word) -> Reading | None:
    """Somebody *pleads* not guilty; it is said of the charge behind "to"."""
    tree, words = word.tree, word.words
    behind_it = range(word.row + 1, min(tree.rights[word.row], word.row + _NEAR) + 1)
    guilty = next((Row(r) for r in behind_it if word.at(Row(r)).is_one_of(words.guilty)), None)
    negated = guilty is not None and any(word.at(Row(r)).is_one_of(words.negating) for r in range(word.row + 1, guilty))
    if not negated or guilty is None or not word.is_verbal or word.factuality.modality is not Modality.ACTUAL:
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


def of_what_follows(word: Word) -> Reading | None:
    """It is said by its clause's subject of what stands behind it: "critics are *sceptical* of the claim"."""
    clause, held = _predicated(word), held_behind(word, word.words.about)
    if clause is None or held is None or word.at(clause).is_negated or not can_be_untrue(word, held):
        return None
    return Reading(word=word, clause=clause, taken=held, cue=word.at(clause).cue(word.row))


def of_nothing(word: Word) -> Reading | None:
    """It is told of as nothing: "no *knowledge* of it", "was not *involved* in it"."""
    clause = clause_over(word.tree, word.row)
    if clause is None or not (word.is_negated_phrase or word.at(clause.row).is_negated):
        return None
    refused = {word.document.lexicon.factuality.refusing, word.document.lexicon.factuality.failing}
    if any(
        word.at(over).is_one_of(frozenset().union(*refused)) for over in (*word.at(clause.row).governors, clause.row)
    ):
        return None  # "refuses to take responsibility"
    if not word.is_negated_phrase and word.tree.pos[word.row] == labels.NOUN:
        determined = word.child_of(word.words.any_of, labels.DETERMINING)
        if determined is None and word.tree.deps[word.row] in labels.PREDICATIVES:
            return None  # "is not part of" is no denial
    cue = Rows(word.tree.lefts[word.row], word.row) if word.is_negated_phrase else word.at(clause.row).cue(word.row)
    return Reading(word=word, clause=clause.row, taken=held_behind(word), cue=cue)


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
    reading = _of_any_subject(word)
    personal = (
        reading is not None and reading.taken is not None and word.at(reading.taken).is_one_of(word.words.personal)
    )
    return replace(reading, taken=None) if reading is not None and personal and reading.so else None


def of_own_part(word: Word) -> Reading | None:
    """Somebody tells of themselves that they had no *part* in it, or were not *involved*."""
    reading = of_nothing(word)
    subject = None if reading is None else Clause(word.tree, reading.clause).subject
    if subject is None:
        return None
    own = word.at(subject.row).is_one_of(word.words.personal | word.words.speakers_own)
    owned = word.tree.child(subject.row, labels.OWNER)
    owned_by = owned is not None and word.tree.tags[owned] == labels.OWNING_PRONOUN
    return reading if own or owned_by or subject.is_name else None


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


def called_untrue(word: Word) -> Reading | None:
    """Somebody calls something untrue: "*called* the accusation baseless", "*dismissed* it as nonsense"."""
    return _called(word, word.words.untrue)


def called_wrong(word: Word) -> Reading | None:
    """Somebody calls something wrong: "*called* the figure exaggerated"."""
    return _called(word, word.words.doubtful)


def _called(word: Word, verdicts: frozenset[str]) -> Reading | None:
    if not word.is_verbal or word.is_negated:
        return None
    inside = tuple(_behind(word))
    false = next((r for r in inside if word.at(r).is_one_of(verdicts)), None)
    passive = word.clause.is_passive
    subject = [word.tree.child(word.row, *labels.PASSIVE_SUBJECTS)] if passive else inside
    thing = next((r for r in subject if r is not None and r != false and can_be_untrue(word, r)), None)
    if thing is None or false is None or (thing > false and not passive):
        return None
    return Reading(word=word, clause=word.row, taken=thing, cue=Rows(word.row, false))


def come_to_light(word: Word) -> Reading | None:
    """It shows that a claim is not so: "*proved* false", "*showed* the report was wrong", "*turned* out not to be true"."""
    tree = word.tree
    said = [word.row, *(c for c in tree.children[word.row] if tree.deps[c] in labels.SAID_BEHIND)]
    if not word.is_verbal or (
        word.is_negated and not any(word.at(r).is_one_of(word.words.true) for r in _behind(word))
    ):
        return None
    for over in said:
        verdict = _verdict(word.at(over))
        if verdict is not None and tree.pos[verdict] != labels.VERB:
            claim = next((c for c in _judged(word, over) if c is not None and can_be_untrue(word, c)), None)
            cue = word.cue(verdict)
            return None if claim is None else Reading(word=word, clause=word.row, taken=claim, cue=cue)
    return None


def _judged(word: Word, over: Row) -> Iterator[Row | None]:
    """What a verdict may be on: its clause's subject, the verb's, the claim that a sentence without a verb begins with."""
    yield Clause(word.tree, over).own_subject
    told = word.clause.subject
    yield None if told is None else told.row
    yield from (row for row in word.sentence.rows if word.tree.heads[row] == row and word.tree.pos[row] == labels.NOUN)


def _verdict(over: Word) -> Row | None:
    """The word that says of a clause's subject that it is not so."""
    untrue = over.words.untrue | over.words.doubtful
    if over.is_one_of(untrue):
        return over.row
    false, true = over.child_of(untrue), over.child_of(over.words.true)
    return false if false is not None else true if over.is_negated else None


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


def can_be_untrue(word: Word, row: Row | None) -> bool:
    """Whether a word is a claim, or points at one."""
    if row is None:
        return False
    named = word.at(row)
    if word.tree.tags[row] in labels.RELATIVE_PRONOUNS:  # "an idea *that* was untrue"
        noun = antecedent_of(word.tree, word.tree.heads[row], row)
        return noun != row and word.at(noun).is_one_of(word.words.claims | word.words.numbers)
    if word.tree.pos[row] in {labels.PRONOUN, labels.DETERMINER}:
        relative = word.tree.deps[word.tree.heads[row]] in labels.RELATIVE
        alone = word.tree.child(word.tree.heads[row], *labels.COMPLEMENTS) is None and word.is_one_of(
            word.words.untrue | word.words.true
        )
        return not relative and (
            named.is_one_of(word.words.demonstratives) or (alone and named.is_one_of(word.words.pointing))
        )
    return named.is_one_of(word.words.claims | word.words.numbers | word.words.mentioned)


def contrast_behind(word: Word) -> Row | None:
    """The first word behind it that sets something against it."""
    behind_it = (Row(r) for r in range(word.row + 1, word.sentence.last))
    return next((r for r in behind_it if word.at(r).is_one_of(word.words.contrast)), None)


def held_behind(word: Word, prepositions: frozenset[str] | None = None) -> Row | None:
    """What stands behind a word's preposition, or behind one of some: a phrase, or a clause."""
    tree = word.tree
    for child in tree.children[word.row]:
        fits = tree.deps[child] in labels.PREPOSITIONS if prepositions is None else tree.lemmas[child] in prepositions
        if child > word.row and fits:
            return tree.child(child, labels.PREPOSED, labels.PREPOSED_CLAUSE, *labels.OBJECTS)
    return None


def behind(word: Word, row: Row, *relations: str) -> Row | None:
    """The first word that hangs from another by one of ``relations`` and stands behind it."""
    return next((c for c in word.tree.children[row] if c > row and word.tree.deps[c] in relations), None)


def _predicated(word: Word) -> Row | None:
    """The clause that says a word of its subject: the verb over an adjective or noun; the verb itself."""
    tree, row = word.tree, word.row
    over = tree.heads[row]
    if tree.deps[row] in labels.PREDICATIVES:
        return over
    if tree.deps[row] == labels.PREPOSED and tree.heads[over] != over:
        return tree.heads[over] if tree.pos[tree.heads[over]] in labels.VERBAL else None
    return row if word.is_verbal else None


def _behind(word: Word) -> Iterator[Row]:
    """The words that stand behind a word and hang from it, however far down."""
    return (Row(row) for row in range(word.row + 1, word.tree.rights[word.row] + 1))
