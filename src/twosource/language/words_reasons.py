"""The forms of the files that our own sentences are told in."""

from string import Formatter
from typing import Final, Literal, get_args

import msgspec

from twosource.language.word_files import NONE, Pattern, WordFile, Words

Form = Literal["words", "amount", "inside", "opened", "row", "commas"]
Section = Literal["rules", "kinds"]
"""Of ``wordings.yml``, those whose English stands in the code itself."""
NAMED_FORMS: Final = frozenset(get_args(Form))
"""How a parameter may stand besides what Python's own format says: ``text/reasons.py`` says what each does."""


class Template:
    """A sentence with places for its parameters: ``{outlet} leaves out {count:words} {count:word|words}``.

    Behind a colon stands how: one of ``NAMED_FORMS``, forms by number parted by bars, or a format of Python.

    Args:
        text: The sentence.

    Raises:
        ValueError: If a place has no name, or how it stands is nothing that is known.

    Example:
        >>> sorted(Template("{outlet} leaves it out {count:once|often}").names)
        ['count', 'outlet']
    """

    __slots__ = ("names", "parts")

    def __init__(self, text: str) -> None:
        """Take it apart once."""
        self.parts: Final = tuple((before, name, how or "") for before, name, how, _ in Formatter().parse(text))
        self.names: Final = frozenset(name for _, name, _ in self.parts if name is not None)
        for _, name, how in self.parts:
            if name is not None and not name.isidentifier():
                message = f"no name of a parameter: {name!r}"
                raise ValueError(message)
            if "|" not in how and how not in NAMED_FORMS:
                format(0, how)


class Wordings(WordFile, frozen=True, kw_only=True):
    """``wordings.yml``: what our own reasons and details say, by the room that gives them and the code of each."""

    lists: dict[str, Template] = msgspec.field(default_factory=dict)  # how sentences and names are put together
    # Shared wording: what it is, and who had it first.
    passages: dict[str, Template] = msgspec.field(default_factory=dict)
    alignment: dict[str, Template] = msgspec.field(default_factory=dict)  # why two statements tell the same
    points: dict[str, Template] = msgspec.field(default_factory=dict)  # where the accounts of one point differ
    # Figures of one count: what they count, what their values are to each other.
    figures: dict[str, Template] = msgspec.field(default_factory=dict)
    # What a story says of itself as a whole: ranges, days, hours, ages, records.
    story: dict[str, Template] = msgspec.field(default_factory=dict)
    sources: dict[str, Template] = msgspec.field(default_factory=dict)  # why sources of several articles are one
    entities: dict[str, Template] = msgspec.field(default_factory=dict)  # who is meant
    origins: dict[str, Template] = msgspec.field(default_factory=dict)  # which articles go back to one text
    standing: dict[str, Template] = msgspec.field(default_factory=dict)  # who stands behind a point
    checks: dict[str, Template] = msgspec.field(default_factory=dict)  # particulars of checks
    group: dict[str, Template] = msgspec.field(default_factory=dict)  # why an article is in its story
    times: dict[str, Template] = msgspec.field(default_factory=dict)  # how a time was found, and the day of an article
    # What happened to what a figure counts, and how that was found.
    measures: dict[str, Template] = msgspec.field(default_factory=dict)
    attribution: dict[str, Template] = msgspec.field(default_factory=dict)  # on whose word something is said
    # What a mark says, and where what it is over was found.
    stances: dict[str, Template] = msgspec.field(default_factory=dict)
    # What could not be read of a page, and where its date is from.
    pages: dict[str, Template] = msgspec.field(default_factory=dict)
    # What our own codes are called inside a sentence: the code itself in English.
    kinds: dict[str, Template] = msgspec.field(default_factory=dict)
    # Rules whose docstring is their reason in English, as "module.name".
    rules: dict[str, Template] = msgspec.field(default_factory=dict)

    def by_code(self) -> dict[str, Template]:
        """Each sentence by its section and its name: "passages.one_sentence"."""
        return {
            f"{section}.{name}": template
            for section in self.__struct_fields__
            for name, template in getattr(self, section).items()
        }


class ReasonWords(WordFile, frozen=True, kw_only=True):
    """``reasons.yml``: how numbers and names stand in a sentence of ours."""

    small_numbers: tuple[str, ...] = ()  # from none on
    # Names of round large numbers, the largest first, with the number.
    large_numbers: dict[str, float] = msgspec.field(default_factory=dict)
    articles: Words = NONE  # articles that a name may begin with, as they stand there
    definite: Words = NONE  # those of them that are of one
    weekdays: tuple[str, ...] = ()  # from Monday on
    # For each form of a word but the last the numbers that ask for it, as a pattern over their digits.
    plurals: tuple[Pattern, ...] = ()
    last: str = ""  # how the last of several names is tied to those before
    more: str = ""  # the same for how many there are besides
