"""What sets a figure apart from the count that it looks like: part and whole, one side and both, another place or kind."""

from collections import defaultdict
from collections.abc import Iterable

from twosource.compare.points.figures.counts import PEOPLE, Count, are_persons, place, same_kind, which
from twosource.compare.points.figures.given import shown
from twosource.compare.points.figures.joining import Tally
from twosource.compare.points.figures.same_count import context
from twosource.compare.points.figures.values import agreement
from twosource.model import Figure
from twosource.settings import Settings
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_TELLING = 20  # equal numbers below are met everywhere


def scope_words(left: Count, right: Count) -> Reason | None:
    """What sets the two scopes apart; None where nothing does."""
    if left.part != right.part:
        return _part_words(left if left.part else right)
    kinds, whose, where = same_kind(left, right), which(left, right), place(left, right)
    if kinds == "other":
        alike = are_persons(left) == are_persons(right)
        return Reason("figures.other_things", here=_named(left), there=_named(right)) if alike else None
    if whose == "other":
        return Reason("figures.called", here=_as_told(left), there=_as_told(right))
    if where == "other":
        return Reason("figures.elsewhere", here=left.figure.where, there=right.figure.where)
    if kinds == "wider" and agreement(left.figure, right.figure) == "apart":
        return Reason("figures.part_perhaps", here=_named(left), there=_named(right))
    return None


def _part_words(part: Count) -> Reason:
    if part.kind_of_whole:
        return Reason("figures.one_part", part=_named(part))
    return Reason("figures.on_top") if part.figure.cumulative is False else Reason("figures.a_part")


def _named(count: Count) -> Reason | str:
    return count.figure.counted or (count.kind if count.kind != PEOPLE else Reason("figures.people"))


def _as_told(count: Count) -> str:
    return count.figure.counted or count.figure.where or "?"


def _near(count: Count, other: Count, least: float) -> bool:
    """Whether a reader could take the one for the other: it stands at the top, or in a sentence with the same words."""
    return count.early or count.figure.main or context(count, other) >= least


class LookAlikes:
    """The counts that articles put first, by measure, and all counts by their number."""

    def __init__(self, tallies: Iterable[Tally], index: StoryIndex, settings: Settings) -> None:
        """Take the story's counts."""
        self._index = index
        self._most = settings.point_counts
        self._context = settings.point_figure_context
        self._mains: dict[tuple[str, str | None], list[Tally]] = defaultdict(list)
        self._numbers: dict[float, list[Tally]] = defaultdict(list)
        for tally in tallies:
            figure, measure = tally.values[0].first.figure, tally.values[0].first.measure
            if figure.main and len(self._mains[measure, figure.unit]) < self._most:
                self._mains[measure, figure.unit].append(tally)
            if (
                figure.low == figure.high >= _TELLING
                and not figure.unit
                and len(self._numbers[figure.low]) < self._most
            ):
                self._numbers[figure.low].append(tally)

    def why(self, tally: Tally) -> str:
        """Why a figure is not held against a count that it looks like; empty if it looks like none."""
        count = tally.values[0].first
        if not count.measure:
            return ""
        whole = self._index.by_id.get(count.figure.part_of or "")
        if isinstance(whole, Figure):
            counted = Reason("figures.behind", words=whole.counted) if whole.counted else ""
            return self._index.worded(Reason("figures.part_of", value=shown(whole), counted=counted))
        for other in self._mains[count.measure, count.figure.unit]:
            words = scope_words(count, other.values[0].first) if other is not tally else None
            if words is not None and _near(count, other.values[0].first, self._context):
                return self._kept_apart(other, words)
        return self._other_measure(tally) or self._other_things(tally)

    def _other_measure(self, tally: Tally) -> str:
        """Killed against killed and injured."""
        figure, measure = tally.values[0].first.figure, tally.values[0].first.measure
        wider = tally.values[0].first.lexicon.counted.wider_measures
        near = [*wider.get(measure, ()), *(name for name, parts in wider.items() if measure in parts)]
        for name in near:
            for other in self._mains.get((name, figure.unit), ()):
                if other.values[0].first.figure.article != figure.article and figure.high > 1:
                    return self._kept_apart(other, Reason("figures.other_measure", here=measure, there=name))
        return ""

    def _other_things(self, tally: Tally) -> str:
        """The same number of other things."""
        count = tally.values[0].first
        if count.figure.unit or count.figure.low != count.figure.high:
            return ""
        for other in self._numbers[count.figure.low]:
            first = other.values[0].first
            named = count.figure.counted and first.figure.counted and same_kind(count, first) == "other"
            if other is not tally and named and first.figure.article != count.figure.article:
                return self._kept_apart(other, Reason("figures.same_number", here=_named(count), there=_named(first)))
        return ""

    def _kept_apart(self, other: Tally, why: Reason) -> str:
        first = other.values[0].first.figure
        article = self._index.name(first.article)
        return self._index.worded(Reason("figures.kept_apart", value=shown(first), article=article, why=why))
