"""A claim in many articles: each account once, with all who give it; and a strip that shows which articles say anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.model import Figure, Point
from twosource.present.index import Index
from twosource.present.origins import letter_of
from twosource.present.page.entries import Entry, entry_of
from twosource.present.sayings import Saying
from twosource.text.pieces import key_of

_SHOWN: Final = 4
_NARROW, _WIDE, _STRIP = 4.0, 13.0, 240.0  # pixels: of an article on the strip, and of the whole strip
_ORDER: Final[Mapping[str, int]] = {"torn": 0, "": 1, "odd": 2, "doubt": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An article that gives an account, and where."""

    outlet: str
    letter: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One account, and who gives it."""

    entry: Entry
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The articles as a row of ticks: those that say it, in the colours of their origins.

    ``ticks`` are pairs of a class name and a path, drawn ``tick`` wide; ``told`` says the same in words.
    """

    width: int
    tick: float
    ticks: tuple[tuple[str, str], ...]
    told: str


def versions(index: Index, point: Point, found: Sequence[Saying]) -> tuple[Version, ...]:
    """The accounts of a claim: contradictions first, then those that most articles give.

    Figures of one value, and other sayings with the same labels, are one account where they rest on the same word.

    Args:
        index: The story.
        point: The claim.
        found: Its sayings.
    """
    named = frozenset(kind for one in found for kind in one.differs)
    groups: dict[tuple[object, ...], list[tuple[Saying, Entry]]] = {}
    for one in found:
        entry = entry_of(index, point, one, named)
        groups.setdefault(_key(one, entry), []).append((one, entry))
    made = [_version(index, group) for group in groups.values()]
    return tuple(sorted(made, key=lambda one: (_ORDER.get(one.entry.tone, 1), -len(one.places))))


def split_off(found: Sequence[Version]) -> tuple[tuple[Version, ...], tuple[Version, ...]]:
    """The accounts that are shown at once, every contradiction among them, and the rest."""
    first = [one for place, one in enumerate(found) if place < _SHOWN or one.entry.tone == "torn"]
    return tuple(first), tuple(one for one in found if one not in first)


def _key(one: Saying, entry: Entry) -> tuple[object, ...]:
    signs = tuple((sign.tone, sign.words) for sign in entry.signs)
    if isinstance(one.member, Figure):
        return ("figure", one.member.low, one.member.high, one.member.bound, entry.who, signs)
    # Two that contradict each other have the same labels, and are two accounts all the same.
    words = key_of(one.text) if entry.tone == "torn" else ""
    return (one.voice, entry.who, signs, words)


def _version(index: Index, group: Sequence[tuple[Saying, Entry]]) -> Version:
    places = dict.fromkeys(
        Place(outlet=index.outlets[one.article], letter=letter_of(index, one.article), href=entry.href)
        for one, entry in group
    )
    once = {place.outlet: place for place in reversed(places)}
    entry = next((entry for _, entry in group if entry.same), group[0][1])
    return Version(entry=entry, places=tuple(once.values())[::-1])


def strip(index: Index, order: Sequence[str], found: Sequence[Saying]) -> Strip:
    """The ticks of a claim.

    Args:
        index: The story.
        order: Ids of all articles, in the order of the strip.
        found: The claim's sayings.
    """
    says = {one.article for one in found}
    torn = {one.article for one in found if one.conflict}
    step = min(_WIDE, max(_NARROW, _STRIP / max(1, len(order))))
    paths: dict[str, list[str]] = {}
    for place, name in enumerate(order):
        if name not in says:
            continue
        letter = letter_of(index, name)
        kind = f"o{letter}" if letter else "lone"
        at = f"{(place + 0.5) * step:.4g}"
        paths.setdefault(kind, []).append(f"M{at} 0v11")
        if name in torn:
            paths.setdefault("torn", []).append(f"M{at} 13v3")
    return Strip(
        width=round(step * len(order)),
        tick=round(step - (1 if step < _WIDE / 2 else 2), 1),
        ticks=tuple((kind, "".join(own)) for kind, own in paths.items()),
        told=f"{len(says)} of {len(order)} articles",
    )
