"""A story for investigations: FollowTheMoney entities, as Aleph and OpenSanctions load them, one a line."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from twosource.model import Article, Source, Statement, Story
from twosource.present.exports.naming import address_of, in_utc
from twosource.present.index import Index

Entity = dict[str, object]

_SCHEMAS: Final = {"person": "Person", "body": "LegalEntity", "outlet": "LegalEntity"}


def to_ftm(stories: Sequence[Story]) -> str:
    """Articles, who is a source in them, each as an article names it, and what each says there.

    Sources that have no name (a witness, an official) and documents are no entities; what they say is not lost, it
    stands without one in every other form.

    Returns:
        Lines of JSON; empty for no stories.
    """
    entities = {entity["id"]: entity for story in stories for entity in _entities(Index(story))}
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities.values())


def _entities(index: Index) -> Iterator[Entity]:
    story = index.story
    yield from (_article(article) for article in story.articles)
    for source in story.sources:
        if source.kind in _SCHEMAS:
            yield _source(source)
            yield from _mentions(source)
    for statement in story.statements:
        known = index.source(statement.source)
        if known and statement.said and known.kind in _SCHEMAS:
            yield _saying(index, statement, known)


def _entity(key: str, schema: str, /, **properties: str | Sequence[str] | None) -> Entity:
    filled = {
        name: [value] if isinstance(value, str) else list(dict.fromkeys(value))
        for name, value in properties.items()
        if value
    }
    return {"id": f"twosource-{key}", "schema": schema, "properties": filled}


def _article(article: Article) -> Entity:
    return _entity(
        article.id,
        "Article",
        title=article.headline,
        publisher=article.outlet,
        author=article.byline,
        publishedAt=in_utc(article.published),
        modifiedAt=in_utc(article.updated),
        sourceUrl=address_of(article),
        bodyText=article.text,
    )


def _source(source: Source) -> Entity:
    position = source.role if source.kind == "person" else None
    others = tuple(name for name in source.names if name != source.name)
    return _entity(source.id, _SCHEMAS[source.kind], name=source.name, weakAlias=others, position=position)


def _mentions(source: Source) -> Iterator[Entity]:
    for article in dict.fromkeys(place.article for place in source.mentions):
        yield _entity(
            f"{source.id}-{article}",
            "Mention",
            document=f"twosource-{article}",
            resolved=f"twosource-{source.id}",
            name=source.name,
            detectedSchema=_SCHEMAS[source.kind],
        )


def _saying(index: Index, statement: Statement, source: Source) -> Entity:
    article = index.articles[statement.article]
    point = index.point_of.get(statement.id)
    return _entity(
        statement.id,
        "Documentation",
        document=f"twosource-{article.id}",
        entity=f"twosource-{source.id}",
        role=f"source of a {statement.kind}",
        summary=index.verbatim(statement),
        recordId=point.id if point else None,
        date=in_utc(article.published),
        sourceUrl=address_of(article),
    )
