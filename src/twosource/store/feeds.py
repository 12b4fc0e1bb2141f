"""Feeds that are followed: how each stood after its last visit."""

import sqlite3

from twosource.model import FeedState


def put_feed(db: sqlite3.Connection, state: FeedState) -> None:
    """Keep how a feed stands."""
    db.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?)", (state.address, state.to_json()))


def feeds_in(db: sqlite3.Connection) -> tuple[FeedState, ...]:
    """All feeds that were visited, by address."""
    rows = db.execute("SELECT json FROM feeds ORDER BY address").fetchall()
    return tuple(FeedState.from_json(row["json"]) for row in rows)
