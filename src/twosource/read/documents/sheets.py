"""The sheets of XLSX and ODS, each a table of its own.

Source: ECMA-376 (Office Open XML), ISO/IEC 26300 (OpenDocument).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any, Final

from twosource.read.columns import known_name, may_hold_text
from twosource.read.documents.office import part_of
from twosource.read.documents.read_aside import UnreadableError, answer, read_aside

_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ODF_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ODF_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_COLUMN: Final = re.compile(r"[A-Z]+")
_MOST_SHEETS: Final = 200
_MOST_ABOVE: Final = 10  # rows among which the names of columns stand
_MOST_COLUMNS: Final = 1_000  # empty cells that are only counted may be any number

Row = Mapping[str, str]  # a column's letters or number, to what stands there


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the names in its first row, and its other rows as objects of those; empty cells left out."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def sheets_in(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in its order.

    Raises:
        UnreadableError: If it cannot be read, or ended the process that read it.
    """
    return read_aside(__name__, "answered", data, tuple[Sheet, ...], _sheets)


def warm() -> None:
    """Load whatever the reading needs: all of it is loaded with this module."""


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    sheets: list[Sheet] = []
    named = _ods_sheets(data) if b"opendocument.spreadsheet" in data[:4096] else _xlsx_sheets(data)
    for name, rows in islice(named, _MOST_SHEETS):
        # What an export says of itself stands above its table.
        head = list(islice(rows, _MOST_ABOVE))
        at = next((i for i, row in enumerate(head) if may_hold_text(map(known_name, row.values()), {})), 0)
        columns = {column: known_name(value) for column, value in (head[at] if head else {}).items() if value.strip()}
        below = chain(head[at + 1 :], rows)
        told = ({columns[one]: value for one, value in row.items() if one in columns and value} for row in below)
        sheets.append(Sheet(name, tuple(columns.values()), tuple(filter(None, told))))
    return tuple(sheets)


answered = partial(answer, reader=_sheets)
"""What the process aside answers for a workbook."""


def _xlsx_sheets(data: bytes) -> Iterator[tuple[str, Iterator[Row]]]:
    shared = _shared(data)
    for name, place in _places(data):
        sheet = part_of(data, place)
        yield name, ({_column(cell): _value(cell, shared) for cell in row.iter(_SHEET + "c")} for row in sheet.iter(_SHEET + "row"))  # fmt: skip


def _places(data: bytes) -> list[tuple[str, str]]:
    """Each sheet's name and the part that holds it; the first part where the workbook does not say."""
    with suppress(UnreadableError):
        relations = {one.get("Id"): one.get("Target", "") for one in part_of(data, "xl/_rels/workbook.xml.rels")}
        sheets = part_of(data, "xl/workbook.xml").iter(_SHEET + "sheet")
        found = [(one.get("name", ""), relations.get(one.get(_RELATION + "id"), "")) for one in sheets]
        named = [(name, to[1:] if to.startswith("/") else f"xl/{to}") for name, to in found if to]
        if named:
            return [(name, place) for name, place in named if "chartsheets/" not in place]
    return [("", "xl/worksheets/sheet1.xml")]


def _shared(data: bytes) -> list[str]:
    try:
        tree = part_of(data, "xl/sharedStrings.xml")
    except UnreadableError:
        return []  # a sheet may hold all its words itself
    return ["".join(part.text or "" for part in one.iter(_SHEET + "t")) for one in tree.iter(_SHEET + "si")]


def _column(cell: Any) -> str:  # noqa: ANN401 - an lxml element, which has no types
    found = _COLUMN.match(cell.get("r", ""))
    return found.group() if found else ""


def _value(cell: Any, shared: Sequence[str]) -> str:  # noqa: ANN401 - the same
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(_SHEET + "t"))
    value = cell.findtext(_SHEET + "v") or ""
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    return str(value)


def _ods_sheets(data: bytes) -> Iterator[tuple[str, Iterator[Row]]]:
    for table in part_of(data, "content.xml").iter(_TABLE + "table"):
        yield table.get(_TABLE + "name", ""), (_ods_row(row) for row in table.iter(_TABLE + "table-row"))


def _ods_row(row: Any) -> Row:  # noqa: ANN401 - the same
    found: dict[str, str] = {}
    at = 0
    for cell in row.iter(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
        words = "\n".join("".join(one.itertext()) for one in cell.iter(_ODF_TEXT + "p"))
        stated = cell.get(_ODF_OFFICE + "date-value") or words
        if stated:
            found[str(at)] = stated
        repeated = cell.get(_TABLE + "number-columns-repeated", "")
        counted = repeated.isdigit() and len(repeated) < len(str(_MOST_COLUMNS)) + 2
        at += min(int(repeated), _MOST_COLUMNS) if counted else 1
    return found
