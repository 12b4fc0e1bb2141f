"""How far a piece of work is."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from twosource.web.forms import Form
from twosource.web.jobs import Job, Jobs
from twosource.web.look import written

_STEPS: Final = {
    "": "Getting ready",
    "read": "Reading what was given",
    "clean": "Finding the journalism on the pages",
    "add": "Taking articles into the library",
    "parse": "Finding words and sentences",
    "extract": "Finding who says what",
    "compare passages": "Looking for shared wording",
    "compare points": "Laying the accounts side by side",
    "weigh": "Looking who stands behind each claim",
    "done": "Writing the story",
}
_STATES: Final = {"waiting": "Waiting for the work before it", "done": "Done", "failed": "This did not work", "stopped": "Stopped", "broken off": "This was broken off"}  # fmt: skip


def show(request: Request) -> Response:
    """The progress of a job; on to the story once it is done and there is nothing else to tell."""
    job = _job(request)
    if job.state == "done" and len(job.outcome.places) == 1 and not job.outcome.remarks:
        return RedirectResponse(job.outcome.places[0][0], status_code=303)
    page = HTMLResponse(written("job.html", job=job, words=words(job), steps=steps(job), csrf=request.state.csrf))
    jobs: Jobs = request.app.state.jobs
    jobs.seen(job)
    return page


def state(request: Request) -> Response:
    """The same for the page's script."""
    job = _job(request)
    return JSONResponse(
        {
            "words": words(job),
            "done": job.done,
            "total": job.total,
            "over": job.over,
            "step": [state for _, state in steps(job)],
        }
    )


async def stop(request: Request, form: Form) -> Response:
    """End a job at its next step."""
    del form
    job = _job(request)
    job.stop.set()
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


def steps(job: Job) -> tuple[tuple[str, str], ...]:
    """The steps that a job goes through, each ``over``, ``now`` or ``ahead``."""
    order = [name for name in _STEPS if name]
    at = order.index(job.step) if job.step in order else -1
    return tuple(
        (_STEPS[name], "over" if place < at or job.state == "done" else "now" if place == at else "ahead")
        for place, name in enumerate(order)
    )


def words(job: Job) -> str:
    """Where a job is, in plain words.

    Example:
        >>> words(Job(id="j", title="Reading", state="running", step="extract", done=3, total=12))
        'Finding who says what: 3 of 12'
    """
    if job.state != "running":
        return _STATES[job.state]
    step = _STEPS.get(job.step, job.step)
    counted = job.done and job.total > 1 and job.step in {"read", "clean", "add", "extract"}
    return f"{step}: {job.done} of {job.total}" if counted else step


def _job(request: Request) -> Job:
    jobs: Jobs = request.app.state.jobs
    job = jobs.get(request.path_params["job"])
    if job is None:
        raise HTTPException(404, "There is no such work, or it was done long ago.")
    return job
