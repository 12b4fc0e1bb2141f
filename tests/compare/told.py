"""Findings made by hand: articles whose statements and figures are pointed at by their words."""

from dataclasses import dataclass, field

from invented import article
from twosource.model import (
    Article,
    Bound,
    Figure,
    Findings,
    Mark,
    MarkKind,
    Source,
    SourceKind,
    Span,
    Statement,
    StatementKind,
    content_id,
)


def at(one: Article, words: str) -> Span:
    """Where words stand first in an article."""
    start = one.text.index(words)
    return Span(start=start, end=start + len(words))


@dataclass
class Teller:
    """One article and what is found in it."""

    text: str
    outlet: str
    headline: str | None = None
    published: str | None = "2031-05-14T10:00"
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.article = article(self.text, outlet=self.outlet, headline=self.headline, published=self.published)

    def source(self, name: str | None, kind: SourceKind = "person") -> str | None:
        if name is None:
            return None
        made = content_id("s", name)
        self.sources[made] = Source(id=made, name=name, kind=kind, names=(name,))
        return made

    def says(
        self,
        words: str,
        by: str | None = None,
        *,
        kind: StatementKind = "quotation",
        source_kind: SourceKind = "person",
        cue: str | None = None,
        marks: tuple[Mark, ...] = (),
    ) -> "Teller":
        span = at(self.article, words)
        self.statements.append(
            Statement(
                id=content_id("t", self.article.id, kind, span),
                article=self.article.id,
                kind=kind,
                start=span.start,
                end=span.end,
                content=(span,),
                cue=at(self.article, cue) if cue else None,
                source=self.source(by, source_kind),
                marks=marks,
            )
        )
        return self

    def tells(self, words: str, *, marks: tuple[Mark, ...] = ()) -> "Teller":
        return self.says(words, kind="assertion", marks=marks)

    def counts(  # noqa: PLR0913 - a figure has many parts
        self,
        words: str,
        value: float,
        counted: str,
        measure: str | None = "killed",
        *,
        main: bool = False,
        bound: Bound = "unstated",
        where: str | None = None,
        unit: str | None = None,
        by: str | None = None,
        part_of: str | None = None,
        marks: tuple[Mark, ...] = (),
    ) -> "Teller":
        span = at(self.article, words)
        self.figures.append(
            Figure(
                id=content_id("f", self.article.id, span),
                article=self.article.id,
                start=span.start,
                end=span.end,
                low=value,
                high=value,
                bound=bound,
                unit=unit,
                counted=counted,
                measure=measure,
                where=where,
                main=main,
                part_of=part_of,
                source=self.source(by),
                marks=marks,
            )
        )
        return self

    def mark(self, words: str, kind: MarkKind, by: str | None = None) -> Mark:
        span = at(self.article, words)
        return Mark(kind=kind, by=self.source(by), start=span.start, end=span.end, reason="invented")

    @property
    def findings(self) -> Findings:
        return Findings(
            article=self.article,
            sources=tuple(self.sources.values()),
            statements=tuple(sorted(self.statements, key=lambda each: each.start)),
            figures=tuple(sorted(self.figures, key=lambda each: each.start)),
        )
