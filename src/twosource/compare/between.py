"""One thing told in two ways, wherever it stands: which articles give which value of it, and the conflict that this is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from twosource.model import Conflict, ConflictKind, ConflictSide, Place, content_id
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_WORD: Final = re.compile(r"\w+")


class Told(NamedTuple):
    """One value where an article gives it: as it is compared, and where and in which words it stands."""

    value: Any
    article: str
    start: int
    words: str = ""


def by_value(every: Iterable[Told]) -> dict[Any, dict[str, Told]]:
    """The first place of each value in each article that gives it."""
    found: dict[Any, dict[str, Told]] = defaultdict(dict)
    for told in every:
        found[told.value].setdefault(told.article, told)
    return found


def conflict(
    kind: ConflictKind,
    told: Reason | str,
    members: Iterable[str | None],
    index: StoryIndex,
    *mark: object,
    point: str | None = None,
    topic: Reason | str = "",
    sides: Iterable[ConflictSide] = (),
) -> Conflict | None:
    """A conflict; None where no statement holds one of its values.

    Args:
        kind: Of what the articles give two.
        told: Who gives which.
        members: The statements that hold the values, in the order in which they are told.
        index: The story.
        mark: By what it is known from other conflicts of the same members; its kind by itself.
        point: The point in which it lies; None where it lies between points.
        topic: Whom or what the values are of, where the words of no side say so.
        sides: Its accounts, where they were read by their words.
    """
    ids = tuple(dict.fromkeys(member for member in members if member))
    made = content_id("c", *(mark or (kind,)), *ids)
    if not ids:
        return None
    line, about = index.worded(told), index.worded(topic)
    return Conflict(id=made, kind=kind, point=point, topic=about, members=ids, detail=line, sides=tuple(sides))


def sides_of(values: Mapping[Any, Mapping[str, Told]], index: StoryIndex) -> Iterator[ConflictSide]:
    """Each value as a side of its conflict: the words for it where it stands first, and its place in each article."""
    for _, told in sorted(values.items()):
        every = [told[article] for article in sorted(told, key=index.name)]
        places = tuple(place_of_word(one.article, one.start, index) for one in every)
        members = dict.fromkeys(filter(None, (index.statement_at(one.article, one.start) for one in every)))
        words = places[0].span.of(index.articles[places[0].article].text)
        yield ConflictSide(words=words, places=places, members=tuple(members))


def place_of_word(article: str, start: int, index: StoryIndex) -> Place:
    """Where the word stands that begins at ``start``; an empty place, where none does."""
    found = _WORD.match(index.articles[article].text, start)
    return Place(article=article, start=start, end=found.end() if found else start)


def ways(sides: Iterable[tuple[object, Iterable[str]]], index: StoryIndex) -> tuple[Reason, ...]:
    """Each value with the articles that give it: "34 in a.example and b.example"."""
    return tuple(Reason("lists.in", words=words, articles=index.names(articles)) for words, articles in sides)
