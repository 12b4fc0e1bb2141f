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
_NIGHT: Final[TimeKind] = "night"
_SMALL: Final = 5
"""Hours behind midnight that the night has."""
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

    @property
    def time(self) -> Atom | None:
        """What names the time: its day or longer unit, else its time within the day; None where only narrowing words stand."""
        return self.base or self.fine


def groups(words: TimeWords, text: str, found: Sequence[Atom]) -> Iterator[Group]:
    """The expressions of one sentence, those that belong together joined; a narrowing with nothing to narrow is left out."""
    current: Group | None = None
    again = _told_again(text, found)
    for atom in (one for one in found if one not in again):
        joined = current and _joined(words, text, current, atom)
        if current and not joined and current.time:
            yield current
        current = joined or _alone(atom)
    if current and current.time:
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
    if group.narrow and not group.time:
        return _narrowing(group, atom) if words.to_narrowed.fullmatch(gap) else None
    if not words.joint.fullmatch(gap):
        return None
    if group.base is None and atom.kind in DAYLIKE:
        return replace(group, end=atom.end, base=atom, fine=_in_part(group.fine, atom))
    if (group.base is None or group.base.kind in DAYLIKE) and atom.kind in FINE:
        fine = _in_part(_finer(words, group.fine, atom), group.base, group.fine, atom)
        return replace(group, end=atom.end, base=group.base or _night_of(group.fine, atom), fine=fine)
    return None


def _in_part(fine: Atom | None, *beside: Atom | None) -> Atom | None:
    """A time of day; a clock time that does not say in which half of the day, with the part of it that stands beside."""
    if fine is None or fine.kind != "clock" or fine.parts.get("half") or fine.parts.get("inpart"):
        return fine
    named = (one.parts.get("part") or _NIGHT for one in beside if one and ("part" in one.parts or one.kind == _NIGHT))
    part = next(named, None)
    return fine if part is None else replace(fine, parts=dict(fine.parts, inpart=part))


def _night_of(fine: Atom | None, atom: Atom) -> Atom | None:
    """The night that a clock time stands beside ("last night at 10:30"), by which its day is known; None where none does."""
    by_kind = {one.kind: one for one in (fine, atom) if one}
    return by_kind[_NIGHT] if by_kind.keys() == {_NIGHT, "clock"} else None


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
    said, part = words.halves_of_day.get(parts.get("half", "")[:1]), parts.get("inpart", "")
    half = said or words.halves_of_day.get(part)
    if hour is None or (said and not 1 <= hour <= NOON) or hour > LAST_HOUR:
        return None
    whole = hour if half is None or hour > NOON else hour % NOON + (NOON if half == "evening" else 0)
    if part == _NIGHT and hour % NOON < _SMALL:
        whole = hour % NOON + 2 * NOON  # "Monday night at 1:30" is in the small hours of Tuesday
    return 60 * whole + int(parts.get("minute") or 0)
