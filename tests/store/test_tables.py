"""What stands in the tables, as other programs read them."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from invented import english
from kept import COPY, FERRY, NOON, VOTE, noon, raw
from twosource.library import Library
from twosource.model import Raw
from twosource.pipeline import Options, clean_one, findings_in

PLACES = ("mentions", "statements", "contents", "figures", "marks", "moments")
OPTIONS = Options(parser=english())
RAWS = [raw(FERRY), raw(COPY, "coast.example"), raw(VOTE, "sandry.example", published=None)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tables") / "news.db"
    with Library.open(path, OPTIONS, clock=noon) as library:
        library.add(RAWS)
    return path


@pytest.fixture(scope="module")
def db(path: Path) -> Iterator[sqlite3.Connection]:
    """As any other program opens it."""
    db = sqlite3.connect(path)
    yield db
    db.close()


def test_findings_come_back_as_they_went_in(path: Path) -> None:
    with Library.open(path, OPTIONS) as library:
        for one in RAWS:
            article = clean_one(one, OPTIONS)[0]
            assert article
            assert library.findings(article.id) == findings_in((article,), OPTIONS)[0]


@pytest.mark.parametrize("table", PLACES)
def test_the_words_of_every_row_stand_at_its_place(db: sqlite3.Connection, table: str) -> None:
    sql = f"SELECT x.words, substr(a.text, x.start_char + 1, x.end_char - x.start_char) FROM {table} x JOIN articles a ON a.id = x.article"  # noqa: S608 - names of our own
    rows = db.execute(sql).fetchall()
    assert rows
    assert all(words == there for words, there in rows)


def test_every_reference_leads_somewhere(db: sqlite3.Connection) -> None:
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_views_say_who_says_what(db: sqlite3.Connection) -> None:
    said = db.execute(
        "SELECT outlet, source, content FROM statements_said WHERE kind = 'quotation' ORDER BY outlet"
    ).fetchall()
    assert ("velmpost.example", "Ilse Brandt", "We heard a grinding noise and then the lights went out,") in said
    figures = db.execute(
        "SELECT outlet, words, measure, low FROM figures_said WHERE measure = 'killed' AND main"
    ).fetchall()
    assert {(outlet, words.lower(), low) for outlet, words, _, low in figures} >= {
        ("velmpost.example", "at least 12", 12.0)
    }
    assert db.execute("SELECT kind, words, over FROM marks_laid").fetchall()
    assert db.execute("SELECT count(*) FROM story_articles").fetchone() == (3,)


def test_the_queries_of_the_documentation_run(db: sqlite3.Connection) -> None:
    page = (Path(__file__).parents[2] / "docs" / "library.md").read_text("utf-8")
    queries = page.split("```sql\n")[1].split("```")[0].split(";\n")
    assert len([db.execute(query).fetchall() for query in queries if query.strip()]) == 6
    views = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert all(f"`{view}`" in page for view in views)


def test_the_raw_input_is_kept_with_its_hash_and_when_it_came(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT sha256, text, seen FROM inputs").fetchall()
    assert {(one.sha256, one.text, NOON) for one in RAWS} == set(rows)


def test_what_could_not_be_found_is_kept(db: sqlite3.Connection) -> None:
    assert db.execute("SELECT code FROM gaps WHERE article IS NOT NULL").fetchall() == [("G203",)]


def test_lone_surrogates_do_not_stop_an_article(tmp_path: Path) -> None:
    odd = Raw(
        name="odd\udcff.txt", kind="record", text="The ferry \ud800 ran aground off Velm, police said.", sha256="0" * 64
    )
    said = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry \\ud800 aground off Velm"}</script>'
    body = f"<p>{FERRY[1]}</p><p>{COPY[1]}</p>"
    page = Raw(
        name="page.html", kind="html", text=f"<html><head>{said}</head><body>{body}</body></html>", sha256="1" * 64
    )
    with Library.open(tmp_path / "odd.db", OPTIONS) as library:
        assert library.add([odd, page]).new == 2
        assert library.add([odd, page]).same == 2
        for card in library.stories():
            assert library.story(card.id) == library.story(card.id)
