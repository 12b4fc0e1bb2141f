"""The forms of the files of words by which numbers are read: values, bounds, units, and what is no figure."""

from functools import cached_property

import msgspec

from twosource.language.word_files import NEVER, Pattern, WordFile
from twosource.model import Bound

Words = frozenset[str]
Range = tuple[float, float]
_NONE: Words = frozenset()


class NumberWords(WordFile, frozen=True, kw_only=True):
    """``numbers.yml``: numbers in words, and the words that say how sure a number is. All in lower case.

    Attributes:
        units, tens: Words below twenty, and for the tens, with their values.
        scales: Words that multiply what stands before them ("million").
        suffixes: The same, glued to digits ("3bn").
        vague: Words of no exact value, with the least and the greatest that they are read as ("dozens").
        chains: The same, of three words ("tens of thousands").
        several: The same, before a scale or alone ("a few").
        fractions: Parts of one ("third"); those of several parts have a plural's ending.
        signs: Characters that are a fraction.
        before, after: Bounds, with the words that stand before or behind a number for them.
        changing: Verbs of change: of "rose from 18 to 21" the second is what it is now.
        articles: "*a* dozen". joining: "a hundred *and* five". half: "*half* a million". of: "a third *of*".
        couple: "a *couple* of". behind_article: "a *few* hundred".
        shared: Words for one before a fraction. whole_marks: Words between a fraction and its whole.
        ones: "*one* in five". out, within, every: "three *out* of four", "one *in every* five".
        minutes: A scale's suffix that means minutes before seconds ("1m 45 seconds").
        reaching, choosing: "40 *to* 50", "four *or* five". enclosing: "*between* 40 and 50". starting: "*from* 18 to 21".
        between_bound: What may stand between a bound and its number.
    """

    units: dict[str, float] = msgspec.field(default_factory=dict)
    tens: dict[str, float] = msgspec.field(default_factory=dict)
    scales: dict[str, float] = msgspec.field(default_factory=dict)
    suffixes: dict[str, float] = msgspec.field(default_factory=dict)
    vague: dict[str, Range] = msgspec.field(default_factory=dict)
    chains: dict[str, Range] = msgspec.field(default_factory=dict)
    several: dict[str, Range] = msgspec.field(default_factory=dict)
    fractions: dict[str, float] = msgspec.field(default_factory=dict)
    signs: dict[str, float] = msgspec.field(default_factory=dict)
    before: dict[Bound, tuple[str, ...]] = msgspec.field(default_factory=dict)
    after: dict[Bound, tuple[str, ...]] = msgspec.field(default_factory=dict)
    changing: Words = _NONE
    articles: Words = _NONE
    joining: Words = _NONE
    half: Words = _NONE
    of: Words = _NONE
    couple: Words = _NONE
    behind_article: Words = _NONE
    shared: Words = _NONE
    whole_marks: Words = _NONE
    ones: Words = _NONE
    out: Words = _NONE
    within: Words = _NONE
    every: Words = _NONE
    minutes: Words = _NONE
    reaching: Words = _NONE
    choosing: Words = _NONE
    enclosing: Words = _NONE
    starting: Words = _NONE
    between_bound: Words = _NONE

    @cached_property
    def small(self) -> dict[str, float]:
        """Words below a hundred, with their values."""
        return {**self.units, **self.tens}

    @cached_property
    def beginnings(self) -> Words:
        """Words that a number can begin with."""
        first = {words.split()[0] for table in (self.several, self.chains) for words in table}
        return frozenset({*self.articles, *self.small, *self.fractions, *self.signs, *self.vague, *first})


class UnitWords(WordFile, frozen=True, kw_only=True):
    """``units.yml``: what a number is measured in. The key is the name that is printed.

    Attributes:
        money_signs: Signs glued before a number, with the currency.
        money_words, share, measures: Names of units, with the words for them behind a number.
        magnitude_words: Words before or behind a magnitude. richter: Words near one.
        time: Units of time: a number of them is a duration and no figure.
    """

    money_signs: dict[str, str] = msgspec.field(default_factory=dict)
    money_words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    share: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    magnitude_words: Words = _NONE
    richter: Words = _NONE
    measures: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    time: Words = _NONE


class NoFigureWords(WordFile, frozen=True, kw_only=True):
    """``no_figures.yml``: what stands beside a number that is no figure. Patterns look right before or right behind it.

    Attributes:
        labels, capital_labels: Words before a number that make it a label; the latter with a capital only ("Day 3").
        months: Names of months, whole and cut short.
        streets: Kinds of streets.
        score_nouns: Words behind a score or a vote ("a 3-1 win").
        court_nouns: Words behind counts of a charge.
        aged_nouns: Words for people before "under 12".
        counting: Words before a number that is a model ("two 737 jets").
        model_nouns: What a resolution is told of ("a 4K screen").
        emergency: Numbers that are called in an emergency.
        label, letters: Before a label, before a code of letters.
        month_before, month_after: Beside a day of a month. no_year: Behind a number that is no year, whatever it looks like.
        address: Behind a number of a house.
        age_before, age_after: Beside an age. age_list, list_close: Before and behind one of several ages.
        age_close: Behind an age that follows a name.
        clock_after: Behind a time of day.
        compound: Behind a number that is a part of a word.
        calibre, how_often, score, court: Behind one of these.
        model_before, model_after: Beside a model, behind a resolution.
        which_of_several, of_several: Behind "1" and before "12" of "1 of 12".
    """

    labels: Words = _NONE
    capital_labels: Words = _NONE
    months: Words = _NONE
    streets: Words = _NONE
    score_nouns: Words = _NONE
    court_nouns: Words = _NONE
    aged_nouns: Words = _NONE
    counting: Words = _NONE
    model_nouns: Words = _NONE
    emergency: Words = _NONE
    label: Pattern = NEVER
    letters: Pattern = NEVER
    month_before: Pattern = NEVER
    month_after: Pattern = NEVER
    address: Pattern = NEVER
    age_after: Pattern = NEVER
    age_before: Pattern = NEVER
    age_list: Pattern = NEVER
    list_close: Pattern = NEVER
    age_close: Pattern = NEVER
    clock_after: Pattern = NEVER
    compound: Pattern = NEVER
    calibre: Pattern = NEVER
    how_often: Pattern = NEVER
    score: Pattern = NEVER
    model_before: Pattern = NEVER
    model_after: Pattern = NEVER
    court: Pattern = NEVER
    which_of_several: Pattern = NEVER
    of_several: Pattern = NEVER
    no_year: Pattern = NEVER
