"""Sources with everything they are reported to have said, and the times of a story."""

from dataclasses import dataclass

from twosource.model import Figure, TimelineEntry
from twosource.present.index import Index, Member
from twosource.present.page.anchors import anchor
from twosource.present.page.clock import minutes
from twosource.present.wording import clip, span_of_time

_WORDS = 260
_MARGIN = 14 * 24 * 60.0  # minutes around the articles that the picture of the timeline shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing a source is reported to have said."""

    words: str
    quoted: bool
    outlet: str
    href: str
    why: str
    number: int
    point: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A source with all it said."""

    place: str
    name: str
    kind: str
    role: str
    names: tuple[str, ...]
    join_reason: str
    outlets: tuple[str, ...]
    told: tuple[Told, ...]
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One entry of the timeline; ``left`` and ``width`` in hundredths of the picture, None where it lies outside."""

    when: str
    precision: str
    label: str
    links: tuple[tuple[str, str], ...]
    left: float | None
    width: float
    outside: str


def people(index: Index) -> tuple[Person, ...]:
    """Sources who are reported to have said something: those with a name first, then those in most articles."""
    own: dict[str, list[Member]] = {}
    for statement in index.story.statements:
        if statement.source and not statement.scare:
            own.setdefault(statement.source, []).append(statement)
    for figure in index.story.figures:
        holder = index.statements.get(figure.statement or "")
        if figure.source and (holder is None or holder.source != figure.source):
            own.setdefault(figure.source, []).append(figure)
    found = [_person(index, name, members) for name, members in own.items() if name in index.sources]
    return tuple(sorted(found, key=lambda one: (not one.named, -len(one.outlets), -len(one.told), one.name)))


def _person(index: Index, name: str, members: list[Member]) -> Person:
    source = index.sources[name]
    return Person(
        place=anchor("s", name),
        name=source.name,
        kind={"unnamed": "not named", "body": "body", "outlet": "another outlet"}.get(source.kind, source.kind),
        role=source.role or "",
        names=tuple(other for other in source.names if other != source.name),
        join_reason=source.join_reason,
        outlets=tuple(dict.fromkeys(index.outlets.get(one.article, one.article) for one in members)),
        told=tuple(_told(index, one) for one in members),
        named=source.kind != "unnamed",
    )


def _told(index: Index, member: Member) -> Told:
    spans = (member.span,) if isinstance(member, Figure) else member.content or (member.span,)
    point = index.point_of.get(member.id)
    why = member.reason if isinstance(member, Figure) else member.source_reason
    return Told(
        words=clip(" … ".join(" ".join(index.words(span, member.article).split()) for span in spans), _WORDS),
        quoted=not isinstance(member, Figure) and member.kind == "quotation",
        outlet=index.outlets.get(member.article, member.article),
        href=anchor("m", member.id),
        why=why,
        number=index.number[point.id] if point else 0,
        point=anchor("q", point.id) if point else "",
    )


def timeline(index: Index) -> tuple[When, ...]:
    """The story's times in order, as bars on one axis that reaches two weeks around the articles."""
    entries = index.story.timeline
    stamps = [at for one in index.story.articles if (at := minutes(one.published or one.updated)) is not None]
    ends = [at for one in entries for stamp in (one.earliest, one.latest) if (at := minutes(stamp)) is not None]
    near = [at for at in ends if stamps and min(stamps) - _MARGIN <= at <= max(stamps) + _MARGIN] if stamps else ends
    first, last = (min(near), max(near)) if near else (0.0, 0.0)
    return tuple(_when(index, one, first, last) for one in entries)


def _when(index: Index, entry: TimelineEntry, first: float, last: float) -> When:
    start, end = minutes(entry.earliest), minutes(entry.latest)
    day = 24 * 60.0
    span = last - first + day
    outside = ""
    left: float | None = None
    width = 0.0
    if start is not None and end is not None:
        end = end + day if len(entry.latest) <= len("2031-01-01") else end
        outside = "earlier" if end < first else "later" if start > last + day else ""
        if not outside:
            left = round(max(0.0, (start - first) / span * 100), 2)
            width = round(max(1.2, min(100.0, (end - first) / span * 100) - left), 2)
    links = [
        (index.outlets.get(member.article, ""), anchor("m", member.id))
        for name in (*entry.statements, *entry.figures)
        if (member := index.member(name))
    ]
    return When(
        when=span_of_time(entry.earliest, entry.latest),
        precision=entry.precision,
        label=" ".join(entry.label.split()),
        links=tuple({outlet: (outlet, href) for outlet, href in reversed(links)}.values())[::-1],
        left=left,
        width=min(width, 100 - left) if left is not None else 0.0,
        outside=outside,
    )
