"""What a feed says, whatever its format."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final
from urllib.parse import urljoin

_TAGS: Final = re.compile(r"<[^<>]*>")
_IDENTITY: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one article.

    Attributes:
        id: The feed's own name for it, or its address; one a feed.
        url: Where the article stands; None where the feed does not say.
        title: In one line, without markup.
        text: Whatever of its text the feed holds: all of it, or a summary.
        html: Whether ``text`` is markup.
        published, updated: As stated.
        byline: Authors.
        credits: Whose text it is, where that is somebody else.
        outlet: Who publishes it, where the feed says so of the entry.
        language: As stated.
    """

    id: str
    url: str | None = None
    title: str | None = None
    text: str = ""
    html: bool = False
    published: str | None = None
    updated: str | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    outlet: str | None = None
    language: str | None = None

    @property
    def fingerprint(self) -> str:
        """Changes when the feed says something else of the article."""
        said = "\n".join((self.title or "", self.updated or "", self.url or "", self.text))
        return sha256(said.encode("utf-8", "replace")).hexdigest()[:_IDENTITY]

    @property
    def words(self) -> int:
        """Words of text, markup not counted."""
        return len((_TAGS.sub(" ", self.text) if self.html else self.text).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: ``entries`` as it orders them; ``feeds`` the addresses of others, where it is a list of feeds."""

    entries: tuple[Entry, ...] = ()
    feeds: tuple[str, ...] = ()


class NoFeedError(Exception):
    """Bytes are no feed that can be read; the message says why."""


def address_of(link: str | None, base: str | None) -> str | None:
    """A link as a whole http or https address; None for any other, and for what is none.

    Example:
        >>> address_of("../ferry", "https://tern.example/feeds/rss")
        'https://tern.example/ferry'
    """
    try:
        whole = urljoin(base or "", link.strip()) if link else ""
    except ValueError:
        return None
    return whole if whole.lower().startswith(("http://", "https://")) else None


def apart(entries: list[Entry], most: int) -> tuple[Entry, ...]:
    """The first ``most`` entries with an identity each: where two share a name, the address tells them apart."""
    found: dict[str, Entry] = {}
    for entry in entries[:most]:
        known = found.get(entry.id)
        if known is None:
            found[entry.id] = entry
        elif known.url != entry.url:
            name = f"{entry.id} {entry.url}"
            found.setdefault(name, replace(entry, id=name))
    return tuple(found.values())
