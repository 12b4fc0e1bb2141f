"""The forms of the files of words by which clauses are read: whether they happened, which deed they tell, what excludes what."""

from functools import cached_property
from typing import NamedTuple

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words


class FactualityWords(WordFile, frozen=True, kw_only=True):
    """``factuality.yml``: by which words a clause is not told as a plain fact. All are lemmas but where said."""

    negators: Words = NONE  # adverbs and particles that negate the word they hang from ("not", "never", "hardly")
    negative_determiners: Words = NONE  # words that make a noun phrase one of nobody ("no", "neither")
    negative_pronouns: Words = NONE  # noun phrases of nobody by themselves ("none", "nobody")
    anybody: Words = NONE  # nouns that with "no" before them are nobody ("no one")
    negative_quantities: Words = NONE  # words behind a negator that make it one of nobody ("not one", "hardly any")
    total_quantities: Words = NONE  # words behind a negator that make it one of some only ("not all")
    partitive: Words = NONE  # the preposition between a part and its whole ("of")
    some: Words = NONE  # words that count a part of a whole ("most of the crew"), beside numbers
    exceptions: Words = NONE  # words by which "all" is not all ("all but three")
    behind_exceptions: Words = NONE  # words between such a word and its number ("except for the")
    few: Words = NONE  # words for hardly any, of which some are left ("few")
    some_before_few: Words = NONE  # words before such a word by which it means some ("a few")
    joined_negators: Words = NONE  # words that negate both of two joined things ("neither", "nor")
    without: Words = NONE  # prepositions whose complement is not so ("without")
    # Words in a row that negate their clause, as they stand, in lower case ("no longer").
    negative_phrases: tuple[str, ...] = ()
    # Of these and of the negators, those behind which the auxiliary stands before its subject, as they stand.
    openers: tuple[str, ...] = ()
    helping: Words = NONE  # verbs that help another, beside those named elsewhere
    not_denying: Words = NONE  # words behind a negator by which it denies nothing ("not only")
    alternative: Words = NONE  # conjunctions over whose members a negation reaches ("or")
    copulas: Words = NONE  # verbs that only link ("be")
    asking_behind: Words = NONE  # prepositions behind which stands what is asked for
    until: Words = NONE  # words of a time before which it was not so and after which it was ("not until Friday")
    failing: Words = NONE  # verbs and adjectives by which their infinitive did not happen ("fail", "unable")
    # Verbs, and prepositions behind which stands what they hindered.
    preventing: Words = NONE
    preventing_behind: Words = NONE
    avoiding: Words = NONE  # verbs by which what they take as an object did not happen ("avoid")
    carrying_out: Words = NONE  # verbs whose infinitive happened if they did ("manage", "begin")
    conditions: Words = NONE  # conjunctions of a condition ("if")
    uncertain_conditions: Words = NONE  # conjunctions of an indirect question ("whether")
    # Modal verbs by what they say, as they stand.
    possible_modals: Words = NONE
    future_modals: Words = NONE
    duty_modals: Words = NONE
    conditional_modals: Words = NONE
    # Of the possible ones, those that say with a negator that it did not happen ("could not").
    ability_modals: Words = NONE
    perfect: Words = NONE  # the auxiliary behind which a modal speaks of the past
    yet: Words = NONE  # "has yet to": it has not happened
    # By which it is only possible, or did not quite happen.
    possible_adverbs: Words = NONE
    nearly_adverbs: Words = NONE
    supposing: Words = NONE  # verbs of holding something for so without knowing
    # What their complement is told as.
    planning: Words = NONE
    attempting: Words = NONE
    wishing: Words = NONE
    asking: Words = NONE
    foreseeing: Words = NONE
    enabling: Words = NONE
    going: Words = NONE  # verbs that tell a future in the progressive ("is going to")
    # Before a noun ("a possible attack", "the planned march").
    possible_adjectives: Words = NONE
    future_adjectives: Words = NONE
    saying: Words = NONE  # verbs of saying and knowing, whose complement stands on somebody's word
    denying: Words = NONE  # of these, the ones that say that it is not so
    # Verbs of sending word, by which what it was done to say was said ("called the police to say").
    messaging: Words = NONE
    questioning: Words = NONE  # words whose complement with ``uncertain_conditions`` is a question
    refusing: Words = NONE  # governors of a verb of saying by which nothing is said ("declined to say")
    # What is said of a clause to say that it is so, or is not ("it is not true that").
    truth: Words = NONE
    untruth: Words = NONE

    @cached_property
    def phrases_by_word(self) -> dict[str, list[tuple[str, ...]]]:
        """The first words of ``negative_phrases``, with the words of each that begins so."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in map(str.split, self.negative_phrases):
            found.setdefault(phrase[0], []).append(tuple(phrase))
        return found


class PredicateWords(WordFile, frozen=True, kw_only=True):
    """``deeds.yml``: the words for one deed, and how verbs take their participants. Lemmas, or several with a space."""

    deeds: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # a deed's name, with the words for it
    undergone: Words = NONE  # words whose subject is who it happens to
    suffered: Words = NONE  # deeds that somebody suffers where only one of two is named
    # Verbs, with the prepositions of what they are aimed at.
    aimed: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    light: Words = NONE  # verbs that only say what their object says
    alone: Words = NONE  # of these, those that say something with nothing beside them ("the dam is holding")
    nouns: dict[str, str] = msgspec.field(default_factory=dict)  # nouns for deeds, with the deed
    states: Words = NONE  # verbs that tell a state of their subject
    taking_place: Words = NONE  # verbs that only say that the deed of their subject took place
    hospitals: Words = NONE  # nouns for houses where the hurt are taken
    saying: Words = NONE  # verbs that are no deeds
    of_nobody: Words = NONE  # deeds of which it may be said that nobody did or suffered them
    of_something: Words = NONE  # deeds that are one only where what they were for is the same

    @cached_property
    def deed_of_words(self) -> dict[str, str]:
        """Words, with the deed they tell."""
        return {word: deed for deed, words in self.deeds.items() for word in words}


class Exclusion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """States or deeds of which only one can be so, of the same thing at the same time."""

    name: str  # of what they are states ("life")
    sides: dict[str, Words]  # each side's name, with its deeds and predicates as ``predicates.wordings`` writes them
    # The side after which no other comes ("dead"): that a later text tells it is an update, and that a later text
    # tells another one is none.
    final: str | None = None
    of_amounts: bool = False  # a person can be both, only an amount cannot: rising and falling
    in_turn: bool = False  # one follows upon the other, so that two accounts may tell both: what begins also ends
    once: bool = False  # of one thing only one of them is ever so, and that once: passed, failed
    by_charge: bool = False  # of one charge: acquitted of murder, convicted of theft


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Deeds of one kind from the weakest to the strongest; whoever tells a stronger one does not tell the same."""

    name: str  # of what they are degrees ("ending")
    degrees: tuple[Words, ...]  # the deeds and predicates of each degree
    # Only one of them is done: whoever terminates a contract does not suspend it as well. Of others one follows upon
    # the other: arrested, charged.
    one_step: bool = False


class OppositionWords(WordFile, frozen=True, kw_only=True):
    """``opposition.yml``: what excludes each other, what differs in strength, and prefixes that turn a word round."""

    exclusions: tuple[Exclusion, ...] = ()
    scales: tuple[Scale, ...] = ()
    negative_prefixes: tuple[str, ...] = ()
    charge: Pattern = NEVER  # what a verdict is on, in its group
    every_charge: Pattern = NEVER  # that it is on everything
    not_: str = ""  # before a deed or state that is denied
    others: Words = NONE  # words that tell one thing from another of its kind ("the second crash")
    that_other: Pattern = NEVER  # what points back to an event told of beside the article's own ("in that case")

    @cached_property
    def of_amounts(self) -> frozenset[str]:
        """The names of the exclusions that hold of amounts only."""
        return frozenset(group.name for group in self.exclusions if group.of_amounts)

    @cached_property
    def in_turn(self) -> frozenset[str]:
        """The names of the exclusions of which one follows upon the other."""
        return frozenset(group.name for group in self.exclusions if group.in_turn)

    @cached_property
    def once(self) -> frozenset[str]:
        """The names of the exclusions of which one is so for good."""
        return frozenset(group.name for group in self.exclusions if group.once)

    @cached_property
    def by_charge(self) -> frozenset[str]:
        """The names of the exclusions of which each may be so of a charge of its own."""
        return frozenset(group.name for group in self.exclusions if group.by_charge)

    @cached_property
    def of_one_step(self) -> frozenset[str]:
        """The names of the scales of which only one step is taken."""
        return frozenset(scale.name for scale in self.scales if scale.one_step)

    @cached_property
    def sides_of_words(self) -> dict[str, tuple["Side", ...]]:
        """A deed or wording, with the sides and degrees that it is."""
        found: dict[str, list[Side]] = {}
        for group in self.exclusions:
            for side, wordings in group.sides.items():
                entry = Side(group.name, side, is_degree=False, is_final=side == group.final)
                for wording in wordings:
                    found.setdefault(wording, []).append(entry)
        for scale in self.scales:
            for degree, wordings in enumerate(scale.degrees):
                for wording in wordings:
                    found.setdefault(wording, []).append(Side(scale.name, str(degree), is_degree=True, is_final=False))
        return {wording: tuple(entries) for wording, entries in found.items()}


class Side(NamedTuple):
    """Where a deed or wording stands in a group of states, or on a scale."""

    group: str
    name: str
    is_degree: bool
    is_final: bool
