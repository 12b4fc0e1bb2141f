"""Jobs on a cluster of Ray: each is a task, and what a machine that is lost had in hand Ray gives to another.

Ray waits for a machine that answers no more, and where what it keeps of its tasks was lost too it waits for ever. So who
asks here hears nothing for so long at the most, and then that no news came: what is unanswered can be asked anew.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

_RETRIES: Final = 3
"""Times that Ray gives a task to another worker when one is lost with it."""
_LOOK: Final = 30.0
"""Seconds without an answer after which the machines are counted."""

Work = Callable[[str], str]


class NoNewsError(Exception):
    """No job was answered for as long as was to be waited."""

    def __init__(self, seconds: float) -> None:
        """Say for how long."""
        super().__init__(f"no job was finished for {seconds / 60:g} minutes")


@dataclass(kw_only=True)
class Cluster:
    """A cluster that jobs are given to.

    Attributes:
        ray: The module ``ray``, connected to it.
        at_once: How many jobs are asked at a time.
        patience: Seconds without an answer to any of them that are waited.
        tell: Hears, in a sentence, when a machine is gone.
    """

    ray: Any
    at_once: int
    patience: float
    tell: Callable[[str], None]

    def __post_init__(self) -> None:
        """Count the machines."""
        self._machines = self._alive()

    def answers(self, work: Work, jobs: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each job with what ``work``, which can be sent there, answers to it, as it is ready, in any order.

        Raises:
            NoNewsError: If no answer came for too long. What runs is taken back as far as Ray can.
        """
        task, held = self.ray.remote(num_cpus=1, max_retries=_RETRIES)(_answer), self.ray.put(work)
        left, running = deque(jobs), dict[Any, str]()
        while left or running:
            while left and len(running) < self.at_once:
                job = left.popleft()
                running[task.remote(held, job)] = job
            for reference in self._ready(list(running)):
                yield running.pop(reference), self.ray.get(reference)

    def _ready(self, running: list[Any]) -> list[Any]:
        """One that is answered, at least."""
        silent = 0.0
        while silent < self.patience:
            step = min(_LOOK, self.patience - silent)
            ready: list[Any] = self.ray.wait(running, num_returns=1, timeout=step)[0]
            if ready:
                return ready
            silent += step
            self._look()
        for reference in running:
            with suppress(Exception):  # one that is lost cannot be taken back
                self.ray.cancel(reference, force=True)
        raise NoNewsError(self.patience)

    def _look(self) -> None:
        """Tell of machines that are gone."""
        before, self._machines = self._machines, self._alive()
        gone = before - self._machines
        if gone > 0:
            self.tell(f"{gone} of {before} machines of the cluster are gone; what they had in hand is done again")

    def _alive(self) -> int:
        return sum(node["Alive"] for node in self.ray.nodes())


def _answer(work: Work, job: str) -> str:
    return work(job)
