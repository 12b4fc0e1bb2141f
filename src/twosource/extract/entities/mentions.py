"""One place where an article mentions somebody."""

from dataclasses import dataclass

from twosource.language.words_names import Gender
from twosource.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where somebody is mentioned."""

    at: Span  # the name or noun
    # The block, and in its tree the head of the mention.
    block: int
    row: int
    sentence: int  # number of the sentence in the article, counted over all blocks
    person: int | None = None  # key of the person; None for a description
    noun: str = ""  # the head noun's lemma of a description; empty for a name
    gender: Gender = ""  # as far as name or noun tell
    plural: bool = False  # whether several people are meant
    thing: bool = False  # whether it is a body, an outlet or a document: "it", or "they" of a body
    owner: bool = False  # whether it only owns what is spoken of ("Brook's plan")
    sure: bool = True  # false for a bare name, which may be a place's, and for a place
    subject: bool  # whether it is the subject of a verb
    quoted: bool  # whether it stands in quotation marks
