import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from invented_corpus import plain, written
from twosource.corpus import CorpusOptions, build
from twosource.engine.on_daft import DaftEngine, Work
from twosource.settings import Settings

OPTIONS = CorpusOptions(stages=("passages",), settings=Settings(corpus_part_articles=6, corpus_bucket_grams=800))
SECONDS = 60


class Dying(DaftEngine):
    """Is killed, as by the system, when it has done some jobs; the job after them is half done."""

    def __init__(self, jobs: int) -> None:
        super().__init__(workers=1)
        self.jobs = jobs

    def map(self, work: Work, jobs: Sequence[str]) -> Iterator[str]:
        for answer in super().map(work, jobs):
            self.jobs -= 1
            if not self.jobs:
                os.kill(os.getpid(), signal.SIGKILL)
            yield answer


def run(inputs: Path, folder: Path, jobs: int) -> int:
    """Build in a process that dies; its exit code."""
    call = (
        "import runpy, sys; from pathlib import Path;"
        f"it = runpy.run_path({__file__!r});"
        f"it['build']([{str(inputs)!r}], Path({str(folder)!r}), it['OPTIONS'], it['Dying']({jobs}), lambda *_: None)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", call], env=environment, timeout=SECONDS, check=False)  # noqa: S603 - our own
    return done.returncode


def tables(folder: Path) -> dict[str, bytes]:
    """The bytes of all tables."""
    names = ("articles", "reprints", "passages", "gaps")
    return {
        str(one.relative_to(folder)): one.read_bytes() for name in names for one in sorted((folder / name).glob("*"))
    }


def test_a_run_that_is_killed_again_and_again_ends_as_one_that_is_not(tmp_path: Path) -> None:
    inputs = written(tmp_path / "in", plain())
    build([str(inputs)], tmp_path / "whole", OPTIONS, DaftEngine(workers=1), lambda *_: None)
    kills = 0
    for jobs in (1, 4, 5):
        kills += run(inputs, tmp_path / "killed", jobs) == -signal.SIGKILL
    assert kills == 3
    # What was being written when the process died is left beside the rest, and is taken for nothing.
    (tmp_path / "killed" / "articles" / ".00000-00009.parquet.7").write_bytes(b"half")
    heard: list[tuple[str, int, int]] = []
    build([str(inputs)], tmp_path / "killed", OPTIONS, DaftEngine(workers=1), lambda *step: heard.append(step))
    assert heard[0] == ("articles", 1, 1)
    (tmp_path / "killed" / "articles" / ".00000-00009.parquet.7").unlink()
    assert tables(tmp_path / "killed") == tables(tmp_path / "whole")
