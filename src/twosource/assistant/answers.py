"""Parts of a story as an assistant is told them: exact words, where they stand, on whose word."""

from typing import Any

from twosource.model import Article, Difference, Mark, Point, Span, Statement, Story
from twosource.present.index import Index
from twosource.present.ranking import ranked
from twosource.text.story_index import Member

Answer = dict[str, Any]


def story_answer(story: Story, *, first: int, limit: int) -> Answer:
    """A story: articles, what to check, conflicts, and ``limit`` points from number ``first`` (0 is the first) on.

    Points come in the order of the page: what differs and what many say first. ``more_points`` says how many follow.
    """
    index = Index(story)
    several, single = ranked(index)
    points = (*several, *single)
    return {
        "story": story.id,
        "title": story.title,
        "articles": [article_answer(index, one) for one in story.articles],
        "to_check": [one.detail for one in story.checks],
        "conflicts": [
            {
                "kind": one.kind,
                "detail": one.detail,
                "said": [said_answer(index, index.by_id[name]) for name in one.members if name in index.by_id],
            }
            for one in story.conflicts
        ],
        "points": [point_answer(index, point) for point in points[first : first + limit]],
        "more_points": max(0, len(points) - first - limit),
        "could_not_be_read_or_decided": [f"{one.where}: {one.detail}" for one in story.gaps],
    }


def article_answer(index: Index, article: Article) -> Answer:
    """An article: how it is called, where it stands, when it appeared, whose copy it says it is."""
    origin = index.origin_of.get(article.id)
    return {
        "article": article.id,
        "called": index.name(article.id),
        "headline": article.headline,
        "place": article.url or article.path,
        "published": article.published,
        "via": list(article.via),
        "shares_its_origin_with": [index.name(one) for one in origin.articles if one != article.id] if origin else [],
    }


def point_answer(index: Index, point: Point) -> Answer:
    """A point: who stands behind it in a sentence, what each article says, and how they differ."""
    return {
        "point": point.id,
        "kind": point.kind,
        "label": point.label,
        "relation": point.relation,
        "standing": point.standing.detail,
        "said": [said_answer(index, member) for member in index.members(point)],
        "differences": [_difference(one) for one in point.differences],
    }


def said_answer(index: Index, member: Member) -> Answer:
    """A statement or figure: its exact words, each stretch with its place in the article's text, and its source."""
    spans = member.content if isinstance(member, Statement) else (member.span,)
    answer: Answer = {
        "id": member.id,
        "article": member.article,
        "outlet": index.name(member.article),
        "words": [_stretch(index, member.article, span) for span in spans],
        "source": index.speaker(member),
        "marks": [_mark(index, member.article, mark) for mark in member.marks],
    }
    if isinstance(member, Statement):
        return answer | {"kind": member.kind, "source_reason": member.source_reason}
    value = {
        "low": member.low,
        "high": member.high,
        "bound": member.bound,
        "counted": member.counted,
        "measure": member.measure,
    }
    return answer | {"kind": "figure", "value": value, "reason": member.reason}


def statement_answer(story: Story, name: str) -> Answer | None:
    """One statement or figure with the paragraph about it, and its point with all who make it; None if there is none."""
    index = Index(story)
    member = index.member(name)
    if member is None:
        return None
    article = index.articles[member.article]
    block = article.block_at(member.start)
    point = index.point_of.get(member.id)
    return said_answer(index, member) | {
        "headline": article.headline,
        "place": article.url or article.path,
        "paragraph": _stretch(index, member.article, block.span if block else member.span),
        "point": point_answer(index, point) if point else None,
    }


def _stretch(index: Index, article: str, span: Span) -> Answer:
    return {"exact": index.words(span, article), "start": span.start, "end": span.end}


def _mark(index: Index, article: str, mark: Mark) -> Answer:
    by = (index.who(mark.by) or mark.by) if mark.by else "the outlet itself"
    return {"kind": mark.kind, "by": by, "words": index.words(mark.span, article), "reason": mark.reason}


def _difference(one: Difference) -> Answer:
    return {"kind": one.kind, "detail": one.detail, "between": list(one.members)}
