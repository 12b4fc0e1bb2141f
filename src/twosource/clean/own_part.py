"""Which part of a page is its article's, where that is short: around a few lines the page itself has more words than they have."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from twosource.clean.captions import credit_at, is_caption_wording
from twosource.clean.characters import is_finished, word_count
from twosource.clean.evidence import SHORT, speaks_of_pages
from twosource.clean.extraction import piece_of
from twosource.clean.leaves import Leaf
from twosource.clean.masthead import masthead_label
from twosource.clean.page_lines import is_card
from twosource.clean.pieces import LOOSE, Piece
from twosource.clean.wording import markup
from twosource.text.pieces import key_of
from twosource.text.reasons import Reason

_AROUND: Final = Reason("pages.around")
_FEWEST_WORDS: Final = 2  # of a line that tells something
_MOST_WORDS: Final = 12  # of a label, a button or a title: a longer line without a full stop may be anything
_SHARE: Final = 3  # of a title, one of so many parts at least


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The part of a page that is its article's.

    Attributes:
        element: Around its lines.
        heading: The line that is its heading; "" where no line is.
        numbers: Of the elements in it, in the order of the page; none where more was taken than a short article.
        windows: Numbers of elements in windows over the page; none where all sentences stand there.
    """

    element: HtmlElement
    heading: str = ""
    numbers: range = range(0)
    windows: frozenset[int] = frozenset()


def own_part(
    pieces: Sequence[Piece],
    elements: Sequence[HtmlElement],
    leaves: Sequence[Leaf],
    titles: Sequence[str],
    windows: Callable[[], Iterable[HtmlElement]],
) -> OwnPart:
    """The smallest part with a heading and most of the sentences that are not the page's own words; the page where more was taken, or no line is its heading.

    Args:
        pieces: What was taken for the article.
        elements: All elements of the page, in order.
        leaves: Its lines.
        titles: What it calls itself: of lines that are part of one each is tried as its heading.
        windows: Gives what lies over the page; told by their sentences only where there are no others.
    """
    headings = _headings(leaves, titles)
    sentences = [leaf for leaf in leaves if is_sentence(leaf) and not leaf.aside and leaf not in headings]
    if _is_much(pieces) or not sentences:
        return OwnPart(elements[0])
    number = {element: row for row, element in enumerate(elements)}
    over = frozenset(number[one] for window in windows() for one in window.iter(etree.Element))
    if all(leaf.order in over for leaf in sentences):
        over = frozenset()
    told = [{elements[leaf.order], *elements[leaf.order].iterancestors()} for leaf in _told(sentences, over)]
    parts = [(_around(elements[leaf.order], told), leaf.text) for leaf in headings]
    element, heading = min(
        parts, key=lambda part: (len(str(part[0].text_content())), -len(part[1])), default=(elements[0], "")
    )
    first = number[element]
    return OwnPart(element, heading, range(first, first + sum(1 for _ in element.iter())), over)


def _told(sentences: Sequence[Leaf], over: Collection[int]) -> list[Leaf]:
    """The lines by which a part is told: those that speak of no page; of others each is as good as any."""
    lines = [leaf for leaf in sentences if not is_card(leaf)]
    return [leaf for leaf in lines if not (leaf.order in over or speaks_of_pages(leaf.text))] or lines


def _is_much(pieces: Sequence[Piece]) -> bool:
    """Whether what does not speak of the page is more than a short article."""
    return sum(word_count(one.text) for one in pieces if one.kind is None and not speaks_of_pages(one.text)) > SHORT


def _headings(leaves: Sequence[Leaf], titles: Sequence[str]) -> list[Leaf]:
    """The lines that are a title, or the most of one with an outlet's name around it."""
    keys = [key_of(title) for title in titles]
    long = [(leaf, key) for leaf in leaves if (key := key_of(leaf.text))]
    return [leaf for leaf, key in long if any(key in title and _SHARE * len(key) >= len(title) for title in keys)]


def is_sentence(line: Leaf | Piece) -> bool:
    """Whether a line that is marked as nothing else is a sentence, by its end."""
    return line.kind is None and word_count(line.text) >= _FEWEST_WORDS and is_finished(line.text)


def _around(heading: HtmlElement, told: Sequence[Collection[HtmlElement]]) -> HtmlElement:
    """The smallest element around a heading that stands around half of some lines, by what is around each."""
    for part in (heading, *heading.iterancestors()):
        held = sum(part in around for around in told)
        if (held and 2 * held >= len(told)) or part.tag in markup().whole_page:
            return part
    return heading


def without_around(pieces: Sequence[Piece], leaves: Sequence[Leaf], part: OwnPart) -> list[Piece]:
    """What was taken for the article, where it is short; line by line where that goes beyond its part of the page.

    What stands in windows or around it and speaks of the page is residue, as is in it what speaks of the page or stands behind the last sentence and is none; what else was taken beyond it stays.
    """
    if not part.numbers:
        return list(pieces)
    whole = key_of(str(part.element.text_content()))
    beyond = not all(key_of(piece.text) in whole for piece in pieces)
    lines = _line_by_line(pieces, leaves, part) if beyond else pieces
    over = {leaf.text for leaf in leaves if leaf.order in part.windows}
    lines = [one.called("residue", _AROUND) if one.kind in LOOSE and one.text in over else one for one in lines]
    last = max((row for row, one in enumerate(lines) if is_sentence(one)), default=len(lines))
    return [_called(piece, behind=row > last) for row, piece in enumerate(lines)]


def _line_by_line(pieces: Sequence[Piece], leaves: Sequence[Leaf], part: OwnPart) -> list[Piece]:
    """The lines of the part, and what was taken beyond it and is a sentence or marked as something."""
    taken = "".join(key_of(piece.text) for piece in pieces)
    told = [leaf for leaf in leaves if not leaf.aside and not is_card(leaf)]
    found = [
        leaf.order in part.numbers or ((leaf.kind or is_sentence(leaf)) and key_of(leaf.text) in taken) for leaf in told
    ]
    return [_piece_of(leaf, part) for leaf in compress(told, found)]


def _piece_of(leaf: Leaf, part: OwnPart) -> Piece:
    """A line as a piece; one around the part that speaks of the page as residue."""
    if leaf.text == part.heading:
        return Piece(text=leaf.text, kind="headline", reason=Reason("pages.main_heading"))
    around = leaf.kind is None and leaf.order not in part.numbers and speaks_of_pages(leaf.text)
    return Piece(text=leaf.text, kind="residue", reason=_AROUND) if around else piece_of(leaf)


def _called(piece: Piece, *, behind: bool) -> Piece:
    """A few words that are no sentence as residue, where they speak of the page or stand ``behind`` the last one, and nothing says what they are."""
    line = piece.text
    longer = word_count(line) > _MOST_WORDS
    if piece.kind or longer or is_finished(line) or not (behind or speaks_of_pages(line)):
        return piece
    marked = masthead_label(line) or is_caption_wording(line) or credit_at(line) is not None
    return piece if marked else piece.called("residue", _AROUND)
