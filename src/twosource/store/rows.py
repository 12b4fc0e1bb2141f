"""An article and its findings as rows of the library's tables."""

from collections.abc import Iterator
from typing import Final

from anyascii import anyascii

from twosource.model import Article, Figure, Findings, Mark, Source, Statement

Row = tuple[str, tuple[object, ...]]
"""A table's name, and the values of one row in the order of its columns."""
_DAY: Final = 10
_JOINT: Final = "; "


def folded(text: str) -> str:
    """Text in plain small letters, as names are searched: without accents, in one script."""
    return anyascii(text).casefold()


def days_of(article: Article) -> tuple[str | None, str | None]:
    """The first and last ISO day that an article can be of; both None where nothing dates it."""
    stated = article.first_dated
    if stated:
        return stated[:_DAY], stated[:_DAY]
    if article.date_range:
        return article.date_range[0][:_DAY], article.date_range[1][:_DAY]
    return None, None


def article_values(article: Article, page: str | None) -> tuple[object, ...]:
    """The columns of ``articles`` from ``id`` to ``text``, in their order."""
    return (
        article.id, article.outlet, int(article.outlet_known), article.publisher, article.url, page, article.path,
        article.headline, _JOINT.join(article.byline), _JOINT.join(article.credits), _JOINT.join(article.via),
        article.published, article.updated, article.dated_by, *days_of(article), article.date_reason,
        article.language, article.sha256, article.text,
    )  # fmt: skip


def rows_of(findings: Findings) -> Iterator[Row]:
    """The rows of blocks, sources, mentions, statements, contents, figures, marks and moments.

    A reference to what the findings do not hold is left empty, so that every reference in the library leads somewhere.
    """
    article, text = findings.article, findings.article.text
    known = _Known(findings)
    for n, block in enumerate(article.blocks):
        yield "blocks", (article.id, n, block.kind, block.start, block.end, block.repeats, block.reason)
    for source in findings.sources:
        yield from _of_source(source, article)
    for statement in findings.statements:
        yield from _of_statement(statement, text, known)
    for figure in findings.figures:
        yield _of_figure(figure, text, known)
    for statement in findings.statements:
        yield from _of_marks(statement.marks, article, (statement.id, None), known)
    for figure in findings.figures:
        yield from _of_marks(figure.marks, article, (None, figure.id), known)
    for moment in findings.moments:
        words = moment.span.of(text)
        place = (moment.start, moment.end, words)
        yield (
            "moments",
            (article.id, moment.id, *place, moment.earliest, moment.latest, moment.precision, moment.reason),
        )


class _Known:
    """The ids that an article's findings hold."""

    def __init__(self, findings: Findings) -> None:
        self._ids = {one.id for many in (findings.sources, findings.statements, findings.figures) for one in many}

    def __call__(self, name: str | None) -> str | None:
        return name if name in self._ids else None


def _of_source(source: Source, article: Article) -> Iterator[Row]:
    names = tuple(dict.fromkeys((source.name, *source.names)))
    plain = "\n".join(folded(name) for name in names)
    joined = _JOINT.join(names)
    yield "sources", (article.id, source.id, source.name, source.kind, source.role, joined, plain, source.join_reason)
    for mention in source.mentions:
        words = mention.span.of(article.text)
        yield "mentions", (article.id, source.id, mention.start, mention.end, words)


def _of_statement(statement: Statement, text: str, known: _Known) -> Iterator[Row]:
    yield (
        "statements",
        (
            statement.article, statement.id, statement.kind, statement.start, statement.end, statement.span.of(text),
            " … ".join(span.of(text) for span in statement.content), statement.cue and statement.cue.of(text),
            known(statement.source), statement.source_span and statement.source_span.of(text),
            statement.source_reason, int(not statement.said), statement.uncertain,
        ),
    )  # fmt: skip
    for n, span in enumerate(statement.content):
        yield "contents", (statement.article, statement.id, n, span.start, span.end, span.of(text))


def _of_figure(figure: Figure, text: str, known: _Known) -> Row:
    earliest, latest = figure.as_of or (None, None)
    return (
        "figures",
        (
            figure.article, figure.id, known(figure.statement), figure.start, figure.end, figure.span.of(text),
            figure.low, figure.high, figure.bound, figure.unit, figure.counted, figure.measure, figure.where,
            earliest, latest, None if figure.cumulative is None else int(figure.cumulative), int(figure.main),
            known(figure.part_of), known(figure.source), figure.reason,
        ),
    )  # fmt: skip


def _of_marks(
    marks: tuple[Mark, ...], article: Article, over: tuple[str | None, str | None], known: _Known
) -> Iterator[Row]:
    for mark in dict.fromkeys(marks):
        words = mark.span.of(article.text)
        yield "marks", (article.id, *over, mark.kind, mark.start, mark.end, words, known(mark.by), mark.reason)
