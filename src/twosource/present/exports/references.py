"""The articles of a story for a bibliography: BibTeX, and CSL-JSON as Zotero and pandoc read it."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from anyascii import anyascii

from twosource.model import Article, Story
from twosource.present.exports.naming import address_of

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TEX: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_TEX_SIGNS: Final = re.compile(r"[\\~^&%$#_{}]")


def to_bibtex(stories: Sequence[Story]) -> str:
    """Every article once as an ``@article`` entry; empty for none. Text is UTF-8, TeX's own signs are escaped."""
    return "\n".join(_entry(key, article) for key, article in _keyed(stories))


def to_csl(stories: Sequence[Story]) -> str:
    """Every article once as a newspaper article in CSL-JSON: an array, empty for none."""
    items = [_item(key, article) for key, article in _keyed(stories)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _keyed(stories: Iterable[Story]) -> Iterator[tuple[str, Article]]:
    """Each article with a key that a person can type: outlet, year, and of its id what no other article shares."""
    for article in {article.id: article for story in stories for article in story.articles}.values():
        name = re.sub(r"[^a-z0-9]", "", anyascii(article.outlet).lower()) or "article"
        yield f"{name[:24]}{(_stamp(article) or 'nd')[:4]}-{article.id[1:7]}", article


def _stamp(article: Article) -> str:
    return article.first_dated or ""


def _date(article: Article) -> list[int]:
    """Year, month and day as far as the article states them."""
    found = _DATE.match(_stamp(article))
    return [int(part) for part in found.groups() if part] if found else []


def _entry(key: str, article: Article) -> str:
    fields = {
        "title": f"{{{_tex(article.headline or 'No headline')}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in article.byline),
        "journal": _tex(article.outlet),
        "publisher": _tex(article.publisher or ""),
        "date": _stamp(article)[:10],
        "year": _stamp(article)[:4],
        "url": address_of(article) or "",
        "language": article.language,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{key},", *lines, "}", ""])


def _tex(words: str) -> str:
    return _TEX_SIGNS.sub(lambda found: _TEX[found[0]], " ".join(words.split()))


def _item(key: str, article: Article) -> dict[str, object]:
    date, address = _date(article), address_of(article)
    item: dict[str, object] = {
        "id": key,
        "type": "article-newspaper",
        "title": article.headline or "No headline",
        "container-title": article.outlet,
        "language": article.language,
    }
    if article.byline:
        item["author"] = [{"literal": name} for name in article.byline]
    if article.publisher:
        item["publisher"] = article.publisher
    if date:
        item["issued"] = {"date-parts": [date]}
    if address:
        item["URL"] = address
    return item
