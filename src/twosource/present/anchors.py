"""Names of places on the page, safe in an attribute and in an address, and short: a page names some thousands of them."""

import re
from functools import lru_cache
from typing import Final

from twosource.model import content_id

_SAFE: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
_HASH: Final = re.compile(r"([a-z])([0-9a-f]{10})[0-9a-f]+")
_DIGITS: Final = "0123456789abcdefghjkmnpqrstvwxyz"


def anchor(kind: str, name: str, *more: str) -> str:
    """The ``id`` of a place: a letter for what stands there, and the thing's own id.

    Args:
        kind: ``m`` member (statement or figure), ``k`` mark, ``q`` point, ``a`` article, ``b`` block, ``s`` source,
            ``w`` shared wording, ``c`` conflict.
        name: The thing's id. One that is a hash is written in fewer characters; what would not be safe in an address is hashed.
        more: What tells several places of one thing apart.
    """
    return kind + "-".join(map(_short, (name, *more)))


@lru_cache(maxsize=65_536)
def _short(part: str) -> str:
    """Forty bits of a hash in eight characters: of a million places on one page two would meet. Other names stay as they are."""
    safe = part if _SAFE.fullmatch(part) else content_id("x", part)
    found = _HASH.fullmatch(safe)
    if not found:
        return safe
    number = int(found[2], 16) ^ ord(found[1])  # things of two kinds may have the same words
    return "".join(_DIGITS[number >> shift & 31] for shift in range(35, -1, -5))
