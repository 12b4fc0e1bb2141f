"""What sets a figure apart from the count that it looks like: part and whole, one side and both, another place or kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

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
        self._index, self._context = index, settings.point_figure_context
        self._mains: dict[tuple[str, str | None], list[Count]] = defaultdict(list)
        self._numbers: dict[float, list[Count]] = defaultdict(list)
        for count in (tally.values[0].first for tally in tallies):
            figure = count.figure
            if figure.main:
                self._mains[count.measure, figure.unit].append(count)
            if figure.low == figure.high >= _TELLING and not figure.unit:
                self._numbers[figure.low].append(count)
        for held in (*self._mains.values(), *self._numbers.values()):
            del held[settings.point_counts :]

    def why(self, tally: Tally) -> str:
        """Why a figure is not held against a count that it looks like; empty if it looks like none."""
        count = tally.values[0].first
        if not count.measure:
            return ""
        whole = self._index.member(count.figure.part_of)
        if isinstance(whole, Figure):
            counted = Reason("figures.behind", words=whole.counted) if whole.counted else ""
            return self._index.worded(Reason("figures.part_of", value=shown(whole), counted=counted))
        alike = chain(self._other_scope(count), self._other_measure(count), self._other_things(count))
        other, why = next(alike, (None, None))
        if other is None:
            return ""
        article = self._index.name(other.figure.article)
        return self._index.worded(Reason("figures.kept_apart", value=shown(other.figure), article=article, why=why))

    def _other_scope(self, count: Count) -> Iterator[tuple[Count, Reason]]:
        """The same measure, of others."""
        for other in self._mains[count.measure, count.figure.unit]:
            words = scope_words(count, other) if other is not count else None
            if words is not None and _near(count, other, self._context):
                yield other, words

    def _other_measure(self, count: Count) -> Iterator[tuple[Count, Reason]]:
        """Killed against killed and injured."""
        figure, wider = count.figure, count.lexicon.counted.wider_measures
        near = *wider.get(count.measure, ()), *(name for name, parts in wider.items() if count.measure in parts)
        for name in near if figure.high > 1 else ():
            for other in self._mains.get((name, figure.unit), ()):
                if other.figure.article != figure.article:
                    yield other, Reason("figures.other_measure", here=count.measure, there=name)

    def _other_things(self, count: Count) -> Iterator[tuple[Count, Reason]]:
        """The same number of other things."""
        figure = count.figure
        for other in () if figure.unit or figure.low != figure.high else self._numbers[figure.low]:
            apart = other.figure.article != figure.article and same_kind(count, other) == "other"
            if apart and all((figure.counted, other.figure.counted)):
                yield other, Reason("figures.same_number", here=_named(count), there=_named(other))
