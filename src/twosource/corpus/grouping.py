"""Last stage: which articles are one story, day after day."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from twosource.corpus.saying import TRAITS, Saying
from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import table_of
from twosource.engine.parts import read_table, write_table
from twosource.group import Change, Placed, Stream, Traits
from twosource.model.wire import decode_own

_WINDOW = "work/window"
Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Grouping(Stage):
    """Places each day's articles. A job is a day, and needs the one before to be finished.

    What the stream still has in its window may be moved, and is handed on to the next day; the rest is settled.
    """

    days: tuple[str, ...]
    name: ClassVar[str] = "stories"

    def do(self, job: str) -> Outcome:
        """Go on from the day before."""
        number = self.days.index(job)
        rows = {row["article"]: row for row in self._handed_on(number)}
        known = [Placed(traits=decode_own(row["traits"], Traits), story=row["story"]) for row in rows.values()]
        stream = Stream(self.options.settings, known)
        fresh = self._of_day(job)
        for row in fresh:
            rows.setdefault(row["article"], row)
            _apply(stream.add(decode_own(row["traits"], Traits)), rows)
        last = number == len(self.days) - 1
        if last:
            _apply(stream.repair(), rows)
        open_ = set() if last else {article for story in stream.stories().values() for article in story}
        kept = [row for article, row in rows.items() if article in open_]
        settled = [_story_row(row) for article, row in rows.items() if article not in open_]
        settled.sort(key=lambda row: (row["story"], row["published"] or "", row["article"]))
        write_table(self.layout.table(_WINDOW, job), table_of("window", kept))
        write_table(self.layout.table("stories", job), table_of("stories", settled))
        return Outcome(rows=len(fresh))

    def _handed_on(self, number: int) -> list[Row]:
        if not number:
            return []
        rows: list[Row] = read_table(self.layout.table(_WINDOW, self.days[number - 1])).to_pylist()
        return rows

    def _of_day(self, day: str) -> list[Row]:
        """The day's articles, in the order of time and id."""
        found: list[Row] = []
        for part, mark in self.layout.marks(Saying.name).items():
            if day in mark["days"]:
                rows = read_table(self.layout.table(TRAITS, part)).to_pylist()
                found += [row for row in rows if row["day"] == day]
        return sorted(found, key=lambda row: (row["at"], row["article"]))


def days_of(marks: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """All days on which articles were published, in order; undated articles come last."""
    return tuple(sorted({day for mark in marks for day in mark["days"]}))


def _apply(changes: Iterable[Change], rows: dict[str, Row]) -> None:
    for change in changes:
        rows[change.article] = {**rows[change.article], "story": change.story, "reason": change.reason}


def _story_row(row: Row) -> Row:
    return {
        "story": row["story"],
        "article": row["article"],
        "outlet": row["outlet"],
        "published": row["at"] or None,
        "headline": row["headline"],
        "reason": row["reason"],
    }
