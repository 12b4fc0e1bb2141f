"""Invented archives, byte by byte."""

import gzip
import io
import tarfile
import zipfile

from twosource.model import Gap, Raw

DATE = "2031-05-14T10:00:00Z"


def page(words: str) -> bytes:
    """A small page."""
    return f"<!doctype html><html><body><h1>Ferry news</h1><p>{words}</p></body></html>".encode()


def record(address: str, body: bytes, *, status: str = "200 OK", kind: str = "response", type_: str = "text/html", headers: str = "") -> bytes:  # fmt: skip
    """One record of a web archive."""
    if kind in {"response", "revisit"}:
        body = f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"WARC-Date: {DATE}\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def warc_gz(*records: bytes) -> bytes:
    """Records packed one by one, as crawlers do."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as whole:
        for name, data in members.items():
            whole.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return buffer.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    """A tar of files; ``mode`` as for ``tarfile``."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as whole:  # type: ignore[call-overload] # the mode is a parameter
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            whole.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def codes(items: list[Raw | Gap]) -> list[str]:
    """What came, in order."""
    return [item.code if isinstance(item, Gap) else "article" for item in items]


def raws(items: list[Raw | Gap]) -> list[Raw]:
    """The articles that came."""
    return [item for item in items if isinstance(item, Raw)]


def details(items: list[Raw | Gap]) -> str:
    """What the gaps say."""
    return "\n".join(item.detail for item in items if isinstance(item, Gap))
