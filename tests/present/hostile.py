"""A story whose every text is one that somebody chose."""

from invented import article as make_article
from twosource.model import (
    Check,
    Conflict,
    Difference,
    Figure,
    Gap,
    Mark,
    Place,
    Point,
    Source,
    Span,
    Standing,
    Statement,
    Story,
    TimelineEntry,
    content_id,
)


def hostile(words: str) -> Story:
    """A story of one article whose every text is ``words``."""
    nasty = make_article(words, outlet=words, headline=words)
    said = Source(
        id=content_id("s", words),
        name=words,
        kind="person",
        role=words,
        names=(words,),
        mentions=(Place(article=nasty.id, start=0, end=len(words)),),
    )
    told = Statement(
        id=content_id("t", words),
        article=nasty.id,
        kind="quotation",
        start=0,
        end=len(words),
        content=(Span(start=0, end=len(words)),),
        source=said.id,
        source_span=Span(start=0, end=len(words)),
        source_reason=words,
        marks=(Mark(kind="disputed", start=0, end=len(words), reason=words),),
    )
    count = Figure(
        id=content_id("f", words),
        article=nasty.id,
        start=0,
        end=min(3, len(words)),
        low=1,
        high=2,
        bound="between",
        counted=words,
        measure=words,
        reason=words,
    )
    point = Point(
        id=content_id("q", words),
        kind="figure",
        label=words,
        statements=(told.id,),
        figures=(count.id,),
        relation="single",
        differences=(Difference(kind="wording", members=(told.id,), detail=words),),
        standing=Standing(articles=(nasty.id,), outlets=(words,), detail=words),
        reason=words,
    )
    return Story(
        title=words,
        articles=(nasty,),
        sources=(said,),
        statements=(told,),
        figures=(count,),
        points=(point,),
        conflicts=(
            Conflict(id=content_id("c", words), kind="value", point=point.id, members=(count.id,), detail=words),
        ),
        timeline=(TimelineEntry(earliest=words, latest=words, precision=words, statements=(told.id,), label=words),),
        checks=(Check(code=words, detail=words, refers=(point.id,)),),
        gaps=(Gap(code="G203", where=words, detail=words),),
        version=words,
    )
