"""How the words of a construction stand to each other: which word is said of what, in which clause, told as so or not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.extract.stances.stance import Reading, Rows, Shape, Word
from twosource.extract.stances.targets import claim_target
from twosource.language import Clause, Row, labels
from twosource.language.clause import antecedent_of, clause_over
from twosource.model import Modality

_NEAR = 6
"""Tokens between "without" and what is lacking."""


def of_subject(word: Word) -> Reading | None:
    """It is said of a claim, its clause's subject: "the report is *false*", "that does not *exist*"."""
    reading = of_any_subject(word)
    if reading is None or (word.pos == labels.NOUN and not reading.so and held_behind(word, word.words.about)):
        return None  # "not a *case* of arson" says what it was not
    told = _told_behind_it(word, reading.clause) if word.says(reading.taken, word.words.nobody) else None
    if told is not None:
        return replace(reading, taken=told)
    return reading if can_be_untrue(word, reading.taken) and not is_proposal(word, reading.taken) else None


def _told_behind_it(word: Word, clause: Row) -> Row | None:
    """The clause that "it" stands for: "it is not *true* that …", "not the *case* that …", "*incorrect* to say that …"."""
    below = (*word.tree.children[clause], *word.tree.children[word.row])
    said = next((c for c in below if word.says(c, word.words.suggesting)), None)
    if said is not None and said > word.row and Clause(word.tree, said).is_infinitive:
        told = word.tree.child(said, labels.CONTENT)
        admitted = word.says(word.tree.heads[clause], word.words.admitting)  # it is of one's own words
        over = word.at(clause)
        would = over.child_of(word.words.to_come, labels.AUXILIARY) is not None and not _is_conditional(over)
        actual = over.factuality.modality is Modality.ACTUAL
        return told if (actual or (would and over.reports)) and not admitted else None
    told = word.tree.child(clause, labels.CONTENT)
    hung = behind(word, word.row, labels.NOUN_CLAUSE)
    if told is None and word.says(word.tree.child(hung, labels.MARKER), word.words.complementizers):
        told = hung
    return told if told is not None and told > word.row and word.is_one_of(word.words.factual) else None


def _is_conditional(verb: Word) -> bool:
    """Whether its clause is told on a condition: "it would be wrong if …"."""
    below = (c for c in verb.tree.children[verb.row] if verb.tree.deps[c] == labels.ADVERBIAL)
    return any(verb.at(c).child_of(verb.words.if_words, labels.MARKER) is not None for c in below)


def of_any_subject(word: Word) -> Reading | None:
    """It is said of its clause's subject, whatever that is."""
    clause = _predicated(word)
    subject = None if clause is None else Clause(word.tree, clause).own_subject
    if clause is None or subject is None or word.says(clause, word.words.proving):
        return None
    over = word.at(clause)
    if word.is_one_of(word.words.happening) and _is_foretold(over):
        return None
    return Reading(word=word, clause=clause, taken=subject, cue=over.cue(word.row), so=not over.is_negated)


def _is_foretold(verb: Word) -> bool:
    """Whether it is told as to come: "didn't think that *would happen*"; not "could not have happened"."""
    perfect = verb.child_of(verb.words.perfect, labels.AUXILIARY) is not None
    return not perfect and verb.child_of(verb.words.to_come, labels.AUXILIARY) is not None


def of_claim_noun(word: Word) -> Reading | None:
    """It stands before a noun for a claim or number: "*unconfirmed* reports"."""
    words, noun, clause = word.words, word.head, clause_over(word.tree, word.row)
    if word.relation not in labels.MODIFIERS or word.row > noun or clause is None:
        return None
    if not word.says(noun, words.claims | words.numbers | words.telling_nouns):
        return None
    return Reading(word=word, clause=clause.row, taken=noun, cue=Rows(word.row, noun))


def of_known_claim(word: Word) -> Reading | None:
    """It stands before a noun for a claim that is known: "*such* groundless charges", "their *false* claims"."""
    reading, noun = of_claim_noun(word), word.over
    if reading is None or not noun.is_one_of(word.words.claims):
        return None
    if noun.child_of(word.words.any_of, labels.DETERMINING) is not None:
        return None
    target = claim_target(noun, noun.row)
    told = target is not None and target.content is not None and target.reference is None
    known = noun.child_of(word.words.likened | word.words.definite) is not None
    return reading if told or (known and behind(word, noun.row, *labels.RELATIVE) is None) else None


def of_earlier_claim(word: Word) -> Reading | None:
    """It stands before a claim that is told no longer: "*earlier* reports said"; "*initial* …, but", where more follows."""
    reading, words, noun = of_claim_noun(word), word.words, word.over
    if reading is None:
        return None
    verb = noun.head
    if noun.over.is_one_of(words.despite) and noun.relation == labels.PREPOSED:
        return reading
    told = word.says(verb, words.saying | words.misstating)  # not "an earlier article gives details"
    elsewhere = held_behind(noun, words.standing_in)
    named = elsewhere is not None and word.at(elsewhere).child_of(words.demonstratives) is None
    known = (word.is_one_of(words.earlier) or is_of_this(noun)) and told and not named
    known = known or contrast_behind(word) is not None
    if not known or noun.relation not in labels.SUBJECTS:
        return None
    near = told and verb - noun.row <= _NEAR
    return replace(reading, cue=Rows(word.row, Row(max(noun.row, verb)))) if near else reading


def is_of_this(noun: Word) -> bool:
    """Whether a version *of this article* is meant."""
    held = held_behind(noun)
    this = None if held is None else noun.at(held).child_of(noun.words.demonstratives, labels.DETERMINING)
    return this is not None and noun.says(held, noun.words.own_reports)


def at_first(word: Word) -> Reading | None:
    """It stands beside a verb of telling, and something else is told behind it: "*initially* said …, but"."""
    verb, tree = word.over, word.tree
    said = verb.is_one_of(word.words.saying) and word.relation == labels.ADVERB_MODIFIER
    supposed = verb.is_one_of(word.words.supposing) and verb.clause.is_passive
    below = tree.child(verb.row, labels.CONTENT, labels.OPEN_COMPLEMENT)
    below = tree.child(verb.row, *labels.OBJECTS) if below is None else below
    if below is None or not verb.is_verbal or not (said or supposed):
        return None
    alone = said and word.row < verb.row and word.is_one_of(word.words.superseded) and is_told_as_so(verb, below)
    alone = alone and not _is_borne_out(verb, below)
    blank = verb.is_one_of(word.words.placing) and not _has_number(word, below)
    if blank or _is_asked_for(verb, below) or not (alone or contrast_behind(word) is not None):
        return None
    return Reading(word=word, clause=verb.row, taken=below, cue=between(word.row, verb.row))


def _is_borne_out(verb: Word, below: Row) -> bool:
    """Whether a fact is told behind it that goes with it: "initially reported that he had a gun — *and a gun was found*"."""
    tree = verb.tree
    over = {verb.row, below, tree.heads[verb.row], tree.heads[tree.heads[verb.row]]}
    joined = (Row(r) for r in range(below + 1, verb.sentence.last) if tree.deps[r] == labels.CONJUNCT)
    facts = (
        r
        for r in joined
        if tree.heads[r] in over and Clause(tree, r).own_subject not in {None, verb.clause.own_subject}
    )
    return any(r > verb.row and not verb.says(r, verb.words.saying) for r in facts)


def _has_number(word: Word, row: Row) -> bool:
    """Whether a number stands in a phrase, or behind its verb: "put *the toll* at 30"."""
    over = word.tree.heads[row] if word.tree.deps[row] in labels.OBJECTS else row
    return any(word.tree.pos[r] == labels.NUMERAL for r in range(word.tree.lefts[row], word.tree.rights[over] + 1))


def is_told_as_so(verb: Word, below: Row) -> bool:
    """Whether a verb of telling has a clause that tells what was or is, and was not only asked for."""
    if verb.tree.deps[below] != labels.CONTENT or not verb.clause.is_past or _is_asked_for(verb, below):
        return False
    told = verb.at(below).factuality.modality
    return told in {Modality.ACTUAL, Modality.POSSIBLE} and verb.factuality.modality is Modality.ACTUAL


def _is_asked_for(verb: Word, below: Row) -> bool:
    """Whether it is only to be done, or is a question: "suggested that all users *install* it", "told them to *stay*", "were looking into whether"."""
    tree, told, words = verb.tree, verb.at(below).clause, verb.document.lexicon.factuality
    base = tree.tags[below] == labels.BASE_FORM
    bare = (base or tree.tags[below] == labels.PRESENT_FORM) and not told.auxiliaries
    to_do = base and told.is_infinitive and verb.is_one_of(words.asking)
    question = not words.uncertain_conditions.isdisjoint(tree.lowered[below : tree.rights[below] + 1])
    return to_do or question or (bare and tree.deps[below] == labels.CONTENT)


def of_what_follows(word: Word) -> Reading | None:
    """It is said by its clause's subject of what stands behind it: "critics are *sceptical* of the claim"."""
    clause, held = _predicated(word), held_behind(word, word.words.about)
    if clause is None or held is None or word.at(clause).is_negated or not can_be_untrue(word, held):
        return None
    return Reading(word=word, clause=clause, taken=held, cue=word.at(clause).cue(word.row))


def called_untrue(word: Word) -> Reading | None:
    """Somebody calls something untrue: "*called* the accusation baseless", "*dismissed* it as nonsense"."""
    return _called(word, word.words.untrue)


def called_wrong(word: Word) -> Reading | None:
    """Somebody calls something wrong: "*called* the figure exaggerated"."""
    return _called(word, word.words.doubtful)


def _called(word: Word, verdicts: frozenset[str]) -> Reading | None:
    if not word.is_told:
        return None
    inside, tree = word.below(), word.tree
    false = next((r for r in inside if word.says(r, verdicts)), None)
    passive = word.clause.is_passive
    of_it = frozenset[str]() if word.says(false, word.words.absurd | word.words.doubtful) else word.words.pointing
    subject = [tree.child(word.row, *labels.PASSIVE_SUBJECTS)] if passive else inside
    it = (r for r in subject if word.says(r, of_it) and r != false)
    thing = next((r for r in subject if r is not None and r != false and can_be_untrue(word, r)), next(it, None))
    if thing is None or false is None or (thing > false and not passive):
        return None
    return Reading(word=word, clause=word.row, taken=thing, cue=Rows(word.row, false))


def made_up(word: Word) -> Reading | None:
    """It is said to be made up: "the story was *made* up", "they *made* that up", "she *fabricated* it"."""
    up, clause = word.child_of(word.words.up, labels.PARTICLE), word.clause
    thing = word.tree.child(word.row, *(labels.PASSIVE_SUBJECTS if clause.is_passive else labels.OBJECTS))
    invented = up is not None or word.is_one_of(word.words.inventing)
    if not invented or thing is None or not word.is_told or not can_be_untrue(word, thing):
        return None
    known = word.at(thing).is_pointing or word.at(thing).child_of(word.words.definite) is not None
    end = word.row if up is None else up
    if not known or word.at(end).child_of(word.words.about) is not None or word.child_of(word.words.about) == end + 1:
        return None  # "is making up stories", "the report is made up *of* …"
    return Reading(word=word, clause=word.row, taken=thing, cue=word.cue(end))


def come_to_light(word: Word) -> Reading | None:
    """It shows that a claim is not so: "*proved* false", "*showed* the report was wrong", "*turned* out not to be true"."""
    tree = word.tree
    if not word.is_verbal or (word.is_negated and not any(word.says(r, word.words.true) for r in word.below())):
        return None
    for over in (word.row, *(c for c in tree.children[word.row] if tree.deps[c] in labels.SAID_BEHIND)):
        verdict = _verdict(word.at(over))
        if verdict is not None and tree.pos[verdict] != labels.VERB:
            claim = next((c for c in _judged(word, over) if can_be_untrue(word, c)), None)
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


def can_be_untrue(word: Word, row: Row | None) -> bool:
    """Whether a word is a claim, or points at one."""
    tree, words = word.tree, word.words
    if row is None or not word.at(row).is_pointing:
        return word.says(row, words.claims | words.numbers | words.mentioned)
    over = tree.heads[row]
    if tree.tags[row] in labels.RELATIVE_PRONOUNS:  # "an idea *that* was untrue"
        noun = antecedent_of(tree, over, row)
        return noun != row and word.says(noun, words.claims | words.numbers)
    alone = tree.child(over, *labels.COMPLEMENTS) is None and word.is_one_of(words.untrue | words.true)
    pointing = words.demonstratives | words.pointing if alone else words.demonstratives
    return tree.deps[over] not in labels.RELATIVE and word.says(row, pointing)


def is_proposal(word: Word, row: Row | None) -> bool:
    """Whether an idea is of what to do, and claims nothing: "the *idea* of leaving is absurd"."""
    if row is None or not word.says(row, word.words.proposals):
        return False
    held = held_behind(word.at(row), word.words.about)
    return held is not None and word.tree.tags[held] == labels.GERUND and Clause(word.tree, held).own_subject is None


def between(one: Row, other: Row) -> Rows:
    """The words from one to another, both included."""
    return Rows(min(one, other), max(one, other))


def contrast_behind(word: Word) -> Row | None:
    """The first word behind it that sets something against it."""
    behind_it = (Row(r) for r in range(word.row + 1, word.sentence.last))
    return next((r for r in behind_it if word.says(r, word.words.contrast)), None)


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
    if word.relation == labels.CONJUNCT and word.over.relation in labels.PREDICATIVES:
        row = word.head  # "is unkind and *false*"
    over = tree.heads[row]
    if tree.deps[row] in labels.PREDICATIVES:
        return over
    if tree.deps[row] == labels.PREPOSED and tree.heads[over] != over:
        return tree.heads[over] if tree.pos[tree.heads[over]] in labels.VERBAL else None
    return row if word.is_verbal else None


SHAPES: Final[tuple[Shape, ...]] = (
    of_subject,
    of_claim_noun,
    of_known_claim,
    of_earlier_claim,
    at_first,
    of_what_follows,
    called_untrue,
    called_wrong,
    made_up,
    come_to_light,
)
