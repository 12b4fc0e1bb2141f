"""How the web app's pages are written: one look with the page of a story, and nothing from an article is markup."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from twosource.present.page import Page, style
from twosource.present.writing import characters, environment

if TYPE_CHECKING:
    from jinja2 import Environment

# What turns the direction of the text behind it: harmless inside an element of its own, but not in a title or a list.
_SPACE = re.compile(r"\s+")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """A text from outside on one line, with what turns its direction made visible.

    Example:
        >>> shown("abc\u202edef")
        'abc[U+202E]def'
    """
    return _TURNING.sub(lambda found: f"[U+{ord(found[0]):04X}]", " ".join(text.split()))


def inline(text: str) -> str:
    """The same of a text in the middle of others: the space at its ends stays."""
    return _TURNING.sub(lambda found: f"[U+{ord(found[0]):04X}]", _SPACE.sub(" ", text))


def written(template: str, **parts: object) -> str:
    """A page."""
    return characters(_environment().get_template(template).render(**parts))


def plain_page(status: int, message: str, *more: str) -> HTMLResponse:
    """A page that says what went wrong, in plain words and no more."""
    return HTMLResponse(written("error.html", status=status, message=message, more=more), status_code=status)


def policy_of(page: Page) -> str:
    """What a story's page may do when it is served: its own style and script, and forms to where it came from."""
    own, script = (b64encode(sha256(part.encode()).digest()).decode() for part in (page.style, page.script))
    return (
        f"default-src 'none'; style-src 'self' 'sha256-{own}'; script-src 'self' 'sha256-{script}'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@cache
def resource(name: str) -> str:
    """A style, script or picture of the web app; ``page.css`` is the one that a story's page has in itself."""
    if name == "page.css":
        return style()
    return (files("twosource.web") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> "Environment":
    made = environment("twosource.web")
    made.filters["shown"] = shown
    made.filters["inline"] = inline
    return made
