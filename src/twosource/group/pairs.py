"""How an article compares with others: each feature of the table ``weights.yml`` as a number, a row for each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.group import coded as held
from twosource.group.coded import APART, KIND_BITS, Facts
from twosource.group.columns import Columns, Matches
from twosource.group.table import table

Floats = NDArray[np.float64]
Named = dict[str, Floats]
_FORM, _FEW_NAMES = 0.3, 0.4
_MASK: Final = (1 << KIND_BITS) - 1
# What is summed over shared things, by the roles they must have in the one, in the other, in both; the first few are
# weighed by rarity.
_SUMS: Final = {
    "own_lead": (held.IN_LEAD, 0), "their_lead": (0, held.IN_LEAD), "own_title": (held.IN_TITLE, 0),
    "their_title": (0, held.IN_TITLE), "both_names": (held.NAME, held.NAME), "both_leads": (held.IN_LEAD, held.IN_LEAD),
    "own_names": (held.NAME, 0), "their_names": (0, held.NAME),
    "both_rare": (held.RARE, held.RARE), "figures": (held.FIGURE, held.FIGURE), "first_places": (held.FIRST, held.FIRST),
}  # fmt: skip
_WEIGHED: Final = 6
_THINGS: Final = ("people", "ages", "streets", "places", "weekdays", "days", "measures", "counts")
_LISTS: Final = ("people", "ages", "streets", "places", "first_places", "weekdays")
_MOST: Final = {"people": 3, "ages": 3, "streets": 2, "places": 20}


@dataclass(frozen=True, slots=True)
class Compared:
    """An article with each of others."""

    features: Floats  # a row for each other, in the order of the table
    dated: NDArray[np.bool_]  # whether both have a date
    # Whether they are of one form, with other facts: much of their wording is the same, and the names are not, or two
    # kinds of other facts: crime reports, results and forecasts that an outlet fills in.
    form: NDArray[np.bool_]


def compare(columns: Columns, number: int, others: Sequence[int]) -> Compared:
    """An article with each of at least one other. Which of two is asked changes nothing."""
    mine, theirs = columns.facts([number]), columns.facts(others)
    shared = _summed(columns.matches(number, others), len(others))
    days = np.abs(mine.day - theirs.day)
    dated = days == days  # noqa: PLR0124 - NaN is no number of days
    days[~dated] = -1
    found = _words(mine, theirs, shared)
    found |= _things(mine, theirs, shared)
    runs = columns.runs_shared(number, others)
    found["wording_shared"] = np.log1p(runs)
    found |= _times(mine, theirs, days)
    found |= _figures(mine, theirs)
    sizes = np.log(theirs.size + 5), np.log(mine.size + 5)
    found["length_of_the_shorter"], found["length_of_the_longer"] = np.minimum(*sizes), np.maximum(*sizes)
    found["same_outlet"] = mine.outlet == theirs.outlet
    found["words_alike_and_near_in_time"] = found["words_alike"] / (1 + np.where(dated, days / 7, 1))
    features = np.empty((len(table().features), len(others)))
    for row, name in enumerate(table().features):
        features[row] = found[name]
    differ = sum(found[f"other_{name}"].astype(np.int8) for name in _LISTS if name != "places")
    form = (runs > 1) & (runs > _FORM * np.minimum(mine.runs, theirs.runs))
    form &= (found["names_of_both_retold"] < _FEW_NAMES) | (differ > 1)
    return Compared(features.T, dated, form)


def _summed(matches: Matches, count: int) -> Named:
    """For each other article what all shared things come to."""
    names = [*_SUMS, *_THINGS, "words_alike", "rarest_word"]
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
    for column, (mine, theirs) in enumerate(_SUMS.values()):
        found[..., column] = ((roles & mine) == mine)[:, None] & ((roles & theirs) == theirs)
    for row in range(len(_THINGS)):
        found[row + 1, ..., len(_SUMS) + row] = 1
    return found.reshape(-1, found.shape[-1])


def _words(mine: Facts[Floats], theirs: Facts[Floats], shared: Named) -> Named:
    retold = shared["own_lead"] / mine.lead_sum, shared["their_lead"] / theirs.lead_sum
    names = shared["own_names"] / mine.names_weight, shared["their_names"] / theirs.names_weight
    heads = shared["own_title"] / mine.title_sum + shared["their_title"] / theirs.title_sum
    return {
        "words_alike": shared["words_alike"],
        "lead_alike": shared["both_leads"] / (mine.lead_length * theirs.lead_length),
        "lead_retold": np.maximum(*retold),
        "both_leads_retold": np.minimum(*retold),
        "names_retold": np.maximum(*names),
        "names_of_both_retold": np.minimum(*names),
        "headlines_retold": heads / 2,
        "names_shared": shared["both_names"] / 20,
        "rarest_word_shared": shared["rarest_word"] / 8,
        "rare_words_shared": np.log1p(shared["both_rare"]),
        "numbers_shared": shared["figures"] / np.sqrt((mine.figures + 1) * (theirs.figures + 1)),
    }


def _things(mine: Facts[Floats], theirs: Facts[Floats], shared: Named) -> Named:
    found: Named = {
        f"other_{name}": (shared[name] == 0) & (getattr(theirs, name) > 0)
        if getattr(mine, name) > 0
        else np.zeros(1, bool)
        for name in _LISTS
    }
    found |= {f"{name}_shared": np.minimum(shared[name], most) for name, most in _MOST.items()}
    found["places_shared"] = np.log1p(found["places_shared"])
    found["days_told_shared"] = np.log1p(shared["days"])
    found["same_number_of_others"] = (shared["counts"] > 0).astype(np.float64)
    found["other_number_of_others"] = (shared["measures"] > shared["counts"]).astype(np.float64)
    return found


def _times(mine: Facts[Floats], theirs: Facts[Floats], days: Floats) -> Named:
    known = days >= 0
    return {
        "same_day": days == 0,
        "a_day_apart_at_most": known & (days <= 1),
        "20_days_apart_at_most": known & (days <= 20),  # noqa: PLR2004 - as its name says
        "days_apart": np.log1p(np.maximum(days, 0)),
        "tell_of_other_days": np.abs(mine.happened - theirs.happened) > 1,
    }


def _figures(mine: Facts[Floats], theirs: Facts[Floats]) -> Named:
    found: Named = {}
    for measure in APART:
        (low, high), (from_, to) = (
            (getattr(one, f"{measure}_from"), getattr(one, f"{measure}_to")) for one in (mine, theirs)
        )
        if np.isnan(low[0]):
            found[f"same_number_{measure}"] = found[f"other_number_{measure}"] = np.zeros(1)
            continue
        same = (low <= to) & (from_ <= high)
        # The smaller one, so that it is the same whichever article is asked.
        found[f"same_number_{measure}"] = np.where(same, np.log1p(np.maximum(np.minimum(low, from_), 0)), 0.0)
        apart = np.abs(np.log((np.maximum(high, 0) + 1) / (np.maximum(to, 0) + 1)))
        found[f"other_number_{measure}"] = np.where(same | np.isnan(from_), 0.0, apart)
    return found
