"""Whatever an input holds, the terminal is never told to do anything."""

import ast
import re
from pathlib import Path

from typer.testing import CliRunner

import twosource.cli
from kept import FERRY, cheap, raw
from twosource.cli import app
from twosource.library import Library

ODD = "Ferry \x1b[2J\x1b]0;owned\x07 \x9b31m \u202eoff Velm"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
HOME = Path(twosource.cli.__file__).parent


def told(*words: str) -> str:
    done = CliRunner().invoke(app, words)
    return done.output + done.stderr


def test_a_title_and_an_address_that_hold_control_characters_are_shown_harmlessly(tmp_path: Path) -> None:
    head = f"<title>{ODD}</title><meta property='og:title' content='&#27;[31mFerry&#x9b;'>"
    body = f"<article><h1>&#27;[2J {ODD}</h1><p>{FERRY[1]}</p></article>"
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    output = told("compare", str(tmp_path / "a.html"), "http://127.0.0.1/\x1b[2J\u202e", f"{tmp_path}/none\x1b]0;x\x07")
    assert "Ferry" in output
    assert not OBEYED.findall(output)


def test_a_library_lists_searches_and_tells_what_it_holds_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    odd = raw(
        (ODD, FERRY[1].replace("Ilse Brandt", "Ilse \x1b[1mBrandt")),
        "velm\x9bpost.example",
        url="https://v.example/\u202ex",
    )
    with Library.open(path, cheap()) as library:
        library.add([odd])
        (card,) = library.stories()
        article = library.article_id(odd.title or "")
    lines = [
        ("list",),
        ("search", "ferry"),
        ("history", card.id),
        ("versions", article),
        ("story", card.id),
        ("list", "--since", "\x1b[2J"),
    ]
    for command, *words in lines:
        output = told("library", command, str(path), *words[:1], *words[1:])
        assert output
        assert not OBEYED.findall(output), command


def test_nothing_in_the_command_line_writes_but_by_that_door() -> None:
    """Two more write what is their own: the progress line, and a story that a presenter has made harmless already."""
    allowed = {"door.py": 1, "app.py": 1, "output.py": 3, "corpus.py": 2}
    for path in sorted(HOME.glob("*.py")):
        calls = [
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
        ]
        writing = [
            one
            for one in calls
            if one in {"print", "typer.echo", "typer.secho", "sys.stdout.write", "sys.stderr.write"}
        ]
        assert len(writing) <= allowed.get(path.name, 0), (path.name, writing)
