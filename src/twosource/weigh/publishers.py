"""Who owns the outlets. An outlet that is not in the table has an unknown owner, which is not another owner."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from twosource.language.lexicon import of_all_languages
from twosource.model import Article


def name_publishers(articles: Iterable[Article], extra: Mapping[str, str] | None = None) -> tuple[Article, ...]:
    """Fill in each article's publisher.

    Args:
        articles: Articles with their outlets. One that has a publisher keeps it.
        extra: The user's own table, an outlet's domain or name to its publisher; it goes before ours.

    Returns:
        The articles in the same order; ``publisher`` stays None where neither table has the outlet.
    """
    own = {_key(outlet): publisher for outlet, publisher in (extra or {}).items()}
    return tuple(
        replace(article, publisher=own.get(_key(article.outlet)) or article.publisher or publisher_of(article.outlet))
        for article in articles
    )


def publisher_of(outlet: str) -> str | None:
    """The publisher of an outlet by our table: that of its domain, or of the domain above it; None if unknown.

    Example:
        >>> publisher_of("www.thesun.co.uk"), publisher_of("nobody.example")
        ('News Corp', None)
    """
    parts = _key(outlet).split(".")
    names = (".".join(parts[first:]) for first in range(len(parts) - 1))
    return next((_table()[name] for name in names if name in _table()), None)


def _key(outlet: str) -> str:
    return outlet.strip().casefold().removeprefix("www.")


@cache
def _table() -> dict[str, str]:
    return {domain: entry.publisher for entry in of_all_languages().publishers.publishers for domain in entry.outlets}
