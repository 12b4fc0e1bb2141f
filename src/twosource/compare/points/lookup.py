"""What comparing needs to know of a story's articles: who, where, when."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from twosource.compare.points.wording import content_stems, words_of
from twosource.model import (
    Article,
    Block,
    BlockKind,
    Figure,
    Findings,
    Happening,
    Moment,
    Passage,
    Place,
    Point,
    Source,
    Span,
    Statement,
)
from twosource.text.article_names import article_names
from twosource.text.pieces import in_pieces
from twosource.text.prose import listed

_SENTENCE_ENDS = ".!?\n"
_OPENING = 3  # paragraphs
_REACH = 600  # code points either side: a line without a full stop must not make the work quadratic


@dataclass(frozen=True)
class Lookup:
    """Everything that was found in the articles of one story, by id and by place.

    ``counts`` are the points of its figures, once they are known.
    """

    findings: tuple[Findings, ...]
    passages: tuple[Passage, ...] = ()
    counts: tuple[Point, ...] = ()

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {found.article.id: found.article for found in self.findings}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id, over all articles."""
        return {source.id: source for found in self.findings for source in found.sources}

    @cached_property
    def members(self) -> dict[str, Statement | Figure]:
        """Statements and figures by id."""
        found: dict[str, Statement | Figure] = {}
        for one in self.findings:
            found.update((statement.id, statement) for statement in one.statements)
            found.update((figure.id, figure) for figure in one.figures)
        return found

    @cached_property
    def _moments(self) -> dict[str, tuple[tuple[int, ...], tuple[Moment, ...]]]:
        found: dict[str, tuple[tuple[int, ...], tuple[Moment, ...]]] = {}
        for one in self.findings:
            moments = tuple(sorted(one.moments, key=lambda moment: moment.start))
            found[one.article.id] = (tuple(moment.start for moment in moments), moments)
        return found

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return article_names(self.articles.values())

    def name(self, article: str) -> str:
        """How a reader knows an article: its outlet, and what tells it from its outlet's others."""
        return self._names[article]

    def names(self, articles: Iterable[str]) -> str:
        """Several articles' names, sorted, as prose."""
        return listed(sorted({self.name(article) for article in articles}))

    def who(self, source: str | None) -> str | None:
        """A source's name; None where there is none."""
        return self.sources[source].name if source in self.sources else None

    def others(self, one: str | None, two: str | None) -> bool:
        """Whether two sources are surely not one: both known, and no name of the one lies within one of the other.

        Descriptions ("a man's voice", "a male voice") need only half of their words in common, and so does a name with
        a description around it ("former pilot Ana Orel", "Ana Orel, who was at the helm") no more than the name.
        """
        if one == two or one not in self.sources or two not in self.sources:
            return False
        first, second = self.sources[one], self.sources[two]
        if _called(first) & _called(second):
            return False
        enough = 0.5 if "unnamed" in {first.kind, second.kind} else 1.0
        return not any(_shared(a, b) >= enough for a in self.name_stems(one) for b in self.name_stems(two))

    @cached_property
    def _stems(self) -> dict[str, tuple[frozenset[str], ...]]:
        return {}

    def name_stems(self, source: str) -> tuple[frozenset[str], ...]:
        """The content stems of each of a source's names, read once."""
        if source not in self._stems:
            self._stems[source] = tuple(_names(self.sources[source]))
        return self._stems[source]

    @cached_property
    def _counted(self) -> dict[str, set[str]]:
        """The points of the figures that stand in a statement's content, by the statement."""
        homes = {figure: point.id for point in self.counts for figure in point.figures}
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.findings:
            figures = sorted(one.figures, key=lambda figure: figure.start)
            starts = [figure.start for figure in figures]
            for statement in one.statements:
                for span in statement.content:
                    inside = figures[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
                    found[statement.id] |= {homes[figure.id] for figure in inside if figure.id in homes}
        return found

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The last words of names of persons who take part in what happens, in lower case."""
        every = (one for found in self.findings for one in found.happenings)
        parts = (part for one in every for part in (one.doer, one.done_to) if part and part.label == "PERSON")
        return frozenset(part.head for part in parts)

    def happenings(self, statement: Statement) -> list[Happening]:
        """What the clauses of a statement's content tell."""
        starts, held = self._happenings.get(statement.article, ((), ()))
        return [
            one
            for span in statement.content
            for one in held[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        ]

    @cached_property
    def _happenings(self) -> dict[str, tuple[tuple[int, ...], tuple[Happening, ...]]]:
        found: dict[str, tuple[tuple[int, ...], tuple[Happening, ...]]] = {}
        for one in self.findings:
            held = tuple(sorted(one.happenings, key=lambda each: (each.start, each.kind)))
            found[one.article.id] = (tuple(each.start for each in held), held)
        return found

    @cached_property
    def _figure_starts(self) -> dict[str, list[int]]:
        return {found.article.id: sorted(figure.start for figure in found.figures) for found in self.findings}

    def figures_between(self, article: str, first: int, last: int) -> bool:
        """Whether a figure begins from ``first`` to before ``last``."""
        starts = self._figure_starts.get(article, [])
        return bisect_left(starts, first) < bisect_left(starts, last)

    def counted_alike(self, one: str, two: str) -> bool:
        """Whether two statements hold figures of one count, by the statements' ids."""
        return bool(self._counted.get(one, set()) & self._counted.get(two, set()))

    def counted_apart(self, one: str, two: str) -> bool:
        """Whether two statements hold figures, but none of one count."""
        both = self._counted.get(one) and self._counted.get(two)
        return bool(both) and not self.counted_alike(one, two)

    def source_spans(self, article: str, first: int, last: int) -> list[Span]:
        """Where an article names the sources of what it reports: the spans that start from ``first`` to ``last``."""
        spans = self._naming.get(article, [])
        at = bisect_left(spans, first, key=_start)
        return spans[at : bisect_right(spans, last, key=_start)]

    @cached_property
    def _naming(self) -> dict[str, list[Span]]:
        return {
            found.article.id: sorted((s.source_span for s in found.statements if s.source_span), key=_start)
            for found in self.findings
        }

    def statement_at(self, article: str, offset: int) -> str | None:
        """The id of the shortest statement whose place holds ``offset``; None where nothing is said."""
        starts, statements, longest = self._statements.get(article, ((), (), 0))
        near = statements[bisect_left(starts, offset - longest) : bisect_right(starts, offset)]
        holding = [s for s in near if s.start <= offset < s.end]
        return min(holding, key=lambda s: (s.end - s.start, s.id)).id if holding else None

    @cached_property
    def _statements(self) -> dict[str, tuple[tuple[int, ...], tuple[Statement, ...], int]]:
        """An article's statements in text order, where each begins, and how long the longest is."""
        found: dict[str, tuple[tuple[int, ...], tuple[Statement, ...], int]] = {}
        for one in self.findings:
            held = tuple(sorted((s for s in one.statements if not s.scare), key=lambda s: (s.start, s.end, s.id)))
            found[one.article.id] = (
                tuple(s.start for s in held),
                held,
                max((s.end - s.start for s in held), default=0),
            )
        return found

    def moments_around(self, article: str, offset: int) -> list[Moment]:
        """The moments whose words hold ``offset``."""
        starts, moments = self._moments[article]
        upto = bisect_right(starts, offset)
        return [moment for moment in moments[max(upto - 3, 0) : upto] if offset < moment.end]

    def words(self, statement: Statement) -> str:
        """What is said, verbatim; the sign for words left out stands where its parts do not join in the article."""
        text = self.articles[statement.article].text
        return in_pieces(text, statement.content)

    def block(self, article: str, offset: int) -> BlockKind:
        """The kind of block that a place stands in; a paragraph if in none."""
        found = self._block_at(article, offset)
        return found.kind if found else "paragraph"

    def _block_at(self, article: str, offset: int) -> Block | None:
        blocks = self.articles[article].blocks
        at = bisect_right(blocks, offset, key=_begin) - 1
        return blocks[at] if at >= 0 and offset < blocks[at].end else None

    def lead_end(self, article: str, paragraphs: int = _OPENING) -> int:
        """Where an article's opening ends: headlines and so many paragraphs, one or three."""
        return self._openings[article, paragraphs]

    @cached_property
    def _openings(self) -> dict[tuple[str, int], int]:
        found: dict[tuple[str, int], int] = {}
        for article in self.articles.values():
            ends = [block.end for block in article.blocks if block.kind == "paragraph" and block.repeats is None]
            for paragraphs in (1, _OPENING):
                found[article.id, paragraphs] = ends[min(paragraphs, len(ends)) - 1] if ends else len(article.text)
        return found

    def sentence(self, article: str, offset: int) -> Span:
        """The sentence around a place, roughly: inside its block, to the nearest full stop."""
        text = self.articles[article].text
        block = self._block_at(article, offset)
        first, last = (block.start, block.end) if block else (0, len(text))
        start = offset
        while start > max(first, offset - _REACH) and not _ends(text, start - 1):
            start -= 1
        end = offset
        while end < min(last, offset + _REACH) and not _ends(text, end):
            end += 1
        return Span(start=start, end=end)

    def moments(self, article: str, *places: Span) -> tuple[Moment, ...]:
        """The moments that stand inside ``places``."""
        starts, moments = self._moments[article]
        return tuple(
            moment
            for place in places
            for moment in moments[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
        )

    @cached_property
    def _shared(self) -> dict[tuple[str, str], list[tuple[Place, Place]]]:
        found: dict[tuple[str, str], list[tuple[Place, Place]]] = defaultdict(list)
        for passage in self.passages:
            one, two = passage.spans
            if not passage.rejected:
                found[one.article, two.article].append((one, two))
                found[two.article, one.article].append((two, one))
        return found

    def copied(self, left: Statement, right: Statement) -> int:
        """How many code points of both contents, the lesser of the two, lie in passages that their articles share."""
        most = 0
        for one, two in self._shared.get((left.article, right.article), ()):
            most = max(most, min(_common(left, one), _common(right, two)))
        return most

    def time(self, article: str) -> str | None:
        """When an article was last touched, as far as it says; to the minute or the day."""
        one = self.articles[article]
        return one.updated or one.published


def _start(span: Span) -> int:
    return span.start


def _begin(block: Block) -> int:
    return block.start


def _names(source: Source) -> list[frozenset[str]]:
    every = (content_stems(words_of(name, Span(start=0, end=len(name)))) for name in {source.name, *source.names})
    return [frozenset(stems) for stems in every if stems]


_CALLED = re.compile(
    r"(?<![\w'’-])(?:(of|at|for|in|from|with|by|on|the)\s+)?((?:[^\W\d_a-z][\w'’.-]*\s+)+[^\W\d_a-z][\w'’-]*)"
)


def _called(source: Source) -> frozenset[str]:
    """Two or more capitalised words in a row in a source's names, but for those behind a preposition or an article."""
    found = (match for name in {source.name, *source.names} for match in _CALLED.finditer(name))
    return frozenset(" ".join(match[2].split()) for match in found if not match[1])


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    """Share of the shorter name's words that the other has."""
    return len(left & right) / min(len(left), len(right))


def _common(statement: Statement, place: Place) -> int:
    return sum(max(0, min(span.end, place.end) - max(span.start, place.start)) for span in statement.content)


def _ends(text: str, at: int) -> bool:
    if text[at] == "\n":
        return True
    if text[at] not in _SENTENCE_ENDS:
        return False
    return at + 1 >= len(text) or text[at + 1].isspace()
