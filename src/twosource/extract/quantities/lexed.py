"""A text as the tokens that numbers are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_SIGNS: Final = re.compile(r"[a-z]+|\d|[^\x00-\x7f]+")
_END: Final = re.compile(r"\n|(?<=[^\W\d_]{3}[.!?])\s(?=[^\W\d_])")
"""Behind a word of three letters: "No. 5" and "U.S. $5" are not taken apart."""
HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = frozenset("-–—‐‑")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexed:
    """A text as tokens in columns: lower-case words, and half-open places in the text."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def word(self, row: int) -> str:
        """The word at ``row``; the empty string outside the text."""
        return self.words[row] if 0 <= row < len(self.words) else ""

    def phrase(self, first: int, last: int) -> str:
        """The words from ``first`` to ``last`` (half-open), one blank between two; those outside the text left out."""
        return " ".join(self.words[max(first, 0) : max(last, 0)])

    def glued(self, row: int) -> bool:
        """Whether nothing stands between the tokens ``row`` and ``row + 1``."""
        return 0 <= row < len(self.words) - 1 and self.ends[row] == self.starts[row + 1]

    def past_hyphen(self, row: int) -> int:
        """The row behind a hyphen at ``row``; ``row`` where none stands there."""
        return row + (self.word(row) in HYPHENS)


def lexed(text: str, first: int = 0, last: int | None = None) -> Lexed:
    """The tokens of ``text[first:last]``: numbers with their commas and point, words, single signs. Linear in its length."""
    matches = list(_TOKEN.finditer(text, first, len(text) if last is None else last))
    return Lexed(
        text=text,
        words=tuple([match.group().lower() for match in matches]),
        starts=tuple([match.start() for match in matches]),
        ends=tuple([match.end() for match in matches]),
    )


def signs_of(text: str) -> list[str]:
    """The words of a text in lower case, and its digits and signs one by one: less work than its tokens."""
    return _SIGNS.findall(text.lower())


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Roughly the sentences of a text, as half-open places: no number reaches over the end of one."""
    start = 0
    for end in _END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)
