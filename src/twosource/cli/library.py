"""``twosource library``: articles that are kept, the stories they make, and what a person corrects in them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.app import EPILOG, app
from twosource.cli.arguments import Aliases, Columns, Format, Inputs, Outlet, Output, Private, Publishers, options_of
from twosource.cli.door import say
from twosource.cli.output import cause, clear, form_of, or_exit, presenter, tell, tell_gaps, write
from twosource.present import formats

if TYPE_CHECKING:
    from twosource.library import Added, Event, Library, StoryCard, Version
    from twosource.pipeline import Options

LACKING = "what was added last may be missing: if it is a copy, the file NAME-wal belongs to it (`twosource library doctor` says more)"
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
    say(f"twosource: {summary(added)}", err=True)


def _add(file: Path, inputs: list[str], options: "Options") -> "Added":
    with open_library(file, options, create=True) as opened:
        return opened.add_inputs(inputs, lambda gap: tell_gaps([gap]))


def summary(added: "Added") -> str:
    """What came of adding, in a line."""
    new = "it is" if added.new == 1 else f"{added.versions} of them"
    versions = f" ({new} another version of one that was there)" if added.versions else ""
    same = "1 was" if added.same == 1 else f"{added.same} were"
    return (
        f"{counted(added.new, 'new article')}{versions}; {same} there before; {counted(added.gaps, 'gap')}; "
        f"{counted(added.stories, 'story', 'stories')} changed"
    )


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


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

    def cards() -> "tuple[tuple[StoryCard, ...], int]":
        with open_library(file) as opened:
            return opened.stories(since=since, until=until, least=least, limit=limit), len(opened.outdated())

    listed, outdated = or_exit(cards)
    if not listed:
        say(f"twosource: {file} holds no story" + (" of these days" if since or until or least > 1 else ""), err=True)
    for card in listed:
        say(f"{card.id}  {card.title}")
        times = " to ".join(dict.fromkeys(time.replace("T", " ") for time in (card.first, card.last) if time))
        say(f"               {', '.join(card.outlets)}: {counted(card.articles, 'article')}, {times or 'undated'}")
    _tell_outdated(file, outdated)


def _tell_outdated(file: Path, count: int) -> None:
    if count:
        note = f"{counted(count, 'article')} of these stories: what is found there is of another version of twosource"
        say(f"twosource: {note} (`twosource library refresh {file}` finds it anew)", err=True)


@library.command(epilog=EPILOG)
def refresh(file: File) -> None:
    """Find anew, in the texts that are kept, what an earlier version of twosource found in them; stories and corrections stay."""

    def work() -> int:
        with open_library(file, options_of(None, None, None, allow_private=False)) as opened:
            return opened.refresh()

    count = or_exit(work)
    clear()
    say(f"twosource: read {counted(count, 'article')} anew", err=True)


@library.command(epilog=EPILOG)
def story(file: File, name: Story, *, output: Output = None, form: Format = None, aliases: Aliases = None) -> None:
    """Lay a story side by side."""
    options = options_of(None, aliases, None, allow_private=False)
    chosen = form_of(form, output)

    def work() -> tuple[bytes, int]:
        with open_library(file, options) as opened:
            return presenter(chosen, output)((opened.story(name),)), len(opened.outdated(name))

    text, outdated = or_exit(work)
    write(text, output)
    tell((), output)
    _tell_outdated(file, outdated)


@library.command(epilog=EPILOG)
def history(file: File, name: Story) -> None:
    """Tell what became of a story, and why: which articles joined, left or were moved, and from where."""

    def lines() -> list[str]:
        with open_library(file) as opened:
            return [_told(opened, one) for one in opened.history(opened.story_id(name))]

    for line in or_exit(lines):
        say(line)


def _told(opened: "Library", event: "Event") -> str:
    found = opened.findings(event.article)
    called = f"{found.article.outlet}, {found.article.headline or 'no headline'}" if found else event.article
    where = f"{event.from_story} → {event.story}" if event.from_story else event.story
    return f"{event.at} {event.kind} {where}: {called} ({event.article})\n  {event.reason}"


@library.command(epilog=EPILOG)
def versions(
    file: File,
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its id, the beginning of it, its address, path or headline.")
    ],
) -> None:
    """Tell what changed in an article from one version to the next, word by word."""

    def found() -> "tuple[Version, ...]":
        with open_library(file) as opened:
            return opened.versions(opened.article_id(article))

    for one in or_exit(found):
        time = one.updated or one.published or "undated"
        back = f", back to the text of {one.back_to}" if one.back_to else ""
        say(f"{one.number}. {one.headline or 'no headline'} ({time}, came {one.seen}, article {one.article}{back})")
        for change in one.revisions:
            before, after = (" ".join(words.split()) for words in (change.before, change.after))
            place = f"{change.after_start} to {change.after_end}"
            say(
                f"   characters {place}: "
                + (
                    f"[{before}] → [{after}]"
                    if before and after
                    else f"[{after}] came"
                    if after
                    else f"[{before}] went"
                )
            )


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
            help="A file for all, whose name's ending chooses the form, or a folder with a file a story.",
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
    chosen = formats.FORMATS["json"] if form is None and not output.suffix else form_of(form, output)

    def work() -> int:
        with open_library(file) as opened:
            names = [opened.story_id(one) for one in name or []] or [
                card.id for card in opened.stories(since=since, until=until, limit=sys.maxsize)
            ]
            return _export(opened, names, output, chosen)

    count = or_exit(work)
    say(f"twosource: wrote {counted(count, 'story', 'stories')} to {output}", err=True)


def _export(opened: "Library", names: list[str], output: Path, form: formats.Format) -> int:
    if output.suffix:
        write(presenter(form, output)([opened.story(one) for one in names]), output)
        return len(names)
    _make(output)
    for one in names:
        target = output / f"{one}{form.suffixes[0]}"
        write(presenter(form, target)((opened.story(one),)), target)
    return len(names)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        say(f"twosource: cannot make {folder}: {cause(error)}", err=True)
        raise typer.Exit(1) from error


def open_library(file: Path, options: "Options | None" = None, *, create: bool = False) -> "Library":
    """A library that a command names."""
    from twosource.library import Library  # noqa: PLC0415 - so that --help is quick

    opened = Library.open(file, options, create=create)
    if opened.lacks_last:
        say(f"twosource: {opened.path}: {LACKING}", err=True)
    return opened
