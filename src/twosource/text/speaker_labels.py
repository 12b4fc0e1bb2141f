"""The name in capitals and the colon that open a turn of a transcript: "ADA HOLM: ", also behind a quotation mark."""

import re
from typing import Final

from twosource.model import Span

_LABEL: Final = re.compile(
    r"\s*[\"“]?((?:[A-Z][A-Z.'’-]*[A-Z.]|[A-Z])(?: [A-Z][A-Z.'’-]*){0,3}(?: \([^()\n]{1,40}\))?)\s?(:)\s+(?=\S)"
)
_LEAST: Final = 2
"""Letters of a name: "Q: " and "A: " are labels of another kind."""


def speaker_label(text: str, place: Span, small_words: frozenset[str]) -> re.Match[str] | None:
    """The label that a place opens with, its name and its colon as groups; None where it opens with none.

    A heading is no name: "MISTAKE OF THE DAY: …" has words that no name has, one of ``small_words``.
    """
    match = _LABEL.match(text, place.start, place.end)
    if match is None or len(match.group(1)) <= _LEAST:
        return None
    little = any(word.lower() in small_words for word in match.group(1).split() if len(word) > 1)
    return None if little else match
