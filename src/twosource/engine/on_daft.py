"""The same jobs in two places: in processes of this machine, which Daft runs, and on a cluster of Ray that is there already.

All that is asked of it is to call a function for each job, somewhere. What a job reads and writes are files that every
worker reaches. So nothing depends on which worker does what, and a job that is done twice gives the same file twice.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from twosource.engine.on_ray import Cluster, NoNewsError
from twosource.errors import EngineError, MissingExtraError

_LOST: Final = (
    "closed the connection",
    "broken pipe",
    "connection reset",
    "actor died",
    "worker crashed",
    "owner has died",
    "died unexpectedly",
)
_TIMES: Final = 3
_DAFT: Final = ("daft", "corpus", "work on a corpus")
_RAY: Final = ("ray", "cluster", "work on a cluster")

PATIENCE: Final = 1_800.0
"""Seconds in which a cluster must finish one job: a part of 2,000 articles takes some three minutes."""
Work = Callable[[str], str]


class DaftEngine:
    """Meets the Engine port.

    Example:
        >>> sorted(DaftEngine(workers=2).map(str.upper, ["a", "b"]))  # doctest: +SKIP
        ['A', 'B']
    """

    def __init__(
        self,
        runner: str = "local",
        *,
        address: str | None = None,
        workers: int | None = None,
        patience: float = PATIENCE,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Choose where work runs; nothing is started yet.

        Args:
            runner: ``local`` or ``ray``.
            address: Of a Ray cluster; None starts one on this machine.
            workers: How many jobs run at once; as many as there are cores if None.
            patience: Seconds without a finished job after which a cluster is asked anew for what it has not answered.
            tell: Hears, in a sentence, when that is done or a machine is lost.
        """
        self.runner = runner
        self.address = address
        self.workers = workers
        self._patience, self._tell = patience, tell
        self._engine: Any = None

    def map(self, work: Work, jobs: Sequence[str]) -> Iterator[str]:
        """What ``work`` answers to each job, as it is ready, in any order.

        A worker that is killed is replaced, and what it had not answered is done again; three deaths, or long silences of a
        cluster, without an answer between them end it.

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
                lost = isinstance(error, NoNewsError) or any(sign in str(error).lower() for sign in _LOST)
                if in_vain == _TIMES or not lost:
                    raise EngineError(self.runner, _last_line(error)) from error
                self._tell(f"{_last_line(error)}; {len(left)} jobs are asked anew")

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
        started, at_once = self._started(), self._at_once(len(jobs))
        if self.runner == "ray":
            cluster = Cluster(ray=started, at_once=at_once, patience=self._patience, tell=self._tell)
            yield from cluster.answers(work, jobs)
            return
        # Many jobs a batch would keep other workers waiting: one row is hours of work.
        worker = started.cls(_Worker, use_process=True, max_concurrency=at_once)
        plan = started.from_pydict({"job": list(jobs)}).into_batches(1)
        plan = plan.select(started.col("job"), worker(work).answer(started.col("job")).alias("answer"))
        for row in plan.iter_rows():
            yield row["job"], row["answer"]

    def _at_once(self, jobs: int) -> int:
        workers = self.workers
        if workers is None and self.runner == "ray":
            workers = int(self._started().cluster_resources().get("CPU", 1))
        return max(1, min(workers or os.cpu_count() or 1, jobs))

    def _started(self) -> Any:  # noqa: ANN401 - the module Daft or Ray, which have no types of their own
        if self._engine is None:
            # twosource tells nobody that it runs: neither engine may report its use.
            os.environ.update(DO_NOT_TRACK="true", DAFT_ANALYTICS_ENABLED="0", RAY_USAGE_STATS_ENABLED="0")
            os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
            try:
                self._engine = _ray(self.address, self.workers) if self.runner == "ray" else _daft()
            except MissingExtraError:
                raise
            except Exception as error:
                raise EngineError(self.runner, _last_line(error)) from error
        return self._engine


class _Bucket:
    def __init__(self, work: Callable[[int, int], str], buckets: int) -> None:
        self.work = work
        self.buckets = buckets

    def __call__(self, job: str) -> str:
        return self.work(int(job), self.buckets)


def _daft() -> Any:  # noqa: ANN401 - the same
    try:
        import daft  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise MissingExtraError(*_DAFT) from error
    try:
        daft.set_runner_native()
    except ValueError:  # it can be set once a process: another engine did, or the program that uses us
        if daft.get_or_infer_runner_type() != "native":
            raise
    return daft


def _ray(address: str | None, workers: int | None) -> Any:  # noqa: ANN401 - the same
    try:
        import ray  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise MissingExtraError(*_RAY) from error
    if not ray.is_initialized():
        # Without an address a small cluster is begun here.
        here: dict[str, Any] = {} if address else {"num_cpus": workers or os.cpu_count(), "include_dashboard": False}
        ray.init(address=address, log_to_driver=False, **here)
    return ray


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
