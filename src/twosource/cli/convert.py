"""``twosource convert``: stories that were made before, in another form; nothing is read or found anew."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.app import EPILOG, app
from twosource.cli.arguments import Format, Output
from twosource.cli.output import form_of, or_exit, presenter, tell, write
from twosource.errors import FormatError

if TYPE_CHECKING:
    from twosource.model import Story


@app.command(epilog=EPILOG)
def convert(
    stories: Annotated[
        list[Path],
        typer.Argument(metavar="STORIES...", help="Files that 'compare -o story.json' wrote.", show_default=False),
    ],
    *,
    output: Output = None,
    form: Format = None,
) -> None:
    """Write stories in another form, as they were found."""
    chosen = form_of(form, output)
    found = or_exit(lambda: [one for path in stories for one in _stories(path)])
    write(or_exit(lambda: presenter(chosen, output)(found)), output)
    tell((), output)


def _stories(path: Path) -> "tuple[Story, ...]":
    """The stories in a file: one, or an array of them.

    Raises:
        FormatError: If the file cannot be read, or holds something else.
    """
    from twosource.model import FORMAT, Story  # noqa: PLC0415 - so that --help is quick

    try:
        whole = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        found = f"{path}: {error}"
        raise FormatError(found, wanted=FORMAT) from error
    return tuple(Story.from_json(json.dumps(one)) for one in (whole if isinstance(whole, list) else [whole]))
