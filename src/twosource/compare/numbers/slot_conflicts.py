"""Slots of the event that articles fill with two numbers: "carrying 212 passengers" here, "221 people on board" there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations
from typing import Final

from twosource.compare.alignment.said import times_meet
from twosource.compare.numbers.parties import Clause, clause_at, of_two_parties
from twosource.compare.numbers.slot_values import SlotValue, slot_values, slots_filled, slots_refused
from twosource.compare.points.relations import is_long_past, is_update
from twosource.compare.slots.laid import Rule, rivals, told_once
from twosource.model import Conflict, Figure, Span
from twosource.text.story_index import StoryIndex

_OPENING: Final = 30
"""Code points of a sentence in which it is told of when it is."""
_HOW_OFTEN: Final = frozenset({"times", "count"})


def number_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Slots that two articles fill with numbers that cannot both be right: one conflict a slot."""
    for key, values in sorted(slot_values(index).items()):
        every = sorted(_rivals(values, index), key=lambda one: (-one.figure.low, one.figure.id))
        yield told_once("value", every, index, "value", *key)


def _rivals(values: Sequence[SlotValue], index: StoryIndex) -> Iterator[SlotValue]:
    """Values of a slot that cannot both be right."""
    own: dict[int, list[SlotValue]] = defaultdict(list)
    for value in values:
        own[value.sentence.start].append(value)
    inside = (pair for told in own.values() for pair in combinations(told, 2) if _in_one_sentence(*pair, index))
    return chain.from_iterable(chain(inside, rivals(values, _BOTH_SO, index)))


def _in_one_sentence(one: SlotValue, other: SlotValue, index: StoryIndex) -> bool:
    """Whether a sentence gives two that cannot both be right, each on another's word: the organisers', and that of the police."""
    return (
        one.slot.inside
        and one.account == other.account
        and one.parts(other, index)
        and not _of_two_sizes(one, other, index)
    )


def _of_two_sizes(one: SlotValue, other: SlotValue, _: StoryIndex) -> bool:
    """One is so many times the other that another thing is told of."""
    low, high = sorted((one.figure.low, other.figure.low))
    return one.figure.unit == other.figure.unit and high > one.slot.size * (low or 1)


def _in_two_currencies(one: SlotValue, other: SlotValue, _: StoryIndex) -> bool:
    """What is told in two currencies may be one sum."""
    return one.figure.kind == other.figure.kind == "money" and one.figure.unit != other.figure.unit


def _of_two_kinds(one: SlotValue, other: SlotValue, _: StoryIndex) -> bool:
    """A sum is no share, and hours are no metres."""
    return one.figure.kind != other.figure.kind and not {one.figure.kind, other.figure.kind} <= _HOW_OFTEN


def _only_guessed(one: SlotValue, other: SlotValue, _: StoryIndex) -> bool:
    """Words like "thousands" are no number, and who has heard some thirty shots has not counted them."""
    return any(
        2 * value.figure.low < value.figure.high or (value.slot.counted and value.figure.bound == "about")
        for value in (one, other)
    )


def _of_two_parties(one: SlotValue, other: SlotValue, index: StoryIndex) -> bool:
    """Each stands in what somebody else did, or in what was done to somebody else; a large number is of a thing, whoever counts it."""
    return bool(one.slot.says) and of_two_parties(_clause(one, index), _clause(other, index))


def _clause(value: SlotValue, index: StoryIndex) -> Clause:
    return clause_at(index, value.figure.article, value.figure.start, value.sentence)


def _told_alike(one: SlotValue, other: SlotValue, _: StoryIndex) -> bool:
    """Their sentences share too few words: of another thing of the kind."""
    return len(one.around & other.around) < one.slot.alike


def _of_another_time(one: SlotValue, other: SlotValue, index: StoryIndex) -> bool:
    """Their sentences name two times, or one begins with a time long past: "In February the ship had lost power"."""
    if one.slot.hint:
        return False  # where no figure stands, the year may itself be what is told
    times = [index.moments(value.figure.article, value.sentence) for value in (one, other)]
    dated = not one.slot.past or all(time.precision == "year" for each in times for time in each)
    if all(times):
        return dated and not times_meet(*times)  # what was stolen over years is told on the day of the sentence
    return not one.slot.past and (
        bool(one.days and other.days and not one.days & other.days)
        or any(_long_past(value, index) for value in (one, other))
    )


def _long_past(value: SlotValue, index: StoryIndex) -> bool:
    written, start = index.time(value.figure.article), value.sentence.start
    begins = Span(start=start, end=max(start, min(start + _OPENING, value.figure.start)))
    return any(is_long_past(time.latest, written) for time in index.moments(value.figure.article, begins))


def _is_later(one: SlotValue, other: SlotValue, index: StoryIndex) -> bool:
    """It has grown or changed since, or an outlet tells it anew."""
    low, high = sorted((one, other), key=lambda value: value.figure.low)
    times = [index.time(value.figure.article) for value in (low, high)]
    if one.slot.grows or one.slot.moves:
        return is_update(*times) or (one.slot.moves and is_update(*times[::-1]))
    outlets = {index.articles[value.figure.article].outlet for value in (low, high)}
    return len(outlets) == 1 and (is_update(*times) or is_update(*times[::-1]))


_BOTH_SO: Final[tuple[Rule[SlotValue], ...]] = (
    _of_two_sizes,
    _in_two_currencies,
    _of_two_kinds,
    _only_guessed,
    _told_alike,
    _of_two_parties,
    _of_another_time,
    _is_later,
)
"""Why two numbers of one slot may both be right."""


def may_both_fill(one: Figure, other: Figure, index: StoryIndex) -> bool:
    """Whether one slot holds both, at two times, or one only stands beside the slot that the other fills: "31 percent by noon"."""
    here, there = ({(value.slot.name, value.of): value for value in slots_filled(each, index)} for each in (one, other))
    if here.keys() & slots_refused(other, index) or there.keys() & slots_refused(one, index):
        return True
    both = ((here[key], there[key]) for key in here.keys() & there.keys())
    return any(rule(*pair, index) for pair in both for rule in (_of_another_time, _is_later))
