"""The command line: parse arguments, call the pipeline, choose a presenter. One module for each group of commands."""

import atexit
import gc
import os
import sys
from contextlib import suppress

from twosource.cli import (  # noqa: F401 - a command is there once its module is imported
    assistant,
    compare,
    convert,
    corpus,
    library,
    library_care,
    library_correct,
    library_search,
    schema,
    serve,
    watch,
)
from twosource.cli.app import app

__all__ = ["app", "main"]

COLLECTIONS = (50_000, 20, 20)
"""Objects made before those that refer to each other are looked for. Python's 700 look 331 times in a first report of
three articles, these 12 times, at the same peak of memory; three of four pairs of runs were quicker, 4 % over all four.
"""


def main() -> None:
    """Run the command line."""
    gc.set_threshold(*COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except SystemExit as end:
        if "daft" in sys.modules:
            _leave(end.code)
        raise


def _leave(code: str | int | None) -> None:
    """End the process after its last functions, without the interpreter's own end.

    The threads of the engine run until the process is gone, and nothing stops them; one that asks for the lock of an
    interpreter that is being taken down aborts the process, though all is written.
    """
    atexit._run_exitfuncs()  # noqa: SLF001 - what runs at every end
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))
