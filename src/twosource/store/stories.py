"""Stories in the library: which articles belong to them, how that came about, and how they were last laid out."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

UNDATED: Final = 0
"""The number of its day that an undated article is given."""
_TENTH: Final = 10
ChangeKind = Literal["started", "joined", "moved", "merged", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story in a list.

    ``articles`` counts each article once, whatever its versions. ``first`` and ``last`` are ISO times or days of the
    earliest and latest of them; None where nothing is dated.
    """

    id: str
    title: str
    outlets: tuple[str, ...]
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that became of a story, with its reason."""

    kind: ChangeKind
    article: str
    story: str
    from_story: str | None
    reason: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article in a story; what grouping goes by of it, as JSON."""

    article: str
    traits: str
    story: str


def put_member(db: sqlite3.Connection, article: str, story: str, day: int | None, traits: str) -> None:
    """Place a new article. ``day`` is the number of its day; None for an undated one."""
    _ensure(db, story)
    db.execute("INSERT INTO members VALUES (?, ?, ?, ?)", (article, story, day or UNDATED, traits))


def usual_day(db: sqlite3.Connection) -> int:
    """The day of most of the newest articles; 0 where nothing is dated.

    It is that of the tenth newest day, or in a small library of the middle one: so many wrong dates change nothing.
    """
    (dated,) = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM members WHERE day > 0 LIMIT ?)", (2 * _TENTH,)
    ).fetchone()
    query = "SELECT day FROM members WHERE day > 0 ORDER BY day DESC LIMIT 1 OFFSET ?"
    row = db.execute(query, (min(_TENTH - 1, dated // 2),)).fetchone()
    return int(row["day"]) if row else 0


def put_event(db: sqlite3.Connection, event: Event) -> None:
    """Write down what became of a story, and let the article be where it says."""
    _ensure(db, event.story)
    values = (event.kind, event.article, event.story, event.from_story, event.reason, event.at)
    db.execute("INSERT INTO changes (kind, article, story, from_story, reason, at) VALUES (?, ?, ?, ?, ?, ?)", values)
    db.execute("UPDATE members SET story = ? WHERE article = ?", (event.story, event.article))
    if event.from_story and event.from_story != event.story:
        db.execute("UPDATE stories SET title = NULL WHERE id = ?", (event.from_story,))
        if event.kind == "merged":
            left = db.execute("SELECT 1 FROM members WHERE story = ? LIMIT 1", (event.from_story,)).fetchone()
            db.execute(
                "UPDATE stories SET merged_to = ? WHERE id = ?", (None if left else event.story, event.from_story)
            )


def _ensure(db: sqlite3.Connection, story: str) -> None:
    db.execute("INSERT OR IGNORE INTO stories VALUES (?, NULL, NULL)", (story,))
    db.execute("UPDATE stories SET title = NULL, merged_to = NULL WHERE id = ?", (story,))


def story_of(db: sqlite3.Connection, article: str) -> str | None:
    """The story that an article is in."""
    row = db.execute("SELECT story FROM members WHERE article = ?", (article,)).fetchone()
    return row and str(row["story"])


def members_of(db: sqlite3.Connection, story: str) -> tuple[str, ...]:
    """Ids of the story's articles, each in its newest version, sorted."""
    query = (
        "SELECT m.article FROM members m JOIN articles a ON a.id = m.article"
        " WHERE m.story = ? AND a.replaced_by IS NULL ORDER BY m.article"
    )
    return tuple(str(row["article"]) for row in db.execute(query, (story,)))


def members_between(
    db: sqlite3.Connection, first: int, last: int, undated: int, *, changed_behind: int = 0, came_behind: int = 0
) -> Iterator[Member]:
    """The articles of these days, both included, and the undated ones that came last, in order of arrival.

    Args:
        db: The library.
        first: Number of a day.
        last: Number of a day.
        undated: How many undated ones at most.
        changed_behind: Only those that anything became of behind this change.
        came_behind: Only those that came behind the article of this ``seq``.
    """
    query = """
        SELECT m.article, m.traits, m.story FROM members m JOIN articles a ON a.id = m.article
        WHERE (m.day BETWEEN max(:first, 1) AND :last OR m.day = 0 AND a.seq >= coalesce((
            SELECT o.seq FROM members u JOIN articles o ON o.id = u.article WHERE u.day = 0
            ORDER BY o.seq DESC LIMIT 1 OFFSET :undated - 1), 0))
          AND (:changed = 0 OR m.article IN (SELECT article FROM changes WHERE seq > :changed)) AND a.seq > :came
        ORDER BY a.seq
    """
    values = {"first": first, "last": last, "undated": undated, "changed": changed_behind, "came": came_behind}
    for row in db.execute(query, values):
        yield Member(article=row["article"], traits=row["traits"], story=row["story"])


def days_behind(db: sqlite3.Connection, came: int, also: Iterable[str]) -> set[int | None]:
    """The days of the articles that came behind the one of this ``seq``, and of others; None for undated ones."""
    query = "SELECT DISTINCT m.day FROM members m JOIN articles a ON a.id = m.article WHERE a.seq > ?"
    days = {int(row["day"]) for row in db.execute(query, (came,))}
    for name in also:
        row = db.execute("SELECT day FROM members WHERE article = ?", (name,)).fetchone()
        days |= {int(row["day"])} if row else set()
    return {day or None for day in days}


def traits_in(db: sqlite3.Connection, article: str) -> str | None:
    """What grouping goes by of an article; None where it is not there."""
    row = db.execute("SELECT traits FROM members WHERE article = ?", (article,)).fetchone()
    return row and str(row["traits"])


def put_traits(db: sqlite3.Connection, article: str, traits: str) -> None:
    """Let grouping go by something else."""
    db.execute("UPDATE members SET traits = ? WHERE article = ?", (traits, article))


def events_of(db: sqlite3.Connection, story: str) -> tuple[Event, ...]:
    """What became of a story, in order."""
    query = "SELECT kind, article, story, from_story, reason, at FROM changes WHERE story = ? OR from_story = ? ORDER BY seq"
    return tuple(Event(**dict(row)) for row in db.execute(query, (story, story)))


def called(db: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """Ids of the stories that a person may mean, by id or its beginning; of a merged one, where it went. 20 at most.

    A story that all articles have left is not there any more.
    """
    for condition in ("id = ?1", "length(?1) > 1 AND substr(id, 1, length(?1)) = ?1"):
        query = f"SELECT id FROM stories WHERE {condition} ORDER BY id LIMIT 20"  # noqa: S608 - conditions of our own
        ends = dict.fromkeys(end_of(db, str(row["id"])) for row in db.execute(query, (name,)).fetchall())
        found = tuple(story for story in ends if members_of(db, story))
        if found:
            return found
    return ()


def end_of(db: sqlite3.Connection, story: str) -> str:
    """Where a story is now, through all that it was merged into."""
    seen: set[str] = set()
    while story not in seen:
        seen.add(story)
        row = db.execute("SELECT merged_to FROM stories WHERE id = ?", (story,)).fetchone()
        story = str(row["merged_to"]) if row and row["merged_to"] else story
    return story


def cards(
    db: sqlite3.Connection, *, since: str | None, until: str | None, least: int, limit: int
) -> tuple[StoryCard, ...]:
    """Stories with an article in the given days, the newest first. A title that is not known yet is ""."""
    query = """
        SELECT m.story, s.title, count(*) AS n, min(coalesce(a.published, a.updated, a.first_day)) AS first,
               max(coalesce(a.updated, a.published, a.last_day)) AS last, max(a.last_day) AS last_day,
               min(a.first_day) AS first_day, json_group_array(DISTINCT a.outlet) AS outlets
        FROM members m JOIN stories s ON s.id = m.story JOIN articles a ON a.id = m.article
        WHERE a.replaced_by IS NULL GROUP BY m.story
        HAVING n >= :least AND (:since IS NULL OR last_day >= :since) AND (:until IS NULL OR first_day <= :until)
        ORDER BY coalesce(last, '') DESC, n DESC, m.story LIMIT :limit
    """
    rows = db.execute(query, {"since": since, "until": until, "least": least, "limit": limit}).fetchall()
    return tuple(_card(row) for row in rows)


def _card(row: sqlite3.Row) -> StoryCard:
    import msgspec  # noqa: PLC0415 - heavy only at the edges

    outlets = msgspec.json.decode(row["outlets"], type=list[str])
    return StoryCard(
        id=row["story"], title=row["title"] or "", outlets=tuple(sorted(outlets)), articles=row["n"],
        first=row["first"], last=row["last"],
    )  # fmt: skip


def untitled(db: sqlite3.Connection) -> tuple[str, ...]:
    """Stories that have changed since their title was found."""
    query = "SELECT id FROM stories WHERE title IS NULL AND id IN (SELECT story FROM members) ORDER BY id"
    return tuple(str(row["id"]) for row in db.execute(query))


def put_title(db: sqlite3.Connection, story: str, title: str) -> None:
    """Call a story by a headline."""
    db.execute("UPDATE stories SET title = ? WHERE id = ?", (title, story))


def laid(db: sqlite3.Connection, story: str, made_of: str) -> str | None:
    """The story as it was last laid out, if it was made of just this."""
    row = db.execute("SELECT json FROM laid WHERE story = ? AND made_of = ?", (story, made_of)).fetchone()
    return row and str(row["json"])


def laid_last(db: sqlite3.Connection, story: str) -> str | None:
    """The story as it was last laid out, whatever has come since."""
    row = db.execute("SELECT json FROM laid WHERE story = ?", (story,)).fetchone()
    return row and str(row["json"])


def put_laid(db: sqlite3.Connection, story: str, made_of: str, json: str) -> None:
    """Keep a story as it was laid out."""
    db.execute("INSERT OR REPLACE INTO laid VALUES (?, ?, ?)", (story, made_of, json))
