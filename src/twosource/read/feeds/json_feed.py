"""JSON Feed.

Source: https://www.jsonfeed.org/version/1.1/
"""

import re
from typing import Any, Final

from twosource.read.feeds.entry import Entry, Feed, NoFeedError, address_of, apart, plain_title

_VERSION: Final = re.compile(r"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org")
_HEAD: Final = 4096


def is_json_feed(text: str) -> bool:
    """Whether a text names the format near its beginning."""
    return text[:1] == "{" and bool(_VERSION.search(text[:_HEAD]))


def read_json_feed(text: str, address: str | None, most: int) -> Feed:
    """What a JSON Feed says.

    Args:
        text: The feed.
        address: Where it came from; relative links start there.
        most: Entries that are looked at.

    Raises:
        NoFeedError: If it is no JSON, or has no list of items.
    """
    import msgspec  # noqa: PLC0415 - only where such a feed is read

    try:
        whole = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        message = f"it is damaged: {str(error).lower()}"
        raise NoFeedError(message) from error
    items = whole.get("items") if isinstance(whole, dict) else None
    if not isinstance(items, list):
        message = "it is a JSON Feed without a list of items"
        raise NoFeedError(message)
    base = address or _text(whole, "home_page_url") or ""
    entries = [_entry(one, whole, base) for one in items if isinstance(one, dict)]
    return Feed(entries=apart([entry for entry in entries if entry.id], most))


def _entry(one: dict[str, Any], whole: dict[str, Any], base: str) -> Entry:
    url = address_of(_text(one, "url") or _text(one, "external_url"), base)
    markup = _text(one, "content_html")
    identity = one.get("id")
    return Entry(
        id=str(identity) if isinstance(identity, str | int) and identity != "" else url or "",
        url=url,
        title=plain_title(_text(one, "title")),
        text=markup or _text(one, "content_text") or _text(one, "summary") or "",
        html=bool(markup),
        published=_text(one, "date_published"),
        updated=_text(one, "date_modified"),
        byline=_authors(one) or _authors(whole),
        outlet=None if url else _text(whole, "title"),
        language=_text(one, "language") or _text(whole, "language"),
    )


def _authors(one: dict[str, Any]) -> tuple[str, ...]:
    named = one.get("authors") if isinstance(one.get("authors"), list) else [one.get("author")]
    names = [_text(author, "name") for author in named or [] if isinstance(author, dict)]
    return tuple(name for name in names if name)


def _text(one: dict[str, Any], key: str) -> str | None:
    value = one.get(key)
    return value.strip() or None if isinstance(value, str) else None
