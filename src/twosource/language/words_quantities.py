"""The form of ``quantities.yml``: numbers in words, units, bounds, and the shapes of numbers that count nothing."""

from functools import cached_property
from typing import get_args

import msgspec

from twosource.language.word_files import NONE, Pattern, WordFile, Words
from twosource.model import Bound, QuantityKind


class Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in and around a number of a kind. All that is given must hold."""

    before: Pattern | None = None  # ends the text before the number
    core: Pattern | None = None  # is the whole number
    after: Pattern | None = None  # begins the text behind it
    of: frozenset[QuantityKind] = frozenset()  # only numbers that were read as one of these
    bounds: frozenset[Bound] = frozenset()  # only numbers with one of these bounds; any if empty
    most: float | None = None  # only numbers up to this one
    vague: bool = True  # whether "dozens" may be one


class QuantityWords(WordFile, frozen=True, kw_only=True):
    """``quantities.yml``."""

    # What a word or sign is worth; suffixes are glued to digits.
    units: dict[str, float] = msgspec.field(default_factory=dict)
    tens: dict[str, float] = msgspec.field(default_factory=dict)
    scales: dict[str, float] = msgspec.field(default_factory=dict)
    suffixes: dict[str, float] = msgspec.field(default_factory=dict)
    signs: dict[str, float] = msgspec.field(default_factory=dict)
    fractions: dict[str, float] = msgspec.field(default_factory=dict)  # what parts of one are worth ("third")
    # The least and greatest value of vague words, of several in a row, and of those before a scale ("several
    # hundred").
    vague: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    chains: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    several: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    articles: Words = NONE  # words for one before a scale ("a hundred")
    # "Half a million", "a couple of".
    half: Words = NONE
    couple: Words = NONE
    joining: Words = NONE  # between the parts of one number ("a hundred and two")
    # Between the ends of a range, before it, and between two values.
    range_links: Words = NONE
    range_openings: Words = NONE
    alternatives: Words = NONE
    # Behind a part ("a third of"), between the numbers of a share ("three in every five").
    part_of: Words = NONE
    out_of: tuple[str, ...] = ()
    within: Words = NONE
    each: Words = NONE
    # Suffixes for a unit that only stand before a number of a smaller one ("1m 45 seconds").
    minute: dict[str, str] = msgspec.field(default_factory=dict)
    # Suffixes for that smaller one ("1h 20m", "2m 10s").
    # Letters of a length glued to digits, and the words right behind or close before one that tell it from a suffix.
    length_letters: dict[str, str] = msgspec.field(default_factory=dict)
    lengthwise: Words = NONE
    in_length: Words = NONE
    minute_parts: dict[str, str] = msgspec.field(default_factory=dict)
    # By bound, its words on either side of the number.
    before: dict[Bound, tuple[str, ...]] = msgspec.field(default_factory=dict)
    after: dict[Bound, tuple[str, ...]] = msgspec.field(default_factory=dict)
    # By a word that else is a bound, the words behind which it is none ("the past ten months").
    no_bound_behind: dict[str, Words] = msgspec.field(default_factory=dict)
    # Words for a bound upwards, and verbs of change behind which they are one downwards ("fell past $6,000").
    crossing: Words = NONE
    falling: Words = NONE
    bound_articles: Words = NONE  # words that may stand between a bound and its number
    # Verbs of change, and the prepositions before what was, how much, and what is.
    changing: Words = NONE
    change_from: Words = NONE
    change_by: Words = NONE
    change_to: Words = NONE
    minus: Words = NONE  # before a number below nought
    reaching: Words = NONE  # verbs, in their first form, by which a count has come to a value ("had reached 80")
    standing: Words = NONE  # the same with one of standing_at before the value ("stood at 80")
    standing_at: Words = NONE
    dating: Words = NONE  # prepositions before a year
    money_signs: dict[str, str] = msgspec.field(default_factory=dict)  # signs before a number, with their currency
    # Words behind a number, by unit.
    money_words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    share: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    measures: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    duration: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    occurrences: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    # Words of another unit that name a currency where the text writes its sign: the sign, the currency.
    also_money: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)
    prices: frozenset[str] = frozenset()
    # What one of a unit holds of a smaller one ("an hour and 45 minutes").
    holding: dict[str, dict[str, float]] = msgspec.field(default_factory=dict)
    # By what they measure, units with their size in the first of them.
    unit_sizes: dict[str, dict[str, float]] = msgspec.field(default_factory=dict)
    # Of earthquakes, beside the number, and some words behind it.
    magnitude_words: Words = NONE
    magnitude_scales: Words = NONE
    # Lists for the shapes.
    months: Words = NONE
    streets: Words = NONE
    labels: Words = NONE
    capital_labels: Words = NONE
    score_nouns: Words = NONE
    court_nouns: Words = NONE
    opening: Words = NONE
    aged_nouns: Words = NONE
    counting: Words = NONE
    model_nouns: Words = NONE
    compound_nouns: Words = NONE  # what a number counts in one word with it ("a 46-page report")
    # By kind, what numbers of that kind look like; the first that fits is taken.
    shapes: dict[QuantityKind, tuple[Shape, ...]] = msgspec.field(default_factory=dict)

    @cached_property
    def number_words(self) -> Words:
        """Words that a number in words is made of."""
        return frozenset(self.units.keys() | self.tens.keys() | self.scales.keys())

    @cached_property
    def beginnings(self) -> Words:
        """Words that a number can begin with."""
        phrases = (phrase.split()[0] for table in (self.several, self.chains) for phrase in table)
        tables = (self.units, self.tens, self.fractions, self.signs, self.vague)
        return frozenset((*self.articles, *phrases, *(word for table in tables for word in table)))

    @cached_property
    def signals(self) -> Words:
        """What one of stands in every sentence that holds a number: digits, and words that one begins or ends with."""
        return frozenset((self.beginnings | self.scales.keys() | self.signs.keys()) - self.articles) | frozenset(
            "0123456789"
        )

    @cached_property
    def durations(self) -> Words:
        """Words that time is measured in."""
        return frozenset(word for words in self.duration.values() for word in words)

    @cached_property
    def _shapes_by_kind(self) -> dict[QuantityKind, tuple[tuple[QuantityKind, Shape], ...]]:
        """Those shapes that a number read as of a kind may have, in their order, with the kind they make it."""
        ordered = [(kind, shape) for kind, shapes in self.shapes.items() for shape in shapes]
        return {
            known: tuple((kind, shape) for kind, shape in ordered if not shape.of or known in shape.of)
            for known in get_args(QuantityKind)
        }

    def shapes_of(self, kind: QuantityKind) -> tuple[tuple[QuantityKind, Shape], ...]:
        """What shapes a number read as of a kind may have, the first that fits first."""
        return self._shapes_by_kind[kind]
