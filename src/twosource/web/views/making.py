"""Making a story of what somebody gives: the form, and the work that follows."""

from dataclasses import replace
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from twosource.model import Gap
from twosource.pipeline import Options
from twosource.ports import Progress
from twosource.settings import Settings
from twosource.web.forms import Form
from twosource.web.jobs import Jobs, Outcome, TooManyJobsError, Work
from twosource.web.look import written
from twosource.web.reading import Given, raws
from twosource.web.shelf import Shelf

_LONGEST: Final = 2_000  # code points of an address


def new(request: Request) -> Response:
    """The form for a new story, or for more articles of one; with an address in it where a bookmarklet gave one."""
    given = request.query_params.get("address", "")[:_LONGEST]
    address = given if given.startswith(("http://", "https://")) else ""
    return _shown(request, chosen=request.query_params.get("story", ""), address=address)


def _shown(request: Request, *, chosen: str, wrong: str = "", address: str = "") -> Response:
    shelf: Shelf = request.app.state.shelf
    settings: Settings = request.app.state.settings
    page = written(
        "new.html",
        csrf=request.state.csrf,
        cards=shelf.cards(),
        sorts=shelf.sorts,
        chosen=chosen,
        address=address,
        wrong=wrong,
        settings=settings,
    )
    return HTMLResponse(page, status_code=400 if wrong else 200)


async def make(request: Request, form: Form) -> Response:
    """Queue the reading of what was given, and show how far it is."""
    settings: Settings = request.app.state.settings
    shelf: Shelf = request.app.state.shelf
    given = Given(
        addresses=tuple(dict.fromkeys(form.text("addresses").split())),
        text=form.text("text"),
        uploads=form.uploads,
        outlet=form.text("outlet"),
    )
    into = form.text("story")
    wrong = ""
    if given.empty:
        wrong = "Nothing was given: paste an address or a text, or choose files."
    elif given.count > settings.web_addresses:
        wrong = f"{given.count} addresses at once are too many: {settings.web_addresses} at most."
    if wrong:
        return await run_in_threadpool(_shown, request, chosen=into, wrong=wrong)
    if into:
        await run_in_threadpool(shelf.story, into)  # an unknown one is told now, not later
    split = bool(form.text("split")) and not into
    return start(request, given.title(), given.told(), reading_work(request, given, into, split=split))


def start(request: Request, title: str, given: tuple[str, ...], work: Work) -> Response:
    """Queue a piece of work, and go where its progress is shown; ``given`` is told where the server dies before it is done."""
    jobs: Jobs = request.app.state.jobs
    try:
        job = jobs.put(title, work, given)
    except TooManyJobsError as error:
        raise HTTPException(429, "So much is waiting already that no more is taken. Try again when some of it is done.") from error  # fmt: skip
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


def reading_work(request: Request, given: Given, into: str, *, split: bool) -> Work:
    """Read what was given, put it into a story or stories, and tell where they are and what was lost."""
    shelf: Shelf = request.app.state.shelf
    options: Options = request.app.state.options
    jobs: Jobs = request.app.state.jobs

    def work(progress: Progress) -> Outcome:
        found = raws(given, replace(options, progress=progress))
        with jobs.alone:
            made = shelf.add(found, into=into, split=split, progress=progress)
        titles = {card.id: card.title for card in shelf.cards()}
        return Outcome(
            places=tuple((f"/stories/{name}", titles.get(name, "") or "Untitled story") for name in made.stories),
            remarks=tuple(f"{gap.where}: {gap.told}" for gap in made.gaps if _lost(gap)),
        )

    return work


def _lost(gap: Gap) -> bool:
    """Whether an input gave no article; whatever else could not be found is told with the story."""
    return gap.code.startswith("G1") or gap.code == "G201"
