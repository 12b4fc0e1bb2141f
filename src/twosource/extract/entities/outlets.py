"""Outlets among the words that name a source: "the Norvale Herald", "KTZ-TV in Norvale", "state media Xinhua"."""

import re
from functools import cache
from typing import Final

from twosource.extract.entities.source_words import source_words
from twosource.text.carriers import is_outlet_name, known_outlets

_RUN: Final = re.compile(
    r"(?P<article>\b[Tt]he\s+)?(?P<run>(?!The\s)[A-Z][\w.&’'-]*(?:\s+(?:of\s+|and\s+|&\s+)?[A-Z0-9][\w.&’'-]*)*)"
)
_BEHIND: Final = re.compile(r"\s*(?:,|\b(?:in|of|on)\b|$)")


def outlet_in(name: str) -> str:
    """The outlet that a phrase names, with its article; "" where it names none.

    The outlet's name ends the phrase, or only a place stands behind it. A single word is an outlet's only if it is on
    a list or has a station's form: "Star" and "Democrat" may be anybody.

    Example:
        >>> outlet_in("the Norvale Herald"), outlet_in("KTZB-TV in Norvale"), outlet_in("a Democrat")
        ('the Norvale Herald', 'KTZB-TV', '')
    """
    for match in _RUN.finditer(name):
        run = match["run"].strip(".'’")
        if _is_outlet(run) and _BEHIND.match(name, match.end()):
            return (match["article"] or "") + run
    return ""


def _is_outlet(run: str) -> bool:
    if run.lower() in _listed():
        return True
    return is_outlet_name(run) and (" " in run or not run.isalpha() or run.isupper())


@cache
def _listed() -> frozenset[str]:
    known = frozenset(name.lower() for name in known_outlets())
    return known | frozenset(name.removeprefix("the ") for name in source_words().outlets)
