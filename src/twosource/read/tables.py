"""Tables of articles: JSON, JSON lines, ninjs."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from twosource.model import Gap, Raw
from twosource.read.decode import decode, tidy
from twosource.read.found import Found
from twosource.read.raws import replaced_gap

# What other tools and feeds call the same thing; the first that holds something is taken.
_TITLE: Final = ("title", "headline", "headlines", "name")
_TEXT: Final = ("text", "body", "articleBody", "article_body", "content", "maintext", "body_text", "body_html",
                "body_xhtml", "bodies", "full_text", "story")  # fmt: skip
_URL: Final = ("url", "link", "canonical_url", "source_url", "uri", "id")
_PUBLISHED: Final = ("published", "datePublished", "date_published", "published_at", "publishedAt", "pubDate",
                     "publication_date", "publish_date", "date_publish", "firstcreated", "date", "dct", "created")  # fmt: skip
_UPDATED: Final = (
    "updated",
    "dateModified",
    "date_modified",
    "updated_at",
    "date_modify",
    "modified",
    "versioncreated",
)
_OUTLET: Final = (
    "outlet",
    "source_domain",
    "sitename",
    "site_name",
    "site",
    "domain",
    "publisher",
    "source",
    "provider",
)
_BYLINE: Final = ("byline", "authors", "author", "creator", "bylines")
_LANGUAGE: Final = ("language", "lang", "inLanguage")
_WRAPPERS: Final = ("articles", "items", "results", "records", "data", "entries", "hits", "docs")
_DEEPEST: Final = 6
_SHORTEST_TEXT: Final = 1
_MILLISECONDS: Final = 100_000_000_000
_FIRST_SECOND: Final = 100_000_000


def raws_of_table(item: Found) -> Iterator[Raw | Gap]:
    """One raw input a row; a gap for each row that is not an article, and for a table that holds none."""
    text, replaced = decode(item)
    if replaced:
        yield replaced_gap(item.name, replaced)
    count = 0
    for number, row in _rows(text):
        count += 1
        name = f"{item.name}#{number}" if number else item.name
        yield _raw(row, name, item)
    if not count:
        yield Gap(code="G102", where=item.name, detail="the table has no rows")


def _rows(text: str) -> Iterator[tuple[int, Any]]:
    """Rows with their numbers from 1; 0 for a file that is one article. A row that is no JSON comes as an error."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        for number, line in enumerate((one for one in text.split("\n") if one.strip()), 1):
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, ValueError("the row is not JSON")
        return
    if isinstance(whole, dict):
        inside = next((whole[key] for key in _WRAPPERS if isinstance(whole.get(key), list)), None)
        if inside is None or _text_of(_first(whole, _TEXT)):
            yield 0, whole
            return
        whole = inside
    yield from enumerate(whole if isinstance(whole, list) else [whole], 1)


def _raw(row: object, name: str, item: Found) -> Raw | Gap:
    if not isinstance(row, dict):
        detail = str(row) if isinstance(row, ValueError) else "the row is not an object with fields"
        return Gap(code="G106", where=name, detail=detail)
    body, replaced = tidy(_text_of(_first(row, _TEXT)))
    title, replaced_too = tidy(_text_of(_first(row, _TITLE)))
    if len(body.strip()) < _SHORTEST_TEXT:
        detail = f"it has no text under any of the names {', '.join(_TEXT[:5])} …"
        return Gap(code="G106", where=name, detail=detail)
    return Raw(
        name=name,
        kind="record",
        text=body,
        html=_is_markup(body),
        sha256=sha256(json.dumps(row, sort_keys=True, ensure_ascii=True).encode()).hexdigest(),
        path=item.path,
        url=_address(row) or item.url,
        outlet=_line(_first(row, _OUTLET)),
        title=" ".join(title.split()) or None,
        published=_time(_first(row, _PUBLISHED)),
        updated=_time(_first(row, _UPDATED)),
        language=_line(_first(row, _LANGUAGE)),
        byline=_names(_first(row, _BYLINE)),
        replaced=replaced + replaced_too,
    )


def _first(row: dict[str, Any], names: tuple[str, ...]) -> object:
    return next((row[name] for name in names if row.get(name) not in (None, "", [], {})), None)


def _text_of(value: object, depth: int = 0) -> str:
    """The text in a value: itself, its parts as paragraphs, or what a ninjs body or headline holds."""
    if isinstance(value, str):
        return value
    if depth > _DEEPEST:
        return ""
    if isinstance(value, dict):
        return _text_of(next((value[k] for k in ("value", "text", "html", "charData") if k in value), None), depth + 1)
    if isinstance(value, list):
        if all(isinstance(one, dict) and "value" in one for one in value):
            value = value[:1]
        return "\n\n".join(filter(None, (_text_of(one, depth + 1) for one in value)))
    return ""


def _line(value: object) -> str | None:
    """One line of text from a value or from its name; None where it has none."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = next((value[k] for k in ("name", "title", "value", "id") if value.get(k)), None)
    return " ".join(tidy(value)[0].split()) or None if isinstance(value, str) else None


def _names(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(filter(None, map(_line, values))))


def _address(row: dict[str, Any]) -> str | None:
    found = (row.get(name) for name in _URL)
    return next((one.strip() for one in found if isinstance(one, str) and one.lower().startswith("http")), None)


def _time(value: object) -> str | None:
    """A time as said; numbers are seconds, or thousandths of them, since 1970."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _line(value)
    seconds = value / 1000 if abs(value) >= _MILLISECONDS else value
    if not _FIRST_SECOND <= seconds < 40 * _FIRST_SECOND:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="minutes")


def _is_markup(body: str) -> bool:
    lowered = body[:20_000].lower()
    return any(tag in lowered for tag in ("</p>", "<br>", "<br/>", "<br />", "</div>", "<p>"))
