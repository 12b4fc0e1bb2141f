from io import BytesIO
from pathlib import Path

import pytest

from twosource.model import Gap, Raw
from twosource.read import read
from twosource.settings import Settings


def _codes(items: list[Raw | Gap]) -> list[str]:
    return [item.code if isinstance(item, Gap) else "article" for item in items]


def _texts(items: list[Raw | Gap]) -> list[str]:
    return [item.text for item in items if isinstance(item, Raw)]


def test_a_folder_is_read_with_its_folders_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text("Second report.")
    (tmp_path / "a.txt").write_text("First report.")
    (tmp_path / ".hidden").write_text("Not an article.")
    assert _texts(list(read([str(tmp_path)]))) == ["First report.", "Second report."]


def test_a_loop_of_links_is_gone_through_once(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The only report.")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert _codes(list(read([str(tmp_path)]))) == ["article"]


def test_a_pattern_is_expanded_and_one_that_matches_nothing_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Report of the day.")
    assert _codes(list(read([str(tmp_path / "*.txt"), str(tmp_path / "*.html")]))) == ["article", "G101"]


def test_what_is_missing_empty_binary_or_no_file_is_a_gap_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "noise.txt").write_bytes(bytes(range(1, 32)) * 20)
    (tmp_path / "good.txt").write_text("The ferry sank.")
    names = ["empty.txt", "picture.txt", "noise.txt", "missing.txt", "good.txt"]
    items = list(read([*(str(tmp_path / name) for name in names), "/dev/null"]))
    assert _codes(items) == ["G102", "G103", "G103", "G101", "article", "G101"]


def test_the_same_bytes_twice_are_one_article_and_a_gap_that_names_the_first(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("The same report.")
    items = list(read([str(tmp_path)]))
    assert _codes(items) == ["article", "G107"]
    assert isinstance(items[1], Gap)
    assert "one.txt" in items[1].detail


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("x" * 101)
    assert _codes(list(read([str(tmp_path / "long.txt")], settings=Settings(input_bytes=100)))) == ["G104"]


def test_standard_input_is_read_and_takes_the_outlet_given() -> None:
    (item,) = read(["-"], stdin=BytesIO(b"The dam held."), outlet="The Lantern")
    assert isinstance(item, Raw)
    assert (item.name, item.text, item.outlet, item.path) == ("-", "The dam held.", "The Lantern", None)


def test_a_page_is_told_from_text_by_its_markup_and_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<!doctype html><html><body><p>One.</p></body></html>")
    (tmp_path / "b.html").write_text("No markup at all.")
    (tmp_path / "c.txt").write_text("2 < 3 and 5 > 4, the teacher wrote.")
    kinds = [item.kind for item in read([str(tmp_path)]) if isinstance(item, Raw)]
    assert kinds == ["html", "html", "text"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.url", "[InternetShortcut]\r\nIDList=\r\nURL=http://127.0.0.1:1/ferry\r\n"),
        (
            "a.webloc",
            '<?xml version="1.0"?>\n<plist><dict><key>URL</key>\n<string>http://127.0.0.1:1/ferry</string></dict></plist>',
        ),
    ],
)
def test_a_shortcut_to_an_address_is_that_address_and_no_article(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    (gap,) = read([str(tmp_path / name)])
    assert isinstance(gap, Gap)
    assert (gap.code, gap.where) == ("G105", "http://127.0.0.1:1/ferry")


def test_a_text_that_speaks_of_such_a_file_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The file began with [InternetShortcut] and URL=https://tern.example/1, he said.")
    assert _codes(list(read([str(tmp_path / "a.txt")]))) == ["article"]
