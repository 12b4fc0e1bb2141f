import sqlite3
from pathlib import Path

import pytest

from kept import FERRY, NOON, VOTE, cheap, raw
from twosource.errors import LibraryBusyError, LibraryError
from twosource.library import Library
from twosource.model import Edit
from twosource.store.lock import adding
from twosource.store.opening import VERSION, open_file, writing


def test_a_library_that_is_not_there_is_made_only_where_that_is_asked(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no such file"):
        Library.open(tmp_path / "none.db", create=False)
    Library.open(tmp_path / "none.db").close()
    Library.open(tmp_path / "none.db", create=False).close()


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with Library.open("~/news.db") as library:
        assert library.path == tmp_path / "news.db"


def test_what_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes about a ferry, and no database at all. " * 40, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="no database"):
        Library.open(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE invoices (n INTEGER)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        Library.open(path)
    assert path.read_bytes() == before


def test_a_library_of_a_later_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "later.db"
    Library.open(path).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    with pytest.raises(LibraryError, match="later twosource"):
        Library.open(path)


def test_a_folder_that_is_not_there_or_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="folder missing or read-only"):
        Library.open(tmp_path / "none" / "news.db")
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library.open(tmp_path)


def test_a_read_only_library_can_be_read_and_says_that_it_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Library.open(path, cheap()) as library:
        library.add([raw(FERRY)])
    with Library.open(path, cheap()) as library:
        library._db.execute("PRAGMA query_only = ON")
        card = library.stories()[0]
        assert library.story(card.id).articles
        with pytest.raises(LibraryError, match="read-only"):
            library.add([raw(VOTE)])


def test_a_library_in_a_read_only_folder_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "50% of news?#.db"
    with Library.open(path, cheap()) as library:
        library.add([raw(FERRY)])
    monkeypatch.setattr("os.access", lambda *_: False)
    before = sorted(one.name for one in tmp_path.iterdir())
    with Library.open(path, cheap()) as library:
        assert library.story(library.stories()[0].id).articles
        with pytest.raises(LibraryError, match="read-only"):
            library.correct(Edit(kind="split_source", subject="Ilse Brandt", at=NOON))
        assert sorted(one.name for one in tmp_path.iterdir()) == before


def test_a_full_disk_is_a_clear_error_and_costs_nothing_that_was_added(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Library.open(path, cheap()) as library:
        library.add([raw(FERRY)])
        pages = library._db.execute("PRAGMA page_count").fetchone()[0]
        library._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="disk is full"):
            library.add([raw(VOTE, f"outlet{n}.example") for n in range(40)])
        kept = library._db.execute("SELECT count(*) FROM articles").fetchone()[0]
        assert kept >= 1
        assert library._db.execute("PRAGMA foreign_key_check").fetchall() == []
        library._db.execute("PRAGMA max_page_count = 1000000")
        added = library.add([raw(VOTE, f"outlet{n}.example") for n in range(40)])
        assert added.new == 41 - kept


def test_who_takes_in_files_while_another_does_is_told_so_and_may_read_and_correct(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Library.open(path, cheap()) as library, adding(path):
        with pytest.raises(LibraryBusyError, match="another twosource is writing"):
            library.add_inputs([str(tmp_path)])
        assert library.stories() == ()
        assert library.add([raw(FERRY)]).new == 1
    with Library.open(path, cheap()) as library:
        assert library.add_inputs([str(tmp_path / "none.txt")]).gaps == 1


def test_a_transaction_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    db = open_file(path, create=True)

    def fail() -> None:
        with writing(db, path):
            db.execute("INSERT INTO about VALUES ('half', 'done')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert db.execute("SELECT count(*) FROM about").fetchone()[0] == 0
    db.close()


def test_another_who_writes_for_long_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    one, other = open_file(path, create=True), open_file(path, create=True)

    def write() -> None:
        with writing(other, path, patience=0.0):
            pass

    with writing(one, path), pytest.raises(LibraryBusyError):
        write()
    write()
    one.close()
    other.close()


def test_a_library_of_the_first_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    open_file(path, create=True).close()
    db = sqlite3.connect(path)
    db.execute("DROP TABLE returns")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()
    db = open_file(path, create=False)
    assert db.execute("PRAGMA user_version").fetchone()[0] == VERSION
    assert db.execute("SELECT count(*) FROM returns").fetchone()[0] == 0
    db.close()
