"""The forms of ``times.yml``, ``time_context.yml`` and ``tenses.yml``: how a language tells when something was."""

from typing import Literal

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words

Numbered = dict[str, int]
Minute = tuple[int, int]
TimeKind = Literal[
    "ago",
    "bareunit",
    "before",
    "century",
    "clock",
    "date",
    "dates",
    "decade",
    "halves",
    "holiday",
    "month",
    "narrow",
    "night",
    "nthday",
    "nthweekday",
    "part",
    "past",
    "quarter",
    "same",
    "season",
    "shortyear",
    "slashed",
    "spelledyear",
    "thispart",
    "today",
    "unit",
    "weekday",
    "weekdays",
    "weekend",
    "year",
    "yearago",
    "yearend",
    "yearpair",
    "yearperiod",
]
"""By which reader of ``extract.times`` an expression of time is read."""
DayKind = Literal["date", "slashed", "weekday", "nthweekday", "today", "same", "holiday", "nthday", "thispart"]
"""Those that name a day."""
Narrowing = Literal[
    "afternoon",
    "dawn",
    "earlier",
    "early",
    "early hours",
    "early morning",
    "end",
    "evening",
    "first half",
    "late",
    "later",
    "mid",
    "morning",
    "night",
    "second half",
    "start",
    "week",
    "week from",
    "week to",
]
"""Which part of the time behind it a word names."""
TimeUnit = Literal[
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
]
"""Units of time, as ``text.times`` names them."""
Night = Literal["last", "over", "before", "before last"]
"""Which night a word means."""
HalfOfDay = Literal["morning", "evening"]
ClockWord = Literal["noon", "midnight"]


def _numbered() -> Numbered:
    return {}


class TimeRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One pattern of the grammar."""

    kind: TimeKind  # by which reader of ``extract.times`` a match is read
    # Words of which one stands in every sentence that it can match; ``@name`` is one of the lists.
    triggers: tuple[str, ...]
    pattern: str  # a regular expression in which ``{name}`` is a list or a piece, and a blank any white space


class TimeWords(WordFile, frozen=True, kw_only=True):
    """``times.yml``: the grammar of times, and what its words stand for. All in lower case."""

    # Their names, with 1 to 12, and 0 (Monday) to 6.
    months: Numbered = msgspec.field(default_factory=_numbered)
    weekdays: Numbered = msgspec.field(default_factory=_numbered)
    # A ``weekday`` beside a whole date: ``month`` and ``day``, or ``day_before`` and ``month_behind``, and ``year``.
    dated_weekday: Pattern = NEVER
    # Of these, the ones that are other words too.
    ambiguous_months: Words = NONE
    ambiguous_weekdays: Words = NONE
    named_days: tuple[str, ...] = ()  # names with a weekday in them that name no day
    # In words, with what they are.
    numbers: Numbered = msgspec.field(default_factory=_numbered)
    ordinals: Numbered = msgspec.field(default_factory=_numbered)
    units: tuple[TimeUnit, ...] = ()  # units of time, as ``text.times`` names them
    # Names for a unit that have several words, with the unit.
    unit_names: dict[str, TimeUnit] = msgspec.field(default_factory=dict)
    any_quarter: Words = NONE  # words for a unit that is a quarter where one was spoken of
    # Parts of a day: first and last minute as hour and minute, beyond 24 of the next day.
    parts: dict[str, tuple[Minute, Minute]] = msgspec.field(default_factory=dict)
    # First and last month, beyond 12 of the next year.
    seasons: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    # Month and day; or month, weekday, which one, and days behind it.
    holidays: dict[str, tuple[int, ...]] = msgspec.field(default_factory=dict)
    easter: Numbered = msgspec.field(default_factory=_numbered)  # days counted from Easter Sunday
    # Words that name a part of the time behind them, with which.
    narrowings: dict[str, Narrowing] = msgspec.field(default_factory=dict)
    # Zones, in minutes from universal time; None where several are meant.
    zones: dict[str, int | None] = msgspec.field(default_factory=dict)
    decades: Numbered = msgspec.field(default_factory=_numbered)  # spelled decades
    # Words before a unit or a day by how many of them away it lies from the article's own.
    steps: Numbered = msgspec.field(default_factory=_numbered)
    current: Words = NONE  # words for the article's own
    # The same as ``steps``, from what was spoken of last.
    from_spoken: Numbered = msgspec.field(default_factory=_numbered)
    from_article: Words = NONE  # of these, the ones that are counted from the article beside a longer unit
    beyond: Numbered = msgspec.field(default_factory=_numbered)  # words behind a unit or a day by how many away it lies
    # Days by their distance from the article's, and those that are the night of it.
    days: Numbered = msgspec.field(default_factory=_numbered)
    days_night: Words = NONE
    # Words for one night, with which ("last", "over", "before", "before last").
    nights: dict[str, Night] = msgspec.field(default_factory=dict)
    # Words for a time of day ("noon", "midnight").
    clock_words: dict[str, ClockWord] = msgspec.field(default_factory=dict)
    # Words behind an hour, with "morning" or "evening".
    halves_of_day: dict[str, HalfOfDay] = msgspec.field(default_factory=dict)
    last_one: Words = NONE  # words for the last of its kind
    later: Words = NONE  # words behind a number of units by which they are counted forwards
    since: Words = NONE  # words by which a time reaches up to the article's
    before_an_anchor: Words = NONE  # words behind a number of units behind which it stands what they are counted from
    # Patterns of what may stand between expressions that name one time.
    joint: Pattern = NEVER
    to_narrowed: Pattern = NEVER
    beside: Pattern = NEVER
    sentence_end: Pattern = NEVER  # a pattern of expressions whose full stop is none of an abbreviation
    glued: str = "(?!)"  # what may stand right before an expression
    pieces: dict[str, str] = msgspec.field(default_factory=dict)  # patterns by name, for ``rules``
    # The grammar. Of two that match, the longer, and then the earlier, holds.
    rules: tuple[TimeRule, ...] = ()

    def number(self, text: str) -> int | None:
        """A number in digits, with or without an ordinal ending, or in words; None where it is none."""
        digits = text.rstrip("stndrh")
        if digits.isdigit():
            return int(digits)
        return self.numbers.get(text) or self.ordinals.get(text.replace(" ", "-"))

    def unit(self, text: str) -> str:
        """A unit by one of its names."""
        return self.unit_names.get(text, text)


class TimeContextWords(WordFile, frozen=True, kw_only=True):
    """``time_context.yml``: words beside an expression that tell whether a time is meant. In lower case."""

    # Behind a part of the day, what it is only the name of ("the overnight *train*").
    night_things: Words = NONE
    morning_things: Words = NONE
    before_clock: Words = NONE  # before an hour that has no minutes
    # Right before a time of day: how many minutes earlier and later it may have been.
    rough_clock: dict[str, Minute] = msgspec.field(default_factory=dict)
    # Before a bare month, year or unit that is a time.
    before_month: Words = NONE
    before_year: Words = NONE
    before_unit: Words = NONE
    before_count: Words = NONE  # before a number in four digits that is none
    after_count: Words = NONE  # behind a number that counts
    after_unit: Words = NONE  # behind a unit that is no time ("last *minute*")
    games: Words = NONE  # lemmas of ball games, whose quarters are not the calendar's
    after_holiday: Words = NONE  # behind a holiday that only names a thing ("Christmas *tree*")
    season_alone: Words = NONE  # of those, the ones that are a season only behind ``season_only``
    # Seasons that are other words too; ``season_only`` must stand before them, ``not_season`` not behind.
    season_words: Words = NONE
    season_only: Words = NONE
    not_season: Words = NONE
    after_ordinal_day: Words = NONE  # behind "a second day" that is no date
    owners: Words = NONE  # before a decade that is somebody's age
    degrees: Words = NONE  # lemmas in a sentence whose decades are temperatures
    repeated: Words = NONE  # before an expression that is many times
    # Lemmas of verbs and nouns that tell of a beginning.
    beginnings: Words = NONE
    beginning_nouns: Words = NONE
    period_ended: Pattern = NEVER  # a pattern before a day on which a period ended
    counted_days: Pattern = NEVER  # a pattern without which no day is counted back from the day of writing


class TenseWords(WordFile, frozen=True, kw_only=True):
    """``tenses.yml``: words by which the time beside them lies ahead. Lemmas, but where said."""

    planned: Words = NONE  # verbs and adjectives of planning; what somebody plans in the present is ahead
    planned_participles: Words = NONE  # those of what is ahead as participles too ("scheduled for Monday")
    # Verbs of what takes place by a calendar, ahead in the present ("the trial starts on Friday").
    by_calendar: Words = NONE
    planned_adjectives: Words = NONE  # adjectives of what comes due ("payable")
    perfect: Words = NONE  # the auxiliary of the perfect
    copulas: Words = NONE  # verbs that only link
    ability: Words = NONE  # auxiliaries, as they stand, by which only ``could_come`` is ahead ("could")
    refused: Words = NONE  # verbs that with a negated auxiliary tell of the past ("would not *say*")
    could_come: Words = NONE  # verbs of what comes about by itself
    naming: Words = NONE  # verbs by which a day is made something
    named_as: Words = NONE  # what it is made
    setting: Words = NONE  # verbs by which a day is set for something
    setting_behind: Words = NONE  # the prepositions before the day
    putting_off: Words = NONE  # verbs by which what is put off until a day lies ahead
    reached: Words = NONE  # verbs of what had come about by a day
    reached_by: Words = NONE  # the preposition before it
    # Conjunctions of a clause that with its verb in the present lies ahead ("when the court sits on Friday").
    whenever: Words = NONE
    plan_before: Pattern = NEVER  # a pattern before a time that is ahead whatever the tense
    # Patterns before and behind a time that is waited for.
    wait_before: Pattern = NEVER
    wait_behind: Pattern = NEVER
