"""One raw input to one article."""

import re
from pathlib import PurePath
from typing import Final

from twosource.clean.characters import host_of
from twosource.clean.choose import Chosen, choose
from twosource.clean.headline import headline_of, with_headline
from twosource.clean.labels import label
from twosource.clean.language import language_of
from twosource.clean.left_out import told
from twosource.clean.pieces import Page, assemble
from twosource.clean.plain_text import pieces_of_text
from twosource.clean.walls import NO_PARAGRAPH, is_gallery, text_wall_reason
from twosource.model import Article, Block, Candidate, CandidateOrigin, Gap, Raw, content_id
from twosource.settings import DEFAULTS, Settings
from twosource.text.prose import TOLD_IN
from twosource.text.reasons import Reason, worded

# A check sum in a file's name: of its digits four are kept, which a reader can tell from another's.
_SUM: Final = re.compile(r"(?<![^\W_])(?=[0-9]*[a-f])(?=[a-f]*[0-9])([0-9a-f]{4})[0-9a-f]{8,}(?![^\W_])")


def clean(raw: Raw, *, settings: Settings = DEFAULTS) -> tuple[Article | None, tuple[Gap, ...]]:
    """Keep the journalism and label the rest.

    Args:
        raw: One input as read.
        settings: How large a page may be.

    Returns:
        The article and what could not be found in it. No article where the input holds no text of one; then a
        gap says so.
    """
    page = _page(raw, settings)
    length = sum(len(piece.text) for piece in page.pieces)
    refused = page.refused
    if length > settings.text_characters:
        refused = worded(Reason("pages.too_long", count=length, most=settings.text_characters), TOLD_IN)
    if refused:
        return None, (Gap(code="G104", where=raw.name, detail=refused),)
    if not page.pieces:
        return None, (_no_article(raw, page.wall or Reason("pages.no_article")),)
    candidates = [*_given(raw), *page.candidates]
    headline = headline_of(raw, page.pieces, candidates)
    text, drafts = assemble(with_headline(page.pieces, headline))
    blocks = label(text, drafts, headline)
    captions = [block.span.of(text) for block in blocks if block.kind == "caption"]
    if not any(block.kind == "paragraph" for block in blocks) and not is_gallery(captions):
        return None, (_no_article(raw, NO_PARAGRAPH if drafts else Reason("pages.no_characters")),)
    chosen = choose(raw, text, blocks, candidates, headline)
    article = _article(raw, text, blocks, chosen)
    gaps = [] if article.published or article.updated else [_no_date(raw.name)]
    if page.left_out:
        gaps.append(Gap(code="G205", where=raw.name, detail=told(page.left_out)))
    return article, tuple(gaps)


def _no_article(raw: Raw, why: Reason) -> Gap:
    return Gap(code="G201", where=raw.name, detail=worded(why, TOLD_IN))


def _no_date(name: str) -> Gap:
    return Gap(code="G203", where=name, detail=worded(Reason("pages.undated"), TOLD_IN))


def _page(raw: Raw, settings: Settings) -> Page:
    if not (raw.kind == "html" or raw.html):
        pieces = pieces_of_text(raw.text)
        wall = text_wall_reason([piece.text for piece in pieces])
        return Page(wall=wall) if wall else Page(pieces=tuple(pieces))
    from twosource.clean.page import read_page  # noqa: PLC0415 - the page libraries only where there is a page

    return read_page(raw.text, raw.url, settings)


def _given(raw: Raw) -> list[Candidate]:
    """What the record, the feed or the user said."""
    origin: CandidateOrigin = "record" if raw.kind == "record" else "given"
    # What a page says of itself goes before what the feed that led to it says.
    told: CandidateOrigin = "feed" if raw.feed and raw.kind != "record" else origin
    given = [("outlet", raw.outlet, origin), ("url", raw.url, origin)]
    said = [("headline", raw.title), ("published", raw.published), ("updated", raw.updated), ("language", raw.language),
            *(("byline", name) for name in raw.byline), *(("credit", name) for name in raw.credits)]  # fmt: skip
    values = [*((field, value, told) for field, value in said), *given]
    found = [Candidate(field=field, value=value, origin=how) for field, value, how in values if value]
    host = host_of(raw.url)
    return [*found, Candidate(field="outlet", value=host, origin="url")] if host else found


def _article(raw: Raw, text: str, blocks: tuple[Block, ...], chosen: Chosen) -> Article:
    stem = _SUM.sub(r"\1", PurePath(raw.path).stem) if raw.path else "standard input"
    outlet = chosen.outlet or stem or raw.name
    joined = "\n".join(b.span.of(text) for b in blocks if b.kind == "paragraph")[:8_000]
    language, origin = language_of(joined, chosen.language)
    candidates = (*chosen.candidates, Candidate(field="language", value=language, origin=origin, chosen=True))
    return Article(
        id=content_id("a", outlet, chosen.headline, text),
        outlet=outlet,
        outlet_known=chosen.outlet is not None,
        url=chosen.url,
        path=raw.path,
        sha256=raw.sha256,
        headline=chosen.headline,
        byline=chosen.byline,
        credits=chosen.credits,
        via=chosen.via,
        published=chosen.published,
        updated=chosen.updated,
        dated_by="stated" if chosen.published or chosen.updated else "none",
        date_reason=chosen.date_reason,
        language=language,
        text=text,
        blocks=blocks,
        candidates=candidates,
    )
