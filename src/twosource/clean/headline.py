"""Which line is the headline."""

import re
from collections.abc import Sequence
from typing import Final

from twosource.clean.characters import host_of, key_of, one_line
from twosource.clean.masthead import masthead_label
from twosource.clean.pieces import Piece
from twosource.clean.wording import residue_reason
from twosource.model import Candidate, Raw

MOST_CHARACTERS: Final = 250
_FIRST_LINES: Final = 4
_TOP_PIECES: Final = 12
_ORDER: Final = ("given", "record", "json-ld", "page", "open graph", "meta", "title element")
_FEWEST_WORDS: Final = 2
_SHORTEST_NAME: Final = 3
_BEHIND_TITLE = re.compile(r"\s+[-–—|]+\s+")


def headline_of(raw: Raw, pieces: Sequence[Piece], candidates: Sequence[Candidate]) -> str | None:
    """The stated title, or the first line of plain text where it reads as one; None where there is neither.

    Of several stated titles the one that also stands on the page as a heading is taken, then by where it was
    stated: programs add the outlet's name to titles that nobody sees.
    """
    stated = [c for c in candidates if c.field == "headline" and len(c.value) <= MOST_CHARACTERS * 2]
    stated.sort(key=lambda c: _ORDER.index(c.origin) if c.origin in _ORDER else len(_ORDER))
    said = next((c.value for c in stated if c.origin in ("given", "record")), None)
    if said:
        return without_outlet(one_line(said), raw.outlet or host_of(raw.url))
    headings = {key_of(piece.text) for piece in pieces if piece.kind == "headline"}
    shown = next((c.value for c in stated if key_of(c.value) in headings), None)
    if shown or stated:
        return one_line(shown or _without_outlet(stated[0].value, pieces))
    if raw.kind == "html":
        return None
    return _first_line(pieces)


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name that pages put behind it.

    Example:
        >>> without_outlet("Bridge closed today - herald.example | News", "www.herald.example")
        'Bridge closed today'
    """
    name = key_of((outlet or "").removeprefix("www.").partition(".")[0])
    if len(name) < _SHORTEST_NAME:
        return title
    for cut in _BEHIND_TITLE.finditer(title):
        if name in key_of(title[cut.end() :]) and len(title[: cut.start()].split()) > _FEWEST_WORDS:
            return title[: cut.start()]
    return title


def _without_outlet(title: str, pieces: Sequence[Piece]) -> str:
    """The heading near the top that makes up most of a title; the title itself where there is none."""
    key = key_of(title)
    for piece in pieces[:_TOP_PIECES]:
        part = key_of(piece.text) if piece.kind in ("headline", "subheading") else ""
        if part and part in key and 2 * len(part) >= len(key):
            return piece.text
    return title


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
