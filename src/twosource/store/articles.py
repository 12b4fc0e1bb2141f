"""Articles in the library: what came in, what was found in it, and which versions of a page there are."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from twosource.model import Article, Candidate, Findings, Gap, Raw, content_id
from twosource.model.wire import decode_own, encode
from twosource.store.revisions import is_version
from twosource.store.rows import article_values, rows_of
from twosource.store.versions import order_versions

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TRACKING: Final = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ref_src", "smid", "ns_")


def plain(text: str) -> str:
    """Text that the database can hold: lone surrogates, which no encoding has, become U+FFFD, one for one."""
    return _SURROGATE.sub("\ufffd", text)


def input_id(raw: Raw) -> str:
    """What a raw input is known by: all that came with it."""
    parts = (
        raw.kind,
        raw.sha256,
        raw.path,
        raw.url,
        raw.outlet,
        raw.title,
        raw.published,
        raw.updated,
        *raw.byline,
        *raw.credits,
    )
    return content_id("r", *parts)


def page_of(url: str | None) -> str | None:
    """A page's address without scheme, fragment and tracking; None where there is none, or only a site's front page.

    Example:
        >>> page_of("https://www.invented.example/news/ferry/?utm_source=x#top")
        'www.invented.example/news/ferry'
    """
    try:
        parts = urlsplit(url or "")
        host = parts.hostname
    except ValueError:
        return None
    if not host:
        return None
    kept = [(name, value) for name, value in parse_qsl(parts.query) if not name.lower().startswith(_TRACKING)]
    rest = parts.path.rstrip("/") + ("?" + urlencode(sorted(kept)) if kept else "")
    return host + rest if rest else None


def known_input(db: sqlite3.Connection, raw: Raw) -> str | None:
    """The article that this very input gave before; None if it is new."""
    row = db.execute("SELECT article FROM inputs WHERE id = ?", (input_id(raw),)).fetchone()
    return row and str(row[0])


def holds(db: sqlite3.Connection, article: str) -> bool:
    """Whether the library has the article."""
    return db.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is not None


def count(db: sqlite3.Connection) -> int:
    """How many articles there are, versions counted each."""
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM articles").fetchone()[0])


def made_otherwise(db: sqlite3.Connection, made_by: str, story: str | None = None) -> tuple[str, ...]:
    """Ids of the articles, in their newest versions, whose findings were made by anything else, in order of arrival."""
    query = (
        "SELECT a.id FROM articles a JOIN members m ON m.article = a.id WHERE a.replaced_by IS NULL AND a.read_by <> ?1"
        " AND (?2 IS NULL OR m.story = ?2) ORDER BY a.seq"
    )
    return tuple(str(row["id"]) for row in db.execute(query, (made_by, story)))


def about(db: sqlite3.Connection, name: str) -> str | None:
    """What the library keeps about itself under a name."""
    row = db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return row and str(row["value"])


def put_about(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keep something about the library itself."""
    db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))


def put_input(db: sqlite3.Connection, raw: Raw, article: str, seen: str) -> None:
    """Keep a raw input; its text only if it is the first that gave the article."""
    first = db.execute("SELECT 1 FROM inputs WHERE article = ?", (article,)).fetchone() is None
    values = (
        input_id(raw), article, raw.name, raw.kind, raw.sha256, raw.url, raw.path, raw.outlet, raw.title,
        raw.published, raw.updated, "; ".join(raw.credits), raw.feed, raw.archive, raw.position, raw.read_at, seen,
        raw.text if first else None,
    )  # fmt: skip
    _insert(db, "inputs", values, twice="OR IGNORE")
    db.execute("DELETE FROM gaps WHERE article IS NULL AND place = ?", (raw.name,))


def put_gaps(db: sqlite3.Connection, gaps: Iterable[Gap], article: str | None = None) -> None:
    """Keep what could not be read or decided, each once."""
    rows = [(article, gap.code, plain(gap.where), plain(gap.detail)) for gap in gaps]
    db.executemany("INSERT OR IGNORE INTO gaps (article, code, place, detail) VALUES (?, ?, ?, ?)", rows)


def put_findings(db: sqlite3.Connection, findings: Findings, seen: str, read_by: str) -> bool:
    """Keep an article with everything found in it.

    Returns:
        Whether it is another version of an article that the library had.
    """
    article = findings.article
    page = page_of(article.url)
    chain = _chain_of(db, article, page)
    values = (None, *article_values(article, page), seen, read_by, chain or article.id, 1, None)
    _insert(db, "articles", values)
    _insert(db, "findings", (article.id, encode(replace(findings, article=replace(article, text="")))))
    for table, row in rows_of(findings):
        _insert(db, table, row, twice="OR IGNORE")
    if chain:
        order_versions(db, chain)
    return bool(chain)


def replace_findings(db: sqlite3.Connection, findings: Findings, read_by: str) -> None:
    """Put other findings in the place of an article's; its text, its blocks and its story stay as they are."""
    name = findings.article.id
    for table in ("marks", "contents", "figures", "statements", "mentions", "sources", "moments"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (name,))  # noqa: S608 - table names of our own
    for table, row in rows_of(findings):
        if table != "blocks":
            _insert(db, table, row, twice="OR IGNORE")
    kept = encode(replace(findings, article=replace(findings.article, text="")))
    db.execute("UPDATE findings SET json = ? WHERE article = ?", (kept, name))
    db.execute("UPDATE articles SET read_by = ? WHERE id = ?", (read_by, name))
    db.execute("DELETE FROM laid WHERE story = (SELECT story FROM members WHERE article = ?)", (name,))


def _chain_of(db: sqlite3.Connection, article: Article, page: str | None) -> str | None:
    """The chain of versions that the article continues: same outlet, same page, and enough of the same wording."""
    if not page:
        return None
    query = (
        "SELECT chain, headline, text FROM articles WHERE page = ? AND outlet = ? AND replaced_by IS NULL"
        " ORDER BY seq DESC LIMIT 20"
    )
    for row in db.execute(query, (page, article.outlet)):
        if (row["headline"] and row["headline"] == article.headline) or is_version(row["text"], article.text):
            return str(row["chain"])
    return None


def earlier_agencies(db: sqlite3.Connection, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The agencies whose copy earlier versions of articles were by their own credit or dateline; only where there are any.

    A text that was an agency's when it came out goes back to that agency, whatever was edited later.
    """
    query = (
        "SELECT e.via FROM articles a JOIN articles e ON e.chain = a.chain AND e.version < a.version"
        " WHERE a.id = ? AND e.via <> '' ORDER BY e.version"
    )
    found = {}
    for name in articles:
        agencies = [one for row in db.execute(query, (name,)).fetchall() for one in row["via"].split("; ")]
        if agencies:
            found[name] = tuple(dict.fromkeys(agencies))
    return found


def with_agencies(findings: Findings, agencies: tuple[str, ...]) -> Findings:
    """Findings of an article that is also taken for copy of these agencies, with what says so among its candidates."""
    article = findings.article
    more = tuple(one for one in agencies if one not in article.via)
    said = tuple(Candidate(field="credit", value=one, origin="an earlier version of the article") for one in more)
    article = replace(article, via=(*article.via, *more), candidates=(*article.candidates, *said))
    return replace(findings, article=article)


def findings_of(db: sqlite3.Connection, articles: Iterable[str]) -> tuple[Findings, ...]:
    """The findings of articles, as they were put in, in the order asked for; ids that are not there are left out."""
    found: list[Findings] = []
    for name in articles:
        query = "SELECT f.json, a.text FROM findings f JOIN articles a ON a.id = f.article WHERE a.id = ?"
        row = db.execute(query, (name,)).fetchone()
        if row:
            kept = decode_own(row["json"], Findings)
            found.append(replace(kept, article=replace(kept.article, text=row["text"])))
    return tuple(found)


def gaps_of(db: sqlite3.Connection, articles: Iterable[str]) -> tuple[Gap, ...]:
    """What could not be found in articles when they were cleaned; what could not be decided later is in their findings."""
    query = "SELECT code, place, detail FROM gaps WHERE article = ? ORDER BY code, place, detail"
    return tuple(
        Gap(code=row["code"], where=row["place"], detail=row["detail"])
        for name in articles
        for row in db.execute(query, (name,))
    )


def input_gaps(db: sqlite3.Connection) -> tuple[Gap, ...]:
    """Inputs that gave no article, in the order in which they came."""
    query = "SELECT code, place, detail FROM gaps WHERE article IS NULL ORDER BY n"
    return tuple(Gap(code=row["code"], where=row["place"], detail=row["detail"]) for row in db.execute(query))


def called(db: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """Ids of the articles that a person may mean: by id or its beginning, address, path, or headline; 20 at most.

    An address, path or headline means the newest version; an address alone also the newest of several articles that
    have stood there.
    """
    latest = (
        "SELECT id FROM articles WHERE (url = :name OR page = :page) AND replaced_by IS NULL ORDER BY seq DESC LIMIT 1"
    )
    values = {"name": name, "page": page_of(name), "start": f"{name}*" if name.isalnum() and len(name) > 1 else ""}
    for wanted, condition in (
        ("id", "id = :name"),
        ("id", f"id = ({latest})"),
        ("coalesce(replaced_by, id)", "path = :name"),
        ("coalesce(replaced_by, id)", "headline = :name"),
        ("id", "id GLOB :start"),
    ):
        query = f"SELECT DISTINCT {wanted} AS found FROM articles WHERE {condition} ORDER BY seq LIMIT 20"  # noqa: S608 - conditions of our own
        found = db.execute(query, values).fetchall()
        if found:
            return tuple(str(row["found"]) for row in found)
    return ()


def _insert(db: sqlite3.Connection, table: str, values: tuple[object, ...], *, twice: str = "") -> None:
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT {twice} INTO {table} VALUES ({marks})", values)  # noqa: S608 - table names of our own
