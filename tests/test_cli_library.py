import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kept import COPY, FERRY, VOTE
from twosource.cli import app
from twosource.model import Story
from twosource.store.lock import adding

RUN = CliRunner()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    rows = [("velmpost.example", FERRY), ("coast.example", COPY), ("sandry.example", VOTE)]
    lines = [
        json.dumps({"title": title, "text": text, "url": f"https://{host}/1", "published": "2031-05-12T10:00"})
        for host, (title, text) in rows
    ]
    (folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    path = folder / "news.db"
    result = RUN.invoke(app, ["library", "add", str(path), str(folder / "articles.jsonl"), str(folder / "lost.html")])
    assert result.exit_code == 0, result.output
    assert "3 new articles" in result.output
    assert "G101" in result.output
    again = RUN.invoke(app, ["library", "add", str(path), str(folder / "articles.jsonl")])
    assert "0 new articles; 3 were there before; 0 gaps; 0 stories changed" in again.output
    return path


def run(*words: object) -> str:
    result = RUN.invoke(app, ["library", *map(str, words)])
    assert result.exit_code == 0, result.output
    return result.output


def story_of(library: Path, word: str) -> str:
    line = next(line for line in run("list", library).splitlines() if word in line)
    return line.split()[0]


def test_stories_are_listed_with_their_outlets_before_their_number(library: Path) -> None:
    output = run("list", library)
    assert "coast.example, velmpost.example: 2 articles, 2031-05-12 10:00" in output
    assert "sandry.example: 1 article," in output
    assert "sandry" not in run("list", library, "--least", 2)


def test_what_an_earlier_version_found_is_said_and_found_anew(library: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(library, tmp_path / "old.db"))
    db = sqlite3.connect(path)
    db.execute("UPDATE articles SET read_by = '0.0.1' WHERE outlet = 'sandry.example'")
    db.commit()
    db.close()
    assert "1 article of these stories" in run("list", path)
    assert "of another version of twosource" in run("story", path, story_of(path, "airfield"))
    assert "read 1 article anew" in run("refresh", path)
    assert "of another version" not in run("list", path)


def test_search_shows_the_words_in_brackets_with_their_place_and_story(library: Path) -> None:
    output = run("search", library, "grinding noise")
    assert "We heard a [grinding noise] and then" in output
    assert f"story {story_of(library, 'erry')}" in output
    assert "1 found" in output


def test_search_by_figure_source_and_mark(library: Path) -> None:
    assert "At least 12" in run("search", library, "--figure", "killed >= 12").replace("[", "").replace("at", "At")
    assert "0 found" in run("search", library, "--figure", "killed > 12")
    assert "Tova Lund:" in run("search", library, "--source", "lund")
    assert "over: " in run("search", library, "--mark", "unverified")


def test_a_story_is_shown_and_written(library: Path, tmp_path: Path) -> None:
    name = story_of(library, "erry")
    assert "grinding noise" in run("story", library, name)
    run("story", library, name[:8], "-o", tmp_path / "story.json")
    assert len(Story.from_json((tmp_path / "story.json").read_text("utf-8")).articles) == 2
    run("story", library, name, "-o", tmp_path / "story.html")
    assert "<html" in (tmp_path / "story.html").read_text("utf-8")


def test_an_export_is_a_file_a_story_or_one_file_and_the_same_each_time(library: Path, tmp_path: Path) -> None:
    assert "wrote 2 stories" in run("export", library, "-o", tmp_path / "out")
    first = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert set(first) == {f"{story_of(library, word)}.json" for word in ("erry", "airfield")}
    run("export", library, "-o", tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == first
    run("export", library, "-o", tmp_path / "all.jsonl", "--story", story_of(library, "erry"))
    records = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    assert len({record["story"] for record in records}) == 1
    run("export", library, "-o", tmp_path / "pages", "--format", "html")
    assert len(list((tmp_path / "pages").glob("*.html"))) == 2


def test_corrections_are_kept_listed_and_taken_back(library: Path) -> None:
    ferry, vote = story_of(library, "erry"), story_of(library, "airfield")
    output = run("correct", library, "move", COPY[0], vote, "--by", "Ada", "--why", "same day")
    assert "kept:" in output
    assert "(by Ada; same day)" in output
    assert "coast.example, sandry.example: 2 articles" in run("list", library)
    run("correct", library, "move", COPY[0], "new")
    assert "a story of its own" in run("correct", library, "list")
    assert "taken back" in run("correct", library, "undo")
    run("correct", library, "undo")
    assert "nothing to take back" in run("correct", library, "undo")
    assert story_of(library, "erry") == ferry
    assert "coast.example, velmpost.example: 2 articles" in run("list", library)
    for words, reach in (
        (["join", "Tova Lund", "the mayor"], "1 story"),
        (["split", "Tova Lud"], "no story so far"),
        (["formula", "could not be independently verified"], "1 story"),
    ):
        output = run("correct", library, *words)
        assert "kept:" in output
        assert f"it bears on {reach}" in output
        run("correct", library, "undo")


def test_a_story_is_renamed_put_aside_and_brought_back(library: Path) -> None:
    vote = story_of(library, "airfield")
    run("correct", library, "rename", vote[:6], "The runway")
    assert story_of(library, "The runway") == vote
    run("correct", library, "aside", vote, "--why", "no event of ours")
    assert vote not in run("list", library)
    run("correct", library, "back", vote)
    assert story_of(library, "The runway") == vote
    for _ in range(3):
        run("correct", library, "undo")
    assert story_of(library, "airfield") == vote
    assert "has no story" in refused("correct", library, "aside", "nowhere")


def test_how_a_story_came_about_is_told_with_reasons(library: Path) -> None:
    output = run("history", library, story_of(library, "erry"))
    assert f"started {story_of(library, 'erry')}: " in output
    assert "joined" in output


def test_the_versions_of_an_article_are_told_word_by_word(tmp_path: Path) -> None:
    path, page = tmp_path / "news.db", tmp_path / "page.json"
    row = {"title": FERRY[0], "text": FERRY[1], "url": "https://velmpost.example/1", "published": "2031-05-12T10:00"}
    for text in (FERRY[1], FERRY[1].replace("at least 12", "at least 14") + "\n\nThe captain was questioned."):
        page.write_text(json.dumps(row | {"text": text}), encoding="utf-8")
        assert RUN.invoke(app, ["library", "add", str(path), str(page)]).exit_code == 0
    output = run("versions", path, FERRY[0])
    assert "[12] → [14]" in output
    assert "[The captain was questioned.] came" in output


def test_wrong_words_are_a_wrong_call(library: Path) -> None:
    for words in (
        ["correct", library, "move", "one"],
        ["correct", library, "paint", "it"],
        ["search"],
        ["export", library],
    ):
        assert RUN.invoke(app, ["library", *map(str, words)]).exit_code == 2


def refused(*words: object) -> str:
    result = RUN.invoke(app, ["library", *map(str, words)])
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    return result.output


def test_what_cannot_be_done_is_a_message_and_exit_code_1(library: Path, tmp_path: Path) -> None:
    assert "no such file" in refused("list", tmp_path / "none.db")
    (tmp_path / "notes.db").write_text("no database " * 200, encoding="utf-8")
    assert "no database at all" in refused("list", tmp_path / "notes.db")
    assert "has no story" in refused("story", library, "y999")
    assert "killed > 100" in refused("search", library, "--figure", "killed > lots")
    assert "a day as in" in refused("search", library, "ferry", "--since", "monday")
    assert "cannot be opened" in refused("add", tmp_path / "gone" / "news.db", tmp_path)
    (tmp_path / "file").touch()
    assert "cannot make" in refused("export", library, "-o", tmp_path / "file" / "below")
    with adding(library):
        assert "another twosource is writing" in refused("add", library, library.parent / "articles.jsonl")
    later = tmp_path / "later.db"
    later.write_bytes(library.read_bytes())
    db = sqlite3.connect(later)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert "later twosource" in refused("list", later)
