"""What a page says of itself: JSON-LD, Open Graph, meta elements, markup. Every reading is kept."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from lxml.html import HtmlElement

from twosource.clean.characters import host_of, one_line
from twosource.model import Candidate

# meta name or property, in small letters → our field.
_META: Final = {
    "og:title": "headline", "twitter:title": "headline", "dc.title": "headline", "parsely-title": "headline",
    "sailthru.title": "headline", "headline": "headline",
    "article:published_time": "published", "og:article:published_time": "published", "datepublished": "published",
    "date": "published", "pubdate": "published", "publishdate": "published", "publish-date": "published",
    "dc.date": "published", "dc.date.issued": "published", "dcterms.created": "published",
    "parsely-pub-date": "published", "sailthru.date": "published", "article.published": "published",
    "cxenseparse:recs:publishtime": "published", "publication_date": "published",
    "article:modified_time": "updated", "og:updated_time": "updated", "datemodified": "updated",
    "last-modified": "updated", "dcterms.modified": "updated", "lastmod": "updated", "article.updated": "updated",
    "author": "byline", "article:author": "byline", "dc.creator": "byline", "byl": "byline", "parsely-author": "byline",
    "sailthru.author": "byline", "og:article:author": "byline", "cxenseparse:author": "byline",
    "og:site_name": "outlet", "application-name": "outlet", "dc.publisher": "outlet", "al:android:app_name": "outlet",
    "og:url": "url", "og:locale": "language", "content-language": "language", "language": "language",
    "dc.language": "language",
}  # fmt: skip
_PROPERTIES: Final = {
    "headline": "headline",
    "datepublished": "published",
    "datemodified": "updated",
    "datecreated": "published",
}
_ARTICLE_TYPES: Final = ("article", "report", "posting", "liveblog")
_IN_PATH = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/?#-]|$)")
_MOST_NODES: Final = 2_000
_MOST_SCRIPT: Final = 2_000_000
_MOST_VALUE: Final = 500
_MOST_BYLINE: Final = 100  # characters; longer is a portrait of the author
_MOST_STRINGS: Final = 40
_BYLINE_CLASS = re.compile(
    r"\b(?:byline|author|autor|article-author|post-author|entry-author)(?:[-_]?name)?\b", re.IGNORECASE
)


def candidates_of(tree: HtmlElement, address: str | None) -> list[Candidate]:
    """Every piece of metadata that the page states, each once, in order of origin.

    Args:
        tree: The page with its scripts.
        address: Where the page was fetched from, or what its record says; None if nobody said.
    """
    readings = [*_json_ld(tree), *_meta(tree), *_markup(tree)]
    own = next((value for field, value, _ in readings if field == "url"), None)
    readings += _from_address(address, "address")
    if own != address:
        readings += _from_address(own, "url")
    found: dict[tuple[str, str, str], None] = {}
    for field, value, origin in readings:
        words = one_line(value)[:_MOST_VALUE]
        if words:
            found[(field, words, origin)] = None
    return [Candidate(field=field, value=value, origin=origin) for field, value, origin in found]


def _json_ld(tree: HtmlElement) -> Iterator[tuple[str, str, str]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip().strip(";")
        if not text or len(text) > _MOST_SCRIPT:
            continue
        try:
            whole = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(whole):
            kinds = node.get("@type")
            names = [str(kind).casefold() for kind in (kinds if isinstance(kinds, list) else [kinds])]
            if any(name.endswith(_ARTICLE_TYPES) for name in names):
                yield from _of_article(node)


def _nodes(whole: object) -> Iterator[dict[str, Any]]:
    """All objects of a JSON-LD script, those nearer the top first; at most two thousand."""
    waiting: list[object] = [whole]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, dict):
            yield one
            waiting += [value for value in one.values() if isinstance(value, dict | list)]
        elif isinstance(one, list):
            waiting += one


def _of_article(node: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for key, field in (("headline", "headline"), ("datePublished", "published"), ("dateModified", "updated"),
                       ("inLanguage", "language"), ("url", "url")):  # fmt: skip
        if isinstance(node.get(key), str):
            yield field, node[key], "json-ld"
    for name in _names(node.get("author")) or _names(node.get("creator")):
        yield "byline", name, "json-ld"
    for name in _names(node.get("publisher")):
        yield "outlet", name, "json-ld"
    for key in ("creditText", "copyrightHolder", "sourceOrganization"):
        for name in _names(node.get(key)):
            yield "credit", name, "json-ld"


def _names(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in values]
    return [name for name in named if isinstance(name, str) and not name.startswith("http")]


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str, str]]:
    for element in tree.iter("meta"):
        value = element.get("content")
        for attribute in ("property", "name", "http-equiv", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            field = _META.get(name) or (_PROPERTIES.get(name) if attribute == "itemprop" else None)
            if field and value and not (field == "byline" and value.startswith("http")):
                yield field, value, "open graph" if name.startswith(("og:", "article:")) else "meta"
                break


def _markup(tree: HtmlElement) -> Iterator[tuple[str, str, str]]:
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        yield "language", language, "page"
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield "url", link.get("href"), "page"
    headings = list(tree.iter("h1"))
    if len(headings) == 1:
        yield "headline", _words(headings[0]), "page"
    for element in tree.iter("time", "span", "div", "p", "a", "abbr", "address"):
        reading = _in_element(element)
        if reading:
            yield (*reading, "page")
    title = next(tree.iter("title"), None)
    if title is not None:
        yield "headline", _words(title), "title element"


def _in_element(element: HtmlElement) -> tuple[str, str] | None:
    """The time or the author that one element of the page states."""
    name, item = element.get("class") or "", (element.get("itemprop") or "").lower()
    if element.tag == "time" and element.get("datetime"):
        return _field_of_time(element), element.get("datetime")
    if element.tag == "abbr" and "published" in name:
        return "published", element.get("title") or ""
    if item in _PROPERTIES and element.get("content"):
        return _PROPERTIES[item], element.get("content")
    if element.get("rel") == "author" or item == "author" or _BYLINE_CLASS.search(name):
        words = _words(element)
        return ("byline", words) if len(words) < _MOST_BYLINE else None
    return None


def _field_of_time(element: HtmlElement) -> str:
    parent = element.getparent()
    names = (element.get("itemprop"), element.get("class"), None if parent is None else parent.get("class"))
    said = " ".join(filter(None, names)).lower()
    return "updated" if "modif" in said or "updat" in said else "published"


def _words(element: HtmlElement) -> str:
    return one_line(" ".join(islice(element.itertext(), _MOST_STRINGS)))


def _from_address(address: str | None, origin: str) -> list[tuple[str, str, str]]:
    host = host_of(address)
    if not address or not host:
        return []
    found = [("outlet", host, origin), ("url", address, origin)]
    day = _IN_PATH.search(address)
    if day:
        found.append(("published", f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}", origin))
    return found
