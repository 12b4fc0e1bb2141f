"""The form of ``stances.yml``: words that say of a statement that it is denied, disputed, confirmed, in doubt."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

import msgspec

from twosource.language.word_files import NONE, WordFile, Words
from twosource.model.statement import MarkKind


class StanceVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs by which somebody takes a stance. All are lemmas."""

    verbs: Words  # the verbs
    # What they say of what they take; None for those that say something only where they are negated.
    kind: MarkKind | None = None
    negated: MarkKind | None = (
        None  # what they say where they did not take place ("could not confirm"); None for nothing
    )
    # A noun that the verb must have for an object ("cast *doubt*"); what is meant stands behind ``behind``.
    object: str | None = None
    behind: Words = NONE  # prepositions and particles of which one must follow; what is meant stands behind it
    into: str | None = None  # a noun in the verb's phrase without which it says nothing ("call into *question*")
    only_claims: bool = False  # they take a stance only on a claim, a number or a clause: one can reject much else
    # No clause either: who admits that it is so, or questions whether, takes no stance on a claim.
    only_nouns: bool = False
    persons: bool = False  # or on what a person said last whom they take: "contradicted her"
    own: bool = False  # they may be about what their subject itself said ("retract")


Limit = Literal[
    "own", "told", "by party", "accused", "charged", "exact", "by somebody", "loose", "answering", "doubting"
]
"""What else must hold for a stance to be laid, or how.

- own: it may be about what its holder said
- told, by somebody: it is a stance only where somebody other than the outlet says so: else it is news (told, of what is
  said of a claim; by somebody, of what a verb takes)
- by party: it is a denial where the claim is about its holder, and from anybody else a dispute
- accused: something must have been claimed of its holder before
- charged: only what its holder is accused of can be meant
- exact: the words themselves are meant, and never a statement that holds more
- loose: its noun need not mean the last claim
- answering: only what was said just before in the same words is meant
- doubting: it says no more than that its holder is not sure of it: nobody denies it by that
"""


class StanceConstruction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that together say what a claim is worth, without a verb that takes it."""

    kind: MarkKind  # what they say
    begins: tuple[str, ...]  # the lists at whose words they begin
    shape: str  # how their words stand to each other, by the name of a function
    about: str  # what they are said of, by the name of a function
    by: str  # who says so, by the name of a function
    so: bool = True  # whether their clause must tell it as so, or as not so
    limits: frozenset[Limit] = frozenset()  # of the stance
    reason: str  # shown with the mark


class StanceWords(WordFile, frozen=True, kw_only=True):
    """``stances.yml``. All are lemmas, but where said."""

    claims: Words = NONE  # nouns for what somebody said ("claim", "report"): what hangs from one is what was said
    wholes: Words = NONE  # pronouns for all that was said before their comma ("…, *something* the army denies")
    numbers: Words = NONE  # nouns for a number that somebody gave ("toll")
    # Of these, what the press tells, and verbs of telling it.
    reports: Words = NONE
    reporting: Words = NONE
    # Verbs of what is done with a claim: "the report that he *published*" does not say what it says.
    issuing: Words = NONE
    complementizers: Words = NONE  # conjunctions between such a noun and what was said ("the report *that* …")
    portions: Words = NONE  # nouns for a part of what was said ("several *aspects* of her testimony")
    mentioned: Words = NONE  # nouns that only point at what was told ("situation")
    pronouns: Words = NONE  # words that stand for something said before
    pointing: Words = NONE  # those on which a stance can be taken by themselves ("denied *that*")
    demonstratives: Words = NONE  # those of which it can be said that they are not so
    plurals: Words = NONE  # those that stand for several things
    indefinite: Words = NONE  # determiners of what was not told before ("a")
    likened: Words = NONE  # determiners of what was told before, where it is said not to be ("no *such* plan")
    about: Words = NONE  # prepositions between a noun for a claim, or a verb of accusing, and what is claimed ("of")
    told_of: Words = NONE  # of these, before what is claimed itself ("reports *of* a fire")
    encounters: Words = NONE  # what an account is of that does not say what it tells ("their version of *events*")
    accusing: Words = NONE  # verbs of accusing
    accused_of: Words = NONE  # prepositions between a verb of accusing and what somebody is accused of
    accused_in: Words = NONE  # the same before a deed only ("charged *in* the killing of")
    holding: Words = NONE  # verbs of holding somebody, for what they are accused of
    opinions: Words = NONE  # nouns for what somebody may think ("rejected his *remarks*")
    misgivings: Words = NONE  # nouns for what somebody fears or blames: to dismiss that it is so denies it
    proposals: Words = NONE  # nouns for a claim that may be of something proposed ("the idea of a truce")
    stances: tuple[StanceVerb, ...] = ()  # verbs by which a stance is taken, in the order in which they are tried
    # What is shown of the stance of a verb, by its kind.
    verb_reasons: Mapping[MarkKind, str] = msgspec.field(default_factory=dict[MarkKind, str])
    # Other words by which one is taken, in the order in which they are tried.
    constructions: tuple[StanceConstruction, ...] = ()
    # Nouns besides claims and deeds for what somebody may be said to have done, or to have ("affair").
    deniable: Words = NONE
    any_of: Words = NONE  # determiners before whatever is denied ("denied *any* …")
    not_confirmed: Words = NONE  # what verbs of confirming take in another sense ("a booking")
    deciding: Words = NONE  # who denies a request, and no claim ("the judge")
    brought: Words = NONE  # nouns for what a court deals with ("dismissed the *charges*")
    refusable: Words = NONE  # nouns for what somebody may be refused ("denied *bail*")
    # A verb of pleading, the word that is negated behind it, and what the charge stands behind.
    pleading: Words = NONE
    guilty: Words = NONE
    pleaded_to: Words = NONE
    # The noun for it, the verbs that take it, and the noun of whose plea it is where another enters it.
    pleas: Words = NONE
    entering: Words = NONE
    behalf: Words = NONE
    innocent: Words = NONE  # what somebody accused says of themselves
    # "Nothing", the verb behind it ("nothing to *do* with it"), and what is said of a deed that it was not ("did
    # *nothing wrong*").
    nothing: Words = NONE
    doing: Words = NONE
    misdeeds: Words = NONE
    # Verbs by which somebody accused stands by something, and that thing.
    professing: Words = NONE
    innocence: Words = NONE
    open_questions: Words = NONE  # words of a question that doubts no claim ("questioned *why*")
    telling_nouns: Words = NONE  # nouns that tell by themselves what can be confirmed ("death")
    carrying: Words = NONE  # what is said of a deed that took place, in the clause over it ("was *quick* to deny")
    barely: Words = NONE  # what is said of a deed that did not succeed ("difficult to verify")
    feasible: Words = NONE  # what is said of a deed that did not succeed, where it is negated ("no *way* to verify")
    refusing: Words = NONE  # auxiliaries by which somebody refuses where they are negated ("*would* not confirm")
    saying: Words = NONE  # verbs of telling
    misstating: Words = NONE  # verbs of what an earlier version did
    placing: Words = NONE  # of these, what says nothing without a number ("*put* the toll at 30")
    putting: Words = NONE  # verbs of calling something something
    # What is said of a claim that is not so, or is; in any form.
    untrue: Words = NONE
    absurd: Words = NONE  # of these, what may be said of a plan or an act as well
    true: Words = NONE
    so_true: Words = NONE
    # Of these, what is said of a clause behind "it is", and no opinion of it ("it is not *true* that").
    factual: Words = NONE
    # Verbs of making something up, and their particle.
    making: Words = NONE
    inventing: Words = NONE  # verbs that say the same by themselves ("fabricate")
    up: Words = NONE
    suggesting: Words = NONE  # verbs of saying it, behind what is said of it ("it is wrong *to say* that")
    happening: Words = NONE  # verbs of taking place ("that never *happened*")
    proven: Words = NONE  # what is said of one that was shown to be so ("if *confirmed*")
    doubtful: Words = NONE  # what is said of one that is thought to be wrong
    wrongly: Words = NONE  # adverbs of what is claimed and is not so ("*falsely* claimed")
    discredited: Words = NONE  # adjectives of claims that were shown not to be so
    outsiders: Words = NONE  # nouns for those who are no party to a claim ("analyst")
    proving: Words = NONE  # verbs by which something comes to light ("turned out")
    in_doubt: Words = NONE  # adjectives of a claim that is not verified
    contested: Words = NONE  # adjectives of a claim that is contested
    conflicting: Words = NONE  # of several that differ
    sceptical: Words = NONE  # adjectives of who doubts what stands behind them
    proof: Words = NONE  # nouns for what would show it, and for showing it ("evidence"
    confirmations: Words = NONE  # "confirmation")
    scant: Words = NONE  # determiners of so little proof that there is none
    worth: Words = NONE  # what a claim has that is worth anything ("has no *merit*")
    truth: Words = NONE  # nouns for being so ("no *truth* in")
    offering: Words = NONE  # verbs of giving or having proof
    backing: Words = NONE  # verbs of what proof does ("evidence to *support* the claim")
    giving: Words = NONE  # of the verbs of offering those that take proof alone ("offered no proof")
    without: Words = NONE  # prepositions of what is lacking
    contrary: Words = NONE  # what a clause is told to, where something else was said
    despite: Words = NONE  # prepositions before what was told, where something else is so
    instead: Words = NONE  # words behind which stands what is not done ("rather *than*")
    definite: Words = NONE  # determiners of what is known
    outlet_hedges: Words = NONE  # adverbs by which an outlet does not vouch for what it tells ("allegedly")
    guesses: Words = NONE  # adverbs by which a speaker guesses ("perhaps")
    hedging_adjectives: Words = NONE  # adjectives that hedge their noun ("alleged")
    # Words behind whose "of" a suspicion stands ("suspected of"; "suspicion of").
    hedged_of: Words = NONE
    suspicions: Words = NONE
    supposing: Words = NONE  # participles by which something is held for so ("is *thought* to")
    fearing: Words = NONE  # verbs whose subject holds something for so
    seeming: Words = NONE  # verbs of seeming
    asserting: Words = NONE  # verbs whose infinitive is only claimed ("claims to")
    unclear: Words = NONE  # what is said of what is not known
    clear: Words = NONE  # the latter where it is negated ("not known")
    undisclosed: Words = NONE  # verbs that leave a question open where they are negated ("did not say whether")
    withheld: Words = NONE  # of these, what somebody only keeps to themselves ("the chief did not *say* whether")
    unsure: Words = NONE  # what is said of a clause that may not be so, where it is negated ("not *clear* that")
    foreseen: Words = NONE  # what something seems that is to come ("appears *likely*")
    whether: Words = NONE  # conjunctions of a question that yes or no answers
    # The two words of a possibility in the past ("may have").
    past_modals: Words = NONE
    perfect: Words = NONE
    to_come: Words = NONE  # modals of what is to come
    copulas: Words = NONE  # verbs that only link
    insisting: Words = NONE  # verbs of saying so against others
    aside: Words = NONE  # before a number that no longer counts: "85, *not* 120", "*from* 120 to 85"
    negating: Words = NONE  # words at which a denial without a verb of denying begins
    likening: Words = NONE  # conjunctions before what others say ("*as* some reports claimed")
    parts: Words = NONE  # nouns and adjectives for having a part in something ("no *involvement* in")
    conceding: Words = NONE  # conjunctions of a clause that stands against the one before it
    standing_in: Words = NONE  # prepositions before where a report stands, or whose it is ("*in* the Oar")
    earlier: Words = NONE  # adjectives of what was told before and does not hold ("earlier reports")
    at_first: Words = NONE  # adjectives and adverbs of the same, where something is set against it
    superseded: Words = NONE  # of these, what says by itself that it is told no longer
    regretting: Words = NONE  # verbs and adjectives of being sorry for what one said ("*apologised* for saying")
    admitting: Words = NONE  # verbs of owning to something ("*conceded* that")
    naming: Words = NONE  # verbs of naming somebody as something ("*named* him as the winner")
    # What an outlet wrote, verbs of changing it, and verbs before what it says now ("*story* … *corrected* to *show* that").
    own_reports: Words = NONE
    amending: Words = NONE
    amended_to: Words = NONE
    correction_labels: Words = NONE  # what a paragraph begins with that corrects an outlet's own report
    opposing: Words = NONE  # words that begin a clause that stands against the one before it
    contrast: Words = NONE  # words that set something against what stands before them
    if_words: Words = NONE  # conjunctions of a condition
    speakers_own: Words = NONE  # pronouns of whoever speaks
    personal: Words = NONE  # pronouns of persons
    nobody: Words = NONE  # subjects that name nobody ("it")
    # Nouns for sources without a name, and for documents.
    unnamed: Words = NONE
    documents: Words = NONE

    @cached_property
    def of_persons(self) -> Words:
        """Verbs that take a stance on what a person said whom they take."""
        return frozenset(verb for entry in self.stances if entry.persons for verb in entry.verbs)

    @cached_property
    def stances_of_verb(self) -> dict[str, tuple[StanceVerb, ...]]:
        """A verb, with what it may say."""
        found: dict[str, list[StanceVerb]] = {}
        for entry in self.stances:
            for verb in entry.verbs:
                found.setdefault(verb, []).append(entry)
        return {verb: tuple(entries) for verb, entries in found.items()}
