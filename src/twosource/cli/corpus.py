"""``twosource corpus``: millions of articles, as tables; and any story of them as the usual page."""

import sys
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from twosource.cli.app import EPILOG, app
from twosource.cli.arguments import Aliases, Format, Outlet, Output, Publishers, options_of
from twosource.cli.door import say
from twosource.cli.output import form_of, or_exit, presenter, tell, write
from twosource.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable

    from twosource.corpus import CorpusOptions, Summary
    from twosource.ports import Progress


class _BuildsByDefault(TyperGroup):
    """``corpus INPUT…`` is ``corpus build INPUT…``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own click, which it does not name
        """Put in what is left out."""
        known = args and (args[0] in self.commands or args[0] in {"-h", "--help"})
        return super().parse_args(ctx, args if known or not args else ["build", *args])


corpus = typer.Typer(
    name="corpus",
    cls=_BuildsByDefault,
    no_args_is_help=True,
    help="Millions of articles: what they share, what they say and which are one story, as Parquet tables.",
)
app.add_typer(corpus)


class Runner(StrEnum):
    """Where work runs."""

    LOCAL = "local"
    RAY = "ray"


Stages = Annotated[
    str,
    typer.Option(
        "--stages",
        metavar="NAMES",
        help="What to make, with commas: reprints, passages, findings, stories. Articles are always made.",
    ),
]


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Web archives, Parquet, lines of JSON, pages; folders and patterns of them; s3://bucket/key and the like.",
        show_default=False,
    ),
]
Corpus = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="DIR",
        help="The corpus. A call that was stopped goes on in it.",
        show_default=False,
    ),
]
Sample = Annotated[
    int,
    typer.Option(
        "--sample", min=1, max=64, metavar="N", help="Look at one run of words in N: cheaper, and finds a little less."
    ),
]


@corpus.command(epilog=EPILOG)
def build(  # noqa: PLR0913 - each is an option of the command
    inputs: Inputs,
    *,
    output: Corpus,
    engine: Annotated[Runner, typer.Option("--engine", help="This machine, or a Ray cluster.")] = Runner.LOCAL,
    address: Annotated[
        str | None,
        typer.Option("--address", help="Of the Ray cluster, as in ray://host:10001; without it, one is started here."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Jobs at a time; as many as there are cores by default.")
    ] = None,
    sample: Sample = 1,
    stages: Stages = "passages,findings,stories",
    outlet: Outlet = None,
    aliases: Aliases = None,
    publishers: Publishers = None,
) -> None:
    """Read a corpus and lay it side by side: `twosource corpus INPUT... -o DIR`."""
    or_exit(_ready)
    from twosource.corpus import STAGES, CorpusOptions  # noqa: PLC0415 - so that --help is quick

    named = tuple(one.strip() for one in stages.split(",") if one.strip())
    if not named or not set(named) <= set(STAGES):
        message = f"--stages wants some of {', '.join(STAGES)}"
        raise typer.BadParameter(message)
    options = options_of(outlet, aliases, publishers, allow_private=False)
    given = CorpusOptions(
        stages=named,
        sample=sample,
        outlets=options.outlets or {},
        publishers=options.publishers or {},
        aliases=options.aliases or {},
    )
    _tell(or_exit(_work(inputs, output, given, engine, address, workers)), output)


def _ready() -> None:
    """Find what tables are made with.

    Raises:
        MissingExtraError: If it is not installed.
    """
    for package in ("pyarrow", "daft"):
        if find_spec(package) is None:
            raise MissingExtraError(package, _EXTRA, "lay a corpus side by side")


def _work(
    inputs: list[str],
    output: Path,
    options: "CorpusOptions",
    engine: Runner,
    address: str | None,
    workers: int | None,
) -> "Callable[[], Summary]":
    from twosource.corpus import build as build_corpus  # noqa: PLC0415 - so that --help is quick
    from twosource.engine.on_daft import DaftEngine  # noqa: PLC0415 - the same

    runs = DaftEngine(
        engine.value, address=address, workers=workers, tell=lambda told: say(f"twosource: {told}", err=True)
    )
    return lambda: build_corpus(inputs, output, options, runs, jobs_told())


@corpus.command(epilog=EPILOG)
def story(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The corpus.", show_default=False)],
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A story's id, the beginning of one, or the id of an article in it.", show_default=False
        ),
    ],
    *,
    output: Output = None,
    form: Format = None,
    aliases: Aliases = None,
    publishers: Publishers = None,
) -> None:
    """Lay a story of the corpus side by side, as compare does."""
    or_exit(_ready)
    from twosource.corpus import open_story  # noqa: PLC0415 - so that --help is quick

    options = options_of(None, aliases, publishers, allow_private=False)
    chosen = form_of(form, output)
    stories = (or_exit(lambda: open_story(folder, name, options)),)
    write(or_exit(lambda: presenter(chosen, output)(stories)), output)
    tell(stories, output)


def jobs_told() -> "Progress":
    """On the error stream: jobs of each stage, their rate and the time left; a line now and then where nobody watches."""
    from time import monotonic  # noqa: PLC0415 - beside its use

    from twosource.ports import LAST_STEP  # noqa: PLC0415 - the same

    watched = sys.stderr.isatty()
    began: dict[str, tuple[float, int]] = {}
    last = 0.0

    def tell_jobs(step: str, done: int, total: int) -> None:
        nonlocal last
        now = monotonic()
        start, before = began.setdefault(step, (now, done))
        if step == LAST_STEP or (not watched and done < total and now - last < _SECONDS):
            return
        last = now
        line = f"{step} {done} of {total} parts{_pace(done - before, total - done, now - start)}"
        sys.stderr.write(f"\r\x1b[K{line}" if watched else f"twosource: {line}\n")
        if watched and done == total:
            sys.stderr.write("\n")
        sys.stderr.flush()

    return tell_jobs


_SECONDS = 30.0
_EXTRA = "corpus"


def _pace(done: int, left: int, seconds: float) -> str:
    """Rate and time left, once something is done."""
    if not done or seconds <= 0:
        return ""
    rate = f", {done / seconds * 60:.3g} a minute"
    minutes = seconds / done * left / 60
    return f"{rate}, about {minutes:.0f} min left" if left else rate


def _tell(summary: "Summary", output: Path) -> None:
    """What there is now, what could not be read, and where it lies."""
    from twosource.model import GAP_CODES  # noqa: PLC0415 - so that --help is quick

    for name, count in summary.rows.items():
        say(f"{count:>12,} rows in {name}")
    for code, count in summary.gaps.items():
        say(f"twosource: {code} {count:,} times: {GAP_CODES.get(code, code)}", err=True)
    say(f"twosource: wrote {output}", err=True)
