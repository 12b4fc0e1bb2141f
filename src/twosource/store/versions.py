"""The versions of one article: their order, and what changed from each to the next."""

import sqlite3
from dataclasses import dataclass, replace
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
        back_to: The number of the earlier version whose text the page showed again; None for a text of its own.
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
    back_to: int | None = None
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
    return tuple(_with_returns(db, found))


def is_replaced(db: sqlite3.Connection, article: str) -> bool:
    """Whether the library has a later version of an article."""
    row = db.execute("SELECT replaced_by FROM articles WHERE id = ?", (article,)).fetchone()
    return row is not None and row["replaced_by"] is not None


def come_back(db: sqlite3.Connection, article: str, seen: str) -> bool:
    """A page was fetched and shows an article's text: where the library has a later version, this one is the newest again.

    Returns:
        Whether that is so.
    """
    row = db.execute("SELECT chain FROM articles WHERE id = ? AND replaced_by IS NOT NULL", (article,)).fetchone()
    if row is None:
        return False
    db.execute(
        "INSERT INTO returns (chain, article, newest, seen) SELECT chain, ?, max(seq), ? FROM articles WHERE chain = ?",
        (article, seen, row["chain"]),
    )
    order_versions(db, row["chain"])
    return True


def _with_returns(db: sqlite3.Connection, found: list[Version]) -> list[Version]:
    """The versions, with each time that the page went back to an earlier one, behind what had come last by then."""
    query = (
        "SELECT r.article, r.seen, n.id AS behind FROM returns r JOIN articles n ON n.seq = r.newest"
        " WHERE r.chain = (SELECT chain FROM articles WHERE id = ?) ORDER BY r.seq"
    )
    rows = db.execute(query, (found[0].article,)).fetchall() if found else []
    own, told = {one.article: one for one in found}, list[Version]()
    for one in found:
        told.append(replace(one, number=len(told) + 1, before=told[-1].article if told else None))
        for row in rows:
            if row["behind"] == one.article:
                told.append(_again(db, own[row["article"]], told, row["seen"]))
    last = max((n for n, one in enumerate(told) if one.latest), default=0)
    return [replace(one, latest=n == last) for n, one in enumerate(told)]


def _again(db: sqlite3.Connection, one: Version, told: list[Version], seen: str) -> Version:
    before, after = (
        db.execute("SELECT text FROM articles WHERE id = ?", (name,)).fetchone()["text"]
        for name in (told[-1].article, one.article)
    )
    number = next(earlier.number for earlier in told if earlier.article == one.article)
    return replace(
        one, number=len(told) + 1, seen=seen, before=told[-1].article, back_to=number,
        revisions=tuple(revised(before, after)),
    )  # fmt: skip


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
    query = "SELECT article FROM returns WHERE chain = ?1 AND newest = (SELECT max(seq) FROM articles WHERE chain = ?1) ORDER BY seq DESC LIMIT 1"
    back = db.execute(query, (chain,)).fetchone()
    latest = back["article"] if back else rows[-1]["id"]
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
