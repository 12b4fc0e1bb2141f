"""One place where an article mentions somebody."""

from dataclasses import dataclass

from twosource.language.words_names import Gender
from twosource.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where somebody is mentioned.

    Attributes:
        at: The name or noun.
        block, row: The block, and in its tree the head of the mention.
        sentence: Number of the sentence in the article, counted over all blocks.
        person: Key of the person; None for a description.
        noun: The head noun's lemma of a description; empty for a name.
        gender: As far as name or noun tell.
        plural: Whether several people are meant.
        thing: Whether it is a body, an outlet or a document: "it", or "they" of a body.
        owner: Whether it only owns what is spoken of ("Brook's plan").
        sure: False for a bare name, which may be a place's, and for a place.
        subject: Whether it is the subject of a verb.
        quoted: Whether it stands in quotation marks.
    """

    at: Span
    block: int
    row: int
    sentence: int
    person: int | None = None
    noun: str = ""
    gender: Gender = ""
    plural: bool = False
    thing: bool = False
    owner: bool = False
    sure: bool = True
    subject: bool
    quoted: bool
