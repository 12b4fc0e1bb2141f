"""What a folder of stories holds beside each story: the inputs of its articles, and its corrections; one a line."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from twosource.errors import FormatError
from twosource.model import Article, Edit, Gap, Raw, Story, content_id
from twosource.model.wire import decode_own, encode

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One line of a story's inputs: an article's raw input with the id it got, an article as it was, or a gap."""

    id: str = ""
    raw: Raw | None = None
    article: Article | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a story is kept.

    Attributes:
        base: The JSON as ``twosource compare`` writes it; never altered unless the web app made it.
        row: Its place in the file, where that holds several.
        stem: What the files beside it are called by.
    """

    id: str
    base: Path
    row: int
    stem: str

    @classmethod
    def of(cls, base: Path, row: int, *, alone: bool) -> "Spot":
        """The place of the story in a row of a file."""
        stem = base.stem if alone else f"{base.stem}.{row + 1}"
        made_here = alone and (base.parent / f"{stem}.inputs.jsonl").exists()
        return cls(id=stem if made_here else content_id("y", base.name, row), base=base, row=row, stem=stem)

    @property
    def inputs(self) -> Path:
        """The inputs of its articles; there only for stories that the web app made or added to."""
        return self.base.parent / f"{self.stem}.inputs.jsonl"

    @property
    def edits(self) -> Path:
        """Its corrections."""
        return self.base.parent / f"{self.stem}.edits.jsonl"

    @property
    def deleted(self) -> Path:
        """There if the story was taken from the list."""
        return self.base.parent / f"{self.stem}.deleted"

    @property
    def corrected(self) -> Path:
        """The story with corrections."""
        return self.base.parent / f"{self.stem}.corrected.json"

    @property
    def ours(self) -> bool:
        """Whether the web app made it."""
        return self.id == self.stem

    @property
    def shown(self) -> Path:
        """The file to show: the corrected one, unless the story was compared anew since."""
        if not self.corrected.exists():
            return self.base
        return self.corrected if self.corrected.stat().st_mtime_ns >= self.base.stat().st_mtime_ns else self.base


def stories_in(path: Path, most: int) -> tuple[Story, ...]:
    """The stories of a file: one object, or an array of them.

    None for a file that holds something else, has more than ``most`` bytes, or is no regular file: a pipe could make
    the reader wait for ever.
    """
    import json  # noqa: PLC0415 - only where a file holds several

    try:
        if not path.is_file() or path.stat().st_size > most:
            return ()
        data = path.read_bytes()
        if data.lstrip()[:1] != b"[":
            return (Story.from_json(data),)
        return tuple(Story.from_json(json.dumps(one)) for one in json.loads(data))
    except (OSError, ValueError, FormatError, RecursionError):
        return ()


def lines_of(path: Path, kind: type[T]) -> Iterator[T]:
    """The records of a file; none where it is not there. A line that is none, such as a half-written last one, is passed over."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            yield decode_own(line, kind)
        except FormatError:
            continue


def write_lines(path: Path, records: Iterable[Input | Edit]) -> None:
    """Write records, all or nothing."""
    write_whole(path, "".join(f"{encode(one)}\n" for one in records))


def write_whole(path: Path, text: str) -> None:
    """Write a file so that whoever reads meanwhile sees the old one or the new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    Path(name).chmod(0o644)
    Path(name).replace(path)
