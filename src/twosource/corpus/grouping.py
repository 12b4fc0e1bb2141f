"""Last stage: which articles are one story, in the order of time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, ClassVar

from twosource.corpus.arrivals import Arrivals, arrivals_of
from twosource.corpus.nearness import Recorded
from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import table_of
from twosource.engine.parts import read_table, write_table
from twosource.group import Change, Placed, Stream, Traits

_PLACED = "work/placed"
"""Of each part the articles that came, and those of earlier parts that were moved then: what a later call begins from."""
_LIGHT = ("article", "day", "size", "round_up")
Row = dict[str, Any]


@dataclass(slots=True)
class _Going:
    """The stream behind a part, and where its articles are and why, by id, in the order in which they came."""

    stream: Stream
    rows: dict[str, Row]

    def apply(self, changes: Iterable[Change]) -> set[str]:
        """Note where articles are now; which were told of."""
        told = set()
        for change in changes:
            self.rows[change.article] |= {"story": change.story, "reason": change.reason}
            told.add(change.article)
        return told

    def add(self, number: int, light: Row) -> set[str]:
        """Place an article; which were told of."""
        self.rows[light["article"]] = {"number": number}
        return self.apply(self.stream.add(Traits(**light)))

    def settled(self, *, last: bool) -> list[Row]:
        """Take out what cannot be moved any more: what the stream has forgotten, which came first; all behind the last part."""
        gone = list(self.rows) if last else [*takewhile(lambda article: not self.stream.holds(article), self.rows)]
        return [self.rows.pop(article) for article in gone]


@dataclass(frozen=True, kw_only=True)
class Grouping(Stage):
    """Places each part's articles. A job is a part of the arrivals, and needs the one before to be finished.

    One stream goes on from part to part. A call that begins in the middle begins the stream again from what the parts before
    wrote.
    """

    name: ClassVar[str] = "stories"
    _behind: dict[int, _Going] = field(default_factory=dict, repr=False, compare=False)

    def do(self, job: str) -> Outcome:
        """Go on from the part before."""
        arrivals, part = arrivals_of(self), int(job)
        going = self._behind.pop(part - 1, None) or self._begun(arrivals, part)
        self._behind.clear()
        told, numbers = set[str](), arrivals.numbers(job)
        for number, light in zip(numbers, arrivals.rows(job, _LIGHT), strict=True):
            told |= going.add(number, light)
        last = numbers.stop == len(arrivals.order)
        if last:
            told |= going.apply(going.stream.repair())
        placed = [row for article, row in going.rows.items() if article in told]
        settled = [*_story_rows(arrivals, going.settled(last=last))]
        settled.sort(key=lambda row: (row["story"], row["published"] or "", row["article"]))
        write_table(self.layout.table(_PLACED, job), table_of("placed", placed))
        write_table(self.layout.table("stories", job), table_of("stories", settled))
        self._behind[part] = going
        return Outcome(rows=len(numbers))

    def _begun(self, arrivals: Arrivals, part: int) -> _Going:
        """The stream as it was before a part; of what the parts before wrote of an article the last counts."""
        before, settings = arrivals.jobs[:part], self.options.settings
        last = {row["number"]: row for job in before for row in read_table(self.layout.table(_PLACED, job)).to_pylist()}
        came = [Traits(**light) for job in before for light in arrivals.rows(job, _LIGHT)]
        known = [Placed(traits=one, story=last[number]["story"]) for number, one in enumerate(came)]
        stream = Stream(settings, known, likeness=Recorded(arrivals, settings))
        going = _Going(stream, {one.article: last[number] for number, one in enumerate(came)})
        going.settled(last=False)
        return going


def _story_rows(arrivals: Arrivals, settled: list[Row]) -> Iterator[Row]:
    """Rows of the table, of articles that follow each other."""
    part, rows = -1, list[Row]()
    for row in settled:
        if row["number"] // arrivals.size != part:
            part = row["number"] // arrivals.size
            rows = arrivals.rows(f"{part:05}", ("article", "at", "outlet", "headline"))
        known = rows[row["number"] % arrivals.size]
        yield row | known | {"published": known["at"] or None}
