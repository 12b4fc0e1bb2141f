"""``twosource compare`` and ``twosource show``: articles as they are given, and nothing kept."""

from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.app import EPILOG, app
from twosource.cli.arguments import (
    Aliases,
    Columns,
    Excerpts,
    Format,
    Inputs,
    Outlet,
    Output,
    Picture,
    Private,
    Publishers,
    Split,
    options_of,
)
from twosource.cli.output import form_of, on_screen, or_exit, picture_form, presenter, tell, tell_gaps, width, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twosource.model import Story


@app.command(epilog=EPILOG)
def compare(  # noqa: PLR0913 - one option a need
    articles: Inputs,
    *,
    output: Output = None,
    form: Format = None,
    split: Split = False,
    outlet: Outlet = None,
    aliases: Aliases = None,
    publishers: Publishers = None,
    columns: Columns = None,
    allow_private: Private = False,
    excerpts: Excerpts = False,
    picture: Picture = None,
) -> None:
    """Lay the articles about an event side by side."""
    from twosource import pipeline  # noqa: PLC0415 - so that --help is quick

    options = options_of(outlet, aliases, publishers, allow_private=allow_private, columns=columns)
    work: Callable[[], Sequence[Story]] = (
        (lambda: pipeline.split(articles, options)) if split else (lambda: (pipeline.compare(articles, options),))
    )
    chosen = form_of(form, output)
    drawn = picture_form(picture)
    stories = or_exit(work)
    if excerpts:
        from twosource.present.excerpts import excerpted  # noqa: PLC0415 - only where it is asked for

        stories = tuple(excerpted(story) for story in stories)
    write(or_exit(lambda: presenter(chosen, output)(stories)), output)
    if picture and drawn:
        write(or_exit(lambda: drawn.make(stories)), picture)
    tell(stories, output)


@app.command(epilog=EPILOG)
def origins(
    articles: Inputs,
    *,
    output: Output = None,
    split: Split = False,
    outlet: Outlet = None,
    publishers: Publishers = None,
    allow_private: Private = False,
) -> None:
    """Tell which texts the articles go back to, on whose word, and what ties them."""
    from twosource import pipeline  # noqa: PLC0415 - so that --help is quick
    from twosource.present.terminal_origins import render_origins  # noqa: PLC0415 - the same

    options = options_of(outlet, None, publishers, allow_private=allow_private)
    stories = or_exit(lambda: pipeline.split(articles, options) if split else (pipeline.compare(articles, options),))
    color = on_screen(output)
    write(render_origins(stories, width=width(), color=color), output)
    tell(stories, output)


@app.command(epilog=EPILOG)
def sources(
    articles: Inputs,
    *,
    called: Annotated[
        str, typer.Option("--called", metavar="NAME", help="Only sources with NAME in one of their names.")
    ] = "",
    output: Output = None,
    split: Split = False,
    outlet: Outlet = None,
    aliases: Aliases = None,
    publishers: Publishers = None,
    allow_private: Private = False,
) -> None:
    """Tell what each source says, in which articles, under which names, and why they are taken for one."""
    from twosource import pipeline  # noqa: PLC0415 - so that --help is quick
    from twosource.present.terminal_sources import render_sources  # noqa: PLC0415 - the same

    options = options_of(outlet, aliases, publishers, allow_private=allow_private)
    stories = or_exit(lambda: pipeline.split(articles, options) if split else (pipeline.compare(articles, options),))
    color = on_screen(output)
    write(render_sources(stories, called=called, width=width(), color=color), output)
    tell(stories, output)


@app.command(epilog=EPILOG)
def show(
    article: Annotated[str, typer.Argument(metavar="FILE", help="One article, as for compare.", show_default=False)],
    *,
    output: Output = None,
    outlet: Outlet = None,
    allow_private: Private = False,
) -> None:
    """Show one article: its blocks, and everything found in them, in place."""
    from twosource import pipeline  # noqa: PLC0415 - so that --help is quick
    from twosource.present.terminal_article import render_article  # noqa: PLC0415 - the same

    options = options_of(outlet, None, None, allow_private=allow_private)
    found, gaps = or_exit(lambda: pipeline.findings_of([article], options))
    color = on_screen(output)
    text = "\n".join(render_article(one, width=width(), color=color) for one in found)
    write(text, output)
    tell_gaps(gaps)
