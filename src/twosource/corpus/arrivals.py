"""Sixth stage: articles in the order of time, numbered, some thousand in a part, and as the numbers by which they are compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, ClassVar, Final

import numpy as np
import numpy.typing as npt

from twosource.corpus.layout import Layout
from twosource.corpus.saying import TRAITS
from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import day_of, table_of
from twosource.engine.parts import read_array, read_table, write_array, write_table
from twosource.group.coded import THING, Coded, coded
from twosource.group.stream import is_silent
from twosource.group.traits import Traits
from twosource.model.wire import decode_own

_ARRIVALS: Final = "work/arrivals"
_ORDER: Final = np.dtype([("part", "<u4"), ("row", "<u4"), ("day", "<i4")])
"""An article: the part of the traits and the row there, and its day."""
_HOLDER: Final = np.dtype([("number", "<u4"), ("weight", "<f4")])
"""An article that holds a word, and what the word weighs in it."""
_PARTS: Final = 1_000
_OPEN: Final = 500
"""Parts whose files are kept open, mapped into memory; of fewer the texts of the traits are held, and of some articles the traits."""
_READ: Final = 16
_KEPT: Final = 1 << 10
Rows = npt.NDArray[Any]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Arrivals:
    """All articles by their numbers, which are their places in the order of time; those without a date come last."""

    layout: Layout
    least: int  # articles in a part, where there are not too many of these
    made: int = 0  # when they were put in order: what is kept in memory of files is of these

    @cached_property
    def order(self) -> Rows:
        """A row of ``_ORDER`` for each article."""
        return read_array(self.layout.work / "order.npy")

    @cached_property
    def size(self) -> int:
        """Articles in a part: each looks for its words in all parts before it."""
        return max(self.least, -(-len(self.order) // _PARTS))

    @property
    def jobs(self) -> list[str]:
        """The parts in their order."""
        return [f"{part:05}" for part in range(-(-len(self.order) // self.size))]

    def numbers(self, job: str) -> range:
        """The articles of a part."""
        return range(int(job) * self.size, min((int(job) + 1) * self.size, len(self.order)))

    def rows(self, job: str, columns: Sequence[str]) -> list[dict[str, Any]]:
        """The articles of a part as rows of the table ``arrivals``."""
        found: list[dict[str, Any]] = read_table(self.layout.table(_ARRIVALS, job), [*columns]).to_pylist()
        return found

    def coded(self, number: int) -> Coded:
        """An article as numbers."""
        part, row = divmod(number, self.size)
        ends, things, run_ends, runs, facts = _opened(self, f"{part:05}")
        own, own_runs = slice(*ends[row : row + 2]), slice(*run_ends[row : row + 2])
        return Coded(np.array(things[own]), np.array(runs[own_runs]), np.array(facts[row]))

    def traits(self, number: int) -> Traits:
        """An article's traits."""
        return _traits(self, *divmod(number, self.size))

    def holders(self, job: str) -> tuple[npt.NDArray[np.uint64], Numbers, Rows]:
        """The keys of all words of a part, sorted; where the holders of each end; and these, the earliest first: ``_HOLDER``."""
        keys, ends, held = (read_array(_place(self.layout, name, job)) for name in ("keys", "key-ends", "holders"))
        return keys, ends, held


@dataclass(frozen=True, kw_only=True)
class Arriving(Stage):
    """Writes the numbers. A job is a part in the order of time."""

    name: ClassVar[str] = "arrivals"

    def do(self, job: str) -> Outcome:
        """Write one part."""
        arrivals = arrivals_of(self)
        rows = list(self._rows(arrivals.order[arrivals.numbers(job)]))
        traits = [decode_own(row["traits"], Traits) for row in rows]
        made = [coded(one) for one in traits]
        for row, one in zip(rows, traits, strict=True):
            row |= {"day": one.day, "size": one.size, "round_up": one.round_up}
        self._write(job, [one.things for one in made], ("things", "ends"))
        self._write(job, [one.runs for one in made], ("runs", "run-ends"))
        write_array(_place(self.layout, "facts", job), np.array([one.facts for one in made]))
        self._write_holders(job, [
            (number, one.words) for number, one, had in zip(arrivals.numbers(job), made, traits, strict=True)
            if not is_silent(had, self.options.settings)
        ])  # fmt: skip
        write_table(self.layout.table(_ARRIVALS, job), table_of("arrivals", rows))
        return Outcome(rows=len(rows))

    def _rows(self, order: Rows) -> Iterator[dict[str, Any]]:
        """Articles as rows of the table ``traits``, in this order."""
        names = self.layout.parts(TRAITS)
        turns = {}
        for part in np.unique(order["part"]).tolist():
            rows = read_table(self.layout.table(TRAITS, names[part])).take(order["row"][order["part"] == part])
            turns[part] = iter(rows.to_pylist())
        return (next(turns[part]) for part in order["part"].tolist())

    def _write(self, job: str, pieces: list[Rows], names: tuple[str, str]) -> None:
        """Write pieces one behind the other, and where each begins and ends."""
        write_array(_place(self.layout, names[0], job), np.concatenate(pieces))
        write_array(_place(self.layout, names[1], job), np.cumsum([0, *map(len, pieces)]))

    def _write_holders(self, job: str, given: list[tuple[int, Rows]]) -> None:
        words = np.concatenate([words for _, words in given]) if given else np.zeros(0, THING)
        held = np.zeros(len(words), _HOLDER)
        held["number"] = np.repeat(
            *np.array([(number, len(words)) for number, words in given], np.int64).reshape(-1, 2).T
        )
        held["weight"] = words["weight"]
        order = np.argsort(words["key"], kind="stable")
        keys, counts = np.unique(words["key"], return_counts=True)
        for name, values in (("keys", keys), ("key-ends", np.cumsum([0, *counts])), ("holders", held[order])):
            write_array(_place(self.layout, name, job), values)


def put_in_order(layout: Layout) -> None:
    """Number the articles that findings were made of. One that stands in several parts counts where it came first."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy

    if (layout.work / "order.npy").exists():
        return
    tables = []
    for part, name in enumerate(layout.parts(TRAITS)):
        table = read_table(layout.table(TRAITS, name), ["day", "at", "article"])
        for column, numbers in (("part", [part] * len(table)), ("row", range(len(table)))):
            table = table.append_column(column, pa.array(numbers, pa.uint32()))
        tables.append(table)
    every = pa.concat_tables(tables).sort_by([(key, "ascending") for key in ("day", "at", "article", "part")])
    every = every.append_column("place", pa.array(range(len(every)), pa.int64()))
    first = np.sort(every.group_by("article").aggregate([("place", "min")]).column("place_min").to_numpy())
    every, found = every.take(first), np.zeros(len(first), _ORDER)
    for name in ("part", "row"):
        found[name] = every.column(name).to_numpy()
    found["day"] = list(map(day_of, every.column("day").to_pylist()))
    write_array(layout.work / "order.npy", found)


def arrivals_of(stage: Stage) -> Arrivals:
    """The arrivals that a stage works on."""
    order = stage.layout.work / "order.npy"
    made = order.stat().st_mtime_ns if order.exists() else 0
    return Arrivals(layout=stage.layout, least=max(stage.options.settings.corpus_part_articles, 1), made=made)


def _place(layout: Layout, name: str, job: str) -> Path:
    return layout.folder / _ARRIVALS / f"{name}-{job}.npy"


@lru_cache(maxsize=_OPEN)
def _opened(arrivals: Arrivals, job: str) -> tuple[Rows, ...]:
    return tuple(
        read_array(_place(arrivals.layout, name, job)) for name in ("ends", "things", "run-ends", "runs", "facts")
    )


@lru_cache(maxsize=_READ)
def _texts(arrivals: Arrivals, part: int) -> list[str]:
    return [row["traits"] for row in arrivals.rows(f"{part:05}", ["traits"])]


@lru_cache(maxsize=_KEPT)
def _traits(arrivals: Arrivals, part: int, row: int) -> Traits:
    return decode_own(_texts(arrivals, part)[row], Traits)
