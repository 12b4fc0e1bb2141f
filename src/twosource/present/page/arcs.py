"""Who took it from whom: articles in order of time, an arc for the wording that two of them share."""

from dataclasses import dataclass, replace
from math import sqrt

from markupsafe import Markup

from twosource.model import Article, Passage, Place
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.origins import letter_of, words_in
from twosource.present.page.layers import Shared, shared_wording
from twosource.present.page.wordwise import aligned
from twosource.present.places import paragraph_at
from twosource.present.ranking import LISTED
from twosource.present.wording.terms import PASSAGES
from twosource.text.prose import counted
from twosource.text.stamps import when

_ROW, _TOP, _NAMES = 46, 26, 198
_NAME = 22  # code points of a name on one line
_LOUD = 20  # arcs that are labelled
_UNDATED = {"content": "dated by its content only"}
_ORDER = ("copied", "translation", "release", "caption", "quotation", "formula")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """How many pairs are shown, how many passages of each, and how many code points of a passage."""

    pairs: int
    passages: int
    text: int


_ROOM = _Room(pairs=60, passages=12, text=1500)
_LITTLE = _Room(pairs=12, passages=2, text=400)  # in a large story


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One article on the picture. ``name`` in one line or two."""

    y: float
    name: tuple[str, ...]
    dated: str
    letter: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """Wording of one kind between two articles; ``head`` is where an arrow points, if it is known who had it first."""

    kind: str
    path: str
    width: float
    x: float
    y: float
    words: int
    labelled: bool
    head: str
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One passage in two articles, word by word."""

    kind: str
    told: str
    reason: str
    words: int
    left: Markup
    right: Markup
    left_href: str
    right_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """All that two articles share; ``places`` are theirs on the page."""

    place: str
    places: tuple[str, str]
    left: str
    right: str
    direction: str
    summary: str
    sides: tuple[Side, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arcs:
    """The picture and the pairs behind it."""

    height: int
    stops: tuple[Stop, ...]
    arcs: tuple[Arc, ...]
    kinds: tuple[tuple[str, str], ...]
    pairs: tuple[Pair, ...]
    more: int


def arcs(index: Index) -> Arcs:
    """The picture of who shares wording with whom; without arcs where nobody does.

    In a large story those pairs alone that share most, and their articles.
    """
    order = {name: place for place, name in enumerate(index.articles)}
    pairs = _pairs(index, order)
    room = _ROOM if len(order) <= LISTED else _LITTLE
    kept = pairs[: room.pairs]
    if room is _LITTLE:
        named = index.in_order(name for names, _ in kept for name in names)
        order = {name: place for place, name in enumerate(named)}
    arcs_ = _weighted([arc for names, passages in kept for arc in _arcs(index, order, names, passages)])
    drawn = {arc.kind for arc in arcs_}
    shared = shared_wording(index)
    return Arcs(
        height=_TOP * 2 + _ROW * max(len(order) - 1, 0),
        stops=tuple(_stop(index, index.articles[name], place) for name, place in order.items()),
        arcs=arcs_,
        kinds=tuple((kind, PASSAGES[kind]) for kind in _ORDER if kind in drawn),
        pairs=tuple(_pair(index, names, found, shared, room) for names, found in kept),
        more=len(pairs) - len(kept),
    )


def _pairs(index: Index, order: dict[str, int]) -> list[tuple[tuple[str, str], list[Passage]]]:
    found: dict[tuple[str, str], list[Passage]] = {}
    for passage in index.story.passages:
        names = sorted((place.article for place in passage.spans), key=lambda name: order.get(name, -1))
        if not passage.rejected and all(name in order for name in names):
            found.setdefault((names[0], names[1]), []).append(passage)
    return sorted(found.items(), key=lambda item: (-words_in(item[1]), order[item[0][0]], order[item[0][1]]))


def _arcs(index: Index, order: dict[str, int], names: tuple[str, str], passages: list[Passage]) -> list[Arc]:
    arcs_: list[Arc] = []
    for kind in _ORDER:
        same = [passage for passage in passages if passage.kind == kind]
        if same:
            arcs_.append(_arc(index, order, names, same, len(arcs_)))
    return arcs_


def _arc(index: Index, order: dict[str, int], names: tuple[str, str], same: list[Passage], beside: int) -> Arc:
    one, other = (_TOP + _ROW * order[name] for name in names)
    spread = abs(order[names[1]] - order[names[0]]) / max(len(order) - 1, 1)
    reach = 46 + 130 * spread + 38 * beside
    start = _NAMES + 16
    first = _earlier(same)
    words = words_in(same)
    left, right = (index.outlets[name] for name in names)
    return Arc(
        kind=same[0].kind,
        path=f"M{start} {one} C{start + reach:.0f} {one} {start + reach:.0f} {other} {start} {other}",
        width=1,
        x=round(start + reach * 0.75 + 3, 1),
        y=round((one + other) / 2, 1),
        words=words,
        labelled=True,
        head=""
        if first is None or same[0].kind in {"quotation", "formula"}
        else ("end" if first == names[0] else "start"),
        href=anchor("r", *names),
        title=f"{left} and {right}: {counted(words, 'word')} in {counted(len(same), 'passage')}, {PASSAGES[same[0].kind]}",
    )


def _weighted(drawn: list[Arc]) -> tuple[Arc, ...]:
    """Arcs as wide as what they stand for; those of most words are labelled."""
    words = sorted((arc.words for arc in drawn), reverse=True)
    widths = [round(1.2 + 8 * sqrt(arc.words / words[0]), 1) for arc in drawn]
    return tuple(
        replace(arc, width=width, x=round(arc.x + width / 2, 1), labelled=arc.words >= words[:_LOUD][-1])
        for arc, width in zip(drawn, widths, strict=True)
    )


def _earlier(passages: list[Passage]) -> str | None:
    """The article that had the wording first; None where the passages do not agree or do not say."""
    firsts = {passage.earlier for passage in passages if passage.earlier}
    return firsts.pop() if len(firsts) == 1 else None


def _stop(index: Index, article: Article, place: int) -> Stop:
    return Stop(
        y=_TOP + _ROW * place,
        name=_lines(index.outlets[article.id]),
        dated=when(article.first_dated) or _UNDATED.get(article.dated_by, "no date stated"),
        letter=letter_of(index, article.id),
        href=anchor("a", article.id),
    )


def _lines(name: str) -> tuple[str, ...]:
    if len(name) <= _NAME:
        return (name,)
    cut = max(name.rfind(mark, 0, _NAME) + len(mark) for mark in (" ", ".", "/", "-"))
    cut = cut if cut > 1 else _NAME
    rest = name[cut:].strip()
    return (name[:cut], rest if len(rest) <= _NAME else rest[: _NAME - 1] + "…")


def _pair(
    index: Index, names: tuple[str, str], passages: list[Passage], shared: dict[str, tuple[Shared, ...]], room: _Room
) -> Pair:
    first = _earlier([one for one in passages if one.kind not in {"quotation", "formula"}])
    left, right = (index.outlets[name] for name in names)
    kinds = [(kind, words_in([one for one in passages if one.kind == kind])) for kind in _ORDER]
    ordered = sorted(passages, key=lambda one: (_ORDER.index(one.kind), -one.words, one.id))
    return Pair(
        place=anchor("r", *names),
        places=(anchor("a", names[0]), anchor("a", names[1])),
        left=left,
        right=right,
        direction="" if first is None else f"{index.outlets[first]} had it first",
        summary=" · ".join(f"{counted(words, 'word')} {_SHORT[kind]}" for kind, words in kinds if words),
        sides=tuple(_side(index, names, one, shared, room.text) for one in ordered[: room.passages]),
        more=max(0, len(ordered) - room.passages),
    )


_SHORT = {
    "copied": "of the same wording",
    "translation": "of the same translation",
    "caption": "of the same caption",
    "release": "of what may be one release",
    "quotation": "of the same quotation",
    "formula": "of set phrases",
}


def _side(
    index: Index, names: tuple[str, str], passage: Passage, shared: dict[str, tuple[Shared, ...]], most: int
) -> Side:
    one, other = sorted(passage.spans, key=lambda place: names.index(place.article))
    left, right = aligned(index.words(one, one.article)[:most], index.words(other, other.article)[:most])
    return Side(
        kind=passage.kind,
        told=PASSAGES[passage.kind],
        reason=passage.reason,
        words=passage.words,
        left=left,
        right=right,
        left_href=_target(index, one, shared),
        right_href=_target(index, other, shared),
    )


def _target(index: Index, place: Place, shared: dict[str, tuple[Shared, ...]]) -> str:
    """Where to look: the drawn stretch, or the block that holds the place."""
    for stretch in shared.get(place.article, ()):
        if stretch.start <= place.start < stretch.end:
            return stretch.place
    return paragraph_at(index, place)
