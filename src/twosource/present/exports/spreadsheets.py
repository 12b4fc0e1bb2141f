"""A story's tables as files: CSV, several CSVs in a zip, a workbook, Parquet."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from twosource.errors import MissingExtraError
from twosource.model import Story
from twosource.present.exports.columns import Cell
from twosource.present.exports.tables import TABLES, headings, kinds, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FLAT: Final = "sayings"
"""The table that a form for one table only holds."""

_PARQUET: Final = ("pyarrow", "notebook", "write Parquet")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_CELL_CHARACTERS: Final = 32_767  # what a cell of a workbook holds; the format's own limit
_WIDTHS: Final = {"text": 32, "whole number": 10, "number": 10, "yes or no": 10}
_WIDE: Final = frozenset({"words", "label", "detail", "standing", "reason", "whole", "members"})
_THEN: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - the earliest that a zip holds, so that equal stories give equal bytes


def to_csv(stories: Sequence[Story]) -> str:
    """The table of sayings as CSV with a heading.

    A text that a spreadsheet would take for a formula has an apostrophe put before it, the sign that spreadsheets
    themselves use for "this is text".

    Returns:
        Lines that end as the format has it; the heading alone for no stories.
    """
    return _csv(stories, FLAT)


def to_csv_zip(stories: Sequence[Story]) -> bytes:
    """Every table as a CSV file of its name, in one zip; equal stories give equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in TABLES:
            entry = zipfile.ZipInfo(f"{name}.csv", date_time=_THEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _csv(stories, name))
    return packed.getvalue()


def to_xlsx(stories: Sequence[Story]) -> bytes:
    """A workbook with a sheet a table. Text stays text: nothing becomes a formula or a link.

    A text longer than a cell can hold is cut and ends in "…".
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - heavy imports on use

    packed = io.BytesIO()
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(packed, as_text) as book:
        book.set_properties({"created": _THEN})
        for name in TABLES:
            _sheet(book, stories, name)
    return packed.getvalue()


def to_parquet(stories: Sequence[Story]) -> bytes:
    """The table of sayings as Parquet, its columns typed.

    Raises:
        MissingExtraError: If what writes Parquet is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - heavy imports on use
        from pyarrow import parquet  # noqa: PLC0415 - the same
    except ImportError as error:
        raise MissingExtraError(*_PARQUET) from error
    types: dict[str, Any] = {
        "text": pa.string(),
        "whole number": pa.int64(),
        "number": pa.float64(),
        "yes or no": pa.bool_(),
    }
    fields = [(name, types[kind]) for name, kind in zip(headings(FLAT), kinds(FLAT), strict=True)]
    columns = list(zip(*rows(stories, FLAT), strict=True)) or [()] * len(fields)
    arrays = [pa.array(column, type=kind) for column, (_, kind) in zip(columns, fields, strict=True)]
    packed = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), packed)
    return packed.getvalue()


def _csv(stories: Sequence[Story], name: str) -> str:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(headings(name))
    writer.writerows([_plain(cell) for cell in row] for row in rows(stories, name))
    return written.getvalue()


def _plain(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _sheet(book: "Workbook", stories: Sequence[Story], name: str) -> None:
    sheet = book.add_worksheet(name)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    names = headings(name)
    for at, (heading, kind) in enumerate(zip(names, kinds(name), strict=True)):
        sheet.set_column(at, at, 60 if heading in _WIDE else _WIDTHS[kind], wrapped)
        sheet.write_string(0, at, heading, bold)
    last = 0
    for last, row in enumerate(rows(stories, name), 1):
        for at, cell in enumerate(row):
            _write(sheet, last, at, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(names) - 1)


def _write(sheet: Any, row: int, at: int, cell: Cell) -> None:  # noqa: ANN401 - the library types none of its methods
    if isinstance(cell, str):
        sheet.write_string(row, at, cell if len(cell) <= _CELL_CHARACTERS else f"{cell[: _CELL_CHARACTERS - 1]}…")
    elif isinstance(cell, bool):
        sheet.write_boolean(row, at, cell)
    elif cell is not None:
        sheet.write_number(row, at, cell)
