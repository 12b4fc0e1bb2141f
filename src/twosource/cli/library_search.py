"""``twosource library search``: words, statements of a source, figures and marks, each with its place."""

from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.app import EPILOG
from twosource.cli.door import say
from twosource.cli.library import File, Limit, Since, Until, library, open_library
from twosource.cli.output import or_exit

if TYPE_CHECKING:
    from twosource.library import Hit


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
            "--figure",
            help="A measure or what is counted, and a number if need be: 'killed', 'killed > 100', 'homes between 20 and 30'.",
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

        with open_library(file) as opened:
            query = Query(
                words=" ".join(f'"{one}"' if " " in one and '"' not in one else one for one in words or []),
                source=source, outlet=outlet, since=since, until=until, figure=figure, mark=mark,
                story=opened.story_id(story) if story else None, limit=limit,
            )  # fmt: skip
            return opened.search(query)

    found = or_exit(hits)
    for hit in found:
        _show(hit)
    say(
        f"twosource: {len(found)} found" + (", and there may be more (--limit)" if len(found) == limit else ""),
        err=True,
    )


def _show(hit: "Hit") -> None:
    where = f"{hit.outlet}, {(hit.time or 'undated').replace('T', ' ')}"
    said = f"{hit.source}: " if hit.source and hit.kind != "mark" else ""
    place = f"article {hit.article}, characters {hit.place.start} to {hit.place.end}"
    say(f"{where}: {hit.headline or 'no headline'}")
    say(f"  {said}{' '.join(_bracketed(hit).split())}")
    if hit.kind == "mark":
        say(f"  by: {hit.source or 'the outlet itself'}")
    for over in hit.over:
        say(f"  over: {' '.join(over.split())}")
    say(f"  {place}; story {hit.story or 'none'}")


def _bracketed(hit: "Hit") -> str:
    """The passage with what was found in it in brackets, unless that is all of it; "…" where its paragraph goes on."""
    before, behind = ("… " * hit.cut[0], " …" * hit.cut[1])
    if hit.words == hit.passage:
        return f"{before}{hit.passage}{behind}"
    first, past = hit.place.start - hit.around.start, hit.place.end - hit.around.start
    return f"{before}{hit.passage[:first]}[{hit.words}]{hit.passage[past:]}{behind}"
