"""What a user sets once: a TOML file whose entries stand for options that are not given, and the environment.

    outlet = ["The Bay"]          # for every command that has the option
    [library.add]
    allow-private = true          # for one command

An option that is given goes before the environment (``TWOSOURCE_FORMAT`` and others), that before the file. No file is
looked for in the folder that one works in: it may be somebody else's.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typer

_NAME: Final = Path("twosource") / "config.toml"


def usual_file() -> Path:
    """Where the file is looked for if none is named."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / _NAME


def defaults(command: Any, named: Path | None) -> dict[str, Any]:  # noqa: ANN401 - typer's own click, which it does not name
    """What a file sets, in the shape that commands look their defaults up in.

    Args:
        command: The group that all commands hang from.
        named: The file that the user names; the usual one, if it is there, for None.

    Raises:
        typer.BadParameter: If the file cannot be read, or sets what no command has.
    """
    path = named or usual_file()
    if named is None and not path.is_file():
        return {}
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: {error}"
        raise typer.BadParameter(message, param_hint="--config") from error
    general = {_plain(key): value for key, value in whole.items() if not isinstance(value, dict)}
    used: set[str] = set()
    made = _below(command, general, whole, str(path), used)
    if unused := sorted(set(general) - used):
        message = f"{path}: no command has an option {', '.join(unused)}"
        raise typer.BadParameter(message, param_hint="--config")
    return made


def _below(
    group: Any,  # noqa: ANN401 - as above
    general: Mapping[str, Any],
    own: Mapping[str, Any],
    where: str,
    used: set[str],
) -> dict[str, Any]:
    """Defaults of the commands below a group; what is set for one goes before what is set for all."""
    made: dict[str, Any] = {}
    for name, command in group.commands.items():
        given = own.get(name, {})
        if hasattr(command, "commands"):
            made[name] = _below(command, general, given, f"{where}: {name}", used)
            continue
        options = {option.name for option in command.params}
        special = {_plain(key): value for key, value in given.items()}
        if wrong := sorted(set(special) - options):
            message = f"{where}: {name} has no option {', '.join(wrong)}"
            raise typer.BadParameter(message, param_hint="--config")
        used |= set(general) & options
        made[name] = {key: value for key, value in general.items() if key in options} | special
    if strange := sorted(key for key, value in own.items() if isinstance(value, dict) and key not in group.commands):
        message = f"{where}: there is no command {', '.join(strange)}"
        raise typer.BadParameter(message, param_hint="--config")
    return made


def _plain(key: str) -> str:
    return {"format": "form"}.get(key, key).replace("-", "_")
