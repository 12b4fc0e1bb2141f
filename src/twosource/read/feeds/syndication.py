"""RSS and Atom, also broken ones."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from twosource.read.feeds.entry import Entry, Feed, NoFeedError, address_of, apart, host_in, plain_title


def read_syndication(text: str, address: str | None, most: int) -> Feed:
    """What an RSS or Atom feed says. Scripts and frames are taken out of its texts.

    Args:
        text: The feed, without entities of its own.
        address: Where it came from; relative links start there, else at the page that the feed belongs to.
        most: Entries that are looked at.

    Raises:
        NoFeedError: If nothing in it can be read.
    """
    import feedparser  # noqa: PLC0415 - only where a feed is read

    declaration, end, rest = text.partition("?>") if text.startswith("<?xml") else ("", "", text)
    data = (rest if end or not declaration else text).encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8"}
    # From a stream: the library would take a text that is an address or a path for one, and open it.
    try:
        found = feedparser.parse(BytesIO(data), response_headers=headers)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError) as error:
        # The library lets through what a damaged entity or date makes of its own reading.
        message = f"it is damaged: {str(error).lower()}"
        raise NoFeedError(message) from error
    if not found.version and not found.entries:
        message = "nothing in it can be read as RSS or Atom"
        raise NoFeedError(message)
    base = address or _text(found.feed, "link") or ""
    language, outlet = _text(found.feed, "language"), plain_title(_text(found.feed, "title"))
    entries = [entry for one in found.entries if (entry := _entry(one, base, language, outlet))]
    return Feed(entries=apart(entries, most))


def _entry(one: Mapping[str, Any], base: str, language: str | None, outlet: str | None) -> Entry | None:
    name = _text(one, "id")
    url = _address(one, base)
    identity = name or url
    title = plain_title(_text(one, "title"))
    if not identity and not title:
        return None
    body, markup = _body(one)
    return Entry(
        id=identity or title or "",
        url=url,
        title=title,
        text=body,
        html=markup,
        published=_text(one, "published"),
        updated=_text(one, "updated"),
        byline=tuple(dict.fromkeys(_authors(one))),
        credits=tuple(dict.fromkeys(_credits(one, url))),
        # The address says it better, where there is one: feeds are called "World news".
        outlet=None if url else outlet,
        language=language,
    )


def _address(one: Mapping[str, Any], base: str) -> str | None:
    """Where an entry stands: what its link is before a service that counts clicks, else its link.

    Blogs link to what they write about, and give their own page as the name of the entry: the words are the blog's.
    """
    link, name = _text(one, "feedburner_origlink") or _text(one, "link"), _text(one, "id")
    # A name that does not say that it is no address is taken for one by the library.
    url = None if link == name and not (link or "").startswith("http") else address_of(link, base)
    own = name if name and name.startswith(("http://", "https://")) else None
    ours = host_in(base)
    return own if own and url and ours and host_in(own) == ours != host_in(url) else url


def _authors(one: Mapping[str, Any]) -> Iterator[str]:
    """Names; the whole of what is said of a single author, in which the library takes a part of his mail's address for one."""
    authors, said = _objects(one, "authors"), _text(one, "author")
    if len(authors) == 1 and said and "@" in said:
        yield said
        return
    yield from filter(None, (_text(author, "name") for author in authors))


def _credits(one: Mapping[str, Any], url: str | None) -> Iterator[str]:
    """The feed or outlet that an entry says it was taken from, where that is another than where it stands."""
    source = one.get("source")
    if isinstance(source, Mapping):
        name, place = plain_title(_text(source, "title")), _text(source, "href") or _text(source, "link")
        if name and not (place and url and host_in(place) == host_in(url)):
            yield name
    named = plain_title(_text(one, "dc_source"))
    if named and not named.startswith("http"):
        yield named


def _body(one: Mapping[str, Any]) -> tuple[str, bool]:
    """The longest text that an entry holds, and whether it is markup."""
    parts = [*_objects(one, "content"), *_objects({"": [one.get("summary_detail")]}, "")]
    texts = [(_text(part, "value") or "", "html" in (_text(part, "type") or "html")) for part in parts]
    return max(texts, key=lambda pair: len(pair[0]), default=("", False))


def _objects(one: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = one.get(key)
    return [part for part in value if isinstance(part, Mapping)] if isinstance(value, list) else []


def _text(one: Mapping[str, Any], key: str) -> str | None:
    # Its own ``get`` takes one time for another, and warns of it.
    value = dict.get(one, key) if isinstance(one, dict) else None
    return value.strip() or None if isinstance(value, str) else None
