"""Everything that each source of a story is reported to have said, for a person at a terminal: where, under which names, and why they are one."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from twosource.model import Story
from twosource.present.index import Index
from twosource.present.page.people import Person, people
from twosource.present.terminal import line, printed
from twosource.present.wording import clip
from twosource.text.prose import counted, inside, listed

if TYPE_CHECKING:
    from rich.console import RenderableType

_NAMES = 8
_OUTLETS = 6
_WORDS = 200


def render_sources(stories: Sequence[Story], *, called: str = "", width: int = 100, color: bool = False) -> str:
    """The sources of stories as text for a terminal.

    Args:
        stories: In the order in which they are shown.
        called: Only sources that have these words in one of their names; "" for all.
        width: Columns; below 40 counts as 40.
        color: Whether to write colour codes. What they say is also said in words.

    Returns:
        Each source with its names, the reason why they are one, and what it says in which articles, ending in a line
        break; "No stories." for none, and a line that says so where no source is called like that.
    """
    return printed(stories, lambda story: _parts(Index(story), called.casefold()), width, color=color)


def _parts(index: Index, called: str) -> Iterator["RenderableType"]:
    yield line((index.story.called, "bold"))
    found = [one for one in people(index) if any(called in name.casefold() for name in (one.name, *one.names))]
    if not found:
        yield line(f"No source is called “{called}”." if called else "Nobody is named as a source.")
    for one in found:
        yield from _source(one)


def _source(one: Person) -> Iterator["RenderableType"]:
    what = ", ".join(part for part in (one.kind, one.role) if part)
    where = listed(one.outlets, _OUTLETS)
    yield line("\n", (one.name, "bold"), f"  {what}", (f"  in {where}", "dim"))
    if one.speaks_for:
        yield line(f"speaks for {inside(one.speaks_for)}, and is counted as the same voice", indent=2)
    if one.names:
        yield line(f"also called {listed(one.names, _NAMES)}", indent=2)
        if one.join_reason:
            yield line((f"taken for one: {one.join_reason}", "dim"), indent=2)
    for told in one.told:
        words = f"“{clip(told.words, _WORDS)}”" if told.quoted else clip(told.words, _WORDS)
        outlets = listed([outlet for outlet, _ in told.links], _OUTLETS)
        number = f"[{told.number}] " if told.number else ""
        yield line((number, "cyan"), words, (f"  {outlets}", "dim"), indent=4)
    if one.more:
        yield line((f"and {counted(one.more, 'more statement')}", "dim"), indent=4)
