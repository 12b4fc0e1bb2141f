import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from typer.testing import CliRunner

from kept import blank
from read.feed_server import Page, Site, news_site, rss
from twosource.cli import app
from twosource.cli.watch import Stop, follow
from twosource.library import Library, library
from twosource.parse import english as parsing
from twosource.pipeline import Options
from twosource.settings import Settings

RUN = CliRunner()

REPORTS = (
    (
        "Ferry runs aground off Velm",
        "A ferry ran aground off Velm on Monday and two people died, harbour police said. Boats took 80 others off its deck.",
    ),
    (
        "Two die as Velm ferry hits rocks",
        "Two people died when the Velm ferry hit rocks in fog on Monday, police in Velm said. Boats took the others off its deck.",
    ),
    (
        "Orchard prize for Ada Lund",
        "The gardener Ada Lund won the orchard prize of the county of Hale for her late pears. She began with three trees behind a barn.",
    ),
)


def _page(title: str, words: str) -> bytes:
    return (
        f"<!doctype html><html><head><meta property='article:published_time' content='2031-05-14T10:00:00Z'></head>"
        f"<body><article><h1>{title}</h1><p>{words}</p></article></body></html>"
    ).encode()


def _item(number: int, title: str) -> str:
    return f"<title>{title}</title><link>{{site}}/{number}</link><guid>{{site}}/{number}</guid>"


@pytest.fixture
def site() -> Iterator[Site]:
    with news_site() as running:
        for i, (title, words) in enumerate(REPORTS):
            running.pages[f"/{i}"] = Page(_page(title, words))
        running.pages["/rss"] = Page(rss(*(_item(i, title) for i, (title, _) in enumerate(REPORTS))), etag='"1"')
        yield running


@pytest.fixture(autouse=True)
def _no_waiting_and_no_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stop, "sleep", lambda *_: None)
    monkeypatch.setattr(library, "EnglishParser", lambda _: blank)


def _watch(site: Site, folder: Path, *more: str) -> tuple[int, str]:
    call = ["watch", f"{site.address}/rss", "--library", str(folder / "news.db"), "--allow-private", "--once", *more]
    result = RUN.invoke(app, call)
    return result.exit_code, result.output


def test_what_comes_is_kept_and_told_and_a_second_round_adds_nothing(site: Site, tmp_path: Path) -> None:
    code, output = _watch(site, tmp_path)
    assert code == 0, output
    assert "3 new articles" in output
    assert "Orchard prize for Ada Lund" in output
    code, output = _watch(site, tmp_path)
    assert code == 0
    assert "0 new articles" in output
    assert site.asked[-1][2] == 304
    assert len(site.asked) == 6


def test_a_changed_article_is_another_version_of_it(site: Site, tmp_path: Path) -> None:
    _watch(site, tmp_path)
    title, words = REPORTS[0]
    site.pages["/0"] = Page(_page(title, words.replace("two people", "three people")))
    site.pages["/rss"] = Page(rss(_item(0, f"{title} (updated)")), etag='"2"')
    _, output = _watch(site, tmp_path)
    assert "1 new article (it is another version" in output
    with Library.open(tmp_path / "news.db", create=False) as library:
        articles = [article for card in library.stories() for article in library.story(card.id).articles]
        (changed,) = [article.id for article in articles if article.url == f"{site.address}/0"]
        assert len(library.versions(changed)) == 2


def test_where_no_feed_can_be_read_the_reason_is_told_and_the_exit_code_is_one(site: Site, tmp_path: Path) -> None:
    site.pages["/rss"] = Page(status=500)
    code, output = _watch(site, tmp_path)
    assert code == 1
    assert "answered 500" in output
    assert "1 of them failed" in output


def test_a_call_without_a_library_is_wrong() -> None:
    assert RUN.invoke(app, ["watch", "https://tern.example/rss"]).exit_code == 2


def test_being_asked_to_end_finishes_the_article_in_hand_and_the_next_run_goes_on(site: Site, tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    site.pages["/1"].before = lambda: os.kill(os.getpid(), signal.SIGINT)
    code, output = _watch(site, tmp_path)
    assert code == 0, output
    assert "ends once the article in hand" in output
    assert "/2" not in site.paths()
    assert signal.getsignal(signal.SIGINT) is before
    site.pages["/1"].before = None
    code, output = _watch(site, tmp_path)
    assert code == 0
    with Library.open(tmp_path / "news.db", create=False) as library:
        assert sum(card.articles for card in library.stories()) == 3


def test_a_process_that_is_killed_loses_nothing_and_repeats_nothing(site: Site, tmp_path: Path) -> None:
    program = (
        "from kept import blank; from twosource.cli import main, watch; from twosource.library import library;"
        " watch.Stop.sleep = lambda *_: None; library.EnglishParser = lambda _: blank; main()"
    )
    call = ["watch", f"{site.address}/rss", "--library", str(tmp_path / "news.db"), "--allow-private", "--once"]
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program, *call], cwd=Path(__file__).parent
    )
    deadline = time.monotonic() + 120
    while "/2" not in site.paths() and time.monotonic() < deadline:
        time.sleep(0.05)
    process.kill()
    process.wait()
    code, output = _watch(site, tmp_path)
    assert code == 0, output
    with Library.open(tmp_path / "news.db", create=False) as library:
        assert sum(card.articles for card in library.stories()) == 3
        assert [state.failures for state in library.feeds()] == [0]


def test_while_a_server_is_waited_for_others_add_to_the_library(site: Site, tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(
        "Quay of Hale closed\n\nThe quay of Hale was closed on Friday, its keeper said."
    )
    said: list[object] = []

    def add() -> None:
        with Library.open(tmp_path / "news.db", Options(parser=blank), create=False) as other:
            said.append(other.add_inputs([str(tmp_path / "paper.txt")]).new)

    site.pages["/1"].before = add
    code, output = _watch(site, tmp_path)
    assert (code, said) == (0, [1]), output
    assert "3 new articles" in output
    with Library.open(tmp_path / "news.db", create=False) as whole:
        assert sum(card.articles for card in whole.stories()) == 4


def test_every_round_reads_with_one_parser_that_is_loaded_once(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads, stop, rounds = Mock(wraps=parsing._load), Stop(), iter((1, 2, 3))

    def next_round() -> None:
        count = next(rounds, 0)
        stop.asked = not count
        site.pages["/rss"].body = rss(*(_item(i, title) for i, (title, _) in enumerate(REPORTS[:count])))

    site.pages["/rss"] = Page(before=next_round)
    monkeypatch.setattr(parsing, "_load", loads)
    monkeypatch.setattr(library, "EnglishParser", parsing.EnglishParser)
    options = Options(allow_private=True, settings=Settings(feed_pause=0.0))
    follow([f"{site.address}/rss"], tmp_path / "news.db", options, stop, every=0.001)
    assert [path for path in site.paths() if path in {"/0", "/1", "/2"}] == ["/0", "/1", "/2"]
    assert loads.call_count == 1
