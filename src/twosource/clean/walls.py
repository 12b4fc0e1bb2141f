"""Pages that stand before an article or in its place: checks, consent, faults, sign-in, and teasers of what is for subscribers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.clean.characters import is_finished, key_of, plain, word_count
from twosource.clean.pieces import Piece
from twosource.clean.places import Places
from twosource.clean.telling import Rule, is_report, is_set_in_capitals, shows_names, told_by
from twosource.clean.word_patterns import any_word, as_they_stand
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
_FEWEST_REPORTED: Final = 25  # words of a report beside a line that a wall is called by
_MOST_UNFINISHED: Final = 12  # words of a page without one whole sentence
_MOST_UNTOLD: Final = 30  # words of a page that names nothing: longer ones tell of something without names often enough
_SPOKEN_SHARE: Final = 0.55  # of its words, in sentences that do
_QUOTED: Final = re.compile(r"[“„«][^”“»]*[”“»]|(?<!\w)\"[^\"]*\"(?!\w)")
_SENTENCE: Final = re.compile(r"[^.!?。！？]+[.!?。！？]*")
_STATUS: Final = re.compile(r"[1345]\d\d")
SPOKEN: Final = "it speaks to its reader, of the page and how to get it, and tells of no event"
ASKS_WHO: Final = "it asks for a password, and reports nothing"
LEADS_ON: Final = "it sends its reader to another page, and tells of nothing"
STATUS: Final = "it is called by the number of a fault, and tells of nothing"
TELLS_NOTHING: Final = "it is short, and names no day, nobody and no place"
NO_PARAGRAPH: Final = "it holds headings and captions, but no paragraph of an article"
NOT_SHOWN: Final = "it shows no more than the beginning; the rest is for subscribers"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSays:
    """What a page says besides the text of its article.

    Attributes:
        lines: All its lines.
        own_names: Names of its site.
        free: Whether its data leave open that it is free to read.
        signed: Whether it states a day or who wrote it.
        places: What its markup calls the places where text stands.
    """

    lines: Sequence[str]
    own_names: Sequence[str]
    free: bool
    signed: bool
    places: Places


@dataclass(frozen=True, slots=True)
class _Wall:
    """One kind of page that is no article."""

    reason: str
    place: re.Pattern[str]
    titles: re.Pattern[str]
    lines: re.Pattern[str]
    teaser: bool


@cache
def _walls() -> tuple[_Wall, ...]:
    return tuple(
        _Wall(
            reason=entry.reason,
            place=entry.place,
            titles=re.compile(rf"{as_they_stand(entry.titles)}(?!\w)"),
            lines=re.compile(rf"(?<!\w){as_they_stand(entry.lines)}"),
            teaser=entry.teaser,
        )
        for entry in lexicon_of("all").walls.walls
    )


def wall_reason(pieces: Sequence[Piece], titles: Sequence[str], page: PageSays) -> str | None:
    """Why a page is no article; None where nothing says so.

    Args:
        pieces: What would be its article.
        titles: What it calls itself: titles, main headings.
        page: What else it says.
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
        return text_wall_reason([*titles[:1], *page.lines]) or NO_PARAGRAPH
    if words < _TEASER_WORDS and _is_closed(lines, page):
        return NOT_SHOWN
    return None if page.signed or words > _MOST_SPOKEN else _short_page_reason(lines, words, titles, page)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Short:
    """A page of few words that states neither a day nor who wrote it."""

    lines: Sequence[str]
    titles: Sequence[str]
    page: PageSays
    words: int
    told: frozenset[Rule]


def _is_called_by_a_fault(short: _Short) -> bool:
    """Its title is the number of a fault."""
    return bool(_STATUS.fullmatch(short.titles[0] if short.titles else ""))


def _holds_no_sentence(short: _Short) -> bool:
    """Nothing of it ends as a sentence does."""
    return short.words <= _MOST_UNFINISHED and not any(map(is_finished, short.lines))


def _reports(short: _Short) -> bool:
    """It tells as only a report does."""
    return is_report(short.told)


def _asks_beside_its_text(short: _Short) -> bool:
    """It asks for a password where its text stands."""
    return short.page.places.ask_who_reads(short.lines)


def _only_speaks(short: _Short) -> bool:
    """Most of it speaks to its reader."""
    return _speaks_to_its_reader(short.lines, page=True)


def _tells(short: _Short) -> bool:
    """It tells of something."""
    return bool(short.told)


def _asks_somewhere(short: _Short) -> bool:
    """It tells of nothing, and asks for a password."""
    return short.page.places.ask_who_reads()


def _leads_on(short: _Short) -> bool:
    """It tells of nothing, and sends its reader on."""
    return short.page.places.lead_on()


def _speaks_somewhere(short: _Short) -> bool:
    """It tells of nothing, and speaks to its reader, of the page or of whoever runs it."""
    return _Spoken.of(short.lines).any or any(any_word("ourselves").search(plain(line)) for line in short.lines)


def _names_nothing(short: _Short) -> bool:
    """It tells of nothing in a tongue that would show it, in a few words."""
    return short.words <= _MOST_UNTOLD and shows_names(short.lines)


# The first that holds decides; None: it is an article.
_ASKED: Final[tuple[tuple[Callable[[_Short], bool], str | None], ...]] = (
    (_is_called_by_a_fault, STATUS),
    (_holds_no_sentence, NO_PARAGRAPH),
    (_reports, None),
    (_asks_beside_its_text, ASKS_WHO),
    (_only_speaks, SPOKEN),
    (_tells, None),
    (_asks_somewhere, ASKS_WHO),
    (_leads_on, LEADS_ON),
    (_speaks_somewhere, SPOKEN),
    (_names_nothing, TELLS_NOTHING),
)


def _short_page_reason(lines: Sequence[str], words: int, titles: Sequence[str], page: PageSays) -> str | None:
    """Why a page of few words that states neither a day nor who wrote it is no article: by where its text stands, then by what it says."""
    placed = next((wall for wall in _walls() if not wall.teaser and page.places.hold(wall.place, lines)), None)
    if placed:
        return placed.reason
    # Where a page is one piece, its title runs into its text, and makes the first word of that a name.
    heads = [title for title in titles if title]
    bare = [next((line[len(head) :] for head in heads if line.startswith(head)), line) for line in lines]
    told = told_by([*bare, *(title for title in titles[:1] if not is_set_in_capitals(title))], page.own_names)
    short = _Short(lines=lines, titles=titles, page=page, words=words, told=told)
    return next((reason for asked, reason in _ASKED if asked(short)), None)


def _is_closed(lines: Sequence[str], page: PageSays) -> bool:
    """Whether the page says that its text is not free: in its data and a line, or by what stands behind its paragraphs."""
    teaser = next(wall for wall in _walls() if wall.teaser)
    said = not page.free and any(teaser.lines.search(plain(line)) for line in page.lines if key_of(line))
    return said or page.places.offers(teaser.place, lines)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The sentences of a text outside its quotations, and which of them speak to a page's reader, of the page, of the web."""

    sentences: tuple[str, ...]
    to_reader: frozenset[str]
    of_itself: frozenset[str]
    of_the_web: frozenset[str]

    @property
    def any(self) -> bool:
        """Whether one does."""
        return bool(self.to_reader | self.of_itself | self.of_the_web)

    @classmethod
    def of(cls, lines: Sequence[str]) -> "_Spoken":
        stand = [part for line in lines for part in _SENTENCE.findall(_QUOTED.sub(" ", line))]
        sentences = [plain(part) for part in stand]
        formal = {plain(part) for part in stand if lexicon_of("all").walls.formal.search(part)}
        asking, addressed = any_word("asking"), any_word("addressed")
        return cls(
            sentences=tuple(sentences),
            to_reader=frozenset(
                one for one in sentences if one in formal or addressed.search(one) or asking.match(one)
            ),
            of_itself=frozenset(filter(any_word("pointed").search, sentences)),
            of_the_web=frozenset(filter(any_word("of_the_web").search, sentences)),
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
        if said < _SHARE * words:
            return words <= _MOST_WORDS and not _is_report_beside(wall, lines)
        return words <= _MOST_CONSENT
    if words > _MOST_WORDS or said < _SHARE * words:
        return False
    # A news item may be about passwords or cookies: it does not speak to whoever reads the page, nor about the page.
    spoken = _Spoken.of(lines)
    return bool(spoken.to_reader | spoken.of_itself)


def _is_report_beside(wall: _Wall, lines: Sequence[str]) -> bool:
    """Whether what is left tells as only a report does: a player that asks for scripts stands above many an article."""
    left = [line for line in lines if not wall.lines.search(plain(line))]
    return sum(map(word_count, left)) >= _FEWEST_REPORTED and is_report(told_by(left, ()))


def _is_title_alone(wall: _Wall, titles: Sequence[str]) -> bool:
    """Whether a title is nothing else: without another word of it, "500 march in Ross" is news."""
    return any(wall.titles.fullmatch(part.strip()) for title in titles for part in _TITLE_PARTS.split(title))


def _is_teaser(wall: _Wall, lines: Sequence[str], words: int, titles: Sequence[str]) -> bool:
    """Whether so little is left beside the offer to subscribe that it is no article."""
    del titles
    offers = sum(word_count(line) for line in lines if wall.lines.search(plain(line)) or wall.titles.match(plain(line)))
    return offers > 0 and words - offers < _TEASER_WORDS
