"""Which line is the headline."""

from collections.abc import Sequence
from typing import Final

from twosource.clean.characters import key_of, one_line
from twosource.clean.masthead import masthead_label
from twosource.clean.pieces import Piece
from twosource.clean.wording import residue_reason
from twosource.model import Candidate, Raw

MOST_CHARACTERS: Final = 250
_FIRST_LINES: Final = 4
_TOP_PIECES: Final = 12
_ORDER: Final = ("given", "record", "json-ld", "page", "open graph", "meta", "title element")
_FEWEST_WORDS: Final = 2


def headline_of(raw: Raw, pieces: Sequence[Piece], candidates: Sequence[Candidate]) -> str | None:
    """The stated title, or the first line of plain text where it reads as one; None where there is neither.

    Of several stated titles the one that also stands on the page as a heading is taken, then by where it was
    stated: programs add the outlet's name to titles that nobody sees.
    """
    stated = [c for c in candidates if c.field == "headline" and len(c.value) <= MOST_CHARACTERS * 2]
    stated.sort(key=lambda c: _ORDER.index(c.origin) if c.origin in _ORDER else len(_ORDER))
    said = next((c.value for c in stated if c.origin in ("given", "record")), None)
    if said:
        return one_line(said)
    headings = {key_of(piece.text) for piece in pieces if piece.kind == "headline"}
    shown = next((c.value for c in stated if key_of(c.value) in headings), None)
    if shown or stated:
        return one_line(shown or stated[0].value)
    if raw.kind == "html":
        return None
    return _first_line(pieces)


def _first_line(pieces: Sequence[Piece]) -> str | None:
    for piece in pieces[:_FIRST_LINES]:
        line = one_line(piece.text)
        if residue_reason(line) or masthead_label(line):
            continue
        fits = len(line.split()) >= _FEWEST_WORDS and len(line) <= MOST_CHARACTERS and len(pieces) > 1
        return line if fits and line[-1:] not in ".:;," else None
    return None


def with_headline(pieces: Sequence[Piece], headline: str | None) -> list[Piece]:
    """The pieces with the headline among them: put in front where the top of the text does not hold it."""
    if not headline:
        return list(pieces)
    key = key_of(headline)
    if any(key_of(piece.text) == key for piece in pieces[:_TOP_PIECES] if len(piece.text) < 2 * MOST_CHARACTERS):
        return list(pieces)
    return [Piece(text=headline, kind="headline", reason="the title stated with the article"), *pieces]
