"""A story's articles for newsroom systems: ninjs, the JSON of the International Press Telecommunications Council."""

import json
from collections.abc import Sequence

from twosource.model import Article, Source, SourceKind, Story
from twosource.present.exports.naming import named, stamped
from twosource.present.index import Index


def to_ninjs(stories: Sequence[Story]) -> str:
    """Every article as a ninjs item of version 1, in an array; its sources are named as persons and organisations.

    The text is that of paragraphs and subheadings, each behind an empty line; ``twosource compare`` reads it back.

    Source: IPTC, ninjs 1.4.
    """
    items = [_item(Index(story), article) for story in stories for article in story.articles]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(index: Index, article: Article) -> dict[str, object]:
    speakers = [one for one in index.story.sources if article.id in {place.article for place in one.mentions}]
    item: dict[str, object] = {
        "uri": named(article),
        "type": "text",
        "mimetype": "text/plain",
        "language": article.language,
        "headline": article.headline,
        "byline": ", ".join(article.byline),
        "firstcreated": stamped(article.published),
        "versioncreated": stamped(article.updated or article.published),
        "infosources": [{"name": name} for name in (article.outlet, *article.via)],
        "person": _subjects(speakers, "person"),
        "organisation": _subjects(speakers, "body"),
        "body_text": "\n\n".join(_body(article)),
    }
    return {key: value for key, value in item.items() if value not in (None, "", [])}


def _body(article: Article) -> list[str]:
    """Paragraphs and subheadings, without the headline, which stands in a field of its own."""
    told = [block.span.of(article.text) for block in article.told_in("headline", "subheading", "paragraph")]
    return told[1:] if article.headline and told[:1] == [article.headline] else told


def _subjects(speakers: Sequence[Source], kind: SourceKind) -> list[dict[str, str]]:
    return [{"name": one.name, "rel": "source"} for one in speakers if one.kind == kind]
