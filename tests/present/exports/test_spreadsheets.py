"""Tables as files: read back by other programs, the words are still those of the articles."""

import csv
import io
import zipfile
from itertools import pairwise

import pytest

from present.hostile import hostile
from present.sample import sample
from twosource.model import Story
from twosource.present.exports.spreadsheets import to_csv, to_csv_zip, to_parquet, to_xlsx
from twosource.present.exports.tables import TABLES, headings, rows

FORMULA = "=1+1 and the ferry sank"


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_saying_is_a_row_whose_words_stand_at_its_place() -> None:
    story = sample()
    texts = {article.id: article.text for article in story.articles}
    found = read(to_csv([story]))
    whole = 0
    for row in found:
        stretch = texts[row["article"]][int(row["start"]) : int(row["end"])]
        assert all(piece in stretch for piece in row["words"].split(" … "))
        whole += row["words"] == stretch
    assert {row["id"] for row in found} <= {one.id for one in story.statements} | {one.id for one in story.figures}
    assert whole >= len(story.figures)


def test_a_row_names_source_value_bound_and_marks() -> None:
    rows_of = {(row["outlet"], row["words"]): row for row in read(to_csv([sample()]))}
    six = rows_of["Harrow Wire", "at least 6"]
    assert (six["source"], six["low"], six["bound"], six["measure"]) == ("the coastguard", "6", "at least", "missing")
    assert rows_of["The Sound Courier", "the steering had failed"]["marks"] == "denied by the shipping line"
    assert rows_of["Evening Bell", "6"]["source"] == ""


def test_text_that_a_spreadsheet_would_compute_is_marked_as_text() -> None:
    found = read(to_csv([hostile(FORMULA)]))
    assert found
    assert all(row["headline"] == f"'{FORMULA}" for row in found)
    assert not any(cell.startswith(("=", "+", "@")) for row in found for cell in row.values())


def test_the_zip_holds_every_table() -> None:
    with zipfile.ZipFile(io.BytesIO(to_csv_zip([sample()]))) as archive:
        assert archive.namelist() == [f"{name}.csv" for name in TABLES]
        figures = read(archive.read("figures.csv").decode())
    assert [float(row["low"]) for row in figures] == [one.low for one in sample().figures]


def test_the_workbook_has_a_sheet_a_table_and_nothing_in_it_is_computed() -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - beside its use

    book = load_workbook(io.BytesIO(to_xlsx([hostile(FORMULA)])))
    assert book.sheetnames == list(TABLES)
    assert [cell.value for cell in next(book["figures"].iter_rows())] == headings("figures")
    assert book["articles"].cell(2, 5).value == FORMULA
    assert not any(cell.data_type == "f" for sheet in book for line in sheet.iter_rows() for cell in line)


def test_a_text_too_long_for_a_cell_of_a_workbook_says_that_it_goes_on() -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - beside its use

    book = load_workbook(io.BytesIO(to_xlsx([hostile("ab " * 20_000)])))
    assert str(book["statements"].cell(2, 9).value).endswith("…")


def test_parquet_has_typed_columns_and_the_rows_of_the_csv() -> None:
    from pyarrow import parquet  # noqa: PLC0415 - beside its use

    table = parquet.read_table(io.BytesIO(to_parquet([sample()])))
    assert table.column_names == headings("sayings")
    assert str(table.schema.field("low").type) == "double"
    assert str(table.schema.field("start").type) == "int64"
    assert table.column("words").to_pylist() == [row["words"] for row in read(to_csv([sample()]))]
    assert parquet.read_table(io.BytesIO(to_parquet([]))).num_rows == 0


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_cell_for_every_heading_and_says_what_a_row_is(name: str) -> None:
    assert TABLES[name].about.endswith(".")
    assert len(set(headings(name))) == len(headings(name))
    for row in rows([sample()], name):
        assert len(row) == len(headings(name))
        assert row[0] == sample().id


def test_a_story_of_nothing_has_no_rows() -> None:
    empty = Story(title="Nothing yet", version="0")
    assert [list(rows([empty], name)) for name in TABLES] == [[]] * len(TABLES)


def test_points_stand_in_the_order_of_the_story() -> None:
    order = {point.id: place for place, point in enumerate(sample().points)}
    places = [order[str(row[1])] for row in rows([sample()], "sayings")]
    assert all(one <= other for one, other in pairwise(places))
