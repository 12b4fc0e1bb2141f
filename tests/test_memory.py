"""Memory grows with the articles of a story, and no faster: counted as allocated, never timed."""

import sys
import tracemalloc
from pathlib import Path

import pytest

from invented import english
from twosource.pipeline import Options, compare

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

from invented_story import written

FEW, MANY = 4, 16
MOST = 20_000_000
"""Bytes allocated at once for four short articles as far as Python and numpy know; 9.6 million were measured."""


def peak(folder: Path, count: int) -> int:
    """The most that was allocated at once above what was held before."""
    places = [str(place) for place in written(folder, count)]
    tracemalloc.start()
    try:
        compare(places, Options(parser=english()))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module")
def peaks(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, int]:
    folder = tmp_path_factory.mktemp("story")
    peak(folder, FEW)  # word lists and weights are loaded
    return peak(folder, FEW), peak(folder, MANY)


def test_a_few_articles_take_little(peaks: tuple[int, int]) -> None:
    assert peaks[0] < MOST


def test_four_times_the_articles_take_less_than_four_times_the_memory(peaks: tuple[int, int]) -> None:
    assert peaks[1] < 4 * peaks[0]  # 2.2 times were measured: a part is held however few there are
