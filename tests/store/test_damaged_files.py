"""Files that are no library, or a damaged one, or half of one: each a clear error or a word, and nothing is written into them."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from kept import COPY, FERRY, VOTE, cheap, noon, raw
from twosource.cli import app
from twosource.errors import TwosourceError
from twosource.library import Library, Query

READING: dict[str, Callable[[Library], object]] = {
    "list": lambda library: (library.stories(), library.outdated()),
    "story": lambda library: [library.story(card.id) for card in library.stories()],
    "search": lambda library: (library.search(Query(words="ferry")), library.search(Query(source="brandt"))),
    "history": lambda library: [library.history(card.id) for card in library.stories()],
    "versions": lambda library: library.versions(library.article_id(FERRY[0])),
    "gaps": lambda library: (library.gaps(), library.feeds(), library.edits()),
    "doctor": lambda library: library.examine(),
}
FOREIGN = {
    "empty": b"",
    "text": b"Notes about a ferry, and no database. " * 200,
    "one page of zeros": bytes(4096),
    "the first bytes of a database": b"SQLite format 3\x00" + bytes(200),
}


def filled(path: Path) -> Path:
    with Library.open(path, cheap(), clock=noon) as library:
        library.add([raw(FERRY, url="https://v.example/f"), raw(COPY, "coast.example"), raw(VOTE, "sandry.example")])
        library.add(
            [raw((FERRY[0], FERRY[1].replace("12", "14")), url="https://v.example/f", updated="2031-05-12T15:00")]
        )
        for card in library.stories():
            library.story(card.id)
    return path


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize(
    "command", [("list",), ("search", "ferry"), ("story", "y1"), ("history", "y1"), ("doctor",), ("backup", "copy.db")]
)
def test_reading_what_is_no_library_is_an_error_and_writes_nothing(
    tmp_path: Path, content: bytes, command: tuple[str, ...]
) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    name, *words = command
    done = CliRunner().invoke(app, ["library", name, str(path), *words])
    assert done.exit_code == 1
    assert f"library {path}: " in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["notes.db"]


def test_reading_a_library_changes_no_byte_of_it_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = filled(tmp_path / "news.db")
    before = path.read_bytes()
    for name, read in READING.items():
        with Library.open(path, cheap(), create=False) as library:
            read(library)
        assert path.read_bytes() == before, name
        assert [one.name for one in tmp_path.iterdir()] == ["news.db"], name


def test_a_copy_without_what_was_written_last_says_so_and_the_whole_one_does_not(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", cheap(), clock=noon) as library:
        library.add([raw(FERRY), raw(COPY, "coast.example")])
        (tmp_path / "whole").mkdir()
        (tmp_path / "half").mkdir()
        for name in ("news.db", "news.db-wal"):
            shutil.copy(tmp_path / name, tmp_path / "whole" / name)
        shutil.copy(tmp_path / "news.db", tmp_path / "half" / "news.db")
    assert "may be missing" not in told("list", tmp_path / "whole" / "news.db")
    assert "may be missing" not in told("list", tmp_path / "news.db")
    for command in ("list", "doctor"):
        assert "may be missing" in told(command, tmp_path / "half" / "news.db")
    assert "D101 loss" in told("doctor", tmp_path / "half" / "news.db", code=1)
    with Library.open(tmp_path / "half" / "news.db", cheap(), clock=noon) as library:
        library.add([raw(FERRY), raw(COPY, "coast.example")])
    assert "may be missing" not in told("list", tmp_path / "half" / "news.db")


def told(command: str, path: Path, *words: str, code: int | None = None) -> str:
    done = CliRunner().invoke(app, ["library", command, str(path), *words])
    assert code is None or done.exit_code == code, done.output
    return done.output + done.stderr


def test_a_copy_of_a_library_that_was_just_begun_is_no_library_and_stays_what_it_is(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", cheap()):
        (tmp_path / "copy.db").write_bytes(b"")
    assert "copy.db-wal belongs to it" in told("list", tmp_path / "copy.db", code=1)


def test_an_empty_list_says_that_it_is_empty(tmp_path: Path) -> None:
    Library.open(tmp_path / "news.db").close()
    assert "holds no story" in told("list", tmp_path / "news.db", code=0)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_damaged_library_is_read_or_refused_in_plain_words(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path = filled(folder / "news.db")
    chance = random.Random(seed)  # noqa: S311 - damage
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 5, 50))):
        at = chance.randrange(len(data))
        data[at : at + 40] = chance.randbytes(min(chance.choice((1, 40)), len(data) - at))
    path.write_bytes(data[: chance.choice((len(data), chance.randrange(len(data))))])
    for read in READING.values():
        try:
            with Library.open(path, cheap(), create=False) as library:
                read(library)
        except TwosourceError as error:
            assert str(path) in str(error) or "article" in str(error)  # noqa: PT017 - either way is right


def test_a_sound_library_has_nothing_to_tell(tmp_path: Path) -> None:
    assert "nothing is damaged or missing" in told("doctor", filled(tmp_path / "news.db"), code=0)


@pytest.mark.parametrize(
    ("code", "damage"),
    [
        ("D202", "DELETE FROM articles WHERE seq = 1"),
        ("D203", "DROP INDEX members_day"),
        ("D204", "UPDATE articles SET text = replace(text, 'ferry', 'barge') WHERE seq = 1"),
        ("D205", "UPDATE articles SET text = replace(text, 'Monday', 'Sunday') WHERE seq = 1"),
        ("D206", "UPDATE findings SET json = replace(json, '\"', '') WHERE rowid = 2"),
        ("D207", "UPDATE members SET traits = '' WHERE rowid = 2"),
        ("D208", "UPDATE articles SET replaced_by = id WHERE seq = 2"),
        ("D301", "UPDATE laid SET json = '{}'"),
        ("D302", "UPDATE stories SET title = NULL"),
        ("D303", "INSERT INTO about VALUES ('archive /none/rows.jsonl.gz', 'w1 7')"),
        ("D304", "UPDATE articles SET first_day = '2099-01-01' WHERE seq = 3"),
    ],
)
def test_each_look_of_the_doctor_finds_what_it_is_for(tmp_path: Path, code: str, damage: str) -> None:
    path = filled(tmp_path / "news.db")
    with sqlite3.connect(path) as db:
        db.execute(damage)
    db.close()
    assert f"{code} " in told("doctor", path)


@pytest.mark.parametrize(
    "damage",
    [
        "INSERT INTO article_words (article_words, rowid, text) VALUES ('delete', 1, 'ferry')",
        "UPDATE laid SET json = '{}'",
        "INSERT INTO about VALUES ('archive /none/rows.jsonl.gz', 'w1 7')",
    ],
)
def test_what_can_be_made_anew_is_made_anew(tmp_path: Path, damage: str) -> None:
    path = filled(tmp_path / "news.db")
    with sqlite3.connect(path) as db:
        db.execute(damage)
    db.close()
    assert "D" in told("doctor", path).split("\n")[0]
    told("doctor", path, "--mend", code=0)
    with Library.open(path, cheap()) as library:
        assert library.examine() == ()


def test_a_backup_is_the_whole_library_while_another_writes_and_nothing_is_written_over(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", cheap(), clock=noon) as library:
        library.add([raw(FERRY), raw(COPY, "coast.example")])
        told("backup", tmp_path / "news.db", str(tmp_path / "copy.db"), code=0)
        cards = library.stories()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.db", "news.db"]
    with Library.open(tmp_path / "copy.db", cheap(), create=False) as copy:
        assert copy.stories() == cards
        assert copy.examine() == ()
    before = (tmp_path / "copy.db").read_bytes()
    assert "there is a file of that name" in told("backup", tmp_path / "news.db", str(tmp_path / "copy.db"), code=1)
    nowhere = tmp_path / "none" / "copy.db"
    assert f"{nowhere}: it cannot be opened or made" in told("backup", tmp_path / "news.db", str(nowhere), code=1)
    assert (tmp_path / "copy.db").read_bytes() == before


def test_a_damaged_library_is_not_backed_up_as_if_it_were_sound(tmp_path: Path) -> None:
    path = filled(tmp_path / "news.db")
    data = bytearray(path.read_bytes())
    data[8 * 4096 : 20 * 4096] = bytes(12 * 4096)
    path.write_bytes(data)
    told("backup", path, str(tmp_path / "copy.db"), code=1)
    assert not (tmp_path / "copy.db").exists()
