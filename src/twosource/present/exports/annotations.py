"""Statements, figures and marks as annotations on the articles' own pages: by the W3C's model, and for Hypothesis.

Source: W3C, Web Annotation Data Model (2017), text quote selectors. They name exact words with what stands around them,
so that a reader's program finds the words on the page, where our offsets mean nothing.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.model import Article, Figure, Span, Statement, Story
from twosource.present.exports.columns import holder
from twosource.present.exports.naming import address_of, latest, named, urn
from twosource.present.index import Index
from twosource.text.prose import opened
from twosource.text.story_index import Member

_AROUND: Final = 32  # code points of context, as the model's examples and browsers' programs use
_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


@dataclass(frozen=True, slots=True)
class Note:
    """What is said about some words of an article."""

    id: str  # of the statement or figure; behind a colon the place of a mark
    article: Article
    spans: tuple[Span, ...]
    words: str  # in plain words: what it is, on whose word, how it is marked, and why
    tags: tuple[str, ...]  # what kinds it is of


def to_annotations(stories: Sequence[Story]) -> str:
    """Stories as JSON-LD by the W3C's Web Annotation Data Model: one collection a story, in an array if several."""
    collections = [_collection(story) for story in stories]
    whole = collections[0] if len(collections) == 1 else collections
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def to_hypothesis(stories: Sequence[Story]) -> str:
    """The same in the form that Hypothesis writes and imports: notes on articles that have a web address."""
    notes = [note for story in stories for note in notes_of(story) if address_of(note.article)]
    whole = {
        "export_date": max((latest(story) for story in stories), default="1970-01-01T00:00:00Z"),
        "export_userid": "twosource",
        "client_version": "twosource",
        "annotations": [_hypothesis(note) for note in notes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def notes_of(story: Story) -> Iterator[Note]:
    """Every statement but assertions, every figure, every mark; articles in the order of the story, each in its own."""
    index = Index(story)
    order = {name: place for place, name in enumerate(index.articles)}
    members: list[Member] = [one for one in story.statements if one.kind != "assertion" and one.attitude is None]
    for member in sorted([*members, *story.figures], key=lambda one: (order[one.article], one.start, one.id)):
        article = index.articles[member.article]
        yield Note(member.id, article, _spans(member), _about(index, member), _tags(index, member))
        for mark in member.marks:
            words = f"{opened(mark.kind)} by {holder(index, mark)}: {mark.reason}."
            yield Note(
                f"{member.id}:{mark.start}",
                article,
                (mark.span,),
                words,
                ("mark", mark.kind, *_of_point(index, member)),
            )


def _spans(member: Member) -> tuple[Span, ...]:
    return member.content if isinstance(member, Statement) else (member.span,)


def _tags(index: Index, member: Member) -> tuple[str, ...]:
    kinds = ("figure", *filter(None, [member.measure])) if isinstance(member, Figure) else (member.kind,)
    return (*kinds, *_of_point(index, member))


def _of_point(index: Index, member: Member) -> tuple[str, ...]:
    """The point that a note belongs to, as a tag: notes on several pages are found together by it."""
    point = index.point_of.get(member.id)
    return (f"point:{point.id}",) if point else ()


def _about(index: Index, member: Member) -> str:
    kind = "figure" if isinstance(member, Figure) else member.kind
    who = index.speaker(member)
    marks = ", ".join(f"{one.kind} by {holder(index, one)}" for one in member.marks)
    point = index.point_of.get(member.id)
    reason = member.reason if isinstance(member, Figure) else member.source_reason
    parts = [
        f"{opened(kind)}, {f'on the word of {who}' if who else 'no source named'}.",
        f"{opened(marks)}." if marks else "",
        f"Standing: {point.standing.detail}." if point and point.standing.detail else "",
        f"Why: {reason}." if reason else "",
    ]
    return " ".join(part.replace("..", ".") for part in parts if part)


def _collection(story: Story) -> dict[str, object]:
    items = [_annotation(note) for note in notes_of(story)]
    return {
        "@context": _CONTEXT,
        "id": urn(f"{story.id}:annotations"),
        "type": "AnnotationCollection",
        "label": story.title,
        "total": len(items),
        "first": {"id": urn(f"{story.id}:annotations:1"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(note: Note) -> dict[str, object]:
    tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    words = {
        "type": "TextualBody",
        "value": note.words,
        "format": "text/plain",
        "language": "en",
        "purpose": "describing",
    }
    return {
        "id": urn(note.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [words, *tags],
        "target": [
            {"type": "SpecificResource", "source": named(note.article), "selector": _selector(note, span)}
            for span in note.spans
        ],
    }


def _selector(note: Note, span: Span) -> dict[str, str]:
    text = note.article.text
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }


def _hypothesis(note: Note) -> dict[str, object]:
    address = named(note.article)
    return {
        "id": note.id.replace(":", "-"),
        "uri": address,
        "text": note.words,
        "tags": [*note.tags, "twosource"],
        "document": {"title": [note.article.headline or note.article.outlet]},
        "target": [{"source": address, "selector": [_selector(note, span)]} for span in note.spans[:1]],
    }
