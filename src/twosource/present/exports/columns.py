"""What stands in the columns of a story's tables: one getter a column, each with the kind of value it gives."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from twosource.model import Article, Mark, Place, Point, Statement
from twosource.present.index import Index
from twosource.text.story_index import Member

Kind = Literal["text", "whole number", "number", "yes or no"]
Cell = str | int | float | bool | None
BETWEEN: Final = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str  # its heading, a Python name
    kind: Kind  # what its cells hold; any cell may be empty instead
    get: Callable[[Index, Any], Cell]  # the cell of a row, from the story's index and what the row is about


def text(name: str, get: Callable[[Index, Any], Cell] | None = None) -> Column:
    """A column of text; without ``get``, the attribute of that name."""
    return Column(name, "text", get or _attribute(name))


def whole(name: str, get: Callable[[Index, Any], Cell] | None = None) -> Column:
    """A column of whole numbers."""
    return Column(name, "whole number", get or _attribute(name))


def number(name: str, get: Callable[[Index, Any], Cell] | None = None) -> Column:
    """A column of numbers."""
    return Column(name, "number", get or _attribute(name))


def yes(name: str, get: Callable[[Index, Any], Cell] | None = None) -> Column:
    """A column of yes or no."""
    return Column(name, "yes or no", get or _attribute(name))


def listing(name: str, get: Callable[[Index, Any], Iterable[str]] | None = None) -> Column:
    """A column of several texts in one cell."""
    several = get or (lambda _, thing: getattr(thing, name))
    return Column(name, "text", lambda index, thing: BETWEEN.join(several(index, thing)))


def _attribute(name: str) -> Callable[[Index, Any], Cell]:
    return lambda _, thing: getattr(thing, name)


def article_columns(get: Callable[[Any], str] = lambda thing: thing.article) -> tuple[Column, ...]:
    """Which article a row stands in: its id, outlet, headline, address and time."""

    def of(index: Index, thing: Any) -> Article | None:  # noqa: ANN401 - rows are of many kinds
        return index.articles.get(get(thing))

    def field(name: str) -> Callable[[Index, Any], Cell]:
        return lambda index, thing: getattr(of(index, thing), name, None)

    return (
        text("article", lambda _, thing: get(thing)),
        text("outlet", field("outlet")),
        text("headline", field("headline")),
        text("url", field("url")),
        text("published", field("published")),
    )


def place_columns() -> tuple[Column, ...]:
    """Where a row's words stand: half-open, in code points of the article's text."""
    return whole("start"), whole("end")


def passage_columns(place: int) -> tuple[Column, ...]:
    """One of the two places of a passage."""

    def span(passage: Any) -> Place:  # noqa: ANN401 - a row's getter takes any row
        return passage.spans[place]  # type: ignore[no-any-return]

    tag = ("a", "b")[place]
    return (
        text(f"article_{tag}", lambda _, one: span(one).article),
        text(f"outlet_{tag}", lambda index, one: index.name(span(one).article)),
        text(f"words_{tag}", lambda index, one: words(index, span(one))),
        whole(f"start_{tag}", lambda _, one: span(one).start),
        whole(f"end_{tag}", lambda _, one: span(one).end),
    )


def words(index: Index, thing: Any) -> str:  # noqa: ANN401 - rows are of many kinds
    """The exact characters at a thing's place."""
    return index.words(thing, thing.article)


def said(index: Index, member: Member) -> str:
    """What a statement says, or the words of a figure."""
    is_told = isinstance(member, Statement) and member.article in index.articles
    return index.verbatim(member) if isinstance(member, Statement) and is_told else words(index, member)


def marked(index: Index, marks: Sequence[Mark]) -> str:
    """Marks in one cell, each with who says so: ``denied by Aldo Brink; hedged by the outlet``."""
    return BETWEEN.join(dict.fromkeys(f"{one.kind} by {holder(index, one)}" for one in marks))


def holder(index: Index, mark: Mark) -> str:
    """Who marks: a source, or the outlet itself."""
    return "the outlet" if mark.by is None else index.who(mark.by) or mark.by


def point_of(index: Index, thing: Any) -> Point | None:  # noqa: ANN401 - rows are of many kinds
    """The point that a statement or figure belongs to."""
    return index.point_of.get(thing.id)
