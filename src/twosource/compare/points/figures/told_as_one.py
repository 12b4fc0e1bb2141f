"""One number that is told under other words: "seven were shot" here, "seven victims" there; "the four victims" behind four who were killed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise, permutations
from typing import Final

from twosource.compare.points.figures.counts import Count, are_persons, measures_fit, place, same_kind, which
from twosource.compare.points.figures.joining import Tally
from twosource.compare.points.figures.same_count import context
from twosource.compare.points.figures.values import distinctive
from twosource.text.reasons import Reason

_NUMBERED: Final = 2
"""A number of persons or things from here on is one of several."""
_BRACKET: Final = 2
"""Code points between an amount and what stands in brackets behind it."""
_KILLED: Final = "killed"
_ALIKE: Final = 0.25
"""Share of the lesser sentence's words that both must have where what is counted has two names."""

_Told = list[tuple[Tally, Count]]
_Bond = tuple[Tally, Tally, Reason]


def told_as_one(found: Sequence[Tally]) -> list[Tally]:
    """Counts of one value each, put to the count that gives their number under other words."""
    into: dict[int, Tally] = {}
    rules = _distinctive, _in_one_claim, _pointing_back, _put_first, _in_another_currency
    for one, other, why in chain.from_iterable(rule(found) for rule in rules):
        _put_together(_root(one, into), _root(other, into), why, into)
    return [tally for tally in found if id(tally) not in into]


def _told(found: Sequence[Tally], key: Callable[[Count], object]) -> Iterable[_Told]:
    """The figures of all counts, those together that have a key and a value in common."""
    homes: dict[tuple[object, ...], _Told] = defaultdict(list)
    for tally in found:
        for count in tally.members:
            homes[key(count), *count.value].append((tally, count))
    return homes.values()


def _distinctive(found: Sequence[Tally]) -> Iterator[_Bond]:
    """Counts without a measure whose number does not turn up by chance, with the others that have it; not where two measures do."""
    for told in _told(found, lambda count: (count.figure.unit, distinctive(count.figure))):
        for own, count in told if told[0][1].figure.unit is None and distinctive(told[0][1].figure) else ():
            others = [(tally, one) for tally, one in told if tally is not own and _nobody_elses(count, one)]
            if not count.measure and len({one.measure for _, one in others} - {""}) <= 1:
                yield from ((tally, own, Reason("figures.distinctive")) for tally, _ in others)


def _put_first(found: Sequence[Tally]) -> Iterator[_Bond]:
    """Counts of those who were hurt that two articles put first, the one as hurt, the other by what was done for them: "taken to hospital"."""
    for told in _told(found, lambda count: count.figure.main and are_persons(count)):
        first = told[0][1].figure
        for (one, left), (other, right) in combinations(told if first.main and first.low > _NUMBERED else (), 2):
            if _one_takes_in_the_other(left, right) and _under_other_words(left, right):
                yield one, other, Reason("figures.put_first")


def _in_one_claim(found: Sequence[Tally]) -> Iterator[_Bond]:
    """Counts whose number statements that tell the same give; not where one statement has the number twice: which of the two is meant?"""
    for told in _told(found, lambda count: count.circle):
        several = told[0][1].circle is not None and told[0][1].figure.low >= _NUMBERED and _once_a_statement(told)
        for (one, left), (other, right) in combinations(told if several else (), 2):
            if _under_other_words(left, right):
                yield one, other, Reason("figures.told_as_one")


def _pointing_back(found: Sequence[Tally]) -> Iterator[_Bond]:
    """Counts that point back at a count of their number that their article gave before; at the last one."""
    for told in _told(found, lambda count: count.figure.article):
        for own, count in told if told[0][1].figure.low >= _NUMBERED else ():
            before = [(one.figure.start, tally) for tally, one in told if _points_at(count, one)]
            if before:
                yield max(before, key=lambda each: each[0])[1], own, Reason("figures.pointing")


def _in_another_currency(found: Sequence[Tally]) -> Iterator[_Bond]:
    """Amounts that an article gives once more right behind, in another currency: "$7m (£5m)"."""
    amounts = [(tally, count) for tally in found for count in tally.members if count.figure.kind == "money"]
    amounts.sort(key=lambda each: (each[1].figure.article, each[1].figure.start))
    for (one, left), (other, right) in pairwise(amounts):
        beside = left.figure.article == right.figure.article and right.figure.start - left.figure.end <= _BRACKET
        if beside and left.figure.unit != right.figure.unit:
            yield one, other, Reason("figures.another_currency")


def _one_takes_in_the_other(left: Count, right: Count) -> bool:
    """Whether one measure takes in the other, and nobody who died."""
    wider = left.lexicon.counted.wider_measures
    return any(
        b in wider.get(a, ()) and _KILLED not in wider[a] for a, b in permutations((left.measure, right.measure))
    )


def _nobody_elses(left: Count, right: Count) -> bool:
    """Whether a number that both give is of one thing: they are of one kind, or things with two names in sentences on one matter."""
    things = not are_persons(left) and not are_persons(right) and context(left, right) > 0
    return (things or same_kind(left, right) == "same") and place(left, right) != "other" and left.part == right.part


def _points_at(count: Count, before: Count) -> bool:
    """Whether a count points back at one before it in its article: of one kind, or of persons whose kind only one tells."""
    fits = measures_fit(count.measure, before.measure, count.lexicon.counted) and which(count, before) != "other"
    kinds = same_kind(count, before)
    alike = kinds == "same" or (kinds == "wider" and are_persons(count) and are_persons(before))
    return count.pointing and before.figure.start < count.figure.start and fits and alike and not count.rest


def _put_together(fuller: Tally, lesser: Tally, why: Reason, into: dict[int, Tally]) -> None:
    """Put the count of a single value to the other one; nothing where both have several, or are one."""
    if fuller is lesser:
        return
    if len(fuller.values) == 1:
        fuller, lesser = lesser, fuller
    if len(lesser.values) == 1:
        fuller.add(lesser.values[0], why)
        into[id(lesser)] = fuller


def _root(tally: Tally, into: dict[int, Tally]) -> Tally:
    while id(tally) in into:
        tally = into[id(tally)]
    return tally


def _once_a_statement(told: _Told) -> bool:
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
