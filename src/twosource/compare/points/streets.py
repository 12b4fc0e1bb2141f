"""Streets as their names are written, and whether two of them may be one."""

from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from twosource.language.lexicon import lexicon_of

_LONG: Final = 6
"""Letters of a street's name from which on two letters may be others."""
_START: Final = 4
"""First letters that two spellings of one street have in common."""
_SLIPS: Final = 2

Street = tuple[str, ...]


def is_street(run: Street, language: str) -> bool:
    """Whether the words of a name, in lower case, are those of a street: its kind stands last, or before the part of town."""
    words = lexicon_of(language).traits
    named = run[:-1] if run[-1] in words.street_ends else run
    return len(named) > 1 and named[-1] in words.street_kinds


def street_words(language: str) -> frozenset[str]:
    """What a street's name has besides the name."""
    words = lexicon_of(language).traits
    return words.street_kinds | words.street_ends


def other_kind(one: Street, other: Street, language: str) -> bool:
    """Whether only the kind differs ("Elm Drive", "Elm Lane"), or only the part of town ("Elm Street East", "Elm Street West").

    A number is the name of several streets ("7th Street", "7th Avenue"), and a kind may stand in short.
    """
    words = lexicon_of(language).traits
    if one[:-1] != other[:-1] or one[0][:1].isdigit() or one_street(one, other):
        return False
    return any({one[-1], other[-1]} <= parts for parts in (words.street_kinds, words.street_ends))


def one_street(one: Street, other: Street) -> bool:
    """Whether two names are one, of which one has the kind in short: "Elm Ave", "Elm Avenue"."""
    return one[:-1] == other[:-1] and _stands_for(one[-1], other[-1])


def alike_streets(one: Street, other: Street) -> bool:
    """Whether the names of two streets are one, spelt in two ways: "Philip Street", "Phillips Road"."""
    first, second = one[0], other[0]
    if len(one) != len(other) or first[:_START] != second[:_START] or min(len(first), len(second)) < _LONG:
        return False
    return 0 < DamerauLevenshtein.distance(first, second, score_cutoff=_SLIPS) <= _SLIPS


def _stands_for(one: str, other: str) -> bool:
    """Whether the letters of the shorter stand in the longer in their order: "blvd", "boulevard"."""
    short, full = sorted((one, other), key=len)
    letters = iter(full)
    return all(letter in letters for letter in short)
