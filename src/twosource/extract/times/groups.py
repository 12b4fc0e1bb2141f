"""Puts expressions that name one time together: "at around 2am" with "on Friday", "the early hours of" with "March 3"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, get_args

from twosource.extract.times.grammar import Atom
from twosource.language.words_times import DayKind, TimeKind, TimeWords

FINE: Final = frozenset({"clock", "part", "night"})
DAYLIKE: Final[frozenset[TimeKind]] = frozenset(get_args(DayKind))
LONGEST_GAP: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Expressions that together name one time: what narrows it, its day or longer unit, its time within the day."""

    start: int
    end: int
    narrow: Atom | None = None
    base: Atom | None = None
    fine: Atom | None = None


def groups(words: TimeWords, text: str, found: Sequence[Atom]) -> Iterator[Group]:
    """The expressions of one sentence, those that belong together joined; a narrowing with nothing to narrow is left out."""
    current: Group | None = None
    for atom in found:
        joined = current and _joined(words, text, current, atom)
        if joined:
            current = joined
            continue
        if current and (current.base or current.fine):
            yield current
        current = _alone(atom)
    if current and (current.base or current.fine):
        yield current


def _alone(atom: Atom) -> Group:
    if atom.kind == "narrow":
        return Group(start=atom.start, end=atom.end, narrow=atom)
    if atom.kind in FINE:
        return Group(start=atom.start, end=atom.end, fine=atom)
    return Group(start=atom.start, end=atom.end, base=atom)


def _joined(words: TimeWords, text: str, group: Group, atom: Atom) -> Group | None:
    """The group with the next expression in it, or None where that stands apart."""
    gap = text[group.end : atom.start]
    if len(gap) > LONGEST_GAP:
        return None
    if group.narrow and not group.base and not group.fine:
        return _narrowing(group, atom) if words.to_narrowed.fullmatch(gap) else None
    if not words.joint.fullmatch(gap):
        return None
    if group.base is None and atom.kind in DAYLIKE:
        return replace(group, end=atom.end, base=atom)
    if (group.base is None or group.base.kind in DAYLIKE) and atom.kind in FINE:
        return replace(group, end=atom.end, fine=_finer(group.fine, atom))
    return None


def _narrowing(group: Group, atom: Atom) -> Group | None:
    if atom.kind in {"narrow", "clock", "night"}:
        return None
    if atom.kind in FINE:
        return Group(start=group.start, end=atom.end, fine=atom)
    return Group(start=group.start, end=atom.end, narrow=group.narrow, base=atom)


def _finer(one: Atom | None, other: Atom) -> Atom:
    """Of two times within a day the finer: a clock time before a part of the day."""
    if one is None or (other.kind == "clock" and one.kind != "clock"):
        return other
    return one
