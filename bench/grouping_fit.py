"""From labelled articles to the table of what speaks for one event: counted words, pairs, two logistic regressions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from unittest.mock import patch
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from grouping_data import SETS, Labelled
from twosource.group.coded import coded
from twosource.group.columns import Columns
from twosource.group.index import Index
from twosource.group.pairs import compare
from twosource.group.reading import traits_of
from twosource.group.table import Table, table
from twosource.group.traits import Traits
from twosource.settings import DEFAULTS
from twosource.text import word_rarity
from twosource.text.word_rarity import WORD, hashed, stem

NEAREST = 25
LEAST_HOLDERS = 2
SHARE_WITHOUT_DATE = 0.25
PENALTY = 1.0
CONSTANT = 1e-6
AGAINST = ("other_", "days_apart", "tell_of_other_days", "same_outlet")
EITHER = ("length_",)
Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """Pairs of one set: their features with dates and without, whether they are one event, and what they weigh."""

    dated: Floats
    undated: Floats
    has_dates: NDArray[np.bool_]
    same: NDArray[np.bool_]
    weight: Floats


def half(one: Labelled) -> int:
    """Which half an article's event is in. The two alike events of an ECB+ topic are in the same."""
    return crc32(f"{one.set} {one.event.removesuffix('plus')}".encode()) & 1


def distinct(text: str) -> frozenset[int]:
    """Hashes of the stems of a text."""
    return frozenset(hashed(root) for match in WORD.finditer(text) if (root := stem(match[0], "en")))


def counted(documents: Iterable[frozenset[int]]) -> tuple[int, dict[int, int]]:
    """How many documents there are, and how many of them have each word that at least two have."""
    holders: Counter[int] = Counter()
    total = 0
    for document in documents:
        holders.update(document)
        total += 1
    return total, {word: count for word, count in sorted(holders.items()) if count >= LEAST_HOLDERS}


@contextmanager
def background(table: tuple[int, dict[int, int]]) -> Iterator[None]:
    """Let words be as rare as this table has it, in place of the package's."""
    with patch.object(word_rarity, "_background", lambda: table):
        word_rarity.rarity.cache_clear()
        yield
    word_rarity.rarity.cache_clear()


def read(articles: Iterable[Labelled]) -> list[tuple[Labelled, Traits]]:
    """Articles with their traits."""
    return [(one, traits_of(one.findings, DEFAULTS)) for one in articles]


def lessons(articles: list[tuple[Labelled, Traits]]) -> list[Lesson]:
    """A lesson a set."""
    return [lesson([one for one in articles if one[0].set == name]) for name in SETS]


def lesson(articles: list[tuple[Labelled, Traits]]) -> Lesson:
    """Each article with its nearest ones, and all pairs of one event."""
    columns, bare = Columns(), Columns()
    for number, (_, traits) in enumerate(articles):
        columns.add(number, coded(traits))
        bare.add(number, coded(replace(traits, day=None, happened=None, days=())))
    pairs = sorted(_pairs(articles, columns))
    size = Counter(one.event for one, _ in articles)
    same = np.array([articles[i][0].event == articles[j][0].event for i, j in pairs])
    weight = [
        1 / max(1, size[articles[i][0].event] - 1) if one else 1.0 for (i, _), one in zip(pairs, same, strict=True)
    ]
    others = {i: [j for _, j in part] for i, part in groupby(pairs, key=lambda pair: pair[0])}
    return Lesson(
        dated=np.concatenate([compare(columns, i, found).features for i, found in others.items()]),
        undated=np.concatenate([compare(bare, i, found).features for i, found in others.items()]),
        has_dates=np.array([articles[i][1].day is not None and articles[j][1].day is not None for i, j in pairs]),
        same=same,
        weight=np.array(weight) / sum(weight),
    )


def _pairs(articles: list[tuple[Labelled, Traits]], columns: Columns) -> set[tuple[int, int]]:
    index, events = Index(), defaultdict(list)
    for number, (one, _) in enumerate(articles):
        index.add(number, columns.coded(number).words)
        events[one.event].append(number)
    near = {
        (min(i, j), max(i, j)) for i in range(len(articles)) for j in index.near(columns.coded(i).words, NEAREST, but=i)
    }
    return near | {(i, j) for members in events.values() for i in members for j in members if i < j}


def fit(found: list[Lesson]) -> Table:
    """One regression for pairs with dates, one for pairs without; the sets weigh the same."""
    dated = [(one.dated[one.has_dates], one.same[one.has_dates], one.weight[one.has_dates]) for one in found]
    undated = [(one.undated, one.same, one.weight * np.where(one.has_dates, SHARE_WITHOUT_DATE, 1.0)) for one in found]
    with_dates, start = _logistic(dated)
    without, other_start = _logistic(undated)
    return Table(
        features=table().features, dated_start=start, dated=with_dates, undated_start=other_start, undated=without
    )


def _logistic(parts: list[tuple[Floats, NDArray[np.bool_], Floats]]) -> tuple[tuple[float, ...], float]:
    """Weights and start. A feature may only speak for the side that its name says, or not at all."""
    from scipy.optimize import minimize  # noqa: PLC0415 - for training alone

    x, y, w = (np.concatenate([part[i] for part in parts]) for i in range(3))
    w = w * 3000
    mean, spread = (
        np.average(x, axis=0, weights=w),
        np.sqrt(np.average((x - np.average(x, axis=0, weights=w)) ** 2, axis=0, weights=w)) + 1e-9,
    )
    z, sign = (x - mean) / spread, np.where(y, 1.0, -1.0)

    def loss(b: Floats) -> tuple[float, Floats]:
        margin = sign * (z @ b[:-1] + b[-1])
        pull = -sign * w / (1 + np.exp(np.clip(margin, -50, 50)))
        total = float(np.sum(w * np.logaddexp(0, -margin)) + PENALTY / 2 * np.sum(b[:-1] ** 2))
        return total, np.append(z.T @ pull + PENALTY * b[:-1], pull.sum())

    bounds = [*map(_bounds, table().features), (None, None)]
    best = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds)
    slope = np.where(spread > CONSTANT, best.x[:-1] / spread, 0.0)
    rounded = tuple(round(float(value), 4) for value in slope)
    return rounded, round(float(best.x[-1] - np.sum(slope * mean)), 4)


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name.startswith(EITHER):
        return None, None
    return (None, 0.0) if name.startswith(AGAINST) else (0.0, None)
