"""A zip without its directory, as a broken download leaves it: its files stand one behind the other."""

import struct
import zlib
from collections.abc import Iterator
from typing import IO, Final

from twosource.read.archives.bounds import Bounds

_LOCAL: Final = struct.Struct("<4s5H3I2H")
_MAGIC: Final = b"PK\x03\x04"
_UTF_8: Final = 0x800
_SIZE_BEHIND: Final = 0x8
_ENCRYPTED: Final = 0x1
_STORED, _DEFLATED = 0, 8
_BEHIND: Final = b"PK\x07\x08"
_STEP: Final = 64 * 1024


def files_of_torn_zip(stream: IO[bytes], bounds: Bounds) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the files, up to the first that is not whole.

    Args:
        stream: The zip; can be wound back.
        bounds: A file of more bytes than a page may have ends the reading.

    Raises:
        BombError: If they unpack to more than they may.

    Source: PKWARE, APPNOTE 6.3.10, section 4.3: local file headers.
    """
    stream.seek(0)
    while (found := _file(stream, bounds)) is not None:
        yield found


def _file(stream: IO[bytes], bounds: Bounds) -> tuple[str, bytes] | None:
    head = stream.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(_MAGIC):
        return None
    _, _, flags, method, _, _, check, packed, size, of_name, of_extra = _LOCAL.unpack(head)
    name = stream.read(of_name).decode("utf-8" if flags & _UTF_8 else "cp437", "replace")
    stream.read(of_extra)
    if flags & _ENCRYPTED or max(packed, size) > bounds.each:
        return None
    if method == _STORED and not flags & _SIZE_BEHIND:
        data = stream.read(packed)
        whole = len(data) == packed and zlib.crc32(data) == check
        bounds.add(len(data))
        return (name, data) if whole else None
    inflated = _inflated(stream, bounds) if method == _DEFLATED else None
    if inflated is None:
        return None
    if flags & _SIZE_BEHIND:
        marked = stream.read(4) == _BEHIND
        stream.seek(12 if marked else 8, 1)
    return name, inflated


def _inflated(stream: IO[bytes], bounds: Bounds) -> bytes | None:
    """One deflated file; the stream is left right behind it. None where it ends too early or is too large."""
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    length = 0
    while not unpack.eof:
        raw = stream.read(_STEP)
        try:
            part = unpack.decompress(raw, bounds.each + 1 - length)
        except zlib.error:
            return None
        bounds.add(len(part))
        parts.append(part)
        length += len(part)
        if not raw or length > bounds.each:
            return None
    stream.seek(-len(unpack.unused_data), 1)
    return b"".join(parts)
