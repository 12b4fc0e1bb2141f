"""How a reader knows an article among the others of its story, the same in every reason, check and table."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from twosource.model import Article
from twosource.text.stamps import when

_HEADLINE: Final = 40  # code points: enough to know it again
_CLOCK: Final = len("2031-05-14T")


def article_names(articles: Iterable[Article]) -> Mapping[str, str]:
    """A name for each article, no two alike: its outlet; behind it what tells it from its outlet's other articles.

    That is its day where each has another, else day and time, else the beginning of its headline, else its id.

    Args:
        articles: All articles of a story. Their order changes no name.

    Returns:
        Names by the articles' ids, in the order of the articles; none for none.

    Example:
        An outlet with two articles of one day has "tide.example (14 May, 08:15)" and "tide.example (14 May, 17:00)".
    """
    given = tuple(articles)
    every = sorted(given, key=lambda article: article.id)
    years = {_stamp(article)[:4] for article in every if _stamp(article)}
    of_outlet: dict[str, list[Article]] = defaultdict(list)
    for article in every:
        of_outlet[article.outlet].append(article)
    names: dict[str, str] = {}
    for outlet, own in of_outlet.items():
        tags = _apart(own, one_year=len(years) == 1)
        names |= {article.id: f"{outlet} ({tag})" if tag else outlet for article, tag in zip(own, tags, strict=True)}
    return {article.id: names[article.id] for article in given}


def _apart(articles: list[Article], *, one_year: bool) -> list[str]:
    """What tells each of an outlet's articles from its others; empty for a single one."""
    if len(articles) == 1:
        return [""]

    def day(article: Article) -> str:
        return _told(_stamp(article)[: _CLOCK - 1], one_year=one_year)

    def clock(article: Article) -> str:
        return _told(_stamp(article), one_year=one_year)

    ways: tuple[Callable[[Article], str], ...] = (day, clock, _headline, lambda article: article.id)
    tags = [""] * len(articles)
    for way in ways:
        taken = Counter(tags)
        tags = [tag if tag and taken[tag] == 1 else way(article) for tag, article in zip(tags, articles, strict=True)]
        if "" not in tags and len(set(tags)) == len(tags):
            break
    return tags


def _stamp(article: Article) -> str:
    return article.last_dated or ""


def _told(stamp: str, *, one_year: bool) -> str:
    """A time for a reader; without its year where all are of one year."""
    told = when(stamp)
    return told.replace(f" {stamp[:4]}", "", 1) if one_year and len(stamp) > len("2031-05") else told


def _headline(article: Article) -> str:
    words = " ".join((article.headline or "").split())
    return f"“{words}”" if len(words) <= _HEADLINE else f"“{words[:_HEADLINE].rsplit(' ', 1)[0]} …”" if words else ""
