"""Invented articles for tests: from a few lines of text to a parsed article."""

from functools import cache

from twosource.extract.attribution import find_statements
from twosource.extract.entities import EntityResolver
from twosource.extract.quotations import find_quotations
from twosource.language import Document, Parsed, document_of
from twosource.model import Article, Block, BlockKind, Source, Statement, content_id
from twosource.parse import EnglishParser
from twosource.settings import DEFAULTS


def article(
    text: str,
    *,
    outlet: str = "invented.example",
    headline: str | None = None,
    published: str | None = "2031-05-14T10:00",
    captions: tuple[str, ...] = (),
    via: tuple[str, ...] = (),
) -> Article:
    """An article whose paragraphs are the lines of ``text``; captions follow behind."""
    parts: list[tuple[BlockKind, str]] = [("headline", headline)] if headline else []
    parts += [("paragraph", line.strip()) for line in text.splitlines() if line.strip()]
    parts += [("caption", caption) for caption in captions]
    blocks: list[Block] = []
    whole = ""
    for kind, part in parts:
        whole += "\n\n" if whole else ""
        blocks.append(Block(kind=kind, start=len(whole), end=len(whole) + len(part), reason="invented"))
        whole += part
    return Article(
        id=content_id("a", outlet, headline, whole),
        outlet=outlet,
        sha256="0" * 64,
        headline=headline,
        published=published,
        dated_by="stated" if published else "none",
        via=via,
        text=whole,
        blocks=tuple(blocks),
    )


@cache
def english() -> EnglishParser:
    """The parser, loaded once for all tests."""
    return EnglishParser()


def parsed(invented: Article) -> Parsed:
    """The article's trees."""
    return english()([invented])[0]


def document(text: str) -> Document:
    """An article of these paragraphs as rules of extraction receive it."""
    invented = article(text)
    return document_of(invented, parsed(invented))


def resolver(asked: Document) -> EntityResolver:
    """Who is in an article, before anybody is known to speak."""
    return EntityResolver(asked, find_quotations(asked.article, asked.parsed, DEFAULTS))


def spoken(invented: Article) -> tuple[tuple[Statement, ...], tuple[Source, ...]]:
    """What an article says, and its sources."""
    asked = document_of(invented, parsed(invented))
    quotations = find_quotations(asked.article, asked.parsed, DEFAULTS)
    who = EntityResolver(asked, quotations)
    return find_statements(asked, quotations, who, DEFAULTS), who.sources()
