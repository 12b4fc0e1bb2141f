"""Looks whether a library's file is sound: each look a rule with a code, how grave what it finds is, and what to do.

Nothing is changed by looking. ``mended`` makes anew what can be made anew from the rest.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

from twosource.errors import FormatError
from twosource.model import Findings, Story, content_id
from twosource.model.wire import decode_own
from twosource.store.opening import is_damaged, plain_errors, run_script, writing
from twosource.store.wholeness import unmark

Severity = Literal["damage", "loss", "note"]
"""The file is damaged; something may be missing from it; nothing is wrong, but somebody may want to know."""
Look = Callable[[sqlite3.Connection], Iterator[str]]
_MOST: Final = 20
_FROM_BACKUP: Final = "restore the file from a backup, or add the articles to a new library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a look found: its code, how grave it is, what it is, and what would help."""

    code: str
    severity: Severity
    detail: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    code: str
    severity: Severity
    help: str
    look: Look


def examined(db: sqlite3.Connection, *, lacks_last: bool = False) -> tuple[Finding, ...]:
    """What is not as it should be in a library, the gravest first; empty where all is well.

    Args:
        db: The library.
        lacks_last: Whether what was written last may be missing, as ``Library`` says.
    """
    found: list[Finding] = []
    if lacks_last:
        found.append(Finding(code="D101", severity="loss", detail=_LACKING, help=_COPY))
    for rule in _RULES:
        details: list[str] = []
        try:
            details.extend(detail for detail, _ in zip(rule.look(db), range(_MOST + 1), strict=False))
        except (sqlite3.Error, UnicodeDecodeError, TypeError, ValueError) as error:
            details.append(f"it cannot be looked at: {error}")
        more = ["there is more of this kind"] if len(details) > _MOST else []
        found += [
            Finding(code=rule.code, severity=rule.severity, detail=detail, help=rule.help)
            for detail in details[:_MOST] + more
        ]
    return tuple(sorted(found, key=lambda one: ("damage", "loss", "note").index(one.severity)))


def mended(db: sqlite3.Connection, path: Path) -> tuple[str, ...]:
    """Make anew what can be made anew from the rest: the index of words, stories as they were laid out; what was done.

    Raises:
        LibraryError: If the file cannot be written, or is damaged itself.
    """
    done: list[str] = []
    with writing(db, path):
        if next(_words(db), None):
            db.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")
            done.append("made the index of words anew")
        unreadable = [story for story, _ in _unreadable_laid(db)]
        db.executemany("DELETE FROM laid WHERE story = ?", [(story,) for story in unreadable])
        if unreadable:
            done.append(f"will lay {len(unreadable)} stories side by side anew")
        gone = [name for name, _ in _left_archives(db)]
        db.executemany("DELETE FROM about WHERE name = ?", [(name,) for name in gone])
        if gone:
            done.append(f"forgot how far {len(gone)} archives were read that are not there any more")
    return tuple(done)


_LACKING: Final = (
    "who wrote to it last did not close it, and the file with what was written last (NAME-wal) is not there"
)
_COPY: Final = "if this is a copy, copy both files, or use `twosource library backup`; then add what came last again"


def _integrity(db: sqlite3.Connection) -> Iterator[str]:
    """The database's own look at every page of the file."""
    for row in db.execute(f"PRAGMA integrity_check({_MOST + 1})"):
        if row[0] != "ok":
            yield str(row[0])


def _references(db: sqlite3.Connection) -> Iterator[str]:
    """Every reference from one row to another leads somewhere."""
    for row in db.execute("PRAGMA foreign_key_check"):
        yield f"a row of {row[0]} refers to a row of {row[2]} that is not there"


def _tables(db: sqlite3.Connection) -> Iterator[str]:
    """All tables, indices and views of this version's schema are there as it makes them."""
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        run_script(model, files("twosource.store").joinpath("schema.sql").read_text(encoding="utf-8"))
        wanted = {name for name, _ in model.execute(query)}
    there = {row["name"] for row in db.execute(query)}
    for name in sorted(wanted - there):
        yield f"the table, index or view {name} is missing"


def _words(db: sqlite3.Connection) -> Iterator[str]:
    """The index of words holds what the articles hold."""
    if db.execute("PRAGMA query_only").fetchone()[0]:
        return
    db.execute("SAVEPOINT looking")
    try:
        db.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise
    except sqlite3.DatabaseError:
        yield "searching would miss articles, or find them where they are not"
    finally:
        db.execute("ROLLBACK TO looking")
        db.execute("RELEASE looking")


def _texts(db: sqlite3.Connection) -> Iterator[str]:
    """An article's id is a hash of its outlet, headline and text."""
    for row in db.execute("SELECT id, outlet, headline, text FROM articles ORDER BY seq"):
        # A character that no text has was replaced behind the hashing.
        odd = "\ufffd" in f"{row['outlet']}{row['headline']}"
        if not odd and content_id("a", row["outlet"], row["headline"], row["text"]) != row["id"]:
            yield f"the text of article {row['id']} is not the one that came in"


def _findings(db: sqlite3.Connection) -> Iterator[str]:
    """What was found in each article can be read."""
    query = "SELECT a.id, f.json FROM articles a LEFT JOIN findings f ON f.article = a.id ORDER BY a.seq"
    for row in db.execute(query):
        try:
            held = decode_own(row["json"] or "", Findings).article.id
        except (FormatError, TypeError):
            held = ""
        if held != row["id"]:
            yield f"what was found in article {row['id']} cannot be read"


def _places(db: sqlite3.Connection) -> Iterator[str]:
    """Every article is in a story, with what grouping goes by."""
    query = "SELECT a.id, m.traits FROM articles a LEFT JOIN members m ON m.article = a.id ORDER BY a.seq"
    for row in db.execute(query):
        try:
            fit = isinstance(json.loads(row["traits"] or ""), dict)
        except (ValueError, TypeError):
            fit = False
        if not fit:
            yield f"article {row['id']} is in no story, or what grouping goes by cannot be read"


def _chains(db: sqlite3.Connection) -> Iterator[str]:
    """Of the versions of an article just one is the newest."""
    query = "SELECT chain, count(*) - count(replaced_by) AS n FROM articles GROUP BY chain HAVING n <> 1 ORDER BY chain"
    for row in db.execute(query):
        yield f"of the versions of article {row['chain']} {row['n']} count as the newest"


def _unreadable_laid(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for row in db.execute("SELECT story, json FROM laid ORDER BY story"):
        try:
            Story.from_json(row["json"])
        except (FormatError, TypeError):
            yield row["story"], f"story {row['story']} as it was last laid out cannot be read"


def _laid(db: sqlite3.Connection) -> Iterator[str]:
    """Stories as they were last laid out can be read."""
    yield from (detail for _, detail in _unreadable_laid(db))


def _unsettled(db: sqlite3.Connection) -> Iterator[str]:
    """A run that adds ends by looking at its stories once more."""
    query = "SELECT count(*) FROM stories WHERE title IS NULL AND id IN (SELECT story FROM members)"
    (untitled,) = db.execute(query).fetchone()
    if untitled:
        yield f"a run was broken off before {untitled} stories got their titles"


def _left_archives(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for row in db.execute("SELECT name, value FROM about WHERE substr(name, 1, 8) = 'archive ' ORDER BY name"):
        path = Path(str(row["name"])[8:])
        with suppress(OSError, ValueError):
            if path.exists():
                continue
        yield row["name"], f"an archive that was read in part is gone: {path}"


def _archives(db: sqlite3.Connection) -> Iterator[str]:
    """Archives that were read in part are still there to be gone on with."""
    yield from (detail for _, detail in _left_archives(db))


def _future(db: sqlite3.Connection) -> Iterator[str]:
    """Articles come after they were published."""
    for row in db.execute(
        "SELECT id, first_day, seen FROM articles WHERE first_day > substr(seen, 1, 10) ORDER BY seq"
    ):
        if _days_between(row["seen"], row["first_day"]) > timedelta(days=1):
            yield f"article {row['id']} is dated {row['first_day']}, and came on {row['seen'][:10]}"


def _days_between(seen: str, day: str) -> timedelta:
    try:
        came = datetime.fromisoformat(seen).astimezone(UTC).replace(tzinfo=None)
        return datetime.fromisoformat(day) - came
    except (ValueError, OverflowError):
        return timedelta()


_RULES: Final = (
    _Rule(code="D201", severity="damage", help=_FROM_BACKUP, look=_integrity),
    _Rule(code="D202", severity="damage", help=_FROM_BACKUP, look=_references),
    _Rule(code="D203", severity="damage", help=_FROM_BACKUP, look=_tables),
    _Rule(code="D204", severity="damage", help="`twosource library doctor --mend` makes it anew", look=_words),
    _Rule(code="D205", severity="damage", help=_FROM_BACKUP, look=_texts),
    _Rule(code="D206", severity="damage", help=_FROM_BACKUP, look=_findings),
    _Rule(code="D207", severity="damage", help=_FROM_BACKUP, look=_places),
    _Rule(code="D208", severity="damage", help=_FROM_BACKUP, look=_chains),
    _Rule(code="D301", severity="note", help="it is made anew when it is asked for", look=_laid),
    _Rule(code="D302", severity="note", help="the next `twosource library add` sees to it", look=_unsettled),
    _Rule(code="D303", severity="note", help="`twosource library doctor --mend` forgets it", look=_archives),
    _Rule(code="D304", severity="note", help="it costs no other article its story", look=_future),
)


def backed_up(db: sqlite3.Connection, path: Path, target: Path) -> None:
    """A whole copy, as the library is at one moment, while others may write to it.

    It is written under another name and takes its own once it is whole; nothing is ever written over.

    Raises:
        FileExistsError: If there is a file of that name.
        OSError: If it cannot be written.
        LibraryError: If the library cannot be read, or the copy is not sound.
    """
    if target.exists():
        raise FileExistsError(str(target))
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with plain_errors(target), closing(sqlite3.connect(part, isolation_level=None)) as copy:
            with plain_errors(path):
                db.backup(copy)
                if is_damaged(copy):
                    message = "database disk image is malformed"
                    raise sqlite3.DatabaseError(message)
            unmark(copy)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
