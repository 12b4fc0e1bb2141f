"""An article's words as grouping counts them, and how rare a word is in news at large."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from math import log
from typing import Final
from zlib import crc32

from anyascii import anyascii

from twosource.language.lexicon import lexicon_of
from twosource.language.words_wording import RootWords
from twosource.text.grams import function_words

WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_LONG: Final = 4
_SHORT: Final = 3
_UNSEEN: Final = 0.5


@lru_cache(1 << 17)
def stem(word: str, language: str) -> str:
    """A word without what its grammar adds; "" for words that any text has.

    Example:
        >>> [stem(word, "en") for word in ("Bridges", "bridge’s", "the", "1,200")]
        ['bridg', 'bridg', '', '1,200']
    """
    if word.casefold() in function_words(language) or (len(word) < _SHORT and not word[0].isdigit()):
        return ""
    word = _POSSESSIVE.sub("", word)
    word = word.lower() if word.isascii() else anyascii(word).lower()
    if len(word) <= _LONG or not word.isalpha():
        return word
    roots = lexicon_of(language).roots
    word = _singular(word, roots)
    ending = next((end for end, least in roots.verbs.items() if word.endswith(end) and len(word) > least), "")
    word = word.removesuffix(ending)
    return word[:-1] if len(word) > _LONG and word.endswith(roots.silent) else word


def _singular(word: str, roots: RootWords) -> str:
    for ending, instead in roots.plurals.items():
        if word.endswith(ending) and (instead or not word.endswith(roots.no_plurals)):
            return word.removesuffix(ending) + instead
    return word


def hashed(words: str) -> int:
    """A number of 32 bits for words: the same on every machine."""
    return crc32(words.encode("utf-8", "replace"))


@lru_cache(1 << 17)
def rarity(word: str) -> float:
    """How much a stem tells: the logarithm of articles at large over those that have it.

    Read from ``background.npz``, which holds for hashes of words the number of articles that have them and no text.

    Example:
        >>> rarity(stem("police", "en")) < rarity("velm")
        True
    """
    total, known = _background()
    return log((total + 1) / (known.get(hashed(word), 0) + _UNSEEN))


@cache
def _background() -> tuple[int, dict[int, int]]:
    import numpy as np  # noqa: PLC0415 - heavy only where stories are told apart

    with (files("twosource.text") / "background.npz").open("rb") as file, np.load(file) as table:
        return int(table["articles"]), dict(zip(table["words"].tolist(), table["holders"].tolist(), strict=True))
