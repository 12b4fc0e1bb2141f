"""Cuts of one quotation: what one article quotes at length and another in a few words of it."""

from collections import defaultdict
from typing import Final

import numpy as np
from rapidfuzz.distance import Indel

from twosource.compare.alignment.couples import Couples, Mask
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.telling import Tellings

_FEWEST: Final = 2
"""Content words of a cut: one word alone is quoted of many remarks."""
_MANY: Final = 5
_NEARLY: Final = 0.85
"""Of so many content words a cut may have this share: outlets translate, spell out and mend."""


def cut_of_the_other(couples: Couples) -> Mask:
    """The one is a cut of the other."""
    held = _may_be_cut(couples)
    each = couples.tellings.each
    for couple in np.flatnonzero(held).tolist():
        short, long = sorted((each[couples.left[couple]], each[couples.right[couple]]), key=_size)
        held[couple] = _place(short, long) is not None
    return held


def told_in_a_speech(couples: Couples, same_place: Mask) -> Mask:
    """Whether what others say stands in the quotation of who tells of it: a reporter's turn on air."""
    held, quoted = same_place & (couples.quoted == 1), couples.tellings.of_kind("quotation")
    sizes = couples.tellings.words
    return np.asarray(held & ((quoted[couples.left] > 0) == (sizes[couples.left] > sizes[couples.right])))


def remarks_of(couples: Couples, cuts: Mask) -> dict[int, list[list[int]]]:
    """For each quotation that others are cuts of or are told in, by rows, these: those together that have words of it in common.

    A cut is given to the shortest that it is a cut of: a chain of them ends at the quotation that has all the words.
    What one article alone quotes in pieces is one remark. The order of the statements changes nothing.
    """
    each = couples.tellings.each
    home: dict[int, int] = {}
    givers: dict[int, set[str]] = defaultdict(set)
    for couple in np.flatnonzero(cuts).tolist():
        short, long = sorted((int(couples.left[couple]), int(couples.right[couple])), key=lambda row: _size(each[row]))
        piece = each[short].statement
        givers[long].add(piece.article if piece.kind == "quotation" else piece.id)
        if short not in home or _size(each[long]) < _size(each[home[short]]):
            home[short] = long
    held: dict[int, list[int]] = defaultdict(list)
    for cut, whole in sorted(home.items()):
        held[whole].append(cut)
    return {
        whole: _apart(rows, whole, couples.tellings) if len(givers[whole]) > 1 else [rows]
        for whole, rows in sorted(held.items())
    }


def _apart(cuts: list[int], whole: int, tellings: Tellings) -> list[list[int]]:
    """The cuts of one quotation, those together that have words of it in common."""
    each = tellings.each
    places = sorted((*(_place(each[cut], each[whole]) or (0, 0)), cut) for cut in cuts)
    remarks: list[list[int]] = []
    end = 0
    for first, last, cut in places:
        if first < end:
            remarks[-1].append(cut)
        else:
            remarks.append([cut])
        end = max(end, last)
    return remarks


def _size(one: Said) -> tuple[int, str]:
    return len(one.matter), one.statement.id


def _may_be_cut(couples: Couples) -> Mask:
    """Couples of quotations of which the longer has nearly all content words of the shorter; all of many, where two people say it."""
    least, shared, source = couples.lesser(couples.tellings.stems.sizes), couples.words, couples.sources
    inside = np.where(source >= 0, shared >= _NEARLY * least, (shared >= least) & (shared >= _MANY))
    return np.asarray((couples.quoted > 1) & inside & (shared >= _FEWEST))


def _place(part: Said, whole: Said) -> tuple[int, int] | None:
    """Where the words stand in the longer in the same order with nothing between, of many all but a few; None for nowhere."""
    short, long = part.matter, whole.matter
    exact = next((at for at in range(len(long) - len(short) + 1) if long[at : at + len(short)] == short), None)
    if exact is not None:
        return exact, exact + len(short)
    blocks = [block for block in Indel.opcodes(short, long) if block.tag == "equal"]
    same = sum(block.src_end - block.src_start for block in blocks)
    if not blocks or same < max(_MANY, _NEARLY * len(short)):
        return None
    first, last = blocks[0].dest_start, blocks[-1].dest_end
    return (first, last) if (last - first) * _NEARLY <= len(short) else None
