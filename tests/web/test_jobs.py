"""Work behind the server: in order, told step by step, never the end of the server."""

import threading
from pathlib import Path

import pytest

from twosource.errors import NothingToReadError
from twosource.ports import Progress
from twosource.settings import Settings
from twosource.web.jobs import Job, Jobs, Outcome, TooManyJobsError, Work
from web.served import FERRY, Browser, served


def done(jobs: Jobs, work: Work) -> Job:
    job = jobs.put("Something", work)
    jobs.close()
    return job


def running() -> Jobs:
    jobs = Jobs(5)
    jobs.start()
    return jobs


def test_a_job_ends_with_what_it_leads_to() -> None:
    outcome = Outcome(places=(("/stories/y1", "A story"),))
    job = Job(id="j", title="t")
    jobs = running()
    ended = threading.Event()

    def work(tell: Progress) -> Outcome:
        tell("read", 1, 2)
        ended.set()
        return outcome

    job = jobs.put("Something", work)
    assert ended.wait(10)
    jobs.close()
    assert (job.state, job.outcome, job.step, job.done, job.total) == ("done", outcome, "read", 1, 2)


def test_a_job_that_fails_says_why_and_the_next_one_runs(caplog: pytest.LogCaptureFixture) -> None:
    def nothing(_: Progress) -> Outcome:
        raise NothingToReadError(("a.txt: empty",))

    def mistake(_: Progress) -> Outcome:
        message = "a secret inside"
        raise RuntimeError(message)

    jobs = running()
    first, second = jobs.put("One", nothing), jobs.put("Two", mistake)
    third = threading.Event()

    def last(_: Progress) -> Outcome:
        third.set()
        return Outcome(places=())

    jobs.put("Three", last)
    assert third.wait(10)
    jobs.close()
    assert first.why == ("No article could be read.", "a.txt: empty")
    assert second.state == "failed"
    assert "secret" not in " ".join(second.why)
    assert "a secret inside" in caplog.text


def test_two_jobs_never_run_at_once() -> None:
    jobs, now, most = running(), [0], [0]
    over = threading.Event()

    def work(_: Progress) -> Outcome:
        now[0] += 1
        most[0] = max(most[0], now[0])
        now[0] -= 1
        return Outcome(places=())

    def last(_: Progress) -> Outcome:
        over.set()
        return Outcome(places=())

    for _ in range(4):
        jobs.put("Something", work)
    jobs.put("Last", last)
    assert over.wait(10)
    jobs.close()
    assert most == [1]


def test_stopping_the_server_ends_the_work_in_hand_at_its_next_step() -> None:
    jobs = running()
    begun, go = threading.Event(), threading.Event()

    def endless(tell: Progress) -> Outcome:
        begun.set()
        go.wait(10)
        while True:
            tell("extract", 1, 2)

    first = jobs.put("Endless", endless)
    second = jobs.put("Waiting", lambda _: Outcome(places=()))
    assert begun.wait(10)
    go.set()
    jobs.close()
    assert (first.state, second.state) == ("stopped", "stopped")


def test_no_more_than_the_limit_waits(tmp_path: Path) -> None:
    jobs = Jobs(2)
    jobs.put("One", lambda _: Outcome(places=()))
    jobs.put("Two", lambda _: Outcome(places=()))
    with pytest.raises(TooManyJobsError):
        jobs.put("Three", lambda _: Outcome(places=()))
    with served(tmp_path, settings=Settings(web_jobs=0)) as browser:
        answer = browser.post("/new", text=FERRY)
        assert answer.status_code == 429
        assert "waiting already" in answer.text


def test_while_a_job_runs_the_server_answers_and_tells_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go = threading.Event(), threading.Event()

    def slow(_: object, raws: object, *, progress: Progress, **more: object) -> None:
        del raws, more
        progress("extract", 3, 12)
        begun.set()
        go.wait(20)
        progress("weigh", 12, 12)
        raise NothingToReadError(())

    monkeypatch.setattr("twosource.web.folder.Folder.add", slow)
    with served(tmp_path, settings=Settings(web_workers=1)) as browser:
        job = browser.post("/new", text=FERRY).headers["location"]
        other = browser.post("/new", text=FERRY).headers["location"]
        assert begun.wait(10)
        told = browser.get(f"{job}/state").json()
        assert told.pop("step") == ["over"] * 4 + ["now"] + ["ahead"] * 4
        assert told == {"words": "Finding who says what: 3 of 12", "done": 3, "total": 12, "over": False}
        assert browser.get(f"{other}/state").json()["words"] == "Waiting for the work before it"
        page = browser.get(job).text
        assert 'max="12" value="3"' in page
        assert '<noscript><meta http-equiv="refresh"' in page
        assert job in browser.get("/").text
        browser.post(f"{other}/stop")
        go.set()
        assert "No article could be read" in wait(browser, job)
        assert "Stopped" in wait(browser, other)


def wait(browser: Browser, job: str) -> str:
    while not browser.get(f"{job}/state").json()["over"]:
        pass
    return browser.get(job).text


def test_an_unknown_job_is_told(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        assert browser.get("/jobs/none").status_code == 404
        assert browser.get("/jobs/none/state").status_code == 404
