"""One index over a story: what stands where, what carries which id, and how a reader knows an article."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from typing import Final

from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.model import (
    Article,
    Block,
    BlockKind,
    Figure,
    Findings,
    Happening,
    Moment,
    Passage,
    Point,
    Source,
    Span,
    Statement,
)
from twosource.text.article_names import article_names
from twosource.text.by_place import ByPlace, by_id
from twosource.text.pieces import in_pieces
from twosource.text.prose import listed
from twosource.text.reasons import Reason, worded
from twosource.text.statement_places import StatementPlaces
from twosource.text.story_language import language_of

Member = Statement | Figure

_BESIDE_TEXT: Final[frozenset[BlockKind]] = frozenset({"headline", "subheading", "caption"})
_SENTENCE_END: Final = re.compile(r"\n|[.!?](?!\S)")
_OPENING: Final = 3  # paragraphs
_REACH: Final = 600  # code points either side: a line without a full stop must not make the work quadratic


class StoryIndex:
    """Everything that was found in the articles of one story, by id and by place.

    Offsets are code points of an article's text, intervals half-open. Look-ups by an article's id expect an article of
    the story; other ids that it does not hold give None or nothing, never an error.
    """

    def __init__(  # noqa: PLR0913 - one for each kind of finding
        self,
        *,
        articles: Iterable[Article] = (),
        sources: Iterable[Source] = (),
        statements: Iterable[Statement] = (),
        figures: Iterable[Figure] = (),
        moments: Iterable[Moment] = (),
        happenings: Iterable[Happening] = (),
        ages: Iterable[Figure] = (),
        passages: Iterable[Passage] = (),
        points: Iterable[Point] = (),
    ) -> None:
        """Take the parts of a story; what is laid out by place is laid out when it is first asked for."""
        self.articles = by_id(articles)  # in the order given
        self.sources = by_id(sources)
        self.statements = by_id(statements)
        self.figures = by_id(figures)
        self.points = by_id(points)  # what is known of them so far
        self._every_moment = tuple(moments)
        self._every_happening = tuple(happenings)
        self._every_age = tuple(ages)
        self._passages = tuple(passages)

    @staticmethod
    def of_findings(findings: Iterable[Findings], passages: Iterable[Passage] = ()) -> "StoryIndex":
        """The index over what single articles were found to say."""
        every = tuple(findings)
        return StoryIndex(
            articles=(found.article for found in every),
            sources=(one for found in every for one in found.sources),
            statements=(one for found in every for one in found.statements),
            figures=(one for found in every for one in found.figures),
            moments=(one for found in every for one in found.moments),
            happenings=(one for found in every for one in found.happenings),
            ages=(one for found in every for one in found.ages),
            passages=passages,
        )

    def with_points(self, points: Iterable[Point]) -> "StoryIndex":
        """The same story, and what was laid out of it, with the points that are now known."""
        known = copy(self)
        known.points = by_id(points)
        known.__dict__.pop("_counts", None)  # all else stands without points
        return known

    # -- by id

    @cached_property
    def by_id(self) -> Mapping[str, Member]:
        """Statements and figures by id."""
        return {**self.statements, **self.figures}

    def member(self, name: str | None) -> Member | None:
        """The statement or figure with this id."""
        return self.by_id.get(name or "")

    def source(self, name: str | None) -> Source | None:
        """The source with this id; None for nobody, and for who is none of the story's."""
        return self.sources.get(name or "")

    def statement_of(self, member: Member) -> Statement | None:
        """A statement itself, and the one that a figure stands in; None where it stands in none."""
        return member if isinstance(member, Statement) else self.statements.get(member.statement or "")

    def members_named(self, names: Iterable[str]) -> list[Member]:
        """The statements and figures with these ids, without those that the story does not hold."""
        return [self.by_id[name] for name in names if name in self.by_id]

    def figures_named(self, names: Iterable[str]) -> list[Figure]:
        """The figures with these ids, without those that the story does not hold."""
        return [self.figures[name] for name in names if name in self.figures]

    def members_of(self, point: Point) -> list[Member]:
        """A point's statements and figures."""
        return self.members_named((*point.statements, *point.figures))

    @cached_property
    def distinct_articles(self) -> int:
        """How many texts its articles have: a reprint word for word is no further one."""
        return len({article.text for article in self.articles.values()})

    @cached_property
    def distinct_statements(self) -> int:
        """How many statements these texts hold."""
        texts = {name: article.text for name, article in self.articles.items()}
        told = (one for one in self.statements.values() if not one.attitude)
        return len({(texts[one.article], one.kind, one.start, one.content[0].start) for one in told})

    def articles_of(self, point: Point) -> set[str]:
        """Ids of the articles that make a point."""
        return {member.article for member in self.members_of(point)}

    def counts_in(self, statement: str) -> frozenset[str]:
        """The points of the figures that stand in the content of a statement, by its id."""
        return self._counts.get(statement, frozenset())

    @cached_property
    def _counts(self) -> dict[str, frozenset[str]]:
        homes = {figure: point.id for point in self.points.values() for figure in point.figures}
        return {
            one.id: frozenset(
                homes[figure.id] for figure in self._figures.inside(one.article, one.content) if figure.id in homes
            )
            for one in self.statements.values()
        }

    # -- how it is called

    @cached_property
    def article_names(self) -> Mapping[str, str]:
        """How a reader knows each article, by its id."""
        return article_names(self.articles.values())

    @cached_property
    def language(self) -> str:
        """The code of the language that most of the articles are in."""
        return language_of(self.articles.values())

    @property
    def lexicon(self) -> Lexicon:
        """The words of that language."""
        return lexicon_of(self.language)

    def name(self, article: str) -> str:
        """How a reader knows an article: its outlet, and what tells it from its outlet's others."""
        return self.article_names.get(article, article)

    def names(self, articles: Iterable[str]) -> str:
        """Several articles' names, sorted, as prose; those that the story does not hold are left out."""
        return listed(self.each_name(articles), language=self.language)

    def each_name(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The same names one by one."""
        return tuple(sorted({self.article_names[name] for name in articles if name in self.article_names}))

    def worded(self, reason: Reason | str) -> str:
        """What a reason says, in the language of the story."""
        return worded(reason, self.language)

    def who(self, source: str | None) -> str | None:
        """A source's name; None where there is none."""
        known = self.source(source)
        return known.name if known else None

    def time(self, article: str) -> str | None:
        """When an article was last touched, as far as it says; to the minute or the day."""
        return self.articles[article].last_dated

    # -- by place

    def verbatim(self, statement: Statement) -> str:
        """What is said; the sign for words left out stands where its parts do not join in the article."""
        return in_pieces(self.articles[statement.article].text, statement.content)

    def is_denied(self, statement: Statement) -> bool:
        """Whether the word by which it is said says that it is not so: "denied that the pier was shut"."""
        if statement.cue is None:
            return False
        article = self.articles[statement.article]
        words, denying = statement.cue.of(article.text).lower().split(), lexicon_of(article.language).wording.denying
        return any(word.startswith(denying) for word in words)

    def block(self, article: str, offset: int) -> BlockKind:
        """The kind of block that a place stands in; a paragraph if in none."""
        found = self._block_at(article, offset)
        return found.kind if found else "paragraph"

    def account(self, article: str, offset: int) -> tuple[str, bool]:
        """Which account a place belongs to: an article's text or, true, its headlines and captions, which may say otherwise."""
        return article, self.block(article, offset) in _BESIDE_TEXT

    def _block_at(self, article: str, offset: int) -> Block | None:
        blocks = self.articles[article].blocks
        at = bisect_right(blocks, offset, key=lambda block: block.start) - 1
        return blocks[at] if at >= 0 and offset < blocks[at].end else None

    def lead_end(self, article: str, paragraphs: int = _OPENING) -> int:
        """Where an article's opening ends: headlines and so many paragraphs, one or three."""
        return self._openings[article, paragraphs]

    @cached_property
    def _openings(self) -> dict[tuple[str, int], int]:
        found: dict[tuple[str, int], int] = {}
        for article in self.articles.values():
            ends = [block.end for block in article.told_in("paragraph")]
            for paragraphs in (1, _OPENING):
                found[article.id, paragraphs] = ends[min(paragraphs, len(ends)) - 1] if ends else len(article.text)
        return found

    def sentence(self, article: str, offset: int) -> Span:
        """The sentence around a place, roughly: inside its block, to the nearest full stop."""
        text = self.articles[article].text
        block = self._block_at(article, offset)
        first, last = (block.start, block.end) if block else (0, len(text))
        ends = self._sentence_ends[article]
        at = bisect_left(ends, offset)
        start = max(first, offset - _REACH, ends[at - 1] + 1 if at else 0)
        end = min(last, offset + _REACH, ends[at] if at < len(ends) else len(text))
        return Span(start=min(start, offset), end=max(end, offset))

    def sentence_number(self, article: str, offset: int) -> int:
        """Which of an article's sentences and lines a place is in, counted from 0."""
        return bisect_left(self._sentence_ends[article], offset)

    @cached_property
    def _sentence_ends(self) -> dict[str, list[int]]:
        """Where each article's sentences end: the places of their full stops and line breaks."""
        return {name: [m.start() for m in _SENTENCE_END.finditer(one.text)] for name, one in self.articles.items()}

    @cached_property
    def _figures(self) -> ByPlace[Figure]:
        return ByPlace(self.figures.values(), lambda figure: figure.id)

    def figures_of(self, article: str) -> list[Figure]:
        """An article's figures, in the order of the text."""
        return self._figures.all(article)

    def figures_within(self, article: str, first: int, last: int) -> list[Figure]:
        """The figures that begin from ``first`` to before ``last``, in the order of the text."""
        return self._figures.between(article, first, last)

    @cached_property
    def _ages(self) -> ByPlace[Figure]:
        return ByPlace(self._every_age, lambda age: age.id)

    def ages_of(self, article: str) -> list[Figure]:
        """The ages that an article gives, each with whose it is, in the order of the text."""
        return self._ages.all(article)

    def age_at(self, article: str, offset: int) -> Figure | None:
        """The age that begins at a place; None where none does."""
        return next(iter(self._ages.between(article, offset, offset + 1)), None)

    @cached_property
    def _moments(self) -> ByPlace[Moment]:
        return ByPlace(self._every_moment, lambda moment: moment.id)

    def moments(self, article: str, *places: Span) -> tuple[Moment, ...]:
        """The moments that begin inside ``places``."""
        return tuple(self._moments.inside(article, places))

    @cached_property
    def _happenings(self) -> ByPlace[Happening]:
        return ByPlace(self._every_happening, lambda happening: happening.kind)

    def happenings_of(self, article: str) -> list[Happening]:
        """What an article's clauses tell, in the order of the text."""
        return self._happenings.all(article)

    @cached_property
    def _told(self) -> dict[str, list[Happening]]:
        return {}

    def happenings(self, statement: Statement) -> list[Happening]:
        """What the clauses of a statement's content tell."""
        if statement.id not in self._told:
            self._told[statement.id] = self._happenings.inside(statement.article, statement.content)
        return self._told[statement.id]

    def source_spans(self, article: str, first: int, last: int) -> list[Span]:
        """Where an article names the sources of what it reports: the spans that start from ``first`` to ``last``."""
        return self._said.sources(article, first, last)

    @cached_property
    def _said(self) -> StatementPlaces:
        return StatementPlaces(self.statements.values())

    def statement_at(self, article: str, offset: int) -> str | None:
        """The id of the shortest statement whose place holds ``offset``; None where nothing is said."""
        return self._said.at(article, offset)

    def statement_beside(self, article: str, offset: int) -> str | None:
        """The id of the statement at a place or, where nothing is said there, of the nearest in its block; None in a silent block."""
        held = self.statement_at(article, offset)
        block = self._block_at(article, offset)
        if held or block is None:
            return held
        near = self._said.between(article, block.start, block.end)
        return min(near, key=lambda s: (max(s.start - offset, offset - s.end), s.id)).id if near else None

    @cached_property
    def _shared(self) -> dict[str, tuple[list[tuple[int, int, int]], int]]:
        """For each article the places of shared wording, sorted, with their passages, and how long the longest is."""
        found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, passage in enumerate(self._passages):
            for place in passage.spans:
                if not passage.rejected:
                    found[place.article].append((place.start, place.end, number))
        return {name: (sorted(held), max(end - start for start, end, _ in held)) for name, held in found.items()}

    def passages_of(self, statement: Statement) -> dict[int, int]:
        """The numbers of the passages in which a statement's content stands, and how many code points of it."""
        places, longest = self._shared.get(statement.article, ((), 0))
        sizes: dict[int, int] = defaultdict(int)
        for span in statement.content:
            first = bisect_left(places, (span.start - longest,))
            for start, end, number in places[first : bisect_left(places, (span.end,))]:
                if end > span.start:
                    sizes[number] += min(span.end, end) - max(span.start, start)
        return dict(sizes)
