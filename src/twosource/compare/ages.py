"""One person, two ages: "Ada Quill, 34," here and "35-year-old Ada Quill" there."""

import re
from collections import defaultdict
from datetime import date
from typing import Final

from twosource.model import Conflict, content_id
from twosource.text.prose import listed
from twosource.text.story_index import StoryIndex

_NAME: Final = r"[A-Z][a-zà-ÿ’'-]{1,20}(?: [A-Z]\.)?(?: [A-Z][\w’'-]{1,20}){1,2}"
_BEHIND: Final = re.compile(rf"\b(?P<name>{_NAME}), (?:aged )?(?P<age>\d{{1,3}})(?=[,.;)])")
_BEFORE: Final = re.compile(rf"\b(?P<age>\d{{1,3}})-year-old (?P<name>{_NAME})\b")
_OLDEST: Final = 115
_BACK: Final = 2  # years: more of them inside one article are its look back
_BIRTHDAY: Final = 14  # days between articles from which on one may have been celebrated
_Place = tuple[str, int]


def age_conflicts(index: StoryIndex) -> tuple[Conflict, ...]:
    """People with one full name to whom different ages are given, in two articles or in one.

    Returns:
        Conflicts of value, one a person, without a point; members are the statements that hold the ages.
    """
    ages: dict[str, dict[int, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for article in index.articles.values():
        for pattern in (_BEHIND, _BEFORE):
            for match in pattern.finditer(article.text):
                age = int(match["age"])
                if 0 < age <= _OLDEST:
                    ages[" ".join(match["name"].replace("’", "'").split())][age].append(
                        (article.id, match.start("age"))
                    )
    found = (_conflict(name, ages[name], index) for name in sorted(ages) if len(ages[name]) > 1)
    return tuple(conflict for conflict in found if conflict)


def _conflict(name: str, ages: dict[int, list[_Place]], index: StoryIndex) -> Conflict | None:
    if _grown(ages, index):
        return None
    members = {index.statement_at(article, start) for places in ages.values() for article, start in places} - {None}
    told = [f"{age} in {index.names(article for article, _ in ages[age])}" for age in sorted(ages)]
    ids = tuple(sorted(member for member in members if member))
    if not ids:
        return None
    return Conflict(
        id=content_id("c", "value", "age", name, *ids), kind="value", members=ids, detail=f"{name} is {listed(told)}."
    )


def _grown(ages: dict[int, list[_Place]], index: StoryIndex) -> bool:
    """Whether the ages may all be right: a birthday lies between the articles, or one article looks years back."""
    by_article = {age: {article for article, _ in places} for age, places in ages.items()}
    low, high = min(ages), max(ages)
    if high - low > _BACK and by_article[low] & by_article[high]:
        return True
    times = [[index.time(article) for article in sorted(by_article[age])] for age in (low, high)]
    known = [
        [date.fromisoformat(time[:10]) for time in side if time and len(time) >= len("2031-05-14")] for side in times
    ]
    if any(len(one) < len(two) for one, two in zip(known, times, strict=True)):
        return high - low == 1
    days = (min(known[1]) - min(known[0])).days  # an old age that is told again later is a stale one
    return days >= _BIRTHDAY and high - low <= days // 365 + 1
