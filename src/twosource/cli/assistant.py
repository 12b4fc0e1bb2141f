"""``twosource mcp``: stories for an assistant, over standard input and output."""

from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.app import EPILOG, app
from twosource.cli.arguments import Aliases, Publishers, options_of
from twosource.cli.output import or_exit


@app.command(epilog=EPILOG)
def mcp(
    places: Annotated[
        list[Path],
        typer.Argument(
            metavar="PLACES...",
            help="Files and folders of articles, and libraries, that the assistant may ask about. It can read nothing else.",
            show_default=False,
        ),
    ],
    *,
    aliases: Aliases = None,
    publishers: Publishers = None,
) -> None:
    """Answer an assistant by the Model Context Protocol: compare, search, story, statement; exact quotations, no verdicts."""
    from twosource.assistant import Desk, server_over  # noqa: PLC0415 - so that --help is quick

    options = options_of(None, aliases, publishers, allow_private=False)
    server = or_exit(lambda: server_over(Desk([place.expanduser() for place in places], options)))
    server.run("stdio")
