"""Work that takes long: a few threads do it behind the server, one of them at a time writes, and what was begun is kept in a file."""

import logging
import queue
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from twosource.errors import NothingToReadError, TwosourceError
from twosource.ports import Progress
from twosource.web.ledger import Begun, Ledger

State = Literal["waiting", "running", "done", "failed", "stopped", "broken off"]
Work = Callable[[Progress], "Outcome"]
_KEPT: Final = 200
_JOIN_SECONDS: Final = 10.0
_MISTAKE: Final = "Something went wrong that should not have. The window where the server runs says more."
_BROKEN_OFF: Final = "The server ended before this was done. What was given is to be given again:"
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
    given: tuple[str, ...] = ()
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {"done", "failed", "stopped", "broken off"}


class Jobs:
    """A queue of work and the threads that do it.

    Attributes:
        alone: Held by work while it writes: reading and fetching go on beside it, writing does not.
    """

    def __init__(self, most: int, workers: int = 1, ledger: Path | None = None) -> None:
        """Wait for work.

        Args:
            most: Jobs that may wait at once.
            workers: Threads.
            ledger: A file for what was begun; what stands in it was broken off. None for no such memory.
        """
        self._queue: queue.Queue[tuple[Job, Work] | None] = queue.Queue()
        self._most, self._workers = most, max(workers, 1)
        self._ledger = Ledger(ledger)
        self._jobs: dict[str, Job] = {one.id: _broken_off(one) for one in self._ledger.read()}
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self.alone: Final = threading.RLock()

    def start(self) -> None:
        """Start the threads."""
        for number in range(self._workers):
            thread = threading.Thread(target=self._run, name=f"twosource-work-{number}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def close(self) -> None:
        """Let the work in hand end at its next step, leave the rest, and wait for the threads."""
        with self._lock:
            for job in self._jobs.values():
                job.stop.set()
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join(_JOIN_SECONDS)

    def put(self, title: str, work: Work, given: tuple[str, ...] = ()) -> Job:
        """Queue a piece of work; ``given`` tells what for.

        Raises:
            TooManyJobsError: If too many wait.
        """
        with self._lock:
            if sum(not job.over for job in self._jobs.values()) >= self._most:
                raise TooManyJobsError
            job = Job(id=secrets.token_hex(8), title=title, given=given)
            self._jobs[job.id] = job
            for name in [one.id for one in self._jobs.values() if one.over][:-_KEPT]:
                del self._jobs[name]
            self._note()
        self._queue.put((job, work))
        return job

    def _note(self) -> None:
        """Keep what is begun and not ended, and what an earlier server left until somebody has looked at it."""
        begun = [job for job in self._jobs.values() if not job.over or job.state == "broken off"]
        self._ledger.write([Begun(id=job.id, title=job.title, given=job.given) for job in begun])

    def get(self, name: str) -> Job | None:
        """A job by its id; None for one that is not, or no longer, known."""
        return self._jobs.get(name)

    def seen(self, job: Job) -> None:
        """Somebody has looked at a piece of work; what was broken off need not be told again."""
        if job.state == "broken off":
            with self._lock:
                job.state = "failed"
                self._note()

    @property
    def broken_off(self) -> tuple[Job, ...]:
        """What an earlier server left, until somebody has looked at it."""
        return tuple(job for job in list(self._jobs.values()) if job.state == "broken off")

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
            with self._lock:
                self._note()


def _broken_off(begun: Begun) -> Job:
    return Job(id=begun.id, title=begun.title, given=begun.given, state="broken off", why=(_BROKEN_OFF, *begun.given))


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
