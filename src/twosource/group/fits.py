"""How well an article fits a story, and two stories each other: the average over their articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from twosource.group.window import Window
from twosource.model import content_id
from twosource.settings import Settings

_ASKED_OF_STORY: Final = 10
_ASKED_OF_PAIR: Final = 7
_FAR: Final = -2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """An article or story against a story: average odds, and the member that is most like it."""

    story: str
    odds: float
    closest: int


def spread(numbers: list[int], most: int) -> list[int]:
    """At most so many of them, evenly: a story of hundreds is judged by a few from each of its times."""
    if len(numbers) <= most:
        return numbers
    return [numbers[row * len(numbers) // most] for row in range(most)]


def fit(window: Window, number: int, story: str) -> Fit | None:
    """How an article fits a story without itself; None where it is all of it."""
    asked = _asked(window, number, story)
    return _fit(story, asked, window.all_odds(number, asked)) if asked else None


def fits(window: Window, number: int, near: Sequence[int]) -> list[Fit]:
    """The stories of the nearest articles that the article could be in, the best first."""
    odds = window.all_odds(number, near)
    alike = [other for other, value in zip(near, odds, strict=True) if value > _FAR]
    asked = {story: _asked(window, number, story) for story in dict.fromkeys(window.story[other] for other in alike)}
    window.all_odds(number, [other for members in asked.values() for other in members])
    found = [_fit(story, members, window.all_odds(number, members)) for story, members in asked.items() if members]
    return sorted(found, key=lambda one: (-one.odds, one.story))


def _asked(window: Window, number: int, story: str) -> list[int]:
    return spread([member for member in window.judges(story) if member != number], _ASKED_OF_STORY)


def _fit(story: str, asked: list[int], odds: list[float]) -> Fit:
    best = max(range(len(asked)), key=lambda row: (odds[row], -row))
    return Fit(story=story, odds=sum(odds) / len(odds), closest=asked[best])


def between(window: Window, one: str, other: str) -> float:
    """The average odds over the articles of two stories."""
    left, right = (spread(window.judges(story), _ASKED_OF_PAIR) for story in (one, other))
    odds = [value for number in left for value in window.all_odds(number, right)]
    return sum(odds) / len(odds)


def line(settings: Settings) -> float:
    """The odds that must be passed, from ``group_chance``."""
    return log(settings.group_chance / (1 - settings.group_chance))


def new_story(window: Window, number: int) -> str:
    """The id of a story that begins with this article; another one where the article began a story before."""
    article = window.article[number]
    first = content_id("y", article)
    if window.story.get(number) is None and first not in window.members:
        return first
    newest = window.article[max(window.article)]
    tries = (content_id("y", article, newest, turn) for turn in range(len(window.members) + 1))
    return next(story for story in tries if story not in window.members)
