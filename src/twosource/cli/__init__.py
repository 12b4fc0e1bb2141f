"""The command line: parse arguments, call the pipeline, choose a presenter. One module for each group of commands."""

import gc
import sys

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
    app()
