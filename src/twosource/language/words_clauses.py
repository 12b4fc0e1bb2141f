"""The forms of the files of words by which clauses are read: whether they happened, which deed they tell, what excludes what."""

from functools import cached_property
from typing import NamedTuple

import msgspec

from twosource.language.word_files import WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class FactualityWords(WordFile, frozen=True, kw_only=True):
    """``factuality.yml``: by which words a clause is not told as a plain fact. All are lemmas but where said.

    Attributes:
        negators: Adverbs and particles that negate the word they hang from ("not", "never", "hardly").
        negative_determiners: Words that make a noun phrase one of nobody ("no", "neither").
        negative_pronouns: Noun phrases of nobody by themselves ("none", "nobody").
        negative_quantities: Words behind a negator that make it one of nobody ("not one", "hardly any").
        total_quantities: Words behind a negator that make it one of some only ("not all").
        partitive: The preposition between a part and its whole ("of").
        few: Words for hardly any, of which some are left ("few").
        some_before_few: Words before such a word by which it means some ("a few").
        joined_negators: Words that negate both of two joined things ("neither", "nor").
        without: Prepositions whose complement is not so ("without").
        negative_phrases: Words in a row that negate their clause, as they stand, in lower case ("no longer").
        not_denying: Words behind a negator by which it denies nothing ("not only").
        alternative: Conjunctions over whose members a negation reaches ("or").
        copulas: Verbs that only link ("be").
        asking_behind: Prepositions behind which stands what is asked for.
        until: Words of a time before which it was not so and after which it was ("not until Friday").
        failing: Verbs and adjectives by which their infinitive did not happen ("fail", "unable").
        preventing, preventing_behind: Verbs, and prepositions behind which stands what they hindered.
        avoiding: Verbs by which what they take as an object did not happen ("avoid").
        carrying_out: Verbs whose infinitive happened if they did ("manage", "begin").
        conditions: Conjunctions of a condition ("if").
        uncertain_conditions: Conjunctions of an indirect question ("whether").
        possible_modals, future_modals, duty_modals, conditional_modals: Modal verbs by what they say, as they stand.
        ability_modals: Of the possible ones, those that say with a negator that it did not happen ("could not").
        perfect: The auxiliary behind which a modal speaks of the past.
        yet: "has yet to": it has not happened.
        possible_adverbs, nearly_adverbs: By which it is only possible, or did not quite happen.
        supposing: Verbs of holding something for so without knowing.
        planning, attempting, wishing, asking, foreseeing, enabling: What their complement is told as.
        going: Verbs that tell a future in the progressive ("is going to").
        possible_adjectives, future_adjectives: Before a noun ("a possible attack", "the planned march").
        saying: Verbs of saying and knowing, whose complement stands on somebody's word.
        denying: Of these, the ones that say that it is not so.
        messaging: Verbs of sending word, by which what it was done to say was said ("called the police to say").
        questioning: Words whose complement with ``uncertain_conditions`` is a question.
        refusing: Governors of a verb of saying by which nothing is said ("declined to say").
        truth, untruth: What is said of a clause to say that it is so, or is not ("it is not true that").
    """

    negators: Words = _NONE
    negative_determiners: Words = _NONE
    negative_pronouns: Words = _NONE
    negative_quantities: Words = _NONE
    total_quantities: Words = _NONE
    few: Words = _NONE
    some_before_few: Words = _NONE
    partitive: Words = _NONE
    joined_negators: Words = _NONE
    without: Words = _NONE
    negative_phrases: tuple[str, ...] = ()
    not_denying: Words = _NONE
    alternative: Words = _NONE
    copulas: Words = _NONE
    asking_behind: Words = _NONE
    until: Words = _NONE
    failing: Words = _NONE
    preventing: Words = _NONE
    preventing_behind: Words = _NONE
    avoiding: Words = _NONE
    carrying_out: Words = _NONE
    conditions: Words = _NONE
    uncertain_conditions: Words = _NONE
    possible_modals: Words = _NONE
    ability_modals: Words = _NONE
    future_modals: Words = _NONE
    duty_modals: Words = _NONE
    conditional_modals: Words = _NONE
    perfect: Words = _NONE
    yet: Words = _NONE
    possible_adverbs: Words = _NONE
    nearly_adverbs: Words = _NONE
    supposing: Words = _NONE
    planning: Words = _NONE
    attempting: Words = _NONE
    wishing: Words = _NONE
    asking: Words = _NONE
    foreseeing: Words = _NONE
    going: Words = _NONE
    enabling: Words = _NONE
    possible_adjectives: Words = _NONE
    future_adjectives: Words = _NONE
    saying: Words = _NONE
    messaging: Words = _NONE
    denying: Words = _NONE
    questioning: Words = _NONE
    refusing: Words = _NONE
    truth: Words = _NONE
    untruth: Words = _NONE


class PredicateWords(WordFile, frozen=True, kw_only=True):
    """``deeds.yml``: the words for one deed, and how verbs take their participants. Lemmas, or several with a space.

    Attributes:
        deeds: A deed's name, with the words for it.
        undergone: Words whose subject is who it happens to.
        suffered: Deeds that somebody suffers where only one of two is named.
        aimed: Verbs, with the prepositions of what they are aimed at.
        light: Verbs that only say what their object says.
        nouns: Nouns for deeds, with the deed.
        states: Verbs that tell a state of their subject.
        taking_place: Verbs that only say that the deed of their subject took place.
        hospitals: Nouns for houses where the hurt are taken.
        saying: Verbs that are no deeds.
        of_nobody: Deeds of which it may be said that nobody did or suffered them.
        of_something: Deeds that are one only where what they were for is the same.
    """

    deeds: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    undergone: Words = _NONE
    suffered: Words = _NONE
    aimed: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    light: Words = _NONE
    nouns: dict[str, str] = msgspec.field(default_factory=dict)
    states: Words = _NONE
    taking_place: Words = _NONE
    hospitals: Words = _NONE
    saying: Words = _NONE
    of_nobody: Words = _NONE
    of_something: Words = _NONE

    @cached_property
    def deed_of_words(self) -> dict[str, str]:
        """Words, with the deed they tell."""
        return {word: deed for deed, words in self.deeds.items() for word in words}


class Exclusion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """States or deeds of which only one can be so, of the same thing at the same time.

    Attributes:
        name: Of what they are states ("life").
        sides: Each side's name, with its deeds and predicates as ``predicates.wordings`` writes them.
        final: The side after which no other comes ("dead"): that a later text tells it is an update, and that
            a later text tells another one is none.
        of_amounts: A person can be both, only an amount cannot: rising and falling.
        in_turn: One follows upon the other, so that two accounts may tell both: what begins also ends.
    """

    name: str
    sides: dict[str, Words]
    final: str | None = None
    of_amounts: bool = False
    in_turn: bool = False


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Deeds of one kind from the weakest to the strongest; whoever tells a stronger one does not tell the same.

    Attributes:
        name: Of what they are degrees ("ending").
        degrees: The deeds and predicates of each degree.
        one_step: Only one of them is done: whoever terminates a contract does not suspend it as well. Of others one
            follows upon the other: arrested, charged.
    """

    name: str
    degrees: tuple[Words, ...]
    one_step: bool = False


class OppositionWords(WordFile, frozen=True, kw_only=True):
    """``opposition.yml``: what excludes each other, what differs in strength, and prefixes that turn a word round."""

    exclusions: tuple[Exclusion, ...] = ()
    scales: tuple[Scale, ...] = ()
    negative_prefixes: tuple[str, ...] = ()

    @cached_property
    def of_amounts(self) -> frozenset[str]:
        """The names of the exclusions that hold of amounts only."""
        return frozenset(group.name for group in self.exclusions if group.of_amounts)

    @cached_property
    def in_turn(self) -> frozenset[str]:
        """The names of the exclusions of which one follows upon the other."""
        return frozenset(group.name for group in self.exclusions if group.in_turn)

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
