"""A text as the tokens that numbers are made of."""

import re
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
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


def lexed(text: str) -> Lexed:
    """The tokens of ``text``: numbers with their commas and point, words, single signs. Linear in its length."""
    found = [(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    return Lexed(
        text=text,
        words=tuple(word for word, _, _ in found),
        starts=tuple(start for _, start, _ in found),
        ends=tuple(end for _, _, end in found),
    )
