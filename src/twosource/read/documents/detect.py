"""Tells a document's kind by its first bytes, and by its name where they do not say."""

import re
from collections.abc import Callable, Sequence
from typing import Final, Literal

from twosource.read.documents.export_page import is_export_page
from twosource.read.documents.exports import is_export
from twosource.read.found import Found

DocumentKind = Literal["mail", "mailbox", "pdf", "docx", "odt", "xlsx", "csv", "export", "export page"]

_HEAD: Final = 8192
_MEMBER_NAMES: Final = 4096
_HEADER: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
# Only mail has these; a press release may well begin with "Date:" and "Subject:".
_ONLY_MAIL: Final = frozenset(
    {b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to", b"dkim-signature"}
)
_FEWEST_HEADERS: Final = 3
_MAIL_SUFFIXES: Final = frozenset({".eml", ".mht", ".mhtml", ".mim"})
_TABLE_TYPES: Final = ("text/csv", "text/tab-separated-values")
_OFFICE: Final[dict[str, DocumentKind]] = {".docx": "docx", ".odt": "odt", ".xlsx": "xlsx", ".ods": "xlsx"}


def document_kind(item: Found) -> DocumentKind | None:
    """Which document the bytes are; None for a page, plain text and everything else."""
    head = item.data[:_HEAD]
    if head.startswith(b"PK\x03\x04"):
        return office_kind(head[:_MEMBER_NAMES], item.path or item.url or "")
    return next((kind for kind, is_so in _KINDS if is_so(item, head)), None)


def office_kind(head: bytes, name: str) -> DocumentKind | None:
    """Which office document a zip is, by the first names in it; None where it is another zip."""
    if b"[Content_Types].xml" in head or b"_rels/.rels" in head:
        if b"word/" in head:
            return "docx"
        return "xlsx" if b"xl/" in head else _OFFICE.get(_suffix(name))
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head:
        return "odt"
    return _OFFICE.get(_suffix(name)) if _suffix(name) in _OFFICE else None


def _suffix(name: str) -> str:
    return "." + name.rpartition(".")[2].lower()


def _is_mail(head: bytes, suffix: str) -> bool:
    names = _header_names(head)
    if suffix in _MAIL_SUFFIXES and names:
        return True
    return len(names) >= _FEWEST_HEADERS and not _ONLY_MAIL.isdisjoint(names)


def _header_names(head: bytes) -> list[bytes]:
    """The names of the header lines with which the bytes begin."""
    names: list[bytes] = []
    at = 0
    while found := _HEADER.match(head, at):
        names.append(found.group().partition(b":")[0].lower())
        at = found.end()
    return names


_KINDS: Final[Sequence[tuple[DocumentKind, Callable[[Found, bytes], bool]]]] = (
    ("pdf", lambda _, head: b"%PDF-" in head[:1024]),
    (
        "mailbox",
        lambda _, head: head.startswith(b"From ") and len(_header_names(head.partition(b"\n")[2])) >= _FEWEST_HEADERS,
    ),
    ("mail", lambda item, head: _is_mail(head, item.suffix)),
    ("csv", lambda item, _: item.suffix in {".csv", ".tsv", ".tab"} or item.type in _TABLE_TYPES),
    ("export page", lambda item, _: is_export_page(item.data)),
    ("export", lambda item, _: is_export(item.data)),
)
"""What tells each kind, the first that fits first."""
