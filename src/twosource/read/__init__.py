"""Bring articles in: files, folders, patterns, addresses, tables, standard input."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from twosource.model import Gap, Raw
from twosource.read.files import found_in, from_stream
from twosource.read.found import Found
from twosource.read.kinds import addresses_in, kind_of
from twosource.read.raws import raw_of
from twosource.read.tables import raws_of_table
from twosource.settings import DEFAULTS, Settings

__all__ = ["read"]


def read(
    inputs: Sequence[str],
    *,
    settings: Settings = DEFAULTS,
    outlet: str | None = None,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Iterator[Raw | Gap]:
    """Bring articles in, one after the other, in the order given.

    Args:
        inputs: Each a file (saved page as text or HTML; JSON or JSON lines with a title and a text a row; ninjs),
            a folder (with all that is in it, sorted; names that begin with a dot are left out), a pattern
            ("pages/*.html"), an http or https address, a file of addresses (nothing but one a line), or "-" for
            standard input.
        settings: Size limit in bytes, time-out in seconds, number of redirects.
        outlet: Who publishes them, if the caller says so for all.
        allow_private: Fetch from private, loopback and link-local addresses too.
        stdin: What "-" reads; the process's standard input if None.

    Yields:
        One raw input an article, or the gap that stands for what could not be read. The same bytes a second time
        are a gap. No input, no yield.
    """
    seen: dict[str, str] = {}
    for item in _raws(inputs, settings, stdin, allow_private=allow_private):
        if isinstance(item, Gap):
            yield item
        elif item.sha256 in seen:
            detail = f"its content is byte for byte that of {seen[item.sha256]}"
            yield Gap(code="G107", where=item.name, detail=detail)
        else:
            seen[item.sha256] = item.name
            yield replace(item, outlet=outlet) if outlet else item


def _raws(
    inputs: Iterable[str], settings: Settings, stdin: BinaryIO | None, *, allow_private: bool
) -> Iterator[Raw | Gap]:
    for name in inputs:
        if name == "-":
            one = from_stream(stdin, settings)
            yield from _opened([one], settings, allow_private=allow_private)
        elif name.lower().startswith(("http://", "https://")):
            yield from _fetched([name], settings, allow_private=allow_private)
        else:
            yield from _opened(found_in(name, settings), settings, allow_private=allow_private)


def _opened(items: Iterable[Found | Gap], settings: Settings, *, allow_private: bool) -> Iterator[Raw | Gap]:
    for item in items:
        if isinstance(item, Gap):
            yield item
            continue
        addresses = addresses_in(item)
        if addresses:
            yield from _fetched(addresses, settings, allow_private=allow_private)
        else:
            yield from _articles(item)


def _fetched(addresses: Iterable[str], settings: Settings, *, allow_private: bool) -> Iterator[Raw | Gap]:
    from twosource.read.urls import fetch  # noqa: PLC0415 - the network library only where something is fetched

    for address in addresses:
        item = fetch(address, settings, allow_private=allow_private)
        if isinstance(item, Gap):
            yield item
        else:
            yield from _articles(item)


def _articles(item: Found) -> Iterator[Raw | Gap]:
    """What one input holds: an article, the rows of a table, or a gap."""
    kind, detail = kind_of(item)
    if kind == "table":
        yield from raws_of_table(item)
    elif kind == "empty":
        yield Gap(code="G102", where=item.name, detail=detail)
    elif kind == "other":
        yield Gap(code="G103", where=item.name, detail=detail)
    else:
        yield from raw_of(item, html=kind == "html")
