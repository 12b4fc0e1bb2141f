"""Web archives: WARC, and WACZ, which is a zip of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import IO, Any, Final

from twosource.read.archives.bounds import Bounds, BrokenError, Unpacked, read_up_to
from twosource.read.archives.forms import ZIP_DAMAGE, Archive, packer_of, unpacking
from twosource.read.archives.records import Record, cut_off, page_of
from twosource.read.archives.tally import Tally
from twosource.read.found import Found

_ROOM_FOR_HEADERS: Final = 64 * 1024
# A crawl's texts without its pages are an archive of "conversion" records.
_PAGES_IN: Final = frozenset({"response", "resource", "conversion"})
_BYTE_BITS: Final = 44  # no web archive is longer than two to this many bytes
_QUIET: Final = frozenset({"warcinfo", "request", "metadata"})


def pages_of_warc(archive: Archive, bounds: Bounds, tally: Tally, start: int) -> Iterator[Found]:
    """The pages that a web archive keeps: answers with status 200 that are text.

    Args:
        archive: The archive; plain or packed.
        bounds: How much may come out of it.
        tally: Hears what is passed over: redirects, pictures, visits that found nothing new.
        start: Byte of the record to begin at, as in ``Found.position``.

    Raises:
        BombError: If a record claims, or all together unpack to, more than they may.
        BrokenError: If the archive is damaged or cut off.
    """
    packer = packer_of(archive.stream.read(8))
    archive.stream.seek(0)
    packed = packer in {"bz2", "xz"}
    stream: Any = Unpacked(unpacking(archive.stream, packer), bounds) if packed else archive.stream
    stream.seek(start)
    yield from _pages(stream, archive, bounds, tally)


def pages_of_wacz(
    archives: Sequence[tuple[str, Callable[[], IO[bytes]]]], archive: Archive, bounds: Bounds, tally: Tally, start: int
) -> Iterator[Found]:
    """The pages of all web archives inside a WACZ, one archive after the other.

    Args:
        archives: The name of each, and what opens it.
        archive: The WACZ.
        bounds: How much may come out of it.
        tally: Hears what is passed over; an archive that is damaged costs the others nothing.
        start: A ``Found.position`` to begin at: the archive's number, then the byte of the record in it.
    """
    first, begin = start >> _BYTE_BITS, start & ((1 << _BYTE_BITS) - 1)
    for number, (name, opened) in enumerate(archives, 1):
        if number < first:
            continue
        try:
            with opened() as stream:
                if number == first:
                    stream.seek(begin)
                for found in _pages(stream, archive, bounds, tally):
                    yield replace(found, position=number << _BYTE_BITS | (found.position or 0))
        except (BrokenError, *ZIP_DAMAGE) as error:
            tally.skip(f"stands in a web archive that cannot be read on ({_said(error)})", name)


def _pages(stream: Any, archive: Archive, bounds: Bounds, tally: Tally) -> Iterator[Found]:  # noqa: ANN401 - file-like
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 - only where a web archive is read

    at = 0
    answers = False
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            at = record.stream_pos
            bounds.add(record.content_length)
            answers = answers or str(record.record_type) == "response"
            page = _page(record, archive, bounds, tally, answers=answers)
            if page:
                yield page
    except ZIP_DAMAGE as error:
        message = f"{_said(error)}, behind the record at byte {at:,}"
        raise BrokenError(message) from error


def _said(error: Exception) -> str:
    return (str(error) or type(error).__name__).lower()


def _page(record: Any, archive: Archive, bounds: Bounds, tally: Tally, *, answers: bool) -> Found | None:  # noqa: ANN401 - no types
    kind, length, at = str(record.record_type), record.content_length, record.stream_pos
    address = str(record.headers.get("WARC-Target-URI") or "").strip("<> ")
    reason = _passed_over(kind, length, bounds, answers=answers)
    if reason is not None:
        if reason:
            tally.skip(reason, "" if kind == "revisit" else address)
        if record.consume() < length:
            raise cut_off(at)
        return None
    block = read_up_to(record.reader, length)
    if len(block) < length:
        raise cut_off(at)
    said = str(record.headers.get("Content-Type") or "").partition(";")[0].lower()
    found = Record(address=address, at=at, read_at=record.headers.get("WARC-Date"), type=said,
                   answer=kind == "response", block=block)  # fmt: skip
    return page_of(found, archive, bounds, tally)


def _passed_over(kind: str, length: int, bounds: Bounds, *, answers: bool) -> str | None:
    """Why a record is not looked at: empty where that goes without saying, None where it is looked at."""
    if kind in _QUIET:
        return ""
    if kind == "revisit":
        return "says that nothing was new since an earlier visit"
    if kind == "conversion" and answers:
        return "is the text of a page that is there itself"
    if kind not in _PAGES_IN:
        return f"is a {kind} record"
    return f"has more than {bounds.each:,} bytes" if length > bounds.each + _ROOM_FOR_HEADERS else None
