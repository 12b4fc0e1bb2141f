"""How exports name the things of a story where others can refer to them."""

import re
from datetime import UTC, datetime
from typing import Final

from anyascii import anyascii

from twosource.model import Article, Story

_LONGEST: Final = 60


def address_of(article: Article) -> str | None:
    """The article's web address; None where it has none that a browser follows."""
    address = article.url or ""
    return (
        address if address.startswith(("http://", "https://")) and not re.search(r'[\s<>"{}|\\^`]', address) else None
    )


def urn(name: str) -> str:
    """A name for a thing of a story, by its id, that is an address in form and leads nowhere."""
    return f"urn:twosource:{name}"


def named(article: Article) -> str:
    """The address of an article, or the name that stands for one."""
    return address_of(article) or urn(article.id)


def stamped(stamp: str | None) -> str | None:
    """A time in the form of RFC 3339; one without a zone is taken to be in UTC, a day without a time to begin then.

    Example:
        >>> stamped("2031-05-14T10:00"), stamped("2031-05-14"), stamped("2031-05-14T10:00+02:00"), stamped("soon")
        ('2031-05-14T10:00:00Z', '2031-05-14T00:00:00Z', '2031-05-14T10:00:00+02:00', None)
    """
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?", stamp or "")
    if not found:
        return None
    day, clock, seconds, zone = found.groups()
    return f"{day}T{clock or '00:00'}{seconds or ':00'}{zone or 'Z'}"


def in_utc(stamp: str | None) -> str | None:
    """A time that states its zone, in UTC and without one; any other as it is.

    Example:
        >>> in_utc("2031-05-14T10:00+02:00"), in_utc("2031-05-14")
        ('2031-05-14T08:00', '2031-05-14')
    """
    try:
        time = datetime.fromisoformat(stamp or "")
    except ValueError:
        return stamp
    return time.astimezone(UTC).isoformat()[: len("2031-05-14T10:00")] if time.tzinfo else stamp


def latest(story: Story) -> str:
    """When the newest article of a story appeared or was changed, as ``stamped``; the year 1970 where none says so."""
    times = [stamped(article.last_dated) for article in story.articles]
    return max(filter(None, times), default="1970-01-01T00:00:00Z")


def file_name(story: Story, suffix: str) -> str:
    """A file's name from a title: ASCII letters, digits and hyphens, whatever the title holds.

    Example:
        >>> file_name(Story(title="../Fähre: “zwei” Tote", version="0"), ".json")
        'fahre-zwei-tote.json'
    """
    words = re.findall(r"[a-z0-9]+", anyascii(story.title).lower())
    return f"{'-'.join(words)[:_LONGEST].strip('-') or 'story'}{suffix}"
