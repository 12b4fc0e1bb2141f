"""Which points an editor sees first."""

from functools import lru_cache
from typing import Final

from twosource.model import Point
from twosource.present.index import Index

LISTED: Final = 20
"""Articles of a story: in a larger one, what one article says alone is read in that article and nowhere else."""
_SEVERAL: Final = 2
_KINDS = {"figure": 0, "quotation": 1, "claim": 2}


@lru_cache(maxsize=2)
def ranked(index: Index) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The story's points in two parts, each with what differs and what many say first.

    Returns:
        Points that two articles make, that are contradicted, or that carry a mark other than a hedge; and the rest.
        A statement of one article whose figure stands in a point of several is told there, with its marks, and is
        of the rest. A claim of several articles that is nothing but what one count of theirs says is in neither.
    """
    torn = {conflict.point for conflict in index.story.conflicts} - {None}
    shown = (point for point in index.story.points if point.id in torn or not _told_by_its_figures(index, point))
    order = sorted(shown, key=lambda point: _key(index, point, torn))
    main = tuple(point for point in order if _is_main(index, point, torn))
    chosen = {point.id for point in main}
    return main, tuple(point for point in order if point.id not in chosen)


@lru_cache(maxsize=2)
def listed(index: Index) -> frozenset[str]:
    """Ids of the points that have a place in the list of claims."""
    main, rest = ranked(index)
    return frozenset(point.id for point in (*main, *(rest if len(index.articles) <= LISTED else ())))


def articles_of(index: Index, point: Point) -> tuple[str, ...]:
    """Ids of the articles that make the point, in the story's order."""
    named = {member.article for member in index.members(point)}
    return tuple(name for name in index.articles if name in named)


def marked(index: Index, point: Point) -> bool:
    """Whether a member carries a mark that is more than a hedge."""
    return any(mark.kind != "hedged" for member in index.members(point) for mark in member.marks)


def one_text(index: Index, point: Point) -> bool:
    """Whether all articles that make the point go back to one shared text."""
    origins = {index.origin_of.get(name) for name in articles_of(index, point)}
    return len(origins) == 1 and None not in origins


def repeated(index: Index, point: Point) -> bool:
    """Whether copies of one text merely repeat a claim: nobody quoted, nothing counted, no difference, no mark."""
    apart = point.differences or marked(index, point) or any(one.point == point.id for one in index.story.conflicts)
    return point.in_other_words and not apart and one_text(index, point)


def _told_by_its_figures(index: Index, point: Point) -> bool:
    """Whether every statement of a claim of several articles is told by one and the same count: one fact, one row."""
    if not point.in_other_words or len(point.statements) < _SEVERAL:
        return False
    return any(set(point.statements) <= told for told in index.counted_together)


def _is_main(index: Index, point: Point, torn: set[str | None]) -> bool:
    if len(articles_of(index, point)) > 1 or point.id in torn:
        return True
    return marked(index, point) and not (point.in_other_words and set(point.statements) <= index.counted)


def _key(index: Index, point: Point, torn: set[str | None]) -> tuple[bool, int, int, int, int]:
    apart = sum(difference.kind not in {"wording", "bound"} for difference in point.differences)
    return (
        point.id not in torn,
        -len(articles_of(index, point)),
        -apart,
        _KINDS[point.kind],
        index.number[point.id],
    )
