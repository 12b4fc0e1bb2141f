"""Where output goes: formats, files, what is told on the error stream, exit codes."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from twosource.cli.door import say
from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twosource.model import Gap, Story
    from twosource.ports import Presenter, Progress

T = TypeVar("T")


class Form(StrEnum):
    """What the output is written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def form_of(output: Path | None) -> Form:
    """The format that a file's name asks for; text where there is no file."""
    suffix = output.suffix.lower() if output else ""
    return {".html": Form.HTML, ".htm": Form.HTML, ".json": Form.JSON, ".jsonl": Form.JSONL}.get(suffix, Form.TEXT)


def presenter(form: Form, output: Path | None) -> "Presenter":
    """The presenter for a format, imported on use."""
    if form is Form.HTML:
        from twosource.present import page  # noqa: PLC0415 - only where a page is made

        return page.render
    from twosource.present import records, terminal  # noqa: PLC0415 - so that --help is quick

    if form is Form.TEXT:
        color = output is None and sys.stdout.isatty()
        return lambda stories: terminal.render(stories, width=width(), color=color)
    return records.to_json if form is Form.JSON else records.to_jsonl


def or_exit(work: "Callable[[], T]") -> T:
    """What ``work`` gives; a message and exit code 1 where nothing could be read, written or found."""
    try:
        return work()
    except TwosourceError as error:
        say(f"twosource: {error}", err=True)
        raise typer.Exit(1) from error


def write(text: str, output: Path | None) -> None:
    """Write to a file, or to standard output; a message and exit code 1 where that fails."""
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    try:
        output.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        say(f"twosource: cannot write {output}: {error.strerror or error}", err=True)
        raise typer.Exit(1) from error


def tell(stories: "Sequence[Story]", output: Path | None) -> None:
    """On the error stream: where the output is, and what could not be read."""
    if output is not None:
        say(f"twosource: wrote {output}", err=True)
    tell_gaps([gap for story in stories for gap in story.gaps])


def tell_gaps(gaps: "Sequence[Gap]") -> None:
    """On the error stream: what could not be read or decided, a line each."""
    for gap in gaps:
        clear()
        say(f"twosource: {gap.code} {gap.where}: {gap.detail}", err=True)


def clear() -> None:
    """Take the line of the progress away, where there may be one."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def width() -> int:
    """Columns that text is laid out for, 60 to 120."""
    import shutil  # noqa: PLC0415 - only where text is laid out

    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def progress() -> "Progress":
    """A line on the error stream that is rewritten as work goes on, once it has taken a second; nothing where nobody watches."""
    if not sys.stderr.isatty():
        return lambda step, done, total: None  # noqa: ARG005 - the port's shape
    from time import monotonic  # noqa: PLC0415 - only where somebody watches

    from twosource.cli.meter import Meter  # noqa: PLC0415 - the same

    meter = Meter(monotonic)

    def tell(step: str, done: int, total: int) -> None:
        line = meter.line(step, done, total)
        if line is not None:
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()

    return tell
