"""The form of the file of pronouns and other words that point at what is named elsewhere."""

from functools import cached_property

from twosource.language.word_files import WordFile
from twosource.language.words_names import Gender

Words = frozenset[str]
_NONE: Words = frozenset()


class PronounWords(WordFile, frozen=True, kw_only=True):
    """``pronouns.yml``: all in lower case.

    Attributes:
        male, female: Pronouns of one person. subjects: Of these, those that are subjects. oneself: "himself".
        plurals: Pronouns of several, or of a body.
        things: Pronouns of a thing or a body.
        first_person: Pronouns of who speaks and who is spoken to.
        relatives: What takes up the noun before it; of_clauses: of these, those that open a clause behind a comma.
        of_people: Of these, those that take up a person alone. of_things: Those that take up no person.
        owning: Pronouns of owners.
        own_of_things: "its".
        impersonal: What happens to an "it" that is nobody.
        speaking: Pronouns that can stand for who spoke; saying: of these, those that stand right beside a verb.
    """

    male: Words = _NONE
    female: Words = _NONE
    subjects: Words = _NONE
    oneself: Words = _NONE
    plurals: Words = _NONE
    things: Words = _NONE
    first_person: Words = _NONE
    relatives: Words = _NONE
    of_clauses: Words = _NONE
    of_people: Words = _NONE
    of_things: Words = _NONE
    own_of_things: Words = _NONE
    owning: Words = _NONE
    impersonal: Words = _NONE
    speaking: Words = _NONE
    saying: Words = _NONE

    @cached_property
    def of_one(self) -> Words:
        """Pronouns of one person."""
        return self.male | self.female

    def gender_of(self, word: str) -> Gender:
        """Of whom a pronoun of one person means; empty for any other word."""
        return "male" if word in self.male else "female" if word in self.female else ""

    def is_pronoun(self, word: str) -> bool:
        """Whether a word stands for somebody or something that the text names elsewhere."""
        return word in self.of_one or word in self.plurals or word in self.things
