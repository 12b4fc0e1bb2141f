"""What holds the web app up: many addresses, slow servers, slow clients, a server that is killed."""

import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from invented import english
from twosource.model import Gap
from twosource.pipeline import Options
from twosource.read import urls
from twosource.read.urls import Allowance
from twosource.settings import DEFAULTS, Settings
from twosource.web import application
from twosource.web.folder import Folder
from twosource.web.forms import Upload
from twosource.web.jobs import Jobs, Outcome
from twosource.web.reading import Given, raws
from twosource.web.serving import config_of
from web.served import FERRY, served

MANY = "\n".join(f"http://127.0.0.1:9/{n}" for n in range(5000)).encode()


def test_addresses_in_an_uploaded_file_count_like_those_that_are_typed(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        data = {"csrf": browser.csrf(), "addresses": "", "text": ""}
        answer = browser.client.post("/new", data=data, files=[("files", ("tabs.txt", MANY))], follow_redirects=False)
        assert answer.status_code == 400
        assert "5000 addresses at once are too many" in answer.text
        assert browser.post("/new", text=MANY.decode()).status_code == 400
        assert "Work in progress" not in browser.get("/").text


def test_no_piece_of_work_sends_more_requests_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def carry(address: str, *_: object, **__: object) -> Gap:
        asked.append(address)
        return Gap(code="G105", where=address, detail="no answer")

    monkeypatch.setattr(urls, "ask", carry)
    feeds = "".join(f'<outline xmlUrl="http://h{n}.example/rss"/>' for n in range(900))
    opml = Upload(name="feeds.opml", data=f'<opml version="2.0"><body>{feeds}</body></opml>'.encode())
    given = Given(addresses=("http://a.example/",), uploads=(opml,))
    options = Options(parser=english(), settings=Settings(web_requests=7, feed_pause=0.0))
    found = raws(given, options)
    assert len(asked) == 7
    assert sum("no more than 7 requests" in one.detail for one in found if isinstance(one, Gap)) > 100


def test_an_allowance_is_shared_by_all_who_ask() -> None:
    allowance = Allowance(3, lambda address, _headers, _settings: Gap(code="G105", where=address, detail="asked"))
    said = [allowance(f"http://a.example/{n}", {}, DEFAULTS) for n in range(5)]
    assert [isinstance(one, Gap) and one.detail == "asked" for one in said] == [True, True, True, False, False]


def test_work_that_waits_for_a_server_does_not_hold_up_the_rest_and_only_one_writes_at_a_time() -> None:
    jobs = Jobs(5, workers=2)
    slow, writing, most = threading.Event(), [0], [0]

    def wait(_: object) -> Outcome:
        slow.wait(20)
        return Outcome(places=())

    def write(_: object) -> Outcome:
        with jobs.alone:
            writing[0] += 1
            most[0] = max(most[0], writing[0])
            writing[0] -= 1
        return Outcome(places=())

    jobs.start()
    held = jobs.put("Slow", wait)
    done = threading.Event()
    for _ in range(3):
        jobs.put("Writing", write)

    def last(_: object) -> Outcome:
        done.set()
        return Outcome(places=())

    jobs.put("Last", last)
    assert done.wait(20)
    assert held.state == "running"
    slow.set()
    jobs.close()
    assert most == [1]


def test_work_that_a_killed_server_left_is_told_with_what_was_given(tmp_path: Path) -> None:
    ledger = tmp_path / "stories.jobs"
    killed = Jobs(5, ledger=ledger)  # no thread ever takes it up
    killed.put(
        "Reading 2 addresses", lambda _: Outcome(places=()), ("https://tern.example/a", "https://tern.example/b")
    )
    later = Jobs(5, ledger=ledger)
    (job,) = later.broken_off
    assert (job.title, job.over) == ("Reading 2 addresses", True)
    assert job.why[1:] == ("https://tern.example/a", "https://tern.example/b")
    later.seen(job)
    assert not ledger.exists()
    assert Jobs(5, ledger=ledger).broken_off == ()


@pytest.mark.parametrize("content", ["", "[1]", "[[", '[{"id": 1}]', "null", "[" * 100_000])
def test_a_damaged_ledger_costs_nothing_but_what_it_remembers(tmp_path: Path, content: str) -> None:
    (tmp_path / "jobs").write_text(content, encoding="utf-8")
    assert Jobs(5, ledger=tmp_path / "jobs").broken_off == ()


def test_the_list_shows_what_was_broken_off_until_somebody_has_looked(tmp_path: Path) -> None:
    ledger = tmp_path / "jobs"
    ledger.write_text(
        json.dumps([{"id": "j7", "title": "Reading 1 address", "given": ["https://tern.example/a"]}]), "utf-8"
    )
    (tmp_path / "stories").mkdir()
    with serving(tmp_path / "stories", DEFAULTS, ledger) as address:
        assert "broken off" in httpx.get(address).text
        assert "https://tern.example/a" in httpx.get(f"{address}jobs/j7").text
        assert "broken off" not in httpx.get(address).text
    assert not ledger.exists()


@contextmanager
def serving(folder: Path, settings: Settings, ledger: Path | None = None) -> Iterator[str]:
    """The address of a server in a thread."""
    options = Options(parser=english(), settings=settings)
    server = uvicorn.Server(config_of(application(Folder(folder, options), options, ledger=ledger), settings))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            server.should_exit = True
            thread.join(20)


def connected(address: str) -> socket.socket:
    found = httpx.URL(address)
    return socket.create_connection((found.host, found.port or 80), timeout=20)


def test_clients_that_never_end_their_headers_are_let_go_and_others_are_answered(tmp_path: Path) -> None:
    with serving(tmp_path, Settings(web_seconds=0.5)) as address, ExitStack() as stack:
        slow = [stack.enter_context(connected(address)) for _ in range(60)]
        for one in slow:
            one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-More: ")
        assert httpx.get(address).status_code == 200
        assert {one.recv(100) for one in slow} == {b""}


def test_a_client_that_never_ends_its_body_is_told_that_it_took_too_long(tmp_path: Path) -> None:
    with serving(tmp_path, Settings(web_seconds=0.5)) as address, connected(address) as slow:
        head = httpx.get(f"{address}new")
        cookie = head.headers["set-cookie"].split(";")[0]
        lines = ("POST /new HTTP/1.1", "Host: 127.0.0.1", f"Cookie: {cookie}", "Content-Length: 900",
                 "Content-Type: application/x-www-form-urlencoded", "", "text=")  # fmt: skip
        slow.sendall("\r\n".join(lines).encode())
        assert re.match(rb"HTTP/1\.1 (408|400) ", slow.recv(100))


def test_more_connections_than_there_may_be_are_told_to_come_later(tmp_path: Path) -> None:
    with serving(tmp_path, Settings(web_connections=5)) as address, ExitStack() as stack:
        for _ in range(5):
            stack.enter_context(connected(address)).sendall(b"GET / HTTP/1.1\r\n")
        assert httpx.get(address).status_code == 503


def test_a_page_of_work_says_what_was_read(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        assert "Ferry" in browser.finish(browser.post("/new", text=FERRY)).text
