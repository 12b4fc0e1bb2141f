"""Whether a library's file is whole by itself, told by a mark that it bears while it is being written.

What is written goes into a second file (NAME-wal) first, and into the library's own only from time to time. A copy of
that one alone lacks the rest, and nothing in it would say so.
"""

import sqlite3
from typing import Final

_MARK: Final = "not closed since"


def mark(db: sqlite3.Connection) -> bool:
    """Let the file say that another belongs to it, inside the caller's transaction; whether it did not say so before."""
    if is_marked(db) or not _has_other(db):
        return False
    db.execute("INSERT INTO about VALUES (?, 'it was written')", (_MARK,))
    return True


def unmark(db: sqlite3.Connection) -> None:
    """Let the file say that it is whole by itself, inside the caller's transaction."""
    db.execute("DELETE FROM about WHERE name = ?", (_MARK,))


def is_marked(db: sqlite3.Connection) -> bool:
    """Whether somebody wrote to it who has not closed it, or not yet."""
    return db.execute("SELECT 1 FROM about WHERE name = ?", (_MARK,)).fetchone() is not None


def lacks_last(db: sqlite3.Connection, *, beside: bool) -> bool:
    """Whether what was written last may be missing: its writer did not close it, and the file with that is not ``beside`` it."""
    return not beside and is_marked(db) and _has_other(db)


def _has_other(db: sqlite3.Connection) -> bool:
    """Whether what is written goes into a second file first; some disks cannot do that."""
    return bool(db.execute("PRAGMA journal_mode").fetchone()[0] == "wal")
