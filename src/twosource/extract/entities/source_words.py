"""The word lists that tell what kind of source a noun or a name stands for."""

from dataclasses import dataclass
from functools import cache

from twosource.language.resources import load
from twosource.model import SourceKind
from twosource.text.names import Gender


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """Sets of lemmas and lower-case names, from ``source_nouns.yml`` and ``outlets.yml``."""

    unnamed: frozenset[str]
    body: frozenset[str]
    document: frozenset[str]
    outlet: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    kin: frozenset[str]
    office: frozenset[str]
    office_of_bodies: frozenset[str]
    heads: frozenset[str]
    other_office: frozenset[str]
    bodies_owning: frozenset[str]
    one_of_a_place: frozenset[str]
    no_surnames: frozenset[str]
    recording: frozenset[str]
    nobody: frozenset[str]
    label: frozenset[str]
    outlets: frozenset[str]
    photo: frozenset[str]
    seats: frozenset[str]

    def kind_of(self, lemma: str) -> SourceKind | None:
        """What kind of source a noun names; None for a noun that is on no list."""
        if lemma in self.outlet:
            return "outlet"
        if lemma in self.unnamed:
            return "unnamed"
        if lemma in self.body:
            return "body"
        return "document" if lemma in self.document else None

    def gender_of(self, lemma: str) -> Gender:
        """Of the person whom a noun means; empty where the noun does not tell."""
        return "male" if lemma in self.male else "female" if lemma in self.female else ""


@cache
def source_words() -> SourceWords:
    """The lists, read once."""
    nouns, names = load("source_nouns"), load("outlets")
    return SourceWords(
        **{name: frozenset(word.lower() for word in words) for name, words in nouns.items()},
        **{name: frozenset(words) for name, words in names.items()},
    )
