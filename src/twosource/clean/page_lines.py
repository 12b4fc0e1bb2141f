"""What the extraction left out of an article, found again among the page's lines: captions, credits, leads, paragraphs."""

from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from twosource.clean.characters import is_finished, word_count
from twosource.clean.extraction import FEWEST_WORDS, head_of, is_paragraph
from twosource.clean.leaves import Leaf
from twosource.clean.masthead import masthead_label
from twosource.clean.pieces import LOOSE, MARKED, Piece
from twosource.clean.wording import markup, residue_reason
from twosource.text.pieces import key_of
from twosource.text.reasons import Reason

_SPACE_KEYS: Final = 12
_FEWEST_SENTENCE: Final = 8  # words of a line that is a sentence of the article by its place
_SAME_BEGINNING: Final = 60  # characters by which a lead is known again in what the page says it is about
_NOTICE: Final = Reason("pages.notice")
NOTICE_TIMES: Final = 3
_MARKED: Final = frozenset({"caption", "credit", "byline", "headline"})


@dataclass(frozen=True, slots=True)
class Region:
    """Where the article stands on its page: the lines from its head to its last, half-open, and its first paragraph."""

    start: int
    first: int
    end: int


@dataclass(slots=True)
class _Merging:
    """What is known while the lines are put together."""

    leaves: Sequence[Leaf]
    keys: frozenset[str]
    whole: str
    parents: frozenset[int]
    described: tuple[str, ...]
    pieces: list[Piece] = field(default_factory=list)


def merged(
    body: Sequence[Piece], leaves: Sequence[Leaf], described: Sequence[str]
) -> tuple[list[Piece], Region | None]:
    """The extracted body with what it left out between its lines, and where it stands.

    Body pieces are found again among the page's lines, in order; a line that is no body piece comes in where it
    stands: if its markup or wording says what it is, if it is the lead, if it is a sentence amid the body's own.

    Args:
        body: What was extracted.
        leaves: The lines of the page.
        described: What the page says the article is about, by which its lead is known again.

    Returns:
        The pieces, and None for the region where no piece is a line of the page.
    """
    body, where = _placed(body, leaves)
    found = [spot for spot in where if spot is not None]
    if not found:
        return list(body), None
    keys = [key_of(piece.text) for piece in body]
    around = Counter(leaves[spot].parent for spot in found if leaves[spot].tag == "p")
    state = _Merging(
        leaves=leaves,
        keys=frozenset(keys),
        whole="".join(keys),
        parents=frozenset(parent for parent, count in around.items() if count > 1),
        described=tuple(key for one in described if len(key := key_of(one)) > _SPACE_KEYS),
    )
    first = next((spot for spot in found if is_paragraph(leaves[spot])), found[0])
    done = head_of(leaves, found[0])
    for piece, spot in zip(body, where, strict=True):
        if spot is not None:
            _add_between(state, done, spot, lead=done <= first)
            done = spot + 1
            state.pieces.append(_with_kind(piece, leaves[spot]))
        else:
            state.pieces.append(piece)
    # Captions and credits right behind the last paragraph still belong to the article.
    behind = (i for i in range(done, len(leaves)) if leaves[i].kind not in {"caption", "credit"} or leaves[i].aside)
    end = next(behind, len(leaves))
    _add_between(state, done, end, lead=False)
    return state.pieces, Region(head_of(leaves, first), first, end)


def _placed(body: Sequence[Piece], leaves: Sequence[Leaf]) -> tuple[list[Piece], list[int | None]]:
    """Body pieces with the line that each is. What the extraction says oftener than the page does is left out.

    Longer pieces are placed first, and both orders kept: a name or a place that the extraction has moved to the top
    stands again far below the text, and would take all between with it.
    """
    places: dict[str, list[int]] = {}
    for i, leaf in enumerate(leaves):
        places.setdefault(key_of(leaf.text), []).append(i)
    kept = _not_too_often([(piece, key_of(piece.text)) for piece in body], places)
    rows: list[int] = []  # of ``kept`` that have their line, in order, with those lines
    spots: list[int] = []
    for row in sorted(range(len(kept)), key=lambda row: (-len(kept[row][1]), row)):
        at = bisect(rows, row)
        low, high = (spots[at - 1] if at else -1), (spots[at] if at < len(spots) else len(leaves))
        spot = next((s for s in places.get(kept[row][1], ()) if low < s < high), None)
        if spot is not None:
            rows.insert(at, row)
            spots.insert(at, spot)
    found = dict(zip(rows, spots, strict=True))
    return [piece for piece, _ in kept], [found.get(row) for row in range(len(kept))]


def _not_too_often(body: Sequence[tuple[Piece, str]], places: Mapping[str, Sequence[int]]) -> list[tuple[Piece, str]]:
    """Pieces with their keys, without what is said oftener than it stands on the page."""
    told: Counter[str] = Counter()
    kept: list[tuple[Piece, str]] = []
    for piece, key in body:
        told[key] += 1
        if len(key) <= _SPACE_KEYS or key not in places or told[key] <= len(places[key]):
            kept.append((piece, key))
    return kept


def _with_kind(piece: Piece, leaf: Leaf) -> Piece:
    if leaf.kind in _MARKED:
        why = Reason("pages.main_heading") if leaf.kind == "headline" else Reason("pages.markup_says")
        return Piece(text=piece.text, kind=leaf.kind, reason=why)
    return replace(piece, quoted=True) if leaf.quoted else piece


def _add_between(state: _Merging, start: int, end: int, *, lead: bool) -> None:
    found = (_left_out(state, leaf, lead=lead) for leaf in state.leaves[start:end] if not leaf.aside)
    state.pieces += filter(None, found)


def _left_out(state: _Merging, leaf: Leaf, *, lead: bool) -> Piece | None:
    """A line that the extraction left out, where it belongs to the article."""
    key = key_of(leaf.text)
    if not key or leaf.kind in _MARKED:
        return _with_kind(Piece(text=leaf.text), leaf) if key else None
    again = key in state.keys and word_count(leaf.text) >= FEWEST_WORDS
    if len(key) > _SPACE_KEYS and key in state.whole and not again:
        return None
    if again or residue_reason(leaf.text) or _is_sibling(state, leaf):
        found = Piece(text=leaf.text, quoted=leaf.quoted)
        return found.called("subheading", MARKED) if leaf.kind == "subheading" else found
    return Piece(text=leaf.text) if lead and _is_lead(state, leaf, key) else None


def is_card(leaf: Leaf) -> bool:
    """Whether a line stands in what its page calls a card, a banner, or the like: no part of the text."""
    return bool(markup().card.search(leaf.name))


def _is_lead(state: _Merging, leaf: Leaf, key: str) -> bool:
    """Whether a line between headline and body is the lead: what the page says it is about, or a class or sentence says so."""
    if word_count(leaf.text) < FEWEST_WORDS or leaf.tag not in markup().paragraphs or masthead_label(leaf.text):
        return False
    if any(key[:_SAME_BEGINNING] == one[: len(key[:_SAME_BEGINNING])] for one in state.described):
        return True
    if is_card(leaf) or word_count(leaf.text) < _FEWEST_SENTENCE:
        return False
    return bool(markup().lead.search(leaf.name)) or (leaf.tag == "p" and is_finished(leaf.text))


def _is_sibling(state: _Merging, leaf: Leaf) -> bool:
    """Whether a line is a whole sentence amid the body's own paragraphs: writers link, embolden and box them."""
    return (
        leaf.tag == "p"
        and leaf.parent in state.parents
        and word_count(leaf.text) >= _FEWEST_SENTENCE
        and is_finished(leaf.text)
        and not is_card(leaf)
    )


def without_notices(pieces: Sequence[Piece], leaves: Sequence[Leaf]) -> list[Piece]:
    """The pieces with those labelled residue that stand on the page three times and more: notices in place of what is not loaded."""
    counted = Counter(key_of(leaf.text) for leaf in leaves if leaf.kind not in _MARKED)
    notices = {key for key, times in counted.items() if key and times >= NOTICE_TIMES}
    return [
        one.called("residue", _NOTICE) if one.kind in LOOSE and key_of(one.text) in notices else one for one in pieces
    ]
