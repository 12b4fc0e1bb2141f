"""In which senses a verb of denying, confirming or correcting takes no stance: "denied bail", "confirmed as minister"."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.extract.stances.shapes import held_behind
from twosource.extract.stances.stance import Rows, Word
from twosource.extract.stances.targets import claim_target, is_clause, is_person
from twosource.extract.stances.tellers import can_be_asked, holder_of
from twosource.language import Clause, Row, labels
from twosource.language.clause import antecedent_of, clause_over
from twosource.language.words_stances import StanceVerb
from twosource.model import MarkKind, Modality


@dataclass(frozen=True, slots=True)
class Use:
    """A verb with what it takes, in one of the senses that it may have."""

    word: Word
    entry: StanceVerb
    kind: MarkKind
    taken: Row

    @property
    def object(self) -> Word:
        """What it takes."""
        return self.word.at(self.taken)

    @property
    def takes_clause(self) -> bool:
        """Whether that is a clause."""
        return is_clause(self.word.tree, self.taken)


def _is_no_claim(use: Use) -> bool:
    """It is used of more than what is said, and takes no claim: "rejected the offer", "the idea of a truce"."""
    act = use.kind == "denied" and use.object.tag == labels.PERSONAL_PRONOUN  # "the order: he rejected it"
    whole = act or use.object.is_one_of(use.word.words.wholes)  # "…, something he rejected" is an act
    said_by = (use.entry.persons and is_person(use.object)) or _is_misgiving(use)
    return use.entry.only_claims and not said_by and (whole or not is_claim(use.word, use.taken) or _is_proposal(use))


def _is_misgiving(use: Use) -> bool:
    """Whether somebody will not have it that it is as others fear, or blame them for: "dismissed *concerns* that it leaks"."""
    target = claim_target(use.word, use.taken) if use.object.is_one_of(use.word.words.misgivings) else None
    return use.kind == "denied" and target is not None and target.content is not None and target.reference is None


def _is_proposal(use: Use) -> bool:
    """Whether something is proposed, and nothing claimed: "the notion that he could win", not "the claim that …"."""
    target = claim_target(use.word, use.taken) if use.object.is_one_of(use.word.words.claims) else None
    if target is None or target.content is None:
        return use.entry.kind == "denied" and use.object.is_one_of(use.word.words.opinions)
    told = clause_over(use.word.tree, target.content.last) if target.reference is None else None
    if told is None or not target.content.first <= told.row <= target.content.last:
        return target.reference is not None and use.object.is_one_of(use.word.words.proposals)
    proposed = use.entry.kind == "denied" and use.object.is_one_of(use.word.words.proposals)
    return proposed and _is_to_come(use, _outermost(use, told.row, target.content))


def _is_of_whatever(use: Use) -> bool:
    """What "it" is cannot be told: "it has been revised" may be of a rule, "walked it back" of a horse."""
    of_things = use.word.clause.is_passive or use.entry.behind
    return bool(of_things) and use.word.tree.pos[use.taken] == labels.PRONOUN


def _is_of_a_thing(use: Use) -> bool:
    """A thing that is not known yet says nothing: "a *case* challenging the claim", "an *economy* that challenges the idea"."""
    words, holder = use.word.words, holder_of(use.word)[0] if use.entry.only_nouns else None
    if holder is None or use.word.says(holder, words.unnamed | words.outsiders):
        return False
    return use.word.at(holder).child_of(words.indefinite, labels.DETERMINING) is not None


def _takes_a_clause(use: Use) -> bool:
    """With a clause it asks or owns up: "questioned whether", "admitted that"."""
    return use.entry.only_nouns and use.takes_clause


def _is_of_what_is_to_come(use: Use) -> bool:
    """Nobody claims that it is so: "doubted that a court would"."""
    return use.takes_clause and _is_to_come(use, use.taken)


def _outermost(use: Use, row: Row, inside: Rows) -> Row:
    """The outermost predicate among some words."""
    tree = use.word.tree
    while inside.first <= tree.heads[row] <= inside.last and tree.heads[row] != row:
        row = tree.heads[row]
    return row


def _is_to_come(use: Use, row: Row) -> bool:
    told = use.word.document.factuality_of(Clause(use.word.tree, row)).modality
    past = use.word.at(row).child_of(use.word.words.perfect, labels.AUXILIARY) is not None  # "could have won"
    return told in {Modality.HYPOTHETICAL, Modality.FUTURE, Modality.ASKED} or (told is Modality.POSSIBLE and not past)


def _is_by_nobody(use: Use) -> bool:
    """Who does it cannot be asked: "was refuted by other rumours"."""
    agent = use.word.clause.agent if use.word.clause.is_passive else None
    return agent is not None and not can_be_asked(use.word, agent.row)


def _is_kept_from(use: Use) -> bool:
    """Somebody is kept from something: "was denied bail", "denied them entry"."""
    word, tree = use.word, use.word.tree
    if not (
        use.takes_clause
        or is_claim(word, use.taken)
        or _is_misgiving(use)
        or _can_be_denied(use)
        or _is_all_before(use)
    ):
        return True
    bare = not use.takes_clause or tree.child(use.taken, labels.MARKER, *labels.AUXILIARIES) is None
    if bare and any(word.says(row, word.words.refusable) for row in (use.taken, tree.rights[use.taken])):
        return True
    taken = [child for child in tree.children[word.row] if tree.deps[child] in _TAKEN]
    objects = [child for child in taken if tree.words[tree.lefts[child] - 1] not in {",", '"', "”"}]
    return len(objects) > (not word.clause.is_passive) or _are_side_by_side(word)


_TAKEN: Final = frozenset({*labels.OBJECTS, labels.OBJECT_PREDICATIVE, labels.INDIRECT_OBJECT})


def _are_side_by_side(word: Word) -> bool:
    """Whether a pronoun and a phrase stand behind it, and no time: "deny *it the protection*", not "it the next day"."""
    tree, phrase = word.tree, word.row + 2
    if tree.form(phrase - 1) != labels.PERSONAL_PRONOUN or tree.form(phrase) not in _PHRASE_TAGS:
        return False
    return labels.NOUN_AS_ADVERB not in (tree.deps[phrase], tree.deps[tree.heads[phrase]])


def _is_decided(use: Use) -> bool:
    """Somebody decides: "the judge denied house arrest", "the charges were dismissed", "prosecutors withdrew a charge"."""
    holder, _ = holder_of(use.word)
    if use.kind == "corrected" and use.object.is_owned:
        return False  # "the council withdrew *its* claim that …"
    brought, claimed = use.object.is_one_of(use.word.words.brought), use.object.is_one_of(use.word.words.claims)
    if use.word.clause.is_passive and use.word.clause.agent is None and brought and use.entry.only_claims:
        return True
    decides = use.word.says(holder, use.word.words.deciding)
    return not use.takes_clause and decides and (brought or not claimed)


_PHRASE_TAGS: Final = frozenset(
    {labels.DETERMINER_TAG, labels.OWNING_PRONOUN, labels.SINGULAR_NOUN, labels.PLURAL_NOUN}
)


def _states_nothing(use: Use) -> bool:
    """What is confirmed says nothing: "confirmed our booking"."""
    word, tree, taken = use.word, use.word.tree, use.taken
    if word.is_misread:
        return tree.deps[taken] not in labels.ALL_SUBJECTS
    reported = word.over.clause.is_passive and word.over.is_one_of(word.words.reporting)
    if is_claim(word, taken) or (reported and word.clause.relation == labels.CONJUNCT):
        return False  # "several injuries are *reported* but not confirmed"
    if use.takes_clause or tree.pos[taken] not in {labels.NOUN, labels.NUMERAL}:
        return True
    telling = _tells(use) or tree.child(taken, labels.NUMERIC) is not None
    return not telling or use.object.is_one_of(word.words.not_confirmed)


def _can_be_denied(use: Use) -> bool:
    """Whether a noun says what somebody may be said to have done, or to have: "denied the affair", "denied any …"."""
    words, active = use.word.words, not use.word.clause.is_passive
    of_one = use.object.is_one_of(words.parts) or use.object.child_of(words.any_of, labels.DETERMINING) is not None
    return _tells(use) or use.object.is_one_of(words.deniable) or (active and of_one)


def _is_all_before(use: Use) -> bool:
    """Whether "which" stands for all that was said: "was accused of stealing it, *which* he denies"; not "bail, which …"."""
    word, tree = use.word, use.word.tree
    if tree.tags[use.taken] not in labels.RELATIVE_PRONOUNS or use.taken != tree.lefts[word.row]:
        return False
    refusable = word.says(antecedent_of(tree, word.row, use.taken), word.words.refusable)
    return tree.words[use.taken - 1] == "," and not word.clause.is_passive and not refusable


def _tells(use: Use) -> bool:
    """Whether a noun tells by itself what happened: "the arrest"."""
    words = use.word.words
    deeds = frozenset(use.word.document.lexicon.predicates.nouns)
    return use.object.is_one_of(words.telling_nouns | deeds)


def _is_asked_for(use: Use) -> bool:
    """Nobody has done it: "please confirm"."""
    word = use.word
    return word.tag == labels.BASE_FORM and not word.clause.auxiliaries and not word.clause.own_subject


_CONFIRMING: Final = (_is_no_claim, _takes_a_clause, _is_by_nobody, _states_nothing, _is_asked_for)
OTHER_SENSES: Final[dict[MarkKind, tuple[Callable[[Use], bool], ...]]] = {
    "denied": (_is_no_claim, _is_by_nobody, _is_kept_from, _is_decided),
    "disputed": (_is_no_claim, _is_of_a_thing, _takes_a_clause, _is_by_nobody, _is_of_what_is_to_come),
    "confirmed": _CONFIRMING,
    "unverified": _CONFIRMING,
    "corrected": (_is_no_claim, _is_by_nobody, _is_of_whatever, _is_decided),
}
"""In which senses a verb takes no stance, by what it would say."""
IN_ANY_KIND: Final[tuple[Callable[[Use], bool], ...]] = (_is_no_claim, _is_by_nobody)
"""The same for a kind of mark that has no senses of its own."""


def is_claim(word: Word, taken: Row) -> bool:
    """Whether something said is taken: a clause, a claim, a number, or a word that points at one."""
    tree, words = word.tree, word.words
    if is_clause(tree, taken):
        whether = tree.child(taken, labels.MARKER, *labels.ALL_SUBJECTS) is not None or Clause(tree, taken).is_finite
        return whether and word.at(taken).child_of(words.open_questions) is None
    if tree.tags[taken] in labels.RELATIVE_PRONOUNS:
        noun = antecedent_of(tree, tree.heads[taken], taken)
        return noun == taken or tree.pos[noun] in labels.VERBAL or is_claim(word, noun)
    if word.at(taken).is_pointing:
        return word.says(taken, words.pointing | words.wholes)
    if word.says(taken, words.portions):  # "several aspects of her testimony"
        whole = held_behind(word.at(taken), words.about)
        return word.says(whole, words.claims | words.numbers)
    return word.says(taken, words.claims | words.numbers)
