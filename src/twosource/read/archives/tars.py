"""A tar of pages, plain or packed, read from front to back. Nothing is ever written to disk."""

import tarfile
from collections.abc import Iterator
from typing import IO, cast

from twosource.read.archives.bounds import Bounds, BrokenError, Unpacked, read_up_to
from twosource.read.archives.forms import DAMAGE, HEAD, Archive, packer_of, unpacking
from twosource.read.archives.tally import Tally
from twosource.read.archives.zips import hidden, member_found, tidy_name
from twosource.read.found import Found


def pages_of_tar(archive: Archive, bounds: Bounds, tally: Tally, start: int) -> Iterator[Found]:
    """The files in a tar, in its order.

    Args:
        archive: The tar; plain, or packed by gzip, bzip2 or xz.
        bounds: How much may come out of it.
        tally: Hears what is passed over: links, devices, files too large.
        start: Number of the first member that is wanted, from 1.

    Raises:
        BombError: If it unpacks to more than it may.
        BrokenError: If it is damaged or cut off.
    """
    packer = packer_of(archive.stream.read(HEAD))
    archive.stream.seek(0)
    stream = Unpacked(unpacking(archive.stream, packer), bounds)
    number = 0
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", stream), mode="r:") as whole:
            for number, member in enumerate(_members(whole), 1):
                if number < start or member.isdir() or hidden(member.name):
                    continue
                page = _page(whole, member, archive, bounds, tally, number)
                if page:
                    yield page
    except (*DAMAGE, tarfile.TarError) as error:
        message = f"it is damaged or cut off behind member {number:,}: {str(error).lower()}"
        raise BrokenError(message) from error


def _members(whole: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    while (member := whole.next()) is not None:
        yield member
        # The library keeps all it has seen, which for a long archive is the memory.
        whole.members = []  # type: ignore[attr-defined] # an attribute that its stubs leave out


def _page(
    whole: tarfile.TarFile, member: tarfile.TarInfo, archive: Archive, bounds: Bounds, tally: Tally, number: int
) -> Found | None:
    name = tidy_name(member.name)
    if not member.isreg() or member.issparse():
        tally.skip("is a link, a device or a sparse file", name)
        return None
    if member.size > bounds.each:
        tally.skip(f"has more than {bounds.each:,} bytes", name)
        return None
    stream = whole.extractfile(member)
    data = read_up_to(stream, member.size) if stream else b""
    if len(data) < member.size:
        message = "unexpected end of data"
        raise EOFError(message)
    return member_found(archive, member.name, data, number)
