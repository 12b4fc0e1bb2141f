"""Cuts of one quotation: what one article quotes at length and another in a few words of it."""

from typing import Final

import numpy as np
from rapidfuzz.distance import Indel

from twosource.compare.alignment.couples import Couples, Mask
from twosource.compare.alignment.features import quoted, sources_agree, words_shared
from twosource.compare.alignment.telling import Telling

_FEWEST: Final = 2
"""Content words of a cut: one word alone is quoted of many remarks."""
_OF_ANYBODY: Final = 3
"""The same where it is not known whether one source says both."""
_MANY: Final = 5
_NEARLY: Final = 0.85
"""Of so many content words a cut may have this share: outlets translate, spell out and mend."""


def cut_of_the_other(couples: Couples) -> Mask:
    """The one is a cut of the other."""
    held = _may_be_cut(couples)
    each = couples.tellings.each
    for couple in np.flatnonzero(held).tolist():
        short, long = sorted((each[couples.left[couple]], each[couples.right[couple]]), key=_size)
        held[couple] = _in_a_row(short.said.matter, long.said.matter)
    return held


def wholes_of(couples: Couples, cuts: Mask) -> dict[int, int]:
    """For each quotation that is a cut of another, by rows, the shortest that it is a cut of.

    A chain of them ends at the quotation that has all the words. Which one is chosen does not depend on the order of
    the statements.
    """
    found: dict[int, int] = {}
    each = couples.tellings.each
    for couple in np.flatnonzero(cuts).tolist():
        short, long = sorted((int(couples.left[couple]), int(couples.right[couple])), key=lambda row: _size(each[row]))
        if short not in found or _size(each[long]) < _size(each[found[short]]):
            found[short] = long
    return found


def _size(one: Telling) -> tuple[int, str]:
    return len(one.said.matter), one.statement.id


def _may_be_cut(couples: Couples) -> Mask:
    """Couples of quotations, surely not of two people, of which the longer has nearly all content words of the shorter."""
    bags, source = couples.tellings.stems.sizes, sources_agree(couples)
    shared = words_shared(couples)
    fewest = np.where(source > 0, _FEWEST, _OF_ANYBODY)
    inside = shared >= _NEARLY * np.minimum(bags[couples.left], bags[couples.right])
    return np.asarray((quoted(couples) > 1) & (source >= 0) & inside & (shared >= fewest))


def _in_a_row(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the words stand in the longer in the same order with nothing between; of many, all but a few."""
    if any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1)):
        return True
    blocks = [block for block in Indel.opcodes(part, whole) if block.tag == "equal"]
    same = sum(block.src_end - block.src_start for block in blocks)
    spanned = blocks[-1].dest_end - blocks[0].dest_start if blocks else 0
    return same >= max(_MANY, _NEARLY * len(part)) and spanned * _NEARLY <= len(part)
