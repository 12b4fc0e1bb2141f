"""Tells a page from plain text, a table, a list of addresses, and from what is none of them."""

import re
from typing import Final, Literal

from twosource.read.found import Found

Kind = Literal["html", "text", "table", "feed", "empty", "other"]

_HEAD: Final = 4096
_MAGIC: Final = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document inside another input"),
    (b"\x1f\x8b", "a compressed file inside another input"),
    (b"\xfd7zXZ", "a compressed file inside another input"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, a sound or a video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"BZh", "a compressed file inside another input"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an office document of an old form; saved as DOCX or ODT it can be read"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document; saved as DOCX, ODT or plain text it can be read"),
    (b"PAR1", "a Parquet table inside another input"),
    (b"WARC/", "a web archive inside another input"),
    (b"filedesc://", "a web archive inside another input"),
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta\s|title>)", re.IGNORECASE)
_FEED = re.compile(
    rb"(?:[\xff\xfe\xef\xbb\xbf]*)\s*(?:<\?[^>]{0,400}\?>\s*|<!--(?:(?!-->).){0,800}-->\s*|<!DOCTYPE[^>\[]{0,300}>\s*){0,6}"
    rb"<(?:!DOCTYPE\s+)?(?:[\w.-]{1,20}:)?(?:rss|feed|RDF|opml|urlset|sitemapindex)[\s>\[]",
    re.DOTALL,
)
_JSON_FEED = re.compile(rb"\A\W*\{.{0,2000}?\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org", re.DOTALL)
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"[\w@$ -]{1,40}\"\s*:")
_TAG = re.compile(rb"</(?:p|div|h[1-6]|span|a|li)>|<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)
_TAGS_OF_A_PAGE: Final = 3
_BINARY_SHARE: Final = 0.05
# Tab, line ends and escape (which old mail encodings use) are in texts.
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1b")
_MOST_ADDRESS_BYTES: Final = 4 * 1024 * 1024
_PAGE_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_TABLE_SUFFIXES: Final = frozenset({".jsonl", ".ndjson", ".json", ".ninjs"})
_ADDRESS_SUFFIXES: Final = frozenset({"", ".txt", ".urls", ".url", ".webloc", ".list"})
# What systems save of a page that is dragged to a folder: its address alone.
_SHORTCUT = re.compile(
    r"\A\s*(?:\[InternetShortcut\].*?^URL=|<\?xml.*?<key>URL</key>\s*<string>)(https?://[^\s<]+)",
    re.DOTALL | re.MULTILINE,
)


def kind_of(item: Found) -> tuple[Kind, str]:
    """What the bytes are, and for ``empty`` and ``other`` what to tell the user."""
    head = item.data[:_HEAD]
    if not item.data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return "empty", "it holds no characters"
    other = _other(head)
    if other:
        return "other", other
    if _is_feed(head):
        return "feed", "it is a feed"
    if item.suffix in _TABLE_SUFFIXES or "json" in item.type or _OBJECT.match(head):
        return "table", ""
    return ("html" if _is_page(item, head) else "text"), ""


def _other(head: bytes) -> str:
    known = next((f"it looks like {what}" for magic, what in _MAGIC if head.startswith(magic)), "")
    return known or ("it holds bytes that no text has" if is_binary(head) else "")


def _is_feed(head: bytes) -> bool:
    """Whether the first element is a feed's, or the bytes name JSON Feed near their beginning."""
    bare = head.replace(b"\x00", b"") if wide_encoding(head) or head.startswith((b"\xff\xfe", b"\xfe\xff")) else head
    return bool(_FEED.match(bare) or _JSON_FEED.search(bare))


def is_binary(head: bytes) -> bool:
    """Whether too many bytes are control characters. Text in two-byte units is not meant: it has zeros by rule."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(head):
        return False
    return sum(map(_CONTROLS.__contains__, head)) > _BINARY_SHARE * len(head)


def wide_encoding(head: bytes) -> str | None:
    """The two-byte encoding that the zeros in ``head`` tell of, for text that is mostly Latin; None if none."""
    half = len(head) // 2
    if half < 2:  # noqa: PLR2004 - one character shows no rule
        return None
    even, odd = head[0 : 2 * half : 2].count(0) / half, head[1 : 2 * half : 2].count(0) / half
    mostly, hardly = 0.7, 0.05
    if odd > mostly and even < hardly:
        return "utf-16-le"
    if even > mostly and odd < hardly:
        return "utf-16-be"
    return None


def addresses_in(item: Found) -> tuple[str, ...]:
    """The addresses, if the input holds nothing else but one a line (and comment lines with #), or is a shortcut to one; else nothing."""
    if item.suffix not in _ADDRESS_SUFFIXES or len(item.data) > _MOST_ADDRESS_BYTES:
        return ()
    text = item.data.decode("utf-8-sig", "replace")
    shortcut = _SHORTCUT.match(text)
    lines = [shortcut[1]] if shortcut else [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return tuple(lines) if lines and all(_ADDRESS.match(line) for line in lines) else ()


def _is_page(item: Found, head: bytes) -> bool:
    if item.suffix in _PAGE_SUFFIXES or "html" in item.type:
        return True
    if wide_encoding(head) or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")
    return bool(_PAGE.search(head)) or len(_TAG.findall(head)) >= _TAGS_OF_A_PAGE
