"""Who wrote an article and when, as the elements and lines around it state; those beside other stories are told apart."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Final, NamedTuple

from lxml.html import HtmlElement

from twosource.clean.characters import one_line
from twosource.clean.leaves import Leaf
from twosource.clean.page_lines import Region
from twosource.clean.wording import markup, page_words
from twosource.model import CandidateOrigin

ELSEWHERE: Final = "elsewhere on the page"
HEAD: Final = "page"
_FOOT: Final = "page foot"
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_BYLINE: Final = 160  # characters; longer is a portrait of the author
_MOST_LINE: Final = 120
_MOST_STRINGS: Final = 40
_LEVELS: Final = 3  # around a headline that stands in no article element
_FOOT_ELEMENTS: Final = 80
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")


class Reading(NamedTuple):
    """What a page states of one field of its article, and where it does."""

    field: str
    value: str
    origin: CandidateOrigin


@dataclass(frozen=True, slots=True)
class Place:
    """Numbers of elements: where the article's head begins, its first paragraph, its last line, and its end with what follows."""

    start: int
    first: int
    last: int
    end: int


def place_of(elements: Sequence[HtmlElement], leaves: Sequence[Leaf], region: Region | None) -> Place:
    """Where among a page's elements its article stands; the whole page where no line of it is known.

    The head begins with the article element around the headline, else a few elements above it: what stands before is
    the masthead of the page, whose clock tells when it was saved.
    """
    if region is None:
        return Place(0, len(elements), len(elements), len(elements))
    head, last = leaves[region.start], leaves[max(region.end - 1, region.start)]
    around = elements[head.order]
    for _ in range(_LEVELS):
        parent = around.getparent()
        if parent is None or parent.tag in {"body", "html"}:
            break
        around = parent
        if around.tag in {"article", "main", "header"}:
            break
    around = next((one for one in elements[head.order].iterancestors() if one.tag == "article"), around)
    start = next((n for n in range(head.order, -1, -1) if elements[n] is around), head.order)
    return Place(start, leaves[region.first].order, last.order, min(last.order + _FOOT_ELEMENTS, len(elements)))


def stated_on_page(elements: Sequence[HtmlElement], leaves: Sequence[Leaf], region: Region | None) -> Iterator[Reading]:
    """Bylines and times that elements and lines of the page state, with where they stand."""
    place = place_of(elements, leaves, region)
    around = elements[place.start] if region is not None else None
    found = {n: reading for n, element in enumerate(elements) if (reading := _in_element(element))}
    numbers = numbered([elements[n] for n, (field, _) in found.items() if field == "byline"])
    for number, (field, value) in found.items():
        if field != "byline" or not _holds_others(elements[number], numbers, value):
            yield Reading(field, value, _origin(elements[number], number, place, around))
    for leaf in leaves:
        head = place.start <= leaf.order < place.first and region is not None and not leaf.aside
        if head and len(leaf.text) <= _MOST_LINE and _YEAR.search(leaf.text):
            yield Reading(_field_of(leaf.text.casefold(), page_words().updated), leaf.text, HEAD)


def _origin(element: HtmlElement, number: int, place: Place, around: HtmlElement | None) -> CandidateOrigin:
    if not place.start <= number < place.end or _is_beside(element, around):
        return ELSEWHERE
    if number < place.first:
        return HEAD
    return _FOOT if number > place.last else ELSEWHERE


def _is_beside(element: HtmlElement, around: HtmlElement | None) -> bool:
    """Whether something between the article and an element says that it belongs to other stories or to readers."""
    barred = {*markup().asides, "article"} if around is not None else markup().asides
    holders = (element, *element.iterancestors())
    between = takewhile(lambda one: one is not around and one.tag not in {"body", "html"}, holders)
    return any(one.tag in barred or markup().beside.search(_names(one)) for one in between)


def _in_element(element: HtmlElement) -> tuple[str, str] | None:
    """The time or the author that one element of the page states."""
    silent = not isinstance(element.tag, str) or element.tag in markup().no_byline_elements
    return None if silent else _time_in(element) or _byline_in(element)


def _time_in(element: HtmlElement) -> tuple[str, str] | None:
    item = element.get("itemprop", "").lower()
    if element.tag == "time":
        stated = element.get("datetime") or words_of_element(element)
        parent = element.getparent()
        names = (element.get("itemprop"), element.get("class"), None if parent is None else parent.get("class"))
        return (_field_of(" ".join(filter(None, names)).lower(), markup().changed), stated) if stated else None
    if element.tag == "abbr" and "published" in _names(element):
        return "published", element.get("title", "")
    times = markup().time_properties
    if item in times:
        return times[item], element.get("content") or words_of_element(element)
    return None


def _byline_in(element: HtmlElement) -> tuple[str, str] | None:
    if element.tag == "time" or not _says_author(element):
        return None
    words = words_of_element(element)
    return ("byline", words) if words and len(words) < _MOST_BYLINE else None


def _says_author(element: HtmlElement) -> bool:
    """Whether an element says of itself that it names an author: by relation, property, class, or where it leads."""
    if "author" in element.get("rel", "").lower() or element.get("itemprop", "").lower() == "author":
        return True
    name = _names(element)
    by_class = markup().byline_class.search(name) and not markup().no_byline.search(name)
    return bool(by_class or (element.tag == "a" and markup().author_page.search(element.get("href", ""))))


def _holds_others(element: HtmlElement, bylines: Mapping[HtmlElement, int], value: str) -> bool:
    """Whether the words of an element are no more than those of the bylines in it, each of which speaks for itself."""
    inner = [one for one in element.iterdescendants() if one in bylines]
    return bool(inner) and value == " ".join(words_of_element(one) for one in inner)


def _field_of(said: str, changed: Iterable[str]) -> str:
    return "updated" if any(word in said for word in changed) else "published"


def _names(element: HtmlElement) -> str:
    """Class and id, with words that run together by capitals parted."""
    return _CAPITAL.sub("-", f"{element.get('class', '')} {element.get('id', '')}".strip())


def words_of_element(element: HtmlElement) -> str:
    """The words in an element, in one line; of many strings the first."""
    return one_line(" ".join(islice(element.itertext(), _MOST_STRINGS)))


def numbered(elements: Sequence[HtmlElement]) -> Mapping[HtmlElement, int]:
    """Each element's number in the order of the page."""
    return {element: number for number, element in enumerate(elements)}
