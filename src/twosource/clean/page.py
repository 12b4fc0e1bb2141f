"""From a page's markup to the article's lines and to what the page says of itself."""

import re
from collections.abc import Sequence

from lxml import etree, html
from lxml.html import HtmlElement

from twosource.clean.characters import word_count
from twosource.clean.evidence import PageSays
from twosource.clean.extraction import FEWEST_WORDS, densest, extracted
from twosource.clean.leaves import Leaf, leaves_of
from twosource.clean.left_out import left_out
from twosource.clean.metadata import candidates_of, descriptions_of, is_free
from twosource.clean.own_part import is_sentence, own_part, without_around
from twosource.clean.page_lines import merged, without_notices
from twosource.clean.pieces import Page, Piece
from twosource.clean.places import Places
from twosource.clean.stated_body import posts_of, stated_body, with_stated
from twosource.clean.stated_on_page import numbered, stated_on_page
from twosource.clean.walls import wall_reason, windows_of
from twosource.model import BlockKind, Candidate
from twosource.settings import Settings
from twosource.text.reasons import Reason

_SIGNS = frozenset({"published", "updated", "byline"})
_CODE = re.compile(r"<(script|style|svg)\b[^>]{0,2000}>")
_CAPITALS = re.compile(r"</?(?:SCRIPT|STYLE|SVG)", re.IGNORECASE)
# All but the tags that hold one line each, which do not nest.
_NESTING = re.compile(
    r"</?(?!(?:p|h[1-6]|br|title|meta|link|script|time|figcaption|html|head|body)\b)[a-z][^>]{0,2000}>", re.IGNORECASE
)


def read_page(markup: str, address: str | None, settings: Settings) -> Page:
    """The article on a page. A page without one has no pieces.

    Args:
        markup: The page. Scripts are never run, entities other than HTML's own never expanded.
        address: Where it came from.
        settings: ``page_tags`` and ``page_most_tags`` bound time and memory.
    """
    source, markup = markup, without_code(markup)
    refused = _refused(markup, settings)
    if refused:
        return Page(refused=refused)
    tree = _parsed(markup)
    if tree is None:
        return Page()
    elements = list(tree.iter())
    leaves = leaves_of(tree, numbered(elements))
    described, stated, posts = descriptions_of(tree), stated_body(tree), posts_of(tree)
    body = extracted(tree) if markup.count("<") <= settings.page_tags else []
    pieces, region = merged(body, leaves, described)
    if region is None:
        # The library gave the whole page in one piece, the page's data, or nothing: its lines are better, if there are any.
        pieces = densest(leaves) or ([] if stated else pieces)
    candidates = candidates_of(tree, address, stated_on_page(elements, leaves, region))
    titles = [*_stated(candidates, "headline"), *_lines_of(leaves, "headline")]
    part = own_part(pieces, elements, leaves, titles, lambda: windows_of(Places(tree)))
    pieces = without_around(pieces, leaves, part)
    pieces = without_notices(with_stated(pieces, stated, posts), leaves)
    said = PageSays(
        lines=[leaf.text for leaf in leaves],
        own_names=_stated(candidates, "outlet"),
        free=is_free(tree),
        signed=any(c.field in _SIGNS for c in candidates),
        places=Places(tree, part.element, source),
    )
    called = [part.heading, *titles, part.heading or next(iter(_lines_of(leaves, "subheading")), "")]
    wall = wall_reason(pieces, list(filter(None, called)), said)
    if wall or not any(map(_tells_something, pieces)):
        return Page(wall=wall)
    return Page(pieces=tuple(pieces), candidates=tuple(candidates), left_out=tuple(left_out(leaves, region, pieces)))


def _refused(markup: str, settings: Settings) -> Reason | None:
    """Why a page is not looked at: it would take too long; None where it would not."""
    tags = markup.count("<")
    if tags > settings.page_most_tags:
        return Reason("pages.many_tags", tags=tags, most=settings.page_most_tags)
    longest = max(map(len, markup.split("<")))
    if longest > settings.text_characters:
        return Reason("pages.long_stretch", count=longest, most=settings.text_characters)
    return None


def _lines_of(leaves: Sequence[Leaf], kind: BlockKind) -> list[str]:
    return [leaf.text for leaf in leaves if leaf.kind == kind]


def _tells_something(piece: Piece) -> bool:
    return is_sentence(piece) or word_count(piece.text) >= FEWEST_WORDS


def _stated(candidates: Sequence[Candidate], field: str) -> list[str]:
    return [candidate.value for candidate in candidates if candidate.field == field]


def without_code(markup: str) -> str:
    """The page without its programs and styles, which a parser of limited size would stop at.

    What is not closed runs to the end of the page, as it does in browsers. Scripts that hold metadata stay.

    Example:
        >>> without_code("<p>One</p><script>let a = 1</script><p>Two</p>")
        '<p>One</p><p>Two</p>'
    """
    lowered = markup.lower() if markup.isascii() else _CAPITALS.sub(lambda found: found.group().lower(), markup)
    parts: list[str] = []
    kept = 0
    for found in _CODE.finditer(lowered):
        if found.start() < kept or "ld+json" in found.group():
            continue
        parts.append(markup[kept : found.start()])
        end = lowered.find(f"</{found[1]}", found.end())
        close = lowered.find(">", end) if end >= 0 else -1
        kept = close + 1 if close >= 0 else len(markup)
    return "".join([*parts, markup[kept:]])


def _parsed(markup: str) -> HtmlElement | None:
    """The page's tree; of a page that nests deeper than the parser follows, the tree of its lines alone."""
    tree, too_deep = _tree_of(markup)
    return _tree_of(_NESTING.sub(" ", markup))[0] if too_deep else tree


def _tree_of(markup: str) -> tuple[HtmlElement | None, bool]:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None, False
    too_deep = any("depth" in entry.message for entry in parser.error_log)
    return (tree if isinstance(tree, HtmlElement) else None), too_deep
