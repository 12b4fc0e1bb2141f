"""The form of ``quantities.yml``: numbers in words, units, bounds, and the shapes of numbers that count nothing."""

from functools import cached_property

import msgspec

from twosource.language.word_files import Pattern, WordFile
from twosource.model import Bound, QuantityKind

Words = frozenset[str]
_NONE: Words = frozenset()


class Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in and around a number of a kind. All that is given must hold.

    Attributes:
        before, core, after: Ends the text before the number; is the whole number; begins the text behind it.
        of: Only numbers that were read as one of these.
        bounds: Only numbers with one of these bounds; any if empty.
        most: Only numbers up to this one.
        vague: Whether "dozens" may be one.
    """

    before: Pattern | None = None
    core: Pattern | None = None
    after: Pattern | None = None
    of: frozenset[QuantityKind] = frozenset()
    bounds: frozenset[Bound] = frozenset()
    most: float | None = None
    vague: bool = True


class QuantityWords(WordFile, frozen=True, kw_only=True):
    """``quantities.yml``.

    Attributes:
        units, tens, scales, suffixes, signs: What a word or sign is worth; suffixes are glued to digits.
        fractions: What parts of one are worth ("third").
        vague, chains, several: The least and greatest value of vague words, of several in a row, and of those before
            a scale ("several hundred").
        articles: Words for one before a scale ("a hundred").
        half, couple: "Half a million", "a couple of".
        joining: Between the parts of one number ("a hundred and two").
        range_links, range_openings, alternatives: Between the ends of a range, before it, and between two values.
        part_of, out_of, within, each: Behind a part ("a third of"), between the numbers of a share ("three in every five").
        minute: Suffixes for a unit that only stand before a number of a smaller one ("1m 45 seconds").
        minute_parts: Suffixes for that smaller one ("1h 20m", "2m 10s").
        before, after: By bound, its words on either side of the number.
        no_bound_behind: By a word that else is a bound, the words behind which it is none ("the past ten months").
        bound_articles: Words that may stand between a bound and its number.
        changing, change_from, change_by, change_to: Verbs of change, and the prepositions before what was, how much, and what is.
        dating: Prepositions before a year.
        money_signs: Signs before a number, with their currency.
        money_words, share, measures, duration, occurrences: Words behind a number, by unit.
        also_money: Words of another unit that name a currency where the text writes its sign: the sign, the currency.
        holding: What one of a unit holds of a smaller one ("an hour and 45 minutes").
        unit_sizes: By what they measure, units with their size in the first of them.
        magnitude_words, magnitude_scales: Of earthquakes, beside the number, and some words behind it.
        months, streets, labels, capital_labels, score_nouns, court_nouns, aged_nouns, counting, model_nouns: Lists for
            the shapes.
        compound_nouns: What a number counts in one word with it ("a 46-page report").
        shapes: By kind, what numbers of that kind look like; the first that fits is taken.
    """

    units: dict[str, float] = msgspec.field(default_factory=dict)
    tens: dict[str, float] = msgspec.field(default_factory=dict)
    scales: dict[str, float] = msgspec.field(default_factory=dict)
    suffixes: dict[str, float] = msgspec.field(default_factory=dict)
    signs: dict[str, float] = msgspec.field(default_factory=dict)
    fractions: dict[str, float] = msgspec.field(default_factory=dict)
    vague: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    chains: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    several: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    articles: Words = _NONE
    half: Words = _NONE
    couple: Words = _NONE
    joining: Words = _NONE
    range_links: Words = _NONE
    range_openings: Words = _NONE
    alternatives: Words = _NONE
    part_of: Words = _NONE
    out_of: tuple[str, ...] = ()
    within: Words = _NONE
    each: Words = _NONE
    minute: dict[str, str] = msgspec.field(default_factory=dict)
    minute_parts: dict[str, str] = msgspec.field(default_factory=dict)
    before: dict[Bound, tuple[str, ...]] = msgspec.field(default_factory=dict)
    after: dict[Bound, tuple[str, ...]] = msgspec.field(default_factory=dict)
    no_bound_behind: dict[str, Words] = msgspec.field(default_factory=dict)
    bound_articles: Words = _NONE
    changing: Words = _NONE
    change_from: Words = _NONE
    change_by: Words = _NONE
    change_to: Words = _NONE
    dating: Words = _NONE
    money_signs: dict[str, str] = msgspec.field(default_factory=dict)
    money_words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    also_money: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)
    share: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    measures: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    duration: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    occurrences: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    holding: dict[str, dict[str, float]] = msgspec.field(default_factory=dict)
    unit_sizes: dict[str, dict[str, float]] = msgspec.field(default_factory=dict)
    magnitude_words: Words = _NONE
    magnitude_scales: Words = _NONE
    months: Words = _NONE
    streets: Words = _NONE
    labels: Words = _NONE
    capital_labels: Words = _NONE
    score_nouns: Words = _NONE
    court_nouns: Words = _NONE
    aged_nouns: Words = _NONE
    counting: Words = _NONE
    compound_nouns: Words = _NONE
    model_nouns: Words = _NONE
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
