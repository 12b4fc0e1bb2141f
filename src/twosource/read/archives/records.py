"""What a record of a web archive holds: a page, or the reason why it is passed over."""

import re
from dataclasses import dataclass
from typing import Final

from twosource.read.archives.bounds import Bounds, BrokenError
from twosource.read.archives.forms import Archive
from twosource.read.archives.http_message import Answer, answer_of
from twosource.read.archives.tally import Tally
from twosource.read.found import Found

_OK: Final = 200
_TEXTS: Final = ("text/html", "application/xhtml+xml", "text/plain", "application/json", "application/ld+json", "")
# Addresses that stand for no place on the web: a crawler's manifest, arguments and log, its look-ups, its texts of pages.
_BY_CRAWLER: Final = re.compile(
    r"(?:metadata|dns|whois|filedesc|warcinfo|urn:(?:pageinfo|text|view|thumbnail|pdf)):", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record as it stands in its archive.

    Attributes:
        address: Of what was fetched.
        at: Where the record begins, in bytes.
        read_at: When it was fetched, as stated; None where nothing is.
        type: Media type of the block, where it is no answer of a server.
        answer: Whether the block is such an answer: status line, headers, body.
        block: Its bytes.
    """

    address: str
    at: int
    read_at: str | None
    type: str
    answer: bool
    block: bytes


def page_of(record: Record, archive: Archive, bounds: Bounds, tally: Tally) -> Found | None:
    """The page that a record holds; None where it holds none, which the tally hears with the reason."""
    said, charset, data = record.type, None, record.block
    if record.answer:
        answer = answer_of(record.block, bounds.each)
        reason = _refused(answer, bounds)
        if reason or answer is None:
            tally.skip(reason)
            return None
        said, charset, data = answer.type, answer.charset, answer.body
    if _BY_CRAWLER.match(record.address):
        tally.skip("was written by the crawler about its own work", record.address)
        return None
    reason = _no_page(said, record.address)
    if reason:
        tally.skip(reason)
        return None
    web = record.address if record.address.lower().startswith("http") else None
    return Found(name=record.address or f"{archive.name}#{record.at}", data=data, path=archive.path, url=web,
                 charset=charset, type=said, archive=archive.path, position=record.at, read_at=record.read_at)  # fmt: skip


def cut_off(at: int) -> BrokenError:
    """What ends the reading of an archive that ends amid a record."""
    message = f"it is cut off in the record at byte {at:,}"
    return BrokenError(message)


def _refused(answer: Answer | None, bounds: Bounds) -> str:
    """Why an answer is no article; empty where it may be one."""
    if answer is None:
        return "is no answer of a server that can be unpacked"
    if answer.status != _OK:
        return f"was answered with status {answer.status}"
    return f"has more than {bounds.each:,} bytes" if len(answer.body) > bounds.each else ""


def _no_page(said: str, address: str) -> str:
    """Why a file is no page for readers; empty where it may be one."""
    if said not in _TEXTS:
        return f"is {said or 'a file'} and no page"
    bare = address.partition("?")[0].partition("#")[0].lower()
    robots = bare.endswith(("/robots.txt", "/ads.txt", "/security.txt"))
    return "is written for robots, not readers" if robots else ""
