"""``twosource serve``: stories in a browser, from a folder or a library."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.app import app
from twosource.cli.arguments import Aliases, Publishers, options_of
from twosource.cli.door import say
from twosource.cli.output import cause
from twosource.errors import TwosourceError

_KEY = 16
EPILOG = "Stop it with Ctrl-C. Exit codes: 0 it was stopped; 1 it could not listen or open PLACE; 2 the call is wrong."


@app.command(epilog=EPILOG)
def serve(
    place: Annotated[
        Path,
        typer.Argument(
            metavar="PLACE",
            help="A folder of stories as 'compare -o story.json' writes them (made where it is not there), or a library.",
        ),
    ] = Path("stories"),
    *,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 for any that is free.")
    ] = 8765,
    host: Annotated[
        str,
        typer.Option(
            "--host", help="Name or number to listen on. Elsewhere than on this machine, a token is asked for."
        ),
    ] = "127.0.0.1",
    aliases: Aliases = None,
    publishers: Publishers = None,
    send_key: Annotated[
        str | None,
        typer.Option(
            "--send-key",
            envvar="TWOSOURCE_SEND_KEY",
            metavar="KEY",
            help="Let the browser extension send pages with this key; sixteen signs at least.",
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Look at stories in a browser, add articles, correct by hand, download."""
    from twosource.web import serve as run  # noqa: PLC0415 - so that --help is quick

    options = replace(options_of(None, aliases, publishers, allow_private=False), apart=True)
    if send_key is not None and len(send_key) < _KEY:
        message = f"a key has {_KEY} signs at least"
        raise typer.BadParameter(message, param_hint="--send-key")

    def ready(address: str) -> None:
        say(f"twosource: {place} is at {address} (Ctrl-C stops it)", err=True)
        if open_:
            typer.launch(address)

    try:
        run(place.expanduser(), options, host=host, port=port, ready=ready, key=send_key)
    except (TwosourceError, OSError) as error:
        say(f"twosource: {cause(error)}", err=True)
        raise typer.Exit(1) from error
