"""The forms of the files of words that tell what is news: who carries it, formulas, round-ups, slips, translations."""

from functools import cached_property
from typing import Literal

import msgspec

from twosource.language.word_files import NEVER, Pattern, WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class Agency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A news agency: how we call it, how others write it, and its own domains."""

    name: str
    forms: tuple[str, ...]
    sites: tuple[str, ...]


class AgencyWords(WordFile, frozen=True, kw_only=True):
    """``all/agencies.yml``: the one table of news agencies, of every language.

    Attributes:
        agencies: By name, with forms in small letters.
        also_words: Short forms that in the credit of a picture are more often something else.
        not_in_text: The same, in running text.
        small: Agencies whose short form is written in small letters.
        pictures: Names that bring pictures: in a credit they say nothing of the words.
        shared_bylines: Bylines under which the copy of any agency stands, in small letters.
        wires: The part of an address below which the copy of agencies stands, before their name; one of theirs ends a part.
    """

    agencies: tuple[Agency, ...] = ()
    also_words: Words = _NONE
    not_in_text: Words = _NONE
    small: Words = _NONE
    pictures: Words = _NONE
    shared_bylines: Words = _NONE
    wires: Pattern = NEVER
    wire_ending: str = ""


class Publisher(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who owns outlets, by what kind of document, as of when."""

    publisher: str
    outlets: tuple[str, ...]
    source: str
    date: str


class PublisherTable(WordFile, frozen=True, kw_only=True):
    """``all/publishers.yml``: who owns which outlet."""

    publishers: tuple[Publisher, ...] = ()


class OfficialSites(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sites on which offices publish: parts of their names, words in them, whole hosts."""

    parts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


class CarrierWords(WordFile, frozen=True, kw_only=True):
    """``carriers.yml``: by which words an article names another outlet as where it has something.

    Attributes:
        before, after: What stands before or behind the outlet's name ("told", "reported").
        after_agency: The same behind an agency's.
        kinds: What may stand between ("local", "state-run").
        statistics: What an agency counts itself ("figures").
        outlets: Names known for outlets', with their domains.
        endings, beginnings: Parts of names that are an outlet's ("Gazette", "Daily"), as they stand.
        call_letters: Patterns of whole names of stations.
        official_sites: Where offices publish.
        named_behind, named_before: An outlet's ``name`` behind and before such words.
        named_affiliate: A station's ``name`` before words that call it an affiliate.
        counted_itself: Behind the name of an agency that counted something itself ("its own figures").
        around_name: What is no part of a name: its article, its possessive, stops.
        article: The article that the name of an outlet may begin with, and the name of its site too.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    after_agency: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statistics: tuple[str, ...] = ()
    outlets: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    endings: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    call_letters: tuple[str, ...] = ()
    official_sites: OfficialSites = OfficialSites()
    named_behind: Pattern = NEVER
    named_before: Pattern = NEVER
    named_affiliate: Pattern = NEVER
    counted_itself: Pattern = NEVER
    around_name: Pattern = NEVER
    article: str = ""


class FormulaWords(WordFile, frozen=True, kw_only=True):
    """``formulas.yml``: wording that belongs to nobody, in small letters; ``*`` stands for up to three words.

    Attributes:
        sentences: Phrases by which the whole sentence is one.
        phrases: Phrases that are one themselves.
        charges: Words that criminal charges are made of.
        everyday: Words that stand in one report in six, whatever happened.
    """

    sentences: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    charges: Words = _NONE
    everyday: Words = _NONE


class FunctionWords(WordFile, frozen=True, kw_only=True):
    """``function_words.yml``: words that hold sentences together and say little by themselves."""

    words: Words = _NONE


class RoundUpWords(WordFile, frozen=True, kw_only=True):
    """``roundups.yml``: what headlines of several events have in them, or end with; what may stand behind such an end."""

    words: Words = _NONE
    ends: Words = _NONE
    behind_end: Words = _NONE


class RankWords(WordFile, frozen=True, kw_only=True):
    """``source_ranks.yml``: words for one private person, for several, and for who speaks by office."""

    private: Words = _NONE
    private_plural: Words = _NONE
    official: Words = _NONE


class EventDayWords(WordFile, frozen=True, kw_only=True):
    """``happenings.yml``: what articles call an event, and how its day stands beside it.

    Attributes:
        weekdays: Days of the week.
        events: Kinds of events, with their nouns.
        took_place: Verbs by which it happened.
        between: Words that may stand between an event and its day.
        other: Words behind which something else is told.
    """

    weekdays: Words = _NONE
    events: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    took_place: Words = _NONE
    between: Words = _NONE
    other: Words = _NONE

    @cached_property
    def event_of_noun(self) -> dict[str, str]:
        """Nouns for events, each with its kind."""
        return {noun: event for event, nouns in self.events.items() for noun in nouns}


class MisspellingWords(WordFile, frozen=True, kw_only=True):
    """``misspellings.yml``: wrong forms, words that a slip doubles, and what differs between two spellings of one word."""

    forms: Words = _NONE
    doubled: Words = _NONE
    variants: Pattern = NEVER


class TranslationWords(WordFile, frozen=True, kw_only=True):
    """``translation.yml``: by which words speech was said in another language.

    Attributes:
        languages: Their names.
        demonyms: Adjectives of countries of other languages.
        said_so: What says that it was.
        country: A demonym.
    """

    languages: Words = _NONE
    demonyms: Words = _NONE
    said_so: Pattern = NEVER
    country: Pattern = NEVER


class QuotationWords(WordFile, frozen=True, kw_only=True):
    """``quotation_shapes.yml``: words beside quotation marks by which their words are no speech, or are some.

    Attributes:
        scare_before: Before words that nobody says ("so-called").
        naming_before: Before a name that somebody is given ("nicknamed").
        inscribed_behind: Behind letters that stand on something ("with “EXIT” *painted* on it").
        never_with_as: Of these, those that never stand before "as". as_: "known *as*", between such a word and the name.
        works, title_before: Nouns of works; words before a title ("titled").
        small_words: Words that keep small letters inside a title.
        speaking_of_itself: Words by which a title is none ("I").
        saying_before: Words of saying before a quotation. said_of_names: Of these, those that stand beside names of what does not speak.
        questions: Verbs of asking.
        sayings, headline_sayings: Verbs of saying beside a speaker; those of headlines.
        elision: What stands behind an apostrophe that opens nothing ("'90s", "'em").
        end_of_speech: From the stop of a speech to the words that give it to a speaker ("*, said Ada*").
    """

    scare_before: Words = _NONE
    naming_before: Words = _NONE
    inscribed_behind: Words = _NONE
    never_with_as: Words = _NONE
    as_: Words = _NONE
    works: Words = _NONE
    title_before: Words = _NONE
    small_words: Words = _NONE
    speaking_of_itself: Words = _NONE
    saying_before: Words = _NONE
    said_of_names: Words = _NONE
    questions: Words = _NONE
    sayings: Words = _NONE
    headline_sayings: Words = _NONE
    elision: Pattern = NEVER
    end_of_speech: Pattern = NEVER


class TraitWords(WordFile, frozen=True, kw_only=True):
    """``traits.yml``: what grouping reads of a text itself.

    Attributes:
        weekdays: From Monday on, in lower case. weekday: One of them.
        street_kinds: What stands behind the name of a street. street: Such a name, in group 1.
        street_ends: What stands behind the kind of a street.
        age: An age, in one of the groups.
        place: A name behind a preposition of place, in group 1.
    """

    weekdays: tuple[str, ...] = ()
    street_kinds: Words = _NONE
    street_ends: Words = _NONE
    weekday: Pattern = NEVER
    street: Pattern = NEVER
    age: Pattern = NEVER
    place: Pattern = NEVER


class StandingWords(WordFile, frozen=True, kw_only=True):
    """``standings.yml``: how many were ``won``, ``lost`` and ``drawn``, behind a ``name``."""

    record: Pattern = NEVER


class ToldOnce(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing of which a story has only one.

    Attributes:
        name: What it is.
        kind: As what kind of conflict its values part.
        pattern: How it stands: its ``value`` and, where there may be several of it, ``of`` which; ``rough`` before it leaves it open.
        hint: What stands in every text that has it, in lower case.
        grows: A later article may have more of it.
        slips: An article may name several; two are one where a digit is too many, too few, or in another order.
    """

    name: str
    kind: Literal["value", "place", "time"] = "value"
    pattern: Pattern = NEVER
    hint: str = ""
    grows: bool = False
    slips: bool = False


class ToldOnceWords(WordFile, frozen=True, kw_only=True):
    """``told_once.yml``: of what a story has only one.

    Attributes:
        facts: What it is, and how it stands.
        number_words, rough_words, street_kinds, makes, colours: Lists of the patterns.
        loose: Words that two names of one thing may differ by.
        same: What is another word for the same.
    """

    facts: tuple[ToldOnce, ...] = ()
    number_words: Words = _NONE
    rough_words: Words = _NONE
    street_kinds: Words = _NONE
    makes: Words = _NONE
    colours: Words = _NONE
    loose: Words = _NONE
    same: dict[str, str] = msgspec.field(default_factory=dict)


class AgeWords(WordFile, frozen=True, kw_only=True):
    """``ages.yml``: how an age stands beside whose it is.

    Attributes:
        aged: Between a name and an age.
        old_forms: What an age that is one word with its unit ends in.
        unit: What ages are counted in where nothing else is said.
    """

    aged: Words = _NONE
    old_forms: Words = _NONE
    unit: str = ""
