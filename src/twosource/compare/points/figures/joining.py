"""Figures gathered by value first, then values gathered into counts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from twosource.compare.points.figures.counts import Count
from twosource.compare.points.figures.same_count import other_value_joins, same_value_joins, scopes_fit
from twosource.compare.points.figures.units import dimension
from twosource.compare.points.figures.values import one_measure
from twosource.model import Figure
from twosource.settings import Settings
from twosource.text.reasons import Reason

_HELD = 4  # values of a count that a new one is held against, the strongest first


class Value:
    """Figures of one value that count the same, the strongest first."""

    def __init__(self, first: Count) -> None:
        """Begin with the strongest."""
        self.members: list[Count] = []
        self.reasons: set[Reason] = set()
        self.articles: set[str] = set()  # those that give it
        self._mains: set[str] = set()  # those that put it first
        self._scopes: dict[tuple[object, ...], Count] = {}
        self._told: dict[bool, Count] = {}  # the strongest in a headline and outside
        self.add([first])

    def add(self, counts: Iterable[Count], why: Iterable[Reason] = ()) -> None:
        """Take figures of this value in."""
        for count in counts:
            self.members.append(count)
            self.articles.add(count.figure.article)
            self._mains |= {count.figure.article} if count.figure.main else set()
            way = count.kind, count.of, count.where, count.part, count.rest, count.figure.bound
            self._scopes.setdefault(way, count)
            self._told.setdefault(count.headline, count)
        self.reasons.update(why)

    @property
    def first(self) -> Count:
        """The strongest figure."""
        return self.members[0]

    @property
    def strongest(self) -> list[Count]:
        """The strongest figure, and the strongest in a headline and outside."""
        return [self.first, *(self._told[where] for where in (True, False) if where in self._told)]

    @property
    def figure(self) -> Figure:
        """The strongest one as it stands."""
        return self.members[0].figure

    @property
    def scopes(self) -> list[Count]:
        """One member for each way in which what is counted is put."""
        return list(self._scopes.values())

    @property
    def spokesmen(self) -> list[Count]:
        """The strongest figure, the strongest in a headline and outside, and one for each way of putting it.

        What an article puts first it puts first in all the words in which it gives that number.
        """
        every = {id(count): count for count in (*self.strongest, *self._scopes.values())}
        return [_as_main(count) if count.figure.article in self._mains else count for count in every.values()]

    @property
    def in_headline(self) -> bool:
        """Whether a headline gives it."""
        return True in self._told

    @property
    def rank(self) -> tuple[int, int, tuple[bool, bool, int, str]]:
        """Values that most articles put first come first."""
        return -len(self._mains), -len(self.articles), self.first.rank


def _as_main(count: Count) -> Count:
    return count if count.figure.main else replace(count, figure=replace(count.figure, main=True))


@dataclass(slots=True)
class Tally:
    """One count, with every value that is given for it; the first value is the one most articles put first."""

    values: list[Value]
    reasons: set[Reason] = field(default_factory=set)

    def add(self, value: Value, why: Reason) -> None:
        """Take a value in; one that is there already takes in its figures."""
        self.reasons.add(why)
        held = next((held for held in self.values if held.first.value == value.first.value), None)
        if held is None:
            self.values.append(value)
        else:
            held.add(value.members, value.reasons)

    @property
    def members(self) -> list[Count]:
        """All figures."""
        return [count for value in self.values for count in value.members]


def tallies(counts: Iterable[Count], settings: Settings) -> list[Tally]:
    """Gather figures into counts; single ones too. The order of the figures changes nothing."""
    keyed: dict[tuple[str, str, str], list[Count]] = defaultdict(list)
    for count in counts:
        figure = count.figure
        keyed[count.measure, dimension(figure), "" if count.measure or figure.unit else count.kind].append(count)
    found: list[Tally] = []
    for key in sorted(keyed):
        found += _merged(_values(keyed[key], settings), settings)
    return found


def _values(counts: list[Count], settings: Settings) -> list[Value]:
    by_value: dict[tuple[float, float, str], list[Value]] = defaultdict(list)
    for count in sorted(counts, key=lambda each: each.rank):
        groups = by_value[count.value]
        for group in groups[: settings.point_counts]:
            whys = (same_value_joins(one, count, settings) for one in group.strongest)
            why = next(filter(None, whys), None)
            if why and all(scopes_fit(count, scope) for scope in group.scopes):
                group.add([count], [why])
                break
        else:
            groups.append(Value(count))
    return [group for value in sorted(by_value) for group in by_value[value]]


def _merged(values: list[Value], settings: Settings) -> list[Tally]:
    found: list[Tally] = []
    for value in sorted(values, key=lambda each: each.rank):
        if not _add_to_first(found, value, settings):
            found.append(Tally([value]))
    return _tried_again(found, settings)


def _tried_again(found: list[Tally], settings: Settings) -> list[Tally]:
    """Values that stayed alone, held against the counts once more: some have grown since they were first asked."""
    kept: list[Tally] = []
    grown: list[Tally] = []
    for at, tally in enumerate(found):
        alone = at > 0 and len(tally.values) == 1
        if alone and _add_to_first(grown, tally.values[0], settings):
            continue
        kept.append(tally)
        grown += [tally] if len(tally.values) > 1 else []
    return kept


def _add_to_first(tallies: list[Tally], value: Value, settings: Settings) -> bool:
    """Take a value into the first count that it is one of; false where it is of none."""
    for tally in tallies[: settings.point_counts]:
        if why := _joins(tally, value, settings):
            tally.add(value, why)
            return True
    return False


def _joins(tally: Tally, value: Value, settings: Settings) -> Reason | None:
    """Why a value is one of a count; None where it is not, or may not be."""
    if all(held.first.value == value.first.value for held in tally.values):
        return None  # figures of one number were held against each other before
    articles = value.articles.union(*(held.articles for held in tally.values))
    converted = any(one_measure(held.figure, value.figure) for held in tally.values)
    if len(articles) == 1 and not converted and not any(held.in_headline for held in (*tally.values, value)):
        return None  # one article's own text does not count the same thing twice
    if not all(scopes_fit(one, two) for held in tally.values for one in held.scopes for two in value.scopes):
        return None
    told = [count for count in (*tally.members, *value.members) if not count.headline]
    whys = (
        other_value_joins(one, two, settings)
        for held in tally.values[:_HELD]
        for one in held.spokesmen
        for two in value.spokesmen
    )
    why = next((why for why in whys if why), None)
    return None if why and any(_side_by_side(held, value, told) for held in tally.values) else why


def _side_by_side(left: Value, right: Value, told: list[Count]) -> bool:
    """Whether one article gives both values in its own running text, as two counts, and not as a change of one.

    Where an article says of any figure ``told`` of this count that it was changed, it keeps the record of the count.
    """
    both = set() if one_measure(left.figure, right.figure) else left.articles & right.articles
    return any(_has_both(article, left, right, told) for article in both)


def _has_both(article: str, left: Value, right: Value, told: list[Count]) -> bool:
    if any((count.revised or count.former) and count.figure.article == article for count in told):
        return False
    bodies = [
        [count for count in value.members if count.figure.article == article and not count.headline]
        for value in (left, right)
    ]
    return all(bodies) and not _disputed(bodies)


def _disputed(sides: list[list[Count]]) -> bool:
    """Whether the article has the values from different sources, or one as its own: it tells of a disagreement."""
    one, two = ({count.figure.source for count in side if count.figure.source} for side in sides)
    return one != two and not one & two
