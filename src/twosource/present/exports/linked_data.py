"""A story in the vocabulary of schema.org, as JSON-LD: articles, quotations, and claims with where they appear.

Nothing is rated: a ``ClaimReview`` is somebody's verdict, and twosource gives none. The text of articles stays out.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from twosource.model import Article, Point, Source, Statement, Story
from twosource.present.exports.naming import address_of, named, stamped, urn
from twosource.present.index import Index

Node = dict[str, object]

_CONTEXT: Final = {"@vocab": "https://schema.org/"}
_TYPES: Final = {"person": "Person", "body": "Organization", "outlet": "NewsMediaOrganization"}


def to_jsonld(stories: Sequence[Story]) -> str:
    """Stories as one JSON-LD document whose ``@graph`` holds everything; empty for no stories."""
    graph = [node for story in stories for node in _graph(story)]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _graph(story: Story) -> Iterator[Node]:
    index = Index(story)
    yield {
        "@type": "Collection",
        "@id": urn(story.id),
        "name": story.title,
        "hasPart": [{"@id": named(article)} for article in story.articles],
        "mentions": [{"@id": urn(point.id)} for point in story.points],
        "creator": {"@type": "SoftwareApplication", "name": "twosource", "softwareVersion": story.version},
    }
    yield from (_article(article) for article in story.articles)
    yield from (_speaker(source) for source in story.sources if source.kind in _TYPES)
    yield from (_quotation(index, one) for one in story.statements if one.kind == "quotation" and not one.scare)
    yield from (_claim(index, point) for point in story.points)


def _article(article: Article) -> Node:
    outlet: Node = {"@type": "NewsMediaOrganization", "name": article.outlet}
    if article.publisher:
        outlet["parentOrganization"] = {"@type": "Organization", "name": article.publisher}
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": named(article),
            "identifier": article.id,
            "url": address_of(article),
            "headline": article.headline,
            "author": [{"@type": "Person", "name": name} for name in article.byline],
            "publisher": outlet,
            "datePublished": stamped(article.published),
            "dateModified": stamped(article.updated),
            "inLanguage": article.language,
            "creditText": "; ".join((*article.via, *article.credits)),
        }
    )


def _speaker(source: Source) -> Node:
    others = [name for name in source.names if name != source.name]
    job = source.role if source.kind == "person" else None
    return _filled(
        {
            "@type": _TYPES[source.kind],
            "@id": urn(source.id),
            "name": source.name,
            "alternateName": others,
            "jobTitle": job,
        }
    )


def _quotation(index: Index, statement: Statement) -> Node:
    point = index.point_of.get(statement.id)
    return _filled(
        {
            "@type": "Quotation",
            "@id": urn(statement.id),
            "text": index.verbatim(statement),
            "spokenByCharacter": _who(index, statement.source),
            "isPartOf": {"@id": named(index.articles[statement.article])},
            "about": {"@id": urn(point.id)} if point else None,
            "abstract": statement.source_reason,
        }
    )


def _claim(index: Index, point: Point) -> Node:
    articles = [index.articles[name] for name in index.articles if name in index.articles_of(point)]
    return _filled(
        {
            "@type": "Claim",
            "@id": urn(point.id),
            "name": point.label,
            "appearance": [{"@id": named(article)} for article in articles],
            "author": [who for name in point.standing.sources if (who := _who(index, name))],
            "description": point.standing.detail,
        }
    )


def _who(index: Index, source: str | None) -> Node | None:
    """A speaker by reference; by name where the vocabulary has no type for it, None where nobody is known."""
    known = index.source(source)
    if known is None:
        return None
    return {"@id": urn(known.id)} if known.kind in _TYPES else {"@type": "Thing", "name": known.name}


def _filled(node: Node) -> Node:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
