"""Pages that stand before an article or in its place: checks, consent, faults, sign-in, and teasers of what is for subscribers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml.html import HtmlElement

from twosource.clean.characters import is_dense, is_finished, plain, word_count
from twosource.clean.evidence import SHORT, Evidence, PageSays, is_no_article, main_reason
from twosource.clean.pieces import LOOSE, Piece
from twosource.clean.places import Places
from twosource.clean.word_patterns import as_they_stand
from twosource.clean.wording import markup, residue_reason
from twosource.language import lexicon_of
from twosource.text.pieces import key_of
from twosource.text.reasons import Reason

_TEASER_WORDS: Final = 90
_FEWEST_CAPTIONS: Final = 3
_GALLERY_WORDS: Final = 40
_MOST_TITLE_WORDS: Final = 9
_MOST_OFFER_WORDS: Final = 14
_CLOSED: Final = Reason("pages.closed")
_KINDS: Final = {reason.code.removeprefix("pages."): reason for reason in (
    Reason("pages.check"), Reason("pages.consent"), Reason("pages.missing"), Reason("pages.fault"),
    Reason("pages.sign_in"), Reason("pages.region"), Reason("pages.browser"), _CLOSED)}  # fmt: skip
NO_PARAGRAPH: Final = Reason("pages.no_paragraph")
_ELSEWHERE: Final = PageSays()  # of a text without its page


@dataclass(frozen=True, slots=True)
class _Wall:
    """One kind of page that is no article."""

    reason: Reason
    place: re.Pattern[str]
    titles: re.Pattern[str]
    lines: re.Pattern[str]

    def share(self, lines: Sequence[str]) -> int:
        """How many words stand in lines that say what it is."""
        return sum(word_count(line) for line in lines if self.lines.search(plain(line)))


def _as_title(words: str) -> str:
    """A pattern for titles that begin so; of one word, that are it, before the site's name or without: "Cookies recalled" tells something."""
    alone = words.isalpha() and not is_dense(words)
    return re.escape(words) + (r"(?=\W*$| [|·–—-] )" if alone else r"(?!\w)")


@cache
def _walls() -> tuple[_Wall, ...]:
    return tuple(
        _Wall(
            reason=_KINDS[entry.code],
            place=entry.place,
            titles=re.compile("|".join(map(_as_title, entry.titles))),
            lines=re.compile(rf"(?<!\w){as_they_stand(entry.lines)}"),
        )
        for entry in lexicon_of("all").walls.walls
    )


def _teaser() -> _Wall:
    return next(wall for wall in _walls() if wall.reason == _CLOSED)


@cache
def _in_its_place() -> tuple[_Wall, ...]:
    return tuple(wall for wall in _walls() if wall.reason != _CLOSED)


def windows_of(places: Places) -> frozenset[HtmlElement]:
    """The parts of a page that are called as what stands before or over an article is."""
    return frozenset(places.parts([wall.place for wall in _in_its_place()]))


def wall_reason(pieces: Sequence[Piece], titles: Sequence[str], page: PageSays) -> Reason | None:
    """Why a page is no article; None where nothing says so.

    Args:
        pieces: What would be its article.
        titles: What it calls itself: titles, main headings.
        page: What else it says.
    """
    lines = [piece.text for piece in pieces if piece.kind in LOOSE]
    words = sum(map(word_count, lines))
    if _is_teaser(lines, words) or (words < _TEASER_WORDS and _is_closed(lines, page)):
        return _CLOSED
    captions = [piece.text for piece in pieces if piece.kind == "caption"]
    if all(piece.kind is not None for piece in pieces) and not is_gallery(captions):
        return text_wall_reason([*titles[:1], *page.lines]) or NO_PARAGRAPH
    return _reason(lines, titles, _ELSEWHERE if words > SHORT and page.places.is_article else page)


def _reason(lines: Sequence[str], titles: Sequence[str], page: PageSays) -> Reason | None:
    """Why a text is no article: a longer one by its words, a short one by all that speaks for it and against it."""
    lines = [line for line in lines if not residue_reason(line)] or lines
    short = [plain(title) for title in titles if word_count(title) <= _MOST_TITLE_WORDS]
    placed = next((wall for wall in _in_its_place() if page.places.hold(wall.place, lines)), None)
    called = next((wall for wall in _in_its_place() if any(map(wall.titles.match, short))), None)
    asked = Evidence(lines=lines, titles=titles, page=page, called=called is not None, placed=placed is not None)
    if not is_no_article(asked):
        return None
    said = max(_in_its_place(), key=lambda wall: wall.share(lines))
    kind = placed or called or (said if said.share(lines) else None)
    return kind.reason if kind else main_reason(asked)


def _is_closed(lines: Sequence[str], page: PageSays) -> bool:
    """Whether the page says that its text is not free: by what stands behind its paragraphs, or in its data and a line or a box with a button."""
    if any(page.places.behind(page.places.parts([_teaser().place]), lines)):
        return True
    boxes, words = page.places.calls(markup().call_boxes, lines), lexicon_of("all").walls
    said = boxes or any(_is_offer(line) for line in page.lines if key_of(line))
    linked = page.places.calls(markup().offer_boxes, lines)
    sold = any(map(words.price.search, boxes)) or any(map(words.closed_to.search, [*boxes, *linked]))
    return bool(not page.free and said) or sold


def _is_offer(line: str) -> bool:
    """Whether a line offers what is not free: in words for it, or a price that stands in no sentence."""
    words, short = lexicon_of("all").walls, word_count(line) <= _MOST_OFFER_WORDS
    offered = (words.price.search(line) and not is_finished(line)) or words.closed_to.search(line)
    return bool(_teaser().lines.search(plain(line)) or (short and offered))


def is_gallery(captions: Sequence[str]) -> bool:
    """Whether captions tell a story without paragraphs: several, and words enough."""
    return len(captions) >= _FEWEST_CAPTIONS and sum(map(word_count, captions)) >= _GALLERY_WORDS


def text_wall_reason(lines: Sequence[str]) -> Reason | None:
    """Why a page that was saved as plain text is no article; None where nothing says so."""
    return _reason(lines[1:] or lines, lines[:1], _ELSEWHERE) if lines else None


def _is_teaser(lines: Sequence[str], words: int) -> bool:
    """Whether so little is left beside the offer to subscribe that it is no article."""
    wall = _teaser()
    offers = sum(word_count(line) for line in lines if wall.lines.search(plain(line)) or wall.titles.match(plain(line)))
    return offers > 0 and words - offers < _TEASER_WORDS
