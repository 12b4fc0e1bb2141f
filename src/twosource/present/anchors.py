"""Names of places on the page, safe in an attribute and in an address."""

import re

from twosource.model import content_id

_SAFE = re.compile(r"[A-Za-z0-9-]{1,64}")


def anchor(kind: str, name: str, *more: str) -> str:
    """The ``id`` of a place: a letter for what stands there, and the thing's own id.

    Args:
        kind: ``m`` member (statement or figure), ``k`` mark, ``q`` point, ``a`` article, ``b`` block, ``s`` source,
            ``w`` shared wording, ``c`` conflict.
        name: The thing's id. What would not be safe in an address is hashed.
        more: What tells several places of one thing apart.
    """
    parts = [part if _SAFE.fullmatch(part) else content_id("x", part) for part in (name, *more)]
    return "-".join((kind, *parts))
