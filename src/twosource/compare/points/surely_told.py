"""Which of the statements that were gathered surely tell one fact, and not only of the same people or the same place."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Final, get_args

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said, participants
from twosource.compare.alignment.source_names import other_people
from twosource.model import ConflictKind, Difference, Happening

_FEW: Final = 4
"""Articles of a story up to which it is asked: where there is little to choose from, what is likest may tell of something else."""
_LEAST: Final = (0.95, 0.9, 0.85, 0.7)
"""Chance from which on two tell one fact that have nothing, one thing, two or three in common but for whom and where they
tell of; with more they do. By eye, of 1,600 such pairs of small stories."""
_WHOLE: Final = 2
"""Content words: one alone tells hardly anything."""


def surely_told(circle: Circle, differences: tuple[Difference, ...]) -> Iterator[tuple[Circle, tuple[Difference, ...]]]:
    """What is gathered, without members of which it is not sure that they tell the same; each of these by itself.

    What may clash stays: of two accounts that cannot both be so, one may be told in quite other words.
    """
    if len(circle.centre.story.articles) > _FEW:
        yield circle, differences
        return
    doubted = {one.statement.id for one in _doubted(circle)}
    doubted -= {member for one in differences if one.kind in get_args(ConflictKind) for member in one.members}
    held = tuple(bound for bound in circle.members if bound[0].statement.id not in doubted)
    yield replace(circle, members=held), tuple(one for one in differences if doubted.isdisjoint(one.members))
    yield from ((Circle(member), ()) for member, _ in circle.members if member.statement.id in doubted)


def _doubted(circle: Circle) -> list[Said]:
    """The members that tell one fact neither with the centre nor with any that does."""
    chances = {member: bond.chance for member, bond in circle.members}
    sure, left = [circle.centre], list(chances)
    for one in sure:  # grows as it is read
        known = chances if one is circle.centre else {member: circle.chance(one, member) for member in left}
        sure += (told := [member for member in left if _tell_one_fact(one, member, known[member])])
        left = [member for member in left if member not in told]
    return left


def _tell_one_fact(one: Said, other: Said, chance: float) -> bool:
    """Whether two tell one fact: the less they have in common that tells what happened, the surer it must be otherwise."""
    deeds = [(a, b) for a, b in product(one.events, other.events) if a.kind == b.kind and (a.main or b.main)]
    if _quoted_of_one(one, other) or _is_told_whole(one, other) or any(_both_denied(a, b) for a, b in deeds):
        return True
    told = (set(one.matter) & set(other.matter)) - (one.naming & other.naming)
    common = len(told) + bool(deeds) + any(_named(a) & _named(b) for a, b in deeds)
    return common >= len(_LEAST) or chance >= _LEAST[common]


def _is_told_whole(one: Said, other: Said) -> bool:
    """Whether all that the shorter tells stands in the longer: "the boy shot himself"."""
    short, long = sorted((set(one.matter), set(other.matter)), key=len)
    return bool(short - one.naming) and len(short) >= _WHOLE and short <= long


def _quoted_of_one(one: Said, other: Said) -> bool:
    """Whether both have it from whoever may be one, and one in his words."""
    first, second = one.statement.source, other.statement.source
    quoted = "quotation" in {one.statement.kind, other.statement.kind}
    return bool(quoted and first and second) and not other_people(first, second, one.story)


def _both_denied(one: Happening, other: Happening) -> bool:
    """Whether two clauses of their own tell that it was not done, and not to two."""
    things = {event.done_to.head for event in (one, other) if event.done_to}
    return all(event.main and event.negated for event in (one, other)) and len(things) <= 1


def _named(event: Happening) -> set[str]:
    """The last words of the names of who takes part."""
    return {part.head for part in participants(event) if part.named}
