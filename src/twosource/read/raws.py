"""From bytes known to be a page or plain text to one article's raw input."""

from collections.abc import Iterator
from hashlib import sha256

from twosource.model import Gap, Raw
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
    raw = Raw(
        name=item.name,
        kind="html" if html else "text",
        text=text,
        html=html,
        sha256=sha256(item.data).hexdigest(),
        path=item.path,
        url=item.url,
        replaced=replaced,
        archive=item.archive,
        position=item.position,
        read_at=item.read_at,
    )
    if not html:
        yield raw
        return
    from twosource.read.page_articles import articles_on_page  # noqa: PLC0415 - the page library only for pages

    yield from articles_on_page(raw)


def replaced_gap(name: str, count: int) -> Gap:
    """That ``count`` characters could not be decoded."""
    plural = "s" if count != 1 else ""
    return Gap(code="G202", where=name, detail=f"{count:,} character{plural} could not be read and stand as U+FFFD")
