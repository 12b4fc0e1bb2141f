import gzip
import json
import os
from pathlib import Path

import pytest

from kept import COPY, FERRY, VOTE, cheap
from read.packing import page, record, warc_gz, zipped
from twosource.library import Library
from twosource.pipeline import Options
from twosource.read import tables
from twosource.read.archives import rows

ROWS = [
    {"title": title, "text": text, "url": f"https://velmpost.example/{n}-{title[:5]}", "published": "2031-05-12T10:00"}
    for n in range(3)
    for title, text in ((f"{n}: {one}", f"{n}. {words}") for one, words in (FERRY, COPY, VOTE))
]


class KilledError(Exception):
    """The process died."""


def dying(after: int) -> Options:
    """Options under which a run dies once so many inputs are in."""

    def tell(step: str, done: int, total: int) -> None:
        del total
        if step == "add" and done == after:
            raise KilledError

    return cheap(progress=tell)


def packed(path: Path, *more: object) -> str:
    lines = [json.dumps(row) for row in (*ROWS, *more)]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return str(path)


@pytest.fixture
def read_rows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the rows that are decoded."""
    heard: list[int] = []
    whole = tables.raw_of_row

    def hear(row: object, name: str, **given: object) -> object:
        heard.append(int(name.rpartition("#")[2]))
        return whole(row, name, **given)  # type: ignore[arg-type] # handed on as they came

    monkeypatch.setattr(rows, "raw_of_row", hear)
    return heard


def test_a_run_that_was_killed_goes_on_where_it_stopped(tmp_path: Path, read_rows: list[int]) -> None:
    table = packed(tmp_path / "rows.jsonl.gz")
    with Library.open(tmp_path / "news.db", dying(5)) as library, pytest.raises(KilledError):
        library.add_inputs([table])
    read_rows.clear()
    with Library.open(tmp_path / "news.db", cheap()) as library:
        added = library.add_inputs([table])
        assert read_rows == [5, 6, 7, 8, 9]
        assert (added.new, added.same) == (4, 1)
        read_rows.clear()
        assert library.add_inputs([table]).same == len(ROWS)
        assert read_rows == list(range(1, 10))


def test_an_archive_that_has_changed_since_is_read_from_its_beginning(tmp_path: Path, read_rows: list[int]) -> None:
    table = packed(tmp_path / "rows.jsonl.gz")
    with Library.open(tmp_path / "news.db", dying(5)) as library, pytest.raises(KilledError):
        library.add_inputs([table])
    packed(tmp_path / "rows.jsonl.gz", {"title": "More", "text": "The quay of Velm was closed."})
    os.utime(table, ns=(1, 1))
    read_rows.clear()
    with Library.open(tmp_path / "news.db", cheap()) as library:
        added = library.add_inputs([table])
        assert read_rows == list(range(1, 11))
        assert (added.new, added.same) == (5, 5)


def test_what_was_passed_over_before_is_not_counted_again_and_the_gap_says_so(tmp_path: Path) -> None:
    table = packed(tmp_path / "rows.jsonl.gz", {"title": "Nothing"})
    with Library.open(tmp_path / "news.db", dying(5)) as library, pytest.raises(KilledError):
        library.add_inputs([table])
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add_inputs([table])
        (gap,) = library.gaps()
        assert gap.detail.startswith("from where an earlier run stopped: of 6 rows 5")


def test_an_archive_that_was_read_to_its_end_starts_at_its_beginning_also_where_a_later_one_was_not(
    tmp_path: Path, read_rows: list[int]
) -> None:
    table, other = packed(tmp_path / "rows.jsonl.gz"), tmp_path / "other.jsonl.gz"
    lines = [json.dumps(row | {"title": f"Again: {row['title']}"}) for row in ROWS]
    other.write_bytes(gzip.compress("\n".join(lines).encode()))
    with Library.open(tmp_path / "news.db", dying(12)) as library, pytest.raises(KilledError):
        library.add_inputs([table, str(other)])
    read_rows.clear()
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add_inputs([table, str(other)])
        assert read_rows == [*range(1, 10), *range(3, 10)]


@pytest.mark.parametrize("after", range(1, 6))
def test_a_wacz_is_gone_on_with_where_it_was_left(tmp_path: Path, after: int) -> None:
    pages = [record(f"https://tern.example/{n}", page(f"Report {n} of the ferry off Velm.")) for n in range(6)]
    members = {
        "archive/a.warc.gz": warc_gz(*pages[:2]),
        "archive/b.warc": b"".join(pages[2:5]),
        "archive/c.warc": pages[5],
    }
    (tmp_path / "crawl.wacz").write_bytes(zipped(members, method=0))
    with Library.open(tmp_path / "news.db", dying(after)) as library, pytest.raises(KilledError):
        library.add_inputs([str(tmp_path / "crawl.wacz")])
    with Library.open(tmp_path / "news.db", cheap()) as library:
        added = library.add_inputs([str(tmp_path / "crawl.wacz")])
        assert (added.new, added.same) == (6 - after, 1)
        assert library.add_inputs([str(tmp_path / "crawl.wacz")]).same == 6
