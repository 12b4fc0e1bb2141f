"""One raw input to one article."""

from twosource.clean.characters import host_of
from twosource.clean.choose import choose
from twosource.clean.headline import headline_of, with_headline
from twosource.clean.labels import label
from twosource.clean.left_out import told
from twosource.clean.pieces import Page, assemble
from twosource.clean.plain_text import pieces_of_text
from twosource.clean.walls import NO_PARAGRAPH, is_gallery, text_wall_reason
from twosource.model import Article, Candidate, CandidateOrigin, Gap, Raw
from twosource.settings import DEFAULTS, Settings
from twosource.text.prose import TOLD_IN
from twosource.text.reasons import Reason, worded


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
    refused = page.refused or _too_long(page, settings)
    if refused:
        return None, (_gap("G104", raw, refused),)
    if not page.pieces:
        return None, (_gap("G201", raw, page.wall or Reason("pages.no_article")),)
    candidates = [*_given(raw), *page.candidates]
    headline = headline_of(raw, page.pieces, candidates)
    text, drafts = assemble(with_headline(page.pieces, headline))
    blocks = label(text, drafts, headline)
    captions = [block.span.of(text) for block in blocks if block.kind == "caption"]
    if not any(block.kind == "paragraph" for block in blocks) and not is_gallery(captions):
        return None, (_gap("G201", raw, NO_PARAGRAPH if drafts else Reason("pages.no_characters")),)
    article = choose(raw, text, blocks, candidates, headline)
    undated = [] if article.dated_by == "stated" else [_gap("G203", raw, Reason("pages.undated"))]
    missing = [_gap("G205", raw, told(page.left_out))] if page.left_out else []
    return article, (*undated, *missing)


def _too_long(page: Page, settings: Settings) -> Reason | None:
    length, most = sum(len(piece.text) for piece in page.pieces), settings.text_characters
    return Reason("pages.too_long", count=length, most=most) if length > most else None


def _gap(code: str, raw: Raw, why: Reason) -> Gap:
    return Gap(code=code, where=raw.name, detail=worded(why, TOLD_IN))


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
