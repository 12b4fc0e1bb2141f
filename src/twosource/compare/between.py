"""One thing told in two ways, wherever it stands: which articles give which value of it, and the conflict that this is."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from twosource.model import Conflict, ConflictKind, ConflictSide, content_id
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex


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
        sides: Its accounts, where they were read by their words.
    """
    ids = tuple(dict.fromkeys(member for member in members if member))
    made = content_id("c", *(mark or (kind,)), *ids)
    if not ids:
        return None
    return Conflict(id=made, kind=kind, point=point, members=ids, detail=index.worded(told), sides=tuple(sides))


def ways(sides: Iterable[tuple[object, Iterable[str]]], index: StoryIndex) -> tuple[Reason, ...]:
    """Each value with the articles that give it: "34 in a.example and b.example"."""
    return tuple(Reason("lists.in", words=words, articles=index.names(articles)) for words, articles in sides)
