"""Several processes find what one finds."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dying_reader import reading
from invented import article, english
from twosource import workers
from twosource.confinement import ConfinedError
from twosource.settings import DEFAULTS
from twosource.workers import read_through

STORY = [
    article(
        f"The mayor of Velm said on Monday that {count} people were hurt.\n“We heard it,” said Ana Orel.",
        outlet=f"o{count}.example",
    )
    for count in range(20, 34)
]


def test_two_processes_find_what_one_finds_in_the_same_order() -> None:
    settings = replace(DEFAULTS, worker_articles=2)
    assert list(read_through(STORY, settings, workers=2)) == list(read_through(STORY, settings))


@pytest.mark.parametrize(("many", "hands"), [(0, []), (2, [2]), (8, [3, 3, 2]), (60, [12, 12, 9, 6, 5, 4, 3, 3, 3, 3])])
def test_less_is_handed_over_towards_the_end_so_that_all_end_together(many: int, hands: list[int]) -> None:
    given = [article(f"It rained on day {day}.") for day in range(many)]
    handed = list(workers._hands(given, 2))
    assert [len(hand) for hand in handed] == hands
    assert [one for hand in handed for one in hand] == given


def test_few_articles_start_no_other_process() -> None:
    few = read_through(STORY[:2], DEFAULTS, english(), workers=2)
    assert [one.findings.article for one in few] == STORY[:2]


def test_trees_are_kept_only_where_they_are_asked_again() -> None:
    undated, dated = (
        replace(STORY[0], published=None, dated_by="none"),
        replace(STORY[1], published="2031-05-14", dated_by="stated"),
    )
    assert [one.parsed is None for one in read_through([undated, dated], DEFAULTS, english())] == [False, True]


def test_an_undated_article_of_a_known_story_is_dated_by_the_others_when_it_is_first_read() -> None:
    undated = article("The boat sank on 9 May, the mayor said.", published=None)
    dated = replace(STORY[1], published="2031-05-14", dated_by="stated")
    alone, beside = (
        next(iter(read_through([undated], DEFAULTS, english(), beside=others))).findings.article
        for others in ((), (dated,))
    )
    assert alone.dated_by == "none"
    assert beside.dated_by == "content"


@pytest.mark.parametrize("how", ["take all memory", "take all time", "die"])
@pytest.mark.skipif(sys.platform != "linux", reason="limits differ elsewhere")
def test_an_article_that_kills_its_reader_costs_no_other_its_place(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr(workers, "_in_worker", reading)
    settings = replace(DEFAULTS, worker_articles=2, worker_seconds=1.0)
    given = [*STORY[:4], article(f"Now {how}.", outlet="evil.example"), *STORY[4:6]]
    found = list(read_through(given, settings, workers=2))
    assert [one.findings.article for one in found] == given
    assert [one.findings.article.outlet for one in found if one.findings.gaps] == ["evil.example"]
    assert [gap.code for one in found for gap in one.findings.gaps] == ["G304"]


@pytest.mark.parametrize("what", ["call out", "write to {}"])
def test_a_reader_reaches_no_network_and_writes_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str
) -> None:
    monkeypatch.setattr(workers, "_in_worker", reading)
    given = [article(f"Now {what.format(tmp_path / 'x')}", outlet="evil.example"), *STORY[:2]]
    with pytest.raises(ConfinedError):
        list(read_through(given, replace(DEFAULTS, worker_articles=2), workers=2))
    assert not (tmp_path / "x").exists()
