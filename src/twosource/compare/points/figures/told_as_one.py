"""One number that is told under other words: "seven were shot" here, "seven victims" there, in statements that tell the same."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from twosource.compare.points.figures.counts import Count, measures_fit, place, same_kind, which
from twosource.compare.points.figures.joining import Tally
from twosource.compare.points.figures.same_count import context
from twosource.text.reasons import Reason

_NUMBERED: Final = 2
"""A number of persons or things from here on is one of several."""
_ALIKE: Final = 0.25
"""Share of the lesser sentence's words that both must have where what is counted has two names."""
_REASON: Final = Reason("figures.told_as_one")

_Key = tuple[int, float, float, str]


def told_as_one(found: Sequence[Tally]) -> list[Tally]:
    """Counts of one value each, put to the count whose number statements that tell the same give under other words.

    Not where one statement has the number twice: then it is not known which of the two is meant.
    """
    into: dict[int, Tally] = {}
    for told in _homes(found).values():
        for (one, left), (other, right) in combinations(told if _once_a_statement(told) else (), 2):
            if _under_other_words(left, right):
                _put_together(_root(one, into), _root(other, into), into)
    return [tally for tally in found if id(tally) not in into]


def _homes(found: Sequence[Tally]) -> dict[_Key, list[tuple[Tally, Count]]]:
    """Counts of one value by the statements that tell the same."""
    homes: dict[_Key, list[tuple[Tally, Count]]] = defaultdict(list)
    for home, count in ((tally, count) for tally in found for count in tally.members):
        figure = count.figure
        if count.circle is not None and figure.low >= _NUMBERED:
            homes[count.circle, figure.low, figure.high, figure.unit or ""].append((home, count))
    return homes


def _put_together(fuller: Tally, lesser: Tally, into: dict[int, Tally]) -> None:
    """Put the count of a single value to the other one; nothing where both have several, or are one."""
    if fuller is lesser:
        return
    if len(fuller.values) == 1:
        fuller, lesser = lesser, fuller
    if len(lesser.values) == 1:
        fuller.add(lesser.values[0], _REASON)
        into[id(lesser)] = fuller


def _root(tally: Tally, into: dict[int, Tally]) -> Tally:
    while id(tally) in into:
        tally = into[id(tally)]
    return tally


def _once_a_statement(told: Sequence[tuple[Tally, Count]]) -> bool:
    statements = [count.figure.statement for _, count in told]
    return len(set(statements)) == len(statements)


def _under_other_words(left: Count, right: Count) -> bool:
    """Whether nothing says that others are counted, and what happened to them is one thing, or is told by one only."""
    if left.figure.article == right.figure.article or left.part != right.part or left.rest != right.rest:
        return False
    if place(left, right) == "other" or not measures_fit(left.measure, right.measure, left.lexicon.counted):
        return False
    if same_kind(left, right) == "other" or which(left, right) == "other":
        return left.measure == right.measure and context(left, right) >= _ALIKE
    return True
