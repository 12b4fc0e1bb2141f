"""What speaks for and against a value as the one an article puts first, as numbers that a table weighs."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import log2
from typing import Final, Literal

from twosource.extract.figures.candidates import Candidate, Token
from twosource.extract.figures.reading import Reading
from twosource.model import Block

LEAD_PARAGRAPHS: Final = 4
_MOST_TIMES: Final = 7
Aside = Literal[
    "a part", "three others", "other events", "a total", "new ones", "bounded", "not a number", "of a known total", "taken up",
]  # fmt: skip
_ASIDES: Final[dict[Aside, Callable[[Reading], bool]]] = {
    "a part": lambda reading: reading.parts,
    "three others": lambda reading: reading.more,
    "other events": lambda reading: bool(reading.background),
    "a total": lambda reading: reading.cumulative is True,
    "new ones": lambda reading: reading.cumulative is False,
    "bounded": lambda reading: reading.bound not in {"unstated", "exactly"},
    "not a number": lambda reading: reading.implied,
    "of a known total": lambda reading: reading.one_of,
    "taken up": lambda reading: reading.definite,
}


def places_of(readings: Sequence[Reading], blocks: Sequence[Block]) -> list[str]:
    """For each reading: headline, first paragraph, lead, or rest."""
    before = [0, *accumulate(int(block.kind == "paragraph") for block in blocks)]
    rows = ((blocks[reading.block].kind, before[reading.block]) for reading in readings)
    places = {0: "first"} | dict.fromkeys(range(1, LEAD_PARAGRAPHS), "lead")
    return ["headline" if kind == "headline" else places.get(at, "rest") for kind, at in rows]


def features_of(
    candidates: Sequence[Candidate], readings: Sequence[Reading], places: Sequence[str]
) -> list[dict[str, float]]:
    """Features of each candidate of one measure, in their order."""
    every = sum(len(one.tokens) for one in candidates)
    given = [one for one in candidates if any(token.way in {"own", "shot"} for token in one.tokens)]
    greatest = max((one.high for one in given), default=0.0)
    early = [one.high for one in given if any(places[token.reading] != "rest" for token in one.tokens)]
    leading = max(early, default=0.0)
    found = []
    for one in candidates:
        features = _of_tokens(one, readings, places)
        features["share of all"] = len(one.tokens) / every
        features["one"] = float(one.low == one.high == 1)
        features["none"] = float(one.high == 0)
        features["a range"] = float(one.low != one.high)
        features["greatest"] = float(one.high == greatest)
        features["greatest of the lead"] = float(one.high == leading)
        found.append(features)
    return found


def _of_tokens(one: Candidate, readings: Sequence[Reading], places: Sequence[str]) -> dict[str, float]:
    features: dict[str, float] = {}
    for token in one.tokens:
        reading = readings[token.reading]
        aside = reading.parts or reading.more or bool(reading.background)
        manner = "aside" if aside else "in words" if reading.implied else "plain"
        features[token.way] = 1.0
        features[f"{token.way}, {places[token.reading]}, {manner}"] = 1.0
        for name in _beside(token, readings):
            features[name] = 1.0
    for name, holds in _ASIDES.items():
        features[name] = sum(holds(readings[token.reading]) for token in one.tokens) / len(one.tokens)
    own = len(one.ways("own"))
    features["times given"] = log2(1 + min(own, _MOST_TIMES))
    features["times left over"] = log2(1 + min(len(one.tokens) - own, _MOST_TIMES))
    return features


def _beside(token: Token, readings: Sequence[Reading]) -> list[str]:
    """How the number of those shot stands to the number of dead, in its sentence."""
    if token.way not in {"shot", "shot less dead"}:
        return []
    reading = readings[token.reading]
    found = ["others, " + token.way] if reading.more else []
    near = readings[max(token.reading - 4, 0) : token.reading + 5]
    for other in near:
        if other.measure == "killed" and (other.block, other.sentence) == (reading.block, reading.sentence):
            where = "before" if other.span.start < reading.span.start else "behind"
            found.append(f"dead {where}, {token.way}")
            if token.beside is not None and readings[token.beside].low == other.low:
                found.append(f"dead of the same sentence, {token.way}")
    return found
