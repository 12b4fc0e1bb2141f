"""The values that may stand for a measure in an article: those it gives, and those its words leave open."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

from twosource.extract.figures.measure_table import words_of
from twosource.extract.figures.reading import Reading

Way = Literal["own", "shot less dead", "shot", "in hospital", "in what condition", "with the attacker"]
_STANDS_FOR: Final[dict[str, Way]] = {
    "shot": "shot",
    "hospitalised": "in hospital",
    "critically injured": "in what condition",
}
_MOST_TOLLS: Final = 12
"""So many different numbers of dead are taken off the number of those shot, the first ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One place where a value stands, or follows from.

    Attributes:
        reading: Index of the reading that gives the number.
        less: Index of the reading that was taken off; None where none was.
        way: How the value follows from the reading; ``own`` where it is its own number.
    """

    reading: int
    way: Way
    less: int | None = None


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A value of a measure with every place it stands in, by place."""

    measure: str
    low: float
    high: float
    tokens: list[Token] = field(default_factory=list)

    def ways(self, way: Way) -> list[Token]:
        """The places of one way."""
        return [token for token in self.tokens if token.way == way]


def candidates_of(readings: Sequence[Reading], places: Sequence[str]) -> dict[str, list[Candidate]]:
    """For each measure its candidates, by value; empty where nothing is counted.

    "Five were shot, two fatally" leaves three injured, and so may "two dead, three shot": whether those shot
    take in the dead is not said, so both stay, and the choice is made elsewhere, with its reason.

    What belongs to other events or to a longer time is a candidate in headline and lead only.

    Args:
        readings: Of the whole article, by place.
        places: Of each reading: "headline", "first", "lead" or "rest".
    """
    counts = [
        index
        for index, reading in enumerate(readings)
        if reading.measure and reading.form == "count" and not (reading.earlier and places[index] == "rest")
    ]
    found: dict[str, dict[tuple[float, float], Candidate]] = {}
    for measure, low, high, token in _tokens(readings, counts):
        values = found.setdefault(measure, {})
        candidate = values.setdefault((low, high), Candidate(measure=measure, low=low, high=high))
        candidate.tokens.append(token)
    return {measure: [values[value] for value in sorted(values)] for measure, values in sorted(found.items())}


def _tokens(readings: Sequence[Reading], counts: Sequence[int]) -> Iterator[tuple[str, float, float, Token]]:
    killed = [index for index in counts if readings[index].measure == "killed"]
    tolls = _tolls(readings, killed)
    for index in counts:
        reading = readings[index]
        yield str(reading.measure), reading.low, reading.high, Token(reading=index, way="own")
        way = _STANDS_FOR.get(str(reading.measure))
        if way and reading.high > 0:
            yield "injured", reading.low, reading.high, Token(reading=index, way=way)
        if way == "shot":
            for toll in tolls:
                dead = readings[toll].low
                if dead < reading.low:
                    token = Token(reading=index, way="shot less dead", less=toll)
                    yield "injured", reading.low - dead, reading.high - dead, token


def _tolls(readings: Sequence[Reading], killed: Iterable[int]) -> list[int]:
    """The first reading of each exact number of dead."""
    first: dict[float, int] = {}
    for index in killed:
        if readings[index].low == readings[index].high > 0:
            first.setdefault(readings[index].low, index)
    return list(first.values())[:_MOST_TOLLS]


def attacker_died(text: str) -> bool:
    """Whether the article says that the attacker died too."""
    return bool(_attacker_died().search(text))


@cache
def _attacker_died() -> re.Pattern[str]:
    phrases = sorted(words_of("attacker_died"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in phrases)})\b", re.IGNORECASE)
