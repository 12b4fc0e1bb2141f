"""Lists: OPML, which readers keep their feeds in, and the sitemaps of news sites.

Source: http://opml.org/spec2.opml, https://www.sitemaps.org/protocol.html, and the news extension of it.
"""

from operator import itemgetter
from typing import Any, Final

from lxml import etree

from twosource.read.feeds.entry import Entry, Feed, NoFeedError, address_of, apart, plain_title

_MOST_SITEMAPS: Final = 20


def read_opml(text: str, address: str | None, most: int) -> Feed:
    """The addresses of the feeds in a list, each once, in its order.

    Args:
        text: The list.
        address: Where it came from; relative addresses start there.
        most: Feeds that are taken.

    Raises:
        NoFeedError: If it cannot be read, or names no feed.
    """
    outlines = ({key.casefold(): said for key, said in one.attrib.items()} for one in _tree(text).iter("{*}outline", "outline"))  # fmt: skip
    found = dict.fromkeys(filter(None, (address_of(said.get("xmlurl"), address) for said in outlines)))
    if not found:
        message = "it is a list that names no feed"
        raise NoFeedError(message)
    return Feed(feeds=tuple(found)[:most])


def read_sitemap(text: str, address: str | None, most: int) -> Feed:
    """The news in a sitemap, or the newest sitemaps of an index.

    Args:
        text: The sitemap.
        address: Where it came from.
        most: Entries that are looked at.

    Raises:
        NoFeedError: If it cannot be read, or holds no news: a list of all pages of a site is not followed.
    """
    tree = _tree(text)
    if _name(tree) == "sitemapindex":
        return Feed(feeds=_newest_maps(tree, address))
    entries = [entry for one in tree if _name(one) == "url" and (entry := _news(one, address))]
    if not entries:
        message = "it is a sitemap without news"
        raise NoFeedError(message)
    return Feed(entries=apart(entries, most))


def _newest_maps(tree: Any, address: str | None) -> tuple[str, ...]:  # noqa: ANN401 - an lxml element, which has no types
    maps = [(_of(one, "lastmod") or "", _of(one, "loc") or "") for one in tree if _name(one) == "sitemap"]
    newest = sorted(maps, key=itemgetter(0), reverse=True)[:_MOST_SITEMAPS]
    found = tuple(place for _, stated in newest if (place := address_of(stated, address)))
    if not found:
        message = "it is an index of sitemaps that names none"
        raise NoFeedError(message)
    return found


def _news(one: Any, address: str | None) -> Entry | None:  # noqa: ANN401 - an lxml element, which has no types
    url = address_of(_of(one, "loc"), address)
    news = next((part for part in one if _name(part) == "news"), None)
    if not url or news is None:
        return None
    publication = next((part for part in news if _name(part) == "publication"), None)
    return Entry(
        id=url,
        url=url,
        title=plain_title(_of(news, "title")),
        published=_of(news, "publication_date"),
        updated=_of(one, "lastmod"),
        language=None if publication is None else _of(publication, "language"),
    )


def _tree(text: str) -> Any:  # noqa: ANN401 - the same
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    bare = text.partition("?>")[2] if text.startswith("<?xml") else text
    try:
        tree = etree.fromstring(bare.strip().encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError as error:
        message = f"it is damaged: {str(error).lower()}"
        raise NoFeedError(message) from error
    if tree is None:
        message = "nothing in it can be read"
        raise NoFeedError(message)
    return tree


def _name(element: Any) -> str:  # noqa: ANN401 - the same
    # By hand: the library refuses to look at names that it has itself let through in a damaged text.
    return element.tag.rpartition("}")[2].rpartition(":")[2].casefold() if isinstance(element.tag, str) else ""


def _of(element: Any, name: str) -> str | None:  # noqa: ANN401 - the same
    part = next((one for one in element if _name(one) == name), None)
    return None if part is None else " ".join("".join(part.itertext()).split()) or None
