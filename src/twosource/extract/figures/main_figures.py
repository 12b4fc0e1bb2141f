"""Which figure an article itself puts first for each measure, and what else its words may mean, as alternatives with the reason."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from twosource.extract.figures.candidates import Candidate, Token, Way, attacker_died, candidates_of
from twosource.extract.figures.features import features_of, places_of
from twosource.extract.figures.reading import Reading
from twosource.language.lexicon import Lexicon
from twosource.language.word_files import read_words
from twosource.model import Alternative, Block
from twosource.model.figure import RuledMeasure
from twosource.text.reasons import Reason, worded

_LEFT_OPEN: Final[tuple[RuledMeasure, ...]] = ("injured", "killed")
_PLACES: Final = ("headline", "first", "lead", "rest")
_WHY: Final[dict[Way, Callable[[str, str, float], Reason]]] = {
    "with the others": lambda shot, dead, _: Reason("measures.with_the_others", shot=shot, dead=dead),
    "the last of so many": lambda shot, *_: Reason("measures.the_last", shot=shot),
    "shot less dead": lambda shot, dead, _: Reason("measures.shot_less_dead", shot=shot, dead=dead),
    "shot": lambda *_: Reason("measures.shot"),
    "in hospital": lambda *_: Reason("measures.in_hospital"),
    "in what condition": lambda *_: Reason("measures.in_what_condition"),
    "one more since": lambda _, dead, number: Reason("measures.one_more_since", number=number, dead=dead),
    "with the attacker": lambda *_: Reason("measures.with_the_attacker"),
}
"""How a value follows from others, the way that is told first: with the words of its own number, those of the dead beside it, and its value."""


@dataclass(frozen=True, slots=True)
class Other:
    """A value that follows from a reading, and is not given as a number."""

    measure: str
    low: float
    high: float
    token: Token
    first: bool = False  # it comes before every number that the article itself gives for the measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Indices of the main readings, at most one a measure; and the other values, by reading, then by value."""

    mains: frozenset[int] = frozenset()
    others: tuple[Other, ...] = ()


def choose(text: str, readings: Sequence[Reading], blocks: Sequence[Block], lexicon: Lexicon) -> Choice:
    """The main reading of each measure, by the weights of ``weights.yml``; nothing where no measure was counted.

    Each value a measure is given, or left with, is scored by where and how often it stands, and as what: the best is
    first. "One" read from words, parts of a figure, "three others" and other events rarely are.
    """
    ranking = _Ranking(readings, places_of(readings, blocks), {}, {})
    for measure, candidates in candidates_of(readings, ranking.places).items():
        if lexicon.measures.measures[measure].leads:
            ranking.add(measure, candidates)
    distinct: dict[tuple[str, float, float], Other] = {}
    for other in ranking.others(attacker_died=attacker_died(text, lexicon.measures)):
        distinct.setdefault((other.measure, other.low, other.high), other)
    others = sorted(distinct.values(), key=lambda one: (one.token.reading, not one.first, one.measure, one.low))
    return Choice(mains=frozenset(ranking.mains.values()), others=tuple(others))


@cache
def first_weights() -> dict[str, float]:
    """What each feature weighs, as ``bench/train_figures.py`` learned it. It is shared: do not change it."""
    read: dict[str, dict[str, float]] = read_words(files("twosource.extract.figures") / "weights.yml")
    return read["weights"]


@dataclass(frozen=True, slots=True)
class _Ranking:
    """An article's readings, with the main one of each measure and the measure's candidates, the best first."""

    readings: Sequence[Reading]
    places: Sequence[str]
    mains: dict[str, int]
    ranked: dict[str, list[Candidate]]

    def add(self, measure: str, candidates: Sequence[Candidate]) -> None:
        """Rank the candidates of a measure."""
        weights, told = first_weights(), features_of(candidates, self.readings, self.places)
        scores = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in told]
        order = sorted(range(len(candidates)), key=lambda at: (-round(scores[at], 6), -candidates[at].high))
        self.ranked[measure] = [candidates[at] for at in order]
        own = next((tokens for one in self.ranked[measure] if (tokens := one.ways("own"))), None)
        if own is not None:
            self.mains[measure] = min(own, key=self._rank).reading

    def _rank(self, token: Token) -> tuple[int, ...]:
        """Of several places of one value the one that shows it best: the less the better."""
        reading = self.readings[token.reading]
        aside, place = reading.parts or bool(reading.background), _PLACES.index(self.places[token.reading])
        return int(aside), int(reading.more), int(reading.implied), place, token.reading

    def others(self, *, attacker_died: bool) -> Iterator[Other]:
        """The values that follow from others: those that a measure is left with alone, then those beside its main figure."""
        ranked = [self.ranked[name] for name in _LEFT_OPEN if name in self.ranked]
        for best in (candidates[0] for candidates in ranked if not candidates[0].ways("own")):
            tokens = next(tokens for way in _WHY if (tokens := best.ways(way)))
            yield Other(best.measure, best.low, best.high, min(tokens, key=self._rank), first=True)
        yield from self._shot_less()
        for one in (one for candidates in ranked for one in candidates if not one.ways("own")):
            # Where the main figure counts "three others", those named before them may belong to it.
            added = (token for token in one.ways("with the others") if token.reading == self.mains.get(one.measure))
            yield from (Other(one.measure, one.low, one.high, token) for token in added)
        yield from self._one_more(attacker_died=attacker_died)

    def _shot_less(self) -> Iterator[Other]:
        """Main figures of those shot and of the dead leave a number of injured, if those shot take in the dead."""
        if not {"shot", "killed"} <= self.mains.keys():
            return
        shot, dead = self.readings[self.mains["shot"]], self.readings[self.mains["killed"]]
        if not shot.more and dead.low > 0 and dead.high < shot.low:
            token = Token(reading=self.mains["shot"], way="shot less dead", beside=self.mains["killed"])
            yield Other("injured", shot.low - dead.high, shot.high - dead.low, token)

    def _one_more(self, *, attacker_died: bool) -> Iterator[Other]:
        """A number of dead may count an attacker who died too, or not; and it is older than one who died as the next in a row."""
        index = self.mains.get("killed")
        if index is None:
            return
        dead, following = self.readings[index], self.readings[index].high + 1
        if attacker_died and dead.low and not dead.members:  # "four pupils and himself" has him
            yield Other("killed", dead.low + 1, following, Token(reading=index, way="with the attacker"))
        if any(one.high == following and one.ways("the last of so many") for one in self.ranked["killed"]):
            yield Other("killed", following, following, Token(reading=index, way="one more since"))


def alternatives_of(
    text: str, readings: Sequence[Reading], choice: Choice, ids: Sequence[str], language: str
) -> Mapping[int, tuple[Alternative, ...]]:
    """For each reading that leaves something open, its alternatives; ``ids`` are the readings' own, in their order."""
    found: dict[int, tuple[Alternative, ...]] = {}
    for other in choice.others:
        token = other.token
        sources = (token.reading,) if token.beside is None else (token.reading, token.beside)
        numbers = [" ".join(readings[index].span.of(text).split()) for index in sources]
        why = _WHY[token.way](numbers[0], numbers[-1], other.high)
        if other.first and token.beside is not None:
            why = Reason("measures.comes_first", why=why, measure=Reason.kind(other.measure))
        alternative = Alternative(
            measure=other.measure, low=float(other.low), high=float(other.high), of=tuple(ids[index] for index in sources),
            main=other.first, reason=worded(why, language),
        )  # fmt: skip
        found[token.reading] = (*found.get(token.reading, ()), alternative)
    return found
