"""One article's traits as numbers, the same on every machine: what is kept of it to compare it by."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from math import fsum, log, nan, sqrt
from typing import Any, Final, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from twosource.group.traits import Traits
from twosource.text.word_rarity import rarity

IN_TITLE, IN_LEAD, NAME, RARE, FIGURE, FIRST = (1 << bit for bit in range(6))
Number = TypeVar("Number")
KIND_BITS: Final = 6
APART: Final = ("killed", "injured")
WORD, PERSON, AGE, STREET, PLACE, WEEKDAY, DAY, MEASURE, COUNT = range(9)
THING: Final = np.dtype([("key", "<u8"), ("rarity", "<f8"), ("weight", "<f4"), ("role", "<u2")])
"""A word or another thing of an article: what stands for it, how rare a word is, what it weighs in the article (0 for
other things), its roles with its kind from ``KIND_BITS`` on."""
_TITLE_WEIGHT, _LEAD_WEIGHT = 1.5, 1.25
_RARE: Final = 5.0


class Facts(NamedTuple, Generic[Number]):
    """What is kept of an article besides words and things: a number each, or a column of those of many articles."""

    lead_length: Number
    lead_sum: Number
    title_sum: Number
    figures: Number
    first_places: Number
    day: Number
    happened: Number  # the first day that is told; nan, as for a day or toll, where none is
    killed_from: Number
    killed_to: Number
    injured_from: Number
    injured_to: Number
    size: Number
    outlet: Number  # a number that stands for it; 0 for none
    words: Number
    people: Number
    ages: Number
    streets: Number
    places: Number
    weekdays: Number
    names_weight: Number
    runs: Number


@dataclass(frozen=True, slots=True)
class Coded:
    """An article as numbers."""

    things: NDArray[Any]  # rows of ``THING``: its words in their order, and behind them all other things
    runs: NDArray[np.uint32]  # sorted
    facts: NDArray[np.float64]  # in the order of ``Facts``

    @property
    def words(self) -> NDArray[Any]:
        """Those of the things that are words; the sum of squares of their weights is 1."""
        return self.things[: int(self.facts[_WORDS])]


_WORDS: Final = Facts._fields.index("words")
_COUNTED: Final = tuple(name for name in Facts._fields[_WORDS:] if name != "names_weight")
"""Those that say how many of something an article's traits hold."""


def coded(traits: Traits) -> Coded:
    """An article's traits as numbers. It has no word where there is none."""
    rare = [rarity(word) for word in traits.words]
    roles = _roles(traits, rare)
    weights = _weights(traits, roles, rare)
    others = _things(traits)
    things = np.zeros(len(rare) + len(others), THING)
    things["key"] = [_key(word) for word in (*traits.words, *(name for name, _ in others))]
    things["rarity"][: len(rare)] = rare
    things["weight"][: len(rare)] = weights
    things["role"] = roles + [role for _, role in others]
    facts = _facts(traits, roles, rare, weights)
    return Coded(things, np.array(traits.runs, np.uint32), np.array(facts, np.float64))


@lru_cache(1 << 17)
def _key(thing: str, bits: int = 64) -> int:
    """A number that stands for a word, an outlet or another thing."""
    digest = blake2b(thing.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> (64 - bits)


def _roles(traits: Traits, rare: list[float]) -> list[int]:
    title, lead, names = frozenset(traits.title), frozenset(traits.lead), frozenset(traits.names)
    return [
        IN_TITLE * (word in title)
        | IN_LEAD * (word in title or word in lead)
        | NAME * (word in names)
        | RARE * (r > _RARE)
        | FIGURE * (word[0].isdigit() and not _is_year(word))
        for word, r in zip(traits.words, rare, strict=True)
    ]


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}  # noqa: PLR2004 - digits of a year


def _weights(traits: Traits, roles: list[int], rare: list[float]) -> list[float]:
    """Words weigh by how often they stand, where, and how rare they are."""
    found = [
        (1 + log(times)) * r * (_TITLE_WEIGHT if role & IN_TITLE else _LEAD_WEIGHT if role & IN_LEAD else 1.0)
        for times, role, r in zip(traits.times, roles, rare, strict=True)
    ]
    length = sqrt(fsum(weight * weight for weight in found)) or 1.0
    return [weight / length for weight in found]


def _things(traits: Traits) -> list[tuple[str, int]]:
    """All but words and runs: a name that no word has, as it holds a space, and its role."""
    first = frozenset(traits.lead_places)
    named = (
        (PERSON, traits.people), (AGE, traits.ages), (STREET, traits.streets), (PLACE, traits.places),
        (WEEKDAY, traits.weekdays), (DAY, traits.days),
        (MEASURE, [measure for measure, _, _ in traits.counts if measure not in APART]),
        (COUNT, [f"{measure} {low:g}" for measure, low, _ in traits.counts if measure not in APART]),
    )  # fmt: skip
    return [
        (f"{kind} {thing}", kind << KIND_BITS | FIRST * (kind == PLACE and thing in first))
        for kind, things in named
        for thing in things
    ]


def _facts(traits: Traits, roles: list[int], rare: list[float], weights: list[float]) -> Facts[float]:
    words = list(zip(roles, rare, strict=True))
    lead = [r for role, r in words if role & IN_LEAD]
    counts = {measure: (low, high) for measure, low, high in traits.counts}
    killed, injured = (counts.get(measure, (nan, nan)) for measure in APART)
    return Facts(
        lead_length=sqrt(fsum(r * r for r in lead)) or 1.0,
        lead_sum=fsum(lead) or 1.0,
        title_sum=fsum(r for role, r in words if role & IN_TITLE) or 1.0,
        figures=sum(bool(role & FIGURE) for role in roles),
        first_places=len(frozenset(traits.lead_places) & frozenset(traits.places)),
        day=nan if traits.day is None else traits.day,
        happened=nan if traits.happened is None else traits.happened,
        killed_from=killed[0],
        killed_to=killed[1],
        injured_from=injured[0],
        injured_to=injured[1],
        size=traits.size,
        outlet=0 if traits.outlet is None else 1 + _key(traits.outlet, bits=52),  # whole in a fraction's 53 bits
        names_weight=fsum(weight * weight for weight, role in zip(weights, roles, strict=True) if role & NAME) or 1.0,
        **{name: len(getattr(traits, name)) for name in _COUNTED},
    )
