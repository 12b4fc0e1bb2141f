"""What the words of an article leave open, as alternatives of the figures they follow from, with the reason."""

from collections.abc import Callable, Sequence
from typing import Final

from twosource.extract.figures.candidates import Way
from twosource.extract.figures.main_figures import Choice, Other
from twosource.extract.figures.reading import Reading
from twosource.model import Alternative
from twosource.text.reasons import Reason, worded

_WHY: Final[dict[Way, Callable[[str, str, float], Reason]]] = {
    "own": lambda *_: Reason("measures.own"),
    "shot less dead": lambda shot, dead, _: Reason("measures.shot_less_dead", shot=shot, dead=dead),
    "shot": lambda *_: Reason("measures.shot"),
    "in hospital": lambda *_: Reason("measures.in_hospital"),
    "in what condition": lambda *_: Reason("measures.in_what_condition"),
    "with the others": lambda shot, dead, _: Reason("measures.with_the_others", shot=shot, dead=dead),
    "the last of so many": lambda shot, *_: Reason("measures.the_last", shot=shot),
    "one more since": lambda _, dead, number: Reason("measures.one_more_since", number=number, dead=dead),
    "with the attacker": lambda *_: Reason("measures.with_the_attacker"),
}
"""How an alternative follows, told with the words of its own number, those of the dead beside it, and its value."""


def alternatives_of(
    text: str, readings: Sequence[Reading], choice: Choice, ids: Sequence[str], language: str
) -> dict[int, tuple[Alternative, ...]]:
    """For each reading that leaves something open, its alternatives.

    Args:
        text: The article's text.
        readings: Of the whole article.
        choice: The main readings, and the values that follow from readings.
        ids: The readings' ids, in their order.
        language: That of the article.
    """
    found: dict[int, list[Alternative]] = {}
    for other in choice.others:
        found.setdefault(other.reading, []).append(_alternative(text, readings, other, ids, language))
    return {index: tuple(alternatives) for index, alternatives in found.items()}


def _alternative(
    text: str, readings: Sequence[Reading], other: Other, ids: Sequence[str], language: str
) -> Alternative:
    sources = (other.reading,) if other.beside is None else (other.reading, other.beside)
    numbers = [" ".join(readings[index].span.of(text).split()) for index in sources]
    why = _WHY[other.way](numbers[0], numbers[-1], other.high)
    if other.first and other.beside is not None:
        why = Reason("measures.comes_first", why=why, measure=Reason.kind(other.measure))
    return Alternative(
        measure=other.measure,
        low=float(other.low),
        high=float(other.high),
        of=tuple(ids[index] for index in sources),
        main=other.first,
        reason=worded(why, language),
    )
