"""The times of a story as one picture: a bar for each on one axis, and where the articles themselves stand in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from twosource.model import Article, Difference, TimelineEntry
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.origins import letter_of
from twosource.present.page.clock import minutes, stamp
from twosource.present.places import place_of
from twosource.present.wording import span_of_time
from twosource.text.stamps import when

_DAY = 24 * 60.0  # minutes
_LEAST, _MOST = 3 * _DAY, 14 * _DAY  # how far around the articles the picture reaches
_SPANS = 3  # and between these, so many times the time from the first article to the last
_PLAIN_DAY = len("2031-01-01")
_ROWS, _MANY = 10, 30  # times that are shown at once, and at all
_THIN = 1.2  # hundredths: the least that is seen


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One entry of the timeline; ``left`` and ``width`` in hundredths of the picture, None where it lies outside.

    ``differing`` says where accounts of what stands at that time differ, and of each whether they contradict each other.
    """

    when: str
    precision: str
    label: str
    links: tuple[tuple[str, str], ...]
    left: float | None
    width: float
    outside: str
    differing: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When an article itself appeared; ``left`` in hundredths of the picture."""

    left: float
    outlet: str
    when: str
    letter: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The picture: what happened when, the articles' own times, and the names of the axis' two ends.

    ``times`` are those that most articles tell of or differ on, ``more`` the others near the articles, ``outside`` what
    lies long before or after them.
    """

    times: tuple[When, ...]
    more: tuple[When, ...]
    outside: tuple[When, ...]
    stamps: tuple[Stamp, ...]
    ends: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """From the first minute shown to the last."""

    first: float
    last: float

    def place(self, at: float) -> float:
        """Where a minute lies, in hundredths of the picture, kept inside it."""
        return round(min(100.0, max(0.0, (at - self.first) / (self.last - self.first) * 100)), 2)


def timeline(index: Index) -> Timeline:
    """The story's times in order, as bars on one axis that reaches at most two weeks around the articles."""
    axis = _axis(index)
    stamps = tuple(one for article in index.story.articles if (one := _stamp(index, article, axis)))
    found = [_when(index, one, axis) for one in _once(index)]
    inside = [one for one in found if one.left is not None]
    weighty = sorted(inside, key=lambda one: (not one.differing, -len(one.links)))[:_ROWS]
    return Timeline(
        times=tuple(_told_once(one for one in inside if one in weighty)),
        more=tuple(one for one in inside if one not in weighty)[:_MANY],
        outside=tuple(one for one in found if one.left is None)[:_MANY],
        stamps=stamps,
        ends=(_day(axis.first), _day(axis.last - 1)),
    )


def _told_once(rows: Iterable[When]) -> Iterator[When]:
    """The rows, each without the differences that an earlier one tells."""
    told: set[tuple[str, bool]] = set()
    for row in rows:
        yield replace(row, differing=tuple(one for one in row.differing if one not in told))
        told |= set(row.differing)


def _once(index: Index) -> list[TimelineEntry]:
    """One entry an event: of two that tell of the same claim at times that overlap, the more precise one has both."""
    kept: list[TimelineEntry] = []
    for entry in sorted(index.story.timeline, key=_length):
        told = _claims(index, entry)
        same = next((place for place, one in enumerate(kept) if told & _claims(index, one) and _meet(one, entry)), None)
        if same is None:
            kept.append(entry)
        else:
            one = kept[same]
            kept[same] = replace(
                one,
                statements=tuple(dict.fromkeys((*one.statements, *entry.statements))),
                figures=tuple(dict.fromkeys((*one.figures, *entry.figures))),
                differences=tuple(dict.fromkeys((*one.differences, *entry.differences))),
            )
    return sorted(kept, key=lambda one: (one.earliest, one.latest, one.label))


def _claims(index: Index, entry: TimelineEntry) -> set[str]:
    """The points that the entry tells of."""
    return {point.id for name in (*entry.statements, *entry.figures) if (point := index.point_of.get(name))}


def _meet(one: TimelineEntry, other: TimelineEntry) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _length(entry: TimelineEntry) -> tuple[float, str, str]:
    """How long a time is, in minutes; what is no time goes last."""
    start, end = minutes(entry.earliest), _end(entry.latest)
    long = end - start if start is not None and end is not None else float("inf")
    return (long, entry.earliest, entry.label)


def _axis(index: Index) -> _Axis:
    stamps = [at for one in index.story.articles if (at := minutes(one.first_dated)) is not None]
    ends = [at for one in index.story.timeline for end in (one.earliest, one.latest) if (at := _end(end)) is not None]
    starts = [at for one in index.story.timeline if (at := minutes(one.earliest)) is not None]
    inside = [*starts, *ends]
    if stamps:
        margin = min(_MOST, max(_LEAST, _SPANS * (max(stamps) - min(stamps))))
        inside = [at for at in inside if min(stamps) - margin <= at <= max(stamps) + margin]
    shown = [*inside, *stamps] or [0.0]
    first = min(shown) // _DAY * _DAY
    return _Axis(first=first, last=max(first + _DAY, -(-max(shown) // _DAY) * _DAY))


def _end(stamp: str) -> float | None:
    """The minute in which a time ends: a plain day ends with the day."""
    at = minutes(stamp)
    return at + _DAY if at is not None and len(stamp) <= _PLAIN_DAY else at


def _day(at: float) -> str:
    return when(stamp(at)[:_PLAIN_DAY])


def _stamp(index: Index, article: Article, axis: _Axis) -> Stamp | None:
    at = minutes(article.first_dated)
    if at is None:
        return None
    return Stamp(
        left=axis.place(at),
        outlet=index.outlets[article.id],
        when=when(article.first_dated),
        letter=letter_of(index, article.id),
        href=anchor("a", article.id),
    )


def _when(index: Index, entry: TimelineEntry, axis: _Axis) -> When:
    start, end = minutes(entry.earliest), _end(entry.latest)
    left: float | None = None
    width, outside = 0.0, ""
    if start is not None and end is not None:
        outside = "earlier" if end < axis.first else "later" if start > axis.last else ""
        if not outside:
            left = min(axis.place(start), 100 - _THIN)
            width = round(max(_THIN, axis.place(end) - left), 2)
    links = [
        (index.outlets[member.article], place_of(index, member))
        for member in index.members_named((*entry.statements, *entry.figures))
    ]
    return When(
        when=span_of_time(entry.earliest, entry.latest),
        precision=entry.precision,
        label=" ".join(entry.label.split()),
        links=tuple({outlet: (outlet, href) for outlet, href in reversed(links)}.values())[::-1],
        left=left,
        width=width,
        outside=outside,
        differing=tuple((one.detail, _contradicts(index, one)) for one in entry.differences),
    )


def _contradicts(index: Index, one: Difference) -> bool:
    """Whether a difference is no update and no other scope, but a contradiction."""
    named = set(one.members)
    return any(clash.kind == one.kind and named >= set(clash.members) for clash in index.story.conflicts)
