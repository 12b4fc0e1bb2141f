"""The range that a story's articles together give each measure; or why there is none that is safe to give."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.compare.points.figures.counts import Count, count_of
from twosource.compare.points.figures.scopes import scope_words
from twosource.model import Alternative, Figure, Findings, StoryRange, content_id
from twosource.text.ranges import Value, core_of, first_values, is_near, other_values
from twosource.text.reasons import Reason, limited
from twosource.text.stamps import when
from twosource.text.story_index import StoryIndex

_NAMES: Final = 3
_SEVERAL: Final = 2  # articles that must give near values: one alone has its own figure
_MEASURES: Final = 24  # so many ranges are made, those that most articles count


@dataclass(frozen=True, slots=True)
class _Given:
    """What one article gives a measure: its main figure, its first values, and what else it gives."""

    article: str
    figures: tuple[Figure, ...]
    main: Count
    firsts: tuple[Value, ...]
    others: tuple[Value, ...]
    index: StoryIndex

    @property
    def name(self) -> str:
        """How a reader knows the article, with the time it is of."""
        article, name = self.index.articles[self.article], self.index.name(self.article)
        stamp = article.first_dated
        return f"{name} ({when(stamp)})" if stamp and "(" not in name else name

    @property
    def said(self) -> Reason:
        """What it puts first."""
        figure, first = self.main.figure, self.firsts[0]
        own = (figure.low, figure.high) == first
        return Reason("lists.in", words=self.words(figure) if own else _number(first[0]), articles=self.name)

    @property
    def tells_of_somebody(self) -> bool:
        """Whether it counts nobody, and only tells of one person: "a sergeant was killed"."""
        figure = self.main.figure
        words = set(figure.span.of(self.index.articles[self.article].text).lower().split())
        return self.firsts[0] == (1, 1) and words.isdisjoint(self.index.lexicon.figures.one)

    def words(self, figure: Figure) -> str:
        """A figure as it stands."""
        return f"“{' '.join(figure.span.of(self.index.articles[figure.article].text).split())}”"

    def gives(self, figure: Figure, near: Sequence[Value]) -> bool:
        """Whether a figure of this event has one of the values, or leaves it open."""
        values = [(figure.low, figure.high), *((one.low, one.high) for one in self.left_open(figure))]
        return not figure.background and any(value in near for value in values)

    def left_open(self, figure: Figure) -> list[Alternative]:
        """What else a figure may be, of the measure."""
        return [one for one in figure.alternatives if one.measure == self.main.figure.measure]


def find_ranges(findings: Sequence[Findings]) -> tuple[StoryRange, ...]:
    """A range for each measure that two articles or more count, beside the figures, never in their place.

    Counted in are what each article puts first, what its words leave open, and the values it repeats; left out are
    main figures of other people or places, and values more than three times away from what most articles put first.

    Args:
        findings: Of the story's articles. Their order changes nothing.

    Returns:
        Those that most articles count first. ``low`` and ``high`` are None where fewer than two articles, or fewer
        than half, agree on whom they count and roughly on how many; the reason says so.
    """
    ordered = sorted(findings, key=lambda one: (one.article.first_dated or "9999", one.article.id))
    index = StoryIndex.of_findings(ordered)
    measures = {figure.measure for one in findings for figure in one.figures if figure.main and figure.measure}
    given = ([one for found in ordered if (one := _given(index, found, measure))] for measure in sorted(measures))
    ranges = [_range(several) for several in given if len(several) >= _SEVERAL]
    told = [one for one in ranges if not _is_told_by_wider(one, ranges, index)]
    grave = {measure: place for place, measure in enumerate(index.lexicon.measures.measures)}
    return tuple(sorted(told, key=lambda one: (-len(one.articles), grave.get(one.measure, 0), one.measure))[:_MEASURES])


def _is_told_by_wider(one: StoryRange, others: Iterable[StoryRange], index: StoryIndex) -> bool:
    """Whether a range of a measure that takes this one in says the same: 37 to 41 injured, and in hospital."""
    taken_in = index.lexicon.counted.wider_measures
    wider = [other for other in others if one.measure in taken_in.get(other.measure, ())]
    own = index.lexicon.measures.measures[one.measure].violent
    return not own and any((other.low, other.high) == (one.low, one.high) for other in wider)


def _given(index: StoryIndex, found: Findings, measure: str) -> _Given | None:
    """What an article gives; None where it counts nobody of its own event."""
    found = _without_lighter(index, found, measure)
    own = tuple(figure for figure in found.figures if figure.measure == measure and figure.unit is None)
    main = next((figure for figure in own if figure.main and not figure.background), None) or _open_main(found, measure)
    if main is None:
        return None
    left_open = (one for figure in found.figures for one in figure.alternatives if one.measure == measure)
    open_ones = {name for one in left_open for name in one.of}
    behind = (*own, *(figure for figure in found.figures if figure.id in open_ones and figure not in own))
    firsts = first_values((figure for figure in found.figures if not figure.background), measure)
    return _Given(found.article.id, behind, count_of(index, main), firsts, other_values(own, measure), index)


def _without_lighter(index: StoryIndex, found: Findings, measure: str) -> Findings:
    """What an article gives, but for numbers of those of a measure who are hurt less than others: they are parts."""
    lighter = [one for one in found.figures if one.measure == measure and one.main and count_of(index, one).lighter]
    if not lighter:
        return found
    return replace(found, figures=tuple(one for one in found.figures if one not in lighter))


def _open_main(found: Findings, measure: str) -> Figure | None:
    """The first figure of the event itself whose words leave open that it is of a measure; None where none does."""
    own = (figure for figure in found.figures if not figure.background)
    carriers = (figure for figure in own if any(one.measure == measure for one in figure.alternatives))
    return next((replace(figure, measure=measure) for figure in carriers), None)


def _range(given: list[_Given]) -> StoryRange:
    core = core_of(one.firsts[0] for one in given)
    middle = next(one for one in given if one.firsts[0] == core)
    apart = {one.article: words for one in given if one is not middle and (words := _apart(one, middle))}
    agreeing = len(given) - len(apart)
    if core is None or agreeing < max(_SEVERAL, len(given) / 2):
        return _unsafe(given, apart.values())
    apart |= {one.article: Reason("story.of_somebody") for one in given if _tells_of_one_of(one, core)}
    return _safe_range(given, [one for one in given if one.article not in apart], core, apart)


def _unsafe(given: list[_Given], apart: Iterable[Reason]) -> StoryRange:
    """No range, and why."""
    scoped, told = next((why for why in apart if why.code == "story.where"), None), _listed(given)
    why = (
        Reason("story.no_range", told=told) if scoped is None else Reason("story.no_range_scope", why=scoped, told=told)
    )
    return _story_range(given, None, _behind(given, ()), (), why)


def _tells_of_one_of(one: _Given, core: Value) -> bool:
    """Whether an article tells of one person of those whom others count."""
    return core[1] > 1 and one.tells_of_somebody


def _safe_range(given: list[_Given], inside: list[_Given], core: Value, apart: Mapping[str, Reason]) -> StoryRange:
    """The range of those that agree on whom they count, and roughly on how many."""
    near = [value for one in inside for value in (*one.firsts, *one.others) if is_near(value, core)]
    low, high = min(low for low, _ in near), max(high for _, high in near)
    if low == high:
        reason = Reason("story.put_first", told=_listed(inside))
    else:
        least, greatest = _end(inside, low, least=True), _end(inside, high, least=False)
        reason = Reason("story.least_and_greatest", least=least, greatest=greatest)
    outside = [one for one in given if one.article in apart]
    if outside:
        told_out = (Reason("story.left_out_one", said=one.said, why=apart[one.article]) for one in outside)
        reason = Reason("story.left_out", reason=reason, which="; ".join(map(given[0].index.worded, told_out)))
    return _story_range(given, (low, high), _behind(inside, near), tuple(one.main.figure.id for one in outside), reason)


def _story_range(
    given: Sequence[_Given], ends: Value | None, behind: tuple[str, ...], outside: tuple[str, ...], reason: Reason
) -> StoryRange:
    measure, (low, high) = given[0].main.figure.measure or "", ends or (None, None)
    return StoryRange(
        id=content_id("r", measure, *behind), measure=measure, low=low, high=high, figures=behind, outside=outside,
        articles=tuple(one.article for one in given), reason=given[0].index.worded(reason),
    )  # fmt: skip


def _apart(one: _Given, middle: _Given) -> Reason | None:
    """Why an article's main figure is not held against the one in the middle; None where it is."""
    if not is_near(one.firsts[0], middle.firsts[0]):
        return Reason("story.far_off")
    if _tells_of_one_of(one, middle.firsts[0]):
        return None  # it counts nobody whose scope could differ
    words = scope_words(*(replace(count, part=count.figure.part_of is not None) for count in (one.main, middle.main)))
    return Reason("story.where", scope=words) if words else None


def _behind(given: Iterable[_Given], near: Sequence[Value]) -> tuple[str, ...]:
    """Ids of the figures that give the values: main ones first; all main ones where no range is made."""
    found: list[tuple[bool, str]] = []
    for one in given:
        main = one.main.figure.id
        found += (
            (figure.id != main, figure.id) for figure in one.figures if figure.id == main or one.gives(figure, near)
        )
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _end(given: Sequence[_Given], value: float, *, least: bool) -> Reason | tuple[object, ...]:
    """Which articles give an end of the range, with the words of the first; where none writes it, how it follows."""
    told = [each for one in given for each in _telling(one, value, least=least)]
    best = min((rank for rank, _ in told), default=0)
    names = list(dict.fromkeys(words for rank, words in told if rank == best))
    told_in = limited(names, _NAMES)
    return Reason("story.beside_main", told=told_in, count=len(names)) if best == 1 else told_in


def _telling(one: _Given, value: float, *, least: bool) -> Iterator[tuple[int, Reason]]:
    """What of an article gives a value: its main figure (0), another (1), or what its words leave open (2)."""
    for figure in one.figures:
        if (figure.low if least else figure.high) == value and figure.measure == one.main.figure.measure:
            yield (0 if figure.main else 1), Reason("lists.in", words=one.words(figure), articles=one.name)
    for other in (other for figure in one.figures for other in one.left_open(figure)):
        if (other.low if least else other.high) == value:
            yield 2, Reason("story.left_open", value=_number(value), article=one.name, why=other.reason)


def _listed(given: Sequence[_Given]) -> tuple[object, ...]:
    return limited([one.said for one in given], _NAMES)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
