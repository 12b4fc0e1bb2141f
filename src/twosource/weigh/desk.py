"""A story as the checks ask it: who, where, in whose name."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from twosource.model import Article, Figure, Point, Source, Statement, Story
from twosource.text.pieces import in_pieces

_NEAR = 2  # code points between a number and what it counts


@dataclass(frozen=True)
class Desk:
    """A story with its members by id."""

    story: Story

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.story.articles}

    @cached_property
    def members(self) -> dict[str, Statement | Figure]:
        """Statements and figures by id."""
        found: dict[str, Statement | Figure] = {statement.id: statement for statement in self.story.statements}
        found.update((figure.id, figure) for figure in self.story.figures)
        return found

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.story.sources}

    @cached_property
    def points(self) -> dict[str, Point]:
        """Points by id."""
        return {point.id: point for point in self.story.points}

    def members_of(self, point: Point) -> list[Statement | Figure]:
        """A point's statements and figures."""
        return [self.members[one] for one in (*point.statements, *point.figures) if one in self.members]

    def articles_of(self, point: Point) -> set[str]:
        """Ids of the articles that make a point."""
        return {member.article for member in self.members_of(point)}

    def names(self, articles: Iterable[str]) -> str:
        """Outlets of articles, sorted, as prose."""
        names = sorted({self.articles[article].outlet for article in articles if article in self.articles})
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def label(self, point: Point) -> str:
        """A point's label in quotation marks, cut at a word if long."""
        return quoted(point.label)

    def words(self, member: Statement | Figure) -> str:
        """A member's words, verbatim, in quotation marks; a figure with what it counts where that stands right behind."""
        text = self.articles[member.article].text
        if isinstance(member, Figure):
            behind = text.find(member.counted, member.end, member.end + len(member.counted) + _NEAR)
            end = behind + len(member.counted) if member.counted and behind >= 0 else member.end
            return quoted(text[member.start : end])
        return quoted(in_pieces(text, member.content))


def quoted(words: str, most: int = 110) -> str:
    """Words in quotation marks, cut at a space behind at most ``most`` code points."""
    words = " ".join(words.split())
    if len(words) > most:
        words = words[:most].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"
