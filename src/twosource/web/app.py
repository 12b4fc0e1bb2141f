"""The application: its pages, its worker, and the guard before them."""

import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.errors import NoSuchStoryError, TwosourceError
from twosource.pipeline import Options
from twosource.web.forms import posted
from twosource.web.guard import SEND, Guard
from twosource.web.jobs import Jobs
from twosource.web.look import plain_page
from twosource.web.shelf import Shelf
from twosource.web.views import arranging, correcting, making, sending, stories, working

_NAMES: Final = ("localhost", "127.0.0.1", "::1")
_LOG: Final = logging.getLogger(__name__)
_WORDS: Final = {404: "There is no such page.", 405: "This cannot be done here."}

ROUTES: Final = (
    Route("/", stories.index),
    Route("/search", stories.search),
    Route("/feed.atom", stories.feed),
    Route("/new", making.new, methods=["GET"]),
    Route("/new", posted(making.make), methods=["POST"]),
    Route("/stories/{story}", stories.story),
    Route("/stories/{story}/download/{form}", stories.download),
    Route("/stories/{story}/correct", correcting.show),
    Route("/stories/{story}/correct/{kind}", posted(correcting.correct), methods=["POST"]),
    Route("/stories/{story}/undo", posted(correcting.undo), methods=["POST"]),
    Route("/stories/{story}/merge", posted(arranging.merge), methods=["POST"]),
    Route("/stories/{story}/split", posted(arranging.split), methods=["POST"]),
    Route("/stories/{story}/delete", arranging.ask, methods=["GET"]),
    Route("/stories/{story}/delete", posted(arranging.delete), methods=["POST"]),
    Route("/stories/{story}/restore", posted(arranging.restore), methods=["POST"]),
    Route("/jobs/{job}", working.show),
    Route("/jobs/{job}/state", working.state),
    Route("/jobs/{job}/stop", posted(working.stop), methods=["POST"]),
    Route(SEND, sending.send, methods=["POST"]),
    Route("/look/{name}", stories.look),
)


def application(
    shelf: Shelf,
    options: Options | None = None,
    *,
    names: Iterable[str] = (),
    token: str | None = None,
    key: str | None = None,
    ledger: Path | None = None,
) -> Guard:
    """The web app over a shelf of stories.

    Args:
        shelf: Where stories come from and are kept.
        options: How to read; the defaults if None. Private addresses are never fetched, whatever it says.
        names: Host names by which the server may be called besides this machine's own.
        token: What must be shown once in the address ("?token=…"); None where only this machine can ask.
        key: What a browser's extension must show to send pages; None where none may.
        ledger: A file that remembers what work was begun; None for none.

    Returns:
        An ASGI application.
    """
    options = options or Options()
    jobs = Jobs(options.settings.web_jobs, options.settings.web_workers, ledger)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        jobs.start()
        try:
            yield
        finally:
            jobs.close()

    app = Starlette(routes=list(ROUTES), lifespan=life, exception_handlers=_troubles())
    app.state.shelf = shelf
    app.state.options = options
    app.state.settings = options.settings
    app.state.jobs = jobs
    app.state.pages = {}
    return Guard(
        app,
        names=(*_NAMES, *names),
        token=token,
        key=key,
        most=options.settings.web_upload_bytes,
        seconds=options.settings.web_seconds,
    )


def _troubles() -> dict[Any, Callable[[Request, Exception], Response]]:
    """What is answered where a view cannot."""
    return {HTTPException: _refused, NoSuchStoryError: _missing, TwosourceError: _troubled, Exception: _failed}


def _refused(request: Request, error: Exception) -> Response:
    del request
    if not isinstance(error, HTTPException):
        raise error
    own = error.detail if error.detail.endswith(".") else _WORDS.get(error.status_code, "That was not understood.")
    return plain_page(error.status_code, own)


def _missing(request: Request, error: Exception) -> Response:
    del request, error
    return plain_page(404, "There is no such story. It may have been moved, or its file taken away.")


def _troubled(request: Request, error: Exception) -> Response:
    del request
    return plain_page(500, "That did not work.", str(error))


def _failed(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return plain_page(500, "Something went wrong that should not have. The window where the server runs says more.")
