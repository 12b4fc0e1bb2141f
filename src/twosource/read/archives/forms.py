"""Which inputs hold many articles in one file, told by their first bytes rather than by their names."""

import bz2
import gzip
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, Final, Literal, cast

from twosource.read.documents.detect import office_kind

Form = Literal["warc", "arc", "zip", "tar", "rows", "parquet", "packed"]

HEAD: Final = 1024
_MAGIC: Final[tuple[tuple[bytes, Form], ...]] = (
    (b"WARC/", "warc"), (b"filedesc://", "arc"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"PAR1", "parquet"))  # fmt: skip
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_TAR_AT: Final = 257
_ROWS: Final = frozenset({".jsonl", ".ndjson"})
# What reading packed bytes may raise; none of it is our mistake.
DAMAGE: Final = (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)
# The same of a zip, whatever stands in it.
ZIP_DAMAGE: Final = (*DAMAGE, zipfile.BadZipFile, NotImplementedError, RuntimeError, struct.error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An open archive.

    Attributes:
        name: How messages call it.
        path: Its path as given; None where it is no file.
        url: Where it was fetched from; None where it was not.
        stream: Its bytes; can be wound back.
        size: Their number.
        form: What it is.
    """

    name: str
    path: str | None
    url: str | None = None
    stream: IO[bytes]
    size: int
    form: Form


def form_of(stream: IO[bytes], name: str, size: int, small: int) -> Form | None:
    """What kind of archive a stream is, wound back to its beginning; None for everything else.

    Args:
        stream: Its bytes.
        name: Its path or address: web archives packed with zstd and lines of JSON are told by it.
        size: Their number.
        small: A table of at most so many bytes is read whole, as any other input.
    """
    head = stream.read(HEAD)
    stream.seek(0)
    lowered = name.lower()
    packer = packer_of(head)
    if packer:
        return _packed(_first_bytes(stream, packer), lowered)
    if head.startswith(_ZSTD) and ".warc" in lowered:
        return "warc"
    if size > small and lowered.endswith(tuple(_ROWS)):
        return "rows"
    form = _plain(head)
    # Office documents are zips too; they are read whole, as one article or table.
    return None if form == "zip" and size <= small and office_kind(head, name) else form


def packer_of(head: bytes) -> str:
    """Which of gzip, bzip2 and xz packed the bytes; empty where none did."""
    magics = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz"}
    return next((packer for magic, packer in magics.items() if head.startswith(magic)), "")


def unpacking(stream: IO[bytes], packer: str) -> IO[bytes]:
    """A stream of what was packed."""
    if packer == "gz":
        return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))
    if packer == "bz2":
        return bz2.BZ2File(stream)
    return cast("IO[bytes]", lzma.LZMAFile(stream)) if packer == "xz" else stream


def _first_bytes(stream: IO[bytes], packer: str) -> bytes:
    try:
        return unpacking(stream, packer).read(HEAD)
    except DAMAGE:
        return b""
    finally:
        stream.seek(0)


def _plain(head: bytes) -> Form | None:
    known = next((form for magic, form in _MAGIC if head.startswith(magic)), None)
    if known:
        return known
    return "tar" if head[_TAR_AT : _TAR_AT + 5] == b"ustar" else None


def _packed(head: bytes, name: str) -> Form:
    plain = _plain(head)
    if plain in {"warc", "arc", "tar"}:
        return plain
    bare = name.rpartition(".")[0]
    if not head and name.endswith((".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")):
        return "tar"
    if not head and ".warc" in name:
        return "warc"
    return "rows" if bare.endswith(tuple(_ROWS)) else "packed"
