"""Whether two words are one name in two spellings, as far as their letters say."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from twosource.language.lexicon import lexicon_of
from twosource.text.names import fold
from twosource.text.word_rarity import rarity
from twosource.text.word_rarity import stem as rarity_stem

SHORTEST: Final = 4
"""Letters of a name from which on another spelling can be told from another name."""
_LONG: Final = 8
"""Letters from which on two of them may be others, not only one; of shorter names two may only stand in another order."""
_OTHER_START: Final = 6
"""Letters from which on a name may begin with another one."""
_RARE: Final = (4.0, 5.0)
"""How rare in news at large the commoner and the rarer of two spellings are at the least: "Martin" is a name of its own."""
_LESS_RARE: Final = (3.4, 4.5)
"""The same where the rest of the name is known to be one."""
_SLIPS: Final = 2
"""Letters by which two spellings of a name differ at the most."""
_CUT_NAME: Final = 3
"""Letters of a first name that is cut short."""
_DOUBLED: Final = re.compile(r"(\w)\1")
_UNKNOWN: Final = 7.0
"""How rare a word is that news at large hardly knows: a name, which is spelt alike on both sides of the ocean."""


def is_rare(word: str, language: str) -> bool:
    """Whether a word is so rare in news at large that two like it are hardly two names."""
    return _rareness(word, language) >= _RARE[1]


def _rareness(word: str, language: str) -> float:
    """How rare a word is in news at large; 0 for one without a stem, which every text has ("Many")."""
    known = rarity_stem(word, language)
    return rarity(known) if known else 0.0


def may_be_alike(one: str, other: str) -> bool:
    """Whether the lengths of two words leave it open that they are one in two spellings: asked first, of very many pairs."""
    return abs(len(one) - len(other)) <= _SLIPS and (one[0] == other[0] or min(len(one), len(other)) >= _OTHER_START)


@lru_cache(maxsize=50_000)
def spelt_alike(one: str, other: str, language: str, *, of_one: bool = False) -> bool:
    """Whether two words in lower case may be one rare name in two spellings; less rare where both stand beside the same other word of it.

    A plural, an adjective, an accent or the way of an ocean's other side make none.

    Example:
        >>> spelt_alike("khaleal", "kahleal", "en"), spelt_alike("martin", "martins", "en")
        (True, False)
    """
    words = lexicon_of(language).wording
    short, full = sorted((one, other), key=len)
    rare = sorted(_rareness(word, language) for word in (one, other))
    ways = words.spellings if rare[0] < _UNKNOWN else words.transliterations
    if len(short) < SHORTEST or _in_one_spelling(one, ways) == _in_one_spelling(other, ways):
        return False
    apart = one[0] != other[0] and len(short) < _OTHER_START  # "Ross", "Boss"
    if apart or full in {short + ending for ending in words.endings}:
        return False
    slips = DamerauLevenshtein.distance(one, other, score_cutoff=_SLIPS)
    most = 2 if len(short) >= _LONG or sorted(one) == sorted(other) else 1
    least = _LESS_RARE if of_one else _RARE
    return 0 < slips <= most and all(own >= bound for own, bound in zip(rare, least, strict=True))


def first_names_alike(one: str, other: str, language: str) -> bool:
    """Whether two first names in lower case may be one: with other vowels, or cut short.

    Example:
        >>> [first_names_alike(*two, "en") for two in (("noor", "nur"), ("dan", "daniel"), ("dan", "don"), ("ian", "jan"))]
        [True, True, True, False]
    """
    one, other = fold(one), fold(other)
    short, full = sorted((one, other), key=len)
    cut = len(short) >= _CUT_NAME and full.startswith(short)
    vowels = lexicon_of(language).wording.vowels
    sounds = ["".join(sign for sign in _DOUBLED.sub(r"\1", name) if sign not in vowels) for name in (one, other)]
    return cut or (one[:1] == other[:1] and len(sounds[0]) > 1 and sounds[0] == sounds[1])


def _in_one_spelling(word: str, ways: tuple[tuple[str, str], ...]) -> str:
    """A word without accents, each of its two-way spellings in the way that stands for both."""
    word = fold(word)
    for here, there in ways:
        word = word.replace(here, there)
    return word
