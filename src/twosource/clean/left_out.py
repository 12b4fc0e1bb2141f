"""Lines that read as text of the article, and that its text does not have: told, since nothing of it leaves without a word."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from twosource.clean.characters import word_count
from twosource.clean.extraction import is_paragraph
from twosource.clean.leaves import Leaf
from twosource.clean.masthead import masthead_label
from twosource.clean.page_lines import NOTICE_TIMES, Region, is_card
from twosource.clean.pieces import Piece
from twosource.clean.wording import residue_reason
from twosource.text.pieces import key_of
from twosource.text.reasons import Reason

_FEWEST_WORDS: Final = 8  # of a sentence of an article
_SHOWN: Final = 80  # characters of the first such line


def left_out(leaves: Sequence[Leaf], region: Region | None, pieces: Sequence[Piece]) -> list[str]:
    """The lines of a page that stand where its article does, and behind it in the same article element or beside its paragraphs, read as its text, and are not in it.

    Args:
        leaves: The lines of the page.
        region: Where its article stands; with None nothing is told.
        pieces: What is taken for the article, with what was labelled in it.
    """
    if region is None:
        return []
    whole = "".join(key_of(piece.text) for piece in pieces)
    homes = {
        leaf.parent for leaf in leaves[region.start : region.end] if leaf.tag == "p" and key_of(leaf.text) in whole
    }
    own = leaves[min(region.first, len(leaves) - 1)].article
    behind = (leaf for leaf in leaves[region.end :] if leaf.parent in homes or (own and leaf.article == own))
    around = [*leaves[region.start : region.end], *behind]
    # What stands there again and again is a notice in place of something that is not loaded.
    times = Counter(leaf.text for leaf in leaves)
    lines = dict.fromkeys(leaf.text for leaf in around if times[leaf.text] < NOTICE_TIMES and _reads_as_article(leaf))
    return [line for line in lines if key_of(line) not in whole]


def told(lines: Sequence[str]) -> Reason:
    """What the gap says of such lines: how many, of how many words, and how the first begins."""
    words = sum(map(word_count, lines))
    some = Reason("pages.lines", count=len(lines)) if len(lines) > 1 else Reason("pages.a_line")
    first = lines[0] if len(lines[0]) <= _SHOWN else f"{lines[0][:_SHOWN]}…"
    return Reason("pages.left_out", lines=some, words=words, first=first)


def _reads_as_article(leaf: Leaf) -> bool:
    shown = not leaf.aside and leaf.tag in {"p", "blockquote"} and word_count(leaf.text) >= _FEWEST_WORDS
    if not shown or not is_paragraph(leaf):
        return False
    return not (is_card(leaf) or residue_reason(leaf.text) or masthead_label(leaf.text))
