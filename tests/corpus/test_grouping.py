"""Stories of a corpus are those of one stream, however many work on them, in whatever order, and wherever one stops."""

import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grouped_stories import FIRST_QUAKE, ROUND_UP, SECOND_QUAKE, STRIKES, traits
from twosource.corpus import CorpusOptions, nearness
from twosource.corpus.arrivals import Arriving, arrivals_of, put_in_order
from twosource.corpus.build import tell_stories
from twosource.corpus.layout import Layout
from twosource.corpus.nearness import Nearing
from twosource.corpus.saying import TRAITS
from twosource.corpus.tables import table_of
from twosource.engine.on_daft import DaftEngine, Work
from twosource.engine.parts import read_table, write_table
from twosource.group import Stream, Traits
from twosource.group.likeness import Likeness
from twosource.model.wire import encode
from twosource.settings import Settings

REPORTS = [
    traits(one, "quill.example") for one in (*FIRST_QUAKE, *STRIKES, *SECOND_QUAKE, ROUND_UP, ("Quake", "More."))
]
FIRST = date(2031, 5, 1)
SHORT = Settings(group_window=4, group_window_undated=3, group_repair_every=2, corpus_part_articles=3)
"""The window forgets within the weeks, and stories are mended every other article."""


def made(number: int, report: int, day: int | None) -> Traits:
    """A report of a day, by an outlet of its own."""
    when = None if day is None else date.fromordinal(FIRST.toordinal() + day)
    one = replace(REPORTS[report], article=f"a{number:03}", outlet=f"{number % 4}.example")
    return replace(one, day=when.toordinal() if when else None, at=when.isoformat() if when else "")


def weeks() -> list[Traits]:
    """The same reports in each of three weeks, one a day, and two without a date."""
    dated = [made(9 * week + n, n, 7 * week + n) for week in range(3) for n in range(7)]
    return [*dated, made(90, 0, None), made(91, 1, None)]


def laid_out(folder: Path, given: Sequence[Traits], parts: int = 2) -> Layout:
    """What the stage before wrote, in so many parts."""
    layout = Layout(folder=folder)
    for part in range(parts):
        rows = [
            {"day": one.at or "undated", "at": one.at, "article": one.article, "outlet": one.outlet, "headline": "", "traits": encode(one)}
            for one in given[part::parts]
        ]  # fmt: skip
        write_table(layout.table(TRAITS, f"{part:05}"), table_of("traits", rows))
    return layout


class Stopping(DaftEngine):
    """Stops for good behind so many jobs."""

    def __init__(self, jobs: int) -> None:
        super().__init__(workers=1)
        self.jobs = jobs

    def map(self, work: Work, jobs: Sequence[str]) -> Iterator[str]:
        for answer in super().map(work, jobs):
            if not self.jobs:
                raise KeyboardInterrupt
            self.jobs -= 1
            yield answer


def told(layout: Layout, options: Settings, engine: DaftEngine | None = None) -> dict[str, bytes]:
    """Put into stories: the table's bytes, by part."""
    tell_stories(layout, CorpusOptions(settings=options), engine or DaftEngine(workers=1), lambda *_: None)
    return {one.name: one.read_bytes() for one in sorted((layout.folder / "stories").iterdir())}


def placed(layout: Layout) -> dict[str, tuple[str, str]]:
    rows = [row for part in layout.parts("stories") for row in read_table(layout.table("stories", part)).to_pylist()]
    assert len({row["article"] for row in rows}) == len(rows)
    return {row["article"]: (row["story"], row["reason"]) for row in rows}


def streamed(given: Sequence[Traits], options: Settings) -> dict[str, tuple[str, str]]:
    """The same by one stream that holds everything."""
    stream = Stream(options)
    ordered = sorted(given, key=lambda one: (one.at or "undated", one.article))
    changes = [change for one in ordered for change in stream.add(one)]
    return {change.article: (change.story, change.reason) for change in (*changes, *stream.repair())}


@given(
    st.lists(st.tuples(st.integers(0, len(REPORTS) - 1), st.none() | st.integers(0, 12)), min_size=1, max_size=16),
    st.integers(1, 7),
    st.integers(1, 3),
    st.sampled_from([Settings(), SHORT, replace(SHORT, group_window=2, group_window_undated=1, group_repair_every=1)]),
)
@settings(max_examples=60, deadline=None)
def test_stories_worked_out_in_parts_are_those_of_one_stream(
    drawn: list[tuple[int, int | None]], size: int, parts: int, options: Settings
) -> None:
    given = [made(number, report, day) for number, (report, day) in enumerate(drawn)]
    with TemporaryDirectory() as folder:
        layout = laid_out(Path(folder), given, parts)
        told(layout, replace(options, corpus_part_articles=size))
        assert placed(layout) == streamed(given, options)


def test_a_call_that_was_stopped_anywhere_writes_what_one_that_never_stopped_does(tmp_path: Path) -> None:
    whole = laid_out(tmp_path / "whole", weeks())
    expected = told(whole, SHORT)
    assert (
        len([part for part in expected if read_table(whole.folder / "stories" / part).num_rows]) > 2
    )  # it forgot on the way
    torn, stops = laid_out(tmp_path / "torn", weeks()), 0
    while True:
        try:
            found = told(torn, SHORT, Stopping(2))
            break
        except KeyboardInterrupt:
            stops += 1
    assert stops > 5
    assert found == expected


def test_parts_done_in_any_order_and_after_a_worker_was_killed_are_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = laid_out(tmp_path / "one", weeks())
    expected = told(layout, SHORT)
    other = laid_out(tmp_path / "other", weeks())
    put_in_order(other)
    options = CorpusOptions(settings=SHORT)
    arriving, nearing = Arriving(layout=other, options=options), Nearing(layout=other, options=options)
    jobs = arrivals_of(arriving).jobs
    for job in reversed(jobs):
        arriving(job)
    child = os.fork()
    if not child:
        monkeypatch.setattr(nearness, "pair_odds", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        nearing(jobs[1])
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    for job in reversed(jobs):
        nearing(job)
    assert told(other, SHORT) == expected
    for name in ("nearness", "arrivals"):
        pairs = [sorted((one.folder / "work" / name).iterdir()) for one in (layout, other)]
        assert [file.read_bytes() for file in pairs[0]] == [file.read_bytes() for file in pairs[1]]


def test_pairs_that_nobody_foresaw_are_compared_where_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Settings(group_nearest=1, group_repair_every=1, corpus_part_articles=4)
    asked = list[int]()
    compare = Likeness._learn

    def counted(likeness: Likeness, one: int, new: dict[tuple[int, int], int]) -> None:
        asked.append(one)
        compare(likeness, one, new)

    given = [made(number, number % 2, number) for number in range(12)]
    monkeypatch.setattr(Likeness, "_learn", counted)
    layout = laid_out(tmp_path, given)
    told(layout, options)
    assert asked
    assert placed(layout) == streamed(given, options)


def test_an_article_that_stands_in_two_parts_is_placed_where_it_came_first(tmp_path: Path) -> None:
    first, again = made(1, 0, 2), made(1, 0, 9)
    layout = laid_out(tmp_path, [again, first, made(2, 2, 3)])
    told(layout, Settings())
    assert placed(layout) == streamed([first, made(2, 2, 3)], Settings())


def test_where_nothing_was_found_to_place_there_are_no_parts(tmp_path: Path) -> None:
    assert told(laid_out(tmp_path, [made(0, 7, 0)]), Settings()).keys() == {"00000.parquet"}
    layout = laid_out(tmp_path / "none", [])
    tell_stories(layout, CorpusOptions(), DaftEngine(workers=1), lambda *_: None)
    assert layout.parts("stories") == ()
