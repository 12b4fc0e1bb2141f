"""The versions of one article: their order, and what changed from each to the next."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from twosource.store.revisions import Revision, revised

_DAY: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text that an article had.

    Attributes:
        article: The id of this version.
        number: 1 for the first.
        latest: Whether it is the one that stories show.
        seen: When it came into the library.
        before: The id of the version before; None for the first.
        revisions: Where its wording differs from that one's.
    """

    article: str
    number: int
    latest: bool
    seen: str
    headline: str | None
    published: str | None
    updated: str | None
    before: str | None = None
    revisions: tuple[Revision, ...] = ()


def versions_of(db: sqlite3.Connection, article: str) -> tuple[Version, ...]:
    """All versions of the article that ``article`` is one of, the first one first; empty if it is not there."""
    query = (
        "SELECT id, version, replaced_by, seen, headline, published, updated FROM articles"
        " WHERE chain = (SELECT chain FROM articles WHERE id = ?) ORDER BY version"
    )
    found: list[Version] = []
    for row in db.execute(query, (article,)).fetchall():
        found.append(
            Version(
                article=row["id"],
                number=row["version"],
                latest=row["replaced_by"] is None,
                seen=row["seen"],
                headline=row["headline"],
                published=row["published"],
                updated=row["updated"],
                before=found[-1].article if found else None,
                revisions=_revisions(db, row["id"]),
            )
        )
    return tuple(found)


def _revisions(db: sqlite3.Connection, article: str) -> tuple[Revision, ...]:
    query = "SELECT * FROM revisions WHERE article = ? ORDER BY n"
    return tuple(
        Revision(
            before_start=row["before_start"], before_end=row["before_end"], before=row["before_words"],
            after_start=row["after_start"], after_end=row["after_end"], after=row["after_words"],
        )
        for row in db.execute(query, (article,)).fetchall()
    )  # fmt: skip


def order_versions(db: sqlite3.Connection, chain: str) -> None:
    """Number the versions of a chain anew: by the time that each states, where all do, else as they came.

    Times are moments, whatever their offset; where one of them is a bare day, all are days.
    """
    query = "SELECT id, text, coalesce(updated, published) AS time FROM articles WHERE chain = ? ORDER BY seq"
    rows = db.execute(query, (chain,)).fetchall()
    stated = [str(row["time"] or "") for row in rows]
    # A bare day says nothing about the order within it.
    precise = all(len(time) > _DAY for time in stated)
    times = [at for time in stated if (at := _instant(time if precise else time[:_DAY])) is not None]
    if len(times) == len(rows):
        rows = [rows[n] for _, n in sorted(zip(times, range(len(rows)), strict=True))]
    latest = rows[-1]["id"]
    for number, row in enumerate(rows, 1):
        values = (number, None if row["id"] == latest else latest, row["id"])
        db.execute("UPDATE articles SET version = ?, replaced_by = ? WHERE id = ?", values)
        if number > 1:
            _compare(db, rows[number - 2], row)
    db.execute("DELETE FROM revisions WHERE article = ?", (rows[0]["id"],))


def _instant(time: str) -> float | None:
    """Seconds since 1970; a time without an offset is taken as UTC. None where there is none, or none that can be read."""
    try:
        found = datetime.fromisoformat(time)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def _compare(db: sqlite3.Connection, before: sqlite3.Row, after: sqlite3.Row) -> None:
    """Lay down what changed, unless these two stand side by side already."""
    known = db.execute("SELECT before FROM revisions WHERE article = ? LIMIT 1", (after["id"],)).fetchone()
    if known and known["before"] == before["id"]:
        return
    db.execute("DELETE FROM revisions WHERE article = ?", (after["id"],))
    db.executemany(
        "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (after["id"], before["id"], n, one.before_start, one.before_end, one.before, one.after_start, one.after_end, one.after)
            for n, one in enumerate(revised(before["text"], after["text"]))
        ],
    )  # fmt: skip
