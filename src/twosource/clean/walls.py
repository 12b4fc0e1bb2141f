"""Pages that stand before an article or in its place: checks, consent, faults, sign-in, and teasers of what is for subscribers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.clean.characters import is_dense, key_of, plain, word_count
from twosource.clean.pieces import Piece
from twosource.language import lexicon_of

_MOST_WORDS: Final = 250  # of a wall's own text; the longest consent pages are bound by their share alone
_MOST_CONSENT: Final = 900
_SHARE: Final = 0.4  # of a page's words, in lines that say what it is
_PLACE: Final = re.compile(r"/\S*")
_TITLE_PARTS: Final = re.compile(r"\s+[-–—|:·!]\s+|[|:]")
_TEASER_WORDS: Final = 90
_FEWEST_CAPTIONS: Final = 3
_GALLERY_WORDS: Final = 40
_MOST_TITLE_WORDS: Final = 9
_MOST_SPOKEN: Final = 160  # words of a page that only speaks to its reader
_SPOKEN_SHARE: Final = 0.55  # of its words, in sentences that do
_QUOTED: Final = re.compile(r"[“„«][^”“»]*[”“»]|(?<!\w)\"[^\"]*\"(?!\w)")
_SENTENCE: Final = re.compile(r"[^.!?。！？]+[.!?。！？]*")
SPOKEN: Final = "it speaks to its reader, of the page and how to get it, and tells of no event"
NO_PARAGRAPH: Final = "it holds headings and captions, but no paragraph of an article"
NOT_SHOWN: Final = "it shows no more than the beginning; the rest is for subscribers"


@dataclass(frozen=True, slots=True)
class _Wall:
    """One kind of page that is no article."""

    reason: str
    titles: re.Pattern[str]
    lines: re.Pattern[str]
    teaser: bool


@cache
def _walls() -> tuple[_Wall, ...]:
    return tuple(
        _Wall(
            reason=entry.reason,
            titles=re.compile(rf"{_as_they_stand(entry.titles)}(?!\w)"),
            lines=re.compile(rf"(?<!\w){_as_they_stand(entry.lines)}"),
            teaser=entry.teaser,
        )
        for entry in lexicon_of("all").walls.walls
    )


def _as_they_stand(phrases: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(phrases, key=lambda one: (-len(one), one))))})"


@cache
def _wordings(*lists: str) -> re.Pattern[str]:
    """Any word of these lists; in scripts without spaces wherever its letters stand."""
    words = [word for name in lists for word in getattr(lexicon_of("all").walls, name)]
    spaced = rf"(?<![\w-]){_as_they_stand([word for word in words if not is_dense(word)])}(?![\w-])"
    return re.compile("|".join([spaced, *(re.escape(word) for word in words if is_dense(word))]))


def wall_reason(
    pieces: Sequence[Piece], page: Sequence[str], titles: Sequence[str], *, free: bool, signed: bool
) -> str | None:
    """Why a page is no article; None where nothing says so.

    Args:
        pieces: What would be its article.
        page: All its lines.
        titles: What it calls itself: titles, main headings.
        free: Whether its data leave open that it is free to read.
        signed: Whether it states a day or who wrote it.
    """
    lines = [piece.text for piece in pieces if piece.kind in {None, "subheading"}]
    words = sum(map(word_count, lines))
    for wall in _walls():
        check = _is_teaser if wall.teaser else _is_wall
        if check(wall, lines, words, titles):
            return wall.reason
    if not any(piece.kind is None for piece in pieces) and not is_gallery(
        [p.text for p in pieces if p.kind == "caption"]
    ):
        return text_wall_reason([*titles[:1], *page]) or NO_PARAGRAPH
    if not signed and _speaks_to_its_reader(lines, page=True):
        return SPOKEN
    return NOT_SHOWN if words < _TEASER_WORDS and not free and _says_closed(page) else None


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The sentences of a text outside its quotations, and which of them speak to a page's reader, of the page, of the web."""

    sentences: tuple[str, ...]
    to_reader: frozenset[str]
    of_itself: frozenset[str]
    of_the_web: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[str]) -> "_Spoken":
        sentences = [plain(part) for line in lines for part in _SENTENCE.findall(_QUOTED.sub(" ", line))]
        asking, addressed = _wordings("asking"), _wordings("addressed")
        return cls(
            sentences=tuple(sentences),
            to_reader=frozenset(one for one in sentences if addressed.search(one) or asking.match(one)),
            of_itself=frozenset(filter(_wordings("pointed").search, sentences)),
            of_the_web=frozenset(filter(_wordings("of_the_web").search, sentences)),
        )


def _speaks_to_its_reader(lines: Sequence[str], *, page: bool) -> bool:
    """Whether a text is short, and most of it stands in sentences to whoever reads the page, about the page or about the web.

    Of a text that is no ``page`` it takes both: a letter speaks to its reader too, and an article may be about a web site.
    """
    words = sum(map(word_count, lines))
    if not 0 < words <= _MOST_SPOKEN:
        return False
    spoken = _Spoken.of(lines)
    to_reader, of_itself, of_the_web = spoken.to_reader, spoken.of_itself, spoken.of_the_web
    tells = bool(to_reader | of_itself) if page else bool(to_reader and of_itself | of_the_web)
    said = sum(word_count(one) for one in spoken.sentences if one in to_reader | of_itself | of_the_web)
    return tells and said >= _SPOKEN_SHARE * words


def is_gallery(captions: Sequence[str]) -> bool:
    """Whether captions tell a story without paragraphs: several, and words enough."""
    return len(captions) >= _FEWEST_CAPTIONS and sum(map(word_count, captions)) >= _GALLERY_WORDS


def text_wall_reason(lines: Sequence[str]) -> str | None:
    """Why a page that was saved as plain text is no article; None where nothing says so."""
    words = sum(map(word_count, lines))
    walls = (wall for wall in _walls() if not wall.teaser and _is_wall(wall, lines, words, lines[:1]))
    return next((wall.reason for wall in walls), SPOKEN if _speaks_to_its_reader(lines, page=False) else None)


def _is_wall(wall: _Wall, lines: Sequence[str], words: int, titles: Sequence[str]) -> bool:
    said = sum(word_count(line) for line in lines if wall.lines.search(plain(line)))
    short = [plain(_PLACE.sub("/", title)) for title in titles if word_count(title) <= _MOST_TITLE_WORDS]
    if said == 0:
        return words <= _TEASER_WORDS and _is_title_alone(wall, short)
    if any(map(wall.titles.match, short)):
        return words <= _MOST_WORDS or (words <= _MOST_CONSENT and said >= _SHARE * words)
    if words > _MOST_WORDS or said < _SHARE * words:
        return False
    # A news item may be about passwords or cookies: it does not speak to whoever reads the page, nor about the page.
    spoken = _Spoken.of(lines)
    return bool(spoken.to_reader | spoken.of_itself)


def _is_title_alone(wall: _Wall, titles: Sequence[str]) -> bool:
    """Whether a title is nothing else: without another word of it, "500 march in Ross" is news."""
    return any(wall.titles.fullmatch(part.strip()) for title in titles for part in _TITLE_PARTS.split(title))


def _is_teaser(wall: _Wall, lines: Sequence[str], words: int, titles: Sequence[str]) -> bool:
    """Whether so little is left beside the offer to subscribe that it is no article."""
    del titles
    offers = sum(word_count(line) for line in lines if wall.lines.search(plain(line)) or wall.titles.match(plain(line)))
    return offers > 0 and words - offers < _TEASER_WORDS


def _says_closed(page: Sequence[str]) -> bool:
    teaser = next(wall for wall in _walls() if wall.teaser)
    return any(teaser.lines.search(plain(line)) for line in page if key_of(line))
