"""Figures as a picture: value against the time of the article, a shape for each source, a whisker for each bound."""

from dataclasses import dataclass
from itertools import combinations
from math import log10

from twosource.model import Figure, Point
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.page.clock import minutes
from twosource.present.pictures.drawing import as_data, chart_svg
from twosource.present.ranges import in_digits
from twosource.present.ranking import LISTED, ranked
from twosource.present.sayings import sayings
from twosource.present.wording import clip, value
from twosource.text.stamps import when

WIDTH, HEIGHT = 440, 250
SHAPES = ("circle", "square", "diamond", "up", "down", "cross")
_CHARTS, _FEW = 6, 2  # charts, and in a large story, where each has many values
_TOP, _BOTTOM, _RIGHT = 34, 196, 18
_UNDATED = 70  # pixels kept at the right for articles without a date
_STEEP = 50  # from this ratio of the largest to the smallest value on, the axis counts in powers of ten
_APART = 13  # pixels between the centres of two signs
_TICK = 15  # pixels between two values on the axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One article's figure. ``up`` and ``down`` say which way its bound is open; ``low`` and ``high`` end a range."""

    x: float
    y: float
    low: float
    high: float
    shape: str
    hollow: bool
    up: bool
    down: bool
    title: str
    href: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Between two dots: ``conflict`` or ``update``."""

    kind: str
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A source in the legend: its shape, and what it says where."""

    shape: str
    hollow: bool
    source: str
    says: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One point's figures."""

    number: int
    place: str
    title: str
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    keys: tuple[Key, ...]
    values: tuple[tuple[float, str], ...]
    times: tuple[tuple[float, str, str], ...]
    left: float
    right: float
    undated: float | None
    steep: bool

    @property
    def picture(self) -> str:
        """The chart as an SVG of its own, for a ``data:`` address."""
        return as_data(chart_svg(self))


def charts(index: Index) -> tuple[Chart, ...]:
    """Pictures of the points whose figures differ, those worth most attention first; none where none differ."""
    main, _ = ranked(index)
    found = (_chart(index, point) for point in main if point.kind == "figure")
    return tuple([chart for chart in found if chart][: _CHARTS if len(index.articles) <= LISTED else _FEW])


def _chart(index: Index, point: Point) -> Chart | None:
    figures = [one.member for one in sayings(index, point) if isinstance(one.member, Figure)]
    if len({(one.low, one.high) for one in figures if in_digits(index, one)}) < 2:  # noqa: PLR2004 - a chart of one value is no chart
        return None
    axis = _Axis.of(index, figures)
    shapes = _shapes(index, figures)
    taken: list[tuple[float, float]] = []
    dots = {one.id: _dot(index, one, axis, shapes, taken) for one in figures}
    label = clip(" ".join(point.label.split()), 90)
    return Chart(
        number=index.number[point.id],
        place=anchor("q", point.id),
        title=label,
        dots=tuple(dots.values()),
        lines=_lines(index, point, figures, dots),
        keys=_keys(index, figures, shapes),
        values=axis.values({end for one in figures if in_digits(index, one) for end in (one.low, one.high)}),
        times=axis.times(),
        left=axis.left,
        right=axis.right,
        undated=axis.undated,
        steep=axis.steep,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    left: float
    right: float
    undated: float | None
    steep: bool
    least: float
    most: float
    stamps: tuple[tuple[float, str], ...]

    @classmethod
    def of(cls, index: Index, figures: list[Figure]) -> "_Axis":
        ends = [end for one in figures for end in (one.low, one.high)]
        stamps = sorted(
            {(at, stamp) for one in figures if (stamp := _stamp(index, one)) and (at := minutes(stamp)) is not None}
        )
        dateless = any(minutes(_stamp(index, one)) is None for one in figures)
        longest = max(len(value(end, end)) for end in ends)
        right = WIDTH - _RIGHT - (_UNDATED if dateless else 0)
        steep = min(ends) > 0 and max(ends) / min(ends) >= _STEEP
        return cls(
            left=24 + 7.2 * longest,
            right=right,
            undated=WIDTH - _RIGHT - _UNDATED / 2 if dateless else None,
            steep=steep,
            least=min(ends),
            most=max(ends),
            stamps=tuple(stamps),
        )

    def x(self, stamp: str | None) -> float:
        at = minutes(stamp)
        if at is None:
            return self.undated or self.right
        first, last = self.stamps[0][0], self.stamps[-1][0]
        inner = self.right - self.left - 40
        return round(self.left + 20 + (inner * (at - first) / (last - first) if last > first else inner / 2), 1)

    def y(self, number: float) -> float:
        low, high = self._scaled(self.least), self._scaled(self.most)
        share = (self._scaled(number) - low) / (high - low) if high > low else 0.5
        return round(_BOTTOM - 22 - share * (_BOTTOM - _TOP - 44), 1)

    def _scaled(self, number: float) -> float:
        return log10(number) if self.steep and number > 0 else number

    def values(self, ends: set[float]) -> tuple[tuple[float, str], ...]:
        ticks: list[tuple[float, str]] = []
        for end in sorted(ends):
            if not ticks or abs(self.y(end) - ticks[-1][0]) >= _TICK:
                ticks.append((self.y(end), value(end, end)))
        return tuple(ticks)

    def times(self) -> tuple[tuple[float, str, str], ...]:
        if not self.stamps:
            return ()
        if len({at for at, _ in self.stamps}) == 1:
            return ((self.x(self.stamps[0][1]), "middle", when(self.stamps[0][1])),)
        first, last = self.stamps[0][1], self.stamps[-1][1]
        return ((self.left, "start", when(first)), (self.right, "end", when(last)))


def _stamp(index: Index, one: Figure) -> str | None:
    article = index.articles.get(one.article)
    return article.first_dated if article else None


def _shapes(index: Index, figures: list[Figure]) -> dict[str | None, str]:
    names = dict.fromkeys(one.source for one in figures if one.source in index.sources)
    return {name: SHAPES[place % len(SHAPES)] for place, name in enumerate(names)}


def _dot(
    index: Index, one: Figure, axis: _Axis, shapes: dict[str | None, str], taken: list[tuple[float, float]]
) -> Dot:
    middle = (one.low + one.high) / 2
    x, y = axis.x(_stamp(index, one)), axis.y(middle)
    while any(abs(x - other) < _APART and abs(y - level) < _APART for other, level in taken):
        x += _APART
    taken.append((x, y))
    who = index.called(one) or "no source named"
    marks = one.marks
    told = ", ".join(mark.kind for mark in marks)
    words = index.words(one.span, one.article)
    return Dot(
        x=x,
        y=y,
        low=axis.y(one.low),
        high=axis.y(one.high),
        shape=shapes.get(one.source, "circle"),
        hollow=one.source not in shapes,
        up=one.bound in {"at least", "more than", "about"},
        down=one.bound in {"at most", "fewer than", "about"},
        title=f"{index.outlets[one.article]}: {words}, {who}{f' ({told})' if told else ''}",
        href=anchor("m", one.id),
        marked=bool(marks),
    )


def _lines(index: Index, point: Point, figures: list[Figure], dots: dict[str, Dot]) -> tuple[Line, ...]:
    lines: dict[tuple[str, frozenset[float]], Line] = {}
    torn = [set(conflict.members) for conflict in index.story.conflicts if conflict.point == point.id]
    for one, other in combinations(figures, 2):
        kind = _kind(index, point, one, other, torn)
        if kind:
            first, second = sorted((dots[one.id], dots[other.id]), key=lambda dot: dot.x)
            drawn = Line(kind=kind, x1=first.x, y1=first.y, x2=second.x, y2=second.y)
            lines.setdefault((kind, frozenset((first.y, second.y))), drawn)
    return tuple(lines.values())


def _kind(index: Index, point: Point, one: Figure, other: Figure, torn: list[set[str]]) -> str:
    """What lies between two figures of different articles and values; "" for nothing that a line is drawn for."""
    if one.article == other.article or (one.low, one.high) == (other.low, other.high):
        return ""
    if any(_in(one, names) and _in(other, names) for names in torn):
        return "conflict"
    return "update" if point.relation == "updated" and _later(index, one, other) else ""


def _later(index: Index, one: Figure, other: Figure) -> bool:
    """Whether the one can have taken the other's place: at another known time, and not on the word of two sources."""
    times = {minutes(_stamp(index, one)), minutes(_stamp(index, other))}
    return None not in times and len(times) > 1 and len({one.source, other.source} - {None}) < 2  # noqa: PLR2004 - one of them


def _in(one: Figure, names: set[str]) -> bool:
    return one.id in names or one.statement in names


def _keys(index: Index, figures: list[Figure], shapes: dict[str | None, str]) -> tuple[Key, ...]:
    keys: list[Key] = []
    for name in (*shapes, None):
        own = [one for one in figures if (one.source if one.source in shapes else None) == name]
        says = tuple(
            (index.words(one.span, one.article), index.outlets[one.article], anchor("m", one.id))
            for one in sorted(own, key=lambda one: _stamp(index, one) or "9999")
        )
        if says:
            source = index.sources[name].name if name else "no source named"
            keys.append(Key(shape=shapes.get(name, "circle"), hollow=name is None, source=source, says=says))
    return tuple(keys)
