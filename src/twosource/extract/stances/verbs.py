"""Stances that verbs take: deny, dispute, confirm, could not verify, retract."""

from typing import Final

from twosource.extract.stances.stance import Rows, RuleTable, Stance, Target, Voice, Word
from twosource.extract.stances.targets import clause_rows, is_clause, is_its_subject, target_of
from twosource.language import Clause, NounPhrase, Row, labels
from twosource.language.clause import antecedent_of
from twosource.language.factuality import reporting_of
from twosource.language.words_stances import Kind, StanceVerb
from twosource.model import Modality, Polarity

_HIGHEST_CLIMB: Final = 4
"""Clauses between a verb and who says its sentence."""


def denial(word: Word) -> Stance | None:
    """It is denied."""
    return _by_verb(word, "denied")


def dispute(word: Word) -> Stance | None:
    """It is contested by somebody."""
    return _by_verb(word, "disputed")


def confirmation(word: Word) -> Stance | None:
    """Somebody confirms it."""
    return _by_verb(word, "confirmed")


def no_verification(word: Word) -> Stance | None:
    """It is said not to be verified or confirmed."""
    return _by_verb(word, "unverified")


def retraction(word: Word) -> Stance | None:
    """It is taken back or corrected."""
    return _by_verb(word, "corrected")


_VERBS: Final = ("stances_of_verb",)
VERB_RULES: Final[RuleTable] = (
    (denial, _VERBS),
    (dispute, _VERBS),
    (confirmation, _VERBS),
    (no_verification, _VERBS),
    (retraction, _VERBS),
)


def _by_verb(word: Word, kind: Kind) -> Stance | None:
    if not word.is_verbal:
        return None
    for entry in word.words.stances_of_verb.get(word.tree.lemmas[word.row], ()):
        if kind not in {entry.kind, entry.negated}:
            continue
        took_place = _took_place(word)
        said = entry.kind if took_place else entry.negated if took_place is False else None
        taken = _taken(word, entry) if said == kind else None
        if taken is None or not _fits(word, entry, kind, taken):
            continue
        target = target_of(word, taken) if not word.is_misread else _misread_clause(word)
        if target is not None:
            holder, voice = holder_of(word)
            return Stance(
                kind=kind,
                sentence=word.sentence,
                cue=word.cue(),
                target=target,
                holder=None if holder == taken else holder,
                voice=voice,
                own=entry.own,
                by_party=entry.kind == "denied" and entry.only_claims,
            )
    return None


def _misread_clause(word: Word) -> Target | None:
    """The clause behind a verb that the parser took for an adjective of its subject."""
    tree = word.tree
    over = tree.heads[tree.heads[word.row]]
    return Target(content=Rows(Row(word.row + 1), clause_rows(tree, over).last)) if over > word.row else None


def _took_place(word: Word) -> bool | None:
    """Whether somebody took the stance; None where it is only asked for, planned, or itself denied."""
    told = word.factuality
    if reporting_of(word.reports) in {"denied", "not said"} or _neither_nor(word):
        return None
    if any(word.at(over).is_one_of(word.words.barely) for over in word.governors):
        return False
    if told.modality is not Modality.ACTUAL or told.polarity is Polarity.PARTIAL:
        return None
    return told.polarity is Polarity.POSITIVE


def _neither_nor(word: Word) -> bool:
    """Whether the verb is joined to its opposite: "would neither confirm nor deny"."""
    tree, row = word.tree, word.row
    joined = [c for c in tree.children[row] if tree.deps[c] == labels.CONJUNCT]
    if tree.deps[row] == labels.CONJUNCT:
        joined.append(tree.heads[row])
    return any(tree.lemmas[other] in word.words.stances_of_verb for other in joined) and bool(
        {"neither_nor", "negator", "failed"} & set(word.factuality.rules)
    )


def _taken(word: Word, entry: StanceVerb) -> Row | None:
    """What the verb takes: its object, its clause, its passive subject, or the noun it hangs from."""
    tree, clause = word.tree, word.clause
    if (
        entry.object is not None
        and word.child_of(frozenset({entry.object}), *labels.OBJECTS, *labels.PASSIVE_SUBJECTS) is None
    ):
        return None
    if word.is_misread:
        return tree.heads[word.row]
    if entry.behind:
        return _behind(word, entry)
    if clause.is_passive:
        return _passive_taken(word)
    complement, thing = tree.child(word.row, "ccomp", "xcomp"), tree.child(word.row, *labels.OBJECTS)
    if complement is not None and (thing is None or thing > complement or is_its_subject(tree, complement, thing)):
        return complement
    if thing is not None:
        return thing
    if tree.deps[word.row] == "xcomp" or any(word.at(over).is_one_of(word.words.barely) for over in word.governors):
        subject = clause.subject or Clause(tree, word.governors[-1] if word.governors else word.row).subject
        return subject.row if subject is not None and _is_claim(word, subject.row) else None
    return None


def _behind(word: Word, entry: StanceVerb) -> Row | None:
    """What stands behind one of the verb's prepositions or particles."""
    tree = word.tree
    places = [word.row, *(c for c in tree.children[word.row] if tree.deps[c] in {*labels.OBJECTS, "acomp"})]
    for place in places:
        found = word.at(place).child_of(entry.behind)
        if found is not None and found > word.row:
            held = tree.child(found, labels.PREPOSED, "pcomp", *labels.OBJECTS)
            held = tree.child(word.row, *labels.OBJECTS) if held is None and entry.object is None else held
            if held is not None:
                return held
    return tree.child(word.row, *labels.PASSIVE_SUBJECTS) if entry.object is not None else None


def _passive_taken(word: Word) -> Row | None:
    tree, row = word.tree, word.row
    complement = tree.child(row, "ccomp")
    subject = tree.child(row, *labels.PASSIVE_SUBJECTS, *labels.SUBJECTS)
    if complement is not None and (subject is None or word.at(subject).is_one_of(word.words.nobody)):
        return complement
    if subject is not None:
        return subject
    if tree.deps[row] in labels.RELATIVE:
        return tree.heads[row]
    found = word.clause.subject
    return None if found is None else found.row


def _fits(word: Word, entry: StanceVerb, kind: Kind, taken: Row) -> bool:
    """Whether the verb is used of what is said: not "denied bail", not "confirmed a booking"."""
    if entry.only_claims and not _is_claim(word, taken):
        return False
    if kind == "denied":
        return _denies(word, taken)
    if kind == "confirmed" or (kind == "unverified" and not entry.only_claims):
        return _states(word, taken) and _confirms(word)
    return True


def _is_claim(word: Word, taken: Row) -> bool:
    """Whether something said is taken: a clause, a claim, a number, or a word that points at one."""
    tree, words = word.tree, word.words
    if is_clause(tree, taken):
        whether = tree.child(taken, labels.MARKER, *labels.ALL_SUBJECTS) is not None or Clause(tree, taken).is_finite
        return whether and word.at(taken).child_of(words.open_questions) is None
    pronoun = tree.pos[taken] in {"PRON", "DET"}
    if pronoun and tree.tags[taken] in {"WDT", "WP"}:
        noun = antecedent_of(tree, tree.heads[taken], taken)
        return noun != taken and _is_claim(word, noun)
    if pronoun:
        return word.at(taken).is_one_of(words.pointing)
    return word.at(taken).is_one_of(words.claims | words.numbers)


def _denies(word: Word, taken: Row) -> bool:
    """Not "was denied bail", "denied them entry", "denied herself the pleasure"."""
    tree, words = word.tree, word.words
    if tree.child(word.row, "dative") is not None or word.at(taken).is_one_of(words.not_denied):
        return False
    if word.clause.is_passive and tree.child(word.row, *labels.OBJECTS, "oprd") is not None:
        return False
    thing = tree.child(word.row, *labels.OBJECTS)
    doubled = thing is not None and any(tree.deps[c] in labels.OBJECTS and c != thing for c in tree.children[word.row])
    return not doubled and not _person_before_phrase(word)


def _person_before_phrase(word: Word) -> bool:
    """Whether a pronoun and a noun phrase follow side by side: "deny *it the protection*"."""
    tree, row = word.tree, word.row
    last = tree.sentences[tree.sentence_of[row]][1]
    return (
        row + 2 < last
        and tree.tags[row + 1] == "PRP"
        and tree.tags[row + 2] in {"DT", "PRP$", "NN", "NNS"}
        and (NounPhrase(tree, Row(row + 2)).name is None)
    )


def _confirms(word: Word) -> bool:
    """Not "was confirmed as minister", "the senate confirmed her", "please confirm"."""
    tree, words = word.tree, word.words
    bare = tree.tags[word.row] == labels.BASE_FORM and not word.clause.auxiliaries and word.clause.own_subject is None
    if bare or (word.clause.is_passive and word.child_of(words.appointing, *labels.PREPOSITIONS) is not None):
        return False
    holder, _ = holder_of(word)
    return holder is None or not word.at(holder).is_one_of(words.not_confirming)


def _states(word: Word, taken: Row) -> bool:
    """Whether what is confirmed says something: a clause, a claim, a number, or a noun for what happened."""
    tree, words = word.tree, word.words
    if _is_claim(word, taken):
        return True
    if word.is_misread:
        return tree.deps[taken] in labels.ALL_SUBJECTS
    if is_clause(tree, taken) or tree.pos[taken] not in {"NOUN", "NUM", "PRON"}:
        return False
    if tree.pos[taken] == "PRON":
        return word.at(taken).is_one_of(words.pointing)
    if word.at(taken).is_one_of(words.not_confirmed):
        return False
    telling = (
        word.at(taken).is_one_of(words.telling_nouns) or tree.lemmas[taken] in word.document.lexicon.predicates.nouns
    )
    return telling or tree.child(taken, "nummod") is not None


def holder_of(word: Word) -> tuple[Row | None, Voice]:
    """Who takes the stance of a verb: its subject, or whoever is behind "by"; else who says the sentence.

    A subject that cannot be asked ("the death toll") takes none: then it is who tells of it.
    """
    clause = word.clause
    if clause.is_passive:
        agent = clause.agent
        return (agent.row, "named") if agent is not None and can_be_asked(word, agent.row) else teller_of(word)
    if clause.own_subject is None and clause.relation == labels.ADVERBIAL:
        told, voice = teller_of(word)  # "… that the toll neared 70, contradicting …": who says so contradicts
        if told is not None:
            return told, voice
    subject = clause.subject
    for over in word.governors if subject is None else ():
        subject = subject or Clause(word.tree, over).subject
    if subject is not None and can_be_asked(word, subject.row):
        return subject.row, "named"
    if subject is not None and word.at(subject.row).is_one_of(word.words.claims):
        owner = word.tree.child(subject.row, labels.OWNER)
        return (owner, "named") if owner is not None else teller_of(word)
    return teller_of(word)


def can_be_asked(word: Word, row: Row) -> bool:
    """Whether a phrase names a person, a body, or a document that says something; not a number, a time, "it"."""
    tree, words, phrase = word.tree, word.words, NounPhrase(word.tree, row)
    counted = tree.child(row, "prep") is not None  # "some of the victims"
    if word.at(row).is_one_of(words.nobody | words.numbers) or not (tree.pos[row] in labels.NOMINAL or counted):
        return False
    if word.at(row).is_negated_phrase:
        return False
    entity = phrase.name
    if entity is not None and entity.label in {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"}:
        return False
    return word.at(row).is_one_of(words.documents) or not word.at(row).is_one_of(words.claims | words.proof)


def teller_of(word: Word) -> tuple[Row | None, Voice]:
    """Who is said in the sentence to tell what a word says; else whoever speaks."""
    for report in word.reports:
        subject = Clause(word.tree, report.row).subject
        if subject is not None and can_be_asked(word, subject.row):
            return subject.row, "named"
    tree, here = word.tree, word.row
    for _ in range(_HIGHEST_CLIMB):
        over = tree.heads[here]
        if over == here or tree.deps[here] not in {labels.ADVERBIAL, *labels.RELATIVE, *labels.COMPLEMENTS}:
            break
        if tree.lemmas[over] in word.words.saying:
            subject = Clause(tree, over).subject
            if subject is not None and can_be_asked(word, subject.row):
                return subject.row, "named"
        here = over
    return None, "speaker"
