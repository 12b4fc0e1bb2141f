"""What is done when a cluster is silent, tried on one that is told what to do: no machine is started."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from twosource.engine import on_daft
from twosource.engine.on_daft import DaftEngine
from twosource.errors import EngineError


@dataclass
class Cluster:
    """Stands for the module: answers as many tasks as it is allowed to, and then keeps silent.

    ``machines`` are those that are alive whenever they are counted, the last number for good.
    """

    answers: list[int]
    machines: list[int] = field(default_factory=lambda: [3])
    asked: list[str] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def remote(self, **given: int) -> Callable[[Callable[..., str]], "Task"]:
        assert given["num_cpus"] == 1
        self._left = self.answers.pop(0)
        return lambda work: Task(self, work)

    def put(self, value: object) -> object:
        return value

    def wait(self, tasks: Sequence[int], *, num_returns: int, timeout: float) -> tuple[list[int], list[int]]:
        if not self._left:
            self.waited.append(timeout)
            return [], list(tasks)
        self._left -= 1
        return list(tasks)[:num_returns], list(tasks)[num_returns:]

    def get(self, task: int) -> str:
        return self.done[task]()

    def cancel(self, task: int, *, force: bool) -> None:
        assert force
        self.cancelled.append(task)

    def nodes(self) -> list[dict[str, bool]]:
        alive = self.machines.pop(0) if len(self.machines) > 1 else self.machines[0]
        return [{"Alive": number < alive} for number in range(3)]

    done: dict[int, Callable[[], str]] = field(default_factory=dict)


@dataclass
class Task:
    cluster: Cluster
    work: Callable[..., str]

    def remote(self, work: Callable[[str], str], job: str) -> int:
        number = len(self.cluster.asked)
        self.cluster.asked.append(job)
        self.cluster.done[number] = lambda: self.work(work, job)
        return number


def asking(cluster: Cluster, monkeypatch: pytest.MonkeyPatch, told: list[str]) -> DaftEngine:
    monkeypatch.setattr(on_daft, "_ray", lambda *_: cluster)
    return DaftEngine("ray", workers=2, patience=90.0, tell=told.append)


def test_a_cluster_that_answers_is_asked_once_for_each_job(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster, told = Cluster([4]), list[str]()
    assert sorted(asking(cluster, monkeypatch, told).map(str.upper, ["a", "b", "c", "d"])) == ["A", "B", "C", "D"]
    assert cluster.asked == ["a", "b", "c", "d"]
    assert told == []


def test_no_more_jobs_are_in_hand_than_there_are_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = Cluster([4])
    answers = asking(cluster, monkeypatch, []).map(str.upper, ["a", "b", "c", "d"])
    next(answers)
    assert cluster.asked == ["a", "b"]


def test_what_a_silent_cluster_has_not_answered_is_asked_anew_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster, told = Cluster([1, 3]), list[str]()
    assert sorted(asking(cluster, monkeypatch, told).map(str.upper, ["a", "b", "c", "d"])) == ["A", "B", "C", "D"]
    assert cluster.asked == ["a", "b", "c", "b", "c", "d"]
    assert cluster.cancelled == [1, 2]
    assert sum(cluster.waited) == 90.0
    assert told == ["no job was finished for 1.5 minutes; 3 jobs are asked anew"]


def test_a_cluster_that_is_silent_three_times_is_an_error_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = Cluster([0, 0, 0])
    with pytest.raises(EngineError, match=r"no job was finished for 1\.5 minutes"):
        list(asking(cluster, monkeypatch, []).map(str.upper, ["a", "b"]))
    assert cluster.asked == ["a", "b"] * 3


def test_a_machine_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster, told = Cluster([0, 2], machines=[3, 2]), list[str]()
    assert sorted(asking(cluster, monkeypatch, told).map(str.upper, ["a", "b"])) == ["A", "B"]
    assert told[0] == "1 of 3 machines of the cluster are gone; what they had in hand is done again"


def test_work_that_raises_there_is_an_error_and_is_not_asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(job: str) -> str:
        message = f"job {job} is bad"
        raise ValueError(message)

    cluster = Cluster([2])
    with pytest.raises(EngineError, match="job a is bad"):
        list(asking(cluster, monkeypatch, []).map(fails, ["a", "b"]))
    assert cluster.asked == ["a", "b"]
