"""The form of ``stances.yml``: words that say of a statement that it is denied, disputed, confirmed, in doubt."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

import msgspec

from twosource.language.word_files import WordFile

Words = frozenset[str]
_NONE: Words = frozenset()
Kind = Literal["unverified", "disputed", "denied", "confirmed", "corrected"]


class StanceVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs by which somebody takes a stance. All are lemmas.

    Attributes:
        verbs: The verbs.
        kind: What they say of what they take; None for those that say something only where they are negated.
        negated: What they say where they did not take place ("could not confirm"); None for nothing.
        object: A noun that the verb must have for an object ("cast *doubt*"); what is meant stands behind ``behind``.
        behind: Prepositions and particles of which one must follow; what is meant stands behind it.
        into: A noun in the verb's phrase without which it says nothing ("call into *question*").
        only_claims: They take a stance only on a claim, a number or a clause: one can reject much else.
        only_nouns: No clause either: who admits that it is so, or questions whether, takes no stance on a claim.
        own: They may be about what their subject itself said ("retract").
    """

    verbs: Words
    kind: Kind | None = None
    negated: Kind | None = None
    object: str | None = None
    behind: Words = _NONE
    into: str | None = None
    only_claims: bool = False
    only_nouns: bool = False
    own: bool = False


Limit = Literal["own", "told", "by party", "accused", "charged", "exact", "by somebody", "loose"]
"""What else must hold for a stance to be laid, or how.

- own: it may be about what its holder said
- told, by somebody: it is a stance only where somebody other than the outlet says so: else it is news (told, of what is
  said of a claim; by somebody, of what a verb takes)
- by party: it is a denial where the claim is about its holder, and from anybody else a dispute
- accused: something must have been claimed of its holder before
- charged: only what its holder is accused of can be meant
- exact: the words themselves are meant, and never a statement that holds more
- loose: its noun need not mean the last claim
"""


class StanceConstruction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that together say what a claim is worth, without a verb that takes it.

    Attributes:
        kind: What they say.
        begins: The lists at whose words they begin.
        shape: How their words stand to each other, by the name of a function.
        about: What they are said of, by the name of a function.
        by: Who says so, by the name of a function.
        so: Whether their clause must tell it as so, or as not so.
        limits: Of the stance.
        reason: Shown with the mark.
    """

    kind: Kind | Literal["hedged"]
    begins: tuple[str, ...]
    shape: str
    about: str
    by: str
    so: bool = True
    limits: frozenset[Limit] = frozenset()
    reason: str


class StanceWords(WordFile, frozen=True, kw_only=True):
    """``stances.yml``. All are lemmas, but where said.

    Attributes:
        claims: Nouns for what somebody said ("claim", "report"): what hangs from one is what was said.
        wholes: Pronouns for all that was said before their comma ("…, *something* the army denies").
        numbers: Nouns for a number that somebody gave ("toll").
        reports, reporting: Of these, what the press tells, and verbs of telling it.
        issuing: Verbs of what is done with a claim: "the report that he *published*" does not say what it says.
        complementizers: Conjunctions between such a noun and what was said ("the report *that* …").
        portions: Nouns for a part of what was said ("several *aspects* of her testimony").
        mentioned: Nouns that only point at what was told ("situation").
        pronouns: Words that stand for something said before.
        pointing: Those on which a stance can be taken by themselves ("denied *that*").
        demonstratives: Those of which it can be said that they are not so.
        plurals: Those that stand for several things.
        indefinite: Determiners of what was not told before ("a").
        likened: Determiners of what was told before, where it is said not to be ("no *such* plan").
        about: Prepositions between a noun for a claim, or a verb of accusing, and what is claimed ("of").
        accusing: Verbs of accusing.
        accused_of: Prepositions between a verb of accusing and what somebody is accused of.
        holding: Verbs of holding somebody, for what they are accused of.
        opinions: Nouns for what somebody may think ("rejected his *remarks*").
        proposals: Nouns for a claim that may be of something proposed ("the idea of a truce").
        stances: Verbs by which a stance is taken, in the order in which they are tried.
        verb_reasons: What is shown of the stance of a verb, by its kind.
        constructions: Other words by which one is taken, in the order in which they are tried.
        deniable: Nouns besides claims and deeds for what somebody may be said to have done, or to have ("affair").
        any_of: Determiners before whatever is denied ("denied *any* …").
        not_confirmed: What verbs of confirming take in another sense ("a booking").
        not_confirming: Who confirms in another sense ("the senate").
        deciding: Who denies a request, and no claim ("the judge").
        brought: Nouns for what a court deals with ("dismissed the *charges*").
        refusable: Nouns for what somebody may be refused ("denied *bail*").
        pleading, guilty, pleaded_to: A verb of pleading, the word that is negated behind it, and what the charge stands behind.
        innocent: What somebody accused says of themselves.
        nothing, doing, misdeeds: "Nothing", the verb behind it ("nothing to *do* with it"), and what is said of a deed that it was not ("did *nothing wrong*").
        professing, innocence: Verbs by which somebody accused stands by something, and that thing.
        appointing: Prepositions behind which stands what somebody is confirmed as.
        open_questions: Words of a question that doubts no claim ("questioned *why*").
        telling_nouns: Nouns that tell by themselves what can be confirmed ("death").
        carrying: What is said of a deed that took place, in the clause over it ("was *quick* to deny").
        barely: What is said of a deed that did not succeed ("difficult to verify").
        feasible: What is said of a deed that did not succeed, where it is negated ("no *way* to verify").
        refusing: Auxiliaries by which somebody refuses where they are negated ("*would* not confirm").
        saying: Verbs of telling.
        misstating: Verbs of what an earlier version did.
        placing: Of these, what says nothing without a number ("*put* the toll at 30").
        putting: Verbs of calling something something.
        untrue, true, so_true: What is said of a claim that is not so, or is; in any form.
        factual: Of these, what is said of a clause behind "it is", and no opinion of it ("it is not *true* that").
        happening: Verbs of taking place ("that never *happened*").
        proven: What is said of one that was shown to be so ("if *confirmed*").
        doubtful: What is said of one that is thought to be wrong; of these ``overstating`` of a number.
        wrongly: Adverbs of what is claimed and is not so ("*falsely* claimed").
        discredited: Adjectives of claims that were shown not to be so.
        outsiders: Nouns for those who are no party to a claim ("analyst").
        proving: Verbs by which something comes to light ("turned out").
        in_doubt: Adjectives of a claim that is not verified.
        contested, conflicting: Adjectives of a claim that is contested; of several that differ.
        sceptical: Adjectives of who doubts what stands behind them.
        proof, confirmations: Nouns for what would show it, and for showing it ("evidence"; "confirmation").
        scant: Determiners of so little proof that there is none.
        truth: Nouns for being so ("no *truth* in").
        offering: Verbs of giving or having proof.
        backing: Verbs of what proof does ("evidence to *support* the claim").
        giving: Of the verbs of offering those that take proof alone ("offered no proof").
        without: Prepositions of what is lacking.
        contrary: What a clause is told to, where something else was said.
        despite: Prepositions before what was told, where something else is so.
        instead: Words behind which stands what is not done ("rather *than*").
        definite: Determiners of what is known.
        outlet_hedges: Adverbs by which an outlet does not vouch for what it tells ("allegedly").
        guesses: Adverbs by which a speaker guesses ("perhaps").
        hedging_adjectives: Adjectives that hedge their noun ("alleged").
        hedged_of, suspicions: Words behind whose "of" a suspicion stands ("suspected of"; "suspicion of").
        supposing: Participles by which something is held for so ("is *thought* to").
        fearing: Verbs whose subject holds something for so.
        seeming: Verbs of seeming.
        asserting: Verbs whose infinitive is only claimed ("claims to").
        unclear, clear: What is said of what is not known; the latter where it is negated ("not known").
        undisclosed: Verbs that leave a question open where they are negated ("did not say whether").
        withheld: Of these, what somebody only keeps to themselves ("the chief did not *say* whether").
        unsure: What is said of a clause that may not be so, where it is negated ("not *clear* that").
        foreseen: What something seems that is to come ("appears *likely*").
        whether: Conjunctions of a question that yes or no answers.
        past_modals, perfect: The two words of a possibility in the past ("may have").
        to_come: Modals of what is to come.
        copulas: Verbs that only link.
        insisting: Verbs of saying so against others.
        negating: Words at which a denial without a verb of denying begins.
        likening: Conjunctions before what others say ("*as* some reports claimed").
        parts: Nouns and adjectives for having a part in something ("no *involvement* in").
        conceding: Conjunctions of a clause that stands against the one before it.
        earlier: Adjectives of what was told before and does not hold ("earlier reports").
        at_first: Adjectives and adverbs of the same, where something is set against it.
        superseded: Of these, what says by itself that it is told no longer.
        contrast: Words that set something against what stands before them.
        if_words: Conjunctions of a condition.
        speakers_own: Pronouns of whoever speaks.
        personal: Pronouns of persons.
        nobody: Subjects that name nobody ("it").
        unnamed, documents: Nouns for sources without a name, and for documents.
    """

    claims: Words = _NONE
    wholes: Words = _NONE
    numbers: Words = _NONE
    reports: Words = _NONE
    issuing: Words = _NONE
    complementizers: Words = _NONE
    reporting: Words = _NONE
    portions: Words = _NONE
    mentioned: Words = _NONE
    pronouns: Words = _NONE
    pointing: Words = _NONE
    demonstratives: Words = _NONE
    plurals: Words = _NONE
    indefinite: Words = _NONE
    likened: Words = _NONE
    about: Words = _NONE
    accusing: Words = _NONE
    accused_of: Words = _NONE
    holding: Words = _NONE
    opinions: Words = _NONE
    proposals: Words = _NONE
    stances: tuple[StanceVerb, ...] = ()
    verb_reasons: Mapping[Kind, str] = msgspec.field(default_factory=dict[Kind, str])
    constructions: tuple[StanceConstruction, ...] = ()
    deniable: Words = _NONE
    any_of: Words = _NONE
    not_confirmed: Words = _NONE
    not_confirming: Words = _NONE
    deciding: Words = _NONE
    brought: Words = _NONE
    refusable: Words = _NONE
    pleading: Words = _NONE
    guilty: Words = _NONE
    pleaded_to: Words = _NONE
    professing: Words = _NONE
    innocence: Words = _NONE
    innocent: Words = _NONE
    nothing: Words = _NONE
    doing: Words = _NONE
    misdeeds: Words = _NONE
    appointing: Words = _NONE
    open_questions: Words = _NONE
    telling_nouns: Words = _NONE
    carrying: Words = _NONE
    barely: Words = _NONE
    feasible: Words = _NONE
    refusing: Words = _NONE
    saying: Words = _NONE
    misstating: Words = _NONE
    placing: Words = _NONE
    putting: Words = _NONE
    untrue: Words = _NONE
    wrongly: Words = _NONE
    discredited: Words = _NONE
    so_true: Words = _NONE
    outsiders: Words = _NONE
    overstating: Words = _NONE
    factual: Words = _NONE
    happening: Words = _NONE
    proven: Words = _NONE
    doubtful: Words = _NONE
    true: Words = _NONE
    proving: Words = _NONE
    in_doubt: Words = _NONE
    contested: Words = _NONE
    sceptical: Words = _NONE
    conflicting: Words = _NONE
    proof: Words = _NONE
    confirmations: Words = _NONE
    scant: Words = _NONE
    truth: Words = _NONE
    giving: Words = _NONE
    backing: Words = _NONE
    offering: Words = _NONE
    without: Words = _NONE
    definite: Words = _NONE
    contrary: Words = _NONE
    despite: Words = _NONE
    instead: Words = _NONE
    outlet_hedges: Words = _NONE
    guesses: Words = _NONE
    hedging_adjectives: Words = _NONE
    hedged_of: Words = _NONE
    suspicions: Words = _NONE
    supposing: Words = _NONE
    fearing: Words = _NONE
    seeming: Words = _NONE
    asserting: Words = _NONE
    unclear: Words = _NONE
    clear: Words = _NONE
    undisclosed: Words = _NONE
    withheld: Words = _NONE
    unsure: Words = _NONE
    foreseen: Words = _NONE
    whether: Words = _NONE
    past_modals: Words = _NONE
    perfect: Words = _NONE
    to_come: Words = _NONE
    copulas: Words = _NONE
    insisting: Words = _NONE
    negating: Words = _NONE
    likening: Words = _NONE
    parts: Words = _NONE
    conceding: Words = _NONE
    earlier: Words = _NONE
    at_first: Words = _NONE
    superseded: Words = _NONE
    contrast: Words = _NONE
    if_words: Words = _NONE
    speakers_own: Words = _NONE
    personal: Words = _NONE
    nobody: Words = _NONE
    unnamed: Words = _NONE
    documents: Words = _NONE

    @cached_property
    def stances_of_verb(self) -> dict[str, tuple[StanceVerb, ...]]:
        """A verb, with what it may say."""
        found: dict[str, list[StanceVerb]] = {}
        for entry in self.stances:
            for verb in entry.verbs:
                found.setdefault(verb, []).append(entry)
        return {verb: tuple(entries) for verb, entries in found.items()}
