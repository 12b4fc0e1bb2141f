"""Figures gathered by value first, then values gathered into counts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from twosource.compare.points.figures.counts import Count
from twosource.compare.points.figures.same_count import other_value_joins, same_value_joins, scopes_fit
from twosource.compare.points.figures.units import dimension
from twosource.compare.points.figures.values import one_measure
from twosource.settings import Settings
from twosource.text.reasons import Reason

_HELD = 4  # values of a count that a new one is held against, the strongest first


@dataclass(slots=True)
class Value:
    """Figures of one value that count the same. ``first`` is the strongest of them."""

    first: Count
    members: list[Count] = field(default_factory=list)
    reasons: set[Reason] = field(default_factory=set)
    reading: "_Reading | None" = None

    @property
    def number(self) -> tuple[float, float, str]:
        """The number, or the range, and its unit."""
        return self.first.value

    @property
    def articles(self) -> set[str]:
        """Articles that give the value."""
        return set(self._read().articles)

    @property
    def scopes(self) -> list[Count]:
        """One member for each way in which what is counted is put."""
        return self._read().scopes

    @property
    def spokesmen(self) -> list[Count]:
        """The strongest figure, the strongest in a headline and outside, and one for each way of putting it.

        What an article puts first it puts first in all the words in which it gives that number.
        """
        return self._read().spokesmen

    @property
    def in_headline(self) -> bool:
        """Whether a headline gives it."""
        return self._read().in_headline

    def _read(self) -> "_Reading":
        """What the members come to; read anew only when there are more of them."""
        if self.reading is None or self.reading.size != len(self.members):
            self.reading = _reading(self.first, self.members)
        return self.reading

    @property
    def rank(self) -> tuple[int, int, tuple[bool, bool, int, str]]:
        """Values that most articles put first come first."""
        mains = {count.figure.article for count in self.members if count.figure.main}
        return -len(mains), -len(self.articles), self.first.rank


@dataclass(frozen=True, slots=True)
class _Reading:
    size: int
    articles: frozenset[str]
    scopes: list[Count]
    spokesmen: list[Count]
    in_headline: bool


def _reading(first: Count, members: list[Count]) -> _Reading:
    scopes: dict[tuple[object, ...], Count] = {}
    for count in members:
        scopes.setdefault((count.kind, count.of, count.where, count.part, count.rest, count.figure.bound), count)
    mains = {count.figure.article for count in members if count.figure.main}
    headlines = [count for count in members if count.headline][:1]
    others = [count for count in members if not count.headline][:1]
    every = {id(count): count for count in (first, *headlines, *others, *scopes.values())}
    spokesmen = [_as_main(count) if count.figure.article in mains else count for count in every.values()]
    articles = frozenset(count.figure.article for count in members)
    return _Reading(len(members), articles, list(scopes.values()), spokesmen, bool(headlines))


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
        for held in self.values:
            if held.number == value.number:
                held.members += value.members
                held.reasons |= value.reasons
                return
        self.values.append(value)

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
            why = same_value_joins(group.first, count, settings)
            if why and all(scopes_fit(count, scope) for scope in group.scopes):
                group.members.append(count)
                group.reasons.add(why)
                break
        else:
            groups.append(Value(count, [count]))
    return [group for value in sorted(by_value) for group in by_value[value]]


def _merged(values: list[Value], settings: Settings) -> list[Tally]:
    found: list[Tally] = []
    for value in sorted(values, key=lambda each: each.rank):
        for tally in found[: settings.point_counts]:
            why = _joins(tally, value, settings)
            if why:
                tally.add(value, why)
                break
        else:
            found.append(Tally([value]))
    return _tried_again(found, settings)


def _tried_again(found: list[Tally], settings: Settings) -> list[Tally]:
    """Values that stayed alone, held against the counts once more: some have grown since they were first asked."""
    kept: list[Tally] = []
    grown: list[Tally] = []
    for at, tally in enumerate(found):
        alone = at > 0 and len(tally.values) == 1
        asked = grown[: settings.point_counts] if alone else []
        held, why = next(((o, w) for o in asked if (w := _joins(o, tally.values[0], settings))), (None, None))
        if held is not None and why is not None:
            held.add(tally.values[0], why)
            continue
        kept.append(tally)
        if len(tally.values) > 1:
            grown.append(tally)
    return kept


def _joins(tally: Tally, value: Value, settings: Settings) -> Reason | None:
    """Why a value is one of a count; None where it is not, or may not be."""
    if all(held.number == value.number for held in tally.values):
        return None  # figures of one number were held against each other before
    articles = value.articles.union(*(held.articles for held in tally.values))
    converted = any(one_measure(held.first.figure, value.first.figure) for held in tally.values)
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
    measured = one_measure(left.first.figure, right.first.figure)
    both = () if measured else left.articles & right.articles
    return any(_has_both(article, left, right, told) for article in sorted(both))


def _has_both(article: str, left: Value, right: Value, told: list[Count]) -> bool:
    bodies = [
        [count for count in value.members if count.figure.article == article and not count.headline]
        for value in (left, right)
    ]
    record = [count for count in told if count.figure.article == article]
    changed = any(count.revised or count.former for count in record)
    return all(bodies) and not changed and not _disputed(bodies)


def _disputed(sides: list[list[Count]]) -> bool:
    """Whether the article has the values from different sources, or one as its own: it tells of a disagreement."""
    one, two = ({count.figure.source for count in side if count.figure.source} for side in sides)
    return one != two and not one & two
