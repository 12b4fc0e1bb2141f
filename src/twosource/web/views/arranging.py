"""Stories as wholes: merged, split, deleted, brought back."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from twosource.ports import Progress
from twosource.web.cards import card_of
from twosource.web.forms import Form
from twosource.web.jobs import Outcome
from twosource.web.look import written
from twosource.web.shelf import Shelf
from twosource.web.views.making import start
from twosource.web.views.stories import line


async def merge(request: Request, form: Form) -> Response:
    """Queue the moving of all articles of a story into another one."""
    shelf: Shelf = request.app.state.shelf
    name, into = request.path_params["story"], form.text("target")
    if not into or into == name:
        raise HTTPException(400, "No other story was chosen. Go back and choose one.")
    for one in (name, into):
        await run_in_threadpool(shelf.story, one)

    def work(progress: Progress) -> Outcome:
        goal = shelf.merge(name, into, progress)
        return _led(shelf, goal)

    return start(request, "Merging two stories", (), work)


async def split(request: Request, form: Form) -> Response:
    """Queue the making of a story of each event."""
    del form
    shelf: Shelf = request.app.state.shelf
    name: str = request.path_params["story"]
    await run_in_threadpool(shelf.story, name)

    def work(progress: Progress) -> Outcome:
        return _led(shelf, *shelf.split(name, progress))

    return start(request, "Splitting a story by events", (), work)


def ask(request: Request) -> Response:
    """Whether a story shall really go from the list, and what that does."""
    shelf: Shelf = request.app.state.shelf
    name: str = request.path_params["story"]
    shown = line(card_of(name, shelf.story(name)))
    return HTMLResponse(written("delete.html", id=name, line=shown, gone=shelf.gone, csrf=request.state.csrf))


async def delete(request: Request, form: Form) -> Response:
    """Take a story from the list."""
    del form
    shelf: Shelf = request.app.state.shelf
    await run_in_threadpool(shelf.delete, request.path_params["story"])
    return RedirectResponse("/", status_code=303)


async def restore(request: Request, form: Form) -> Response:
    """Bring a deleted story back."""
    del form
    shelf: Shelf = request.app.state.shelf
    await run_in_threadpool(shelf.restore, request.path_params["story"])
    return RedirectResponse("/", status_code=303)


def _led(shelf: Shelf, *names: str) -> Outcome:
    return Outcome(places=tuple((f"/stories/{name}", shelf.story(name).called) for name in names))
