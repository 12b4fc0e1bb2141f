"""Work that takes long: one thread does it in order, so that the server stays quick and nothing is written twice."""

import logging
import queue
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal

from twosource.errors import NothingToReadError, TwosourceError
from twosource.ports import Progress

State = Literal["waiting", "running", "done", "failed", "stopped"]
Work = Callable[[Progress], "Outcome"]
_KEPT: Final = 200
_JOIN_SECONDS: Final = 10.0
_MISTAKE: Final = "Something went wrong that should not have. The window where the server runs says more."
_LOG: Final = logging.getLogger(__name__)


class TooManyJobsError(Exception):
    """So many wait that no more is taken."""


class _StoppedError(Exception):
    """The work shall end at its next step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a finished job leads to: addresses with what to call them, the first of them to go to, and remarks."""

    places: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Job:
    """One piece of work and how far it is. ``why`` says in plain words what went wrong."""

    id: str
    title: str
    state: State = "waiting"
    step: str = ""
    done: int = 0
    total: int = 0
    why: tuple[str, ...] = ()
    outcome: Outcome = Outcome(places=())
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {"done", "failed", "stopped"}


class Jobs:
    """A queue of work and the one thread that does it."""

    def __init__(self, most: int) -> None:
        """Wait for work.

        Args:
            most: Jobs that may wait at once.
        """
        self._queue: queue.Queue[tuple[Job, Work] | None] = queue.Queue()
        self._most = most
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Start the thread."""
        self._thread = threading.Thread(target=self._run, name="twosource-work", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let the work in hand end at its next step, leave the rest, and wait for the thread."""
        with self._lock:
            for job in self._jobs.values():
                job.stop.set()
        self._queue.put(None)
        if self._thread:
            self._thread.join(_JOIN_SECONDS)

    def put(self, title: str, work: Work) -> Job:
        """Queue a piece of work.

        Raises:
            TooManyJobsError: If too many wait.
        """
        with self._lock:
            if sum(not job.over for job in self._jobs.values()) >= self._most:
                raise TooManyJobsError
            job = Job(id=secrets.token_hex(8), title=title)
            self._jobs[job.id] = job
            for name in [one.id for one in self._jobs.values() if one.over][:-_KEPT]:
                del self._jobs[name]
        self._queue.put((job, work))
        return job

    def get(self, name: str) -> Job | None:
        """A job by its id; None for one that is not, or no longer, known."""
        return self._jobs.get(name)

    @property
    def open(self) -> tuple[Job, ...]:
        """What waits or runs, in order."""
        return tuple(job for job in list(self._jobs.values()) if not job.over)

    def _run(self) -> None:
        while (taken := self._queue.get()) is not None:
            job, work = taken
            if job.stop.is_set():
                job.state = "stopped"
            else:
                job.state = "running"
                _do(job, work)


def _do(job: Job, work: Work) -> None:
    """Work, and whatever comes of it as the job's state: the thread lives on."""
    try:
        job.outcome = work(_teller(job))
    except _StoppedError:
        job.state = "stopped"
    except NothingToReadError as error:
        job.why, job.state = ("No article could be read.", *error.reasons), "failed"
    except TwosourceError as error:
        job.why, job.state = (str(error),), "failed"
    except Exception:  # noqa: BLE001 - a mistake of ours in one job must not end the others; it is logged with its trace
        _LOG.exception("job %s failed", job.id)
        job.why, job.state = (_MISTAKE,), "failed"
    else:
        job.state = "done"


def _teller(job: Job) -> Progress:
    def tell(step: str, done: int, total: int) -> None:
        if job.stop.is_set():
            raise _StoppedError
        job.step, job.done, job.total = step, done, total

    return tell
