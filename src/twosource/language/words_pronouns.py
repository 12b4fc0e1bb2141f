"""The form of the file of pronouns and other words that point at what is named elsewhere."""

from functools import cached_property

from twosource.language.word_files import NONE, WordFile, Words
from twosource.language.words_names import Gender


class PronounWords(WordFile, frozen=True, kw_only=True):
    """``pronouns.yml``: all in lower case."""

    # Pronouns of one person.
    male: Words = NONE
    female: Words = NONE
    subjects: Words = NONE  # of these, those that are subjects
    oneself: Words = NONE  # "himself"
    plurals: Words = NONE  # pronouns of several, or of a body
    things: Words = NONE  # pronouns of a thing or a body
    first_person: Words = NONE  # pronouns of who speaks and who is spoken to
    of_speakers: Words = NONE  # of these, those that are subjects and mean who speaks
    of_several_speakers: Words = NONE  # of these, those of who speaks for others too
    relatives: Words = NONE  # what takes up the noun before it
    of_clauses: Words = NONE  # of these, those that open a clause behind a comma
    of_people: Words = NONE  # of these, those that take up a person alone
    of_things: Words = NONE  # those that take up no person
    owning: Words = NONE  # pronouns of owners
    impersonal: Words = NONE  # what happens to an "it" that is nobody
    speaking: Words = NONE  # pronouns that can stand for who spoke
    saying: Words = NONE  # of these, those that stand right beside a verb

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
