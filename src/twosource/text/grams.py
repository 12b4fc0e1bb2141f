"""Words as they are compared, and hashes of several in a row."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from twosource.language.lexicon import lexicon_of

Hashes = npt.NDArray[np.uint64]

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’ʼ][^\W_]+)*")
_STEP = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a stretch of text as parallel columns; marks of punctuation are no words.

    ``forms`` are folded (case, apostrophes); ``starts`` and ``ends`` are half-open code points of the whole text.
    """

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """How many words."""
        return len(self.forms)

    @property
    def columns(self) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
        """Forms, starts and ends."""
        return self.forms, self.starts, self.ends

    def between(self, start: int, end: int) -> "Words":
        """Those that stand wholly from ``start`` to ``end``."""
        rows = slice(bisect_left(self.starts, start), bisect_right(self.ends, end))
        return Words(forms=self.forms[rows], starts=self.starts[rows], ends=self.ends[rows])


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of ``text`` between two offsets.

    Args:
        text: Any text.
        start: Where to begin, in code points.
        end: Where to stop; to the end of the text if None.

    Returns:
        Columns, empty where there is no word.

    Example:
        >>> words_of("Don’t panic: 1,200 left.").forms
        ("don't", 'panic', '1,200', 'left')
    """
    found = list(_WORD.finditer(text, start, len(text) if end is None else end))
    return Words(
        forms=tuple([fold(match[0]) for match in found]),
        starts=tuple([match.start() for match in found]),
        ends=tuple([match.end() for match in found]),
    )


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without what does not matter when wordings are compared: its case and the shape of its apostrophe."""
    return word.casefold().replace("’", "'").replace("ʼ", "'")


@lru_cache(maxsize=1 << 17)
def word_hash(form: str) -> int:
    """64 bits that stand for a word, the same on every machine."""
    return int.from_bytes(blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def gram_hashes(words: Hashes, size: int) -> Hashes:
    """One hash for each run of ``size`` words; order matters.

    Args:
        words: Hashes of words, in order.
        size: Words in a run, at least one.

    Returns:
        ``len(words) - size + 1`` hashes; none where there are fewer words than ``size``.
    """
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    found = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        found = (found ^ words[offset : offset + count]) * _STEP
        found ^= found >> np.uint64(29)
    return found


def function_words(language: str) -> frozenset[str]:
    """Words that hold sentences together and say little by themselves."""
    return lexicon_of(language).function_words.words
