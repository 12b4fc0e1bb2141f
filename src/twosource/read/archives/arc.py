"""Web archives of the older form, ARC.

Source: Burner and Kahle 1996, "The ARC File Format": a line for each record (address, host, time, media type, and last the
number of bytes), then so many bytes: what the server answered, with its headers.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from twosource.read.archives.bounds import Bounds, BrokenError, Unpacked, read_up_to
from twosource.read.archives.forms import DAMAGE, Archive, packer_of, unpacking
from twosource.read.archives.records import Record, cut_off, page_of
from twosource.read.archives.tally import Tally
from twosource.read.found import Found

_LONGEST_LINE: Final = 32 * 1024
_FEWEST_FIELDS: Final = 5
_ITSELF: Final = "filedesc:"
_TIME: Final = re.compile(r"\d{14}")
_ROOM_FOR_HEADERS: Final = 64 * 1024


def pages_of_arc(archive: Archive, bounds: Bounds, tally: Tally, start: int) -> Iterator[Found]:
    """The pages that the archive keeps: answers with status 200 that are text.

    Args:
        archive: The archive; plain or packed.
        bounds: How much may come out of it.
        tally: Hears what is passed over.
        start: Byte of the record to begin at, counted in what is unpacked, as in ``Found.position``.

    Raises:
        BombError: If it unpacks to more than it may.
        BrokenError: If it is damaged or cut off.
    """
    packer = packer_of(archive.stream.read(8))
    archive.stream.seek(0)
    stream: Any = Unpacked(unpacking(archive.stream, packer), bounds) if packer else archive.stream
    at = 0
    try:
        stream.seek(start)
        at = stream.tell()
        while line := stream.readline(_LONGEST_LINE):
            if line.strip():
                page = _page(line, at, stream, archive, bounds, tally)
                if page:
                    yield page
            at = stream.tell()
    except DAMAGE as error:
        message = f"{(str(error) or type(error).__name__).lower()}, behind the record at byte {at:,}"
        raise BrokenError(message) from error


def _page(line: bytes, at: int, stream: Any, archive: Archive, bounds: Bounds, tally: Tally) -> Found | None:  # noqa: ANN401 - file-like
    fields = line.decode("utf-8", "replace").split()
    if len(fields) < _FEWEST_FIELDS or not fields[-1].isdigit() or not line.endswith(b"\n"):
        message = f"what should begin a record at byte {at:,} does not"
        raise BrokenError(message)
    address, length = fields[0], int(fields[-1][:18])
    if length > bounds.each + _ROOM_FOR_HEADERS:
        tally.skip(f"has more than {bounds.each:,} bytes", address)
        stream.seek(stream.tell() + length)
        return None
    block = read_up_to(stream, length)
    if len(block) < length:
        raise cut_off(at)
    if address.startswith(_ITSELF):
        return None
    record = Record(address=address, at=at, read_at=_time(fields[2]), type=fields[3].lower(),
                    answer=block.startswith(b"HTTP/"), block=block)  # fmt: skip
    return page_of(record, archive, bounds, tally)


def _time(stated: str) -> str | None:
    """Year to second in fourteen digits, as ISO 8601; None for anything else."""
    if not _TIME.fullmatch(stated):
        return None
    try:
        return datetime.strptime(stated, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
    except ValueError:
        return None
