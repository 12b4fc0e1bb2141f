"""One plan, two runners: Daft's own on this machine, and Ray on a cluster that is there already.

All that is asked of it is to call a function for each job, somewhere. What a job reads and writes are files that every
worker reaches. So nothing depends on which worker does what, and a job that is done twice gives the same file twice.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, Final

from twosource.errors import EngineError, MissingExtraError

_LOST: Final = (
    "closed the connection",
    "broken pipe",
    "connection reset",
    "actor died",
    "worker crashed",
    "owner has died",
)
_TIMES: Final = 3
_DAFT: Final = ("daft", "corpus", "work on a corpus")
_RAY: Final = ("ray", "cluster", "work on a cluster")

Work = Callable[[str], str]


class DaftEngine:
    """Meets the Engine port.

    Example:
        >>> sorted(DaftEngine(workers=2).map(str.upper, ["a", "b"]))  # doctest: +SKIP
        ['A', 'B']
    """

    def __init__(self, runner: str = "local", *, address: str | None = None, workers: int | None = None) -> None:
        """Choose where work runs; nothing is started yet.

        Args:
            runner: ``local`` or ``ray``.
            address: Of a Ray cluster; None starts one on this machine.
            workers: How many jobs run at once; as many as there are cores if None.
        """
        self.runner = runner
        self.address = address
        self.workers = workers
        self._daft: Any = None

    def map(self, work: Work, jobs: Sequence[str]) -> Iterator[str]:
        """What ``work`` answers to each job, as it is ready, in any order.

        A worker that is killed is replaced, and what it had not answered is done again; three deaths without an answer
        between them end it.

        Args:
            work: Importable on the workers, or a value that can be sent there.
            jobs: Each another one.

        Raises:
            EngineError: If the engine does not start, if workers die again and again, or if ``work`` raises.
        """
        left = list(dict.fromkeys(jobs))
        in_vain = 0
        while left and in_vain < _TIMES:
            in_vain += 1
            try:
                for job, answer in self._once(work, tuple(left)):
                    left.remove(job)
                    in_vain = 0
                    yield answer
            except (EngineError, MissingExtraError):
                raise
            except Exception as error:
                if in_vain == _TIMES or not any(sign in str(error).lower() for sign in _LOST):
                    raise EngineError(self.runner, _last_line(error)) from error

    def group(self, work: Callable[[int, int], str], buckets: int) -> Iterator[str]:
        """What ``work`` answers to each bucket of hashes, given its number and how many there are.

        Rows with the same hash lie in the same bucket, so that each bucket is joined by itself and no more than as
        many buckets as there are workers are in memory.
        """
        return self.map(_Bucket(work, buckets), [str(number) for number in range(buckets)])

    def _once(self, work: Work, jobs: Sequence[str]) -> Iterator[tuple[str, str]]:
        if len(jobs) <= 1 or (self.runner == "local" and self.workers == 1):
            # Processes of their own take a second to start, and one at a time gains nothing by it.
            yield from ((job, work(job)) for job in jobs)
            return
        daft = self._started()
        # Many jobs a batch would keep other workers waiting: one row is hours of work.
        worker = daft.cls(_Worker, use_process=True, max_concurrency=self._at_once(len(jobs)))
        plan = daft.from_pydict({"job": list(jobs)})
        plan = plan.into_partitions(len(jobs)) if self.runner == "ray" else plan.into_batches(1)
        plan = plan.select(daft.col("job"), worker(work).answer(daft.col("job")).alias("answer"))
        for row in plan.iter_rows():
            yield row["job"], row["answer"]

    def _at_once(self, jobs: int) -> int:
        workers = self.workers
        if workers is None and self.runner == "ray":
            ray: Any = import_module("ray")
            workers = int(ray.cluster_resources().get("CPU", 1))
        return max(1, min(workers or os.cpu_count() or 1, jobs))

    def _started(self) -> Any:  # noqa: ANN401 - the module Daft, which has no types of its own
        if self._daft is None:
            self._daft = _start(self.runner, self.address, self.workers)
        return self._daft


class _Bucket:
    def __init__(self, work: Callable[[int, int], str], buckets: int) -> None:
        self.work = work
        self.buckets = buckets

    def __call__(self, job: str) -> str:
        return self.work(int(job), self.buckets)


def _start(runner: str, address: str | None, workers: int | None) -> Any:  # noqa: ANN401 - the same
    # twosource tells nobody that it runs: neither engine may report its use.
    os.environ.update(DO_NOT_TRACK="true", DAFT_ANALYTICS_ENABLED="0", RAY_USAGE_STATS_ENABLED="0")
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    try:
        import daft  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise MissingExtraError(*_DAFT) from error
    try:
        if runner == "ray":
            _join_ray(address, workers)
            daft.set_runner_ray(noop_if_initialized=True)
        else:
            daft.set_runner_native()
    except Exception as error:
        raise EngineError(runner, _last_line(error)) from error
    return daft


def _join_ray(address: str | None, workers: int | None) -> None:
    try:
        import ray  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise MissingExtraError(*_RAY) from error
    if ray.is_initialized():
        return
    if address:
        ray.init(address=address, log_to_driver=False)
    else:
        ray.init(num_cpus=workers or os.cpu_count(), include_dashboard=False, log_to_driver=False)


def _last_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__


class _Worker:
    """What runs in a worker's process: the function, held for all jobs that the worker gets."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def answer(self, job: str) -> str:
        """What the function says to one job."""
        return self.work(job)
