"""Servers that want to hold whoever asks, or to fill the memory: each ends as a gap."""

import gzip
import tracemalloc
import zlib
from dataclasses import replace
from ipaddress import ip_address

import brotli
import pytest

from read.raw_server import Answering, answering, at_once, dripping, page
from twosource.model import Gap
from twosource.read.codings import CodingError, TooLargeError, unpacked
from twosource.read.feeds import Follower
from twosource.read.found import Found
from twosource.read.hosts import is_public, numbers_of
from twosource.read.urls import fetch
from twosource.settings import DEFAULTS

QUICK = replace(DEFAULTS, fetch_seconds=0.6, input_bytes=1_000_000, feed_pause=0.0)
OK = b"HTTP/1.1 200 OK\r\n"
SLOW: dict[str, Answering] = {
    "a body of a byte at a time": dripping(OK + b"Content-Type: text/html\r\nContent-Length: 900\r\n\r\n", b"x", 0.05),
    "headers that never end": dripping(OK, b"X-More: yes\r\n", 0.05),
    "a header line that never ends": dripping(OK + b"X-More: ", b"yes", 0.05),
    "interim answers for ever": dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.05),
    "chunks of a byte": dripping(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", 0.05),
    "nothing at all": dripping(b"", b"", 0.05),
}


@pytest.mark.parametrize("answer", SLOW.values(), ids=SLOW)
def test_the_seconds_for_a_fetch_are_kept_however_a_server_spends_them(answer: Answering) -> None:
    with answering(answer) as address:
        gap = fetch(address, QUICK, allow_private=True)
    assert isinstance(gap, Gap)
    assert gap.code == "G105"
    assert gap.detail == "no whole answer within 0.6 seconds"


@pytest.mark.parametrize("flood", [b"HTTP/1.1 100 Continue\r\n\r\n" * 200_000, OK + b"X-More: yes\r\n" * 200_000])
def test_a_flood_before_the_body_is_not_read_to_its_end(flood: bytes) -> None:
    with answering(at_once(flood)) as address:
        gap = fetch(address, replace(QUICK, fetch_seconds=60.0), allow_private=True)
    assert isinstance(gap, Gap)
    assert gap.code == "G105"


def test_a_feed_round_goes_on_behind_a_feed_whose_server_is_slow() -> None:
    rss = b'<rss version="2.0"><channel><title>Tern</title></channel></rss>'
    with answering(SLOW["interim answers for ever"]) as slow, answering(at_once(page(rss))) as quick:
        heard = list(Follower(QUICK, allow_private=True).follow([slow, quick], []))
    assert {item.where for item in heard if isinstance(item, Gap)} == {slow, quick}


BOMBS = {
    "brotli": (brotli.compress(bytes(50_000_000)), "br", "G105"),
    "gzip": (gzip.compress(bytes(50_000_000)), "gzip", "G104"),
    "gzip twice": (gzip.compress(gzip.compress(bytes(50_000_000))), "gzip, gzip", "G105"),
    "deflate": (zlib.compress(bytes(50_000_000)), "deflate", "G104"),
}


@pytest.mark.parametrize(("body", "coding", "code"), BOMBS.values(), ids=BOMBS)
def test_a_small_body_that_unpacks_to_much_is_a_gap_and_fills_no_memory(body: bytes, coding: str, code: str) -> None:
    with answering(at_once(page(body, f"Content-Encoding: {coding}"))) as address:
        tracemalloc.start()
        gap = fetch(address, replace(QUICK, fetch_seconds=30.0), allow_private=True)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert isinstance(gap, Gap)
    assert gap.code == code
    assert peak < 8 * QUICK.input_bytes


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (b"The ferry.", ""),
        (gzip.compress(b"The ferry."), "gzip"),
        (gzip.compress(b"The ") + gzip.compress(b"ferry."), "X-GZIP"),
        (zlib.compress(b"The ferry."), "deflate"),
        (zlib.compress(b"The ferry.", wbits=-15), "deflate"),
    ],
    ids=["plain", "gzip", "two gzips", "deflate", "raw deflate"],
)
def test_a_body_is_unpacked_whatever_pieces_it_comes_in(body: bytes, coding: str) -> None:
    for size in (1, 3, 1000):
        pieces = [body[i : i + size] for i in range(0, len(body), size)]
        assert unpacked(pieces, coding, 1000) == b"The ferry."
    assert unpacked([], coding, 1000) == b""


def test_a_packed_body_that_is_cut_off_or_damaged_says_so() -> None:
    body = gzip.compress(b"The ferry ran aground. " * 50)
    for damaged in (body[:-9], b"<html>" + body, body[:20] + b"\x00\x00\x00" + body[23:]):
        with pytest.raises(CodingError, match="damaged"):
            unpacked([damaged], "gzip", 10_000)


def test_a_body_of_just_so_many_bytes_is_read_and_one_more_is_too_large() -> None:
    assert len(unpacked([bytes(900), bytes(100)], "", 1000)) == 1000
    with pytest.raises(TooLargeError):
        unpacked([bytes(900), bytes(101)], "", 1000)
    with pytest.raises(TooLargeError):
        unpacked([gzip.compress(bytes(1001))], "gzip", 1000)


@pytest.mark.parametrize(
    "number",
    ["64:ff9b::7f00:1", "::7f00:1", "fec0::1", "::ffff:10.0.0.1", "2002:7f00:1::", "2001:0:7f00:1::", "fe80::1", "fc00::1",
     "::", "::1", "ff02::1", "100::1", "2001:db8::1", "3fff::1", "64:ff9b:1::1", "5f00::1", "4000::1", "0.1.2.3",
     "100.64.0.1", "192.0.0.8", "192.88.99.1", "198.18.0.1", "240.0.0.1", "255.255.255.255", "224.0.0.1"],
)  # fmt: skip
def test_no_range_with_a_special_meaning_counts_as_public(number: str) -> None:
    assert not is_public(ip_address(number))


@pytest.mark.parametrize(
    "number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e", "::ffff:93.184.215.14"]
)
def test_numbers_of_sites_count_as_public(number: str) -> None:
    assert is_public(ip_address(number))


def test_a_name_that_is_not_resolved_in_time_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading  # noqa: PLC0415 - for this server only

    gate = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: gate.wait(10) and [])
    gap = fetch("http://tern.example/", QUICK)
    gate.set()
    assert isinstance(gap, Gap)
    assert "no whole answer" in gap.detail
    assert numbers_of("127.0.0.1", 80, 0.0) == [ip_address("127.0.0.1")]


def test_what_is_packed_as_it_was_asked_for_is_a_page() -> None:
    with answering(at_once(page(gzip.compress(b"<p>The ferry.</p>"), "Content-Encoding: gzip"))) as address:
        found = fetch(address, QUICK, allow_private=True)
    assert isinstance(found, Found)
    assert found.data == b"<p>The ferry.</p>"
