"""How two articles compare: each feature of the table ``grouping.yml`` as a number."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import fsum, log, log1p, sqrt
from typing import Final

from twosource.group.traits import Traits
from twosource.group.words import rarity

_IN_TITLE, _IN_LEAD = 1.5, 1.25
_RARE: Final = 5.0
_STEPS: Final = (0, 1, 20)


@dataclass(frozen=True, slots=True)
class Seen:
    """An article's traits made ready for comparing; derived from them, so it can be thrown away and made again."""

    traits: Traits
    weights: dict[str, float]
    lead: dict[str, float]
    lead_length: float
    lead_sum: float
    title: frozenset[str]
    title_sum: float
    names: frozenset[str]
    names_sum: float
    rare: frozenset[str]
    numbers: frozenset[str]
    people: frozenset[str]
    ages: frozenset[int]
    streets: frozenset[str]
    places: frozenset[str]
    lead_places: frozenset[str]
    weekdays: frozenset[int]
    days: frozenset[int]
    runs: frozenset[int]
    counts: dict[str, tuple[float, float]]


def seen(traits: Traits) -> Seen:
    """Traits made ready for ``compare``. Words weigh by how often they stand, where, and how rare they are."""
    title, lead = frozenset(traits.title), frozenset(traits.lead)
    weights = {
        word: (1 + log(times)) * rarity(word) * (_IN_TITLE if word in title else _IN_LEAD if word in lead else 1.0)
        for word, times in zip(traits.words, traits.times, strict=True)
    }
    length = sqrt(fsum(weight * weight for weight in weights.values())) or 1.0
    leads = {word: rarity(word) for word in title | lead}
    return Seen(
        traits=traits,
        weights={word: weight / length for word, weight in weights.items()},
        lead=leads,
        lead_length=sqrt(fsum(weight * weight for weight in leads.values())) or 1.0,
        lead_sum=fsum(leads.values()) or 1.0,
        title=title,
        title_sum=_sum(title) or 1.0,
        names=frozenset(traits.names),
        names_sum=_sum(traits.names) or 1.0,
        rare=frozenset(word for word in traits.words if rarity(word) > _RARE),
        numbers=frozenset(word for word in traits.words if word[0].isdigit() and not _is_year(word)),
        people=frozenset(traits.people),
        ages=frozenset(traits.ages),
        streets=frozenset(traits.streets),
        places=frozenset(traits.places),
        lead_places=frozenset(traits.lead_places),
        weekdays=frozenset(traits.weekdays),
        days=frozenset(traits.days),
        runs=frozenset(traits.runs),
        counts={measure: (low, high) for measure, low, high in traits.counts},
    )


def likeness(one: Seen, other: Seen) -> float:
    """The cosine of two articles' weighted words, 0 to 1."""
    left, right = one.weights, other.weights
    return fsum([left[word] * right[word] for word in left.keys() & right.keys()])


def gap(one: Seen, other: Seen) -> int | None:
    """Days between two publications; None where one has no date."""
    if one.traits.day is None or other.traits.day is None:
        return None
    return abs(one.traits.day - other.traits.day)


def compare(one: Seen, other: Seen) -> tuple[float, ...]:
    """The features of a pair, in the order of ``FEATURES``. The order of the two changes nothing."""
    days = gap(one, other)
    words = _words(one, other)
    known = (*words, *_things(one, other), *_times(one, other, days), *_figures(one, other))
    differ = sum([known[row] > 0 for row in _DIFFER])
    return (*known, *_form(one, other, days, words[0]), float(max(differ - 1, 0)))


def _sum(words: AbstractSet[str] | tuple[str, ...]) -> float:
    return fsum(map(rarity, words))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}  # noqa: PLR2004 - digits of a year


def _words(one: Seen, other: Seen) -> tuple[float, ...]:
    leads = fsum([one.lead[word] * other.lead[word] for word in one.lead.keys() & other.lead.keys()])
    left = fsum(map(one.lead.__getitem__, one.lead.keys() & other.weights.keys())) / one.lead_sum
    right = fsum(map(other.lead.__getitem__, other.lead.keys() & one.weights.keys())) / other.lead_sum
    titles = (
        _sum(one.title & other.weights.keys()) / one.title_sum
        + _sum(other.title & one.weights.keys()) / other.title_sum
    )
    names = _sum(one.names & other.names)
    return (
        likeness(one, other),
        leads / (one.lead_length * other.lead_length),
        max(left, right),
        titles / 2,
        names / 20,
        names / min(one.names_sum, other.names_sum),
        max(map(rarity, one.weights.keys() & other.weights.keys()), default=0.0) / 8,
        log1p(len(one.rare & other.rare)),
    )


def _agree(one: frozenset[object], other: frozenset[object], most: int) -> tuple[float, float]:
    """How many they share, and whether both have some and share none."""
    if not one or not other:
        return 0.0, 0.0
    shared = len(one & other)
    return float(min(shared, most)), float(not shared)


def _things(one: Seen, other: Seen) -> tuple[float, ...]:
    places, apart = _agree(one.places, other.places, 20)
    return (
        *_agree(one.people, other.people, 3),
        *_agree(one.ages, other.ages, 3),
        *_agree(one.streets, other.streets, 2),
        log1p(places),
        apart,
        _agree(one.lead_places, other.lead_places, 1)[1],
        len(one.numbers & other.numbers) / sqrt((len(one.numbers) + 1) * (len(other.numbers) + 1)),
        log1p(len(one.runs & other.runs)),
    )


def _times(one: Seen, other: Seen, days: int | None) -> tuple[float, ...]:
    within = [float(days is not None and days <= step) for step in _STEPS]
    told, also = one.traits.happened, other.traits.happened
    return (
        *within,
        log1p(days) if days is not None else 0.0,
        float(told is not None and also is not None and abs(told - also) > 1),
        log1p(len(one.days & other.days)),
        _agree(one.weekdays, other.weekdays, 1)[1],
    )


def _figures(one: Seen, other: Seen) -> tuple[float, ...]:
    found: list[float] = []
    for measure in ("killed", "injured"):
        left, right = one.counts.get(measure), other.counts.get(measure)
        if left is None or right is None:
            found += [0.0, 0.0]
            continue
        same = left[0] <= right[1] and right[0] <= left[1]
        found += [log1p(max(left[0], 0.0)) if same else 0.0, 0.0 if same else abs(log((left[1] + 1) / (right[1] + 1)))]
    return tuple(found)


def _form(one: Seen, other: Seen, days: int | None, alike: float) -> tuple[float, ...]:
    sizes = sorted((one.traits.size, other.traits.size))
    return (
        log(sizes[0] + 5),
        log(sizes[1] + 5),
        float(one.traits.outlet == other.traits.outlet),
        alike / (1 + (days / 7 if days is not None else 1)),
    )


FEATURES: Final = (
    "words alike", "lead alike", "lead retold", "headlines retold", "names shared", "share of names",
    "rarest word shared", "rare words shared",
    "people shared", "other people", "ages shared", "other ages", "streets shared", "other streets",
    "places shared", "other places", "other first places", "numbers shared", "wording shared",
    "same day", "a day apart at most", "20 days apart at most", "days apart", "tell of other days",
    "days told shared", "other weekdays", "same number killed", "other number killed",
    "same number injured", "other number injured", "length of the shorter", "length of the longer", "same outlet",
    "words alike and near in time", "other things beyond the first",
)  # fmt: skip
_DIFFER: Final = tuple(
    FEATURES.index(name)
    for name in (
        "other people",
        "other ages",
        "other streets",
        "other first places",
        "other weekdays",
        "tell of other days",
    )
)
