"""From a page's markup to the article's lines: the body by trafilatura, captions and credits from the page itself."""

import re
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree, html
from lxml.html import HtmlElement

from twosource.clean.characters import key_of
from twosource.clean.leaves import Leaf, leaves_of
from twosource.clean.metadata import candidates_of
from twosource.clean.pieces import Piece
from twosource.clean.wording import residue_reason
from twosource.model import BlockKind, Candidate
from twosource.settings import Settings

_CODE = re.compile(r"<(script|style|svg)\b[^>]{0,2000}>")
_CAPITALS = re.compile(r"</?(?:SCRIPT|STYLE|SVG)", re.IGNORECASE)
# All but the tags that hold one line each, which do not nest.
_NESTING = re.compile(
    r"</?(?!(?:p|h[1-6]|br|title|meta|link|script|time|figcaption|html|head|body)\b)[a-z][^>]{0,2000}>", re.IGNORECASE
)
_SPACE_KEYS: Final = 12
_FEWEST_WORDS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's lines and what it says of itself; ``refused`` says why there are none."""

    pieces: tuple[Piece, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    refused: str = ""


def read_page(markup: str, address: str | None, settings: Settings) -> Page:
    """The article on a page. A page without one has no pieces.

    Args:
        markup: The page. Scripts are never run, entities other than HTML's own never expanded.
        address: Where it came from.
        settings: ``page_tags`` and ``page_most_tags`` bound time and memory.
    """
    markup = without_code(markup)
    tags = markup.count("<")
    if tags > settings.page_most_tags:
        return Page(refused=f"its markup has {tags:,} tags, more than {settings.page_most_tags:,}")
    longest = max(map(len, markup.split("<")))
    if longest > settings.text_characters:
        return Page(
            refused=f"a stretch of {longest:,} characters without a tag, more than {settings.text_characters:,}"
        )
    tree = _parsed(markup)
    if tree is None:
        return Page()
    candidates = candidates_of(tree, address)
    leaves = leaves_of(tree)
    body = _body(tree) if tags <= settings.page_tags else []
    pieces = _merged(body, leaves) if body else _densest(leaves)
    if not any(len(piece.text.split()) >= _FEWEST_WORDS for piece in pieces):
        pieces = []
    return Page(pieces=tuple(pieces), candidates=tuple(candidates))


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


def _body(tree: HtmlElement) -> list[Piece]:
    """What trafilatura takes for the article, a piece a paragraph. Nothing where it finds none, or fails."""
    import trafilatura  # noqa: PLC0415 - 0.8 s, only where a page is read

    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001 - a page must not stop the others, whatever the library trips over
        return []
    body = getattr(found, "body", None)
    return [] if body is None else list(_pieces_of(body))


def _pieces_of(body: Any) -> list[Piece]:  # noqa: ANN401 - an lxml element, which has no types
    """The elements of the extracted tree that hold words of their own, line by line."""
    pieces: list[Piece] = []
    words: list[str] = []
    kind: BlockKind | None = None

    def close() -> None:
        if "".join(words).strip():
            pieces.append(Piece(text="".join(words), kind=kind, reason="a heading in the markup" if kind else ""))
        words.clear()

    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in {"p", "head", "item", "quote", "row", "list", "table", "body", "code"}
        if event == "start":
            if block:
                close()
                kind = "subheading" if element.tag == "head" else None
            elif element.tag == "lb":
                words.append("\n")
            elif element.tag == "cell" and words:
                words.append(" | ")
            words.append(element.text or "")
        else:
            if block:
                close()
                kind = None
            words.append(element.tail or "")
    close()
    return [part for piece in pieces for part in _at_breaks(piece)]


def _at_breaks(piece: Piece) -> list[Piece]:
    """A piece cut at line breaks where what stands before ends a sentence; other breaks are spaces."""
    lines = [line.strip() for line in piece.text.split("\n")]
    parts: list[str] = []
    for line in lines:
        if parts and line and not ((parts[-1][-1:] in '.!?"”:' and line[:1].isupper()) or line[:1] in '"“'):
            parts[-1] = f"{parts[-1]} {line}".strip()
        elif line:
            parts.append(line)
    return [Piece(text=part, kind=piece.kind, reason=piece.reason) for part in parts]


def _merged(body: list[Piece], leaves: list[Leaf]) -> list[Piece]:
    """The extracted body with what it left out between its lines: captions, credits, bylines, repeated paragraphs.

    Body pieces are found again among the page's lines, in order; a line that is no body piece comes in where it
    stands, if its markup or wording says what it is.
    """
    places: dict[str, list[int]] = {}
    for i, leaf in enumerate(leaves):
        places.setdefault(key_of(leaf.text), []).append(i)
    last = -1
    where: list[int | None] = []
    for piece in body:
        spots = places.get(key_of(piece.text), ())
        spot = next((s for s in spots if s > last), None)
        where.append(spot)
        last = spot if spot is not None else last
    found = [spot for spot in where if spot is not None]
    if not found:
        return body
    keys = {key_of(piece.text) for piece in body}
    whole = "".join(key_of(piece.text) for piece in body)
    pieces: list[Piece] = []
    done = _region_start(leaves, found[0])
    for piece, spot in zip(body, where, strict=True):
        if spot is not None:
            pieces += _between(leaves[done:spot], keys, whole)
            done = spot + 1
            pieces.append(_with_kind(piece, leaves[spot]))
        else:
            pieces.append(piece)
    return pieces + _between(leaves[done : _region_end(leaves, done)], keys, whole)


def _region_start(leaves: list[Leaf], first: int) -> int:
    """Where the article begins: at the last main heading before its first paragraph, if it stands near."""
    near = range(first, max(-1, first - 40), -1)
    return next((i for i in near if leaves[i].kind == "headline"), first)


def _region_end(leaves: list[Leaf], done: int) -> int:
    """Captions and credits right behind the last paragraph still belong to the article."""
    end = done
    while end < len(leaves) and leaves[end].kind in ("caption", "credit") and not leaves[end].aside:
        end += 1
    return end


def _with_kind(piece: Piece, leaf: Leaf) -> Piece:
    if leaf.kind in ("caption", "credit", "byline"):
        return Piece(text=piece.text, kind=leaf.kind, reason="the page's markup says so")
    if leaf.kind == "headline":
        return Piece(text=piece.text, kind="headline", reason="the page's main heading")
    return piece


def _between(leaves: list[Leaf], keys: set[str], whole: str) -> list[Piece]:
    pieces: list[Piece] = []
    for leaf in leaves:
        key = key_of(leaf.text)
        if leaf.aside or not key:
            continue
        if leaf.kind in ("caption", "credit", "byline", "headline"):
            reason = "the page's main heading" if leaf.kind == "headline" else "the page's markup says so"
            pieces.append(Piece(text=leaf.text, kind=leaf.kind, reason=reason))
        elif (key in keys and len(leaf.text.split()) >= _FEWEST_WORDS) or (
            residue_reason(leaf.text) and not (len(key) > _SPACE_KEYS and key in whole)
        ):
            is_heading = leaf.kind == "subheading"
            reason = "a heading in the markup" if is_heading else ""
            pieces.append(Piece(text=leaf.text, kind="subheading" if is_heading else None, reason=reason))
    return pieces


def _densest(leaves: list[Leaf]) -> list[Piece]:
    """A plainer way for pages that are too large or too odd: the page's lines from its first real paragraph to its last."""
    lines = [leaf for leaf in leaves if not leaf.aside]
    real = [i for i, leaf in enumerate(lines) if _is_paragraph(leaf)]
    if not real:
        return []
    region = lines[_region_start(lines, real[0]) : real[-1] + 1]
    return [
        Piece(text=leaf.text, kind=leaf.kind, reason="the page's markup says so" if leaf.kind else "")
        for leaf in region
    ]


def _is_paragraph(leaf: Leaf) -> bool:
    return (
        leaf.kind is None
        and leaf.tag in {"p", "div", "td", "blockquote", "section", "article", "body"}
        and (len(leaf.text.split()) >= _FEWEST_WORDS and leaf.text[-1:] in ".!?\"”'’")
    )
