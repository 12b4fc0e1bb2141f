"""What a person corrects: kept as a record, carried out at once, taken back on request."""

import sqlite3

from twosource.model import Edit
from twosource.store import edits, stories
from twosource.store.stories import Event

_BY_HAND = "put there by hand"
_BACK = "put back: the correction was taken back"


def apply(db: sqlite3.Connection, edit: Edit, at: str) -> bool:
    """Keep a correction and move what it moves, inside the caller's transaction.

    Returns:
        False where this very record is in force already.
    """
    if not edits.put_edit(db, edit):
        return False
    if edit.kind == "move_article":
        _follow(db, edit, at, ": ".join(part for part in (_BY_HAND, edit.why) if part))
    return True


def take_back(db: sqlite3.Connection, at: str) -> Edit | None:
    """Take back the last correction in force, inside the caller's transaction; None where there is none."""
    edit = edits.take_back(db, at)
    if edit and edit.kind == "move_article":
        _follow(db, edit, at, _BACK)
    return edit


def _follow(db: sqlite3.Connection, edit: Edit, at: str, reason: str) -> None:
    """Let all versions of the article be where the corrections in force say, or where they were before any."""
    held = edits.held_in(db)
    for article in edits.versions_held(db, edit.subject):
        now = stories.story_of(db, article)
        wanted = held.get(article) or stories.before_hand(db, article, (_BY_HAND, _BACK)) or now
        if now and wanted and now != wanted:
            event = Event(kind="moved", article=article, story=wanted, from_story=now, reason=reason, at=at)
            stories.put_event(db, event)
