"""The form of the file of words that people's names are made of."""

from functools import cached_property
from typing import Literal

import msgspec

from twosource.language.word_files import NEVER, Pattern, WordFile

Words = frozenset[str]
Gender = Literal["male", "female", ""]
"""Of a person, as far as words tell; empty where they do not."""
_NONE: Words = frozenset()


class NameWords(WordFile, frozen=True, kw_only=True):
    """``names.yml``: all in ASCII lower case without full stops, but where said.

    Attributes:
        titles: What stands before a name ("president"), of up to three words.
        loose_titles: Words before a title or a name that are no part of it ("us", "republican").
        behind_places: What stands behind the name of a place that a person may bear too ("county").
        male_titles, female_titles: Titles that tell a person's gender.
        addresses: Titles that are no role of their own ("mr").
        no_roles: Words before a name that are no role ("april", "courtesy").
        suffixes: What stands behind a name ("jr").
        particles: Words that belong to a surname ("van").
        short_forms: Short forms of given names, with the whole one.
        male, female: Given names by gender.
        title_offices: Titles cut short, with the office.
        joints: Words between two people's names ("and").
        owners: Pronouns of those who own what follows ("his").
        definite: Determiners of what is known already. of_one: Determiners of one, or of some known ones.
        plural_ends: What a noun is called without, where several are meant.
        being: Verbs that say what somebody is.
        before_names: Determiners before a name, which are no part of it.
        called: A preposition or article, if one stands there (group 1), and words with capitals in a row.
        articles: What may stand before a title ("the").
        any_determiner: Any determiner that may stand before a name.
        determiner: The determiner that a name of anybody may begin with.
        levels: Letters by which transliterations of one name differ, with what they become, in the order of doing it.
        vowels: What may differ between two spellings of one surname.
    """

    titles: Words = _NONE
    loose_titles: Words = _NONE
    behind_places: str = "(?!)"
    male_titles: Words = _NONE
    female_titles: Words = _NONE
    addresses: Words = _NONE
    no_roles: Words = _NONE
    suffixes: Words = _NONE
    particles: Words = _NONE
    short_forms: dict[str, str] = msgspec.field(default_factory=dict)
    male: Words = _NONE
    female: Words = _NONE
    title_offices: dict[str, str] = msgspec.field(default_factory=dict)
    joints: Words = _NONE
    owners: Words = _NONE
    definite: Words = _NONE
    of_one: Words = _NONE
    plural_ends: tuple[str, ...] = ()
    being: Words = _NONE
    before_names: Words = _NONE
    called: Pattern = NEVER
    articles: Words = _NONE
    any_determiner: Pattern = NEVER
    determiner: Pattern = NEVER
    levels: tuple[tuple[str, str], ...] = ()
    vowels: Pattern = NEVER

    @cached_property
    def titles_of_people(self) -> Words:
        """Titles that only people bear: those that also stand before other names are left out."""
        return self.titles - self.loose_titles

    def is_given(self, word: str) -> bool:
        """Whether a folded word is a given name."""
        return word in self.male or word in self.female
