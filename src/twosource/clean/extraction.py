"""Which lines of a page are the article, as trafilatura tells them; a plainer way where it tells none."""

import logging
from collections.abc import Sequence
from typing import Any, Final

from lxml import etree
from lxml.html import HtmlElement

from twosource.clean.characters import is_finished, word_count
from twosource.clean.leaves import Leaf
from twosource.clean.pieces import Piece
from twosource.clean.wording import markup
from twosource.model import BlockKind
from twosource.text.reasons import Reason

FEWEST_WORDS: Final = 6  # of a line that is a paragraph by its length alone
_NEAR: Final = 40
_BETWEEN: Final = {"lb": "\n", "cell": " | "}  # what stands where such an element begins


def extracted(tree: HtmlElement) -> list[Piece]:
    """What trafilatura takes for the article, a piece a paragraph. Nothing where it finds none, or fails.

    The tree is changed: where words run into a block or go on behind one, a space is put between them, which the library would leave out.
    """
    import trafilatura  # noqa: PLC0415 - 0.8 s, only where a page is read

    # What it says of odd pages goes to nobody's screen.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

    _part_words(tree)
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001 - a page must not stop the others, whatever the library trips over
        return []
    body = getattr(found, "body", None)
    return [] if body is None else list(_pieces_of(body))


def _part_words(tree: HtmlElement) -> None:
    for element in tree.iter(*markup().parted_blocks):
        before, parent = element.getprevious(), element.getparent()
        if before is not None:
            before.tail = f"{before.tail or ''} "
        elif parent is not None and parent.text:
            parent.text = f"{parent.text} "
        element.tail = f" {element.tail or ''}"


def _pieces_of(body: Any) -> list[Piece]:  # noqa: ANN401 - an lxml element, which has no types
    """The elements of the extracted tree that hold words of their own, line by line."""
    lines = _Lines()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in markup().extracted_blocks
        if block:
            lines.close("subheading" if event == "start" and element.tag == "head" else None)
        if event == "start":
            lines.add(_BETWEEN.get(element.tag, ""), only_behind_words=element.tag == "cell")
        lines.add((element.text if event == "start" else element.tail) or "")
    lines.close(None)
    return [part for piece in lines.pieces for part in _at_breaks(piece)]


class _Lines:
    """Words that are put together to pieces, each of one kind."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._kind: BlockKind | None = None

    def add(self, words: str, *, only_behind_words: bool = False) -> None:
        """More words of the line."""
        if words and (self._words or not only_behind_words):
            self._words.append(words)

    def close(self, kind: BlockKind | None) -> None:
        """End the line; the next is of the kind."""
        text = "".join(self._words)
        if text.strip():
            reason = Reason("pages.marked_heading") if self._kind else ""
            self.pieces.append(Piece(text=text, kind=self._kind, reason=reason))
        self._words.clear()
        self._kind = kind


def _at_breaks(piece: Piece) -> list[Piece]:
    """A piece cut at line breaks where what stands before ends a sentence; other breaks are spaces."""
    lines = [line.strip() for line in piece.text.split("\n")]
    parts: list[str] = []
    for line in lines:
        if parts and line and not ((parts[-1][-1:] in '.!?"”:' and line[:1].isupper()) or line[:1] in '"“'):
            parts[-1] = f"{parts[-1]} {line}".strip()
        elif line:
            parts.append(line)
    return [Piece(text=part, kind=piece.kind, reason=piece.reason) for part in parts]


def densest(leaves: Sequence[Leaf]) -> list[Piece]:
    """A plainer way for pages that are too large or too odd: the page's lines from its first real paragraph to its last."""
    lines = [leaf for leaf in leaves if not leaf.aside]
    real = [i for i, leaf in enumerate(lines) if is_paragraph(leaf)]
    if not real:
        return []
    return [piece_of(leaf) for leaf in lines[head_of(lines, real[0]) : real[-1] + 1]]


def piece_of(leaf: Leaf) -> Piece:
    """A line of a page as a piece of its article."""
    return Piece(
        text=leaf.text, kind=leaf.kind, reason=Reason("pages.markup_says") if leaf.kind else "", quoted=leaf.quoted
    )


def head_of(leaves: Sequence[Leaf], first: int) -> int:
    """Where the article begins: at the last main heading before its first paragraph, if it stands near."""
    near = range(first, max(-1, first - _NEAR), -1)
    return next((i for i in near if leaves[i].kind == "headline"), first)


def is_paragraph(leaf: Leaf) -> bool:
    """Whether a line reads as a paragraph of an article: words enough, and a mark at its end."""
    return (
        leaf.kind is None
        and leaf.tag in markup().paragraph_elements
        and word_count(leaf.text) >= FEWEST_WORDS
        and is_finished(leaf.text)
    )
