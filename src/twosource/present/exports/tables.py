"""A story as tables: one row a thing, with the words it rests on, who says them, and where they stand.

``TABLES`` declares every table and its columns; CSV, workbooks, Parquet and data frames are made of it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from twosource.model import Story
from twosource.present.exports.columns import (
    Cell,
    Column,
    article_columns,
    holder,
    listing,
    marked,
    number,
    passage_columns,
    place_columns,
    point_of,
    said,
    text,
    whole,
    words,
    yes,
)
from twosource.present.exports.row_points import points_of
from twosource.present.exports.row_subjects import markings, point_differences, sayings, worded_members
from twosource.present.index import Index


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of row."""

    about: str  # what a row is, for a reader
    rows: Callable[[Index], Iterable[Any]]  # what the rows are about, in order
    columns: tuple[Column, ...]  # after ``story``, the id of the story, which every table has first


_VALUE: Final = (number("low"), number("high"), text("bound"), text("unit"), text("counted"), text("measure"))
_SOURCE: Final = (
    text("source", lambda index, one: index.who(one.source)),
    text("source_kind", lambda index, one: index.sources[one.source].kind if one.source in index.sources else None),
)
_POINT: Final = text("point", lambda index, one: getattr(point_of(index, one), "id", None))
_POINTS: Final = listing("points", points_of)
_MARKS: Final = text("marks", lambda index, one: marked(index, one.marks))


def _of_member(column: Column) -> Column:
    """A member's own column, empty where such a member has none."""
    return Column(
        column.name,
        column.kind,
        lambda index, one: column.get(index, one.member) if hasattr(one.member, column.name) else None,
    )


TABLES: Final = MappingProxyType(
    {
        "sayings": Table(
            "Who says what: one row for each article that makes a point, points in the order of the story.",
            sayings,
            (
                text("point", lambda _, one: one.point.id),
                text("kind", lambda _, one: one.point.kind),
                text("relation", lambda _, one: one.point.relation),
                *article_columns(),
                text("words", lambda index, one: said(index, one.member)),
                text("source", lambda index, one: index.who(one.member.source)),
                *(_of_member(column) for column in _VALUE),
                text("marks", lambda index, one: marked(index, one.member.marks)),
                text("standing", lambda _, one: one.point.standing.detail),
                whole("start", lambda _, one: one.member.start),
                whole("end", lambda _, one: one.member.end),
                text("id", lambda _, one: one.member.id),
            ),
        ),
        "points": Table(
            "The same thing said, by all who say it.",
            lambda index: index.story.points,
            (
                text("id"),
                text("kind"),
                text("label"),
                text("relation"),
                listing("outlets", lambda _, one: one.standing.outlets),
                listing("sources", lambda index, one: [index.who(name) or name for name in one.standing.sources]),
                whole("articles", lambda _, one: len(one.standing.articles)),
                whole("origins", lambda _, one: len(one.standing.origins)),
                text("standing", lambda _, one: one.standing.detail),
                listing("differences", lambda _, one: [f"{d.kind}: {d.detail}" for d in one.differences]),
                text("reason"),
            ),
        ),
        "statements": Table(
            "One article saying one thing.",
            lambda index: index.story.statements,
            (
                text("id"),
                text("kind"),
                *article_columns(),
                text("words", said),
                text("whole", words),
                *_SOURCE,
                text("cue", lambda index, one: index.words(one.cue, one.article) if one.cue else None),
                _MARKS,
                yes("scare"),
                text("attitude"),
                text("source_reason"),
                text("uncertain"),
                _POINT,
                *place_columns(),
            ),
        ),
        "figures": Table(
            "Numbers, each with what it counts, its bound and on whose word it is.",
            lambda index: index.story.figures,
            (
                text("id"),
                *article_columns(),
                text("words", words),
                *_VALUE,
                text("where"),
                text("as_of_from", lambda _, one: one.as_of[0] if one.as_of else None),
                text("as_of_to", lambda _, one: one.as_of[1] if one.as_of else None),
                yes("cumulative"),
                yes("main"),
                yes("background"),
                *_SOURCE,
                _MARKS,
                text("statement"),
                text("part_of"),
                _POINT,
                text("reason"),
                *place_columns(),
            ),
        ),
        "marks": Table(
            "What is called unverified, disputed, denied, confirmed, hedged or corrected, and by whom.",
            markings,
            (
                text("kind", lambda _, one: one.mark.kind),
                text("by", lambda index, one: holder(index, one.mark)),
                text("words", lambda index, one: index.words(one.mark.span, one.article)),
                text("over", lambda index, one: said(index, one.member)),
                *article_columns(),
                text("marked", lambda _, one: one.member.id),
                text("point", lambda index, one: getattr(point_of(index, one.member), "id", None)),
                text("reason", lambda _, one: one.mark.reason),
                whole("start", lambda _, one: one.mark.start),
                whole("end", lambda _, one: one.mark.end),
            ),
        ),
        "differences": Table(
            "How those who make one point differ.",
            point_differences,
            (
                text("point", lambda _, one: one.point.id),
                text("kind", lambda _, one: one.difference.kind),
                text("label", lambda _, one: one.point.label),
                text("detail", lambda _, one: one.difference.detail),
                listing("members", lambda index, one: worded_members(index, one.difference.members)),
            ),
        ),
        "conflicts": Table(
            "Differences that can be neither an update nor another scope.",
            lambda index: index.story.conflicts,
            (
                text("id"),
                text("kind"),
                text("point"),
                text("detail"),
                listing("members", lambda index, one: worded_members(index, one.members)),
            ),
        ),
        "ranges": Table(
            "From the least to the greatest value that the articles give one measure.",
            lambda index: index.story.ranges,
            (
                text("id"),
                text("measure"),
                number("low"),
                number("high"),
                listing("articles", lambda index, one: [index.name(name) for name in one.articles]),
                _POINTS,
                text("reason"),
            ),
        ),
        "sources": Table(
            "On whose word it is said.",
            lambda index: index.story.sources,
            (
                text("id"),
                text("name"),
                text("kind"),
                text("role"),
                listing("names"),
                whole("mentions", lambda _, one: len(one.mentions)),
                listing(
                    "outlets", lambda index, one: dict.fromkeys(index.name(place.article) for place in one.mentions)
                ),
                text("join_reason"),
                _POINTS,
            ),
        ),
        "articles": Table(
            "One outlet's text about the event.",
            lambda index: index.story.articles,
            (
                text("id"),
                text("outlet"),
                text("publisher"),
                text("headline"),
                text("url"),
                text("path"),
                listing("byline"),
                listing("credits"),
                listing("via"),
                text("published"),
                text("updated"),
                text("dated_by"),
                text("dated_from", lambda _, one: one.date_range[0] if one.date_range else None),
                text("dated_to", lambda _, one: one.date_range[1] if one.date_range else None),
                text("language"),
                text("origin", lambda index, one: getattr(index.origin_of.get(one.id), "id", None)),
                text("sha256"),
            ),
        ),
        "origins": Table(
            "Articles whose wording or credit goes back to one text.",
            lambda index: index.story.origins,
            (
                text("id"),
                listing("articles", lambda index, one: [index.name(name) for name in one.articles]),
                text("first", lambda index, one: index.name(one.first) if one.first else None),
                text("via"),
                text("point"),
                text("reason"),
            ),
        ),
        "passages": Table(
            "Wording that two articles share, also what was looked at and refused.",
            lambda index: index.story.passages,
            (
                text("id"),
                text("kind"),
                whole("words"),
                number("ratio"),
                *passage_columns(0),
                *passage_columns(1),
                text("earlier", lambda index, one: index.name(one.earlier) if one.earlier else None),
                yes("rejected"),
                text("reason"),
                _POINTS,
            ),
        ),
        "timeline": Table(
            "What the articles put at one time.",
            lambda index: index.story.timeline,
            (
                text("earliest"),
                text("latest"),
                text("precision"),
                text("label"),
                listing("members", lambda index, one: worded_members(index, (*one.statements, *one.figures))),
                listing("differences", lambda _, one: [f"{d.kind}: {d.detail}" for d in one.differences]),
                _POINTS,
            ),
        ),
        "moments": Table(
            "Time expressions, resolved to intervals.",
            lambda index: index.story.moments,
            (
                text("id"),
                *article_columns(),
                text("words", words),
                text("earliest"),
                text("latest"),
                text("precision"),
                text("reason"),
                _POINTS,
                *place_columns(),
            ),
        ),
        "checks": Table(
            "The editor's to-check list.",
            lambda index: index.story.checks,
            (text("code"), text("severity"), text("detail"), listing("refers"), _POINTS),
        ),
        "gaps": Table(
            "What could not be read or decided.",
            lambda index: index.story.gaps,
            (text("code"), text("where"), text("detail")),
        ),
    }
)
"""Every table by its name, the one that says most first. ``several things`` in one cell stand between semicolons."""


def headings(name: str) -> list[str]:
    """The names of a table's columns.

    Raises:
        KeyError: If there is no such table.
    """
    return ["story", *(column.name for column in TABLES[name].columns)]


def kinds(name: str) -> list[str]:
    """What the cells of each column hold, in the order of ``headings``."""
    return ["text", *(column.kind for column in TABLES[name].columns)]


def rows(stories: Sequence[Story], name: str) -> Iterable[list[Cell]]:
    """A table's rows, story after story; none where no story has any.

    Raises:
        KeyError: If there is no such table.
    """
    table = TABLES[name]
    for story in stories:
        index = Index(story)
        for thing in table.rows(index):
            yield [story.id, *(_cell(column.get(index, thing)) for column in table.columns)]


def _cell(value: Cell) -> Cell:
    """A value whose text every file can hold: lone surrogates, which UTF-8 cannot, as escapes."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value
