"""Memory grows with the articles of a story, and no faster: counted as allocated, never timed."""

import gc
import sys
import tracemalloc
from pathlib import Path

import pytest

from invented import article, english
from twosource.model import Findings
from twosource.pipeline import Options, compare, findings_in, story_of

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

from invented_story import told, written

FEW, MANY = 4, 16
MOST = 20_000_000
"""Bytes allocated at once for four short articles as far as Python and numpy know; 9.6 million were measured."""
A_FEW, A_DESK, A_FLOOD = 3, 60, 500
MOST_COMPARING = {A_FEW: 200_000, A_DESK: 5_000_000, A_FLOOD: 25_000_000}
"""The same for laying side by side articles of one paragraph that are read already; .07, 2.2 and 11.5 million were measured."""


def peak(folder: Path, count: int) -> int:
    """The most that was allocated at once above what was held before."""
    places = [str(place) for place in written(folder, count)]
    # What other tests hold must not put off the search for circles: it is counted as in a process of its own.
    gc.collect()
    gc.freeze()
    gc.collect()
    tracemalloc.start()
    try:
        compare(places, Options(parser=english()))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.unfreeze()


@pytest.fixture(scope="module")
def peaks(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, int]:
    folder = tmp_path_factory.mktemp("story")
    peak(folder, FEW)  # word lists and weights are loaded
    return peak(folder, FEW), peak(folder, MANY)


def test_a_few_articles_take_little(peaks: tuple[int, int]) -> None:
    assert peaks[0] < MOST


def test_an_article_among_many_takes_no_more_memory_than_among_a_few(peaks: tuple[int, int]) -> None:
    # .58 and .69 million bytes an article were measured. What waits to be collected differs from run to run, hence the half; what
    # were held for each pair of articles would be four times as much.
    assert peaks[1] / MANY < 1.5 * peaks[0] / FEW


@pytest.fixture(scope="module")
def read_already() -> tuple[Findings, ...]:
    """What so many articles of one event say, a paragraph each."""
    made = []
    for number in range(A_FLOOD):
        headline, *text = told(number).split("\n")
        day = f"2031-05-{1 + number % 20:02}"
        made.append(article(text[-1], headline=headline, outlet=f"{number}.example", published=day))
    return findings_in(made, Options(parser=english()))


@pytest.fixture(scope="module")
def comparing(read_already: tuple[Findings, ...]) -> dict[int, int]:
    """The most that was allocated at once while so many were laid side by side."""
    story_of(read_already[:A_FEW], Options())  # trees and word lists are loaded
    found = {}
    for count in (A_FEW, A_DESK, A_FLOOD):
        tracemalloc.start()
        try:
            story_of(read_already[:count], Options())
            found[count] = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    return found


@pytest.mark.parametrize("count", sorted(MOST_COMPARING))
def test_articles_that_are_read_are_laid_side_by_side_in_little(comparing: dict[int, int], count: int) -> None:
    assert comparing[count] < MOST_COMPARING[count]


def test_a_flood_of_articles_takes_no_more_for_each_than_a_desks_pile(comparing: dict[int, int]) -> None:
    assert comparing[A_FLOOD] / A_FLOOD < comparing[A_DESK] / A_DESK  # 23 and 36 kilobytes were measured
