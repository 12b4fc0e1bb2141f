"""The record of one team or fighter, told in two ways: "the Colts (10-5)" here, "a 9-5 season for the Colts" there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Conflict, content_id
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_NEAR: Final = 2
"""Games by which two accounts of one record differ at the most."""
Record = tuple[int, int, int]
_Told = Mapping[Record, list[tuple[str, int]]]


def standing_conflicts(index: StoryIndex) -> Iterator[Conflict]:
    """Records of one name that differ by a game or two between articles of one day; who gives two tells of several seasons.

    Returns:
        Conflicts of value, one a name, without a point; members are the statements that hold the records.
    """
    told: dict[str, dict[Record, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for article in index.articles.values():
        for name, record, place in _records(article):
            told[name][record].append((article.id, place))
    for name in sorted(told):
        found = _conflict(name, told[name], index)
        if found:
            yield found


def _records(article: Article) -> Iterator[tuple[str, Record, int]]:
    for match in lexicon_of(article.language).standings.record.finditer(article.text):
        yield match["name"], (int(match["won"]), int(match["lost"]), int(match["drawn"] or 0)), match.start("won")


def _conflict(name: str, every: _Told, index: StoryIndex) -> Conflict | None:
    told = _of_one_season(every)
    records = sorted(told, reverse=True)
    if len(records) <= 1 or not _told_on_one_day(told, index) or not all(_near(*pair) for pair in pairwise(records)):
        return None
    members = {index.statement_at(*place) for places in told.values() for place in places}
    ids = tuple(sorted(member for member in members if member))
    if not ids:
        return None
    ways = tuple(
        Reason("lists.in", words=_shown(record), articles=index.names(_articles(told[record]))) for record in records
    )
    made = content_id("c", "value", "standing", name, *ids)
    return Conflict(id=made, kind="value", members=ids, detail=index.worded(Reason("story.is", name=name, told=ways)))


def _of_one_season(told: _Told) -> _Told:
    """The records without those of articles that give two."""
    homes = Counter(article for places in told.values() for article in _articles(places))
    kept = {record: [place for place in places if homes[place[0]] == 1] for record, places in told.items()}
    return {record: places for record, places in kept.items() if places}


def _told_on_one_day(told: _Told, index: StoryIndex) -> bool:
    """Whether no game may lie between the articles, as far as they say when they were written."""
    days = {(index.time(article) or "")[:10] for places in told.values() for article in _articles(places)}
    return len(days - {""}) <= 1


def _near(one: Record, other: Record) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _NEAR


def _articles(places: Iterable[tuple[str, int]]) -> set[str]:
    return {article for article, _ in places}


def _shown(record: Record) -> str:
    return "-".join(str(games) for games in (record if record[-1] else record[:-1]))
