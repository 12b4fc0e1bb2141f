"""Cuts a paragraph that is too long for the parser, at sentence ends where there are any."""

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?][\"'”’»)]*\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text to be parsed, and where it starts in the article, in code points."""

    text: str
    offset: int


def pieces_of(text: str, offset: int, most: int) -> list[Piece]:
    """Cut ``text`` into pieces of at most ``most`` code points.

    Cuts fall behind the last sentence end in reach, else behind the last white space, else anywhere. The pieces
    joined are the text. Empty text gives no piece.

    Example:
        >>> [piece.text for piece in pieces_of("One. Two. Three.", 0, 10)]
        ['One. Two. ', 'Three.']
    """
    pieces: list[Piece] = []
    start = 0
    while start < len(text):
        end = start + most
        if end < len(text):
            window = text[start:end]
            ends = [found.end() for found in _SENTENCE_END.finditer(window)]
            end = start + (ends[-1] if ends else window.rfind(" ") + 1 or len(window))
        pieces.append(Piece(text[start:end], offset + start))
        start = end
    return pieces
