"""The forms of the files of words that name sources: nouns by what they name, outlets, seats of power."""

from functools import cached_property

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words
from twosource.language.words_names import Gender
from twosource.model import SourceKind


class SourceNounWords(WordFile, frozen=True, kw_only=True):
    """``source_nouns.yml``: head nouns of the words that name a source. Lemmas, in lower case."""

    unnamed: Words = NONE  # nouns of persons
    # Nouns of these.
    body: Words = NONE
    document: Words = NONE
    outlet: Words = NONE
    # Nouns that tell the gender of whom they mean.
    male: Words = NONE
    female: Words = NONE
    kin: Words = NONE  # nouns of those who belong to somebody ("mother")
    office: Words = NONE  # nouns of what one person is at a time ("president")
    office_of_bodies: Words = NONE  # those of them that a company or a country can be too ("owner")
    head_of_body: Words = NONE  # and those of these that are a person's wherever somebody owns them ("its *manager*")
    led: Words = NONE  # what one person leads or heads ("*union* leader")
    another_word: Words = (
        NONE  # nouns by which somebody is called again who was named before by another ("the *singer*")
    )
    any_head: Words = NONE  # nouns that mean whoever has one of these ("leader")
    heads: Words = NONE  # offices that "the leader" of a country can mean
    also_called: dict[str, Words] = msgspec.field(
        default_factory=dict
    )  # by what nouns the holder of an office is called too ("the *minister*")
    other_office: Words = NONE  # words that make another office of one ("former")
    bodies_owning: Words = NONE  # bodies that an office can be named with in short ("the *company's* director")
    one_of_a_place: Words = NONE  # offices of which a place has one holder at a time, and no company any
    no_surnames: Words = NONE  # nouns of bodies that no family bears as its name
    recording: Words = NONE  # documents that show and do not speak
    none: Words = NONE  # a determiner of nobody
    nobody: Words = NONE  # words for nobody in particular
    definite: Words = NONE  # the definite article
    # Prepositions behind an office: of its place, of any.
    whose_office: Words = NONE
    beside_office: Words = NONE
    between_offices: Pattern = NEVER  # what stands between two roles of one person
    behind_office: Pattern = NEVER  # between an office and what it is of, whatever stands there
    several_of_office: Words = NONE  # what stands before a noun of an office where there are others ("another")
    one: Words = NONE  # the numeral that stands for one of several ("*one* of the women")
    always_several: Words = NONE  # nouns that mean several without a plural ending ("police")
    label: Words = NONE  # what stands before a colon and is nobody ("correction")
    topic: Words = NONE  # what happens, before a colon: nobody who says what follows

    def kind_of(self, lemma: str) -> SourceKind | None:
        """What kind of source a noun names; None for a noun that is on no list."""
        return self.kinds.get(lemma)

    @cached_property
    def kinds(self) -> dict[str, SourceKind]:
        """The nouns that tell, each with the first list that it is on."""
        lists: tuple[tuple[SourceKind, Words], ...] = (
            ("document", self.document), ("body", self.body), ("unnamed", self.unnamed), ("outlet", self.outlet),
        )  # fmt: skip
        return {noun: kind for kind, nouns in lists for noun in nouns}

    def gender_of(self, lemma: str) -> Gender:
        """Of the person whom a noun means; empty where the noun does not tell."""
        return "male" if lemma in self.male else "female" if lemma in self.female else ""


class OutletWords(WordFile, frozen=True, kw_only=True):
    """``outlets.yml``: names in running text, in lower case."""

    outlets: Words = NONE  # outlets and agencies
    photo: Words = NONE  # photo agencies, which never speak
    sites: Words = NONE  # nouns of pages before an outlet's name ("US *site* Ossian")
    # How only outlets tell of themselves: "the Ossian *can reveal* that", "the Ossian *understands* that".
    able: Words = NONE
    revealing: Words = NONE
    understanding: Words = NONE
    before_small: Words = NONE  # nouns before an agency that is written small ("news *agency* dpa")
    run: Pattern = NEVER  # words with capitals that may be an outlet's name, its article apart
    behind_run: Pattern = NEVER  # what may stand behind one
    addresses: Pattern = NEVER  # an address on the web by which an outlet is called ("norvale.com")
    seats: Words = NONE  # places whose name stands for who sits there ("the white house")
