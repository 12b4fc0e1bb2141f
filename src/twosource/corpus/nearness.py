"""Seventh stage: which earlier articles an article is nearest to, and how likely each tells of the same event.

That follows from the articles alone, whatever story they are in, so that parts are worked out anywhere and in any order.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Final

import numpy as np
import numpy.typing as npt

from twosource.corpus.arrivals import Arrivals, arrivals_of
from twosource.corpus.stage import Outcome, Stage
from twosource.engine.catalog import UNDATED
from twosource.engine.parts import read_array, write_array
from twosource.group.columns import Columns
from twosource.group.index import NEWEST, Holders, Index, asked
from twosource.group.likeness import Likeness, pair_odds
from twosource.group.stream import is_silent
from twosource.group.traits import Traits
from twosource.group.window import CLOCK
from twosource.settings import Settings

_NEAR: Final = np.dtype([("number", "<u4"), ("odds", "<f8")])
_COLUMNS: Final = 20_000
"""Articles whose numbers are held at a time: some 100 MB."""
_OPEN: Final = 500


@dataclass(frozen=True, kw_only=True)
class Nearing(Stage):
    """Looks for the nearest. A job is a part of the arrivals, which are all there."""

    name: ClassVar[str] = "nearness"

    def do(self, job: str) -> Outcome:
        """Write the nearest of one part."""
        arrivals, settings = arrivals_of(self), self.options.settings
        numbers, window = arrivals.numbers(job), _Remembered(arrivals, settings)
        made = {number: arrivals.coded(number) for number in numbers}
        first = window.first(numbers[0])
        keys = np.unique(np.array([key for one in made.values() for key, _ in asked(one.words)], np.uint64))
        index = Index(_held(arrivals, job, keys, first), numbers[0] - first)
        columns, found = Columns(), []
        for number, flags in zip(numbers, arrivals.rows(job, ["size", "round_up"]), strict=True):
            for gone in window.forgotten(number):
                index.drop(slice(max(gone.start - first, 0), max(gone.stop - first, 0)))
            columns.add(number, made[number])
            near = [other + first for other in index.near(made[number].words, int(settings.group_nearest))]
            columns = _with(columns, (number, *near), arrivals)
            found.append((near, pair_odds(columns, number, near)))
            if not is_silent(Traits(article="", **flags), settings):
                words = made[number].words
                met = keys.take(np.searchsorted(keys, words["key"]), mode="clip") == words["key"]
                index.add(number - first, words[met])
        rows = np.array([pair for near, odds in found for pair in zip(near, odds, strict=True)], _NEAR)
        write_array(self.layout.bucket(self.name, "near", int(job)), rows)
        write_array(self.layout.bucket(self.name, "ends", int(job)), np.cumsum([0, *(len(near) for near, _ in found)]))
        return Outcome(rows=len(rows))


class Recorded(Likeness):
    """What was found out by then, as the stream of stories asks for it; pairs that nobody asked for are compared here."""

    def __init__(self, arrivals: Arrivals, settings: Settings) -> None:
        """No article has come yet."""
        super().__init__(int(settings.group_nearest))
        self._arrivals = arrivals

    def take(self, traits: Traits, *, silent: bool) -> int:  # noqa: ARG002 - all that is asked of them is on disk
        """The number of an article: all come, each once, in the order of time."""
        self._next += 1
        return self._next - 1

    def drop(self, number: int) -> None:
        """Forget nothing: it is on disk."""

    def traits(self, number: int) -> Traits:
        """An article's traits."""
        return self._arrivals.traits(number)

    def near(self, number: int) -> Sequence[int]:
        """The articles nearest to one when it came."""
        near: list[int] = _near(self._arrivals, number)["number"].tolist()
        return near

    def _learn(self, one: int, new: dict[tuple[int, int], int]) -> None:
        for later in {key[1] for key in new}:
            row = _near(self._arrivals, later)
            near = zip(row["number"].tolist(), row["odds"].tolist(), strict=True)
            self._odds.update(((earlier, later), odds) for earlier, odds in near)
        left = {key: other for key, other in new.items() if key not in self._odds}
        if left:
            self._columns = _with(self._columns, (one, *left.values()), self._arrivals)
            super()._learn(one, left)


class _Remembered:
    """Which articles a stream remembers when another comes: what ``Window`` forgets, told from the days alone."""

    def __init__(self, arrivals: Arrivals, settings: Settings) -> None:
        days = arrivals.order["day"]
        self._dated = days[: int(np.searchsorted(days, UNDATED))]
        self._days, self._undated = int(settings.group_window), int(settings.group_window_undated)

    def first(self, number: int) -> int:
        """The earliest with a date that is remembered when this one comes; all are where few have come."""
        came = min(number, len(self._dated))
        today = int(self._dated[came - CLOCK]) if came >= CLOCK else 0
        return min(int(np.searchsorted(self._dated, today - self._days)), came)

    def forgotten(self, number: int) -> Iterator[slice]:
        """The articles that are forgotten when this one comes: those with a date, and those without."""
        yield slice(0, self.first(number))
        yield slice(len(self._dated), max(number - self._undated, len(self._dated)))


def _held(arrivals: Arrivals, job: str, keys: npt.NDArray[np.uint64], first: int) -> dict[int, Holders]:
    """The newest holders of words before a part and from an article on, counted from that one."""
    counts = np.zeros(len(keys), np.int64)
    found: list[tuple[npt.NDArray[np.int64], npt.NDArray[Any]]] = []
    for part in range(int(job) - 1, first // arrivals.size - 1, -1):
        left = np.flatnonzero(counts < NEWEST)
        known, ends, held = arrivals.holders(f"{part:05}")
        if not len(left) or not len(known):
            continue
        at = np.minimum(np.searchsorted(known, keys[left]), len(known) - 1)
        met = known[at] == keys[left]
        rows, starts, sizes = left[met], ends[at[met]], ends[at[met] + 1] - ends[at[met]]
        counts[rows] += sizes
        places = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        found.append((np.repeat(rows, sizes), held[places]))
    if not found:
        return {}
    rows, held = (np.concatenate(column) for column in zip(*reversed(found), strict=True))
    order = np.argsort(rows, kind="stable")
    order = order[held["number"][order] >= first]
    numbers, weights = held["number"][order].astype(np.int32) - first, held["weight"][order]
    ends = np.searchsorted(rows[order], np.arange(len(keys) + 1))
    inside = [
        (key, slice(max(begin, end - NEWEST), end))
        for key, begin, end in zip(keys.tolist(), ends[:-1], ends[1:], strict=True)
        if end > begin
    ]
    return {key: (array("i", numbers[at].tobytes()), array("f", weights[at].tobytes())) for key, at in inside}


def _with(columns: Columns, numbers: Sequence[int], arrivals: Arrivals) -> Columns:
    """Columns that hold these articles; new ones where they held too many."""
    held = columns if len(columns) < _COLUMNS else Columns()
    for number in numbers:
        if number not in held:
            held.add(number, arrivals.coded(number))
    return held


def _near(arrivals: Arrivals, number: int) -> npt.NDArray[Any]:
    part, row = divmod(number, arrivals.size)
    ends, near = _opened(arrivals, part)
    return near[ends[row] : ends[row + 1]]


@lru_cache(maxsize=_OPEN)
def _opened(arrivals: Arrivals, part: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    ends, near = (np.asarray(read_array(arrivals.layout.bucket(Nearing.name, kind, part))) for kind in ("ends", "near"))
    return ends, near
