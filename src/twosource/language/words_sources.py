"""The forms of the files of words that name sources: nouns by what they name, outlets, seats of power."""

from twosource.language.word_files import NEVER, Pattern, WordFile
from twosource.language.words_names import Gender
from twosource.model import SourceKind

Words = frozenset[str]
_NONE: Words = frozenset()


class SourceNounWords(WordFile, frozen=True, kw_only=True):
    """``source_nouns.yml``: head nouns of the words that name a source. Lemmas, in lower case.

    Attributes:
        unnamed: Nouns of persons. body, document, outlet: Nouns of these.
        male, female: Nouns that tell the gender of whom they mean.
        kin: Nouns of those who belong to somebody ("mother").
        office: Nouns of what one person is at a time ("president").
        office_of_bodies: Those of them that a company or a country can be too ("owner").
        any_head: Nouns that mean whoever has one of these ("leader").
        heads: Offices that "the leader" of a country can mean.
        other_office: Words that make another office of one ("former").
        bodies_owning: Bodies that an office can be named with in short ("the *company's* director").
        one_of_a_place: Offices of which a place has one holder at a time, and no company any.
        no_surnames: Nouns of bodies that no family bears as its name.
        recording: Documents that show and do not speak.
        none: A determiner of nobody.
        nobody: Words for nobody in particular.
        definite: The definite article. whose_office, beside_office: Prepositions behind an office: of its place, of any.
        between_offices: What stands between two roles of one person.
        behind_office: Between an office and what it is of, whatever stands there.
        several_of_office: What stands before a noun of an office where there are others ("another").
        one: The numeral that stands for one of several ("*one* of the women").
        always_several: Nouns that mean several without a plural ending ("police").
        label: What stands before a colon and is nobody ("correction").
    """

    unnamed: Words = _NONE
    body: Words = _NONE
    document: Words = _NONE
    outlet: Words = _NONE
    male: Words = _NONE
    female: Words = _NONE
    kin: Words = _NONE
    office: Words = _NONE
    office_of_bodies: Words = _NONE
    any_head: Words = _NONE
    heads: Words = _NONE
    other_office: Words = _NONE
    bodies_owning: Words = _NONE
    one_of_a_place: Words = _NONE
    no_surnames: Words = _NONE
    recording: Words = _NONE
    none: Words = _NONE
    nobody: Words = _NONE
    label: Words = _NONE
    definite: Words = _NONE
    whose_office: Words = _NONE
    beside_office: Words = _NONE
    between_offices: Pattern = NEVER
    behind_office: Pattern = NEVER
    several_of_office: Words = _NONE
    one: Words = _NONE
    always_several: Words = _NONE

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


class OutletWords(WordFile, frozen=True, kw_only=True):
    """``outlets.yml``: names in running text, in lower case.

    Attributes:
        outlets: Outlets and agencies.
        photo: Photo agencies, which never speak.
        before_small: Nouns before an agency that is written small ("news *agency* dpa").
        run: Words with capitals that may be an outlet's name, its article apart.
        behind_run: What may stand behind one.
        addresses: An address on the web by which an outlet is called ("norvale.com").
        seats: Places whose name stands for who sits there ("the white house").
    """

    outlets: Words = _NONE
    photo: Words = _NONE
    before_small: Words = _NONE
    seats: Words = _NONE
    addresses: Pattern = NEVER
    run: Pattern = NEVER
    behind_run: Pattern = NEVER
