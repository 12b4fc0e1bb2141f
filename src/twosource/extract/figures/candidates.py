"""The values that may stand for a measure in an article: those it gives, and those its words leave open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from twosource.extract.figures.reading import Reading
from twosource.language.words_figures import MeasureWords
from twosource.model.figure import RuledMeasure

Way = Literal[
    "own", "shot less dead", "shot", "in hospital", "in what condition", "with the others", "the last of so many",
    "with the attacker", "one more since",
]  # fmt: skip
_STANDS_FOR: Final[dict[str, Way]] = {
    "shot": "shot",
    "hospitalised": "in hospital",
    "critically injured": "in what condition",
}
_HURT: Final[frozenset[RuledMeasure]] = frozenset({"injured", "critically injured", "hospitalised", "shot"})
_KILLED: Final[frozenset[RuledMeasure]] = frozenset({"killed"})
_LISTED: Final = 20  # code points between "1 dead" and "3 shot"
_BEHIND: Final = 3  # readings: "two were wounded and three others hurt" stand close
_MOST_TOLLS: Final = 12
"""So many different numbers of dead are taken off the number of those shot, the first ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One place where a value stands, or follows from."""

    reading: int  # index of the reading that gives the number
    way: Way  # how the value follows from the reading; ``own`` where it is its own number
    beside: int | None = None  # index of the reading that was taken off or added; None where none was


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
    """For each measure its candidates, by value; empty where nothing is counted. ``places`` are those of ``places_of``.

    "Five were shot, two fatally" leaves three injured, and so may "two dead, three shot": whether those shot
    take in the dead is not said, so both stay, and the choice is made elsewhere, with its reason.

    What belongs to other events or to a longer time is a candidate in headline and lead only, and what a count was
    before it changed nowhere.
    """
    counts = [
        index
        for index, reading in enumerate(readings)
        if reading.measure and reading.kind == "count" and not _is_past(reading, places[index])
    ]
    found: dict[str, dict[tuple[float, float], Candidate]] = {}
    for measure, low, high, token in _tokens(readings, counts):
        values = found.setdefault(measure, {})
        candidate = values.setdefault((low, high), Candidate(measure=measure, low=low, high=high))
        candidate.tokens.append(token)
    return {measure: [values[value] for value in sorted(values)] for measure, values in sorted(found.items())}


def _is_past(reading: Reading, place: str) -> bool:
    """Whether a number was replaced in the same breath, or is told beside what the article is about."""
    return reading.background is not None and (place == "rest" or reading.background.code == "measures.before_change")


def _tokens(readings: Sequence[Reading], counts: Sequence[int]) -> Iterator[tuple[str, float, float, Token]]:
    tolls = _tolls(readings, [index for index in counts if readings[index].measure == "killed"])
    for index in counts:
        reading = readings[index]
        yield str(reading.measure), reading.low, reading.high, Token(reading=index, way="own")
        yield from _standing_for_the_hurt(readings, index, tolls)
        if reading.nth and reading.measure == "killed":
            yield "killed", reading.nth, reading.nth, Token(reading=index, way="the last of so many")
        yield from _with_the_others(readings, index)


def _standing_for_the_hurt(
    readings: Sequence[Reading], index: int, tolls: Sequence[int]
) -> Iterator[tuple[str, float, float, Token]]:
    """Those shot, in hospital or in a condition, who may be all who were hurt."""
    reading = readings[index]
    way = _STANDS_FOR.get(str(reading.measure))
    if way and reading.high > 0:
        yield "injured", reading.low, reading.high, Token(reading=index, way=way)
    if way == "shot":
        yield from _less_the_dead(readings, index, tolls)


def _less_the_dead(
    readings: Sequence[Reading], index: int, tolls: Sequence[int]
) -> Iterator[tuple[str, float, float, Token]]:
    """As in "five were shot, two fatally", which leaves three who were hurt."""
    shot = readings[index]
    for toll in tolls:
        dead = readings[toll].low
        if dead < shot.low and not _apart(readings, index, dead):
            yield "injured", shot.low - dead, shot.high - dead, Token(reading=index, way="shot less dead", beside=toll)


def _apart(readings: Sequence[Reading], index: int, dead: float) -> bool:
    """As in "1 dead, 3 shot": the dead right before them are not counted among those shot."""
    shot, before = readings[index], readings[max(index - 1, 0)]
    same = (before.block, before.sentence, before.measure, before.low) == (shot.block, shot.sentence, "killed", dead)
    return same and 0 < shot.span.start - before.span.end <= _LISTED and not before.implied


def _with_the_others(readings: Sequence[Reading], index: int) -> Iterator[tuple[str, float, float, Token]]:
    """As in "a man is in critical condition and three others were injured", which makes four."""
    others = readings[index]
    kinds = next((kinds for kinds in (_HURT, _KILLED) if others.measure in kinds), frozenset[str]())
    for before in range(index - 1, max(index - _BEHIND - 1, -1), -1) if others.more and others.high else ():
        first = readings[before]
        near = (first.block, first.sentence, first.kind) == (others.block, others.sentence, others.kind)
        if near and first.measure in kinds and first.high and not first.more:
            name = "injured" if kinds is _HURT else "killed"
            token = Token(reading=index, way="with the others", beside=before)
            yield name, first.low + others.low, first.high + others.high, token
            return


def _tolls(readings: Sequence[Reading], killed: Iterable[int]) -> list[int]:
    """The first reading of each exact number of dead."""
    first: dict[float, int] = {}
    for index in killed:
        if readings[index].low == readings[index].high > 0:
            first.setdefault(readings[index].low, index)
    return list(first.values())[:_MOST_TOLLS]


def attacker_died(text: str, words: MeasureWords) -> bool:
    """Whether the article says that the attacker died too, and no toll of it says that it counts him."""
    lowered = text.lower()
    named = any(word in lowered for word in (*words.oneself, *words.attackers, *words.attacker_died))
    return named and bool(words.attacker_dies.search(text)) and not words.attacker_counted.search(text)
