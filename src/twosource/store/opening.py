"""Opens a library's file: one writer and many readers across processes, and errors in plain words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import Final

from twosource.errors import FormatError, LibraryBusyError, LibraryError
from twosource.store.wholeness import is_marked, mark, unmark

APPLICATION: Final = 0x74776F73
"""The letters "twos": by these a file is known as a library."""
VERSION: Final = 2
"""Of the schema. A library of a later one is refused, one of an earlier is brought up to this by ``MIGRATIONS``."""
MIGRATIONS: Final[dict[int, str]] = {
    1: """
CREATE TABLE returns (
  seq INTEGER PRIMARY KEY, chain TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles (id),
  newest INTEGER NOT NULL, seen TEXT NOT NULL
) STRICT;
CREATE INDEX returns_chain ON returns (chain);
""",
}
"""From each earlier version, the SQL that leads to the next."""
PATIENCE: Final = 10.0
"""Seconds that one waits for another process's transaction; each takes milliseconds."""
_SHORT: Final = 0.1
"""Seconds that one waits where it is not worth more."""
_LOOK: Final = "`twosource library doctor` looks closer; restore it from a backup"
_UNFIT: Final = (ValueError, TypeError, LookupError, ArithmeticError, RecursionError, AttributeError)
"""What reading may end in where rows hold what nobody has put there."""
_REASONS: Final = (
    ("disk is full", "the disk is full; what was added before is kept"),
    ("readonly", "it cannot be written: the file or its folder is read-only"),
    ("not a database", "it is not a library, and no database at all"),
    ("unable to open", "it cannot be opened or made there: is the folder missing or read-only?"),
    ("malformed", f"the file is damaged; {_LOOK}"),
    ("fts5", "this Python's SQLite has no full-text search (FTS5)"),
    ("strict", "this Python's SQLite is older than 3.37"),
    ("disk i/o", "the disk does not answer as it should"),
)


def open_file(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to a library, with the schema of this version.

    Args:
        path: The file.
        create: Make a new library where there is no file, or an empty one; else nothing is made, and an empty file is none.

    Raises:
        LibraryError: If there is none, it is no library, of a later version, or cannot be opened.
    """
    if not create and not path.exists():
        raise LibraryError(str(path), "there is no such file; `twosource library add` makes one")
    if path.exists() and not path.is_file():
        raise LibraryError(str(path), "it cannot be opened: it is a folder or a device, and no file")
    with plain_errors(path):
        db = sqlite3.connect(_address(path, create=create), timeout=PATIENCE, isolation_level=None, uri=True)
        try:
            _prepare(db, path, create=create)
        except BaseException:
            db.close()
            raise
    return db


def close_file(db: sqlite3.Connection, path: Path, *, whole: bool) -> None:
    """Close a library.

    Args:
        db: The library.
        path: Its file.
        whole: Let its file say that it needs no other beside it; where another process is writing, that one says so later.
    """
    with suppress(LibraryError), plain_errors(path):
        if whole and is_marked(db):
            with _transaction(db, path, _SHORT):
                unmark(db)
    db.close()


def wal_of(path: Path) -> Path:
    """The file beside a library that holds what was written last, for as long as anybody has it open."""
    return path.with_name(path.name + "-wal")


def _address(path: Path, *, create: bool) -> str:
    """The file as an address. Where nothing can be written beside it, it is read as something that nobody changes."""
    quiet = path.exists() and not wal_of(path).exists() and not os.access(path.parent, os.W_OK)
    return path.absolute().as_uri() + ("?immutable=1" if quiet else "?mode=rwc" if create else "?mode=rw")


def _prepare(db: sqlite3.Connection, path: Path, *, create: bool) -> None:
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    version = _look(db, path)
    if version == VERSION:
        if create:  # to write: where the disk failed when the library was made, the switch is still to be made
            db.execute("PRAGMA journal_mode = WAL")
        return
    if not version and not create:
        raise LibraryError(
            str(path), f"it is empty, and no library; if it is a copy, {wal_of(path).name} belongs to it"
        )
    db.execute("PRAGMA journal_mode = WAL")
    with _transaction(db, path, PATIENCE):
        version = _look(db, path)  # another process may have been quicker
        if version == 0:
            run_script(db, files("twosource.store").joinpath("schema.sql").read_text(encoding="utf-8"))
            db.execute(f"PRAGMA application_id = {APPLICATION}")
        for step in range(version or VERSION, VERSION):
            run_script(db, MIGRATIONS[step])
        db.execute(f"PRAGMA user_version = {VERSION}")


def _look(db: sqlite3.Connection, path: Path) -> int:
    """The version of the schema; 0 for an empty file.

    Raises:
        LibraryError: If the file is another program's, or of a later version.
    """
    application, version = (
        int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
    )
    if application == APPLICATION:
        if version > VERSION:
            reason = f"it was made by a later twosource (schema {version}, this one knows {VERSION}); update twosource"
            raise LibraryError(str(path), reason)
        return version
    if application or version or db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise LibraryError(str(path), "it is a database of another program, not a library")
    return 0


def run_script(db: sqlite3.Connection, script: str) -> None:
    """Statement by statement: the module's own way to run a script would commit first."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


@contextmanager
def writing(db: sqlite3.Connection, path: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """One transaction that writes: all of it, or nothing.

    Args:
        db: The library.
        path: Its file, for messages.
        patience: Seconds to wait while another process writes.

    Raises:
        LibraryError: If it cannot be written, or what stands in it cannot be read.
    """
    with _transaction(db, path, patience):
        first = mark(db)
        yield
    if first:
        with plain_errors(path):
            # So that the file itself says that another belongs to it.
            db.execute("PRAGMA wal_checkpoint(PASSIVE)")


@contextmanager
def _transaction(db: sqlite3.Connection, path: Path, patience: float) -> Iterator[None]:
    with plain_errors(path, db):
        db.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


@contextmanager
def reading(db: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Several look-ups that see the library as it is at one moment; inside a transaction, as that sees it.

    Raises:
        LibraryError: If it cannot be read.
    """
    with plain_errors(path, db):
        if db.in_transaction:
            yield
            return
        db.execute("BEGIN")
        try:
            yield
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")


@contextmanager
def plain_errors(path: Path, db: sqlite3.Connection | None = None) -> Iterator[None]:
    """Turn the database's errors into ours.

    Args:
        path: The library's file.
        db: The library, where rows of it are read: what they hold may then be damaged, too.

    Raises:
        LibraryError: In place of any error of the database; and of any other that a damaged file is the reason of.
    """
    try:
        yield
    except sqlite3.Error as error:
        said = str(error).lower()
        if "locked" in said or "busy" in said:
            raise LibraryBusyError(str(path)) from error
        reason = next((reason for words, reason in _REASONS if words in said), f"the database says: {error}")
        raise LibraryError(str(path), reason) from error
    except MemoryError as error:
        raise LibraryError(str(path), "there is not enough memory; what was added before is kept") from error
    except FormatError as error:
        raise LibraryError(str(path), f"what stands in it cannot be read ({error}); {_LOOK}") from error
    except _UNFIT as error:
        # The database's words about a damaged file hold bytes of it, which need not be text.
        if not isinstance(error, UnicodeDecodeError) and (db is None or not is_damaged(db)):
            raise
        raise LibraryError(str(path), f"the file is damaged; {_LOOK}") from error


def is_damaged(db: sqlite3.Connection) -> bool:
    """Whether the database's own look at its file finds anything wrong."""
    try:
        return [tuple(row) for row in db.execute("PRAGMA quick_check(1)")] != [("ok",)]
    except (sqlite3.Error, UnicodeDecodeError):
        return True
