"""The forms of the files of words that tell what is news: who carries it, formulas, round-ups, slips, translations."""

from functools import cached_property
from typing import Literal

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words

Table = dict[str, Words]
"""Words by the kind that they are of."""


class Agency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A news agency: how we call it, how others write it, and its own domains."""

    name: str
    forms: tuple[str, ...]
    sites: tuple[str, ...]


class AgencyWords(WordFile, frozen=True, kw_only=True):
    """``all/agencies.yml``: the one table of news agencies, of every language."""

    agencies: tuple[Agency, ...] = ()  # by name, with forms in small letters
    also_words: Words = NONE  # short forms that in the credit of a picture are more often something else
    not_in_text: Words = NONE  # the same, in running text
    small: Words = NONE  # agencies whose short form is written in small letters
    pictures: Words = NONE  # names that bring pictures: in a credit they say nothing of the words
    shared_bylines: Words = NONE  # bylines under which the copy of any agency stands, in small letters
    # The part of an address below which the copy of agencies stands, before their name; one of theirs ends a part.
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
    """``carriers.yml``: by which words an article names another outlet as where it has something."""

    # What stands before or behind the outlet's name ("told", "reported").
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    after_agency: tuple[str, ...] = ()  # the same behind an agency's
    kinds: tuple[str, ...] = ()  # what may stand between ("local", "state-run")
    statistics: tuple[str, ...] = ()  # what an agency counts itself ("figures")
    # Names known for outlets', with their domains.
    outlets: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    # Parts of names that are an outlet's ("Gazette", "Daily"), as they stand.
    endings: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    call_letters: tuple[str, ...] = ()  # patterns of whole names of stations
    official_sites: OfficialSites = OfficialSites()  # where offices publish
    # An outlet's ``name`` behind and before such words.
    named_behind: Pattern = NEVER
    named_before: Pattern = NEVER
    named_affiliate: Pattern = NEVER  # a station's ``name`` before words that call it an affiliate
    named_as_first: Pattern = NEVER  # an outlet's ``name`` before words that call it the first to tell something
    named_by_its_own: Pattern = NEVER  # an outlet's ``name`` before somebody of it, and what he does there
    called_an_outlet: tuple[Pattern, ...] = ()  # a ``name`` of any form beside words that say what it is of
    counted_itself: Pattern = NEVER  # behind the name of an agency that counted something itself ("its own figures")
    background: Pattern = NEVER  # before an outlet whose report came first, where what an article tells came of it
    first_with: Pattern = NEVER  # in name and cue together, where an outlet is named for one thing that it had first
    release_line: Pattern = NEVER  # a line that calls a text a release
    announces: Pattern = NEVER  # a ``name`` that makes something known itself
    around_name: Pattern = NEVER  # what is no part of a name: its article, its possessive, stops
    article: str = ""  # the article that the name of an outlet may begin with, and the name of its site too


class FormulaWords(WordFile, frozen=True, kw_only=True):
    """``formulas.yml``: wording that belongs to nobody, in small letters; ``*`` stands for up to three words."""

    sentences: tuple[str, ...] = ()  # phrases by which the whole sentence is one
    phrases: tuple[str, ...] = ()  # phrases that are one themselves
    charges: Words = NONE  # words that criminal charges are made of
    everyday: Words = NONE  # words that stand in one report in six, whatever happened


class FunctionWords(WordFile, frozen=True, kw_only=True):
    """``function_words.yml``: words that hold sentences together and say little by themselves."""

    words: Words = NONE


class RoundUpWords(WordFile, frozen=True, kw_only=True):
    """``roundups.yml``: what headlines of several events have in them, or end with; what may stand behind such an end."""

    words: Words = NONE
    ends: Words = NONE
    behind_end: Words = NONE


class RankWords(WordFile, frozen=True, kw_only=True):
    """``source_ranks.yml``: words for one private person, for several, and for who speaks by office."""

    private: Words = NONE
    private_plural: Words = NONE
    official: Words = NONE


class EventDayWords(WordFile, frozen=True, kw_only=True):
    """``happenings.yml``: what articles call an event, and how its day stands beside it."""

    weekdays: Words = NONE  # days of the week
    events: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # kinds of events, with their nouns
    took_place: Words = NONE  # verbs by which it happened
    between: Words = NONE  # words that may stand between an event and its day
    other: Words = NONE  # words behind which something else is told
    another: Words = NONE  # words before an event that is not the one that was told before

    @cached_property
    def event_of_noun(self) -> dict[str, str]:
        """Nouns for events, each with its kind."""
        return {noun: event for event, nouns in self.events.items() for noun in nouns}


class MisspellingWords(WordFile, frozen=True, kw_only=True):
    """``misspellings.yml``: wrong forms, and what differs between two spellings of one word."""

    forms: Words = NONE
    variants: Pattern = NEVER


class TranslationWords(WordFile, frozen=True, kw_only=True):
    """``translation.yml``: by which words speech was said in another language."""

    languages: Words = NONE  # their names
    demonyms: Words = NONE  # adjectives of countries of other languages
    said_so: Pattern = NEVER  # what says that it was
    country: Pattern = NEVER  # a demonym


class QuotationWords(WordFile, frozen=True, kw_only=True):
    """``quotation_shapes.yml``: words beside quotation marks by which their words are no speech, or are some."""

    scare_before: Words = NONE  # before words that nobody says ("so-called")
    naming_before: Words = NONE  # before a name that somebody is given ("nicknamed")
    inscribed_behind: Words = NONE  # behind letters that stand on something ("with “EXIT” *painted* on it")
    never_with_as: Words = NONE  # of these, those that never stand before "as"
    as_: Words = NONE  # "known *as*", between such a word and the name
    works: Words = NONE  # nouns of works
    naming_articles: Words = NONE  # what a name in marks begins with ("*The* Rock")
    title_before: Words = NONE  # words before a title ("titled")
    small_words: Words = NONE  # words that keep small letters inside a title
    speaking_of_itself: Words = NONE  # words by which a title is none ("I")
    saying_before: Words = NONE  # words of saying before a quotation
    said_of_clauses: Words = NONE  # those that open a clause in which a name in marks may stand
    said_of_names: Words = NONE  # of these, those that stand beside names of what does not speak
    questions: Words = NONE  # verbs of asking
    sayings: Words = NONE  # verbs of saying beside a speaker
    headline_sayings: Words = NONE  # those of headlines
    # Who hears what is said, at a headline's end ("…, court hears"), and how that is told.
    hearing: Words = NONE
    headline_heard: Words = NONE
    elision: Pattern = NEVER  # what stands behind an apostrophe that opens nothing ("'90s", "'em")
    end_of_speech: Pattern = NEVER  # from the stop of a speech to the words that give it to a speaker ("*, said Ada*")


class TraitWords(WordFile, frozen=True, kw_only=True):
    """``traits.yml``: what grouping reads of a text itself."""

    weekdays: tuple[str, ...] = ()  # from Monday on, in lower case
    weekday: Pattern = NEVER  # one of them
    street_kinds: Words = NONE  # what stands behind the name of a street
    street: Pattern = NEVER  # such a name, in group 1
    street_ends: Words = NONE  # what stands behind the kind of a street
    age: Pattern = NEVER  # an age, in one of the groups
    place: Pattern = NEVER  # a name behind a preposition of place, in group 1


class TextSlot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something of which a story has only one, as it stands in the text itself."""

    name: str  # what it is
    kind: Literal["value", "place", "time"] = "value"  # as what kind of conflict its values part
    # How it stands: its ``value`` and, where there may be several of it, ``of`` which; ``rough`` before it leaves it
    # open.
    pattern: Pattern = NEVER
    hint: str = ""  # what stands in every text that has it, in lower case
    # An article may name several; two are one where a digit is too many, too few, or in another order.
    slips: bool = False
    near: int = 0  # a record of games: told of one day, two differ by so many games at the most


class NumberSlot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something of which a story has only one number, told where a figure stands."""

    name: str  # what it is
    of: Words = NONE  # kinds, dimensions and measures of its figures
    # Over a sentence in small letters, in which # stands for the figure: that it fills the slot, ``of`` which; that not.
    says: tuple[Pattern, ...] = ()
    unless: Pattern = NEVER
    grows: bool = False  # a later article may have more
    counted: bool = False  # told roughly, it leaves other numbers open
    moves: bool = False  # a later article may have another
    alike: int = 1  # content words that both sentences share besides
    size: float = 3  # how many times one may be the other
    least: float = 0  # of values from here on
    planned: bool = False  # told before it is so: a strike of three days
    rate: bool = False  # so much comes on each
    inside: bool = False  # one sentence may give two, each on another's word
    # Where no figure stands: how it does in the text itself, its ``value``, and what stands in every text that has it.
    text: Pattern = NEVER
    hint: str = ""
    past: bool = False  # told of a time that is over: last year's profit


class NumberSlotWords(WordFile, frozen=True, kw_only=True):
    """``number_slots.yml``: of what a story has only one, and how it stands."""

    numbers: tuple[NumberSlot, ...] = ()
    facts: tuple[TextSlot, ...] = ()
    # Before a figure and right behind it: that it is not what came about here, or comes on each.
    not_before: Pattern = NEVER
    priced: Pattern = NEVER  # before a number that is a price, though it is to be paid yet
    not_behind: Pattern = NEVER
    each_behind: Pattern = NEVER
    before_now: Pattern = NEVER  # that it is of a time before
    behind_now: Pattern = NEVER
    roles: Words = NONE  # who is one in a story, by a noun: of whom an age is told
    role_before: Pattern = NEVER  # such a ``role`` before an age of whoever it is ("the driver, a *43-year-old*")
    # Lists of the patterns.
    number_words: Words = NONE
    ordinal_words: Words = NONE
    rough_words: Words = NONE
    street_kinds: Words = NONE
    makes: Words = NONE
    colours: Words = NONE
    g: Words = NONE
    people: Words = NONE
    boarded: Words = NONE
    onlookers: Words = NONE
    workers: Words = NONE
    hit_by: Words = NONE
    patients: Words = NONE
    buying: Words = NONE
    money_taken: Words = NONE
    events: Words = NONE
    loose: Words = NONE  # words that two names of one thing may differ by
    same: dict[str, str] = msgspec.field(default_factory=dict)  # what is another word for the same


class SlotWords(WordFile, frozen=True, kw_only=True):
    """``slots.yml``: what a story tells once of its main event, and how it stands in a clause."""

    effects: Table = msgspec.field(default_factory=dict)  # what comes of a cause, by what it is
    of_each: Words = NONE  # of these, those of which a story has several, each of its own thing
    causing: Words = NONE  # list of the patterns
    cause_behind: Pattern = NEVER  # behind what a cause stands
    cause_before: Pattern = NEVER  # before what it does
    causes: Table = msgspec.field(default_factory=dict)  # their kinds
    pointing: Pattern = NEVER  # what stands for what happened ("this")
    elsewhere: Words = NONE  # words of a sentence that tells of another event
    asked: Pattern = NEVER  # before a cause that is only asked for
    besides: Pattern = NEVER  # that somebody or something else is told of, too
    not_told: Pattern = NEVER  # a deed as it is not told as a fact, up to its verb
    nobody: Pattern = NEVER  # nobody at all, as a clause begins
    acts: Table = msgspec.field(default_factory=dict)  # what is done once, by kind
    finding: str = ""  # of these, the one of which the day is told
    found: str = ""  # the kind of things whose finding has a day and a place
    of_nothing: Words = NONE  # of these, those of which it need not be said to what
    things: Table = msgspec.field(default_factory=dict)  # what it is done to, by what is one
    doers: Table = msgspec.field(default_factory=dict)  # who does it, by kind
    meeting: Table = msgspec.field(default_factory=dict)  # kinds of causes and doers that may be one
    holding: Words = NONE  # verbs of having in one's hand
    held: Table = msgspec.field(default_factory=dict)  # what is held, by kind
    inside: Pattern = NEVER  # what stands behind a preposition before a room
    happening: Table = msgspec.field(default_factory=dict)  # what happens in a room, by kind
    of_something: Words = NONE  # of these, those that are told of a thing
    rooms: Table = msgspec.field(default_factory=dict)  # rooms by kind
    parts: Words = NONE  # list of the patterns
    hurt: Pattern = NEVER  # a part of the body that is hurt
    any_part: Pattern = NEVER  # a part of the body
    hours: Table = msgspec.field(default_factory=dict)  # deeds by which an hour is told, by what they are of
    start: str = ""  # of these, the one that an incident begins with
    incidents: Words = NONE  # what begins
    undergone: Table = msgspec.field(default_factory=dict)  # of what it is told that it happened to nobody
    offices: Words = NONE  # before the office that somebody had: "as" leader
    once_done: Words = NONE  # of the vague deeds those that are not undone once they are done
    vague: Words = NONE  # deeds that are done so often that "not" is of another time or thing


class AgeWords(WordFile, frozen=True, kw_only=True):
    """``ages.yml``: how an age stands beside whose it is."""

    aged: Words = NONE  # between a name and an age
    old_forms: Words = NONE  # what an age that is one word with its unit ends in
    # An age at the beginning of a description ("the 34-year-old"), behind a name, and before a name or a noun.
    described: Pattern = NEVER
    behind_name: Pattern = NEVER
    before_name: Pattern = NEVER
    unit: str = ""  # what ages are counted in where nothing else is said
