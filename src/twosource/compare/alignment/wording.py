"""Words laid side by side: what two wordings share, and what they do not, in order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.language.words_wording import WordingWords
from twosource.model import Span

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBERED: Final = re.compile(r"\bno (?=\d)")
"""The "no." before a number."""
_STEM_LETTERS: Final = 3


class Word(NamedTuple):
    """One word at its place: as it stands in lower case, its stem, and whether it carries matter of its own."""

    text: str
    stem: str
    content: bool
    start: int
    end: int


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """A word without its endings, so that "killed", "kills" and "killing" are one. Numbers become digits.

    Example:
        >>> [stem(word, "en") for word in ("soldiers", "Destroyed", "5,840", "three")]
        ['soldier', 'destroy', '5840', '3']
    """
    word = word.lower().replace("’", "'")
    if word[:1].isdigit():
        return word.replace(",", "")
    words = lexicon_of(language).wording
    if word in words.numbers:
        return str(words.numbers[word])
    for ending in words.possessives:
        word = word.removesuffix(ending)
    word = words.irregular.get(word, word)
    if word.endswith(words.no_suffix):
        return word
    for suffix in words.suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM_LETTERS:
            return _trimmed(word[: -len(suffix)] + ("y" if suffix in words.suffixes_of_y else ""), suffix, words)
    return word


def _trimmed(root: str, suffix: str, words: WordingWords) -> str:
    """A doubled consonant left by "-ed" or "-ing" is single again ("stopped"), and a last "e" goes."""
    doubled = len(root) > _STEM_LETTERS and root[-1] == root[-2] and root[-1] not in words.never_doubled
    if suffix in words.doubling and doubled:
        return root[:-1]
    return root[:-1] if root[-1:] == "e" and len(root) > _STEM_LETTERS else root


def words_of(text: str, language: str, *places: Span) -> tuple[Word, ...]:
    """The words of ``text`` at ``places``, in order; none where there are none. Offsets are those of ``text``."""
    return tuple(
        Word(*_read(match.group(), language), match.start(), match.end())
        for place in places
        for match in _WORD.finditer(text, place.start, place.end)
    )


@lru_cache(maxsize=100_000)
def _read(word: str, language: str) -> tuple[str, str, bool]:
    """A word in lower case, its stem, and whether it carries matter of its own."""
    low = word.lower().replace("’", "'")
    words = lexicon_of(language).wording
    content = low not in words.function and not low.endswith(words.contracted) and (len(low) > 1 or low.isdigit())
    return low, stem(low, language), content


def content_stems(words: Iterable[Word]) -> tuple[str, ...]:
    """The stems of the words that carry matter, in order."""
    return tuple(word.stem for word in words if word.content)


def is_number(word: str) -> bool:
    """Whether a stem is a number."""
    return word[:1].isdigit()


def negated(words: tuple[Word, ...], lexicon: Lexicon) -> bool:
    """Whether the words hold a negation ("not", "n't", "never"); "not only" is none."""
    line = " ".join(word.text for word in words)
    line = _NUMBERED.sub(" ", line)
    for phrase in lexicon.wording.not_negators:
        line = line.replace(phrase, " ")
    words_left = line.split()
    split = any(one.endswith("n") and two == "t" for one, two in pairwise(words_left))  # "doesn’ t"
    told = any(f" {phrase} " in f" {line} " for phrase in lexicon.wording.negating)  # "has yet to"
    return split or told or any(word in lexicon.wording.negators or word.endswith("n't") for word in words_left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A place where two wordings part: words only of the first, words only of the second; one may be empty."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    edge: bool

    @property
    def longest(self) -> int:
        """Words of the longer side."""
        return max(len(self.left), len(self.right))


def swaps(left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[Swap, ...]:
    """Where two wordings part, in order. ``edge`` is true before the first and behind the last shared word.

    Returns:
        Nothing where they are the same word by word.
    """
    blocks = [b for b in Indel.opcodes([w.stem for w in left], [w.stem for w in right]) if b.tag == "equal"]
    found: list[Swap] = []
    i = j = 0
    for block in blocks:
        if block.src_start > i or block.dest_start > j:
            found.append(Swap(left=left[i : block.src_start], right=right[j : block.dest_start], edge=not (i or j)))
        i, j = block.src_end, block.dest_end
    if i < len(left) or j < len(right):
        found.append(Swap(left=left[i:], right=right[j:], edge=True))
    return tuple(found)
