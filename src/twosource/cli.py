"""The command line: parse arguments, call the pipeline, choose a presenter."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from twosource import __version__
from twosource.errors import TwosourceError
from twosource.ports import LAST_STEP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twosource.model import Gap, Story
    from twosource.pipeline import Options
    from twosource.ports import Presenter, Progress

T = TypeVar("T")

_EPILOG = (
    "Exit codes: 0 a story was made, whatever the gaps; 1 nothing could be read or written; 2 the call is wrong. "
    "Gaps (inputs that could not be read, languages not supported yet) are listed with the story."
)

app = typer.Typer(
    name="twosource",
    help="What is said, on whose word, and how many independent origins stand behind it.",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Form(StrEnum):
    """What the output is written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


_Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLES...",
        help="Files (.txt .html .json .jsonl), folders, patterns, http(s) addresses, files of addresses, or - for standard input.",
        show_default=False,
    ),
]
_Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here; .html, .json or .jsonl also chooses the format."),
]
_Format = Annotated[
    Form | None, typer.Option("--format", help="Format of the output; text by default.", case_sensitive=False)
]
_Split = Annotated[bool, typer.Option("--split", help="Group the articles into stories first; else all are one story.")]
_Outlet = Annotated[
    list[str] | None,
    typer.Option(
        "--outlet",
        metavar="[INPUT=]NAME",
        help="Who published an input (as it is given, or as it is called in messages); without INPUT=, all inputs. May be repeated.",
    ),
]
_Aliases = Annotated[
    Path | None,
    typer.Option(
        "--aliases", metavar="FILE", help="YAML of names: 'name in an article: name it shall be joined under'."
    ),
]
_Publishers = Annotated[
    Path | None,
    typer.Option(
        "--publishers", metavar="FILE", help="YAML of owners: 'outlet: publisher'; goes before the built-in table."
    ),
]
_Private = Annotated[bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")]


def _print_version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        typer.echo(f"twosource {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What is said, on whose word, and how many independent origins stand behind it."""


@app.command(epilog=_EPILOG)
def compare(
    articles: _Inputs,
    *,
    output: _Output = None,
    form: _Format = None,
    split: _Split = False,
    outlet: _Outlet = None,
    aliases: _Aliases = None,
    publishers: _Publishers = None,
    allow_private: _Private = False,
) -> None:
    """Lay the articles about an event side by side."""
    from twosource import pipeline  # noqa: PLC0415 - so that --help is quick

    options = _options(outlet, aliases, publishers, allow_private=allow_private)
    work: Callable[[], Sequence[Story]] = (
        (lambda: pipeline.split(articles, options)) if split else (lambda: (pipeline.compare(articles, options),))
    )
    form = form or _form_of(output)
    stories = _or_exit(work)
    _write(_presenter(form, output)(stories), output)
    _tell(stories, output)


@app.command(epilog=_EPILOG)
def show(
    article: Annotated[str, typer.Argument(metavar="FILE", help="One article, as for compare.", show_default=False)],
    *,
    output: _Output = None,
    outlet: _Outlet = None,
    allow_private: _Private = False,
) -> None:
    """Show one article: its blocks, and everything found in them, in place."""
    from twosource import pipeline  # noqa: PLC0415 - so that --help is quick
    from twosource.present.terminal_article import render_article  # noqa: PLC0415 - the same

    options = _options(outlet, None, None, allow_private=allow_private)
    found, gaps = _or_exit(lambda: pipeline.findings_of([article], options))
    color = output is None and sys.stdout.isatty()
    text = "\n".join(render_article(one, width=_width(), color=color) for one in found)
    _write(text, output)
    _tell_gaps(gaps)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app()


def _options(
    outlet: list[str] | None, aliases: Path | None, publishers: Path | None, *, allow_private: bool
) -> "Options":
    from twosource.pipeline import Options  # noqa: PLC0415 - so that --help is quick

    outlets = {}
    for entry in outlet or []:
        before, equals, name = entry.rpartition("=")
        outlets[before if equals else "*"] = name.strip()
    if not all(outlets.values()):
        message = "--outlet wants a name, or INPUT=NAME"
        raise typer.BadParameter(message)
    return Options(
        outlets=outlets,
        aliases=_table(aliases),
        publishers=_table(publishers),
        allow_private=allow_private,
        progress=_progress(),
    )


def _table(path: Path | None) -> dict[str, str] | None:
    """A YAML mapping of names to names.

    Raises:
        typer.BadParameter: If the file is not there, or not such a mapping.
    """
    if path is None:
        return None
    import yaml  # noqa: PLC0415 - only where a table is given

    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = f"{path}: {error}"
        raise typer.BadParameter(message) from error
    if not isinstance(found, dict) or not all(isinstance(text, str) for pair in found.items() for text in pair):
        message = f"{path}: want lines of 'name: name'"
        raise typer.BadParameter(message)
    return found


def _form_of(output: Path | None) -> Form:
    suffix = output.suffix.lower() if output else ""
    return {".html": Form.HTML, ".htm": Form.HTML, ".json": Form.JSON, ".jsonl": Form.JSONL}.get(suffix, Form.TEXT)


def _presenter(form: Form, output: Path | None) -> "Presenter":
    """The presenter for a format, imported on use."""
    if form is Form.HTML:
        from twosource.present import page  # noqa: PLC0415 - only where a page is made

        return page.render
    from twosource.present import records, terminal  # noqa: PLC0415 - so that --help is quick

    if form is Form.TEXT:
        color = output is None and sys.stdout.isatty()
        return lambda stories: terminal.render(stories, width=_width(), color=color)
    return records.to_json if form is Form.JSON else records.to_jsonl


def _or_exit(work: "Callable[[], T]") -> T:
    try:
        return work()
    except TwosourceError as error:
        typer.echo(f"twosource: {error}", err=True)
        raise typer.Exit(1) from error


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    try:
        output.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        typer.echo(f"twosource: cannot write {output}: {error.strerror or error}", err=True)
        raise typer.Exit(1) from error


def _tell(stories: "Sequence[Story]", output: Path | None) -> None:
    """On the error stream: where the output is, and what could not be read."""
    if output is not None:
        typer.echo(f"twosource: wrote {output}", err=True)
    _tell_gaps([gap for story in stories for gap in story.gaps])


def _tell_gaps(gaps: "Sequence[Gap]") -> None:
    for gap in gaps:
        typer.echo(f"twosource: {gap.code} {gap.where}: {gap.detail}", err=True)


def _width() -> int:
    import shutil  # noqa: PLC0415 - only where text is laid out

    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def _progress() -> "Progress":
    """A line on the error stream that is rewritten as work goes on, once it has taken a second; nothing where nobody watches."""
    if not sys.stderr.isatty():
        return lambda step, done, total: None  # noqa: ARG005 - the port's shape
    from time import monotonic  # noqa: PLC0415 - only where somebody watches

    start = monotonic()

    def tell(step: str, done: int, total: int) -> None:
        line = "" if step == LAST_STEP or monotonic() - start < 1 else f"{step} {done}/{total}"
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()

    return tell
