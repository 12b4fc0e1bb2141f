"""What a page says of itself: JSON-LD, Open Graph, meta elements, markup. Every reading is kept."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from lxml.html import HtmlElement

from twosource.clean.characters import host_of, one_line, unescaped
from twosource.clean.stated_on_page import Reading, words_of_element
from twosource.clean.wording import markup
from twosource.model import Candidate, CandidateOrigin
from twosource.text.pieces import key_of

_IN_PATH = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/?#-]|$)")
_MOST_NODES: Final = 2_000
_MOST_SCRIPT: Final = 2_000_000
_MOST_VALUE: Final = 500


@cache
def _fields() -> dict[str, str]:
    """Our field of each meta element; sites write their names with colons, dots and strokes as they like."""
    return {key_of(name): field for field, names in markup().meta.items() for name in names}


def candidates_of(tree: HtmlElement, address: str | None, on_page: Iterable[Reading] = ()) -> list[Candidate]:
    """Every piece of metadata that the page states, each once, in order of origin.

    Args:
        tree: The page with its scripts.
        address: Where the page was fetched from, or what its record says; None if nobody said.
        on_page: What elements and lines around the article state.
    """
    readings = [*_json_ld(tree), *_meta(tree), *_markup(tree), *on_page]
    own = next((reading.value for reading in readings if reading.field == "url"), None)
    readings += _from_address(address, "address")
    if own != address:
        readings += _from_address(own, "url")
    found: dict[Reading, None] = {}
    for reading in readings:
        words = one_line(unescaped(reading.value))[:_MOST_VALUE]
        if words:
            found[reading._replace(value=words)] = None
    return [Candidate(field=field, value=value, origin=origin) for field, value, origin in found]


def descriptions_of(tree: HtmlElement) -> list[str]:
    """What the page says the article is about, in its meta elements and its JSON-LD; most often its lead."""
    said = [element.get("content", "") for element in tree.iter("meta")
            if (element.get("property") or element.get("name", "")).lower() in markup().descriptions]  # fmt: skip
    said += [node["description"] for node in articles_in(tree) if isinstance(node.get("description"), str)]
    return list(dict.fromkeys(filter(None, (one_line(unescaped(one)) for one in said))))


def is_free(tree: HtmlElement) -> bool:
    """Whether the page's data leave open that its article is free to read."""
    said = (str(node.get("isAccessibleForFree", "")).casefold().rpartition("/")[2] for node in articles_in(tree))
    return not any(one in markup().no for one in said)


def articles_in(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe an article, those nearer the top first."""
    yield from (node for node in _objects(tree) if _is_of(node, markup().article_types))


def _objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, script by script."""
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            yield from _nodes(_read(script.text or ""))


def _read(script: str) -> object:
    """What a script of JSON-LD holds; None for one that is too long or no JSON."""
    text = script.strip().strip(";")
    if not text or len(text) > _MOST_SCRIPT:
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _is_of(node: dict[str, Any], types: tuple[str, ...]) -> bool:
    kinds = node.get("@type")
    return any(str(kind).casefold().endswith(types) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _json_ld(tree: HtmlElement) -> Iterator[Reading]:
    for node in articles_in(tree):
        yield from _of_article(node)
    for node in _objects(tree):
        if _is_of(node, ("claimreview",)):
            yield from _of_review(node)


def _of_review(node: dict[str, Any]) -> Iterator[Reading]:
    """Which claim a page says that it checks, whose it is, and what the page calls it: kept as readings, judged by nobody here."""
    claim, rating = node.get("itemReviewed"), node.get("reviewRating")
    claimants = _names(claim.get("author")) if isinstance(claim, dict) else []
    called = rating.get("alternateName") if isinstance(rating, dict) else None
    for field, values in (("claim reviewed", [node.get("claimReviewed")]), ("claimed by", claimants),
                          ("reviewed by", _names(node.get("author"))), ("rated as", [called])):  # fmt: skip
        yield from (Reading(field, value, "json-ld") for value in values if isinstance(value, str))


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


def _of_article(node: dict[str, Any]) -> Iterator[Reading]:
    for key, field in markup().json_fields.items():
        if isinstance(node.get(key), str):
            yield Reading(field, node[key], "json-ld")
    for name in _names(node.get("author")) or _names(node.get("creator")):
        yield Reading("byline", name, "json-ld")
    for name in _names(node.get("publisher")):
        yield Reading("outlet", name, "json-ld")
    for key in markup().json_credits:
        for name in _names(node.get(key)):
            yield Reading("credit", name, "json-ld")


def _names(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in values]
    return [name for name in named if isinstance(name, str) and not name.startswith("http")]


def _meta(tree: HtmlElement) -> Iterator[Reading]:
    for element in tree.iter("meta"):
        value = element.get("content")
        for attribute in markup().meta_names:
            name = element.get(attribute, "").strip().lower()
            field = _fields().get(key_of(name)) or (markup().properties.get(name) if attribute == "itemprop" else None)
            if field and value and not (field == "byline" and value.startswith("http")):
                yield Reading(field, value, "open graph" if name.startswith(("og:", "article:")) else "meta")
                break


def _markup(tree: HtmlElement) -> Iterator[Reading]:
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        yield Reading("language", language, "page")
    for link in tree.iter("link"):
        if link.get("rel", "").lower() == "canonical" and link.get("href"):
            yield Reading("url", link.get("href"), "page")
    headings = list(tree.iter("h1"))
    if len(headings) == 1:
        yield Reading("headline", words_of_element(headings[0]), "page")
    elif not headings:
        yield from _called_title(tree)
    title = next(tree.iter("title"), None)
    if title is not None:
        yield Reading("headline", words_of_element(title), "title element")


def _called_title(tree: HtmlElement) -> Iterator[Reading]:
    """The line that the markup calls the title, on a page without a main heading."""
    classed = markup().title_class.search
    for element in tree.iter(*markup().title_elements):
        called = classed(element.get("class", "")) or element.get("itemprop", "").lower() == "headline"
        if called and (words := words_of_element(element)):
            yield Reading("headline", words, "page")
            return


def _from_address(address: str | None, origin: CandidateOrigin) -> list[Reading]:
    host = host_of(address)
    if not address or not host:
        return []
    found = [Reading("outlet", host, origin), Reading("url", address, origin)]
    day = _IN_PATH.search(address)
    if day:
        found.append(Reading("published", f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}", origin))
    return found
