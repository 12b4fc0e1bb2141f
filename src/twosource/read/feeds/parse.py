"""From bytes to what a feed says: RSS, Atom, JSON Feed, OPML, news sitemaps, and a page that names its feed."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Final

from twosource.read.archives.bounds import read_up_to
from twosource.read.archives.forms import DAMAGE, packer_of, unpacking
from twosource.read.decode import decode
from twosource.read.feeds.entry import Feed, NoFeedError, address_of
from twosource.read.feeds.json_feed import is_json_feed, read_json_feed
from twosource.read.feeds.lists import read_opml, read_sitemap
from twosource.read.feeds.syndication import read_syndication
from twosource.read.found import Found
from twosource.read.page_tree import tree_of
from twosource.settings import Settings

_HEAD: Final = 4096
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.IGNORECASE)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([A-Za-z]\w*)[\s/>]")
_BEFORE_ROOT: Final = re.compile(r"<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ENTITY: Final = re.compile(r"<!ENTITY", re.IGNORECASE)
_FEED_TYPES: Final = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def feed_of(item: Found, settings: Settings) -> Feed:
    """What a feed says.

    Args:
        item: Its bytes, with the address that relative links start from.
        settings: ``feed_bytes``, ``feed_entries``.

    Raises:
        NoFeedError: If it is too large, declares entities of its own, or is no feed.
    """
    item = _unpacked(item, settings.feed_bytes)
    if len(item.data) > settings.feed_bytes:
        message = f"it has more than {settings.feed_bytes:,} bytes"
        raise NoFeedError(message)
    text = decode(_as_declared(item))[0].lstrip("\ufeff \t\r\n")
    if is_json_feed(text):
        return read_json_feed(text, item.url, settings.feed_entries)
    if _ENTITY.search(text):
        message = "it declares entities of its own, which can be made to fill the memory"
        raise NoFeedError(message)
    root = _root(text)
    if root in {"rss", "rdf", "feed"}:
        return read_syndication(text, item.url, settings.feed_entries)
    if root == "opml":
        return read_opml(text, item.url, settings.feed_entries)
    if root in {"urlset", "sitemapindex"}:
        return read_sitemap(text, item.url, settings.feed_entries)
    return _named_by_page(text, item)


def _unpacked(item: Found, most: int) -> Found:
    """A feed that was packed as a file: large sites send their sitemaps so."""
    if packer_of(item.data) != "gz":
        return item
    try:
        data = read_up_to(unpacking(BytesIO(item.data), "gz"), most + 1)
    except DAMAGE as error:
        message = f"it is damaged: {str(error).lower()}"
        raise NoFeedError(message) from error
    return replace(item, data=data, charset=None)


def _as_declared(item: Found) -> Found:
    declared = _DECLARED.match(item.data[:_HEAD].decode("ascii", "replace"))
    return replace(item, charset=declared[1]) if declared and not item.charset else item


def _root(text: str) -> str:
    found = _ROOT.search(_BEFORE_ROOT.sub(" ", text[: 4 * _HEAD]))
    return found[1].casefold() if found else ""


def _named_by_page(text: str, item: Found) -> Feed:
    """The feed that a page says is its own: people give the address of the front page."""
    tree = tree_of(text)
    for link in [] if tree is None else tree.iter("link"):
        kind, target = link.get("type", "").lower(), address_of(link.get("href"), item.url)
        if "alternate" in link.get("rel", "").lower() and kind in _FEED_TYPES and target:
            return Feed(feeds=(target,))
    message = "it is no RSS, Atom, JSON Feed, OPML or sitemap, and names no feed"
    raise NoFeedError(message)
