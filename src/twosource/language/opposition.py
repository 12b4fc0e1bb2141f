"""Which predicates and states exclude each other: alive and dead, at large and arrested, open and closed.

Opposition is data (``opposition.yml``): groups of states of which only one can be so at a time, and scales of deeds of
one kind. Two clauses are opposed only as told of the same thing at the same time; who is meant and when is decided
elsewhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from twosource.language.lexicon import OppositionWords, Side


class OppositionKind(StrEnum):
    """How two predicates differ."""

    EXCLUSIVE = "exclusive"
    """Both cannot be so: "found alive", "found dead"."""
    DEGREE = "degree"
    """One says more than the other: "suspended", "terminated"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposition:
    """What parts two predicates."""

    kind: OppositionKind  # whether they exclude each other or differ in strength
    name: str  # of what they are states or degrees ("life")
    sides: tuple[str, str]  # the side or degree of the first and of the second
    final: int | None = None  # which of the two no other can follow: 0, 1, or None


def opposition_of(left: Iterable[str], right: Iterable[str], words: OppositionWords) -> Opposition | None:
    """What parts two predicates, if the language's table says that something does; None where they stand on one side, too.

    A side is a deed and its wordings, the fullest first, as ``predicates.predicate_of`` and ``wordings_of`` give them. The
    first wording that stands in a group decides its side of that group.
    """
    left, right = tuple(left), tuple(right)
    left_sides, right_sides = _sides(left, words), _sides(right, words)
    for name in sorted(left_sides.keys() & right_sides.keys()):
        one, other = left_sides[name], right_sides[name]
        if one.name == other.name:
            continue
        final = 0 if one.is_final else 1 if other.is_final else None
        kind = OppositionKind.DEGREE if one.is_degree else OppositionKind.EXCLUSIVE
        return Opposition(kind=kind, name=name, sides=(one.name, other.name), final=final)
    return _by_prefix(left, right, words)


def _by_prefix(left: tuple[str, ...], right: tuple[str, ...], words: OppositionWords) -> Opposition | None:
    """The same words but for a prefix that turns one round: "be safe" and "be unsafe"."""
    prefixes = words.negative_prefixes
    for one in left:
        for other in right:
            if one != other and (_turned(one, prefixes) == other or one == _turned(other, prefixes)):
                return Opposition(kind=OppositionKind.EXCLUSIVE, name="prefix", sides=(one, other))
    return None


@lru_cache(maxsize=1 << 14)
def _turned(wording: str, prefixes: tuple[str, ...]) -> str | None:
    head, _, last = wording.rpartition(" ")
    for prefix in prefixes:
        if last.startswith(prefix) and len(last) > len(prefix) + _SHORTEST_STEM:
            return f"{head} {last[len(prefix) :]}".strip()
    return None


_SHORTEST_STEM = 3
"""Letters behind a prefix: "under" is no "un" + "der"."""


def _sides(wordings: tuple[str, ...], words: OppositionWords) -> dict[str, Side]:
    """For each group that a predicate stands in, its side: that of its fullest wording."""
    found: dict[str, Side] = {}
    for wording in wordings:
        for side in words.sides_of_words.get(wording, ()):
            found.setdefault(side.group, side)
    return found
