"""What twosource and its neighbours read from a page, in one form. Who is not installed is left out."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from twosource.clean import clean
from twosource.model import Raw
from twosource.read.found import Found
from twosource.read.raws import raw_of

BODY = frozenset({"paragraph", "subheading", "dateline"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read; None for a field that a reader does not give at all."""

    body: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] | None = None
    day: str | None = None
    captions: tuple[str, ...] | None = None
    no_article: bool = False


def twosource(name: str, data: bytes, markup: str) -> Reading:
    """Our own answer: the first article of a page. Body is what is labelled so and repeats nothing."""
    del markup
    raws = (one for one in raw_of(Found(name=name, data=data, path=f"{name}.html"), html=True) if isinstance(one, Raw))
    article = next((found for raw in raws if (found := clean(raw)[0])), None)
    if article is None:
        return Reading(body="", headline="", authors=(), day="", captions=(), no_article=True)
    kept = [(b.kind, b.span.of(article.text)) for b in article.blocks if b.repeats is None]
    return Reading(
        body="\n".join(words for kind, words in kept if kind in BODY),
        headline=article.headline or "",
        authors=article.byline,
        day=(article.published or "")[:10],
        captions=tuple(words for kind, words in kept if kind == "caption"),
    )


def trafilatura(name: str, data: bytes, markup: str) -> Reading:
    """By its own reading of the page, with all that it says of it."""
    del name, markup
    found = import_module("trafilatura").bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None:
        return Reading(body="", headline="", authors=(), day="", no_article=True)
    authors = tuple(one for one in (found.author or "").split("; ") if one)
    return Reading(body=found.text or "", headline=found.title or "", authors=authors, day=found.date or "")


def newspaper4k(name: str, data: bytes, markup: str) -> Reading:
    """By its article class, given the page."""
    del data
    article: Any = import_module("newspaper").Article(url=f"https://{name}.invalid/")
    article.download(input_html=markup)
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else ""
    return Reading(body=article.text, headline=article.title, authors=tuple(article.authors), day=day)


def htmldate(name: str, data: bytes, markup: str) -> Reading:
    """Only the day, as it finds it by default."""
    del name, data
    return Reading(day=import_module("htmldate").find_date(markup, original_date=True) or "")


READERS: dict[str, Callable[[str, bytes, str], Reading]] = {
    name: reader
    for name, module, reader in (
        ("twosource", "twosource", twosource),
        ("trafilatura", "trafilatura", trafilatura),
        ("newspaper4k", "newspaper", newspaper4k),
        ("htmldate", "htmldate", htmldate),
    )
    if find_spec(module)
}
