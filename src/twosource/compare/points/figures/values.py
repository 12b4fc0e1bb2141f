"""Whether two numbers for one count can both be right."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from math import inf
from typing import Final, Literal

from twosource.compare.points.figures.units import dimension, in_first_unit
from twosource.model import Bound, Figure

Agreement = Literal["equal", "rounder", "within", "apart"]
_STEPS: Final = 2
"""By how many of its last round steps a number lies above what it is "more than"."""
_LOWER: Final[frozenset[Bound]] = frozenset({"at least", "more than"})
CAPPED: Final[frozenset[Bound]] = frozenset({"at most", "fewer than"})
_ROUGHLY: Final[frozenset[Bound]] = frozenset({"unstated", "exactly", "about"})
_ABOUT = 0.1  # share of the value: "about 70" for 65 to 77
_ROUNDED = 0.06  # share of the value: "50" for 47, but not "10" for 6 nor "200" for 180
_VAGUE = 2  # times: "dozens" may be a hundred and twenty
_DISTINCTIVE = 3  # digits
_CONVERTED = 1.04  # times: 40 metres for 131 feet, 180 kg for 400 pounds
_ROUND_FROM = 10  # numbers below are not rounded
_BARE_FROM = 40  # nor are smaller ones without a word that says so: "20 laps" is not 21


def agreement(left: Figure, right: Figure) -> Agreement:
    """How two values go together.

    Returns:
        ``equal``: the same value, whatever the bounds; ``rounder``: one is a vaguer or rounder number for the same
        count; ``within``: one is a bound that the other keeps ("at least five", "seven"), or a range that holds
        it; ``apart``: they cannot both be right.

    Example:
        >>> from dataclasses import replace
        >>> five = Figure(id="f1", article="a", start=0, end=1, low=5, high=5, counted="people", bound="at least")
        >>> agreement(five, replace(five, low=7, high=7, bound="unstated"))
        'within'
    """
    if left.unit != right.unit:
        return _across_units(left, right)
    if (left.low, left.high) == (right.low, right.high):
        return "equal"
    if _rounder(left, right) or _rounder(right, left) or _vague(left, right) or _vague(right, left):
        return "rounder"
    if _holds(left, right) or _holds(right, left):
        return "within"
    return "apart"


def _across_units(left: Figure, right: Figure) -> Agreement:
    """How two values in two units go together: what was converted was rounded, too."""
    one, other = in_first_unit(left), in_first_unit(right)
    least, most = ([sorted(ends) for ends in zip(one, other, strict=True)][place] for place in (0, 1))
    factors = [high / low if low else (1.0 if high == low else inf) for low, high in (least, most)]
    if max(factors) <= _CONVERTED:
        return "equal"
    if max(factors) <= 1 + _ABOUT:
        return "rounder"
    here, there = (replace(each, low=low, high=high) for each, (low, high) in ((left, one), (right, other)))
    looser = (replace(each, low=each.low / _CONVERTED, high=each.high * _CONVERTED) for each in (here, there))
    return "within" if any(map(_holds, looser, (there, here))) else "apart"


def one_measure(left: Figure, right: Figure) -> bool:
    """Whether both are one value, told in two units: "130 feet", "40 metres".

    No rate is known of two currencies: they are laid side by side only where an article itself gives the one as the other.
    """
    if left.kind == right.kind == "money":
        return left.unit != right.unit
    return left.unit != right.unit and dimension(left) == dimension(right) and agreement(left, right) == "equal"


def one_number(figures: Iterable[Figure]) -> bool:
    """Whether all are one number, told as it is here and roughly there ("328 feet", "about 330 feet", "dozens of feet"): no other account."""
    every = list(figures)
    bounds = {figure.bound for figure in every if not guessed(figure)}
    if bounds - _ROUGHLY and (len(bounds) > 1 or not any(map(guessed, every))):
        return False
    return all(agreement(*pair) in {"equal", "rounder"} for pair in combinations(every, 2))


def _rounder(vague: Figure, fine: Figure) -> bool:
    ranges = any(figure.low != figure.high for figure in (vague, fine))
    told = {"about": _ROUND_FROM, "unstated": _BARE_FROM}.get(vague.bound)
    if ranges or told is None or vague.low < told:
        return False
    difference, step = abs(vague.low - fine.low), _roundness(vague.low)
    if vague.bound == "about" and difference <= _ABOUT * vague.low:
        return True
    return 2 * difference < step > _roundness(fine.low) and difference <= _ROUNDED * vague.low


def _vague(word: Figure, fine: Figure) -> bool:
    """Whether a word like "scores" or "dozens" can stand for a number, which nobody has counted out."""
    return guessed(word) and word.low <= _VAGUE * fine.low and fine.high <= _VAGUE * word.high


def guessed(figure: Figure) -> bool:
    """Whether it is a word for a number that nobody has counted out: "dozens"."""
    return figure.bound == "about" and figure.low != figure.high


def just_above(bound: Figure) -> float:
    """The number from which on "more than" a round number is no longer said: two of its steps above ("more than 26,000": 28,000)."""
    return bound.low + _STEPS * _roundness(bound.low)


def _roundness(value: float) -> float:
    """The largest power of ten that divides a whole number ("9,000" → 1000); 1 for others."""
    if value != int(value) or value == 0:
        return 1.0
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return float(step)


def _holds(bound: Figure, value: Figure) -> bool:
    if bound.low != bound.high:
        return bound.low <= value.low and value.high <= bound.high
    if bound.bound in _LOWER:
        return value.low >= bound.low
    return bound.bound in CAPPED and value.high <= bound.high


def distinctive(figure: Figure) -> bool:
    """Whether a number is one that does not turn up by chance: three figures that are no zeros at its end."""
    digits = f"{figure.low:.0f}".rstrip("0")
    return figure.low == figure.high and len(digits) >= _DISTINCTIVE


def bound_words(bound: Bound) -> str:
    """A bound as a word that can stand before a number; nothing for a bare number."""
    return "" if bound in {"unstated", "exactly", "between"} else bound
