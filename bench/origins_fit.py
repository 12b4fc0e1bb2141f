"""Learn what says that two articles go back to one text, from labelled pairs."""

import random
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from origins_data import ONE_ORIGIN, Labelled
from twosource.weigh.own import own_words, shared_words
from twosource.weigh.same_origin import FEATURES, Pair, Table, pairs

Rows = NDArray[np.float64]
LEAST = 0.4  # by folds: from .35 to .5 one pair of the stories changes
_PENALTY = 0.15  # on the squares of the weights
_STEPS = 20_000
_RATE = 0.1


def lessons(found: Sequence[Labelled]) -> tuple[Rows, NDArray[np.bool_]]:
    """A row of features for each labelled pair of different outlets and words, and whether it has one origin."""
    rows: list[list[float]] = []
    same: list[bool] = []
    for story in found:
        owns = {own.id: own for own in map(own_words, story.findings)}
        known = pairs(owns, shared_words(owns, story.passages), story.passages)
        groups = {article: number for number, group in enumerate(story.groups()) for article in group}
        for one, other in combinations(sorted(owns), 2):
            label = story.labels.get(frozenset((one, other)))
            if label is None and (not story.whole or groups[one] == groups[other]):
                continue
            if owns[one].findings.article.outlet == owns[other].findings.article.outlet:
                continue
            pair = known.get((one, other)) or Pair(one=owns[one], other=owns[other])
            rows.append([feature(pair) for feature in FEATURES])
            same.append(label in ONE_ORIGIN)
    return np.array(rows, float).reshape(-1, len(FEATURES)), np.array(same, bool)


def fit(learned: tuple[Rows, NDArray[np.bool_]]) -> Table:
    """Weights by logistic regression; a feature, which is evidence, never weighs less than nothing."""
    rows, same = learned
    weights, start = np.zeros(len(FEATURES)), 0.0
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-(rows @ weights + start)))
        wrong = (chances - same) / len(same)
        weights = weights - _RATE * (rows.T @ wrong + _PENALTY * weights / len(same))
        weights = np.maximum(weights, 0.0)
        start -= _RATE * float(wrong.sum())
    return Table(start=round(start, 2), weights=tuple(float(round(one, 2)) for one in weights), least=LEAST)


def folds(found: Sequence[Labelled], count: int, seed: int = 1) -> Iterator[tuple[list[Labelled], list[Labelled]]]:
    """The stories of each fold, and the rest; an event is in one fold."""
    events = sorted({one.event for one in found})
    random.Random(seed).shuffle(events)  # noqa: S311 - a seeded generator is what a bench needs
    for number in range(count):
        chosen = set(events[number::count])
        yield [one for one in found if one.event in chosen], [one for one in found if one.event not in chosen]
