"""``twosource library correct``: what a person puts right by hand."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from twosource.cli.app import EPILOG
from twosource.cli.door import say
from twosource.cli.library import File, counted, library, open_library
from twosource.cli.output import or_exit

if TYPE_CHECKING:
    from twosource.model import Edit, EditKind


class Action(StrEnum):
    """What can be corrected."""

    MOVE = "move"
    JOIN = "join"
    SPLIT = "split"
    FORMULA = "formula"
    RENAME = "rename"
    ASIDE = "aside"
    BACK = "back"
    UNDO = "undo"
    LIST = "list"


_WORDS: Final = {
    Action.MOVE: 2,
    Action.JOIN: 2,
    Action.SPLIT: 1,
    Action.FORMULA: 1,
    Action.RENAME: 2,
    Action.ASIDE: 1,
    Action.BACK: 1,
    Action.UNDO: 0,
    Action.LIST: 0,
}
_KINDS: "Final[dict[Action, EditKind]]" = {
    Action.MOVE: "move_article",
    Action.JOIN: "join_sources",
    Action.SPLIT: "split_source",
    Action.FORMULA: "mark_formula",
    Action.RENAME: "rename_story",
    Action.ASIDE: "put_aside",
    Action.BACK: "bring_back",
}


@library.command(epilog=EPILOG)
def correct(
    file: File,
    action: Annotated[
        Action,
        typer.Argument(
            help="move ARTICLE STORY (or 'new'): it stays there. join NAME OTHER: one source under the other's name. "
            "split NAME: a source of its own. formula WORDS: a standing text, no copying. rename STORY TITLE. aside STORY: it is shown no more, and kept; back STORY: it is. undo: take back the last. list: what is in force.",
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
        say(line)


def _correct(file: Path, action: Action, words: list[str], who: tuple[str, str]) -> list[str]:
    with open_library(file) as opened:
        if action is Action.LIST:
            return [_line(edit) for edit in opened.edits()]
        if action is Action.UNDO:
            undone = opened.undo()
            return [f"taken back: {_line(undone)}" if undone else "there is nothing to take back"]
        opened.correct(_edit(action, words, who))
        kept = opened.edits()[-1]
        return [f"kept: {_line(kept)}", *(() if action is Action.MOVE else (_reach(len(opened.stories_under(kept))),))]


def _reach(count: int) -> str:
    """A name that nobody has is most often a slip of the hand."""
    if not count:
        return "it bears on no story so far: nothing in the library is worded so"
    return f"it bears on {counted(count, 'story', 'stories')}"


def _edit(action: Action, words: list[str], who: tuple[str, str]) -> "Edit":
    from datetime import UTC, datetime  # noqa: PLC0415 - so that --help is quick

    from twosource.model import Edit  # noqa: PLC0415 - the same

    at, (by, why) = datetime.now(UTC).isoformat(timespec="seconds"), who
    subject, target = words[0], words[1] if len(words) > 1 else None
    if action is Action.MOVE and target == "new":
        target = ""
    return Edit(kind=_KINDS[action], subject=subject, target=target, at=at, by=by, why=why)


def _line(edit: "Edit") -> str:
    target = f" → {edit.target or 'a story of its own'}" if edit.target is not None else ""
    said = "; ".join(part for part in (f"by {edit.by}" if edit.by else "", edit.why) if part)
    return f"{edit.at} {edit.kind.replace('_', ' ')} “{edit.subject}”{target}{f' ({said})' if said else ''}"
