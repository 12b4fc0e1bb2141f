"""The forms of ``figures.yml``, ``measures.yml`` and ``background.yml``: what a number counts, and what happened to them."""

from functools import cached_property

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words
from twosource.model import QuantityKind


class FigureWords(WordFile, frozen=True, kw_only=True):
    """``figures.yml``."""

    determiners: Words = NONE  # by which what is counted was told before, or is all there is ("the two")
    one: Words = NONE  # the number one, as it stands
    no_counts: Words = NONE  # nouns with which it counts nothing ("one day")
    groups: Words = NONE  # nouns of which a number behind is the size: "a crew of nine"
    people: Words = NONE  # words that are counted and have no plural sign
    # Before and behind a number that is a part of another.
    part_before: Pattern = NEVER
    part_with: Pattern = NEVER
    part_of_them: Pattern = NEVER
    part_of_the: Pattern = NEVER
    naming: Words = NONE  # between a name and its number in a list
    one_of: Pattern = NEVER  # before a number of which one is told
    # A total so far, new ones only, before the value of a sum.
    total: Pattern = NEVER
    new: Pattern = NEVER
    summed: Pattern = NEVER
    spread: Words = NONE  # before a time over which something else is spread
    spreading: Words = NONE  # verbs of spreading it: "staggered over two weeks"
    # Between members of a list, behind one of them.
    listing: Words = NONE
    listed_in: Words = NONE
    member_joints: Words = NONE  # between persons named one after another
    joint_ends: tuple[str, ...] = ()  # those of them that are no mark
    closing_joints: Words = NONE  # those behind which a list may have ended
    paired: Words = NONE  # pronouns that are one of a list
    articles_of_one: Words = NONE  # articles of one person
    # Before a place, and inside of its name.
    places_in: Words = NONE
    inside_places: Words = NONE
    as_of: str = ""  # before the day that a number speaks of
    weekday_end: str = ""  # what names of days end in
    # Between a number and those it is some of.
    partitive: Words = NONE
    worth: Words = NONE  # between an amount and what it is the value of ("$2 million worth of tools")
    part_of: Words = NONE
    them: Words = NONE
    # Beside a number named before ("five more").
    more: Words = NONE
    others: Words = NONE
    tails: Words = NONE  # behind a noun, before what says which ("children under five")
    times: Words = NONE  # words for a time, which end what is counted
    tolled: Words = NONE  # measures that count persons for whom no number is given


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """By which words it is told that something happened to what is counted. Verbs in their first form."""

    object: tuple[str, ...] = ()  # verbs whose object, or passive subject, it happens to
    subject: tuple[str, ...] = ()  # verbs whose subject it happens to
    nouns: tuple[str, ...] = ()  # that are themselves counted, and, with "of", happen to whom they name
    states: tuple[str, ...] = ()  # adjectives, before or behind
    clauses: tuple[str, ...] = ()  # phrases behind what is counted; "…" stands for some words
    tolls: tuple[str, ...] = ()  # nouns whose value is the count
    objects: tuple[str, ...] = ()  # nouns that tell it together ("claimed lives")
    leads: bool = True  # whether an article puts a number of it first
    acting: bool = False  # what those who are counted do; what is done to them goes before it
    violent: bool = False  # what somebody does to them
    may_be_fatal: bool = False  # words beside it may say that they died of it


class Putting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a verb of giving a count takes its value: behind ``word``; ``tally``: only with a word for a count."""

    word: str
    tally: bool = False


class Amount(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """By which words it is told what an amount is: verbs in their first form, and nouns."""

    of: frozenset[QuantityKind]  # kinds of number that it is told of
    verbs: tuple[str, ...] = ()  # whose object the amount is, or that it goes with by a preposition
    nouns: Words = NONE  # that the amount is told of, or that stand behind it


class MeasureWords(WordFile, frozen=True, kw_only=True):
    """``measures.yml``; what each list is for stands beside it there."""

    shut: Words = NONE  # what no gap inside a phrase goes past
    # Words of ages, beside and between them.
    at_ages: Words = NONE
    before_ages: Words = NONE
    inside_ages: Words = NONE
    # Verbs with the forms that the rules of spelling do not give.
    irregular: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    # By name; where two share a word, the earlier has it.
    measures: dict[str, Measure] = msgspec.field(default_factory=dict)
    amounts: dict[str, Amount] = msgspec.field(default_factory=dict)  # by name, what is told of an amount
    # Words that count acts ("double"), with their number.
    multiples: dict[str, int] = msgspec.field(default_factory=dict)
    ordinals: dict[str, int] = msgspec.field(default_factory=dict)  # "Third", with its number
    # Nouns that are counted under their measure only where one of these words stands in the same block.
    only_beside: dict[str, Words] = msgspec.field(default_factory=dict)
    # Who is counted without a number: one alone; nobody, in a word or two; "no" itself, and what may stand behind it.
    alone: Words = NONE
    no_persons: Words = NONE
    no: Words = NONE
    elses: Words = NONE
    further: Words = NONE
    before_none: Words = NONE
    gravely: Words = NONE  # degrees by which "nobody was badly hurt" leaves open whether some were
    no_group_behind: Words = NONE  # behind these no group of those who were hurt begins
    before_pairs: Words = NONE  # before "couple" where it is two people
    pairs_of: Words = NONE  # behind it where it is not
    definite: Words = NONE  # before those who are known
    # Between "double" and what was done, and what may follow it.
    before_acts: Words = NONE
    suicides: Words = NONE

    auxiliaries: Words = NONE
    passive: Words = NONE
    perfect: Words = NONE
    fatal: Words = NONE
    deadly: str = ""
    fatal_behind: Words = NONE
    fatal_beside: Words = NONE
    toll_ends: Words = NONE
    count_nouns: Words = NONE
    lives: Words = NONE
    claiming: Words = NONE
    losing: Words = NONE
    fighters: Words = NONE
    at_places: Words = NONE
    whom: Words = NONE
    them: Words = NONE
    no_objects: Words = NONE
    persons_only: Words = NONE
    plurals: Words = NONE
    asides: Words = NONE
    between: Words = NONE
    acts: Words = NONE
    going_on: Words = NONE
    one: Words = NONE
    pairs: Words = NONE
    # Verbs of freeing that also send patients home, words beside which they do, and those who are freed even so.
    letting_go: Words = NONE
    care: Words = NONE
    captives: Words = NONE
    parents: Words = NONE  # whose children the number behind "of" counts
    nobody: Words = NONE
    attacker_died: Words = NONE
    attackers: Words = NONE
    oneself: Words = NONE
    attacker_dies: Pattern = NEVER
    attacker_counted: Pattern = NEVER
    tallies: Words = NONE
    keepers: Words = NONE
    estimating: Words = NONE
    putting: dict[str, Putting] = msgspec.field(default_factory=dict)
    given_by: Words = NONE
    given_from: Words = NONE
    places: Words = NONE

    def verb_forms(self, verb: str) -> list[str]:
        """First form, third person, the form in -ing, and past forms.

        Example:
            >>> MeasureWords().verb_forms("injure")
            ['injure', 'injures', 'injuring', 'injured']
        """
        odd = self.irregular.get(verb)
        if odd:
            return [verb, *odd]
        stem = verb.removesuffix("e")
        ending = "es" if verb.endswith(("s", "x", "z", "sh", "ch")) else "s"
        return [verb, verb + ending, stem + "ing", stem + "ed"]

    @cached_property
    def person_words(self) -> Words:
        """Nouns for persons, singular and plural."""
        return self.one | self.plurals | {form for noun in self.one for form in noun_forms(noun)}


class BackgroundWords(WordFile, frozen=True, kw_only=True):
    """``background.yml``: words that give a number to another event, a longer time, or an earlier count."""

    # by kind of background, alternatives of a pattern anywhere in the number's sentence, and before the number
    whole: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    before: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # MONTH stands for the names of months
    of_whole_year: Pattern = NEVER  # what stands before a year that is meant as a whole
    compared: Pattern = NEVER  # what stands before a time that something is only measured by
    year: Pattern = NEVER  # a year that is given


def noun_forms(noun: str) -> tuple[str, str]:
    """A noun, and its plural by the plain rules of spelling."""
    return noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
