"""The form of the file of words that people's names are made of."""

from functools import cached_property
from typing import Literal

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words

Gender = Literal["male", "female", ""]
"""Of a person, as far as words tell; empty where they do not."""


class NameWords(WordFile, frozen=True, kw_only=True):
    """``names.yml``: all in ASCII lower case without full stops, but where said."""

    capital_inside: Pattern = NEVER  # a word with a capital inside, as firms write themselves and people do not
    works: Words = (
        NONE  # nouns of things with names of their own, behind which no person's name stands ("her podcast, ...")
    )
    titles: Words = NONE  # what stands before a name ("president"), of up to three words
    loose_titles: Words = NONE  # words before a title or a name that are no part of it ("us", "republican")
    behind_places: str = "(?!)"  # what stands behind the name of a place that a person may bear too ("county")
    # Titles that tell a person's gender.
    male_titles: Words = NONE
    female_titles: Words = NONE
    addresses: Words = NONE  # titles that are no role of their own ("mr")
    no_roles: Words = NONE  # words before a name that are no role ("april", "courtesy")
    suffixes: Words = NONE  # what stands behind a name ("jr")
    letters_behind: Words = NONE  # letters of an office or honour behind a name ("Ada Holm *KC*")
    particles: Words = NONE  # words that belong to a surname ("van")
    short_forms: dict[str, str] = msgspec.field(default_factory=dict)  # short forms of given names, with the whole one
    # Given names by gender.
    male: Words = NONE
    female: Words = NONE
    title_offices: dict[str, str] = msgspec.field(default_factory=dict)  # titles cut short, with the office
    joints: Words = NONE  # words between two people's names ("and")
    owners: Words = NONE  # pronouns of those who own what follows ("his")
    definite: Words = NONE  # determiners of what is known already
    of_one: Words = NONE  # determiners of one, or of some known ones
    plural_ends: tuple[str, ...] = ()  # what a noun is called without, where several are meant
    being: Words = NONE  # verbs that say what somebody is
    before_names: Words = NONE  # determiners before a name, which are no part of it
    called: Pattern = NEVER  # a preposition or article, if one stands there (group 1), and words with capitals in a row
    articles: Words = NONE  # what may stand before a title ("the")
    any_determiner: Pattern = NEVER  # any determiner that may stand before a name
    determiner: Pattern = NEVER  # the determiner that a name of anybody may begin with
    # Letters by which transliterations of one name differ, with what they become, in the order of doing it.
    levels: tuple[tuple[str, str], ...] = ()
    vowels: Pattern = NEVER  # what may differ between two spellings of one surname

    @cached_property
    def titles_of_people(self) -> Words:
        """Titles that only people bear: those that also stand before other names are left out."""
        return self.titles - self.loose_titles

    def is_given(self, word: str) -> bool:
        """Whether a folded word is a given name."""
        return word in self.male or word in self.female
