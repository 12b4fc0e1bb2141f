"""Who stands behind a story, for a person at a terminal: articles, the texts they go back to, and on whose word, with why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from twosource.model import Origin, Story
from twosource.present.index import Index
from twosource.present.lead import ties
from twosource.present.origins import carried, letters, newsroom, origin_name, set_aside, shared_origins, words_in
from twosource.present.terminal import line, printed
from twosource.present.wording import clip
from twosource.text.prose import counted, inside, listed, opened
from twosource.text.story_index import Member

if TYPE_CHECKING:
    from rich.console import RenderableType

_SOURCES = 12
_NAMES = 6
_LABEL = 110


def render_origins(stories: Sequence[Story], *, width: int = 100, color: bool = False) -> str:
    """The origins of stories as text for a terminal.

    Args:
        stories: In the order in which they are shown.
        width: Columns; below 40 counts as 40.
        color: Whether to write colour codes. What they say is also said in words.

    Returns:
        Articles, origins and sources with the reason of each tie, ending in a line break; "No stories." for none.
    """
    return printed(stories, lambda story: _parts(Index(story)), width, color=color)


def _parts(index: Index) -> Iterator["RenderableType"]:
    said = Counter(member.source for member in _members(index) if member.source)
    named = [name for name, _ in said.most_common() if name in index.sources]
    chain = " → ".join(
        (
            counted(len(index.story.articles), "article"),
            counted(len(index.origins), "origin"),
            counted(len(named), "source"),
        )
    )
    yield line((index.story.called, "bold"))
    yield line(opened(chain))
    for sentence in ties(index):
        yield line(sentence)
    yield from _texts(index)
    yield from _apart(index)
    yield from _statements(index)
    yield from _sources(index, named)


def _members(index: Index) -> tuple[Member, ...]:
    return (*(one for one in index.story.statements if one.said), *index.story.figures)


def _holder(index: Index, origin: Origin, name: str) -> "RenderableType":
    """An article of an origin: that it had the text first, or carries it."""
    if name == origin.first and not newsroom(index, origin):
        return line(f"{index.outlets[name]}, which had it first", indent=4)
    carries = origin.known and name in carried(index, origin)
    return line(index.outlets[name], ("  carries it" if carries else "", "dim"), indent=4)


def _texts(index: Index) -> Iterator["RenderableType"]:
    """Each text that stands behind articles, who carries it and why; then the articles of which none was found."""
    named = letters(index)
    shared = shared_origins(index)
    yield line("\n", ("ORIGINS OF ARTICLES", "bold"))
    for origin in shared:
        yield line((f"{named[origin.id]} ", "cyan"), (origin_name(index, origin), "bold"), indent=2)
        yield from (_holder(index, origin, name) for name in index.articles if name in origin.articles)
        yield from (line((tie, "dim"), indent=4) for tie in origin.ties or (_why(origin),))
    alone = [origin for origin in index.origins if origin not in shared]
    for origin in sorted(alone, key=lambda one: min(index.rank.get(name, 0) for name in one.articles)):
        names = listed([index.outlets[name] for name in origin.articles], _NAMES)
        yield line(f"· {names}", (f"  {_why(origin)}", "dim"), indent=2)


def _why(origin: Origin) -> str:
    return origin.reason or "no shared origin found"


def _apart(index: Index) -> Iterator["RenderableType"]:
    """What two articles print of what may be one statement, in whose words it begins, and why it ties them to no text."""
    held = set_aside(index)
    if held:
        yield line("\n", ("COUNTED APART", "bold"))
    for pair in held[:_SOURCES]:
        longest = max(pair, key=lambda passage: (passage.words, passage.id))
        place = longest.spans[0]
        names = listed([index.outlets[one.article] for one in longest.spans], _NAMES)
        words = clip(index.line(place.span, place.article), _LABEL)
        yield line(f"{names} both print {counted(words_in(pair), 'word')}: “{words}”", indent=2)
        yield line((longest.reason, "dim"), indent=4)
    if len(held) > _SOURCES:
        yield line((f"and {counted(len(held) - _SOURCES, 'more pair')}", "dim"), indent=2)


def _statements(index: Index) -> Iterator["RenderableType"]:
    """Statements that articles have from one text, beyond the texts they share as a whole."""
    borrowed = [origin for origin in index.story.origins if origin.point in index.points]
    if borrowed:
        yield line("\n", ("ONE TEXT FOR ONE STATEMENT", "bold"))
    for origin in borrowed:
        point = index.points[origin.point or ""]
        yield line((f"[{index.number[point.id]}] ", "dim"), clip(" ".join(point.label.split()), _LABEL), indent=2)
        yield from (line((tie, "dim"), indent=4) for tie in origin.ties or (_why(origin),))


def _sources(index: Index, named: Sequence[str]) -> Iterator["RenderableType"]:
    """On whose word, with the articles that have something from each."""
    if named:
        yield line("\n", ("SOURCES", "bold"))
    holders = {(member.source, member.article) for member in _members(index)}
    for name in named[:_SOURCES]:
        articles = [one for one in index.articles if (name, one) in holders]
        texts = len({index.origin_of[one].id for one in articles if one in index.origin_of})
        where = listed([index.outlets[one] for one in articles], _NAMES)
        behind = f"  {counted(texts, 'origin')}" if len(articles) > 1 else ""
        yield line((inside(index.sources[name].name), "bold"), f" in {where}", (behind, "dim"), indent=2)
    if len(named) > _SOURCES:
        yield line((f"and {counted(len(named) - _SOURCES, 'more source')}", "dim"), indent=2)
