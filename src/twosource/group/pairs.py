"""How an article compares with others: each feature of the table ``weights.yml`` as a number, a row for each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from twosource.group import columns as held
from twosource.group.columns import FACTS, KIND_BITS, Columns, Matches

Floats = NDArray[np.float64]
Facts = dict[str, Floats]
_FORM, _FEW_NAMES = 0.3, 0.4
Feature = Literal[
    "words alike", "lead alike", "lead retold", "headlines retold", "names shared",
    "rarest word shared", "rare words shared",
    "people shared", "other people", "ages shared", "other ages", "streets shared", "other streets",
    "places shared", "other places", "other first places", "numbers shared", "wording shared",
    "same day", "a day apart at most", "20 days apart at most", "days apart", "tell of other days",
    "days told shared", "other weekdays", "same number killed", "other number killed",
    "same number injured", "other number injured", "length of the shorter", "length of the longer", "same outlet",
    "both leads retold", "names retold", "names of both retold",
    "same number of others", "other number of others", "words alike and near in time",
]  # fmt: skip
"""What ``weights.yml`` weighs, by name."""
FEATURES: Final[tuple[Feature, ...]] = get_args(Feature)
_FACTS: Final[tuple[Feature, ...]] = (
    "other people",
    "other ages",
    "other streets",
    "other first places",
    "other weekdays",
)
_MASK: Final = (1 << KIND_BITS) - 1
# What is summed over shared things, by the roles they must have in the one, in the other, in both; the first few are
# weighed by rarity.
Sum = Literal[
    "retold", "retelling", "headed", "heading", "named", "led", "own names", "their names", "rare", "figures", "first places",
]  # fmt: skip
_SUMS: Final[tuple[tuple[Sum, int, int], ...]] = (
    ("retold", held.IN_LEAD, 0), ("retelling", 0, held.IN_LEAD), ("headed", held.IN_TITLE, 0),
    ("heading", 0, held.IN_TITLE), ("named", held.NAME, held.NAME), ("led", held.IN_LEAD, held.IN_LEAD),
    ("own names", held.NAME, 0), ("their names", 0, held.NAME),
    ("rare", held.RARE, held.RARE), ("figures", held.FIGURE, held.FIGURE), ("first places", held.FIRST, held.FIRST),
)  # fmt: skip
_WEIGHED: Final = 6
_THINGS: Final = ("people", "ages", "streets", "places", "weekdays", "days", "measures", "counts")
_LISTS: Final = ("people", "ages", "streets", "places", "first places", "weekdays")
_MOST: Final = {"people": 3, "ages": 3, "streets": 2, "places": 20}


@dataclass(frozen=True, slots=True)
class Compared:
    """An article with each of others."""

    features: Floats  # a row for each other, in the order of ``FEATURES``
    dated: NDArray[np.bool_]  # whether both have a date
    # Whether they are of one form, with other facts: much of their wording is the same, and the names are not, or two
    # kinds of other facts: crime reports, results and forecasts that an outlet fills in.
    form: NDArray[np.bool_]


def compare(columns: Columns, number: int, others: Sequence[int]) -> Compared:
    """An article with each of at least one other. Which of two is asked changes nothing."""
    facts = columns.facts([number, *others]).T.copy()
    mine, theirs = (dict(zip(FACTS, part, strict=True)) for part in (facts[:, :1], facts[:, 1:]))
    shared = _summed(columns.matches(number, others), len(others))
    days = np.abs(mine["day"] - theirs["day"])
    dated = days == days  # noqa: PLR0124 - NaN is no number of days
    days[~dated] = -1
    found = _words(mine, theirs, shared)
    found |= _things(mine, theirs, shared)
    runs = columns.runs_shared(number, others)
    found["wording shared"] = np.log1p(runs)
    found |= _times(mine, theirs, days)
    found |= _figures(mine, theirs)
    sizes = np.log(theirs["size"] + 5), np.log(mine["size"] + 5)
    found["length of the shorter"], found["length of the longer"] = np.minimum(*sizes), np.maximum(*sizes)
    found["same outlet"] = mine["outlet"] == theirs["outlet"]
    found["words alike and near in time"] = found["words alike"] / (1 + np.where(dated, days / 7, 1))
    features = np.empty((len(FEATURES), len(others)))
    for row, name in enumerate(FEATURES):
        features[row] = found[name]
    differ = sum(found[name].astype(np.int8) for name in _FACTS)
    form = (runs > 1) & (runs > _FORM * np.minimum(mine["runs"], theirs["runs"]))
    form &= (found["names of both retold"] < _FEW_NAMES) | (differ > 1)
    return Compared(features.T, dated, form)


def _summed(matches: Matches, count: int) -> Facts:
    """For each other article what all shared things come to."""
    names = [name for name, _, _ in _SUMS] + list(_THINGS) + ["alike", "rarest"]
    found = np.zeros((count, len(names)))
    if len(matches.other):
        begins = np.flatnonzero(np.diff(matches.other, prepend=-1))
        kind, roles = matches.mine >> KIND_BITS, matches.mine & _MASK
        summed = np.empty((len(matches.other), len(names)))
        summed[:, :-2] = _multipliers()[(kind << 2 * KIND_BITS) | (roles << KIND_BITS) | (matches.theirs & _MASK)]
        summed[:, :_WEIGHED] *= matches.rarity[:, None]
        summed[:, _WEIGHED - 1] *= matches.rarity
        summed[:, _WEIGHED] *= matches.weight * matches.weight
        summed[:, _WEIGHED + 1] *= matches.weighs * matches.weighs
        summed[:, -2], summed[:, -1] = matches.weight * matches.weighs, 0
        present = matches.other[begins]
        found[present] = np.add.reduceat(summed, begins)
        found[present, -1] = np.maximum.reduceat(matches.rarity, begins)
    return dict(zip(names, found.T.copy(), strict=True))


@cache
def _multipliers() -> NDArray[np.float32]:
    """For each kind and roles in both what a shared thing adds to each sum: 1 or 0."""
    roles = np.arange(1 << KIND_BITS)
    found = np.zeros((len(_THINGS) + 1, len(roles), len(roles), len(_SUMS) + len(_THINGS)), np.float32)
    for column, (_, mine, theirs) in enumerate(_SUMS):
        found[..., column] = ((roles & mine) == mine)[:, None] & ((roles & theirs) == theirs)
    for row in range(len(_THINGS)):
        found[row + 1, ..., len(_SUMS) + row] = 1
    return found.reshape(-1, found.shape[-1])


def _words(mine: Facts, theirs: Facts, shared: Facts) -> Facts:
    retold = shared["retold"] / mine["lead sum"], shared["retelling"] / theirs["lead sum"]
    names = shared["own names"] / mine["names weight"], shared["their names"] / theirs["names weight"]
    heads = shared["headed"] / mine["title sum"] + shared["heading"] / theirs["title sum"]
    return {
        "words alike": shared["alike"],
        "lead alike": shared["led"] / (mine["lead length"] * theirs["lead length"]),
        "lead retold": np.maximum(*retold),
        "both leads retold": np.minimum(*retold),
        "names retold": np.maximum(*names),
        "names of both retold": np.minimum(*names),
        "headlines retold": heads / 2,
        "names shared": shared["named"] / 20,
        "rarest word shared": shared["rarest"] / 8,
        "rare words shared": np.log1p(shared["rare"]),
        "numbers shared": shared["figures"] / np.sqrt((mine["figures"] + 1) * (theirs["figures"] + 1)),
    }


def _things(mine: Facts, theirs: Facts, shared: Facts) -> Facts:
    found: Facts = {
        f"other {name}": (shared[name] == 0) & (theirs[name] > 0) if mine[name] > 0 else np.zeros(1, bool)
        for name in _LISTS
    }
    found |= {f"{name} shared": np.minimum(shared[name], most) for name, most in _MOST.items()}
    found["places shared"] = np.log1p(found["places shared"])
    found["days told shared"] = np.log1p(shared["days"])
    found["same number of others"] = (shared["counts"] > 0).astype(np.float64)
    found["other number of others"] = (shared["measures"] > shared["counts"]).astype(np.float64)
    return found


def _times(mine: Facts, theirs: Facts, days: Floats) -> Facts:
    known = days >= 0
    return {
        "same day": days == 0,
        "a day apart at most": known & (days <= 1),
        "20 days apart at most": known & (days <= 20),  # noqa: PLR2004 - as its name says
        "days apart": np.log1p(np.maximum(days, 0)),
        "tell of other days": np.abs(mine["happened"] - theirs["happened"]) > 1,
    }


def _figures(mine: Facts, theirs: Facts) -> Facts:
    found: Facts = {}
    for measure in ("killed", "injured"):
        (low, high), (from_, to) = ((one[f"{measure} from"], one[f"{measure} to"]) for one in (mine, theirs))
        if np.isnan(low[0]):
            found[f"same number {measure}"] = found[f"other number {measure}"] = np.zeros(1)
            continue
        same = (low <= to) & (from_ <= high)
        # The smaller one, so that it is the same whichever article is asked.
        found[f"same number {measure}"] = np.where(same, np.log1p(np.maximum(np.minimum(low, from_), 0)), 0.0)
        apart = np.abs(np.log((np.maximum(high, 0) + 1) / (np.maximum(to, 0) + 1)))
        found[f"other number {measure}"] = np.where(same | np.isnan(from_), 0.0, apart)
    return found
