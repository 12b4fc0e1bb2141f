"""What is contested, as lines of the first screen and as cards with both sides' sentences."""

from dataclasses import dataclass, replace
from itertools import pairwise, product

from markupsafe import Markup

from twosource.present.anchors import anchor
from twosource.present.contested import contests
from twosource.present.index import Index
from twosource.present.page.exhibits import Exhibit, exhibits
from twosource.present.page.wordwise import aligned
from twosource.present.side_words import begins
from twosource.present.sides import Contest, Side
from twosource.present.wording import clip
from twosource.present.wording.terms import CONFLICTS, MARKS, term
from twosource.text.prose import counted

_ABOUT = 64  # code points of what a line is about
_ALIKE = 0.5  # share of the longer sentence's words that two sentences must have in common to be laid side by side
_ICONS = {"conflict": "≠", "retraction": "↺", "denial": "×"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One account. ``outlets`` are pairs of an outlet and where these words stand there; ``aligned`` its sentence, word by word."""

    words: str
    quoted: bool
    who: str
    answer: str
    count: str
    outlets: tuple[tuple[str, str], ...]
    exhibits: tuple[Exhibit, ...]
    aligned: Markup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing that is contested. ``topic`` is what a line says before both sides' words: nothing where the first, or the only one, says it.

    ``articles`` are the places of two articles of different sides, to be read side by side.
    """

    place: str
    kind: str
    icon: str
    name: str
    about: str
    short: str
    topic: str
    measure: str
    number: int
    row: str
    sides: tuple[SideView, ...]
    articles: tuple[str, ...]
    detail: str


def cards(index: Index) -> tuple[Card, ...]:
    """Everything contested, what weighs most first."""
    return tuple(_card(index, one) for one in contests(index))


def _card(index: Index, one: Contest) -> Card:
    accounts = [side for side in one.sides if side.is_account] or one.sides
    views = [_side(index, side) for side in one.sides]
    return Card(
        place=anchor("c", one.id),
        kind=one.kind,
        icon=_ICONS[one.kind],
        name=term(CONFLICTS, one.what) if one.kind == "conflict" else term(MARKS, one.what),
        about=one.about,
        short=clip(one.about, _ABOUT),
        topic="" if len(accounts) == 1 or begins(one.about, accounts[0].words) else clip(one.about, _ABOUT),
        measure=_measure(index, one),
        number=index.number.get(one.point or "", 0),
        row=anchor("q", one.point) if one.point in index.points else "",
        sides=_laid(views) if one.kind == "conflict" else tuple(views),
        articles=_pair(index, one),
        detail=one.detail,
    )


def _measure(index: Index, one: Contest) -> str:
    """What the figures of a contested value, or of a claim that is denied, count, in a word; empty for others."""
    point = index.points.get(one.point or "")
    if point is None or (one.what != "value" and one.kind != "denial"):
        return ""
    measures = (figure.measure for figure in index.figures_named(point.figures))
    return min(filter(None, measures), default="").replace("_", " ")


def _side(index: Index, side: Side) -> SideView:
    shown = exhibits(index, side.evidence)
    known = {one.outlet: one.href for one in shown}
    return SideView(
        words=side.words,
        quoted=side.quoted,
        who=side.who,
        answer=side.answer if side.is_account else term(MARKS, side.answer),
        count=counted(len(side.articles), "article") if side.articles else "",
        outlets=tuple(
            (index.outlets[name], known.get(index.outlets[name], anchor("a", name))) for name in side.articles
        ),
        exhibits=shown,
    )


def _pair(index: Index, one: Contest) -> tuple[str, ...]:
    """Two articles of different sides that follow each other, the first that are two; none where all is in one article."""
    told = [side.articles for side in one.sides if side.articles]
    pairs = (pair for left, right in pairwise(told) for pair in product(left, right) if pair[0] != pair[1])
    found = next(pairs, ())
    return tuple(anchor("a", name) for name in index.in_order(found))


def _laid(sides: list[SideView]) -> tuple[SideView, ...]:
    """Two accounts in nearly the same sentence are shown with what differs marked word by word."""
    shown = [(place, side.exhibits[0]) for place, side in enumerate(sides) if side.exhibits]
    if len(shown) < 2 or not _alike(shown[0][1], shown[1][1]):  # noqa: PLR2004 - two sides
        return tuple(sides)
    (one, left), (other, right) = shown[:2]
    first, second = aligned(_whole(left), _whole(right))
    sides[one], sides[other] = replace(sides[one], aligned=first), replace(sides[other], aligned=second)
    return tuple(sides)


def _alike(one: Exhibit, other: Exhibit) -> bool:
    left, right = (set(_whole(each).casefold().split()) for each in (one, other))
    return len(left & right) >= _ALIKE * max(1, len(left), len(right))


def _whole(one: Exhibit) -> str:
    return f"{one.before}{one.words}{one.after}"
