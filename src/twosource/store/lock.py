"""The right to take in many articles, which one process has at a time: whoever dies loses it, whatever it died of.

Two that do so at once would do no harm, but each would have to learn after every article what the other has placed.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource.errors import LibraryBusyError
from twosource.store.opening import plain_errors


@contextmanager
def adding(path: Path) -> Iterator[None]:
    """Keep other processes from doing the same meanwhile; they can read the library, correct it and add single articles.

    It is a lock on an empty file beside the library, taken as SQLite takes its own, so that it works wherever the
    library does, and falls with the process.

    Raises:
        LibraryBusyError: If another process adds.
        LibraryError: If the file cannot be made.
    """
    with plain_errors(path):
        lock = sqlite3.connect(path.with_name(path.name + ".lock"), timeout=0.0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            if "locked" in str(error):
                raise LibraryBusyError(str(path)) from error
            raise
    try:
        yield
    finally:
        lock.close()
