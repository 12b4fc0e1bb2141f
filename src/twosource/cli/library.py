"""``twosource library``: articles that are kept, the stories they make, and what a person corrects in them."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.app import EPILOG, app
from twosource.cli.arguments import Aliases, Columns, Format, Inputs, Outlet, Output, Private, Publishers, options_of
from twosource.cli.output import Form, clear, form_of, or_exit, presenter, tell, tell_gaps, write

if TYPE_CHECKING:
    from twosource.library import Added, Hit, Library, StoryCard
    from twosource.model import Edit
    from twosource.pipeline import Options

library = typer.Typer(
    name="library", no_args_is_help=True, help="Keep articles: add, search, correct, lay side by side."
)
app.add_typer(library)

File = Annotated[Path, typer.Argument(metavar="LIBRARY", help="The library's file.", show_default=False)]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Not before this day, as in 2031-05-14.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Not after this day.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="So many at most.")]
Story = Annotated[
    str, typer.Argument(metavar="STORY", help="Its id, or the beginning of it (see list).", show_default=False)
]


class Action(StrEnum):
    """What can be corrected."""

    MOVE = "move"
    JOIN = "join"
    SPLIT = "split"
    FORMULA = "formula"
    UNDO = "undo"
    LIST = "list"


_WORDS = {Action.MOVE: 2, Action.JOIN: 2, Action.SPLIT: 1, Action.FORMULA: 1, Action.UNDO: 0, Action.LIST: 0}


@library.command(epilog=EPILOG)
def add(
    file: File,
    articles: Inputs,
    *,
    outlet: Outlet = None,
    publishers: Publishers = None,
    columns: Columns = None,
    allow_private: Private = False,
) -> None:
    """Take articles in, one by one; what the library has already is passed over. Makes the library if need be."""
    options = options_of(outlet, None, publishers, allow_private=allow_private, columns=columns)
    added = or_exit(lambda: _add(file, articles, options))
    clear()
    typer.echo(f"twosource: {summary(added)}", err=True)


def _add(file: Path, inputs: list[str], options: "Options") -> "Added":
    with _open(file, options, create=True) as opened:
        return opened.add_inputs(inputs, lambda gap: tell_gaps([gap]))


def summary(added: "Added") -> str:
    """What came of adding, in a line."""
    versions = f", {added.versions} of them another version of one that was there" if added.versions else ""
    return (
        f"{added.new} new articles{versions}; {added.same} were there before; {added.gaps} gaps; "
        f"{added.stories} stories changed"
    )


@library.command("list", epilog=EPILOG)
def list_(
    file: File,
    *,
    since: Since = None,
    until: Until = None,
    least: Annotated[int, typer.Option("--least", min=1, help="Only stories of so many articles.")] = 1,
    limit: Limit = 100,
) -> None:
    """List the stories, the newest first."""

    def cards() -> "tuple[StoryCard, ...]":
        with _open(file) as opened:
            return opened.stories(since=since, until=until, least=least, limit=limit)

    for card in or_exit(cards):
        typer.echo(f"{card.id}  {card.title}")
        times = " to ".join(dict.fromkeys(time.replace("T", " ") for time in (card.first, card.last) if time))
        number = "1 article" if card.articles == 1 else f"{card.articles} articles"
        typer.echo(f"               {', '.join(card.outlets)}: {number}, {times or 'undated'}")


@library.command(epilog=EPILOG)
def search(  # noqa: PLR0913 - one option a filter
    file: File,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help='Words; "several in quotes" side by side; harb* for any ending.'),
    ] = None,
    *,
    source: Annotated[str | None, typer.Option("--source", help="Part of the name of who says it.")] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", help="Part of the outlet's or its publisher's name.")
    ] = None,
    since: Since = None,
    until: Until = None,
    figure: Annotated[
        str | None,
        typer.Option(
            "--figure", help="A measure or what is counted, and a number: 'killed > 100', 'homes between 20 and 30'."
        ),
    ] = None,
    mark: Annotated[
        str | None,
        typer.Option("--mark", help="unverified, disputed, denied, confirmed, hedged or corrected."),
    ] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="STORY", help="Only in this story.")] = None,
    limit: Limit = 50,
) -> None:
    """Find words, statements of a source, figures or marks, each with its place. All that is given must fit."""

    def hits() -> "tuple[Hit, ...]":
        from twosource.library import Query  # noqa: PLC0415 - so that --help is quick

        with _open(file) as opened:
            query = Query(
                words=" ".join(f'"{one}"' if " " in one and '"' not in one else one for one in words or []),
                source=source, outlet=outlet, since=since, until=until, figure=figure, mark=mark,
                story=opened.story_id(story) if story else None, limit=limit,
            )  # fmt: skip
            return opened.search(query)

    found = or_exit(hits)
    for hit in found:
        _show(hit)
    typer.echo(
        f"twosource: {len(found)} found" + (", and there may be more (--limit)" if len(found) == limit else ""),
        err=True,
    )


def _show(hit: "Hit") -> None:
    where = f"{hit.outlet}, {(hit.time or 'undated').replace('T', ' ')}"
    said = f"{hit.source}: " if hit.source else ""
    place = f"article {hit.article}, characters {hit.place.start} to {hit.place.end}"
    typer.echo(f"{where}: {hit.headline or 'no headline'}")
    typer.echo(f"  {said}{' '.join(_bracketed(hit).split())}")
    for over in hit.over:
        typer.echo(f"  over: {' '.join(over.split())}")
    typer.echo(f"  {place}; story {hit.story or 'none'}")


def _bracketed(hit: "Hit") -> str:
    """The passage with what was found in it in brackets, unless that is all of it."""
    if hit.words == hit.passage:
        return hit.passage
    first, past = hit.place.start - hit.around.start, hit.place.end - hit.around.start
    return f"{hit.passage[:first]}[{hit.words}]{hit.passage[past:]}"


@library.command(epilog=EPILOG)
def story(file: File, name: Story, *, output: Output = None, form: Format = None, aliases: Aliases = None) -> None:
    """Lay a story side by side."""
    options = options_of(None, aliases, None, allow_private=False)

    def work() -> str:
        with _open(file, options) as opened:
            return presenter(form or form_of(output), output)((opened.story(name),))

    write(or_exit(work), output)
    tell((), output)


@library.command(epilog=EPILOG)
def export(
    file: File,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER",
            help="A .json, .jsonl or .html file for all, or a folder with a file a story.",
        ),
    ],
    form: Format = None,
    name: Annotated[
        list[str] | None, typer.Option("--story", metavar="STORY", help="Only this one. May be repeated.")
    ] = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write stories out."""  # fmt: skip

    def work() -> int:
        with _open(file) as opened:
            names = [opened.story_id(one) for one in name or []] or [
                card.id for card in opened.stories(since=since, until=until, limit=sys.maxsize)
            ]
            return _export(opened, names, output, form)

    count = or_exit(work)
    typer.echo(f"twosource: wrote {count} stories to {output}", err=True)


def _export(opened: "Library", names: list[str], output: Path, form: Form | None) -> int:
    if output.suffix:
        form = form or form_of(output)
        write(presenter(form, output)([opened.story(one) for one in names]), output)
        return len(names)
    form = form or Form.JSON
    suffix = {Form.TEXT: "txt"}.get(form, form.value)
    _make(output)
    for one in names:
        target = output / f"{one}.{suffix}"
        write(presenter(form, target)((opened.story(one),)), target)
    return len(names)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        typer.echo(f"twosource: cannot make {folder}: {error.strerror or error}", err=True)
        raise typer.Exit(1) from error


@library.command(epilog=EPILOG)
def correct(
    file: File,
    action: Annotated[
        Action,
        typer.Argument(
            help="move ARTICLE STORY (or 'new'): it stays there. join NAME OTHER: one source under the other's name. "
            "split NAME: a source of its own. formula WORDS: a standing text, no copying. undo: take back the last. list: what is in force.",
            show_default=False,
        ),
    ],
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]...", help="What the action is about.")] = None,
    *,
    by: Annotated[str, typer.Option("--by", help="Who corrects.")] = "",
    why: Annotated[str, typer.Option("--why", help="The reason, in your words.")] = "",
) -> None:
    """Correct by hand: a record that holds against whatever comes later, and can be taken back."""
    words = words or []
    if len(words) != _WORDS[action]:
        message = f"{action.value} wants {_WORDS[action]} words (in quotes where they hold spaces), got {len(words)}"
        raise typer.BadParameter(message)
    for line in or_exit(lambda: _correct(file, action, words, (by, why))):
        typer.echo(line)


def _correct(file: Path, action: Action, words: list[str], who: tuple[str, str]) -> list[str]:
    with _open(file) as opened:
        if action is Action.LIST:
            return [_line(edit) for edit in opened.edits()]
        if action is Action.UNDO:
            undone = opened.undo()
            return [f"taken back: {_line(undone)}" if undone else "there is nothing to take back"]
        opened.correct(_edit(action, words, who))
        return [f"kept: {_line(opened.edits()[-1])}"]


def _edit(action: Action, words: list[str], who: tuple[str, str]) -> "Edit":
    from datetime import UTC, datetime  # noqa: PLC0415 - so that --help is quick

    from twosource.model import Edit  # noqa: PLC0415 - the same

    at, (by, why) = datetime.now(UTC).isoformat(timespec="seconds"), who
    if action is Action.MOVE:
        target = "" if words[1] == "new" else words[1]
        return Edit(kind="move_article", subject=words[0], target=target, at=at, by=by, why=why)
    if action is Action.JOIN:
        return Edit(kind="join_sources", subject=words[0], target=words[1], at=at, by=by, why=why)
    if action is Action.SPLIT:
        return Edit(kind="split_source", subject=words[0], at=at, by=by, why=why)
    return Edit(kind="mark_formula", subject=words[0], at=at, by=by, why=why)


def _line(edit: "Edit") -> str:
    target = f" → {edit.target or 'a story of its own'}" if edit.target is not None else ""
    said = "; ".join(part for part in (f"by {edit.by}" if edit.by else "", edit.why) if part)
    return f"{edit.at} {edit.kind.replace('_', ' ')} “{edit.subject}”{target}{f' ({said})' if said else ''}"


def _open(file: Path, options: "Options | None" = None, *, create: bool = False) -> "Library":
    from twosource.library import Library  # noqa: PLC0415 - so that --help is quick

    return Library.open(file, options, create=create)
