"""Writes docs/reference.md from the program itself: command line, settings, codes of gaps and checks.

python docs/generate.py          write it
python docs/generate.py --check  exit with 1 if the file is not what would be written
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from typer.main import get_command
from typer.testing import CliRunner

from twosource.cli import app
from twosource.model import GAP_CODES
from twosource.settings import DEFAULTS
from twosource.weigh.checks import CHECKS

PAGE = Path(__file__).parent / "reference.md"


def reference() -> str:
    """The whole page."""
    lines = ["# Reference", "", "Written by `make docs` from the program itself; a test fails when it is stale.", ""]
    lines += ["## Command line", ""]
    for call in _calls(get_command(app)):
        lines += [f"### `{' '.join(['twosource', *call])}`", "", "```", _help(call), "```", ""]
    lines += ["## Settings", "", "| name | default | unit | where it comes from |", "|---|---|---|---|"]
    lines += [f"| `{name}` | {value} | {unit} | {why} |" for name, value, unit, why in DEFAULTS.described()]
    lines += ["", "## Gaps", "", "What could not be read or decided, as a value the reader sees.", ""]
    lines += ["| code | means |", "|---|---|"]
    lines += [f"| `{code}` | {meaning} |" for code, meaning in GAP_CODES.items()]
    lines += ["", "## Checks", "", "The editor's to-check list, in the order in which it is shown.", ""]
    lines += ["| code | severity | means |", "|---|---|---|"]
    lines += [f"| `{code}` | {rule.severity} | {rule.message} |" for code, rule in CHECKS.items()]
    return "\n".join(lines) + "\n"


def _calls(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command, each after the one it hangs from."""
    yield path
    for name, below in sorted(getattr(command, "commands", {}).items()):
        yield from _calls(below, (*path, name))


def _help(call: tuple[str, ...]) -> str:
    result = CliRunner().invoke(
        app, [*call, "--help"], prog_name="twosource", env={"COLUMNS": "110", "TERMINAL_WIDTH": "110"}
    )
    return "\n".join(line.rstrip() for line in result.output.strip("\n").splitlines())


def main() -> int:
    """Write or check the page; the exit code."""
    os.environ.setdefault("NO_COLOR", "1")
    page = reference()
    if "--check" in sys.argv:
        return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page)
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
