"""A zip of pages, and WACZ. Nothing is ever written to disk, so a name in it can point nowhere."""

import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Final, Self, cast

from twosource.read.archives.bounds import Bounds, BrokenError, Unpacked, read_up_to
from twosource.read.archives.forms import ZIP_DAMAGE, Archive
from twosource.read.archives.tally import Tally
from twosource.read.archives.torn_zip import files_of_torn_zip
from twosource.read.archives.warc import pages_of_wacz
from twosource.read.found import Found

_ENCRYPTED: Final = 1
_END: Final = b"PK\x05\x06"
_MOST_END: Final = 64 * 1024 + 22
_WARC_IN_WACZ: Final = re.compile(r"archive/.*\.warc(?:\.gz)?\Z", re.IGNORECASE | re.DOTALL)
_OFFICE: Final = frozenset({"[content_types].xml", "mimetype", "meta-inf/container.xml"})


def pages_of_zip(archive: Archive, bounds: Bounds, tally: Tally, start: int) -> Iterator[Found]:
    """The files in a zip, sorted by name, or the pages of the web archives in a WACZ.

    Args:
        archive: The zip.
        bounds: How much may come out of it.
        tally: Hears what is passed over: encrypted, damaged and empty files.
        start: Number of the first file that is wanted, from 1; in a WACZ as ``pages_of_wacz`` has it.

    Raises:
        BombError: If it unpacks to more than it may.
        BrokenError: If it has no directory, or one larger than a page may be.
    """
    _check_directory(archive, bounds)
    try:
        whole = zipfile.ZipFile(archive.stream)
    except ZIP_DAMAGE:
        yield from pages_without_directory(archive, bounds, start)
        return
    with whole:
        files = (one for one in whole.infolist() if not one.filename.endswith("/"))
        members = sorted(files, key=lambda one: one.filename)
        archives = [one for one in members if _WARC_IN_WACZ.match(one.filename)]
        if archives:
            tally.unit = "record"
            opening = [(one.filename, partial(_stream, whole, one, bounds)) for one in archives]
            yield from pages_of_wacz(opening, archive, bounds, tally, start)
        elif any(one.filename.lower() in _OFFICE for one in members):
            message = "it is an office document or a book, which this version does not read"
            raise BrokenError(message)
        else:
            yield from _pages(whole, members, archive, bounds, tally, start)


def _pages(
    whole: zipfile.ZipFile, members: list[zipfile.ZipInfo], archive: Archive, bounds: Bounds, tally: Tally, start: int
) -> Iterator[Found]:
    for number, member in enumerate(members, 1):
        if number < start or hidden(member.filename):
            continue
        if member.flag_bits & _ENCRYPTED:
            tally.skip("is encrypted", tidy_name(member.filename))
            continue
        try:
            with _stream(whole, member, bounds) as stream:
                data = read_up_to(stream, bounds.each + 1)
        except ZIP_DAMAGE:
            tally.skip("is damaged", tidy_name(member.filename))
            continue
        if len(data) > bounds.each:
            tally.skip(f"has more than {bounds.each:,} bytes", tidy_name(member.filename))
            continue
        yield member_found(archive, member.filename, data, number)


def pages_without_directory(archive: Archive, bounds: Bounds, start: int) -> Iterator[Found]:
    """The files of a zip that lost its end, up to the first that cannot be read.

    Raises:
        BombError: If it unpacks to more than it may.
        BrokenError: Always, behind the last file: it says so.
    """
    count = 0
    for count, (name, data) in enumerate(files_of_torn_zip(archive.stream, bounds), 1):
        if count >= start and not hidden(name) and not name.endswith("/"):
            yield member_found(archive, name, data, count)
    message = f"it is damaged or cut off: its directory is missing; {count:,} could be read from the front"
    raise BrokenError(message)


def _stream(whole: zipfile.ZipFile, member: zipfile.ZipInfo, bounds: Bounds) -> IO[bytes]:
    return cast("IO[bytes]", _Closing(whole.open(member), bounds))


class _Closing(Unpacked):
    """A counted stream that closes what it reads."""

    def __init__(self, inner: IO[bytes], bounds: Bounds) -> None:
        super().__init__(inner, bounds)
        self._close: Callable[[], None] = inner.close

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()


def member_found(archive: Archive, name: str, data: bytes, number: int) -> Found:
    """A file of an archive, called by the archive's name and its own, as if the archive were a folder."""
    place = f"{archive.name}/{tidy_name(name)}"
    return Found(name=place, data=data, path=place, archive=archive.path or archive.name, position=number)


def tidy_name(name: str) -> str:
    """A name in an archive without what would lead out of it, and without characters that no terminal should get.

    Example:
        >>> tidy_name("/../../etc/news.html")
        'etc/news.html'
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    bare = "/".join(part for part in parts if part not in {"/", "//", "..", "."})
    return "".join(one if one.isprintable() else "\ufffd" for one in bare) or "?"


def hidden(name: str) -> bool:
    r"""Whether a file would be passed over in a folder too: a name with a dot in front, or what macOS adds.

    Example:
        >>> hidden("a/.cache/b.html"), hidden("..\\..\\news.html")
        (True, False)
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") and part not in {".", ".."} for part in parts) or "__MACOSX" in parts


def _check_directory(archive: Archive, bounds: Bounds) -> None:
    """Refuse a directory that would fill the memory: it is read whole, and a crafted one holds nothing but names."""
    archive.stream.seek(max(0, archive.size - _MOST_END))
    tail = archive.stream.read(_MOST_END)
    archive.stream.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 16:
        return
    (length,) = struct.unpack_from("<I", tail, at + 12)
    # All ones: the true length stands elsewhere, in an archive of more than four gigabytes or 65,535 files.
    wide = struct.unpack_from("<Q", tail, at - 20 - 56 + 40)[0] if length == 0xFFFFFFFF and at >= 76 else length  # noqa: PLR2004 - the format's marker and places
    if wide > bounds.each:
        message = f"its directory claims to have more than {bounds.each:,} bytes"
        raise BrokenError(message)
