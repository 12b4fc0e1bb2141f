"""The command line: parse arguments, call the pipeline, choose a presenter. One module for each group of commands."""

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


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app()
