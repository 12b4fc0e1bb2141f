"""The articles of a window as columns of numbers, so that one is compared with many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log, nan, sqrt
from typing import Final, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from twosource.group.growing import Ends, Growing, Numbers
from twosource.group.traits import Traits
from twosource.text.word_rarity import rarity

IN_TITLE, IN_LEAD, NAME, RARE, FIGURE, FIRST = (1 << bit for bit in range(6))
Number = TypeVar("Number")
KIND_BITS: Final = 6
APART: Final = ("killed", "injured")
WORD, PERSON, AGE, STREET, PLACE, WEEKDAY, DAY, MEASURE, COUNT = range(9)
_TITLE_WEIGHT, _LEAD_WEIGHT = 1.5, 1.25
_RARE: Final = 5.0
_LEAST_DEAD: Final = 256


class Facts(NamedTuple, Generic[Number]):
    """What is kept of an article to compare it by: a number each, or a column of those of many articles."""

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
    outlet: Number
    words: Number
    people: Number
    ages: Number
    streets: Number
    places: Number
    weekdays: Number
    days: Number
    names_weight: Number
    runs: Number


@dataclass(frozen=True, slots=True)
class Matches:
    """The things that an article shares with others, one a place in each of these."""

    other: Numbers  # which of the others, from 0, never falling
    # Roles of the thing in the one article: ``IN_TITLE`` and the like, the kind from ``KIND_BITS`` on.
    mine: NDArray[np.uint16]
    theirs: NDArray[np.uint16]  # its roles in the other
    rarity: NDArray[np.float64]  # how rare a word is; 0 for other things
    weight: NDArray[np.float64]  # what a word weighs in the one article; 0 for other things
    weighs: NDArray[np.float64]  # what it weighs in the other


class Columns:
    """Each article's words and things as numbers of a common list, with their roles and weights; and its facts."""

    def __init__(self) -> None:
        """No article yet."""
        self._traits: dict[int, Traits] = {}
        self._clear()

    def _clear(self) -> None:
        self._row: dict[int, int] = {}
        self._outlets: dict[str | None, int] = {None: 0}
        self._known: dict[str, int] = {}
        self._rarity, self._asked = Growing(np.float64), Growing(np.int16)
        self._things, self._roles, self._weights = Growing(np.int32), Growing(np.uint16), Growing(np.float32)
        self._ends, self._runs, self._run_ends = Ends(), Growing(np.uint32), Ends()
        self._facts = Growing(np.float64, len(Facts._fields))

    def add(self, number: int, traits: Traits) -> None:
        """Take in an article under a number."""
        self._traits[number] = traits
        self._row[number] = len(self._ends)
        rare = [rarity(word) for word in traits.words]
        roles = _roles(traits, rare)
        weights = _weights(traits, roles, rare)
        things = _things(traits)
        facts = _facts(traits, roles, rare, weights, self._outlets.setdefault(traits.outlet, len(self._outlets)))
        self._things.extend(self._ids([*traits.words, *[key for key, _ in things]], rare))
        self._roles.extend(roles + [role for _, role in things])
        self._weights.extend([*weights, *[0.0] * len(things)])
        self._ends.add(len(self._things))
        self._runs.extend(traits.runs)
        self._run_ends.add(len(self._runs))
        self._facts.extend([facts])

    def drop(self, number: int) -> None:
        """Forget an article. Its room is given back when as many are gone as are left."""
        del self._row[number], self._traits[number]
        if len(self._ends) > 2 * len(self._row) + _LEAST_DEAD:
            left = self._traits
            self._clear()
            for one in sorted(left):
                self.add(one, left[one])

    def weights(self, number: int) -> NDArray[np.float32]:
        """What each of an article's words weighs in it, in their order; the sum of squares is 1."""
        found: NDArray[np.float32] = self._weights.values[self._ends.of(self._row[number])]
        return found[: len(self._traits[number].words)]

    def facts(self, numbers: Sequence[int]) -> Facts[NDArray[np.float64]]:
        """The facts of articles, in their order."""
        return Facts(*self._facts.values[self._rows(numbers)].T.copy())

    def matches(self, number: int, others: Sequence[int]) -> Matches:
        """What an article shares with each of the others."""
        mine = self._ends.of(self._row[number])
        asked, own = self._asked.values, self._things.values[mine]
        places, behind = self._ends.places(self._rows(others))
        things = self._things.values[places]
        asked[own] = np.arange(1, len(own) + 1)
        found = asked[things]
        asked[own] = 0
        hits = np.flatnonzero(found)
        here, there = found[hits].astype(np.int64) + (mine.start - 1), places[hits]
        return Matches(
            other=np.searchsorted(behind, hits, side="right"),
            mine=self._roles.values[here],
            theirs=self._roles.values[there],
            rarity=self._rarity.values[things[hits]],
            weight=self._weights.values[here].astype(np.float64),
            weighs=self._weights.values[there].astype(np.float64),
        )

    def runs_shared(self, number: int, others: Sequence[int]) -> Numbers:
        """How many runs of words an article shares with each of the others."""
        own = self._runs.values[self._run_ends.of(self._row[number])]
        places, behind = self._run_ends.places(self._rows(others))
        if not len(own):
            return np.zeros(len(others), np.int64)
        runs = self._runs.values[places]
        at = np.minimum(np.searchsorted(own, runs), len(own) - 1)
        hits = np.flatnonzero(own[at] == runs)
        return np.bincount(np.searchsorted(behind, hits, side="right"), minlength=len(others))

    def _rows(self, numbers: Sequence[int]) -> Numbers:
        return np.fromiter((self._row[number] for number in numbers), np.int64, len(numbers))

    def _ids(self, keys: list[str], rare: list[float]) -> list[int]:
        """The numbers of words and, behind them, of other things."""
        known, before = self._known, len(self._known)
        found = [known.setdefault(key, len(known)) for key in keys]
        new = [rare[row] if row < len(rare) else 0.0 for row, one in enumerate(found) if one >= before]
        self._rarity.extend(new)
        self._asked.extend([0] * len(new))
        return found


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
    """All but words and runs: a key that no word has, as it holds a space, and its role."""
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


def _facts(traits: Traits, roles: list[int], rare: list[float], weights: list[float], outlet: int) -> Facts[float]:
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
        outlet=outlet,
        words=len(traits.words),
        people=len(traits.people),
        ages=len(traits.ages),
        streets=len(traits.streets),
        places=len(traits.places),
        weekdays=len(traits.weekdays),
        days=len(traits.days),
        names_weight=fsum(weight * weight for weight, role in zip(weights, roles, strict=True) if role & NAME) or 1.0,
        runs=len(traits.runs),
    )
