"""Pages that a browser's extension sends: by a key, and nothing else by it."""

import json
import time
from pathlib import Path

import pytest

from present.sample import sample
from web.served import FERRY, HOME, served

KEY = "0123456789abcdef"
PAGE = "<!doctype html><html><head><title>Ferry aground off Velm</title></head><body><article>{}</article></body></html>".format(
    "".join(f"<p>{part}</p>" for part in FERRY.split("\n\n"))
)
FROM_EXTENSION = {"origin": "moz-extension://1", "sec-fetch-site": "cross-site", "authorization": f"Bearer {KEY}"}


def body(**fields: str) -> bytes:
    return json.dumps({"url": "https://bay.example/ferry", "html": PAGE, **fields}).encode()


def test_a_page_becomes_an_article_under_its_address(tmp_path: Path) -> None:
    with served(tmp_path, key=KEY) as browser:
        answer = browser.client.post("/send", content=body(), headers=FROM_EXTENSION)
        assert answer.status_code == 202
        job = answer.json()["job"]
        until = time.monotonic() + 60
        while not browser.get(f"{job}/state").json().get("over") and time.monotonic() < until:
            time.sleep(0.1)
        (story,) = browser.ids()
        whole = browser.get(f"/stories/{story}/download/json").json()
        assert [(one["url"], one["path"]) for one in whole["articles"]] == [("https://bay.example/ferry", None)]


@pytest.mark.parametrize("key", ["", "Bearer", "Bearer wrong", f"Bearer {KEY}x", KEY[:-1]])
def test_without_the_key_nothing_is_taken(tmp_path: Path, key: str) -> None:
    with served(tmp_path, key=KEY) as browser:
        answer = browser.client.post("/send", content=body(), headers={**FROM_EXTENSION, "authorization": key})
        assert answer.status_code == 403
        assert browser.ids() == []


def test_where_no_key_was_given_nobody_can_send(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        assert (
            browser.client.post(
                "/send", content=body(), headers={**FROM_EXTENSION, "authorization": "Bearer "}
            ).status_code
            == 403
        )


def test_the_key_opens_nothing_else_and_gives_no_session(tmp_path: Path) -> None:
    with served(tmp_path, sample(), key=KEY, token="t" * 20) as browser:
        sent = browser.client.post("/send", content=b"{}", headers=FROM_EXTENSION)
        assert "set-cookie" not in sent.headers
        assert browser.client.get("/", headers=FROM_EXTENSION).status_code == 403
        assert browser.client.post("/new", headers=FROM_EXTENSION).status_code == 403


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"[]",
        b"{",
        b'{"url": 3, "html": "x"}',
        body(url="file:///etc/passwd"),
        body(html=" "),
        body(more="x"),
        b"[" * 100_000,
    ],
)
def test_what_is_no_page_is_refused(tmp_path: Path, sent: bytes) -> None:
    with served(tmp_path, key=KEY) as browser:
        assert browser.client.post("/send", content=sent, headers=FROM_EXTENSION).status_code == 400


def test_a_story_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with served(tmp_path, key=KEY) as browser:
        assert browser.client.post("/send", content=body(story="y0"), headers=FROM_EXTENSION).status_code == 404


def test_the_bookmarklet_fills_in_the_form_and_sends_nothing(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        assert (
            ">https://bay.example/a?b=1&amp;c=2</textarea>"
            in browser.get("/new?address=https%3A%2F%2Fbay.example%2Fa%3Fb%3D1%26c%3D2").text
        )
        assert "javascript:" not in browser.get("/new?address=javascript%3Aalert(1)").text
        assert browser.ids() == []
    assert HOME.startswith("http://127.0.0.1")
