"""What a row is about where no noun of the model is: a saying in its point, a mark on what it marks, a point's difference."""

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.model import Difference, Mark, Point
from twosource.present.exports.columns import said
from twosource.present.index import Index
from twosource.text.story_index import Member


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement or figure in the point it belongs to."""

    point: Point
    member: Member

    @property
    def article(self) -> str:
        """The article's id."""
        return self.member.article


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark, and the statement or figure that carries it."""

    mark: Mark
    member: Member

    @property
    def article(self) -> str:
        """The article's id."""
        return self.member.article


@dataclass(frozen=True, slots=True)
class PointDifference:
    """A difference, and the point that those who differ make."""

    point: Point
    difference: Difference


def sayings(index: Index) -> Iterable[Saying]:
    """Every statement and figure of every point, in a reader's order."""
    return (Saying(point, member) for point in index.story.points for member in index.members(point))


def markings(index: Index) -> Iterable[Marking]:
    """Every mark, with what carries it."""
    members: tuple[Member, ...] = (*index.story.statements, *index.story.figures)
    return (Marking(mark, member) for member in members for mark in member.marks)


def point_differences(index: Index) -> Iterable[PointDifference]:
    """Every difference, with its point."""
    return (PointDifference(point, one) for point in index.story.points for one in point.differences)


def worded_members(index: Index, names: Iterable[str]) -> list[str]:
    """The words of statements and figures, each behind how its article is called."""
    found = [index.member(name) for name in names]
    return [f"{index.name(one.article)}: {said(index, one)}" for one in found if one]
