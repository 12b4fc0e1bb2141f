"""The range that a story's articles together give each measure; or why there is none that is safe to give."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.compare.points.figures.counts import Count, count_of
from twosource.compare.points.figures.scopes import scope_words
from twosource.model import Figure, Findings, StoryRange, content_id
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

    @property
    def values(self) -> tuple[Value, ...]:
        return tuple(dict.fromkeys((*self.firsts, *self.others)))


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

    def by_time(one: Findings) -> tuple[str, str]:
        return one.article.published or one.article.updated or "9999", one.article.id

    ordered = sorted(findings, key=by_time)
    index = StoryIndex.of_findings(ordered)
    measures = {figure.measure for one in findings for figure in one.figures if figure.main and figure.measure}
    ranges = []
    for measure in sorted(measures):
        given = [_given(index, one, measure) for one in ordered]
        several = [one for one in given if one is not None]
        if len(several) >= _SEVERAL:
            ranges.append(_range(index, measure, several))
    return tuple(sorted(ranges, key=lambda one: (-len(one.articles), one.measure))[:_MEASURES])


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
    return _Given(found.article.id, behind, count_of(index, main), firsts, other_values(own, measure))


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


def _range(index: StoryIndex, measure: str, given: list[_Given]) -> StoryRange:
    core = core_of(one.firsts[0] for one in given)
    middle = next(one for one in given if one.firsts[0] == core)
    apart = {one.article: words for one in given if one is not middle and (words := _apart(one, middle))}
    inside = [one for one in given if one.article not in apart]
    if core is not None and len(inside) >= _SEVERAL and 2 * len(inside) >= len(given):
        return _safe_range(index, measure, given, core, apart)
    behind = _behind(given, None)
    return StoryRange(
        id=content_id("r", measure, *behind), measure=measure, low=None, high=None, figures=behind, outside=(),
        articles=tuple(one.article for one in given), reason=index.worded(_unsafe(index, given, apart)),
    )  # fmt: skip


def _safe_range(
    index: StoryIndex, measure: str, given: Sequence[_Given], core: Value, apart: Mapping[str, Reason]
) -> StoryRange:
    """The range of those that agree on whom they count, and roughly on how many."""
    inside = [one for one in given if one.article not in apart]
    outside = [one for one in given if one.article in apart]
    near = [value for one in inside for value in one.values if is_near(value, core)]
    low, high = min(low for low, _ in near), max(high for _, high in near)
    reason = _reason(index, inside, low, high)
    if outside:
        told = [Reason("story.left_out_one", said=_said(index, one), why=apart[one.article]) for one in outside]
        reason = Reason("story.left_out", reason=reason, which="; ".join(map(index.worded, told)))
    behind = _behind(inside, near)
    return StoryRange(
        id=content_id("r", measure, *behind), measure=measure, low=low, high=high, figures=behind,
        outside=tuple(one.main.figure.id for one in outside), articles=tuple(one.article for one in given),
        reason=index.worded(reason),
    )  # fmt: skip


def _apart(one: _Given, middle: _Given) -> Reason | None:
    """Why an article's main figure is not held against the one in the middle; None where it is."""
    if not is_near(one.firsts[0], middle.firsts[0]):
        return Reason("story.far_off")
    words = scope_words(*(replace(count, part=count.figure.part_of is not None) for count in (one.main, middle.main)))
    return Reason("story.where", scope=words) if words else None


def _behind(given: Iterable[_Given], near: Sequence[Value] | None) -> tuple[str, ...]:
    """Ids of the figures that give the values: main ones first; all main ones where no range is made."""
    found: list[tuple[bool, str]] = []
    for one in given:
        for figure in one.figures:
            gives = near is not None and ((figure.low, figure.high) in near or _leaves(figure, one.main.measure, near))
            if figure.id == one.main.figure.id or (gives and not figure.background):
                found.append((figure.id != one.main.figure.id, figure.id))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _leaves(figure: Figure, measure: str, near: Sequence[Value]) -> bool:
    return any(one.measure == measure and (one.low, one.high) in near for one in figure.alternatives)


def _reason(index: StoryIndex, given: Sequence[_Given], low: float, high: float) -> Reason:
    """Who gives the least and who the greatest."""
    if low == high:
        return Reason("story.put_first", told=_listed(index, given))
    ends = [_end(index, given, least=True, value=low), _end(index, given, least=False, value=high)]
    return Reason("story.least_and_greatest", least=ends[0], greatest=ends[1])


def _end(index: StoryIndex, given: Sequence[_Given], *, least: bool, value: float) -> Reason | tuple[object, ...]:
    """Which articles give an end of the range, with the words of the first; where none writes it, how it follows."""
    told = [each for one in given for each in _telling(index, one, least=least, value=value)]
    best = min((rank for rank, _ in told), default=0)
    names = list(dict.fromkeys(words for rank, words in told if rank == best))
    told_in = limited(names, _NAMES)
    return Reason("story.beside_main", told=told_in, count=len(names)) if best == 1 else told_in


def _telling(index: StoryIndex, one: _Given, *, least: bool, value: float) -> Iterator[tuple[int, Reason]]:
    """What of an article gives a value: its main figure (0), another (1), or what its words leave open (2)."""
    name, measure = _name(index, one.article), one.main.figure.measure
    for figure in one.figures:
        if (figure.low if least else figure.high) == value and figure.measure == measure:
            yield (0 if figure.main else 1), Reason("lists.in", words=_words(index, figure), articles=name)
    for other in (other for figure in one.figures for other in figure.alternatives if other.measure == measure):
        if (other.low if least else other.high) == value:
            yield 2, Reason("story.left_open", value=_number(value), article=name, why=other.reason)


def _unsafe(index: StoryIndex, given: Sequence[_Given], apart: Mapping[str, Reason]) -> Reason:
    told = _listed(index, given)
    scoped = [why for why in apart.values() if why.code == "story.where"]
    if scoped:
        return Reason("story.no_range_scope", why=scoped[0], told=told)
    return Reason("story.no_range", told=told)


def _listed(index: StoryIndex, given: Sequence[_Given]) -> tuple[object, ...]:
    return limited([_said(index, one) for one in given], _NAMES)


def _said(index: StoryIndex, one: _Given) -> Reason:
    low, high = one.firsts[0]
    figure = one.main.figure
    words = _words(index, figure) if (figure.low, figure.high) == (low, high) else _number(low)
    return Reason("lists.in", words=words, articles=_name(index, one.article))


def _words(index: StoryIndex, figure: Figure) -> str:
    return f"“{' '.join(figure.span.of(index.articles[figure.article].text).split())}”"


def _name(index: StoryIndex, article: str) -> str:
    stamp = index.articles[article].published or index.articles[article].updated
    name = index.name(article)
    return f"{name} ({when(stamp)})" if stamp and "(" not in name else name


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
