"""Wording that belongs to nobody: legal lines, hotlines, charges, the small print of news."""

import re
from functools import cache
from itertools import pairwise

from twosource.model import Span
from twosource.text.resources import load

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = load("formulas")
    return (_any(tuple(lists["sentences"])), _any(tuple(lists["phrases"])))


def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all phrases; "*" in a phrase stands for up to three words."""
    gap = r"(?:\W+\w+){0,3}?"
    written = sorted(
        (r"\W+".join(re.escape(word) for word in phrase.split()).replace(r"\W+\*", gap) for phrase in phrases),
        key=lambda one: (-len(one), one),
    )
    return re.compile(rf"\b(?:{'|'.join(written)})\b", re.IGNORECASE)


def formula_spans(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Where a block has formulas.

    Args:
        text: The article's text.
        start: Where the block begins.
        end: Where it ends.

    Returns:
        Whole sentences where a phrase marks the sentence as formula, else the phrase itself; none for most blocks.
    """
    whole, phrase = _patterns()
    words = text[start:end]
    found = [Span(start=start + m.start(), end=start + m.end()) for m in phrase.finditer(words)]
    hits = [m.start() for m in whole.finditer(words)]
    if hits:
        cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(words)), len(words)]
        found += [Span(start=start + a, end=start + b) for a, b in pairwise(cuts) if any(a <= hit < b for hit in hits)]
    return tuple(sorted(set(found)))
