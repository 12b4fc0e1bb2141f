"""The forms of ``times.yml``, ``time_context.yml`` and ``tenses.yml``: how a language tells when something was."""

from typing import Literal

import msgspec

from twosource.language.word_files import NEVER, Pattern, WordFile

Words = frozenset[str]
_NONE: Words = frozenset()
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
    """One pattern of the grammar.

    Attributes:
        kind: By which reader of ``extract.times`` a match is read.
        triggers: Words of which one stands in every sentence that it can match; ``@name`` is one of the lists.
        pattern: A regular expression in which ``{name}`` is a list or a piece, and a blank any white space.
    """

    kind: TimeKind
    triggers: tuple[str, ...]
    pattern: str


class TimeWords(WordFile, frozen=True, kw_only=True):
    """``times.yml``: the grammar of times, and what its words stand for. All in lower case.

    Attributes:
        months, weekdays: Their names, with 1 to 12, and 0 (Monday) to 6.
        dated_weekday: A ``weekday`` beside a whole date: ``month`` and ``day``, or ``day_before`` and ``month_behind``, and ``year``.
        ambiguous_months, ambiguous_weekdays: Of these, the ones that are other words too.
        named_days: Names with a weekday in them that name no day.
        numbers, ordinals: In words, with what they are.
        units: Units of time, as ``text.times`` names them.
        unit_names: Names for a unit that have several words, with the unit.
        any_quarter: Words for a unit that is a quarter where one was spoken of.
        parts: Parts of a day: first and last minute as hour and minute, beyond 24 of the next day.
        seasons: First and last month, beyond 12 of the next year.
        holidays: Month and day; or month, weekday, which one, and days behind it.
        easter: Days counted from Easter Sunday.
        narrowings: Words that name a part of the time behind them, with which.
        zones: Zones, in minutes from universal time; None where several are meant.
        decades: Spelled decades.
        steps: Words before a unit or a day by how many of them away it lies from the article's own.
        current: Words for the article's own.
        from_spoken: The same as ``steps``, from what was spoken of last.
        from_article: Of these, the ones that are counted from the article beside a longer unit.
        beyond: Words behind a unit or a day by how many away it lies.
        days, days_night: Days by their distance from the article's, and those that are the night of it.
        nights: Words for one night, with which ("last", "over", "before", "before last").
        clock_words: Words for a time of day ("noon", "midnight").
        halves_of_day: Words behind an hour, with "morning" or "evening".
        last_one: Words for the last of its kind.
        later: Words behind a number of units by which they are counted forwards.
        since: Words by which a time reaches up to the article's.
        before_an_anchor: Words behind a number of units behind which it stands what they are counted from.
        joint, to_narrowed, beside: Patterns of what may stand between expressions that name one time.
        sentence_end: A pattern of expressions whose full stop is none of an abbreviation.
        glued: What may stand right before an expression.
        pieces: Patterns by name, for ``rules``.
        rules: The grammar. Of two that match, the longer, and then the earlier, holds.
    """

    months: Numbered = msgspec.field(default_factory=_numbered)
    weekdays: Numbered = msgspec.field(default_factory=_numbered)
    dated_weekday: Pattern = NEVER
    ambiguous_months: Words = _NONE
    ambiguous_weekdays: Words = _NONE
    named_days: tuple[str, ...] = ()
    numbers: Numbered = msgspec.field(default_factory=_numbered)
    ordinals: Numbered = msgspec.field(default_factory=_numbered)
    units: tuple[str, ...] = ()
    unit_names: dict[str, str] = msgspec.field(default_factory=dict)
    any_quarter: Words = _NONE
    parts: dict[str, tuple[Minute, Minute]] = msgspec.field(default_factory=dict)
    seasons: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    holidays: dict[str, tuple[int, ...]] = msgspec.field(default_factory=dict)
    easter: Numbered = msgspec.field(default_factory=_numbered)
    narrowings: dict[str, Narrowing] = msgspec.field(default_factory=dict)
    zones: dict[str, int | None] = msgspec.field(default_factory=dict)
    decades: Numbered = msgspec.field(default_factory=_numbered)
    steps: Numbered = msgspec.field(default_factory=_numbered)
    current: Words = _NONE
    from_spoken: Numbered = msgspec.field(default_factory=_numbered)
    from_article: Words = _NONE
    beyond: Numbered = msgspec.field(default_factory=_numbered)
    days: Numbered = msgspec.field(default_factory=_numbered)
    days_night: Words = _NONE
    nights: dict[str, Night] = msgspec.field(default_factory=dict)
    clock_words: dict[str, ClockWord] = msgspec.field(default_factory=dict)
    halves_of_day: dict[str, HalfOfDay] = msgspec.field(default_factory=dict)
    last_one: Words = _NONE
    later: Words = _NONE
    since: Words = _NONE
    before_an_anchor: Words = _NONE
    joint: Pattern = NEVER
    to_narrowed: Pattern = NEVER
    beside: Pattern = NEVER
    sentence_end: Pattern = NEVER
    glued: str = "(?!)"
    pieces: dict[str, str] = msgspec.field(default_factory=dict)
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
    """``time_context.yml``: words beside an expression that tell whether a time is meant. In lower case.

    Attributes:
        night_things, morning_things: Behind a part of the day, what it is only the name of ("the overnight *train*").
        before_clock: Before an hour that has no minutes.
        rough_clock: Right before a time of day: how many minutes earlier and later it may have been.
        before_month, before_year, before_unit: Before a bare month, year or unit that is a time.
        before_count: Before a number in four digits that is none.
        after_count: Behind a number that counts.
        after_unit: Behind a unit that is no time ("last *minute*").
        games: Lemmas of ball games, whose quarters are not the calendar's.
        after_holiday: Behind a holiday that only names a thing ("Christmas *tree*").
        season_alone: Of those, the ones that are a season only behind ``season_only``.
        season_words: Seasons that are other words too; ``season_only`` must stand before them, ``not_season`` not behind.
        after_ordinal_day: Behind "a second day" that is no date.
        before_event: Behind a weekday that is counted from what follows ("the last Friday *before* the vote").
        from_words: Before the first of two days that are no span where something was put off.
        owners: Before a decade that is somebody's age.
        degrees: Lemmas in a sentence whose decades are temperatures.
        repeated: Before an expression that is many times.
        beginnings, beginning_nouns: Lemmas of verbs and nouns that tell of a beginning.
        period_ended: A pattern before a day on which a period ended.
        counted_days: A pattern without which no day is counted back from the day of writing.
    """

    night_things: Words = _NONE
    morning_things: Words = _NONE
    before_clock: Words = _NONE
    rough_clock: dict[str, Minute] = msgspec.field(default_factory=dict)
    before_month: Words = _NONE
    before_year: Words = _NONE
    before_unit: Words = _NONE
    before_count: Words = _NONE
    after_count: Words = _NONE
    after_unit: Words = _NONE
    games: Words = _NONE
    after_holiday: Words = _NONE
    season_alone: Words = _NONE
    season_words: Words = _NONE
    season_only: Words = _NONE
    not_season: Words = _NONE
    after_ordinal_day: Words = _NONE
    before_event: Words = _NONE
    from_words: Words = _NONE
    owners: Words = _NONE
    degrees: Words = _NONE
    repeated: Words = _NONE
    beginnings: Words = _NONE
    beginning_nouns: Words = _NONE
    period_ended: Pattern = NEVER
    counted_days: Pattern = NEVER


class TenseWords(WordFile, frozen=True, kw_only=True):
    """``tenses.yml``: words by which the time beside them lies ahead. Lemmas, but where said.

    Attributes:
        planned: Verbs and adjectives of planning; what somebody plans in the present is ahead.
        planned_participles: Those of what is ahead as participles too ("scheduled for Monday").
        by_calendar: Verbs of what takes place by a calendar, ahead in the present ("the trial starts on Friday").
        planned_adjectives: Adjectives of what comes due ("payable").
        perfect: The auxiliary of the perfect.
        copulas: Verbs that only link.
        ability: Auxiliaries, as they stand, by which only ``could_come`` is ahead ("could").
        refused: Verbs that with a negated auxiliary tell of the past ("would not *say*").
        could_come: Verbs of what comes about by itself.
        naming: Verbs by which a day is made something; ``named_as`` what it is made.
        setting: Verbs by which a day is set for something; ``setting_behind`` the prepositions before the day.
        putting_off: Verbs by which what is put off until a day lies ahead.
        reached: Verbs of what had come about by a day; ``reached_by`` the preposition before it.
        whenever: Conjunctions of a clause that with its verb in the present lies ahead ("when the court sits on Friday").
        plan_before: A pattern before a time that is ahead whatever the tense.
        wait_before, wait_behind: Patterns before and behind a time that is waited for.
    """

    planned: Words = _NONE
    planned_participles: Words = _NONE
    by_calendar: Words = _NONE
    planned_adjectives: Words = _NONE
    perfect: Words = _NONE
    copulas: Words = _NONE
    ability: Words = _NONE
    refused: Words = _NONE
    could_come: Words = _NONE
    naming: Words = _NONE
    named_as: Words = _NONE
    setting: Words = _NONE
    setting_behind: Words = _NONE
    putting_off: Words = _NONE
    reached: Words = _NONE
    reached_by: Words = _NONE
    whenever: Words = _NONE
    plan_before: Pattern = NEVER
    wait_before: Pattern = NEVER
    wait_behind: Pattern = NEVER
