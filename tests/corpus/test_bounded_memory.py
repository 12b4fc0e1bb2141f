"""A corpus is made part by part: memory is that of a part, counted as allocated, never timed."""

import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from invented_corpus import written
from twosource.corpus import CorpusOptions, build
from twosource.engine.on_daft import DaftEngine
from twosource.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from invented_story import told

PART, FEW, MANY = 4, 4, 16
MOST = 6_000_000
"""Bytes allocated at once for a part of four short articles, of all stages; 2.8 million were measured."""


def article(number: int) -> dict[str, object]:
    headline, *text = told(number).split("\n")
    when = f"2031-05-{1 + number // PART:02}T10:{number:02}"
    return {
        "title": headline, "text": "\n".join(text), "outlet": f"{number}.example", "language": "en", "published": when
    }  # fmt: skip


def peak(folder: Path, count: int) -> int:
    """The most that all stages together had allocated at once above what was held before."""
    inputs = written(folder / "in", [article(number) for number in range(count)])
    options = CorpusOptions(settings=Settings(corpus_part_articles=PART))
    tracemalloc.start()
    try:
        build([str(inputs)], folder / "out", options, DaftEngine(workers=1), lambda *_: None)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module")
def peaks(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, int]:
    """Of few and of many articles, in a process of its own: what the threads of other tests allocate is counted nowhere."""
    folder = tmp_path_factory.mktemp("memory")
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(  # noqa: S603 - this file itself
        [sys.executable, __file__, str(folder)], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    few, many = json.loads(done.stdout.splitlines()[-1])
    return few, many


def test_a_part_of_a_corpus_takes_little(peaks: tuple[int, int]) -> None:
    assert peaks[0] < MOST


def test_four_times_the_parts_take_less_than_twice_the_memory(peaks: tuple[int, int]) -> None:
    assert peaks[1] < 2 * peaks[0]  # 1.6 times were measured: what the stories of the last days hold grows


if __name__ == "__main__":
    work = Path(sys.argv[1])
    peak(work / "first", FEW)  # the parser and the word lists are loaded
    print(json.dumps([peak(work / "few", FEW), peak(work / "many", MANY)]))  # noqa: T201 - read by the fixture
