"""Arguments that several commands share, and the pipeline's options made of them."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from twosource.cli.output import progress
from twosource.errors import UnknownFormatError
from twosource.present.formats import FORMATS, endings, format_named

if TYPE_CHECKING:
    from twosource.pipeline import Options

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLES...",
        help="Files (.txt .html .json .jsonl .parquet), archives (.warc .wacz .zip .tar, also .gz .bz2 .xz), feeds, folders, patterns, http(s) addresses, files of addresses, or - for standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=f"Write here; the ending of its name chooses the form: {' '.join(endings())}.",
    ),
]


def _form_named(name: str) -> str:
    """A form's name as it is called.

    Raises:
        typer.BadParameter: If no form is called so.
    """
    try:
        return format_named(name.lower()).name
    except UnknownFormatError as error:
        message = str(error)
        raise typer.BadParameter(message) from error


Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="TWOSOURCE_FORMAT",
        metavar="FORM",
        parser=_form_named,
        help=f"Form of the output, text by default: {', '.join(FORMATS)}.",
    ),
]
Split = Annotated[bool, typer.Option("--split", help="Group the articles into stories first; else all are one story.")]
Outlet = Annotated[
    list[str] | None,
    typer.Option(
        "--outlet",
        metavar="[INPUT=]NAME",
        help="Who published an input (as it is given, or as it is called in messages); without INPUT=, all inputs. May be repeated.",
    ),
]
Aliases = Annotated[
    Path | None,
    typer.Option(
        "--aliases",
        envvar="TWOSOURCE_ALIASES",
        metavar="FILE",
        help="YAML of names: 'name in an article: name it shall be joined under', or your own table of bodies and people, "
        "'name to show: [other names]'; goes before the built-in table.",
    ),
]
Publishers = Annotated[
    Path | None,
    typer.Option(
        "--publishers",
        envvar="TWOSOURCE_PUBLISHERS",
        metavar="FILE",
        help="YAML of owners: 'outlet: publisher'; goes before the built-in table.",
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        envvar="TWOSOURCE_COLUMNS",
        metavar="FIELD=COLUMN,...",
        help="Where tables hold text, title, url, published, updated, outlet, byline, language, credit: text=body,title=headline.",
    ),
]
Excerpts = Annotated[
    bool,
    typer.Option(
        "--excerpts", help="Keep of each article only the sentences that are shown as evidence: for a page to be sent."
    ),
]
Picture = Annotated[
    Path | None,
    typer.Option(
        "--picture", metavar="FILE", help="Also write who stands behind the story as a picture: .svg or .png."
    ),
]
Private = Annotated[
    bool,
    typer.Option(
        "--allow-private", envvar="TWOSOURCE_ALLOW_PRIVATE", help="Fetch from private and loopback addresses too."
    ),
]


def options_of(
    outlet: list[str] | None,
    aliases: Path | None,
    publishers: Path | None,
    *,
    allow_private: bool,
    columns: str | None = None,
) -> "Options":
    """The pipeline's options.

    Raises:
        typer.BadParameter: If a name or a table is not what it should be.
    """
    from twosource.pipeline import Options  # noqa: PLC0415 - so that --help is quick

    outlets = {}
    for entry in outlet or []:
        before, equals, name = entry.rpartition("=")
        outlets[before if equals else "*"] = name.strip()
    if not all(outlets.values()):
        message = "--outlet wants a name, or INPUT=NAME"
        raise typer.BadParameter(message)
    return Options(
        outlets=outlets,
        aliases=_aliases(aliases),
        publishers=_table(publishers),
        columns=_columns(columns),
        allow_private=allow_private,
        progress=progress(),
        workers=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
    )


def _columns(text: str | None) -> dict[str, str] | None:
    """The column map.

    Raises:
        typer.BadParameter: If it is none.
    """
    if text is None:
        return None
    from twosource.errors import SettingError  # noqa: PLC0415 - only where a map is given
    from twosource.read.columns import columns_of  # noqa: PLC0415 - the same

    try:
        return columns_of(text)
    except SettingError as error:
        message = str(error)
        raise typer.BadParameter(message) from error


def _aliases(path: Path | None) -> dict[str, str] | None:
    """Other names to the name that each is joined under: lines of 'name: name', or of 'name to show: [other names]'.

    Raises:
        typer.BadParameter: If the file is not there, or not such a mapping.
    """
    found: dict[str, str] = {}
    for name, meant in (_mapping(path) if path is not None else {}).items():
        if isinstance(meant, list) and all(isinstance(other, str) for other in (name, *meant)):
            found |= dict.fromkeys([*meant, name], name)
        elif isinstance(name, str) and isinstance(meant, str):
            found[name] = meant
        else:
            message = f"{path}: want lines of 'name: name', or of 'name to show: [other names]'"
            raise typer.BadParameter(message)
    return found if path is not None else None


def _table(path: Path | None) -> dict[str, str] | None:
    """A YAML mapping of names to names.

    Raises:
        typer.BadParameter: If the file is not there, or not such a mapping.
    """
    if path is None:
        return None
    found = _mapping(path)
    if not all(isinstance(text, str) for pair in found.items() for text in pair):
        message = f"{path}: want lines of 'name: name'"
        raise typer.BadParameter(message)
    return found


def _mapping(path: Path) -> dict[Any, Any]:
    """What a YAML file maps.

    Raises:
        typer.BadParameter: If the file is not there, or holds no mapping.
    """
    import yaml  # noqa: PLC0415 - only where a table is given

    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = f"{path}: {error}"
        raise typer.BadParameter(message) from error
    if not isinstance(found, dict):
        message = f"{path}: want lines of 'name: name'"
        raise typer.BadParameter(message)
    return found
