"""``twosource library doctor`` and ``backup``: whether a library's file is sound, and a whole copy of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from twosource.cli.app import EPILOG
from twosource.cli.door import say
from twosource.cli.library import File, counted, library, open_library
from twosource.cli.output import cause, or_exit

if TYPE_CHECKING:
    from twosource.library import Finding

DOCTOR: Final = (
    "Exit codes: 0 nothing is damaged or missing; 1 something is, or it cannot be opened; 2 the call is wrong."
)


@library.command(epilog=DOCTOR)
def doctor(
    file: File,
    *,
    mend: Annotated[bool, typer.Option("--mend", help="Make anew what can be made anew from the rest.")] = False,
) -> None:
    """Look whether the file is sound: its pages, references, texts, findings, index, versions, and what was broken off."""

    def work() -> "tuple[tuple[str, ...], tuple[Finding, ...]]":
        with open_library(file) as opened:
            return opened.mend() if mend else (), opened.examine()

    done, found = or_exit(work)
    for line in done:
        say(f"twosource: {line}", err=True)
    for one in found:
        say(f"{one.code} {one.severity}: {one.detail}\n  {one.help}")
    grave = sum(one.severity != "note" for one in found)
    said = (
        "nothing is damaged or missing"
        if not grave
        else f"{counted(grave, 'thing is', 'things are')} damaged or missing"
    )
    say(f"twosource: {file}: {said}", err=True)
    if grave:
        raise typer.Exit(1)


@library.command(epilog=EPILOG)
def backup(
    file: File,
    target: Annotated[
        Path, typer.Argument(metavar="COPY", help="Where to; nothing is written over.", show_default=False)
    ],
) -> None:
    """Make a whole copy in one file, also while others write to the library."""

    def work() -> None:
        with open_library(file) as opened:
            opened.back_up(target.expanduser())

    try:
        or_exit(work)
    except OSError as error:
        why = "there is a file of that name" if isinstance(error, FileExistsError) else cause(error)
        say(f"twosource: cannot write {target}: {why}", err=True)
        raise typer.Exit(1) from error
    say(f"twosource: wrote {target}", err=True)
