"""The form of the file of words that reasons are told in."""

import msgspec

from twosource.language.word_files import WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class ReasonWords(WordFile, frozen=True, kw_only=True):
    """``reasons.yml``: how numbers and names stand in a sentence of ours.

    Attributes:
        small_numbers: From none on.
        large_numbers: Names of round large numbers, the largest first, with the number.
        articles: Articles that a name may begin with, as they stand there. definite: Those of them that are of one.
    """

    small_numbers: tuple[str, ...] = ()
    large_numbers: dict[str, float] = msgspec.field(default_factory=dict)
    articles: Words = _NONE
    definite: Words = _NONE
