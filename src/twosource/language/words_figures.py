"""The forms of ``figures.yml``, ``measures.yml`` and ``background.yml``: what a number counts, and what happened to them."""

from functools import cached_property

import msgspec

from twosource.language.word_files import NEVER, Pattern, WordFile
from twosource.model import QuantityKind

Words = frozenset[str]
_NONE: Words = frozenset()


class FigureWords(WordFile, frozen=True, kw_only=True):
    """``figures.yml``.

    Attributes:
        determiners: By which what is counted was told before, or is all there is ("the two").
        one: The number one, as it stands.
        no_counts: Nouns with which it counts nothing ("one day").
        people: Words that are counted and have no plural sign.
        part_before, part_with, part_of_them, part_of_the: Before and behind a number that is a part of another.
        naming: Between a name and its number in a list.
        one_of: Before a number of which one is told.
        total, new, summed: A total so far, new ones only, before the value of a sum.
        spread: Before a time over which something else is spread.
        listing, listed_in: Between members of a list, behind one of them.
        member_joints, joint_ends: Between persons named one after another; those of them that are no mark.
        closing_joints: Those behind which a list may have ended.
        paired: Pronouns that are one of a list. articles_of_one: Articles of one person.
        places_in, inside_places: Before a place, and inside of its name.
        as_of: Before the day that a number speaks of.
        weekday_end: What names of days end in.
        partitive, part_of, them: Between a number and those it is some of.
        more, others: Beside a number named before ("five more").
        tails: Behind a noun, before what says which ("children under five").
        times: Words for a time, which end what is counted.
        tolled: Measures that count persons for whom no number is given.
    """

    determiners: Words = _NONE
    one: Words = _NONE
    no_counts: Words = _NONE
    people: Words = _NONE
    part_before: Pattern = NEVER
    part_with: Pattern = NEVER
    part_of_them: Pattern = NEVER
    part_of_the: Pattern = NEVER
    one_of: Pattern = NEVER
    total: Pattern = NEVER
    new: Pattern = NEVER
    summed: Pattern = NEVER
    listing: Words = _NONE
    listed_in: Words = _NONE
    spread: Words = _NONE
    member_joints: Words = _NONE
    joint_ends: tuple[str, ...] = ()
    closing_joints: Words = _NONE
    paired: Words = _NONE
    articles_of_one: Words = _NONE
    naming: Words = _NONE
    places_in: Words = _NONE
    inside_places: Words = _NONE
    as_of: str = ""
    weekday_end: str = ""
    partitive: Words = _NONE
    part_of: Words = _NONE
    them: Words = _NONE
    more: Words = _NONE
    others: Words = _NONE
    tails: Words = _NONE
    times: Words = _NONE
    tolled: Words = _NONE


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """By which words it is told that something happened to what is counted. Verbs in their first form.

    Attributes:
        object: Verbs whose object, or passive subject, it happens to.
        subject: Verbs whose subject it happens to.
        nouns: That are themselves counted, and, with "of", happen to whom they name.
        states: Adjectives, before or behind.
        clauses: Phrases behind what is counted; "…" stands for some words.
        tolls: Nouns whose value is the count.
        objects: Nouns that tell it together ("claimed lives").
        leads: Whether an article puts a number of it first.
        acting: What those who are counted do; what is done to them goes before it.
        violent: What somebody does to them.
        may_be_fatal: Words beside it may say that they died of it.
    """

    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    leads: bool = True
    acting: bool = False
    violent: bool = False
    may_be_fatal: bool = False


class Putting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a verb of giving a count takes its value: behind ``word``; ``tally``: only with a word for a count."""

    word: str
    tally: bool = False


class Amount(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """By which words it is told what an amount is: verbs in their first form, and nouns.

    Attributes:
        of: Kinds of number that it is told of.
        verbs: Whose object the amount is, or that it goes with by a preposition.
        nouns: That the amount is told of, or that stand behind it.
    """

    of: frozenset[QuantityKind]
    verbs: tuple[str, ...] = ()
    nouns: Words = _NONE


class MeasureWords(WordFile, frozen=True, kw_only=True):
    """``measures.yml``; what each list is for stands beside it there.

    Attributes:
        shut: What no gap inside a phrase goes past. at_ages, before_ages, inside_ages: Words of ages, beside and between them.
        irregular: Verbs with the forms that the rules of spelling do not give.
        measures: By name; where two share a word, the earlier has it.
        amounts: By name, what is told of an amount.
        multiples: Words that count acts ("double"), with their number.
        ordinals: "Third", with its number.
        only_beside: Nouns that are counted under their measure only where one of these words stands in the same block.
        alone, no_persons, no_one, no, elses, further, before_none: Who is counted without a number: one alone; nobody, in a word or two; "no" itself, and what may stand behind it.
        gravely: Degrees by which "nobody was badly hurt" leaves open whether some were.
        no_group_behind: Behind these no group of those who were hurt begins.
        before_pairs, pairs_of, definite: Before "couple" where it is two people; behind it where it is not; before those who are known.
        fatal_acts, before_acts, suicides: Between "double" and what was done, and what may follow it.
    """

    irregular: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    measures: dict[str, Measure] = msgspec.field(default_factory=dict)
    amounts: dict[str, Amount] = msgspec.field(default_factory=dict)
    multiples: dict[str, int] = msgspec.field(default_factory=dict)
    ordinals: dict[str, int] = msgspec.field(default_factory=dict)
    only_beside: dict[str, Words] = msgspec.field(default_factory=dict)
    auxiliaries: Words = _NONE
    passive: Words = _NONE
    perfect: Words = _NONE
    fatal: Words = _NONE
    deadly: str = ""
    fatal_behind: Words = _NONE
    fatal_beside: Words = _NONE
    toll_ends: Words = _NONE
    count_nouns: Words = _NONE
    lives: Words = _NONE
    claiming: Words = _NONE
    at_places: Words = _NONE
    whom: Words = _NONE
    them: Words = _NONE
    no_objects: Words = _NONE
    degrees: Words = _NONE
    persons_only: Words = _NONE
    plurals: Words = _NONE
    shut: Words = _NONE
    at_ages: Words = _NONE
    before_ages: Words = _NONE
    inside_ages: Words = _NONE
    asides: Words = _NONE
    losing: Words = _NONE
    fighters: Words = _NONE
    between: Words = _NONE
    acts: Words = _NONE
    alone: Words = _NONE
    no_persons: Words = _NONE
    no_one: Words = _NONE
    no: Words = _NONE
    elses: Words = _NONE
    further: Words = _NONE
    before_none: Words = _NONE
    gravely: Words = _NONE
    no_group_behind: Words = _NONE
    before_pairs: Words = _NONE
    pairs_of: Words = _NONE
    definite: Words = _NONE
    fatal_acts: Words = _NONE
    before_acts: Words = _NONE
    suicides: Words = _NONE
    going_on: Words = _NONE
    one: Words = _NONE
    pairs: Words = _NONE
    nobody: Words = _NONE
    attacker_died: Words = _NONE
    attackers: Words = _NONE
    attacker_dies: Pattern = NEVER
    attacker_counted: Pattern = NEVER
    tallies: Words = _NONE
    gave: Words = _NONE
    keepers: Words = _NONE
    estimating: Words = _NONE
    putting: dict[str, Putting] = msgspec.field(default_factory=dict)
    given_by: Words = _NONE
    given_from: Words = _NONE
    places: Words = _NONE

    @cached_property
    def person_words(self) -> Words:
        """Nouns for persons, singular and plural."""
        return self.one | self.plurals | {form for noun in self.one for form in noun_forms(noun)}


class BackgroundWords(WordFile, frozen=True, kw_only=True):
    """``background.yml``: words that give a number to another event, a longer time, or an earlier count.

    Attributes:
        whole, before: By kind of background, alternatives of a pattern anywhere in the number's sentence, and before
            the number; MONTH stands for the names of months.
        compared: What stands before a time that something is only measured by.
        year: A year that is given.
    """

    whole: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    before: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    compared: Pattern = NEVER
    year: Pattern = NEVER


def noun_forms(noun: str) -> tuple[str, str]:
    """A noun, and its plural by the plain rules of spelling."""
    return noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
