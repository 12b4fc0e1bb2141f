"""What the browser extension sends: the page that is open, as the browser has it."""

import json
from json import JSONDecodeError

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from twosource.web.reading import Given
from twosource.web.views.making import reading_work, start

_FIELDS = frozenset({"url", "html", "story"})


async def send(request: Request) -> Response:
    """Queue the reading of one page; the guard has seen the key.

    The body is a JSON object: ``url`` and ``html`` of the page, and ``story``, the id of the one it belongs to, if any.
    The answer names the page where progress is shown: ``{"job": "/jobs/…"}``.
    """
    sent = _sent(await request.body())
    into = sent.get("story", "")
    if into:
        await run_in_threadpool(request.app.state.shelf.story, into)
    given = Given(page=sent.get("html", ""), page_url=sent.get("url", ""))
    if not given.page.strip() or not given.page_url.startswith(("http://", "https://")):
        raise HTTPException(400, "A page has html and an http or https url.")
    work = reading_work(request, given, into, split=False)
    return JSONResponse({"job": start(request, given.title(), given.told(), work).headers["location"]}, status_code=202)


def _sent(body: bytes) -> dict[str, str]:
    try:
        found = json.loads(body)
    except (JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HTTPException(400, "That is not JSON.") from error
    is_flat = isinstance(found, dict) and set(found) <= _FIELDS and all(isinstance(one, str) for one in found.values())
    if not is_flat:
        raise HTTPException(400, "Want an object with url, html and story, each a text.")
    return dict(found)
