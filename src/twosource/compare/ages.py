"""One person, two ages: "Ada Quill, 34," here and "35-year-old Ada Quill" there."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import Conflict, content_id
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_OLDEST: Final = 115
_BACK: Final = 2  # years: more of them inside one article are its look back
_BIRTHDAY: Final = 14  # days between articles from which on one may have been celebrated
_YEAR: Final = 365  # days
_Place = tuple[str, int]


def age_conflicts(index: StoryIndex) -> tuple[Conflict, ...]:
    """People with one full name to whom different ages are given, in two articles or in one.

    Returns:
        Conflicts of value, one a person, without a point; members are the statements that hold the ages.
    """
    ages: dict[str, dict[int, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for article in index.articles:
        for name, age, place in _told(article, index):
            ages[name][age].append((article, place))
    found = (_conflict(name, ages[name], index) for name in sorted(ages) if len(ages[name]) > 1)
    return tuple(conflict for conflict in found if conflict)


def _told(article: str, index: StoryIndex) -> Iterator[tuple[str, int, int]]:
    """Whole names with the ages given to them, and where each age stands."""
    for figure in index.ages_of(article):
        name = figure.counted.replace("’", "'")
        exact = figure.low == figure.high and figure.unit == lexicon_of(index.articles[article].language).ages.unit
        if (
            exact
            and 0 < figure.low <= _OLDEST
            and len(name.split()) > 1
            and all(part[:1].isupper() for part in name.split())
        ):
            yield name, int(figure.low), figure.start


def _conflict(name: str, ages: dict[int, list[_Place]], index: StoryIndex) -> Conflict | None:
    if may_both_hold(ages, index):
        return None
    members = {index.statement_at(article, start) for places in ages.values() for article, start in places} - {None}
    told = tuple(
        Reason("lists.in", words=age, articles=index.names(article for article, _ in ages[age])) for age in sorted(ages)
    )
    ids = tuple(sorted(member for member in members if member))
    if not ids:
        return None
    return Conflict(
        id=content_id("c", "value", "age", name, *ids),
        kind="value",
        members=ids,
        detail=index.worded(Reason("story.is", name=name, told=told)),
    )


def may_both_hold(ages: dict[int, list[_Place]], index: StoryIndex) -> bool:
    """Whether the ages may all be right: a birthday lies between the articles, or one article looks years back."""
    by_article = {age: {article for article, _ in places} for age, places in ages.items()}
    low, high = min(ages), max(ages)
    if high - low > _BACK and by_article[low] & by_article[high]:
        return True
    younger, older = (_days(by_article[age], index) for age in (low, high))
    if len(younger) < len(by_article[low]) or len(older) < len(by_article[high]):
        return high - low <= max(_years_of(index), 1)  # an article without a day may be of any year of the story
    passed = (min(older) - min(younger)).days  # an old age that is told again later is a stale one
    return passed >= _BIRTHDAY and high - low <= passed // _YEAR + 1


def _years_of(index: StoryIndex) -> int:
    """How many years lie between a story's articles, begun ones counted."""
    days = _days(set(index.articles), index)
    return (max(days) - min(days)).days // _YEAR + 1 if days else 0


def _days(articles: set[str], index: StoryIndex) -> list[date]:
    """The days of those articles that have one."""
    times = (index.time(article) for article in articles)
    return [date.fromisoformat(time[:10]) for time in times if time and len(time) >= len("2031-05-14")]
