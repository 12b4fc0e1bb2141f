"""The templates that pages and pictures are written with: nothing from an article is ever markup."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from twosource.present.anchors import anchor

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

_UNSAFE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NOSCRIPT: Final = re.compile("</?noscript>")
ROOMS: Final = ("twosource.present.page", "twosource.present.pictures")


@cache
def environment(*rooms: str) -> "Environment":
    """Templates of the page and of pictures; those of other rooms go before them.

    Args:
        rooms: Packages with a folder ``templates``.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - slow to import

    loaders: list[BaseLoader] = [PackageLoader(room) for room in (*rooms, *ROOMS)]
    made = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["anchor"] = anchor
    made.filters["flat"] = _flat
    return made


def characters(page: str) -> str:
    """A page without what HTML cannot hold: control characters and lone surrogates are shown as U+FFFD."""
    return _UNSAFE.sub("\ufffd", page)


def _flat(html: Markup) -> Markup:
    """Markup without ``noscript`` inside: one that stands in another would end it. No text of an article is touched: its ``<`` is escaped."""
    return Markup(_NOSCRIPT.sub("", html))  # noqa: S704 - it was markup, and is still
