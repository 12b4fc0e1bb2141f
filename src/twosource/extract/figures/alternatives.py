"""What the words of an article leave open, as alternatives of the figures they follow from, with the reason."""

from collections.abc import Sequence
from typing import Final

from twosource.extract.figures.candidates import Way
from twosource.extract.figures.main_figures import Choice, Other
from twosource.extract.figures.reading import Reading
from twosource.model import Alternative

_REASONS: Final[dict[Way, str]] = {
    "own": "the article's own number",
    "shot less dead": "those shot less the dead: “shot” may include those who died ({shot} − {dead})",
    "shot": "those shot and not counted among the dead: the article gives no number of injured before it",
    "in hospital": "those taken to hospital: the article gives no number of injured before it",
    "in what condition": "those whose condition is told: the article gives no number of injured before it",
    "with the others": "both together: {dead} + {shot}",
    "the last of so many": "{shot}: those before may have died too",
    "one more since": "the article tells of a death that is number {number:g} in a row: the count of {dead} is older",
    "with the attacker": "the article says that the attacker died too: the number may leave him out",
}
_FIRST: Final = "; it comes before any number of {measure} that the article gives"


def alternatives_of(
    text: str, readings: Sequence[Reading], choice: Choice, ids: Sequence[str]
) -> dict[int, tuple[Alternative, ...]]:
    """For each reading that leaves something open, its alternatives.

    Args:
        text: The article's text.
        readings: Of the whole article.
        choice: The main readings, and the values that follow from readings.
        ids: The readings' ids, in their order.
    """
    found: dict[int, list[Alternative]] = {}
    for other in choice.others:
        found.setdefault(other.reading, []).append(_alternative(text, readings, other, ids))
    return {index: tuple(alternatives) for index, alternatives in found.items()}


def _alternative(text: str, readings: Sequence[Reading], other: Other, ids: Sequence[str]) -> Alternative:
    sources = (other.reading,) if other.beside is None else (other.reading, other.beside)
    numbers = [" ".join(readings[index].span.of(text).split()) for index in sources]
    reason = _REASONS[other.way].format(shot=f"“{numbers[0]}”", dead=f"“{numbers[-1]}”", number=other.high)
    return Alternative(
        measure=other.measure,
        low=float(other.low),
        high=float(other.high),
        of=tuple(ids[index] for index in sources),
        main=other.first,
        reason=reason + (_FIRST.format(measure=other.measure) if other.first and other.beside is not None else ""),
    )
