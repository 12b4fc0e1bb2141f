"""The lines of a saved page, or of a table's text."""

import re
from itertools import pairwise
from typing import Final

from twosource.clean.pieces import Piece
from twosource.model import BlockKind
from twosource.text.reasons import Reason

_BREAK = re.compile(r"\n(?:[ \t\u00a0]*\n)+")
_MARKED = re.compile(r"\s*>\s*(?=\S)")
_INDENTED = re.compile(r"(?: {4}|\t)\s*\S")
_HEADING = re.compile(r"#{1,6} +(?=\S)")
_MARKED_SO: Final = Reason("pages.signed_heading")
_WRAP_WIDTH: Final = 130
_WRAP_SHARE: Final = 0.4
_FEWEST_JOINTS: Final = 3


def pieces_of_text(text: str) -> list[Piece]:
    r"""One piece a line; where lines were cut to a width, one piece a paragraph.

    Empty text gives none.

    Example:
        >>> [piece.text for piece in pieces_of_text("One.\nTwo.\n\nThree.")]
        ['One.', 'Two.', 'Three.']
    """
    paragraphs = [part for part in _BREAK.split(text) if part.strip()]
    lines = [[line for line in part.split("\n") if line.strip()] for part in paragraphs]
    return _set_in(lines if is_wrapped(lines) else [[line] for part in lines for line in part])


def _set_in(paragraphs: list[list[str]]) -> list[Piece]:
    """The paragraphs; quoted are those behind the mark that letters have for it, and those indented that a colon leads in."""
    pieces: list[Piece] = []
    for lines in paragraphs:
        led = bool(pieces) and (pieces[-1].quoted or pieces[-1].text.rstrip().endswith(":"))
        heading = _HEADING.match(lines[0])
        quoted = all(map(_MARKED.match, lines)) or (led and all(map(_INDENTED.match, lines)))
        kind: BlockKind | None = "subheading" if heading and pieces else None
        text = " ".join(lines)[heading.end() if heading else 0 :]
        pieces.append(Piece(text=text, kind=kind, reason=_MARKED_SO if kind else "", quoted=quoted))
    return pieces


def is_wrapped(paragraphs: list[list[str]]) -> bool:
    """Whether sentences run on over single line ends: lines were cut to a width, not by meaning."""
    joints = [(a.rstrip(), b.lstrip()) for part in paragraphs for a, b in pairwise(part)]
    if len(joints) < _FEWEST_JOINTS or any(len(line) > _WRAP_WIDTH for part in paragraphs for line in part):
        return False
    running = sum(1 for a, b in joints if b[:1].islower() and a[-1:] not in ".!?:")
    return running >= _WRAP_SHARE * len(joints)
