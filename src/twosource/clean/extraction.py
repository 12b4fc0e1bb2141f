"""Which lines of a page are the article, as trafilatura tells them; a plainer way where it tells none."""

import logging
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml import etree
from lxml.html import HtmlElement

from twosource.clean.characters import is_finished, word_count
from twosource.clean.leaves import Leaf
from twosource.clean.pieces import MARKED, Piece
from twosource.clean.wording import markup
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


def _pieces_of(body: Any) -> Iterator[Piece]:  # noqa: ANN401 - an lxml element, which has no types
    """The elements of the extracted tree that hold words of their own, line by line."""
    words, heading = "", False
    for event, element in etree.iterwalk(body, events=("start", "end")):
        begins = event == "start"
        if element.tag in markup().extracted_blocks:
            yield from _at_breaks(words, heading=heading)
            words, heading = "", begins and element.tag == "head"
        if begins and (words or element.tag != "cell"):
            words += _BETWEEN.get(element.tag, "")
        words += (element.text if begins else element.tail) or ""
    yield from _at_breaks(words, heading=heading)


def _at_breaks(words: str, *, heading: bool) -> Iterator[Piece]:
    """Words cut at line breaks where what stands before ends a sentence; other breaks are spaces."""
    parts: list[str] = []
    for line in filter(None, map(str.strip, words.split("\n"))):
        if parts and not _begins_anew(parts[-1], line):
            parts[-1] += f" {line}"
        else:
            parts.append(line)
    for part in parts:
        yield (Piece(text=part, kind="subheading", reason=MARKED) if heading else Piece(text=part))


def _begins_anew(before: str, line: str) -> bool:
    """Whether a line goes on with no sentence of the one before it: that ends, or a quotation opens."""
    return line[0] in '"“' or (before[-1] in '.!?"”:' and line[0].isupper())


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
