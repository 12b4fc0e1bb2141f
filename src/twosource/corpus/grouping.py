"""Last stage: which articles are one story, day after day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, ClassVar

from twosource.corpus.saying import TRAITS, Saying
from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import table_of
from twosource.engine.parts import read_table, write_table
from twosource.group import Change, Placed, Stream, Traits
from twosource.model.wire import decode_own
from twosource.settings import Settings

_PLACED = "work/placed"
"""Of each day the articles that came, and those of earlier days that were moved then: what a later call begins from."""
Row = dict[str, Any]


@dataclass(slots=True)
class _Going:
    """The stream behind a day, and its articles as rows, in the order in which they came."""

    stream: Stream
    rows: dict[str, Row]

    def apply(self, changes: Iterable[Change]) -> set[str]:
        """Note where articles are now; which were told of."""
        told = set()
        for change in changes:
            self.rows[change.article] |= {"story": change.story, "reason": change.reason}
            told.add(change.article)
        return told

    def settled(self, *, last: bool) -> list[Row]:
        """Take out what cannot be moved any more: what the stream has forgotten, which came first; all behind the last day."""
        gone = list(self.rows) if last else [*takewhile(lambda article: not self.stream.holds(article), self.rows)]
        return [self.rows.pop(article) for article in gone]


@dataclass(frozen=True, kw_only=True)
class Grouping(Stage):
    """Places each day's articles. A job is a day, and needs the one before to be finished.

    One stream goes on from day to day, so that an article costs the same however many days are remembered. A call that
    begins in the middle begins the stream again from what the days before wrote.
    """

    days: tuple[str, ...]
    name: ClassVar[str] = "stories"
    _behind: dict[str, _Going] = field(default_factory=dict, repr=False, compare=False)

    def do(self, job: str) -> Outcome:
        """Go on from the day before."""
        number = self.days.index(job)
        before = self.days[number - 1] if number else ""
        going = self._behind.pop(before, None) or _begun(self._placed_before(number), self.options.settings)
        self._behind.clear()
        fresh = self._of_day(job)
        told = {row["article"] for row in fresh}
        traits = {row["article"]: row.pop("traits") for row in fresh}
        for row in fresh:
            going.rows.setdefault(row["article"], row)
            told |= going.apply(going.stream.add(decode_own(traits[row["article"]], Traits)))
        last = number == len(self.days) - 1
        if last:
            going.apply(going.stream.repair())
        settled = [_story_row(row) for row in going.settled(last=last)]
        settled.sort(key=lambda row: (row["story"], row["published"] or "", row["article"]))
        placed = [{"traits": traits.get(article, ""), **row} for article, row in going.rows.items() if article in told]
        write_table(self.layout.table(_PLACED, job), table_of("placed", placed))
        write_table(self.layout.table("stories", job), table_of("stories", settled))
        self._behind[job] = going
        return Outcome(rows=len(fresh))

    def _placed_before(self, number: int) -> Iterator[Row]:
        for day in self.days[:number]:
            yield from read_table(self.layout.table(_PLACED, day)).to_pylist()

    def _of_day(self, day: str) -> list[Row]:
        """The day's articles, in the order of time and id."""
        import pyarrow.compute as pc  # noqa: PLC0415 - an extra, and heavy

        found: list[Row] = []
        for part, mark in self.layout.marks(Saying.name).items():
            if day in mark["days"]:
                found += read_table(self.layout.table(TRAITS, part)).filter(pc.field("day") == day).to_pylist()
        return sorted(found, key=lambda row: (row["at"], row["article"]))


def days_of(marks: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """All days on which articles were published, in order; undated articles come last."""
    return tuple(sorted({day for mark in marks for day in mark["days"]}))


def _begun(placed: Iterable[Row], settings: Settings) -> _Going:
    """The stream as it was behind the days that placed these articles, the last word on each counting."""
    rows: dict[str, Row] = {}
    traits: dict[str, str] = {}
    for row in placed:
        given = row.pop("traits")
        traits.setdefault(row["article"], given)
        rows.setdefault(row["article"], row).update(row)
    known = (Placed(traits=decode_own(traits[article], Traits), story=row["story"]) for article, row in rows.items())
    going = _Going(Stream(settings, known), rows)
    going.settled(last=False)
    return going


def _story_row(row: Row) -> Row:
    return {
        "story": row["story"],
        "article": row["article"],
        "outlet": row["outlet"],
        "published": row["at"] or None,
        "headline": row["headline"],
        "reason": row["reason"],
    }
