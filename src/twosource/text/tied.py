"""Whether the articles of a story hang together by what they say."""

from collections.abc import Sequence

from twosource.model import Article, Point


def all_tied(points: Sequence[Point], articles: Sequence[Article]) -> bool:
    """Whether every article makes a claim that another one makes, and so on until all are reached; true of no articles."""
    reached = {article.id for article in articles[:1]}
    shared = [set(point.standing.articles) for point in points if len(point.standing.articles) > 1]
    while True:
        more = {name for told in shared if told & reached for name in told} - reached
        if not more:
            return len(reached) == len(articles)
        reached |= more
