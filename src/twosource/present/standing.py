"""How many stand behind a point, in one short line, names first; the whole reasoning is one click further."""

from twosource.model import Point
from twosource.present.index import Index
from twosource.present.ranking import articles_of
from twosource.present.wording import clip
from twosource.text.prose import counted, inside, listed, number, opened

_NAMES = 3
_WHO = 60


def standing(index: Index, point: Point, named: dict[str, str]) -> str:
    """Who says it, in how many articles, and how many texts those go back to.

    Args:
        index: The story.
        point: One of its points.
        named: The letters of shared origins.

    Returns:
        For example ``Tomas Ekeland, in three articles that go back to one text (A)``.
    """
    names = list(
        dict.fromkeys(
            clip(inside(index.sources[name].name), _WHO) for name in point.standing.sources if name in index.sources
        )
    )
    who = listed(names, _NAMES) if names else "No source named"
    articles = articles_of(index, point)
    shared = list(
        dict.fromkeys(
            named[index.origin_of[name].id]
            for name in articles
            if name in index.origin_of and index.origin_of[name].id in named
        )
    )
    alone = sum(name not in index.origin_of or index.origin_of[name].id not in named for name in articles)
    if len(articles) == 1:
        return f"{opened(who)}, in {index.outlets[articles[0]]}"
    if not shared:
        return f"{opened(who)}, in {counted(len(articles), 'article')}; no shared origin found between them"
    texts = f"{'one text' if len(shared) == 1 else number(len(shared)) + ' texts'} ({listed(shared)})"
    if not alone:
        return f"{opened(who)}, in {counted(len(articles), 'article')} that go back to {texts}"
    tied = len(articles) - alone
    goes = "goes" if tied == 1 else "go"
    return f"{opened(who)}, in {counted(len(articles), 'article')}: {number(tied)} {goes} back to {texts}, {number(alone)} with no shared origin found"
