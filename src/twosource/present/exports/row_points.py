"""Which points a row of a table is about, where it is about several or about none by itself: by what it refers to."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from twosource.model import Check, Moment, Passage, Source, Span, StoryRange, TimelineEntry
from twosource.present.index import Index


def points_of(index: Index, thing: Any) -> Iterable[str]:  # noqa: ANN401 - rows are of many kinds
    """The ids of the points that a row is about, each once, in the order of the row's members."""
    return dict.fromkeys(_SUBJECTS[type(thing)](index, thing))


def _of(index: Index, names: Iterable[str]) -> Iterable[str]:
    """Points by their own ids, and those that statements and figures belong to."""
    for name in names:
        point = index.points.get(name) or index.point_of.get(name)
        if point:
            yield point.id


def _of_source(index: Index, source: Source) -> Iterable[str]:
    return _of(index, (one.id for one in index.by_id.values() if one.source == source.id))


def _of_passage(index: Index, passage: Passage) -> Iterable[str]:
    """What both places of shared wording say."""
    one, other = (_within(index, place.article, place.span) for place in passage.spans)
    return (name for name in one if name in other)


def _within(index: Index, article: str, span: Span) -> Mapping[str, None]:
    """Points of what is said and counted inside a stretch of an article."""
    own = (one.id for one in index.by_id.values() if one.article == article and span.overlaps(one.span))
    return dict.fromkeys(_of(index, own))


_SUBJECTS: Final[Mapping[type, Callable[[Index, Any], Iterable[str]]]] = {
    Check: lambda index, one: _of(index, one.refers),
    Moment: lambda index, one: _within(index, one.article, one.span),
    Passage: _of_passage,
    Source: _of_source,
    StoryRange: lambda index, one: _of(index, one.figures),
    TimelineEntry: lambda index, one: _of(index, (*one.statements, *one.figures)),
}
