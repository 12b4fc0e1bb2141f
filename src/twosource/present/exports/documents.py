"""A story to paste into a document: as Markdown, and as HTML without styles or scripts."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from twosource.model import Story
from twosource.present.exports.report import Heading, Item, Paragraph, Part, report

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_BEGINS: Final = re.compile(r"^(\d*)([-+.)])")


def to_markdown(stories: Sequence[Story]) -> str:
    """Stories as Markdown (CommonMark), one behind the other; empty for none. What an article says stays text."""
    return "\n".join(_blocks(part for story in stories for part in report(story)))


def to_paste(stories: Sequence[Story]) -> str:
    """Stories as a small HTML page whose headings, lists and links any word processor keeps when they are pasted."""
    titles = escape("; ".join(story.title for story in stories))
    body = "\n".join(map(to_paste_body, stories))
    return f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{titles}</title></head><body>\n{body}\n</body></html>\n'


def _blocks(parts: Iterable[Part]) -> Iterator[str]:
    """Headings, paragraphs and lists, each ending in a line break."""
    for is_list, those in groupby(parts, key=lambda part: isinstance(part, Item)):
        written = [_markdown(part) for part in those]
        yield from ["".join(written)] if is_list else written


def _markdown(part: Part) -> str:
    match part:
        case Heading(level, words):
            return f"{'#' * level} {_plain(words)}\n"
        case Paragraph(words):
            return f"{_plain(words)}\n"
        case Item(lead, words, quoted, after, address):
            who = f"[{_plain(lead)}](<{address}>)" if address and not set(address) & set("<>\n") else _plain(lead)
            return f"- {f'**{who}**: ' if lead else ''}{_said(words, quoted, after, _plain)}\n"


def _plain(words: str) -> str:
    """Words with a backslash before every sign that Markdown would read, and before what would begin a list."""
    return _BEGINS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", words))


def to_paste_body(story: Story) -> str:
    """What stands between the page's body tags, for one story."""
    lines: list[str] = []
    for is_list, parts in groupby(report(story), key=lambda part: isinstance(part, Item)):
        inside = [_html(part) for part in parts]
        lines += ["<ul>", *inside, "</ul>"] if is_list else inside
    return "\n".join(lines)


def _html(part: Part) -> str:
    match part:
        case Heading(level, words):
            return f"<h{level}>{escape(words)}</h{level}>"
        case Paragraph(words):
            return f"<p>{escape(words)}</p>"
        case Item(lead, words, quoted, after, address):
            who = f'<a href="{escape(address)}">{escape(lead)}</a>' if address else escape(lead)
            return f"<li>{f'<b>{who}</b>: ' if lead else ''}{_said(words, quoted, after, escape)}</li>"


def _said(words: str, quoted: str, after: str, form: Callable[[str], str]) -> str:
    """What a line says behind who or what it is about, its words as the form of output wants them."""
    parts = [f"“{form(quoted)}”" if quoted else "", form(words), f"({form(after)})" if after else ""]
    return " ".join(filter(None, parts))
