"""Bring articles in: files, folders, patterns, addresses, tables, documents, archives, feeds, standard input."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from twosource.model import Gap, Raw
from twosource.ports import Progress
from twosource.read.archives import Archive, articles_of_archive, form_of
from twosource.read.documents.open_document import articles_of
from twosource.read.files import found_in, from_stream
from twosource.read.found import Found
from twosource.read.kinds import addresses_in, kind_of
from twosource.read.repeats import Repeats
from twosource.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from twosource.read.urls import Asking

__all__ = ["read"]


def _silent(step: str, done: int, total: int) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ways:
    """How to read: the named arguments of ``read``, as they are there."""

    settings: Settings
    allow_private: bool
    columns: Mapping[str, str]
    start: Mapping[str, int]
    progress: Progress
    ask_by: "Asking | None"


def read(  # noqa: PLR0913 - one argument a way to read
    inputs: Sequence[str],
    *,
    settings: Settings = DEFAULTS,
    outlet: str | None = None,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    start: Mapping[str, int] | None = None,
    progress: Progress = _silent,
    ask_by: "Asking | None" = None,
) -> Iterator[Raw | Gap]:
    """Bring articles in, one after the other, in the order given.

    Args:
        inputs: Each a file (saved page as text or HTML; JSON, JSON lines, CSV, TSV or XLSX with a title and a text a
            row; ninjs), a document (mail, mailbox, page saved as MHTML, DOCX, ODT, PDF with twosource[documents], text
            export of a press database), an archive (WARC, ARC, WACZ, zip or tar of pages, Parquet, any of these or a page packed by gzip, bzip2
            or xz), a feed (RSS, Atom, JSON Feed, OPML, news sitemap), a folder (with all that is in it, sorted; names
            that begin with a dot are left out), a pattern ("pages/*.html"), an http or https address, a file of
            addresses (nothing but one a line), or "-" for standard input.
        settings: Size limit in bytes, time-out in seconds, number of redirects, how much an archive may unpack to.
        outlet: Who publishes them, if the caller says so for all.
        allow_private: Fetch from private, loopback and link-local addresses too.
        stdin: What "-" reads; the process's standard input if None.
        columns: For tables, a field of an article to the column that holds it: {"text": "body"}.
        start: For an archive's absolute path, the ``Raw.position`` to begin at, which is read again.
        progress: Hears how many bytes of an archive were read.
        ask_by: What asks servers; our own if None.

    Yields:
        One raw input an article, or the gap that stands for what could not be read. The same bytes a second time
        are a gap. Archives are read part by part, and what is passed over in one is one gap. No input, no yield.
    """
    ways = _Ways(settings=settings, allow_private=allow_private, columns=columns or {}, start=start or {},
                 progress=progress, ask_by=ask_by)  # fmt: skip
    repeats = Repeats()
    for item in _raws(inputs, ways, stdin):
        if isinstance(item, Gap):
            yield item
            continue
        if repeats.is_new(item):
            yield replace(item, outlet=outlet) if outlet else item
        yield from repeats.gaps()
    yield from repeats.rest()


def _raws(inputs: Iterable[str], ways: _Ways, stdin: BinaryIO | None) -> Iterator[Raw | Gap]:
    for name in inputs:
        if name == "-":
            one = from_stream(stdin, ways.settings)
            yield from _opened([one], ways)
        elif name.lower().startswith(("http://", "https://")):
            yield from _fetched([name], ways)
        else:
            yield from _opened(found_in(name, ways.settings), ways)


def _opened(items: Iterable[Found | Archive | Gap], ways: _Ways) -> Iterator[Raw | Gap]:
    for item in items:
        addresses = addresses_in(item) if isinstance(item, Found) else ()
        if isinstance(item, Gap):
            yield item
        elif isinstance(item, Archive):
            with item.stream:
                yield from _in_archive(item, ways)
        elif addresses:
            yield from _fetched(addresses, ways)
        else:
            yield from _articles(item, ways)


def _fetched(addresses: Iterable[str], ways: _Ways) -> Iterator[Raw | Gap]:
    from twosource.read.urls import fetch  # noqa: PLC0415 - the network library only where something is fetched

    for address in addresses:
        item = fetch(address, ways.settings, allow_private=ways.allow_private, ask_by=ways.ask_by)
        if isinstance(item, Gap):
            yield item
        else:
            yield from _articles(item, ways)


def _in_archive(archive: Archive, ways: _Ways) -> Iterator[Raw | Gap]:
    start = ways.start.get(str(Path(archive.path).absolute()), 0) if archive.path else 0
    yield from articles_of_archive(archive, ways.settings, columns=ways.columns, start=start, progress=ways.progress)


def _articles(item: Found, ways: _Ways) -> Iterator[Raw | Gap]:
    """What one input holds: an article, the rows of a table, the articles of an archive or a feed, or a gap."""
    form = form_of(io.BytesIO(item.data), item.path or item.url or "", len(item.data), ways.settings.input_bytes)
    if form:
        yield from _in_archive(
            Archive(name=item.name, path=item.path, url=item.url, stream=io.BytesIO(item.data), size=len(item.data), form=form),
            ways,
        )  # fmt: skip
    elif kind_of(item)[0] == "feed":
        from twosource.read.feeds import Follower  # noqa: PLC0415 - the network library only where it may be needed

        yield from Follower(ways.settings, allow_private=ways.allow_private, ask_by=ways.ask_by).read(item)
    else:
        yield from articles_of(item, ways.columns)
