"""Tables of articles: JSON, JSON lines, ninjs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from typing import Any, Final

from twosource.model import Gap, Raw
from twosource.read.columns import NAMES, value_of
from twosource.read.decode import decode, tidy
from twosource.read.found import Found
from twosource.read.raws import replaced_gap

_WRAPPERS: Final = ("articles", "items", "results", "records", "data", "entries", "hits", "docs")
_DEEPEST: Final = 6
_SHORTEST_TEXT: Final = 1
_MILLISECONDS: Final = 100_000_000_000
_FIRST_SECOND: Final = 100_000_000
_MOST_GAPS: Final = 20
_NO_COLUMNS: Final[Mapping[str, str]] = {}


def raws_of_table(item: Found, columns: Mapping[str, str] = _NO_COLUMNS) -> Iterator[Raw | Gap]:
    """One raw input a row; a gap for each row that is not an article, and for a table that holds none.

    Args:
        item: The table.
        columns: Where the user says that a field stands; by the names in use where nothing is said.
    """
    text, replaced = decode(item)
    if replaced:
        yield replaced_gap(item.name, replaced)
    yield from raws_of_rows(item, ((f"#{number}" if number else "", row) for number, row in _rows(text)), columns)


def raws_of_rows(item: Found, rows: Iterable[tuple[str, object]], columns: Mapping[str, str]) -> Iterator[Raw | Gap]:
    """The same of rows, each with what its name has behind the table's."""
    count = gaps = 0
    for name, row in rows:
        count += 1
        found = raw_of_row(row, item.name + name, path=item.path, url=item.url, columns=columns)
        gaps += isinstance(found, Gap)
        if isinstance(found, Raw) or gaps <= _MOST_GAPS:
            yield found
    if gaps > _MOST_GAPS:
        yield Gap(code="G108", where=item.name, detail=f"{gaps - _MOST_GAPS:,} more rows are not articles")
    if not count:
        yield Gap(code="G102", where=item.name, detail="the table has no rows")


def _rows(text: str) -> Iterator[tuple[int, Any]]:
    """Rows with their numbers from 1; 0 for a file that is one article. A row that is no JSON comes as an error."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from enumerate(map(_row_of_line, filter(str.strip, text.split("\n"))), 1)
        return
    inside = _wrapped(whole) if isinstance(whole, dict) else whole
    if inside is None:
        yield 0, whole
    else:
        yield from enumerate(inside if isinstance(inside, list) else [inside], 1)


def _row_of_line(line: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return ValueError("the row is not JSON")


def _wrapped(whole: dict[str, Any]) -> list[Any] | None:
    """The rows that an object holds; None for one that is an article itself, or holds none."""
    inside = next((whole[key] for key in _WRAPPERS if isinstance(whole.get(key), list)), None)
    return None if _text_of(value_of(whole, "text", _NO_COLUMNS)) else inside


def raw_of_row(
    row: object,
    name: str,
    *,
    path: str | None,
    url: str | None,
    columns: Mapping[str, str],
    position: int | None = None,
) -> Raw | Gap:
    """One row as an article's raw input, or the gap that says why it is none.

    Args:
        row: What JSON or a table holds; anything but an object is a gap.
        name: How messages call it.
        path: Where the table stands.
        url: Where it came from; taken where the row states no address.
        position: Its number, where the table may be gone on with from there.
        columns: As for ``raws_of_table``.
    """
    if not isinstance(row, dict):
        detail = str(row) if isinstance(row, ValueError) else "the row is not an object with fields"
        return Gap(code="G106", where=name, detail=detail)
    said = partial(value_of, row, columns=columns)
    body, replaced = tidy(_text_of(said("text")))
    title, replaced_too = tidy(_text_of(said("title")))
    if len(body.strip()) < _SHORTEST_TEXT:
        names = columns.get("text") or f"any of the names {', '.join(NAMES['text'][:5])} …"
        detail = f"it has no text under {names}"
        return Gap(code="G106", where=name, detail=detail)
    return Raw(
        name=name,
        kind="record",
        text=body,
        html=is_markup(body),
        sha256=sha256(json.dumps(row, sort_keys=True, ensure_ascii=True, default=str).encode()).hexdigest(),
        path=path,
        url=_address(row, columns) or url,
        outlet=_line(said("outlet")),
        title=" ".join(title.split()) or None,
        published=_time(said("published")),
        updated=_time(said("updated")),
        language=_line(said("language")),
        byline=_names(said("byline")),
        replaced=replaced + replaced_too,
        credits=_names(said("credit")),
        archive=path if position else None,
        position=position,
    )


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


def _address(row: dict[str, Any], columns: Mapping[str, str]) -> str | None:
    found = [value_of(row, "url", columns)] if "url" in columns else [row.get(name) for name in NAMES["url"]]
    lines = (tidy(one.strip())[0] for one in found if isinstance(one, str))
    return next((one for one in lines if one.lower().startswith("http")), None)


def _time(value: object) -> str | None:
    """A time as said; numbers are seconds, or thousandths of them, since 1970."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _line(value)
    # Bounds first: an integer of hundreds of digits is no float.
    seconds = value if abs(value) < _MILLISECONDS else value / 1000 if abs(value) < _MILLISECONDS**2 else 0
    if not _FIRST_SECOND <= seconds < 40 * _FIRST_SECOND:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="minutes")


def is_markup(body: str) -> bool:
    """Whether a text is HTML, or part of it."""
    lowered = body[:20_000].lower()
    return any(tag in lowered for tag in ("</p>", "<br>", "<br/>", "<br />", "</div>", "<p>"))
