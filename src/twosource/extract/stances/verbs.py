"""Stances that verbs take: deny, dispute, confirm, could not verify, retract."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.extract.stances.outcomes import took_place
from twosource.extract.stances.stance import Limit, Rows, RuleTable, Stance, Target, Word
from twosource.extract.stances.targets import claim_target, clause_rows, is_clause, is_its_subject, target_of
from twosource.extract.stances.tellers import can_be_asked, holder_of
from twosource.language import Clause, Row, labels
from twosource.language.clause import antecedent_of, clause_over
from twosource.language.words_stances import Kind, StanceVerb
from twosource.model import Modality

_EXACT: Final[frozenset[Limit]] = frozenset({"exact"})
_OWN: Final[frozenset[Limit]] = frozenset({"own"})
_BY_SOMEBODY: Final[frozenset[Limit]] = frozenset({"by somebody"})


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


_NONE: Final[frozenset[str]] = frozenset()
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
    entries = word.words.stances_of_verb.get(word.tree.lemmas[word.row], ()) if word.is_verbal else ()
    for entry in entries:
        use = _use(word, entry, kind) if kind in {entry.kind, entry.negated} else None
        if use is None or any(unfit(use) for unfit in _OTHER_SENSES[kind]):
            continue
        target = _misread_clause(word) if word.is_misread else target_of(word, use.taken)
        if target is not None:
            return _taken_by_holder(use, target)
    return None


def _use(word: Word, entry: StanceVerb, kind: Kind) -> _Use | None:
    """The verb with what it takes, where it says what is asked for."""
    done = took_place(word)
    said = entry.kind if done else entry.negated if done is False else None
    taken = _taken(word, entry) if said == kind else None
    return None if taken is None else _Use(word, entry, kind, taken)


def _taken_by_holder(use: _Use, target: Target) -> Stance:
    holder, voice = holder_of(use.word)
    return Stance(
        kind=use.kind,
        sentence=use.word.sentence,
        cue=use.word.cue(),
        target=target,
        holder=None if holder == use.taken else holder,
        voice=voice,
        limits=_OWN
        if use.entry.own
        else _EXACT
        if use.entry.kind is None
        else _BY_SOMEBODY
        if use.kind == "denied"
        else frozenset(),
    )


def _misread_clause(word: Word) -> Target | None:
    """The clause behind a verb that the parser took for an adjective of its subject."""
    tree = word.tree
    over = tree.heads[tree.heads[word.row]]
    return Target(content=Rows(Row(word.row + 1), clause_rows(tree, over).last)) if over > word.row else None


def _taken(word: Word, entry: StanceVerb) -> Row | None:
    """What the verb takes: its object, its clause, its passive subject, or the noun it hangs from."""
    tree = word.tree
    named = frozenset({entry.object or ""})
    if entry.object and word.child_of(named, *labels.OBJECTS, *labels.PASSIVE_SUBJECTS) is None:
        return None
    if word.is_misread:
        return tree.heads[word.row]
    if entry.into is not None:
        return _taken_into(word, entry.into)
    if entry.behind:
        return _behind(word, entry)
    return _passive_taken(word) if word.clause.is_passive else _active_taken(word)


def _active_taken(word: Word) -> Row | None:
    tree = word.tree
    complement, thing = (
        tree.child(word.row, labels.CONTENT, labels.OPEN_COMPLEMENT),
        tree.child(word.row, *labels.OBJECTS),
    )
    if thing is not None and tree.pos[thing] == labels.SUBORDINATOR and word.clause.relation in labels.RELATIVE:
        return tree.heads[word.row]  # "charges *that* she denied"
    if complement is None or (thing is not None and word.at(thing).is_one_of(word.words.claims)):
        return thing if thing is not None else _taken_of_governor(word)
    own = thing is None or thing > complement > word.row or is_its_subject(tree, complement, thing)
    return complement if own else thing


def _taken_of_governor(word: Word) -> Row | None:
    """What "the number is impossible to check" speaks of."""
    hard = any(word.at(over).is_one_of(word.words.barely) for over in word.governors)
    if word.tree.deps[word.row] != labels.OPEN_COMPLEMENT and not hard:
        return None
    subject = word.clause.subject or (Clause(word.tree, word.governors[-1]).subject if word.governors else None)
    return subject.row if subject is not None and _is_claim(word, subject.row) else None


def _behind(word: Word, entry: StanceVerb) -> Row | None:
    """What stands behind one of the verb's prepositions or particles."""
    tree = word.tree
    places = [
        word.row,
        *(c for c in tree.children[word.row] if tree.deps[c] in {*labels.OBJECTS, labels.ADJECTIVAL_COMPLEMENT}),
    ]
    for place in places:
        found = word.at(place).child_of(entry.behind)
        if found is not None and found > word.row:
            held = tree.child(found, labels.PREPOSED, labels.PREPOSED_CLAUSE, *labels.OBJECTS)
            held = tree.child(word.row, *labels.OBJECTS) if held is None and entry.object is None else held
            if held is not None:
                return held
    return tree.child(word.row, *labels.PASSIVE_SUBJECTS) if entry.object is not None else None


def _taken_into(word: Word, noun: str) -> Row | None:
    """What is "called into *question*", where the verb's phrase has that noun."""
    into = any(phrase.lemma == noun for _, phrase in word.clause.obliques)
    return word.tree.child(word.row, *labels.PASSIVE_SUBJECTS, *labels.OBJECTS) if into else None


def _passive_taken(word: Word) -> Row | None:
    tree, row = word.tree, word.row
    complement = tree.child(row, labels.CONTENT)
    subject = tree.child(row, *labels.PASSIVE_SUBJECTS, *labels.SUBJECTS)
    if complement is not None and (subject is None or word.at(subject).is_one_of(word.words.nobody)):
        return complement
    if subject is None and tree.deps[row] in labels.RELATIVE:
        return tree.heads[row]
    shared = (
        word.clause.subject if subject is None and tree.deps[row] in {labels.OPEN_COMPLEMENT, labels.CONJUNCT} else None
    )
    return subject if shared is None else shared.row


def _is_no_claim(use: _Use) -> bool:
    """It is used of more than what is said, and takes no claim: "rejected the offer", "the idea of a truce"."""
    return use.entry.only_claims and (not _is_claim(use.word, use.taken) or _is_proposal(use))


def _is_proposal(use: _Use) -> bool:
    """Whether something is proposed, or foretold, and nothing claimed: "the notion that he could win"."""
    target = claim_target(use.word, use.taken) if use.object.is_one_of(use.word.words.claims) else None
    if target is None or target.content is None:
        return use.entry.kind == "denied" and use.object.is_one_of(use.word.words.opinions)
    told = clause_over(use.word.tree, target.content.last) if target.reference is None else None
    if told is None or not target.content.first <= told.row <= target.content.last:
        return target.reference is not None and use.object.is_one_of(use.word.words.proposals)
    return use.entry.kind == "denied" and _is_to_come(use, _outermost(use, told.row, target.content))


def _is_of_whatever(use: _Use) -> bool:
    """What "it" is cannot be told: "it has been revised" may be of a rule, "walked it back" of a horse."""
    of_things = use.word.clause.is_passive or use.entry.behind
    return bool(of_things) and use.word.tree.pos[use.taken] == labels.PRONOUN


def _takes_a_clause(use: _Use) -> bool:
    """With a clause it asks or owns up: "questioned whether", "admitted that"."""
    return use.entry.only_nouns and use.takes_clause


def _is_of_what_is_to_come(use: _Use) -> bool:
    """Nobody claims that it is so: "doubted that a court would"."""
    return use.takes_clause and _is_to_come(use, use.taken)


def _outermost(use: _Use, row: Row, inside: Rows) -> Row:
    """The outermost predicate among some words."""
    tree = use.word.tree
    while inside.first <= tree.heads[row] <= inside.last and tree.heads[row] != row:
        row = tree.heads[row]
    return row


def _is_to_come(use: _Use, row: Row) -> bool:
    told = use.word.document.factuality_of(Clause(use.word.tree, row)).modality
    past = use.word.at(row).child_of(use.word.words.perfect, labels.AUXILIARY) is not None  # "could have won"
    return told in {Modality.HYPOTHETICAL, Modality.FUTURE, Modality.ASKED} or (told is Modality.POSSIBLE and not past)


def _is_by_nobody(use: _Use) -> bool:
    """Who does it cannot be asked: "was refuted by other rumours"."""
    agent = use.word.clause.agent if use.word.clause.is_passive else None
    return agent is not None and not can_be_asked(use.word, agent.row)


def _is_kept_from(use: _Use) -> bool:
    """Somebody is kept from something: "was denied bail", "denied them entry"."""
    word, tree, row = use.word, use.word.tree, use.word.row
    if not (use.takes_clause or _is_claim(word, use.taken) or _can_be_denied(use)):
        return True
    bare = not use.takes_clause or tree.child(use.taken, labels.MARKER, *labels.AUXILIARIES) is None
    if bare and any(word.at(Row(r)).is_one_of(word.words.refusable) for r in (use.taken, tree.rights[use.taken])):
        return True
    objects = [
        c
        for c in tree.children[row]
        if tree.deps[c] in (*labels.OBJECTS, labels.OBJECT_PREDICATIVE, labels.INDIRECT_OBJECT)
    ]
    if len(objects) > 1 or (word.clause.is_passive and objects):
        return True
    behind = tree.tags[row + 1 : row + 3]  # "deny it the protection": a pronoun and a phrase side by side
    return (
        len(behind) > 1
        and behind[0] == labels.PERSONAL_PRONOUN
        and behind[1] in _PHRASE_TAGS
        and not _is_time(use, row + 2)
    )


def _is_decided(use: _Use) -> bool:
    """Somebody decides: "the judge denied house arrest", "the charges were dismissed"."""
    holder, _ = holder_of(use.word)
    brought, claimed = use.object.is_one_of(use.word.words.brought), use.object.is_one_of(use.word.words.claims)
    if use.word.clause.is_passive and use.word.clause.agent is None and brought and use.entry.only_claims:
        return True
    decides = holder is not None and use.word.at(holder).is_one_of(use.word.words.deciding)
    return not use.takes_clause and decides and (brought or not claimed)


def _is_time(use: _Use, row: int) -> bool:
    tree = use.word.tree
    return labels.NOUN_AS_ADVERB in (tree.deps[row], tree.deps[tree.heads[row]])


_PHRASE_TAGS: Final = frozenset(
    {labels.DETERMINER_TAG, labels.OWNING_PRONOUN, labels.SINGULAR_NOUN, labels.PLURAL_NOUN}
)


def _states_nothing(use: _Use) -> bool:
    """What is confirmed says nothing: "confirmed our booking"."""
    word, tree, taken, words = use.word, use.word.tree, use.taken, use.word.words
    if word.is_misread:
        return tree.deps[taken] not in labels.ALL_SUBJECTS
    if _is_claim(word, taken):
        return False
    if (
        use.takes_clause
        or tree.pos[taken] not in {labels.NOUN, labels.NUMERAL}
        or use.object.is_one_of(words.not_confirmed)
    ):
        return True
    return not _tells(use) and tree.child(taken, labels.NUMERIC) is None


def _can_be_denied(use: _Use) -> bool:
    """Whether a noun says what somebody may be said to have done, or to have: "denied the affair", "denied any …"."""
    words, active = use.word.words, not use.word.clause.is_passive
    return (
        _tells(use)
        or use.object.is_one_of(words.deniable | (words.parts if active else _NONE))
        or (active and use.object.child_of(words.any_of, labels.DETERMINING) is not None)
    )


def _tells(use: _Use) -> bool:
    """Whether a noun tells by itself what happened: "the arrest"."""
    words = use.word.words
    deeds = frozenset(use.word.document.lexicon.predicates.nouns)
    return use.object.is_one_of(words.telling_nouns | deeds)


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
    "corrected": (_is_no_claim, _is_by_nobody, _is_of_whatever),
}
"""In which senses a verb takes no stance, by what it would say."""


def _is_claim(word: Word, taken: Row) -> bool:
    """Whether something said is taken: a clause, a claim, a number, or a word that points at one."""
    tree, words = word.tree, word.words
    if is_clause(tree, taken):
        whether = tree.child(taken, labels.MARKER, *labels.ALL_SUBJECTS) is not None or Clause(tree, taken).is_finite
        return whether and word.at(taken).child_of(words.open_questions) is None
    if tree.tags[taken] in labels.RELATIVE_PRONOUNS:
        noun = antecedent_of(tree, tree.heads[taken], taken)
        return noun == taken or tree.pos[noun] in labels.VERBAL or _is_claim(word, noun)
    if tree.pos[taken] in {labels.PRONOUN, labels.DETERMINER}:
        return word.at(taken).is_one_of(words.pointing)
    return word.at(taken).is_one_of(words.claims | words.numbers)
