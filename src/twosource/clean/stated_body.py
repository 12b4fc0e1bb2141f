"""The text that a page's data hold of its article: where it stands there only, and where it shows what is no part of it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from lxml import etree, html
from lxml.html import HtmlElement

from twosource.clean.characters import one_line, unescaped, word_count
from twosource.clean.metadata import articles_in
from twosource.clean.pieces import LOOSE, Piece
from twosource.text.pieces import key_of
from twosource.text.reasons import Reason

FEWEST_WORDS: Final = 40  # of a text in the data that is a whole one, and no summary
_FOUND_SHARE: Final = 0.5  # of its words, below which the page is taken not to show it
_END: Final = 40  # characters by which the end of the text is known again
_ONLY_THERE: Final = Reason("pages.only_in_data")
BEHIND: Final = Reason("pages.behind_data")
_BREAK: Final = re.compile(r"\s*\n\s*|\s*<br\s*/?>\s*|</p>\s*", re.IGNORECASE)
_MOST_POSTS: Final = 2_000
_KEPT: Final = frozenset({"headline", "byline", "dateline", "caption", "credit", "residue"})


def stated_body(tree: HtmlElement) -> tuple[str, ...]:
    """The paragraphs of the longest text that the page's JSON-LD gives; none where it gives a summary or nothing."""
    texts = [node["articleBody"] for node in articles_in(tree) if isinstance(node.get("articleBody"), str)]
    longest = max(texts, key=len, default="")
    paragraphs = tuple(filter(None, map(_plain, _BREAK.split(unescaped(longest)))))
    return paragraphs if sum(map(word_count, paragraphs)) >= FEWEST_WORDS else ()


def posts_of(tree: HtmlElement) -> list[Piece]:
    """The posts of a live blog as the page's JSON-LD gives them: heading, time and text of each, in their order."""
    pieces: list[Piece] = []
    for node in articles_in(tree):
        updates = node.get("liveBlogUpdate")
        for post in (updates if isinstance(updates, list) else [updates])[:_MOST_POSTS]:
            if isinstance(post, dict):
                pieces += _post(post)
        if pieces:
            return pieces
    return pieces


def _post(post: dict[str, Any]) -> Iterator[Piece]:
    said = {key: _plain(unescaped(value)) for key, value in post.items() if isinstance(value, str)}
    if said.get("datePublished"):
        yield Piece(text=said["datePublished"], kind="dateline", reason=Reason("pages.post_time"))
    if said.get("headline"):
        yield Piece(text=said["headline"], kind="subheading", reason=Reason("pages.post_heading"))
    body = post.get("articleBody")
    for part in _BREAK.split(unescaped(body)) if isinstance(body, str) else []:
        if words := _plain(part):
            yield Piece(text=words, reason=_ONLY_THERE)


def _plain(text: str) -> str:
    """A text without markup, in one line."""
    if "<" in text:
        try:
            text = html.fragment_fromstring(text, create_parent="div").text_content()
        except (etree.LxmlError, ValueError, AssertionError):
            text = re.sub(r"<[^<>]{1,500}>", " ", text)
    return one_line(text)


def with_stated(pieces: Sequence[Piece], stated: Sequence[str], posts: Sequence[Piece]) -> list[Piece]:
    """The lines of the page, or the text of its data where the page does not show that.

    A page may well show only the newest of many posts; one that shows none loads them by script. Where the page shows
    the text, what stands behind the end of that text is residue: offers, notes on the paper, other stories.
    """
    if posts and not any(_shows(pieces, [post.text]) for post in posts if post.kind is None):
        return [*pieces, *posts]
    if not stated:
        return list(pieces)
    longer = sum(map(word_count, stated)) > sum(word_count(piece.text) for piece in pieces if piece.kind is None)
    if longer and not _shows(pieces, stated):
        ours = [piece for piece in pieces if piece.kind in _KEPT]
        return [*ours, *(Piece(text=paragraph, reason=_ONLY_THERE) for paragraph in stated)]
    return _cut_behind(pieces, key_of("".join(stated)[-4 * _END :])[-_END:])


def _cut_behind(pieces: Sequence[Piece], end: str) -> list[Piece]:
    """The pieces, with those behind the last one that holds the end of a text called residue."""
    last = next((i for i in range(len(pieces) - 1, -1, -1) if end and end in key_of(pieces[i].text)), len(pieces))
    return [one.called("residue", BEHIND) if i > last and one.kind in LOOSE else one for i, one in enumerate(pieces)]


def _shows(pieces: Sequence[Piece], stated: Sequence[str]) -> bool:
    """Whether the page shows at least half of a text."""
    wanted = Counter(_shingles(stated))
    found = Counter(_shingles([piece.text for piece in pieces if piece.kind != "caption"]))
    return not wanted or sum((wanted & found).values()) >= _FOUND_SHARE * sum(wanted.values())


def _shingles(texts: Sequence[str]) -> Iterator[str]:
    """Words, or letters of scripts without spaces, in pairs: single ones are in every text of a language."""
    for text in texts:
        words = re.findall(r"[^\W_]+", text.casefold())
        parts = list("".join(words)) if len(words) * 12 < len(text) else words
        yield from map(" ".join, pairwise(parts))
