"""Where the articles of a story report what somebody says, and where they name who says it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from twosource.model import Span, Statement
from twosource.text.by_place import ByPlace


class StatementPlaces:
    """Statements by article and place; what nobody is reported to say holds no place."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Lay them out; none are fine."""
        every = tuple(statements)
        said = (statement for statement in every if statement.said)
        self._places: ByPlace[Statement] = ByPlace(said, lambda statement: f"{statement.end:09d} {statement.id}")
        self._longest: dict[str, int] = defaultdict(int)
        self._naming: dict[str, list[Span]] = defaultdict(list)
        for statement in every:
            self._longest[statement.article] = max(self._longest[statement.article], statement.end - statement.start)
            if statement.source_span and statement.said:
                self._naming[statement.article].append(statement.source_span)
        for spans in self._naming.values():
            spans.sort(key=lambda span: span.start)

    def between(self, article: str, first: int, last: int) -> list[Statement]:
        """The statements that begin from ``first`` to before ``last``, in the order of the text."""
        return self._places.between(article, first, last)

    def at(self, article: str, offset: int) -> str | None:
        """The id of the shortest statement whose place holds ``offset``; None where nothing is said."""
        near = self.between(article, offset - self._longest.get(article, 0), offset + 1)
        holding = [s for s in near if s.start <= offset < s.end]
        return min(holding, key=lambda s: (s.end - s.start, s.id)).id if holding else None

    def sources(self, article: str, first: int, last: int) -> list[Span]:
        """Where an article names the sources of what it reports: the spans that start from ``first`` to ``last``."""
        spans = self._naming.get(article, [])
        start = bisect_left(spans, first, key=lambda span: span.start)
        return spans[start : bisect_right(spans, last, key=lambda span: span.start)]
