"""Everything a story can be downloaded as."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii

from twosource.model import Story

_LONGEST: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form of a story: what its file's name ends in, what it is called, its media type, and how it is made."""

    suffix: str
    name: str
    media: str
    make: Callable[[Story], str]


def _page(story: Story) -> str:
    from twosource.present.page import render  # noqa: PLC0415 - only where it is asked for

    return render([story])


def _json(story: Story) -> str:
    from twosource.present.records import to_json  # noqa: PLC0415 - the same

    return to_json([story])


def _jsonl(story: Story) -> str:
    from twosource.present.records import to_jsonl  # noqa: PLC0415 - the same

    return to_jsonl([story])


def _text(story: Story) -> str:
    from twosource.present.terminal import render  # noqa: PLC0415 - the same

    return render([story], width=100, color=False)


FORMATS: Final = {
    one.suffix: one
    for one in (
        Format(suffix="html", name="Page", media="text/html", make=_page),
        Format(suffix="json", name="JSON", media="application/json", make=_json),
        Format(suffix="jsonl", name="JSON lines", media="application/x-ndjson", make=_jsonl),
        Format(suffix="txt", name="Text", media="text/plain", make=_text),
    )
}


def file_name(story: Story, suffix: str) -> str:
    """A file's name from a title: ASCII letters, digits and hyphens, whatever the title holds.

    Example:
        >>> file_name(Story(title="../Fähre: “zwei” Tote", version="0"), "json")
        'fahre-zwei-tote.json'
    """
    words = re.findall(r"[a-z0-9]+", anyascii(story.title).lower())
    return f"{'-'.join(words)[:_LONGEST].strip('-') or 'story'}.{suffix}"
