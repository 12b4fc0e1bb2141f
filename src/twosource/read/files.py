"""Files, folders and patterns."""

import os
import sys
from collections.abc import Iterator
from glob import iglob
from pathlib import Path
from typing import BinaryIO

from twosource.model import Gap
from twosource.read.archives import Archive, form_of
from twosource.read.found import Found
from twosource.settings import Settings

_PATTERN = frozenset("*?[")


def found_in(name: str, settings: Settings) -> Iterator[Found | Archive | Gap]:
    """All files that a path or pattern stands for, sorted: read whole, or open where one is an archive; else a gap."""
    path = Path(name)
    try:
        if path.is_dir():
            yield from _folder(path, settings)
        elif path.exists():
            yield _load(path, settings)
        elif _PATTERN.intersection(name):
            yield from _matching(name, settings)
        else:
            yield Gap(code="G101", where=name, detail="there is no such file or folder")
    except (OSError, ValueError) as error:
        yield Gap(code="G101", where=name, detail=_why(error))


def from_stream(stream: BinaryIO | None, settings: Settings) -> Found | Gap:
    """Everything on standard input, up to the limit."""
    try:
        data = (stream or sys.stdin.buffer).read(settings.input_bytes + 1)
    except (OSError, ValueError) as error:
        return Gap(code="G101", where="-", detail=_why(error))
    if len(data) > settings.input_bytes:
        return _too_large("-", settings)
    return Found(name="-", data=data)


def _matching(pattern: str, settings: Settings) -> Iterator[Found | Archive | Gap]:
    paths = sorted(iglob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not paths:
        yield Gap(code="G101", where=pattern, detail="no file matches the pattern")
    for path in map(Path, paths):
        if path.is_dir():
            yield from _folder(path, settings)
        else:
            yield _load(path, settings)


def _folder(folder: Path, settings: Settings) -> Iterator[Found | Archive | Gap]:
    """What is in a folder, and in its folders. A folder reached twice, by links, is gone through once."""
    count = 0
    seen: set[tuple[int, int]] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        status = Path(place).stat()
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(one for one in names if not one.startswith(".")):
            count += 1
            yield _load(Path(place) / name, settings)
    if not count:
        yield Gap(code="G102", where=str(folder), detail="the folder holds no file")


def _load(path: Path, settings: Settings) -> Found | Archive | Gap:
    """One file's bytes, or the open file where it is an archive, which whoever takes it closes. Whatever is no regular file is a gap: a pipe could make the reader wait for ever."""
    name = str(path)
    try:
        if not path.is_file():
            return Gap(code="G101", where=name, detail="it is not a regular file")
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        return Gap(code="G101", where=name, detail=_why(error))
    try:
        size, limit = path.stat().st_size, settings.input_bytes
        form = form_of(stream, name, size, limit)
        if form:
            return Archive(name=name, path=name, stream=stream, size=size, form=form)
        # What is asked for is set aside first, and a limit is some fifty megabytes: a file that grew meanwhile is read on.
        data = stream.read(min(size, limit) + 1)
        data += stream.read(limit + 1 - len(data)) if size < len(data) <= limit else b""
    except (OSError, ValueError) as error:
        stream.close()
        return Gap(code="G101", where=name, detail=_why(error))
    stream.close()
    if len(data) > limit:
        return _too_large(name, settings)
    return Found(name=name, data=data, path=name)


def _too_large(name: str, settings: Settings) -> Gap:
    return Gap(code="G104", where=name, detail=f"more than {settings.input_bytes:,} bytes; it was not read")


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
