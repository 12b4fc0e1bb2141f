"""Puts expressions that name one time together: "at around 2am" with "on Friday", "the early hours of" with "March 3"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, get_args

from twosource.extract.times.grammar import Atom
from twosource.language.words_times import DayKind, TimeKind, TimeWords

FINE: Final = frozenset({"clock", "part", "night"})
DAYLIKE: Final[frozenset[TimeKind]] = frozenset(get_args(DayKind))
LONGEST_GAP: Final = 40
NOON: Final = 12
LAST_HOUR: Final = 23
_DAY: Final = 24 * 60
_WEST: Final = 10 * 60  # minutes behind universal time of the westernmost zone that many live in


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
    again = _told_again(text, found)
    for atom in (one for one in found if one not in again):
        joined = current and _joined(words, text, current, atom)
        if joined:
            current = joined
            continue
        if current and (current.base or current.fine):
            yield current
        current = _alone(atom)
    if current and (current.base or current.fine):
        yield current


def _told_again(text: str, found: Sequence[Atom]) -> list[Atom]:
    """Those that tell a time once more on another clock, in brackets behind it: "9 a.m. Sunday (7:30 p.m. ET Saturday)"."""
    again: list[Atom] = []
    for at, atom in enumerate(found):
        if atom in again or not _opens_brackets(text, found, at):
            continue
        close = text.find(")", atom.end)
        inside = [one for one in found[at:] if one.end <= close]
        if any(one.kind == "clock" for one in inside) and any(one.kind in DAYLIKE for one in inside):
            again += inside
    return again


def _opens_brackets(text: str, found: Sequence[Atom], at: int) -> bool:
    """Whether an expression is the first thing in brackets that open behind a clock time, or behind the day of one."""
    before = found[max(at - 2, 0) : at]
    behind = bool(before) and text[before[-1].end : found[at].start].strip() == "("
    return behind and any(one.kind == "clock" for one in before)


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
        return replace(group, end=atom.end, fine=_finer(words, group.fine, atom))
    return None


def _narrowing(group: Group, atom: Atom) -> Group | None:
    if atom.kind in {"narrow", "clock", "night"}:
        return None
    if atom.kind in FINE:
        return Group(start=group.start, end=atom.end, fine=atom)
    return Group(start=group.start, end=atom.end, narrow=group.narrow, base=atom)


def _finer(words: TimeWords, one: Atom | None, other: Atom) -> Atom:
    """Of two times within a day the finer: a clock time before a part of the day.

    Of two clock times the first, with how far its zone is from universal time where only the second's clock is known:
    "10 a.m. Eastern (1400 GMT)".
    """
    if one is None or (other.kind == "clock" and one.kind != "clock"):
        return other
    minutes = words.zones.get(other.parts.get("zone", ""))
    if one.kind != other.kind or minutes is None or words.zones.get(one.parts.get("zone", "")) is not None:
        return one
    here, there = minute_of(words, one.parts), minute_of(words, other.parts)
    if here is None or there is None or not one.parts.get("zone"):
        return one
    ahead = (here - there + minutes + _WEST) % _DAY - _WEST
    return replace(one, parts={**one.parts, "offset": str(ahead)})


def minute_of(words: TimeWords, parts: Mapping[str, str]) -> int | None:
    """The minute of the day that a clock time names; None where a clock has none such."""
    hour = words.number(parts.get("hour", ""))
    half = words.halves_of_day.get(parts.get("half", "")[:1] or parts.get("inpart", ""))
    if hour is None or (half and not 1 <= hour <= NOON) or hour > LAST_HOUR:
        return None
    whole = hour if half is None else hour % NOON + (NOON if half == "evening" else 0)
    return 60 * whole + int(parts.get("minute") or 0)
