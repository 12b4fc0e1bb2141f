"""An input as it was read, before anything was made of it."""

from dataclasses import dataclass
from typing import Literal

RawKind = Literal["html", "text", "record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One article's raw input.

    Attributes:
        name: How messages call it: a path, an address, ``path#3`` for the third row of a table, ``-``.
        kind: ``html`` a page; ``text`` plain text of a saved page; ``record`` a row with fields of its own.
        text: The decoded characters. For a record, the body.
        html: True where a record's body is markup.
        sha256: Of the bytes as read (of the row, for a table).
        path, url: Where it came from, as given; both None for standard input.
        outlet: Said by the user, the feed or the record; None where nobody did.
        title, published, updated, language: Said by the record; None elsewhere.
        byline: Said by the record.
        replaced: How many characters could not be decoded and were replaced by U+FFFD.
        credits: Whose text it is, as the feed or the record says: an agency, another outlet.
        feed: Address of the feed that led to it. On a fetched page the title, times and authors are then what the
            feed says of it, and what the page says of itself goes before them.
        archive: Path of the archive or large table that it stands in, as given.
        position: Where it begins there: a byte of a web archive, else the number of the member or row, from 1.
            ``read(start=...)`` goes on from there.
        read_at: When an archive says that it was fetched, ISO 8601; never taken for the time of publication.
    """

    name: str
    kind: RawKind
    text: str
    html: bool = False
    sha256: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    byline: tuple[str, ...] = ()
    replaced: int = 0
    credits: tuple[str, ...] = ()
    feed: str | None = None
    archive: str | None = None
    position: int | None = None
    read_at: str | None = None
