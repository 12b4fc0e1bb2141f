"""Which figure an article itself puts first for each measure, and what else its words may mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from twosource.extract.figures.candidates import Candidate, Token, Way, attacker_died, candidates_of
from twosource.extract.figures.features import features_of, places_of
from twosource.extract.figures.reading import Reading
from twosource.language.lexicon import Lexicon
from twosource.language.word_files import read_words
from twosource.model import Block
from twosource.model.figure import RuledMeasure

_LEFT_OPEN: Final[tuple[RuledMeasure, ...]] = ("injured", "killed")
_PLACES: Final = ("headline", "first", "lead", "rest")
_WAYS: Final[tuple[Way, ...]] = (
    "with the others", "the last of so many", "shot less dead", "shot", "in hospital", "in what condition",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A value that follows from a reading, and is not given as a number."""

    reading: int  # index of the reading that it follows from
    beside: int | None  # index of the reading that was taken off or added; None where none was
    measure: str
    low: float
    high: float
    way: Way
    first: bool  # it comes before every number that the article itself gives for the measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Indices of the main readings, at most one a measure; and the other values, by reading, then by value."""

    mains: frozenset[int] = frozenset()
    others: tuple[Other, ...] = ()


def choose(text: str, readings: Sequence[Reading], blocks: Sequence[Block], lexicon: Lexicon) -> Choice:
    """The main reading of each measure, by the weights of ``weights.yml``.

    Each value a measure is given, or left with, is scored by where and how often it stands, and as what: the best is
    first. "One" read from words, parts of a figure, "three others" and other events rarely are.

    Args:
        text: The article's text.
        readings: Of the whole article, by place.
        blocks: Its blocks.
        lexicon: The words of its language.

    Returns:
        Nothing where no measure was counted.
    """
    places = places_of(readings, blocks)
    mains: dict[str, int] = {}
    ranked: dict[str, list[Candidate]] = {}
    for measure, candidates in candidates_of(readings, places).items():
        if not lexicon.measures.measures[measure].leads:
            continue
        scores = [_score(features) for features in features_of(candidates, readings, places)]
        order = sorted(range(len(candidates)), key=lambda at: (-round(scores[at], 6), -candidates[at].high))
        ranked[measure] = [candidates[at] for at in order]
        own = next((one for one in ranked[measure] if one.ways("own")), None)
        if own is not None:
            mains[measure] = min(own.ways("own"), key=lambda token: _rank(token, readings, places)).reading
    others = [one for name in _LEFT_OPEN for one in _left_over(ranked.get(name, ()), readings, places)]
    others += [*_shot_less(mains, readings), *_with_the_others(mains, ranked)]
    others += [*_with_attacker(text, mains, readings, lexicon), *_one_more_since(mains, ranked, readings)]
    return Choice(mains=frozenset(mains.values()), others=_distinct(others))


@cache
def first_weights() -> dict[str, float]:
    """What each feature weighs, as ``bench/train_figures.py`` learned it. It is shared: do not change it."""
    read: dict[str, dict[str, float]] = read_words(files("twosource.extract.figures") / "weights.yml")
    return read["weights"]


def _score(features: dict[str, float]) -> float:
    weights = first_weights()
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def _rank(token: Token, readings: Sequence[Reading], places: Sequence[str]) -> tuple[int, ...]:
    """Of several places of one value the one that shows it best: the less the better."""
    reading = readings[token.reading]
    aside = reading.parts or bool(reading.background)
    return int(aside), int(reading.more), int(reading.implied), _PLACES.index(places[token.reading]), token.reading


def _left_over(ranked: Sequence[Candidate], readings: Sequence[Reading], places: Sequence[str]) -> list[Other]:
    """The best value of a measure where the article gives it in no number of its own."""
    if not ranked or ranked[0].ways("own"):
        return []
    best = ranked[0]
    way = next(way for way in _WAYS if best.ways(way))
    token = min(best.ways(way), key=lambda token: _rank(token, readings, places))
    return [_other(best.measure, best.low, best.high, token, first=True)]


def _shot_less(mains: dict[str, int], readings: Sequence[Reading]) -> list[Other]:
    """Main figures of those shot and of the dead leave a number of injured, if those shot take in the dead."""
    shot, killed = mains.get("shot"), mains.get("killed")
    if shot is None or killed is None or readings[shot].more:
        return []
    if readings[killed].high >= readings[shot].low or not readings[killed].low:
        return []
    low, high = readings[shot].low - readings[killed].high, readings[shot].high - readings[killed].low
    token = Token(reading=shot, way="shot less dead", beside=killed)
    return [_other("injured", low, high, token, first=False)]


def _with_the_others(mains: dict[str, int], ranked: Mapping[str, Sequence[Candidate]]) -> list[Other]:
    """Where the main figure counts "three others", those named before them may belong to it."""
    return [
        _other(one.measure, one.low, one.high, token, first=False)
        for name in _LEFT_OPEN
        for one in ranked.get(name, ())
        for token in one.ways("with the others")
        if token.reading == mains.get(name) and not one.ways("own")
    ]


def _with_attacker(text: str, mains: dict[str, int], readings: Sequence[Reading], lexicon: Lexicon) -> list[Other]:
    """Where the attacker died too, a number of dead may count him or not."""
    killed = mains.get("killed")
    if killed is None or not readings[killed].low or not attacker_died(text, lexicon.measures):
        return []
    reading = readings[killed]
    if reading.members:  # "four pupils and himself" has him
        return []
    return [
        _other("killed", reading.low + 1, reading.high + 1, Token(reading=killed, way="with the attacker"), first=False)
    ]


def _one_more_since(
    mains: dict[str, int], ranked: Mapping[str, Sequence[Candidate]], readings: Sequence[Reading]
) -> list[Other]:
    """Where one is said to have died as the next in a row behind the main figure of the dead, that figure is older."""
    killed = mains.get("killed")
    if killed is None:
        return []
    following = readings[killed].high + 1
    told = any(one.high == following and one.ways("the last of so many") for one in ranked.get("killed", ()))
    return (
        [_other("killed", following, following, Token(reading=killed, way="one more since"), first=False)]
        if told
        else []
    )


def _other(measure: str, low: float, high: float, token: Token, *, first: bool) -> Other:
    return Other(
        reading=token.reading, beside=token.beside, measure=measure, low=low, high=high, way=token.way, first=first
    )


def _distinct(others: Sequence[Other]) -> tuple[Other, ...]:
    """Each value once, the first of a measure before the rest."""
    kept: dict[tuple[str, float, float], Other] = {}
    for other in others:
        kept.setdefault((other.measure, other.low, other.high), other)
    return tuple(sorted(kept.values(), key=lambda other: (other.reading, not other.first, other.measure, other.low)))
