"""Writes what docs/ holds of the program itself: reference.md (command line, forms, settings, codes), the manual page and the JSON Schema.

python docs/generate.py          write them
python docs/generate.py --check  exit with 1 if a file is not what would be written
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from typer.main import get_command
from typer.testing import CliRunner

from twosource import __version__
from twosource.cli import app
from twosource.model import GAP_CODES
from twosource.model.schema import schema
from twosource.present.exports.tables import TABLES
from twosource.present.formats import FORMATS
from twosource.settings import DEFAULTS
from twosource.weigh.checks import CHECKS

HERE = Path(__file__).parent


def reference() -> str:
    """The whole page."""
    lines = ["# Reference", "", "Written by `make docs` from the program itself; a test fails when it is stale.", ""]
    lines += ["## Command line", ""]
    for call in _calls(get_command(app)):
        lines += [f"### `{' '.join(['twosource', *call])}`", "", "```", _help(call), "```", ""]
    lines += ["## Forms", "", "What stories can be written as: `--format NAME`, or by the ending of a file's name.", ""]
    lines += ["| name | endings | what it is |", "|---|---|---|"]
    lines += [
        f"| `{one.name}` | {' '.join(f'`{end}`' for end in one.suffixes)} | {one.title} |" for one in FORMATS.values()
    ]
    lines += [
        "",
        "### Tables",
        "",
        "Sheets of the workbook, files of the zip, and what `story.to_frame(NAME)` gives.",
        "",
    ]
    lines += ["| name | a row is |", "|---|---|"]
    lines += [f"| `{name}` | {table.about} |" for name, table in TABLES.items()]
    lines += ["", "## Settings", "", "| name | default | unit | where it comes from |", "|---|---|---|---|"]
    lines += [f"| `{name}` | {value} | {unit} | {why} |" for name, value, unit, why in DEFAULTS.described()]
    lines += ["", "## Gaps", "", "What could not be read or decided, as a value the reader sees.", ""]
    lines += ["| code | means |", "|---|---|"]
    lines += [f"| `{code}` | {meaning} |" for code, meaning in GAP_CODES.items()]
    lines += ["", "## Checks", "", "The editor's to-check list, in the order in which it is shown.", ""]
    lines += ["| code | severity | means |", "|---|---|---|"]
    lines += [f"| `{code}` | {rule.severity} | {rule.message} |" for code, rule in CHECKS.items()]
    return "\n".join(lines) + "\n"


def manual() -> str:
    """The manual page, in roff."""
    sections = {
        "NAME": "twosource \\- what is said, on whose word, and how many independent origins stand behind it",
        "SYNOPSIS": ".B twosource\n[OPTIONS] COMMAND [ARGUMENTS]",
        "EXIT STATUS": "0: a story was made, whatever the gaps. 1: nothing could be read or written. 2: the call is wrong.",
        "ENVIRONMENT": "TWOSOURCE_CONFIG, TWOSOURCE_QUIET, TWOSOURCE_VERBOSE, TWOSOURCE_FORMAT, TWOSOURCE_ALIASES,\n"
        "TWOSOURCE_PUBLISHERS, TWOSOURCE_COLUMNS, TWOSOURCE_ALLOW_PRIVATE: the options of these names.\n"
        "TWOSOURCE_WEBHOOK_SECRET: what watch signs with.",
        "FILES": ".I ~/.config/twosource/config.toml\nTOML: options of all commands, and tables of options of one.",
    }
    lines = [f'.TH TWOSOURCE 1 "" "twosource {__version__}"']
    lines += [part for title, words in sections.items() for part in (f".SH {title}", words)]
    for call in _calls(get_command(app)):
        if call:
            lines += [f".SH {' '.join(call).upper()}", ".nf", _roff(_help(call)), ".fi"]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    """Text of which no character is read as an order."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in escaped.splitlines())


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
    """Write or check the files; the exit code."""
    os.environ.setdefault("NO_COLOR", "1")
    made = {
        HERE / "reference.md": reference(),
        HERE / "twosource.1": manual(),
        HERE / "story.schema.json": json.dumps(schema(), ensure_ascii=False, indent=1) + "\n",
    }
    if "--check" in sys.argv:
        return int(any(not path.exists() or path.read_text(encoding="utf-8") != text for path, text in made.items()))
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
