"""What a browser sends: read with its limits, and only with the token that our own forms carry."""

import hmac
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.settings import Settings

Posted = Callable[[Request, "Form"], Awaitable[Response]]
_FIELDS: Final = 60
_NAME: Final = re.compile(r"[^\w .,()+-]+")
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it was sent. ``name`` is what to call it, never where to put it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields of a form; a field that was not sent is empty."""

    fields: FormData
    uploads: tuple[Upload, ...] = ()

    def text(self, name: str) -> str:
        """A field's text, without the space around it."""
        value = self.fields.get(name, "")
        return value.strip() if isinstance(value, str) else ""


def posted(view: Posted) -> Callable[[Request], Awaitable[Response]]:
    """A view of a form: it is called only where the form's token is that of the session."""

    async def checked(request: Request) -> Response:
        settings: Settings = request.app.state.settings
        async with request.form(
            max_files=settings.web_upload_files, max_fields=_FIELDS, max_part_size=settings.web_upload_bytes
        ) as fields:
            shown = fields.get("csrf", "")
            right = request.state.csrf
            if not isinstance(shown, str) or not hmac.compare_digest(shown.encode(), right.encode()):
                raise HTTPException(403, "This form is too old, or was not made here. Nothing was done: go back, load the page anew, and send it again.")  # fmt: skip
            return await view(request, Form(fields=fields, uploads=await _uploads(fields)))

    return checked


async def _uploads(fields: FormData) -> tuple[Upload, ...]:
    """The files that were sent; browsers send one without a name where none was chosen."""
    found = []
    for _, value in fields.multi_items():
        if isinstance(value, UploadFile) and value.filename:
            found.append(Upload(name=_plain(value.filename), data=await value.read()))
    return tuple(found)


def _plain(name: str) -> str:
    """A file's name as it is shown: the last part, of letters, digits and a few marks."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return (_NAME.sub("_", last).strip(". ") or "file")[-_LONGEST:]
