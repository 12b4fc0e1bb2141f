"""The one command that all others hang from."""

from typing import Annotated

import typer

from twosource import __version__

EPILOG = (
    "Exit codes: 0 a story was made, whatever the gaps; 1 nothing could be read or written; 2 the call is wrong. "
    "Gaps (inputs that could not be read, languages not supported yet) are listed with the story."
)

app = typer.Typer(
    name="twosource",
    help="What is said, on whose word, and how many independent origins stand behind it.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


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
