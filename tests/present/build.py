"""Builders of the parts of a story, whose places are those of the words they are given."""

from dataclasses import replace

from twosource.model import Article, Block, Figure, Mark, Place, Source, Span, Statement, content_id


def at(article: Article, words: str) -> Span:
    """Where ``words`` first stand behind the headline."""
    start = article.text.index(words, len(article.headline or ""))
    return Span(start=start, end=start + len(words))


def place(article: Article, words: str) -> Place:
    """The same with the article's id."""
    span = at(article, words)
    return Place(article=article.id, start=span.start, end=span.end)


def statement(
    article: Article,
    whole: str,
    content: str,
    *,
    kind: str = "quotation",
    cue: str | None = None,
    source: Source | None = None,
    named: str | None = None,
    marks: tuple[Mark, ...] = (),
) -> Statement:
    """A statement whose places are those of the words."""
    span = at(article, whole)
    return Statement(
        id=content_id("t", article.id, kind, span.start, span.end, content),
        article=article.id,
        kind=kind,  # type: ignore[arg-type] # the tests name kinds that exist
        start=span.start,
        end=span.end,
        content=(at(article, content),),
        cue=at(article, cue) if cue else None,
        source=source.id if source else None,
        source_span=at(article, named) if named else None,
        source_reason="named beside the verb of saying" if source else "nobody is named",
        marks=marks,
    )


def figure(
    article: Article,
    words: str,
    value: float,
    counted: str,
    *,
    measure: str | None = None,
    bound: str = "unstated",
    source: Source | None = None,
    inside: Statement | None = None,
) -> Figure:
    """A figure whose place is that of the words."""
    span = at(article, words)
    return Figure(
        id=content_id("f", article.id, span.start, span.end),
        article=article.id,
        statement=inside.id if inside else None,
        start=span.start,
        end=span.end,
        low=value,
        high=value,
        bound=bound,  # type: ignore[arg-type] # the tests name bounds that exist
        counted=counted,
        measure=measure,
        main=True,
        source=source.id if source else None,
        reason="the number stands before what it counts",
    )


def source(name: str, kind: str, *mentions: Place, role: str | None = None) -> Source:
    """A source with its mentions."""
    return Source(
        id=content_id("s", name),
        name=name,
        kind=kind,  # type: ignore[arg-type] # the tests name kinds that exist
        role=role,
        names=(name,),
        mentions=mentions,
        join_reason="the same name",
    )


def as_residue(article: Article) -> Article:
    blocks: list[Block] = []
    for block in article.blocks:
        words = block.span.of(article.text)
        same = next((i for i, other in enumerate(blocks) if other.span.of(article.text) == words), None)
        blocks.append(
            replace(block, kind="residue", reason="a player's label")
            if words.startswith("Listen")
            else replace(
                block, repeats=same, reason=f"the same words as block {same}" if same is not None else "invented"
            )
        )
    return replace(article, blocks=tuple(blocks))


def pair(one: Place, other: Place) -> tuple[Place, Place]:
    first, second = sorted((one, other))
    return (first, second)
