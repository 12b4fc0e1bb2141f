"""Speech set as in a transcript: "NAME: what they say", a quotation with "― Name" behind it, "she said:" before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from twosource.model import Span

_SPEAKER: Final = re.compile(
    r"\s*((?:[A-Z][A-Z.'’-]*[A-Z.]|[A-Z])(?: [A-Z][A-Z.'’-]*){0,3}(?: \([^()\n]{1,40}\))?)\s?(:)\s+(?=\S)"
)
_SIGNED: Final = re.compile(r"[”\"'’]\s*([―—–]|--|(?<=\s)-(?=[A-Z]))\s*([A-Z][^\n“”\"]{1,80})$")
_LEAST: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of speech: who, by which mark, and what."""

    source: Span
    cue: Span
    content: Span


def speaker_line(text: str, block: Span) -> Line | None:
    """The line that a block is, if it opens with a speaker's name in capitals and a colon, or is signed at its end."""
    match = _SPEAKER.match(text, block.start, block.end)
    if match and len(match.group(1)) > _LEAST:
        return Line(source=_span(match, 1), cue=_span(match, 2), content=Span(start=match.end(), end=block.end))
    match = _SIGNED.search(text, max(block.start, block.end - 120), block.end)
    if match:
        content = Span(start=block.start, end=match.start() + 1)
        return Line(source=_span(match, 2), cue=_span(match, 1), content=content)
    return None


def speaker_lines(text: str, blocks: list[Span]) -> Iterator[tuple[int, Line]]:
    """Each block that is a line of speech, by index.

    A transcript has several; a single "NOTE: …" is none, so lines that open with a name count from two on.
    """
    found = [(i, line) for i, block in enumerate(blocks) if (line := speaker_line(text, block)) is not None]
    opened = sum(line.source.start < line.content.start for _, line in found)
    for i, line in found:
        if opened >= _LEAST or line.source.start > line.content.start:
            yield i, line


def _span(match: re.Match[str], group: int) -> Span:
    return Span(start=match.start(group), end=match.end(group))
