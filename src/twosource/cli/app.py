"""The one command that all others hang from."""

from pathlib import Path
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from twosource import __version__
from twosource.cli.config import defaults
from twosource.cli.volume import Volume, choose

EPILOG = (
    "Exit codes: 0 a story was made, whatever the gaps; 1 nothing could be read or written; 2 the call is wrong. "
    "Gaps (inputs that could not be read, languages not supported yet) are listed with the story."
)

_VOLUMES: Final = frozenset({"-q", "--quiet", "-v", "--verbose"})


class _Root(TyperGroup):
    """How much is told may be said anywhere in a call, before the commands or behind them."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own click, which it does not name
        """Take such words to the front; behind ``--`` nothing is an option."""
        end = args.index("--") if "--" in args else len(args)
        volumes = [one for one in args[:end] if one in _VOLUMES]
        rest = [one for one in args[:end] if one not in _VOLUMES] + args[end:]
        return super().parse_args(ctx, volumes + rest if rest else [])


app = typer.Typer(
    name="twosource",
    cls=_Root,
    help="What is said, on whose word, and how many independent origins stand behind it.",
    epilog=EPILOG,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        typer.echo(f"twosource {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    ctx: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback does it
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", envvar="TWOSOURCE_QUIET", help="Tell errors only: no progress, no gaps.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", envvar="TWOSOURCE_VERBOSE", help="Tell each step with its time.")
    ] = False,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            envvar="TWOSOURCE_CONFIG",
            metavar="FILE",
            help="TOML of options; ~/.config/twosource/config.toml by default, if it is there.",
        ),
    ] = None,
) -> None:
    """What is said, on whose word, and how many independent origins stand behind it."""
    choose(Volume.QUIET if quiet else Volume.VERBOSE if verbose else Volume.USUAL)
    ctx.default_map = defaults(ctx.command, config)
