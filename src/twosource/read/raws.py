"""From bytes known to be a page or plain text to one article's raw input."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from twosource.model import Gap, Raw
from twosource.model.raw import RawKind
from twosource.read.decode import decode
from twosource.read.found import Found


def raw_of(item: Found, *, html: bool) -> Iterator[Raw | Gap]:
    """The raw input, one for each article where a page holds several, and a gap where characters had to be replaced or none is left."""
    text, replaced = decode(item)
    if not text.strip("� \t\n"):
        yield Gap(code="G102", where=item.name, detail="it holds no characters that can be read")
        return
    if replaced:
        yield replaced_gap(item.name, replaced)
    raw = replace(raw_from(item, text, "html" if html else "text"), html=html, replaced=replaced)
    if not html:
        yield raw
        return
    from twosource.read.page_articles import articles_on_page  # noqa: PLC0415 - the page library only for pages

    yield from articles_on_page(raw)


def raw_from(item: Found, text: str, kind: RawKind) -> Raw:
    """A text of an input, with where that came from."""
    return Raw(name=item.name, kind=kind, text=text, sha256=sha256(item.data).hexdigest(), path=item.path, url=item.url,
               archive=item.archive, position=item.position, read_at=item.read_at)  # fmt: skip


def replaced_gap(name: str, count: int) -> Gap:
    """That ``count`` characters could not be decoded."""
    plural = "s" if count != 1 else ""
    return Gap(code="G202", where=name, detail=f"{count:,} character{plural} could not be read and stand as U+FFFD")
