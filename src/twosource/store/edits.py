"""What a person corrected by hand, as records that can be replayed and taken back."""

import sqlite3
from dataclasses import astuple
from typing import Final

from twosource.model import Edit, content_id
from twosource.store.stories import end_of, members_of, story_of

_OF_STORIES: Final = ("rename_story", "put_aside", "bring_back")


def put_edit(db: sqlite3.Connection, edit: Edit) -> bool:
    """Keep a correction; of a move, also where the article was and what stays behind.

    Returns:
        False where this very record is in force already: replaying a list of corrections twice changes nothing.
    """
    query = "SELECT 1 FROM edits WHERE undone IS NULL AND kind = ? AND subject = ? AND target IS ? AND at = ? AND by = ? AND why = ?"
    if db.execute(query, astuple(edit)).fetchone():
        return False
    was_in = story_of(db, edit.subject) if edit.kind == "move_article" else None
    moved = versions_held(db, edit.subject)
    beside = " ".join(one for one in members_of(db, was_in) if one not in moved) if was_in else ""
    columns = "kind, subject, target, at, by, why, was_in, beside"
    db.execute(f"INSERT INTO edits ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*astuple(edit), was_in, beside))  # noqa: S608 - column names of our own
    return True


def take_back(db: sqlite3.Connection, at: str) -> tuple[Edit, str | None] | None:
    """Take back the last correction that is in force; None where there is none.

    Returns:
        The correction, and of a move the story where the article was before, or where that one went since.
    """
    row = db.execute("SELECT * FROM edits WHERE undone IS NULL ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None:
        return None
    db.execute("UPDATE edits SET undone = ? WHERE seq = ?", (at, row["seq"]))
    return _edit(row), row["was_in"] and end_of(db, row["was_in"])


def edits_in(db: sqlite3.Connection, story: str | None = None) -> tuple[Edit, ...]:
    """The corrections in force, in the order in which they were made.

    Args:
        db: The library.
        story: Only those that bear on this story: its articles, or articles that were taken out of it; names that its
            sources have; words that stand in it.
    """
    rows = db.execute("SELECT * FROM edits WHERE undone IS NULL ORDER BY seq").fetchall()
    return tuple(_edit(row) for row in rows if story is None or stories_under(db, _edit(row), story))


def stories_under(db: sqlite3.Connection, edit: Edit, story: str | None = None) -> tuple[str, ...]:
    """Ids of the stories that a correction bears on, sorted; with ``story``, only whether it bears on that one."""
    if edit.kind == "move_article":
        query = (
            "SELECT story FROM (SELECT story, article FROM changes UNION SELECT from_story, article FROM changes)"
            " WHERE article = :subject AND story IS NOT NULL AND (:story IS NULL OR story = :story)"
        )
    elif edit.kind == "mark_formula":
        query = (
            "SELECT m.story FROM members m JOIN articles a ON a.id = m.article"
            " WHERE (:story IS NULL OR m.story = :story) AND instr(a.text, :subject)"
        )
    elif edit.kind in _OF_STORIES:
        query = "SELECT DISTINCT story FROM members WHERE story = :subject AND (:story IS NULL OR story = :story)"
    else:
        query = (
            "SELECT m.story FROM members m JOIN sources s ON s.article = m.article"
            " WHERE (:story IS NULL OR m.story = :story) AND instr('; ' || s.names || '; ', '; ' || :subject || '; ')"
        )
    values = {"story": story, "subject": edit.subject}
    return tuple(sorted({str(row["story"]) for row in db.execute(query, values)}))


def titles_given(db: sqlite3.Connection) -> dict[str, str]:
    """The titles that a person gave, by story; of several the last one counts."""
    query = "SELECT subject, target FROM edits WHERE undone IS NULL AND kind = 'rename_story' ORDER BY seq"
    return {str(row["subject"]): str(row["target"]) for row in db.execute(query) if row["target"]}


def put_aside(db: sqlite3.Connection) -> frozenset[str]:
    """The stories that a person took from what is shown, and did not bring back."""
    query = "SELECT subject, kind FROM edits WHERE undone IS NULL AND kind IN ('put_aside', 'bring_back') ORDER BY seq"
    last = {str(row["subject"]): str(row["kind"]) for row in db.execute(query)}
    return frozenset(story for story, kind in last.items() if kind == "put_aside")


def held_in(db: sqlite3.Connection) -> dict[str, str]:
    """The articles that stay where a person wants them, to the story; of several moves the last one counts.

    Later versions of an article stay where it was put. What was beside an article that was taken out stays too: a person
    who parts two articles does not want the one to follow the other.
    """
    held: dict[str, str] = {}
    for row in db.execute("SELECT * FROM edits WHERE undone IS NULL AND kind = 'move_article' ORDER BY seq").fetchall():
        if row["was_in"] != (row["target"] or own_story(row["subject"])):
            held = dict.fromkeys(row["beside"].split(), row["was_in"]) | held
        held |= dict.fromkeys(versions_held(db, row["subject"]), row["target"] or own_story(row["subject"]))
    return held


def versions_held(db: sqlite3.Connection, article: str) -> tuple[str, ...]:
    """All versions of an article: a person who moves one of them means them all."""
    query = "SELECT id FROM articles WHERE chain = (SELECT chain FROM articles WHERE id = ?) ORDER BY seq"
    return tuple(str(row["id"]) for row in db.execute(query, (article,)))


def own_story(article: str) -> str:
    """The id of the story that an article has for itself once a person has put it there."""
    return content_id("y", "of its own", article)


def _edit(row: sqlite3.Row) -> Edit:
    return Edit(
        kind=row["kind"], subject=row["subject"], target=row["target"], at=row["at"], by=row["by"], why=row["why"]
    )
