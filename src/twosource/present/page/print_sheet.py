"""How many claims fit the second printed sheet: the first has the three answers, what is left is printed on request."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from twosource.present.page.entries import Entry
    from twosource.present.page.matrix import Row

# Measured on A4 and Letter with the widest typeface that browsers fall back to; others leave some of the sheet empty.
_LINES: Final = 44  # lines of small print below the heads
_SHEET: Final = 96  # characters in a line across the whole sheet
_HEAD, _MANY_HEAD = 0.28, 0.38  # the part of the sheet's width that says what a claim is
_LABEL: Final = 14  # characters that a label beside the words is longer than its own


def fitting(rows: Sequence["Row"], columns: int, *, many: bool) -> tuple["Row", ...]:
    """The rows, those that do not fit the sheet marked as not printed; the first one is always printed.

    Args:
        rows: In the order in which they are shown.
        columns: How many articles stand side by side.
        many: Whether accounts stand under each other in place of columns.
    """
    head = int(_SHEET * (_MANY_HEAD if many else _HEAD))
    cell = int(_SHEET * (1 - _MANY_HEAD)) if many else max(6, int(_SHEET * (1 - _HEAD) / max(1, columns)) - 2)
    used = 0
    made: list[Row] = []
    for row in rows:
        standing = ceil(len(row.standing) / head) if many else 0
        tall = max(_head(row, head) + standing, _accounts(row, cell) if many else _cells(row, cell)) + 1
        fits = not made or used + tall <= _LINES
        used += tall if fits else 0
        made.append(replace(row, printed=fits))
    return tuple(made)


def _head(row: "Row", wide: int) -> int:
    return (
        ceil((len(row.label) + len(row.measure) + 6) / wide * 1.15)
        + ceil(len(row.standing) / wide)
        + 1
        + int(row.apart)
    )


def _cells(row: "Row", wide: int) -> int:
    return max((sum(_entry(one, wide) + 1 for one in cell.entries[:3]) for cell in row.cells), default=1)


def _accounts(row: "Row", wide: int) -> int:
    names = (sum(len(place.outlet) + 4 for place in one.places[:5]) for one in row.versions)
    return sum(_entry(one.entry, wide) + ceil(own / wide * 0.9) for one, own in zip(row.versions, names, strict=True))


def _entry(one: "Entry", wide: int) -> int:
    words = len("the same words") if one.same else len(one.words)
    return ceil(words / wide * 1.1) + ceil((len(one.who) + sum(len(sign.words) + _LABEL for sign in one.signs)) / wide)
