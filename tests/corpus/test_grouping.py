"""The stream of a corpus goes on from day to day: an article is looked at once, however many days are remembered."""

from pathlib import Path

import pytest

from grouped_stories import FIRST_QUAKE, SECOND_QUAKE, STRIKES, traits
from twosource.corpus import CorpusOptions, grouping
from twosource.corpus.grouping import Grouping, days_of
from twosource.corpus.layout import Layout
from twosource.corpus.saying import TRAITS, Saying
from twosource.corpus.tables import table_of
from twosource.engine.parts import read_table, write_json, write_table
from twosource.group import Traits
from twosource.model import wire
from twosource.model.wire import encode
from twosource.settings import Settings

REPORTS = (*FIRST_QUAKE, *STRIKES, *SECOND_QUAKE)
WEEKS = 3
SHORT = Settings(group_window=4, group_repair_every=2)
"""The window forgets within the weeks, and stories are mended every other day."""


def weeks() -> list[Traits]:
    """The same reports in each week, by other outlets, one a day."""
    return [
        traits(report, f"{week}{number}.example", f"2031-05-{1 + week * 7 + number:02}")
        for week in range(WEEKS)
        for number, report in enumerate(REPORTS)
    ]


def laid_out(folder: Path, given: list[Traits]) -> Layout:
    layout = Layout(folder=folder)
    rows = [
        {"day": one.at[:10], "at": one.at, "article": one.article, "outlet": "", "headline": "", "traits": encode(one)}
        for one in given
    ]
    write_table(layout.table(TRAITS, "00000"), table_of("traits", rows))
    write_json(layout.mark(Saying.name, "00000"), {"days": sorted({row["day"] for row in rows})})
    return layout


def stage(layout: Layout) -> Grouping:
    options = CorpusOptions(settings=SHORT)
    return Grouping(layout=layout, options=options, days=days_of(layout.marks(Saying.name).values()))


def stories(layout: Layout) -> list[tuple[str, str]]:
    """By day, what was settled then."""
    return [(day, str(read_table(layout.table("stories", day)).to_pylist())) for day in layout.parts("stories")]


def test_a_call_that_begins_at_any_day_writes_what_one_that_never_stopped_does(tmp_path: Path) -> None:
    whole = laid_out(tmp_path / "whole", weeks())
    going = stage(whole)
    for day in going.days:
        going(day)
    torn = laid_out(tmp_path / "torn", weeks())
    for day in going.days:
        stage(torn)(day)
    assert stories(torn) == stories(whole)
    settled = [day for day, rows in stories(whole) if rows != "[]"]
    assert len(settled) > 2  # the window forgot on the way


def test_an_article_is_read_once_and_handed_on_to_no_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[object]()
    decode = wire.decode_own

    def counted(given: str, kind: type[Traits]) -> Traits:
        read.append(given)
        return decode(given, kind)

    monkeypatch.setattr(grouping, "decode_own", counted)
    going = stage(laid_out(tmp_path, weeks()))
    for day in going.days:
        going(day)
    assert len(read) == WEEKS * len(REPORTS)
