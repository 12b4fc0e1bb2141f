"""One plan, three ways to run it: in this process, in Daft's, on Ray."""

import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from invented_corpus import plain, written
from twosource.corpus import CorpusOptions, build
from twosource.engine.on_daft import DaftEngine
from twosource.errors import EngineError
from twosource.settings import Settings

OPTIONS = CorpusOptions(stages=("passages",), settings=Settings(corpus_part_articles=12))
TABLES = ("articles", "reprints", "passages")
STARTS = 240


def tables(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes() for name in TABLES for one in sorted((folder / name).iterdir())
    }


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("in"), plain())


@pytest.fixture(scope="module")
def here(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("here") / "out"
    build([str(inputs)], folder, OPTIONS, DaftEngine(workers=1), lambda *_: None)
    return tables(folder)


def in_a_process(code: str, *given: str) -> "subprocess.CompletedProcess[str]":
    """Engines keep state in their process, and Ray one of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(Path(__file__).parent), *sys.path))}
    return subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code, *given],
        env=environment,
        timeout=STARTS,
        check=False,
        capture_output=True,
        text=True,
    )


# What was written is asked, not how the engine's threads leave a process that ends: they race with the interpreter's own end.
BUILD = """
import os
import sys
from pathlib import Path
from test_engines import OPTIONS
from twosource.corpus import build
from twosource.engine.on_daft import DaftEngine
if __name__ == "__main__":
    build([sys.argv[1]], Path(sys.argv[2]), OPTIONS, DaftEngine(sys.argv[3], workers=2), lambda *_: None)
    os._exit(0)
"""


def test_two_processes_of_daft_write_the_same_bytes_as_one(
    inputs: Path, here: dict[str, bytes], tmp_path: Path
) -> None:
    done = in_a_process(BUILD, str(inputs), str(tmp_path / "out"), "local")
    assert done.returncode == 0, done.stderr[-2000:]
    assert tables(tmp_path / "out") == here


def test_ray_writes_the_same_bytes_as_one_process(inputs: Path, here: dict[str, bytes], tmp_path: Path) -> None:
    if importlib.util.find_spec("ray") is None:
        pytest.skip("RAY IS NOT INSTALLED: that a cluster gives the same result was not tested")
    try:
        done = in_a_process(BUILD, str(inputs), str(tmp_path / "out"), "ray")
    except subprocess.TimeoutExpired:
        pytest.skip("RAY DID NOT START HERE: that a cluster gives the same result was not tested")
    if "engine ray" in done.stderr and not (tmp_path / "out" / "articles").exists():
        pytest.skip(
            f"RAY DID NOT START HERE: that a cluster gives the same result was not tested ({done.stderr[-300:]})"
        )
    assert done.returncode == 0, done.stderr[-2000:]
    assert tables(tmp_path / "out") == here


def dies_once(job: str) -> str:
    """Kill the worker at the third job, the first time it is met."""
    mark, number = job.rsplit(":", 1)
    if number == "3" and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def fails(job: str) -> str:
    """Raise."""
    message = f"job {job} is bad"
    raise ValueError(message)


KILLED = """
import sys
import test_engines
from twosource.engine.on_daft import DaftEngine
if __name__ == "__main__":
    jobs = [f"{sys.argv[1]}:{number}" for number in range(6)]
    print(sorted(DaftEngine(workers=2).map(test_engines.dies_once, jobs)))
"""


def test_a_worker_that_is_killed_is_replaced_and_its_job_done_again(tmp_path: Path) -> None:
    done = in_a_process(KILLED, str(tmp_path / "mark"))
    assert (tmp_path / "mark").exists()
    assert done.stdout.strip().splitlines()[-1:] == ["['00', '11', '22', '33', '44', '55']"], done.stderr[-2000:]


TWICE = """
from twosource.engine.on_daft import DaftEngine
if __name__ == "__main__":
    print(*("".join(sorted(DaftEngine(workers=2).map(str.upper, jobs))) for jobs in ("ab", "cd", "ef")))
"""


def test_a_process_may_have_one_engine_after_the_other() -> None:
    done = in_a_process(TWICE)
    assert done.stdout.strip().splitlines()[-1:] == ["AB CD EF"], done.stderr[-2000:]


@pytest.mark.parametrize(("runs", "begins"), [("native", True), ("ray", False)])
def test_where_daft_was_set_to_run_before_is_where_it_runs(
    runs: str,
    begins: bool,  # noqa: FBT001 - a column of the table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def set_before() -> None:
        message = "Cannot set runner more than once"
        raise ValueError(message)

    daft = SimpleNamespace(set_runner_native=set_before, get_or_infer_runner_type=lambda: runs)
    monkeypatch.setitem(sys.modules, "daft", daft)
    monkeypatch.setattr(DaftEngine, "_at_once", lambda *_: 1 / 0)
    with pytest.raises(EngineError, match="division" if begins else "more than once"):
        list(DaftEngine(workers=2).map(str.upper, "ab"))


def test_work_that_raises_is_an_error_of_the_engine_that_says_what_was_wrong() -> None:
    with pytest.raises(EngineError, match="job a is bad"):
        list(DaftEngine(workers=1).map(fails, ["a"]))


def test_an_address_where_no_cluster_is_an_error_and_not_a_wait() -> None:
    if importlib.util.find_spec("daft") is None:
        pytest.skip("Daft is not installed")
    code = "from twosource.engine.on_daft import DaftEngine; list(DaftEngine('ray', address='nowhere.invalid').map(str, 'ab'))"
    done = in_a_process(code)
    assert "EngineError: engine ray" in done.stderr
