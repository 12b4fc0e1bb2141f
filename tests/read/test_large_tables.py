import gzip
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from read.packing import codes, details, raws
from twosource.errors import SettingError
from twosource.read import read
from twosource.read.columns import columns_of
from twosource.settings import Settings

SMALL = Settings(input_bytes=2_000)
ROWS = [{"text": f"Report {i} of the ferry.", "title": f"Ferry {i}", "date": "2031-05-14"} for i in range(100)]


def _lines(rows: list[dict[str, str]]) -> bytes:
    return "\n".join(map(json.dumps, rows)).encode()


def test_lines_of_json_larger_than_a_page_are_read_row_by_row(tmp_path: Path) -> None:
    for name, data in (("a.jsonl", _lines(ROWS)), ("b.jsonl.gz", gzip.compress(_lines(ROWS)))):
        (tmp_path / name).write_bytes(data)
        items = list(read([str(tmp_path / name)], settings=SMALL))
        assert codes(items) == ["article"] * 100
        assert (raws(items)[6].position, raws(items)[6].title) == (7, "Ferry 6")


def test_reading_goes_on_from_a_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(_lines(ROWS))
    rest = raws(list(read([str(path)], settings=SMALL, start={str(path): 98})))
    assert [raw.title for raw in rest] == ["Ferry 97", "Ferry 98", "Ferry 99"]


def test_rows_that_are_no_articles_are_one_gap_and_a_line_too_long_is_one_of_them(tmp_path: Path) -> None:
    bad = b'{"title": "x"}\n' * 50 + b"not json\n" * 50 + b'{"text": "' + b"x" * 9_000 + b'"}\n'
    (tmp_path / "a.jsonl").write_bytes(bad + _lines(ROWS[:2]))
    items = list(read([str(tmp_path)], settings=SMALL))
    assert codes(items) == ["article", "article", "G108"]
    for reason in ("50: is not JSON", "50: it has no text", "1: is longer"):
        assert reason in details(items)


def test_packed_lines_that_are_cut_off_give_what_stands_before(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(_lines(ROWS))[:-300])
    items = list(read([str(tmp_path)], settings=SMALL))
    assert codes(items)[0] == "article"
    assert "G109" in codes(items)
    assert "behind line" in details(items)


def test_the_user_says_which_column_is_what(tmp_path: Path) -> None:
    row = {
        "body": "The ferry sank.",
        "text": "ID 7",
        "link": "https://tern.example/7",
        "meta": {"day": "2031-05-14"},
        "site": "The Tern",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (raw,) = raws(list(read([str(tmp_path)], columns=columns_of("text=body,published=meta.day,outlet=site"))))
    assert (raw.text, raw.published, raw.outlet, raw.url) == (
        "The ferry sank.",
        "2031-05-14",
        "The Tern",
        "https://tern.example/7",
    )


@pytest.mark.parametrize("text", ["text", "text=", "body=text", "=x"])
def test_a_column_map_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(SettingError, match="columns"):
        columns_of(text)


def test_parquet_tables_are_read_by_row_with_times_and_lists(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    when = datetime(2031, 5, 14, 10, 30, tzinfo=UTC)
    table = pa.table({"body": ["The ferry sank.", None, "The quay closed."], "published_at": [when] * 3, "authors": [["Ada Lund", "Tom Rask"]] * 3,
                      "blob": [b"x" * 100] * 3})  # fmt: skip
    path = tmp_path / "a.parquet"
    parquet.write_table(table, path)
    items = list(read([str(path)]))
    assert codes(items) == ["article", "article", "G108"]
    first, last = raws(items)
    assert (first.text, first.byline, first.position) == ("The ferry sank.", ("Ada Lund", "Tom Rask"), 1)
    assert first.published == "2031-05-14T10:30:00+00:00"
    assert raws(list(read([str(path)], start={str(path): 3}))) == [last]


def test_a_table_without_the_column_that_the_user_names_says_what_it_has(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pa.table({"words": ["The ferry sank."]}), tmp_path / "a.parquet")
    assert "it has words" in details(list(read([str(tmp_path)])))
    assert "no column body" in details(list(read([str(tmp_path)], columns={"text": "body"})))
    assert codes(list(read([str(tmp_path)], columns={"text": "words"}))) == ["article"]


def test_a_damaged_parquet_table_is_a_gap(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + b"\x00" * 200 + b"PAR1")
    assert codes(list(read([str(tmp_path)]))) == ["G109"]


def test_without_the_extra_a_parquet_table_is_a_gap_that_says_what_to_install_and_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + b"\x00" * 200)
    (tmp_path / "b.txt").write_text("Ferry aground\n\nA ferry ran aground off Velm.", encoding="utf-8")
    found = list(read([str(tmp_path)]))
    assert codes(found) == ["G101", "article"]
    assert "twosource[corpus]" in details(found)
