"""How much may come out of an archive, and a stream that is held to it."""

from typing import IO

from twosource.settings import Settings

_STEP = 1024 * 1024


class BombError(Exception):
    """More comes out of an archive than it may; the message says how much that would be."""


class BrokenError(Exception):
    """An archive cannot be read on; the message says why, and how far it was read."""


class Bounds:
    """Counts what an archive unpacks to.

    Attributes:
        each: Bytes that one page in it may have.
        most: Bytes that all of it may unpack to.
    """

    def __init__(self, size: int, settings: Settings) -> None:
        """Bounds for an archive of ``size`` bytes."""
        self.each = settings.input_bytes
        self.most = settings.archive_factor * size + settings.input_bytes
        self._factor = settings.archive_factor
        self._total = 0

    def add(self, count: int) -> None:
        """Count ``count`` more bytes.

        Raises:
            BombError: If all of them together are more than may come out.
        """
        self._total += count
        if self._total > self.most:
            message = f"it unpacks to more than {self._factor} times its size, and was not read on"
            raise BombError(message)


class Unpacked:
    """What a packed stream holds, read forwards and counted. Big leaps and big reads are taken in steps or refused."""

    def __init__(self, inner: IO[bytes], bounds: Bounds) -> None:
        """Read ``inner``, which unpacks as it is read."""
        self._inner = inner
        self._bounds = bounds
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes; empty at the end.

        Raises:
            BombError: If more is asked for at once than one page may have: a header that claims so is no header.
        """
        if size < 0 or size > 2 * self._bounds.each:
            message = f"a part of it claims to have more than {self._bounds.each:,} bytes of headers"
            raise BombError(message)
        data = self._inner.read(size)
        self._at += len(data)
        self._bounds.add(len(data))
        return data

    def readline(self, size: int) -> bytes:
        """A line, or the first ``size`` bytes of it."""
        data = self._inner.readline(size)
        self._at += len(data)
        self._bounds.add(len(data))
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        """Read on to ``offset`` bytes from the beginning; backwards is not possible, and is left undone."""
        if whence == 0:
            while self._at < offset and self.read(min(_STEP, offset - self._at)):
                pass
        return self._at

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def close(self) -> None:
        """Leave the inner stream to whoever opened it."""


def read_up_to(stream: "IO[bytes] | Unpacked", most: int) -> bytes:
    """The rest of a stream, cut off behind ``most`` bytes. Streams may give less than they are asked for."""
    parts: list[bytes] = []
    left = most
    while left > 0 and (part := stream.read(min(left, _STEP))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
