"""Stances that verbs take: deny, dispute, confirm, could not verify, retract."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.extract.stances.stance import Rows, RuleTable, Stance, Target, Voice, Word
from twosource.extract.stances.targets import clause_rows, is_clause, is_its_subject, target_of
from twosource.language import Clause, NounPhrase, Row, labels
from twosource.language.clause import antecedent_of
from twosource.language.reports import reporting_of
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
VERB_RULES: Final[RuleTable] = tuple(
    (rule, _VERBS) for rule in (denial, dispute, confirmation, no_verification, retraction)
)


@dataclass(frozen=True, slots=True)
class _Use:
    """A verb with what it takes, in one of the senses that it may have."""

    word: Word
    entry: StanceVerb
    kind: Kind
    taken: Row

    @property
    def object(self) -> Word:
        """What it takes."""
        return self.word.at(self.taken)

    @property
    def takes_clause(self) -> bool:
        """Whether that is a clause."""
        return is_clause(self.word.tree, self.taken)


def _by_verb(word: Word, kind: Kind) -> Stance | None:
    for entry in word.words.stances_of_verb.get(word.tree.lemmas[word.row], ()) if word.is_verbal else ():
        if kind not in {entry.kind, entry.negated}:
            continue
        took_place = _took_place(word)
        said = entry.kind if took_place else entry.negated if took_place is False else None
        taken = _taken(word, entry) if said == kind else None
        if taken is None or any(unfit(_Use(word, entry, kind, taken)) for unfit in _OTHER_SENSES[kind]):
            continue
        target = _misread_clause(word) if word.is_misread else target_of(word, taken)
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
    tree = word.tree
    named = frozenset({entry.object or ""})
    if entry.object and word.child_of(named, *labels.OBJECTS, *labels.PASSIVE_SUBJECTS) is None:
        return None
    if word.is_misread:
        return tree.heads[word.row]
    if entry.behind:
        return _behind(word, entry)
    return _passive_taken(word) if word.clause.is_passive else _active_taken(word)


def _active_taken(word: Word) -> Row | None:
    tree = word.tree
    complement, thing = tree.child(word.row, "ccomp", "xcomp"), tree.child(word.row, *labels.OBJECTS)
    if complement is None or (thing is not None and word.at(thing).is_one_of(word.words.claims)):
        return thing if thing is not None else _taken_of_governor(word)
    first = thing is None or thing > complement or is_its_subject(tree, complement, thing)
    return complement if first else thing


def _taken_of_governor(word: Word) -> Row | None:
    """What "the number is impossible to check" speaks of."""
    hard = any(word.at(over).is_one_of(word.words.barely) for over in word.governors)
    if word.tree.deps[word.row] != "xcomp" and not hard:
        return None
    subject = word.clause.subject or (Clause(word.tree, word.governors[-1]).subject if word.governors else None)
    return subject.row if subject is not None and _is_claim(word, subject.row) else None


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
    if subject is None and tree.deps[row] in labels.RELATIVE:
        return tree.heads[row]
    shared = word.clause.subject if subject is None and tree.deps[row] in {"xcomp", labels.CONJUNCT} else None
    return subject if shared is None else shared.row


def _is_no_claim(use: _Use) -> bool:
    """It is used of more than what is said, and takes no claim: "rejected the offer"."""
    return use.entry.only_claims and not _is_claim(use.word, use.taken)


def _takes_a_clause(use: _Use) -> bool:
    """With a clause it asks or owns up: "questioned whether", "admitted that"."""
    return use.entry.only_nouns and use.takes_clause


def _is_of_what_is_to_come(use: _Use) -> bool:
    """Nobody claims that it is so: "doubted that a court would"."""
    told = use.word.document.factuality_of(Clause(use.word.tree, use.taken)).modality
    return use.takes_clause and told in {Modality.HYPOTHETICAL, Modality.FUTURE}


def _is_by_nobody(use: _Use) -> bool:
    """Who does it cannot be asked: "was refuted by other rumours"."""
    agent = use.word.clause.agent if use.word.clause.is_passive else None
    return agent is not None and not can_be_asked(use.word, agent.row)


def _is_kept_from(use: _Use) -> bool:
    """Somebody is kept from something: "was denied bail", "denied them entry"."""
    word, tree, row = use.word, use.word.tree, use.word.row
    if not use.takes_clause and use.object.is_one_of(word.words.not_denied):
        return True
    objects = [c for c in tree.children[row] if tree.deps[c] in (*labels.OBJECTS, "oprd", "dative")]
    if len(objects) > 1 or (word.clause.is_passive and objects):
        return True
    behind = tree.tags[row + 1 : row + 3]  # "deny it the protection": a pronoun and a phrase side by side
    return len(behind) > 1 and behind[0] == "PRP" and behind[1] in _PHRASE_TAGS and not _is_time(use, row + 2)


def _is_decided(use: _Use) -> bool:
    """Somebody decides on a request, or pleads to a charge that says nothing here: "the judge denied house arrest"."""
    holder, _ = holder_of(use.word)
    decides = holder is not None and use.word.at(holder).is_one_of(use.word.words.deciding)
    claimed = use.object.is_one_of(use.word.words.claims)
    return not use.takes_clause and (claimed if use.entry.kind is None else decides and not claimed)


def _is_time(use: _Use, row: int) -> bool:
    tree = use.word.tree
    return "npadvmod" in (tree.deps[row], tree.deps[tree.heads[row]])


_PHRASE_TAGS: Final = frozenset({"DT", "PRP$", "NN", "NNS"})


def _states_nothing(use: _Use) -> bool:
    """What is confirmed says nothing: "confirmed our booking"."""
    word, tree, taken, words = use.word, use.word.tree, use.taken, use.word.words
    if word.is_misread:
        return tree.deps[taken] not in labels.ALL_SUBJECTS
    if _is_claim(word, taken):
        return False
    if use.takes_clause or tree.pos[taken] not in {"NOUN", "NUM"} or use.object.is_one_of(words.not_confirmed):
        return True
    telling = words.telling_nouns | frozenset(word.document.lexicon.predicates.nouns)
    return not use.object.is_one_of(telling) and tree.child(taken, "nummod") is None


def _is_asked_for(use: _Use) -> bool:
    """Nobody has done it: "please confirm"."""
    word = use.word
    return word.tree.tags[word.row] == labels.BASE_FORM and not word.clause.auxiliaries and not word.clause.own_subject


def _appoints(use: _Use) -> bool:
    """Somebody is given an office: "was confirmed as minister", "the senate confirmed"."""
    word = use.word
    if word.clause.is_passive and word.child_of(word.words.appointing, *labels.PREPOSITIONS) is not None:
        return True
    holder, _ = holder_of(word)
    return holder is not None and word.at(holder).is_one_of(word.words.not_confirming)


_CONFIRMING: Final = (_is_no_claim, _takes_a_clause, _is_by_nobody, _states_nothing, _is_asked_for, _appoints)
_OTHER_SENSES: Final[dict[Kind, tuple[Callable[[_Use], bool], ...]]] = {
    "denied": (_is_no_claim, _is_by_nobody, _is_kept_from, _is_decided),
    "disputed": (_is_no_claim, _takes_a_clause, _is_by_nobody, _is_of_what_is_to_come),
    "confirmed": _CONFIRMING,
    "unverified": _CONFIRMING,
    "corrected": (_is_no_claim, _is_by_nobody),
}
"""In which senses a verb takes no stance, by what it would say."""


def _is_claim(word: Word, taken: Row) -> bool:
    """Whether something said is taken: a clause, a claim, a number, or a word that points at one."""
    tree, words = word.tree, word.words
    if is_clause(tree, taken):
        whether = tree.child(taken, labels.MARKER, *labels.ALL_SUBJECTS) is not None or Clause(tree, taken).is_finite
        return whether and word.at(taken).child_of(words.open_questions) is None
    if tree.tags[taken] in {"WDT", "WP"}:
        noun = antecedent_of(tree, tree.heads[taken], taken)
        return noun != taken and _is_claim(word, noun)
    if tree.pos[taken] in {"PRON", "DET"}:
        return word.at(taken).is_one_of(words.pointing)
    return word.at(taken).is_one_of(words.claims | words.numbers)


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
