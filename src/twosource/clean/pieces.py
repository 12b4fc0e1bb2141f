"""A line of an article before and after it has its label."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.clean.characters import one_line
from twosource.model import BlockKind, Candidate
from twosource.text.reasons import Reason

SEPARATOR = "\n\n"
MARKED = Reason("pages.marked_heading")
LOOSE: Final[frozenset[BlockKind | None]] = frozenset({None, "subheading"})
"""Kinds of lines that may yet turn out to be the page's and not the article's."""
Told = Reason | str
"""Why a line is what it is: a reason, or one that the language's list of lines has worded; "" for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph's worth of words as the page or file has it.

    ``kind`` is what the markup says it is; None leaves it to the wording. ``reason`` explains the kind. ``quoted``: it is
    set apart as somebody else's words.
    """

    text: str
    kind: BlockKind | None = None
    reason: Told = ""
    quoted: bool = False

    def called(self, kind: BlockKind, reason: Told) -> "Piece":
        """The same words with a label."""
        return replace(self, kind=kind, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's lines and what it says of itself.

    ``left_out`` holds lines that read as text of the article and are not in it. ``refused`` says why it was not looked at, ``wall`` what stands there in place of an article.
    """

    pieces: tuple[Piece, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    left_out: tuple[str, ...] = ()
    refused: Reason | None = None
    wall: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A stretch of the article's text on its way to being a block; ``kind`` None is not decided yet."""

    start: int
    end: int
    kind: BlockKind | None = None
    reason: Told = ""
    quoted: bool = False

    def of(self, text: str) -> str:
        """The exact characters."""
        return text[self.start : self.end]

    def called(self, kind: BlockKind, reason: Told) -> "Draft":
        """The same place with a label."""
        return replace(self, kind=kind, reason=reason)


def assemble(pieces: Iterable[Piece]) -> tuple[str, list[Draft]]:
    """The article's text, one piece a paragraph, and where each stands. Pieces without characters are left out.

    Where most of the words are set apart as a quotation, that is how the site sets its articles, and says nothing.
    """
    pieces = list(pieces)
    styled = 2 * sum(len(one.text) for one in pieces if one.quoted) > sum(len(one.text) for one in pieces)
    parts: list[str] = []
    drafts: list[Draft] = []
    length = 0
    for piece in pieces:
        words = one_line(piece.text)
        if not words:
            continue
        if parts:
            parts.append(SEPARATOR)
            length += len(SEPARATOR)
        end = length + len(words)
        quoted = piece.quoted and not styled
        drafts.append(Draft(start=length, end=end, kind=piece.kind, reason=piece.reason, quoted=quoted))
        parts.append(words)
        length += len(words)
    return "".join(parts), drafts


def cut(text: str, draft: Draft, at: Sequence[tuple[int, BlockKind | None, Told]]) -> list[Draft]:
    """Cut a draft into parts that end at the given offsets; white space between parts belongs to none.

    Args:
        text: The article's text.
        draft: What is cut.
        at: For each part its end, in order, with its kind and reason; the last end is the draft's.
    """
    parts: list[Draft] = []
    start = draft.start
    for end, kind, reason in at:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if last > first:
            parts.append(replace(draft, start=first, end=last, kind=kind, reason=reason))
        start = end
    return parts
