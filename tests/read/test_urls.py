from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from twosource.model import Gap
from twosource.read import read
from twosource.read.found import Found
from twosource.read.urls import fetch
from twosource.settings import DEFAULTS, Settings

PUBLIC = "http://93.184.215.14/news"


def _fetch(
    address: str, answer: Callable[[httpx.Request], httpx.Response], settings: Settings = DEFAULTS
) -> Found | Gap:
    return fetch(address, settings, transport=httpx.MockTransport(answer))


def _never(_request: httpx.Request) -> httpx.Response:
    pytest.fail("a request was sent")


def test_a_page_is_fetched_with_what_the_server_says_of_it() -> None:
    found = _fetch(
        PUBLIC,
        lambda _: httpx.Response(200, headers={"content-type": "text/html; charset=koi8-r"}, content=b"<p>x</p>"),
    )
    assert isinstance(found, Found)
    assert (found.data, found.type, found.charset, found.url) == (b"<p>x</p>", "text/html", "koi8-r", PUBLIC)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://10.0.0.8/x", "http://[::1]/", "http://169.254.169.254/latest", "http://192.168.1.1:8080/",
     "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://localhost/", "https://[fe80::1]/"],
)  # fmt: skip
def test_private_addresses_are_never_asked(address: str) -> None:
    gap = _fetch(address, _never)
    assert isinstance(gap, Gap)
    assert gap.code == "G105"


def test_private_addresses_are_asked_where_that_is_allowed() -> None:
    answer = httpx.MockTransport(lambda _: httpx.Response(200, content=b"text"))
    assert isinstance(fetch("http://127.0.0.1/", DEFAULTS, allow_private=True, transport=answer), Found)


def test_a_redirect_to_a_private_address_is_not_followed() -> None:
    gap = _fetch(PUBLIC, lambda _: httpx.Response(302, headers={"location": "http://127.0.0.1/secret"}))
    assert isinstance(gap, Gap)
    assert "private" in gap.detail


def test_a_redirect_to_another_scheme_is_not_followed() -> None:
    gap = _fetch(PUBLIC, lambda _: httpx.Response(302, headers={"location": "file:///etc/passwd"}))
    assert isinstance(gap, Gap)
    assert gap.code == "G105"


def test_redirects_end() -> None:
    gap = _fetch(PUBLIC, lambda _: httpx.Response(301, headers={"location": "/news"}))
    assert isinstance(gap, Gap)
    assert "redirects" in gap.detail


def test_reading_stops_at_the_size_limit() -> None:
    gap = _fetch(PUBLIC, lambda _: httpx.Response(200, content=b"x" * 5000), Settings(input_bytes=1000))
    assert isinstance(gap, Gap)
    assert gap.code == "G104"


def test_an_error_of_the_server_and_of_the_network_are_gaps() -> None:
    def broken(request: httpx.Request) -> httpx.Response:
        message = "no route"
        raise httpx.ConnectError(message, request=request)

    for answer in (lambda _: httpx.Response(404), broken):
        gap = _fetch(PUBLIC, answer)
        assert isinstance(gap, Gap)
        assert gap.code == "G105"


def test_a_request_goes_to_the_number_that_was_checked_and_keeps_the_host_s_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, content=b"ok")

    monkeypatch.setattr("socket.getaddrinfo", lambda *_args, **_named: [(2, 1, 6, "", ("93.184.215.14", 443))])
    assert isinstance(_fetch("https://herald.example/a", answer), Found)
    (request,) = asked
    assert (request.url.host, request.headers["host"]) == ("93.184.215.14", "herald.example")
    assert request.extensions["sni_hostname"] == "herald.example"


def test_a_name_with_one_private_number_among_its_numbers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.1.1.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_args, **_named: numbers)
    assert isinstance(_fetch("http://herald.example/", _never), Gap)


def test_a_file_of_addresses_is_read_address_by_address(tmp_path: Path) -> None:
    path = tmp_path / "tabs.txt"
    path.write_text("# my tabs\nhttp://127.0.0.1/a\n\nhttp://[::1]/b\n")
    items = list(read([str(path)]))
    assert [(item.where, item.code) for item in items if isinstance(item, Gap)] == [
        ("http://127.0.0.1/a", "G105"), ("http://[::1]/b", "G105"),
    ]  # fmt: skip
