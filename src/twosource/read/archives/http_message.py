"""An answer of a server as a web archive keeps it: status, media type, encoding, body."""

from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from io import BytesIO
from typing import Any, Final

from twosource.read.archives.bounds import read_up_to

_MOST_HEADER: Final = 64 * 1024
_STATUS_PARTS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered. ``body`` is unpacked, and cut off behind the most that was asked for."""

    status: int
    type: str
    charset: str | None
    body: bytes


def answer_of(block: bytes, most: int) -> Answer | None:
    """The answer in an archived block; None where the block is no answer or its body cannot be unpacked.

    Args:
        block: Status line, headers, empty line, body.
        most: The body is unpacked up to so many bytes and one more.
    """
    head, gap, body = block[:_MOST_HEADER].partition(b"\r\n\r\n")
    if not gap:
        head, gap, body = block[:_MOST_HEADER].partition(b"\n\n")
    line, _, rest = head.partition(b"\n")
    parts = line.split(None, 2)
    if not gap or len(parts) < _STATUS_PARTS or not parts[0].startswith(b"HTTP/") or not parts[1].isdigit():
        return None
    headers = BytesHeaderParser().parsebytes(rest)
    body = block[len(head) + len(gap) :]
    unpacked = _unpacked(body, headers, most)
    if unpacked is None:
        return None
    kind = str(headers.get("content-type") or "").partition(";")[0].strip().lower()
    return Answer(status=int(parts[1]), type=kind, charset=_charset(headers), body=unpacked)


def _charset(headers: Message) -> str | None:
    try:
        return headers.get_content_charset()
    except (LookupError, ValueError, TypeError):
        return None


def _unpacked(body: bytes, headers: Message, most: int) -> bytes | None:
    from fastwarc import stream_io  # noqa: PLC0415 - only where a web archive is read

    readers: dict[str, Any] = {"chunked": stream_io.ChunkedReader, "gzip": stream_io.GzipReader,
                               "x-gzip": stream_io.GzipReader, "br": stream_io.BrotliReader, "zstd": stream_io.ZstdReader,
                               "deflate": lambda stream: stream_io.GzipReader(stream, zlib=True)}  # fmt: skip
    said = f"{headers.get('transfer-encoding') or ''},{headers.get('content-encoding') or ''}".lower()
    stream: Any = BytesIO(body)
    for coding in filter(None, (one.strip() for one in said.split(","))):
        # Many crawlers keep the header and store the body unpacked.
        bare = isinstance(stream, BytesIO) and not body.startswith(b"\x1f\x8b")
        if coding == "identity" or (coding in {"gzip", "x-gzip"} and bare):
            continue
        if coding not in readers:
            return None
        stream = readers[coding](stream)
    try:
        return read_up_to(stream, most + 1)
    except (OSError, ValueError, EOFError):
        # The same for bodies that were put together again.
        return body if body[:1] == b"<" else None
