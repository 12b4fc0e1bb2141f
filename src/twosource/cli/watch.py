"""``twosource watch``: follows feeds, and keeps what comes in a library."""

import signal
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from twosource.cli.app import EPILOG, app
from twosource.cli.arguments import Private, Publishers, options_of
from twosource.cli.door import say
from twosource.cli.library import counted, summary
from twosource.cli.output import clear, or_exit, tell_gaps
from twosource.cli.watch_hooks import NOBODY, SECRET, Hooks, hooks
from twosource.settings import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from twosource.library import Library, StoryCard
    from twosource.model import FeedState, Gap, Raw
    from twosource.pipeline import Options
    from twosource.read.feeds import Follower

_STEP_SECONDS: Final = 0.2
_SHOWN: Final = 30


class _StoppedError(Exception):
    """Somebody asked to end while nothing was being done."""


class Stop:
    """Whether somebody asked to end. The first time, what is in hand is finished; the second time, it is left."""

    def __init__(self) -> None:
        """Nobody has."""
        self.asked = False

    def __call__(self, number: int, frame: "FrameType | None") -> None:  # noqa: ARG002 - signals call it so
        """Hear a signal."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        clear()
        say(
            "twosource: ends once the article in hand is finished (again to end at once; nothing that was added is lost)",
            err=True,
        )

    def sleep(self, seconds: float) -> None:
        """Wait, but not once somebody asked to end.

        Raises:
            _StoppedError: If somebody did.
        """
        until = time.monotonic() + seconds
        while not self.asked and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, _STEP_SECONDS))
        if self.asked:
            raise _StoppedError


@app.command(epilog=EPILOG)
def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="FEEDS...",
            help="Addresses or files: RSS, Atom, JSON Feed, OPML, news sitemaps, or a front page that names its feed.",
            show_default=False,
        ),
    ],
    *,
    library: Annotated[
        Path, typer.Option("--library", metavar="FILE", help="The library that keeps what comes; made if need be.")
    ],
    once: Annotated[bool, typer.Option("--once", help="One round, then end.")] = False,
    every: Annotated[float, typer.Option("--every", metavar="MINUTES", min=1, help="Between two rounds.")] = (
        DEFAULTS.feed_minutes
    ),
    run: Annotated[
        str | None,
        typer.Option(
            "--run",
            metavar="COMMAND",
            help="Run this for each story that is new or has changed; it gets JSON on its standard input.",
        ),
    ] = None,
    webhook: Annotated[
        str | None,
        typer.Option(
            "--webhook",
            metavar="ADDRESS",
            help=f"POST the same JSON here; signed where {SECRET} is set in the environment.",
        ),
    ] = None,
    publishers: Publishers = None,
    allow_private: Private = False,
) -> None:
    """Follow feeds: add new and changed articles to a library, and say after each round what came. Ctrl-C ends it."""
    # What runs for long cleans every page in a process that may die.
    options = replace(options_of(None, None, publishers, allow_private=allow_private), apart=not once)
    stop = Stop()
    told = or_exit(lambda: hooks(run, webhook))
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        answered = or_exit(lambda: follow(feeds, library, options, stop, 0.0 if once else every, told))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if once and not answered:
        raise typer.Exit(1)


def follow(feeds: list[str], file: Path, options: "Options", stop: Stop, every: float, told: Hooks = NOBODY) -> bool:
    """Follow feeds until somebody asks to end.

    Articles go into the library one by one as they come; between them, while a server is waited for, anybody can write.

    Args:
        feeds: As the user gives them.
        file: The library, made if need be.
        options: How to read.
        stop: Hears whether somebody asks to end.
        every: Minutes from one round to the next; one round only if 0.
        told: Who else hears of changed stories.

    Returns:
        Whether any feed could be read in the last round, or none was due.

    Raises:
        LibraryError: If the library cannot be written; if it is only busy, the next round tries again, where there is one.
    """
    from twosource.errors import LibraryBusyError  # noqa: PLC0415 - so that --help is quick
    from twosource.library import Library  # noqa: PLC0415 - the same
    from twosource.read.feeds import Follower  # noqa: PLC0415 - the same

    follower = Follower(options.settings, allow_private=options.allow_private, sleep=stop.sleep)
    with Library.open(file, options) as library:
        while True:
            start = time.monotonic()
            try:
                answered = _round(feeds, library, follower, stop, told)
            except LibraryBusyError as error:
                if not every:
                    raise
                answered = False
                say(f"twosource: {error}; waiting for the next round", err=True)
            if stop.asked or not every:
                return answered
            try:
                stop.sleep(every * 60 - (time.monotonic() - start))
            except _StoppedError:
                return answered


def _round(feeds: list[str], library: "Library", follower: "Follower", stop: Stop, told: Hooks) -> bool:
    """Visit all feeds that are due, and say what came. Whether any of them could be read, or none was due."""
    states = library.feeds()
    before = {card.id: card for card in library.stories()}
    visited: list[FeedState] = []
    added = library.add(_items(feeds, states, follower, visited, stop), lambda gap: tell_gaps([gap]))
    clear()
    say(f"{datetime.now(UTC).isoformat(' ', 'minutes')[:16]} UTC: {_feeds(visited)}; {summary(added)}")
    changed = [card for card in library.stories() if before.get(card.id) != card]
    for card in changed[:_SHOWN]:
        say(f"  {_story(card, before.get(card.id))}")
    if len(changed) > _SHOWN:
        say(f"  … and {len(changed) - _SHOWN} more (twosource library list {library.path})")
    for trouble in told.tell(changed, frozenset(before), library.path):
        say(f"twosource: {trouble}", err=True)
    return not visited or any(not state.failures and not state.gone for state in visited)


def _items(
    feeds: list[str], states: "tuple[FeedState, ...]", follower: "Follower", visited: "list[FeedState]", stop: Stop
) -> "Iterator[Raw | Gap | FeedState]":
    from twosource.model import FeedState  # noqa: PLC0415 - so that --help is quick

    try:
        for item in follower.follow(feeds, states):
            if isinstance(item, FeedState):
                visited.append(item)
            yield item
            if stop.asked:
                return
    except _StoppedError:
        return


def _feeds(visited: "list[FeedState]") -> str:
    failed = sum(1 for state in visited if state.failures or state.gone)
    return counted(len(visited), "feed") + (f", {failed} of them failed" if failed else "")


def _story(card: "StoryCard", before: "StoryCard | None") -> str:
    grown = card.articles - before.articles if before else 0
    more = f", {grown} more" if grown > 0 else ""
    return f"{card.id}  {card.title} ({', '.join(card.outlets)}: {counted(card.articles, 'article')}{more}{'' if before else '; new'})"
