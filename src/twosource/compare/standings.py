"""The record of one team or fighter, told in two ways: "the Colts (10-5)" here, "a 9-5 season for the Colts" there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from twosource.compare.between import Told, by_value, conflict, ways
from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Conflict
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_NEAR: Final = 2
"""Games by which two accounts of one record differ at the most."""


def standing_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Records of one name that differ by a game or two between articles of one day; who gives two tells of several seasons."""
    told: dict[str, list[Told]] = defaultdict(list)
    for article in index.articles.values():
        for name, record in _records(article):
            told[name].append(record)
    return (_conflict(name, told[name], index) for name in sorted(told))


def _conflict(name: str, every: list[Told], index: StoryIndex) -> Conflict | None:
    given = Counter(article for held in by_value(every).values() for article in held)
    kept = [one for one in every if given[one.article] == 1]
    records = by_value(kept)
    highest = sorted(records, reverse=True)
    days = {(index.time(one.article) or "")[:10] for one in kept} - {""}  # no game may lie between the articles
    steps = [abs(a - b) for pair in pairwise(highest) for a, b in zip(*pair, strict=True)]
    if len(records) <= 1 or len(days) > 1 or max(steps) > _NEAR:
        return None
    members = sorted(filter(None, {index.statement_at(one.article, one.start) for one in kept}))
    sides = ways(((_shown(record), records[record]) for record in highest), index)
    return conflict("value", Reason("story.is", name=name, told=sides), members, index, "value", "standing", name)


def _records(article: Article) -> Iterator[tuple[str, Told]]:
    """Each name with how many it won, lost and drew."""
    for match in lexicon_of(article.language).standings.record.finditer(article.text):
        games = int(match["won"]), int(match["lost"]), int(match["drawn"] or 0)
        yield match["name"], Told(games, article.id, match.start("won"))


def _shown(record: Sequence[int]) -> str:
    return "-".join(str(games) for games in (record if record[-1] else record[:-1]))
