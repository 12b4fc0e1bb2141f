"""What is contested in a story: contradictions, claims taken back, denials; each with both sides' words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from twosource.model import REFUSING, Conflict, Point
from twosource.present.answered import answered_claims, refusals, turned_claim
from twosource.present.index import Index
from twosource.present.side_words import OTHER, WAYS, content, of_every_side
from twosource.present.sides import Contest, Side, first_place, side_of, side_of_words, whole
from twosource.text.denials import is_denial
from twosource.text.story_index import Member

_WORDS: Final = 90  # code points of one side on one line
OF_NAMES: Final = frozenset({"name"})
"""Kinds of conflicts that are told after all that is contested in what happened."""

_Rest = tuple[object, ...]
_ORDER: Final[Mapping[str, int]] = {"retraction": 0, "conflict": 1, "denial": 2}


@lru_cache(maxsize=2)
def contests(index: Index) -> tuple[Contest, ...]:
    """Everything contested: what was taken back first, then contradictions, then denials, last names in two ways; among these what most articles carry.

    A denial of what a contradiction is about is one of its sides. One sentence that denies several claims is told with
    the claim that most articles make.
    """
    clashes = (conflict for conflict in index.story.conflicts if not is_denial(conflict, index))
    found = [_conflict(index, own) for own in _same(clashes)]
    torn = {one.point for one in found}
    found += [one for point in index.story.points for one in answered_claims(index, point, torn)]
    answered = {one.point for one in found if one.kind == "retraction"}
    found += [one for point in index.story.points if point.id not in answered for one in turned_claim(index, point)]
    found = [one for one in found if one.sides]
    in_order = sorted(
        found,
        key=lambda one: (*_weight(index, one), one.what == "value", one.id),
    )
    return tuple(_once(in_order))


def _once(found: Iterable[Contest]) -> Iterator[Contest]:
    """Those that rest on an answer on which no earlier one rests, or on sentences on which none about the same claim does."""
    told: set[_Rest] = set()
    for one in found:
        rests = _rests_on(one)
        if not rests or not all(told & each for each in rests):
            yield one
        told = told.union(*rests)


def _rests_on(one: Contest) -> list[frozenset[_Rest]]:
    """What each piece of evidence is known by: the mark of an answer, and the sentence in which one claim is told or answered."""
    shown = [each for side in one.sides for each in side.evidence]
    marked = [(each.article, each.mark) for each in shown if each.mark]
    if marked:
        return [frozenset({(article, mark.start), (article, mark.shown.start, one.point)}) for article, mark in marked]
    sentences = shown if one.point and one.what not in OF_NAMES else ()
    return [frozenset({(each.article, each.sentence, one.point)}) for each in sentences]


def _weight(index: Index, one: Contest) -> tuple[bool, int, int, int]:
    number = index.number.get(one.point or "", len(index.number) + 1)
    return one.what in OF_NAMES, _ORDER[one.kind], -len(one.articles), number


def _same(conflicts: Iterable[Conflict]) -> list[list[Conflict]]:
    """Conflicts of one kind about one point together: they are sides of one question; each name is a question of its own."""
    groups: dict[tuple[str, str], list[Conflict]] = {}
    for one in conflicts:
        alone = one.kind in OF_NAMES and bool(one.sides)
        groups.setdefault((one.id if alone else one.point or one.id, one.kind), []).append(one)
    return list(groups.values())


def _conflict(index: Index, own: Sequence[Conflict]) -> Contest:
    conflict = replace(own[0], detail=" ".join(one.detail for one in own))
    every = index.members_named(dict.fromkeys(name for one in own for name in one.members))
    # Who denies it answers below, and is no second account of what is denied.
    members = [member for member in every if not _denies_itself(member)] or every
    point = index.points.get(conflict.point or "")
    read = _as_read(index, conflict) if len(own) == 1 else []
    sides = read or _sides(index, members, conflict)
    if point:
        sides += refusals(index, point)
    return Contest(
        id=conflict.id,
        kind="conflict",
        what=conflict.kind,
        about=_about(index, conflict, point, members, " or ".join(side.words for side in read)),
        point=point.id if point else None,
        sides=tuple(sides),
        detail=conflict.detail,
    )


def _sides(index: Index, members: Sequence[Member], conflict: Conflict) -> list[Side]:
    """The accounts of a contradiction by its members, what most articles have first."""
    shown = WAYS.get(conflict.kind, OTHER)
    reason = conflict.detail if shown.names_one else of_every_side(index, members, conflict.detail)
    groups: dict[str, list[Member]] = {}
    for member in members:
        groups.setdefault(shown.key(index, member, reason), []).append(member)
    in_order = sorted(
        groups.values(), key=lambda group: (-len({one.article for one in group}), first_place(index, group))
    )
    return [
        side_of(index, group, shown.words, reason, answer="≠" if place else "") for place, group in enumerate(in_order)
    ]


def _as_read(index: Index, conflict: Conflict) -> list[Side]:
    """The accounts of a contradiction that was read by its words, what most articles have first; none of another.

    Nor of two times: each is shown with what it was taken for.
    """
    if WAYS.get(conflict.kind, OTHER).names_one:
        return []
    ways = sorted(conflict.sides, key=lambda way: -len(way.places))
    sides = (side_of_words(index, way, named_too=conflict.kind not in OF_NAMES) for way in ways)
    return [replace(side, answer="≠" if place else "") for place, side in enumerate(sides)]


def _denies_itself(member: Member) -> bool:
    return any(mark.kind in REFUSING and mark.by is not None and mark.by == member.source for mark in member.marks)


def _about(index: Index, conflict: Conflict, point: Point | None, members: Sequence[Member], either: str) -> str:
    """The claim; what lies between claims by the words of ``either`` side, where they tell it: "fired 11 shots or fired seven".

    Names are told so in any case: "Wolfe or Wolff". The reason tells of whom bare values are: "Ada Quill is 34 in …".
    """
    if either and conflict.kind in OF_NAMES:
        return either
    if point:
        return whole(point.label)
    if conflict.topic:
        return whole(conflict.detail)
    if 0 < len(either) <= _WORDS:
        return either
    return whole(content(index, members[0]) if members else "")
