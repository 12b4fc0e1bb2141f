"""Archives that are being taken in: how far each was, for whoever goes on."""

import sqlite3

_PREFIX = "archive "


def put_position(db: sqlite3.Connection, archive: str, state: str, position: int) -> None:
    """Keep how far an archive was taken in, and what it was then."""
    db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (_PREFIX + archive, f"{state} {position}"))


def positions(db: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """What each archive that was not read to its end was, and how far it was taken in, by its path."""
    query = "SELECT name, value FROM about WHERE substr(name, 1, ?) = ? ORDER BY name"
    found = {}
    for row in db.execute(query, (len(_PREFIX), _PREFIX)).fetchall():
        state, _, position = str(row["value"]).partition(" ")
        found[str(row["name"]).removeprefix(_PREFIX)] = (state, int(position))
    return found


def forget_position(db: sqlite3.Connection, archive: str) -> None:
    """The archive was read to its end."""
    db.execute("DELETE FROM about WHERE name = ?", (_PREFIX + archive,))
