"""Numbers beside numbers: parts of a whole, members of a list, and those whose noun stands with an earlier one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from twosource.extract.figures.reading import Reading
from twosource.text.reasons import Reason

_LIST_REACH: Final = 12
_LOOK_BACK: Final = 5
_MOST_PARTS: Final = 4


def with_parts(readings: Sequence[Reading]) -> list[Reading]:
    """Of an article's readings those that count something, by place; parts point to their whole.

    They take its measure and its noun where they have none. What only might have stood for a noun and does not is left out.
    """
    found: list[Reading] = []
    for reading in readings:
        whole = _whole_of(found, reading)
        whole = _of_a_total(found, reading) if whole is None else whole
        if whole is None:
            found.append(_again(found, reading) or _listed(found, reading))
        else:
            found.append(_as_part(found, reading, whole))
    return _kept(_summed(_of_a_later(found)))


def _whole_of(found: list[Reading], reading: Reading) -> int | None:
    """The nearest reading before a part, in this sentence or the one before, that is great enough."""
    if not reading.parts:
        return None
    for index in range(len(found) - 1, max(len(found) - _LOOK_BACK - 1, -1), -1):
        whole = found[index]
        if whole.block != reading.block or reading.sentence - whole.sentence > 1:
            return None
        if whole.sentence < reading.sentence and reading.measure and whole.measure not in {None, reading.measure}:
            return None  # "54 were hurt. The dead included three children"
        if whole.unit == reading.unit and whole.high >= reading.high and not whole.parts:
            return index
    return None


def _of_a_total(found: list[Reading], reading: Reading) -> int | None:
    """As in "The toll rose to 14 after five bodies were found": a lesser number of a measure behind a total so far is in it."""
    if reading.measure is None or not found or reading.cumulative:
        return None
    total, at = found[-1], len(found) - 1
    beside = (total.block, total.sentence, total.measure) == (reading.block, reading.sentence, reading.measure)
    return at if beside and total.cumulative and not total.background and total.high > reading.high else None


def _as_part(found: list[Reading], reading: Reading, index: int) -> Reading:
    whole = found[index]
    how = reading.how or (whole.how and Reason("measures.part", how=whole.how))
    measure, words = reading.measure or whole.measure, reading.words or whole.words
    return replace(reading, part=index, parts=True, measure=measure, how=how, words=words)


def _again(found: list[Reading], reading: Reading) -> Reading | None:
    """As in "39 people were hurt. The correct figure is 41": a value of what the nearest count before it counts."""
    before = found[-1] if found and reading.again and reading.measure is None else None
    if (
        before is None
        or before.block != reading.block
        or reading.sentence - before.sentence > 1
        or before.kind != "count"
    ):
        return None
    how = before.how and Reason("measures.again", how=before.how)
    return replace(reading, words=before.words, measure=before.measure, how=how) if how else None


def _listed(found: list[Reading], reading: Reading) -> Reading:
    """As in "73 deaths in Morelos, 43 in Puebla", "four missiles, with three landing near"."""
    if reading.words or (reading.measure and not reading.listed) or reading.kind != "count":
        return reading
    for before in reversed(found[-_LOOK_BACK:]):
        if before.block != reading.block or reading.sentence - before.sentence > 1:
            return reading
        named = before.words or (before.measure and reading.listed)
        if before.kind == "count" and named and not before.implied and before.high > 1:
            return _like(before, reading)
    return reading


def _like(before: Reading, reading: Reading) -> Reading:
    """A number with the noun of one before; with its measure too, where both stand in one list."""
    near = before.sentence == reading.sentence and reading.counted.first - before.counted.last < _LIST_REACH
    if near and reading.listed and before.measure:
        listed = before.how is None or before.how.code == "measures.in_list"
        how = before.how if listed else Reason("measures.in_list", how=before.how)
        return replace(reading, words=before.words, measure=before.measure, how=how, row=before.row)
    same = before.sentence == reading.sentence or reading.high <= before.high
    return replace(reading, words=before.words) if same else reading


def _of_a_later(readings: list[Reading]) -> list[Reading]:
    """As in "21 of 71 laps": the whole stands behind its part."""
    found = list(readings)
    for index, (reading, behind) in enumerate(pairwise(readings)):
        inside = reading.counted.partitive and reading.counted.first < behind.counted.first <= reading.counted.last
        if inside and reading.part is None and reading.block == behind.block and reading.high <= behind.high:
            found[index] = replace(reading, part=index + 1, parts=True)
    return found


def _summed(readings: list[Reading]) -> list[Reading]:
    """As in "25 crewmen, 23 Ostrians and two Harlanders": what follows a number and adds up to it are its parts."""
    found = list(readings)
    for index, whole in enumerate(readings):
        if whole.kind == "count" and whole.low == whole.high and whole.words and not whole.implied:
            for at in _adding_up(readings, index):
                found[at] = _as_part(readings, readings[at], index)
    return found


def _adding_up(readings: list[Reading], index: int) -> list[int]:
    """The readings right behind one that add up to it; empty where they do not, or are parts of another."""
    whole, parts = readings[index], []
    for at in range(index + 1, min(index + 1 + _MOST_PARTS, len(readings))):
        part = readings[at]
        same = (part.block, part.sentence) == (whole.block, whole.sentence)
        if not same or part.kind != "count" or part.implied or part.part is not None:
            return []
        parts.append(at)
        total = sum(readings[one].high for one in parts)
        if total >= whole.high:
            return parts if len(parts) > 1 and total == whole.high else []
    return []


def _kept(readings: list[Reading]) -> list[Reading]:
    """Those that count something, with their parts' places set anew."""
    places: dict[int, int] = {}
    for index, reading in enumerate(readings):
        if reading.words or reading.measure or reading.unit or reading.alone:
            places[index] = len(places)
    return [
        reading if reading.part is None else replace(reading, part=places.get(reading.part))
        for reading in (readings[index] for index in places)
    ]
