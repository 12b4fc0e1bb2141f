"""What a feed says, whatever its format."""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from html import unescape
from ipaddress import ip_address
from typing import Final
from urllib.parse import urljoin, urlsplit

_TAGS: Final = re.compile(r"<[^<>]*>")
_IDENTITY: Final = 16
_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
_MOST_ESCAPES: Final = 4


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

    What leads back to the machine that made the feed is taken from where the feed stands.

    Example:
        >>> address_of("../ferry", "https://tern.example/feeds/rss")
        'https://tern.example/ferry'
        >>> address_of("http://localhost:1313/ferry", "https://tern.example/feeds/rss")
        'https://tern.example/ferry'
    """
    try:
        whole = urljoin(base or "", link.strip()) if link else ""
        if base and _is_loopback(whole) and not _is_loopback(base):
            parts = urlsplit(whole)
            whole = urljoin(base, parts._replace(scheme="", netloc="").geturl() or "/")
    except ValueError:
        return None
    return whole if whole.lower().startswith(("http://", "https://")) else None


def _is_loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    with suppress(ValueError):
        return ip_address(host).is_loopback or ip_address(host).is_unspecified
    return host == "localhost" or host.endswith(".localhost")


def host_in(address: str | None) -> str:
    """The host of an address without "www."; empty where it has none."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def plain_title(stated: str | None) -> str | None:
    """A title without markup, in one line, its references as characters however often they were escaped; None for no words.

    Example:
        >>> plain_title("Cost is &amp;lt; 5m, says <b>Hode</b> &amp;#8217;")
        'Cost is < 5m, says Hode ’'
    """
    title = stated or ""
    for _ in range(_MOST_ESCAPES):
        title = _MARKUP.sub("", title)
        if not _REFERENCE.search(title):
            break
        title = unescape(title)
    return " ".join(title.split()) or None


def apart(entries: list[Entry], most: int) -> tuple[Entry, ...]:
    """The first ``most`` entries with an identity each: where two share a name, the address tells them apart.

    Where a feed gives no names but addresses only, and entries of different titles share one, it is that of no article
    but of a front page: they are told apart by what they say.
    """
    first = entries[:most]
    shared = Counter(url for url, _ in {(one.url, one.title) for one in first if one.id == one.url})
    found: dict[str, Entry] = {}
    named: dict[str, Entry] = {}
    for entry in first:
        known = named.setdefault(entry.id, entry)
        name = entry.id
        if known.url != entry.url:
            name = f"{entry.id} {entry.url}"
        elif known.title != entry.title and entry.id == entry.url:
            name = f"{entry.id} {entry.fingerprint}"
        own = replace(entry, id=name)
        if shared[entry.url or ""] > 1:
            own = replace(own, url=None, outlet=entry.outlet or host_in(entry.url))
        found.setdefault(name, own)
    return tuple(found.values())
