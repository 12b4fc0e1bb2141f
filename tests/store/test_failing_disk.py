"""At each write, sync and allocation in turn the disk or the memory fails: what was added stays, and the rest can be added again."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kept import COPY, FERRY, NOON, VOTE, cheap, noon, raw
from store.failing_disk import NAME, Disk, disk
from twosource.errors import LibraryError
from twosource.library import Library
from twosource.model import Edit
from twosource.store import opening

RAWS = [raw(FERRY, url="https://v.example/f"), raw(COPY, "coast.example"), raw(VOTE, "sandry.example")]
LATER = raw((FERRY[0], FERRY[1].replace("12", "14")), url="https://v.example/f", updated="2031-05-12T15:00")
EDIT = Edit(kind="split_source", subject="Ilse Brandt", at=NOON)
EVERY = int(os.environ.get("FAULTS_EVERY", "43"))
"""One operation in so many fails here; `make fuzz` lets each of them."""
DISK = disk()
pytestmark = pytest.mark.skipif(DISK is None, reason="Python's SQLite is no library of its own here")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk, under every library that is opened."""
    assert DISK is not None
    plain = opening._address

    def address(path: Path, *, create: bool) -> str:
        return f"{plain(path, create=create)}&vfs={NAME}"

    monkeypatch.setattr(opening, "_address", address)
    yield DISK
    DISK.heal()


def work(path: Path) -> None:
    """All that writes: articles, a version, a correction, a story as it is laid out, closing."""
    with Library.open(path, cheap(), clock=noon) as library:
        library.add([*RAWS, LATER])
        library.correct(EDIT)
        library.story(library.stories()[0].id)


def rows(path: Path) -> list[tuple[object, ...]]:
    db = sqlite3.connect(path)
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [name for name in names if not name.startswith(("article_words", "laid"))]
    found = [(name, *row) for name in kept for row in db.execute(f"SELECT * FROM {name}")]  # noqa: S608 - its own names
    db.close()
    return found


def sound(path: Path, *, closed: bool = True) -> None:
    """Whether nothing is damaged; a process that could not close the file leaves the mark that it did not."""
    with Library.open(path, cheap(), clock=noon) as library:
        assert {one.code for one in library.examine() if one.severity != "note"} <= (set() if closed else {"D101"})


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder / "news.db"


@pytest.mark.parametrize("way", ["does not answer", "does not answer once", "is full", "is full once"])
def test_a_disk_that_fails_at_any_write_costs_nothing_that_was_added(tmp_path: Path, failing: Disk, way: str) -> None:
    work(fresh(tmp_path / "whole"))
    writes, whole = failing.count, rows(tmp_path / "whole" / "news.db")
    assert writes > 100
    for at in range(1, writes + 1, EVERY):
        path = fresh(tmp_path / "failing")
        failing.heal()
        failing.at, failing.once, failing.full = at, "once" in way, "full" in way
        with suppress(LibraryError):
            work(path)
        failing.heal()
        if path.exists() and path.stat().st_size:
            sound(path, closed=False)
        work(path)
        sound(path)
        assert rows(path) == whole, at


def test_memory_that_runs_out_anywhere_costs_nothing_that_was_added(tmp_path: Path, failing: Disk) -> None:
    work(fresh(tmp_path / "whole"))
    whole = rows(tmp_path / "whole" / "news.db")
    ended = 0
    for more in range(0, 600_000, 2_000 * EVERY):
        path = fresh(tmp_path / "failing")
        with failing.memory(more):
            try:
                work(path)
            except LibraryError:
                ended += 1
        if path.exists() and path.stat().st_size:
            sound(path, closed=False)
        work(path)
        assert rows(path) == whole, more
    assert ended
