"""Where output goes: formats, files, what is told on the error stream, exit codes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from twosource.cli.door import say
from twosource.cli.volume import Volume, chosen, steps_told
from twosource.errors import TwosourceError, UnknownFormatError
from twosource.present.formats import FORMATS, Format, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twosource.model import Gap, Story
    from twosource.ports import Presenter, Progress

T = TypeVar("T")


def form_of(named: str | None, output: Path | None) -> Format:
    """The form that is asked for by name, else by a file's name; text where neither says one.

    Raises:
        typer.BadParameter: If a file's name ends in nothing that is known, or a terminal cannot show the form.
    """
    try:
        form = FORMATS[named] if named else format_of(output) if output else FORMATS["text"]
    except UnknownFormatError as error:
        message = str(error)
        raise typer.BadParameter(message, param_hint="--output") from error
    _agreed(named, form, output)
    if not form.is_text and on_screen(output):
        message = f"{form.name} is nothing for a terminal: name a file with --output"
        raise typer.BadParameter(message, param_hint="--format")
    return form


def _agreed(named: str | None, form: Format, output: Path | None) -> None:
    """Refuse a form that is named for a file whose name says another, or one that is none.

    ``.json`` is said of every form of JSON, and ``.txt`` of every form that is text; a folder's name says nothing.
    """
    if not named or output is None or not output.suffix or output.is_dir():
        return
    ending = output.suffix.lower()
    if (ending == ".txt" and form.is_text) or any(suffix.endswith(ending) for suffix in form.suffixes):
        return
    message = f"--format {named} and --output {output.name} do not agree: files of that form end in {form.suffixes[0]}"
    raise typer.BadParameter(message, param_hint="--format and --output")


def picture_form(path: Path | None) -> Format | None:
    """The form of a picture; None where none is asked for.

    Raises:
        typer.BadParameter: If the file's name ends in nothing that a picture can be.
    """
    if path is None:
        return None
    named = path.suffix.lower().removeprefix(".")
    if named in {"svg", "png"}:
        return FORMATS[named]
    message = f"{path.name}: a picture is written as .svg or .png"
    raise typer.BadParameter(message, param_hint="--picture")


def on_screen(output: Path | None) -> bool:
    """Whether what is written to ``output``, or to standard output, is for a terminal."""
    return output is None and sys.stdout.isatty()


def cause(error: Exception) -> object:
    """What went wrong, as the system says it."""
    return getattr(error, "strerror", None) or error


def presenter(form: Format, output: Path | None) -> "Presenter":
    """What writes a form; text for a terminal is as wide as that is, and has its colours."""
    if form.name != "text" or output is not None:
        return (lambda stories: _harmless(form, stories)) if on_screen(output) else form.make
    from twosource.present import terminal  # noqa: PLC0415 - so that --help is quick

    color = sys.stdout.isatty()
    return lambda stories: terminal.render(stories, width=width(), color=color).encode("utf-8", "backslashreplace")


def _harmless(form: Format, stories: "Sequence[Story]") -> bytes:
    """A form without the characters that a terminal obeys."""
    from twosource.present.wording import seen  # noqa: PLC0415 - so that --help is quick

    return seen(form.make(stories).decode("utf-8")).encode("utf-8")


def or_exit(work: "Callable[[], T]") -> T:
    """What ``work`` gives; a message and exit code 1 where nothing could be read, written or found."""
    try:
        return work()
    except TwosourceError as error:
        say(f"twosource: {error}", err=True)
        raise typer.Exit(1) from error


def write(content: bytes | str, output: Path | None) -> None:
    """Write to a file, or to standard output; a message and exit code 1 where that fails."""
    packed = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    try:
        if output is not None:
            output.write_bytes(packed)
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(packed if not isinstance(content, str) or packed.endswith(b"\n") else packed + b"\n")
        sys.stdout.buffer.flush()
    except OSError as error:
        say(f"twosource: cannot write {output or 'standard output'}: {cause(error)}", err=True)
        raise typer.Exit(1) from error


def tell(stories: "Sequence[Story]", output: Path | None) -> None:
    """On the error stream: where the output is, and what could not be read."""
    if output is not None and chosen() is not Volume.QUIET:
        say(f"twosource: wrote {output}", err=True)
    tell_gaps([gap for story in stories for gap in story.gaps])


def tell_gaps(gaps: "Sequence[Gap]") -> None:
    """On the error stream: what could not be read or decided, a line each; nothing for who wants quiet."""
    for gap in () if chosen() is Volume.QUIET else gaps:
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
    if chosen() is Volume.VERBOSE:
        return steps_told()
    if chosen() is Volume.QUIET or not sys.stderr.isatty():
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
