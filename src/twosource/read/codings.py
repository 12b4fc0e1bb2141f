"""Bodies of answers unpacked as they arrive: one coding, and never more than is wanted.

Source: RFC 9110, section 8.4.1: what a server may pack a body with.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

ACCEPTED: Final = "gzip, deflate"
"""What is asked for. Whatever else a server packs with was not asked for, and is refused."""
_PLAIN: Final = frozenset({"", "identity"})
_GZIP: Final = frozenset({"gzip", "x-gzip"})
_STEP: Final = 256 * 1024
_ZLIB_METHOD: Final = 8


class CodingError(Exception):
    """A body cannot be unpacked; the message says why."""


class TooLargeError(Exception):
    """A body holds more than it may, packed or unpacked."""


def unpacked(chunks: Iterable[bytes], coding: str, most: int) -> bytes:
    """A body.

    Args:
        chunks: Its bytes, as they arrive.
        coding: What the server says that it packed them with.
        most: Bytes that it may have, both as sent and unpacked. Memory is bounded by this.

    Raises:
        TooLargeError: If it has more.
        CodingError: If it was packed by something else than was asked for, several times, or is damaged.

    Example:
        >>> unpacked([b"a", b"b"], "", 10)
        b'ab'
    """
    coding = coding.strip().lower()
    bounded = _bounded(chunks, most)
    if coding in _PLAIN:
        return b"".join(bounded)
    if coding not in _GZIP and coding != "deflate":
        message = f"it is packed by {coding[:40]}, which was not asked for"
        raise CodingError(message)
    try:
        return b"".join(_bounded(_inflated(bounded, gzip=coding in _GZIP), most))
    except zlib.error as error:
        message = f"it is packed by {coding} and damaged: {str(error).lower()}"
        raise CodingError(message) from error


def _bounded(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > most:
            raise TooLargeError
        yield chunk


def _inflated(chunks: Iterable[bytes], *, gzip: bool) -> Iterator[bytes]:
    """What was deflated, in pieces of bounded size; several packed parts behind one another count as one."""
    unpack = None
    for chunk in chunks:
        left = chunk
        while left:
            unpack = unpack or zlib.decompressobj(_window(left, gzip=gzip))
            yield unpack.decompress(left, _STEP)
            left = unpack.unconsumed_tail
            if not unpack.eof:
                continue
            if not gzip:
                return
            left, unpack = unpack.unused_data, None
    if unpack is not None:
        message = "it is cut off"
        raise zlib.error(message)


def _window(head: bytes, *, gzip: bool) -> int:
    """How the bytes were deflated. By "deflate" some servers mean it with a header of its own, and some without."""
    if gzip:
        return 16 + zlib.MAX_WBITS
    wrapped = head[0] & 0x0F == _ZLIB_METHOD and (len(head) < 2 or (head[0] << 8 | head[1]) % 31 == 0)  # noqa: PLR2004 - of a header of two bytes
    return zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS
