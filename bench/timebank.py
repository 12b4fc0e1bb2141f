"""TimeBank as TempEval-3 publishes it: TimeML files read into articles and gold times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from twosource.model import Article, Block, content_id

TIMEX = re.compile(r"<TIMEX3\b([^>]*)>|</TIMEX3>|<[^>]*>|&\w+;")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
CREATED = re.compile(r"<DCT>.*?value=\"([^\"]+)\"", re.DOTALL)
BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """An annotated time: its place, its type (DATE, TIME, DURATION, SET) and its value as it stands."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A text with its times."""

    name: str
    article: Article
    times: tuple[Time, ...]


def read(folder: Path) -> Iterator[Dated]:
    """All ``*.tml`` of a folder, sorted by name."""
    for path in sorted(folder.glob("[!.]*.tml")):
        raw = path.read_text(encoding="utf-8")
        body, created = BODY.search(raw), CREATED.search(raw)
        if body and created:
            text, times = _plain(body[1])
            yield Dated(name=path.stem, article=_article(path.stem, text, created[1]), times=times)


def _plain(marked: str) -> tuple[str, tuple[Time, ...]]:
    """The text without its tags, and the times in it."""
    text = ""
    at = 0
    opened: list[tuple[int, dict[str, str]]] = []
    times: list[Time] = []
    for tag in TIMEX.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag[0].startswith("&"):
            text += unescape(tag[0])
        elif tag[0].startswith("<TIMEX3"):
            opened.append((len(text), dict(ATTRIBUTE.findall(tag[1]))))
        elif tag[0] == "</TIMEX3>" and opened:
            start, found = opened.pop()
            times.append(Time(start=start, end=len(text), type=found["type"], value=found["value"]))
    return text + marked[at:], tuple(times)


def _article(name: str, text: str, created: str) -> Article:
    blocks: list[Block] = []
    for found in PARAGRAPH.finditer(text):
        whole = found[0].rstrip()
        start = found.start() + len(whole) - len(whole.lstrip())
        if whole.strip():
            blocks.append(Block(kind="paragraph", start=start, end=found.start() + len(whole), reason="as it stands"))
    return Article(
        id=content_id("a", name, text),
        outlet=name,
        sha256="0" * 64,
        published=created[:16],
        dated_by="stated",
        text=text,
        blocks=tuple(blocks),
    )
