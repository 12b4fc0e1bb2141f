"""What a person corrects: kept as a record, carried out at once, taken back on request."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from twosource.errors import QueryError
from twosource.model import Edit
from twosource.store import edits, stories
from twosource.store.stories import Event

_BY_HAND = "put there by hand"
_BACK = "put back: the correction was taken back"


def with_ids(edit: Edit, *, story: Callable[[str], str], article: Callable[[str], str]) -> Edit:
    """A correction with the ids of what it names.

    Args:
        edit: As a person gave it.
        story: Finds the id of a story by what it is called.
        article: The same of an article.

    Raises:
        NotInLibraryError: If the article or the story that is moved to is not there.
        QueryError: If it names nothing.
    """
    if edit.kind == "move_article":
        edit = replace(edit, subject=article(edit.subject), target=story(edit.target) if edit.target else "")
    elif edit.kind in ("rename_story", "put_aside", "bring_back"):
        edit = replace(edit, subject=story(edit.subject))
    unnamed = edit.kind in ("join_sources", "rename_story") and not (edit.target or "").strip()
    if unnamed or not edit.subject.strip():
        raise QueryError(edit.subject, "a name, or words, that are not empty")
    return edit


def apply(db: sqlite3.Connection, edit: Edit, at: str) -> bool:
    """Keep a correction and move what it moves, inside the caller's transaction.

    Returns:
        False where this very record is in force already.
    """
    if not edits.put_edit(db, edit):
        return False
    if edit.kind == "move_article":
        _follow(db, edit.subject, None, at, ": ".join(part for part in (_BY_HAND, edit.why) if part))
    return True


def take_back(db: sqlite3.Connection, at: str) -> Edit | None:
    """Take back the last correction in force, inside the caller's transaction; None where there is none."""
    taken = edits.take_back(db, at)
    if taken is None:
        return None
    edit, was_in = taken
    if edit.kind == "move_article":
        _follow(db, edit.subject, was_in, at, _BACK)
    return edit


def _follow(db: sqlite3.Connection, article: str, else_in: str | None, at: str, reason: str) -> None:
    """Let all versions of the article be where the corrections in force say, or else in another story."""
    held = edits.held_in(db)
    for version in edits.versions_held(db, article):
        now, wanted = stories.story_of(db, version), held.get(version) or else_in
        if now and wanted and now != wanted:
            event = Event(kind="moved", article=version, story=wanted, from_story=now, reason=reason, at=at)
            stories.put_event(db, event)
