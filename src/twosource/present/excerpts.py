"""A story that can be sent: only the sentences that are shown as evidence, and no article in full."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.model import (
    Article,
    Block,
    Check,
    Figure,
    Mark,
    Moment,
    Passage,
    Place,
    Point,
    Source,
    Span,
    Statement,
    Story,
    TimelineEntry,
)
from twosource.present.evidence import marked_at, sentence_at
from twosource.present.index import Index
from twosource.present.ranking import ranked
from twosource.present.wording.reviews import FIELDS
from twosource.text.story_index import Member

_LEFT_OUT: Final = " […] "
_MARKED: Final = "excerpts"


def excerpted(story: Story) -> Story:
    """The story with each article cut to the sentences that its claims, denials and checks rest on.

    Kept are the sentences of claims that several articles make, that are contradicted, denied or marked, and those that
    a check names. All places are those in what is kept; what stood elsewhere is gone: its statements, figures and
    times. Headlines are kept. What two articles share is still counted, and shown as far as it is kept.

    Args:
        story: A story with full texts.

    Returns:
        A story that can be shown, sent and read back like any other; ``settings`` has ``excerpts``.
    """
    index = Index(story)
    cuts = {article.id: _Cut.of(article, _kept(index, article)) for article in story.articles}
    members = _members(index, cuts)
    points = tuple(kept for point in story.points if (kept := _point(point, members)))
    known = {*members, *(point.id for point in points)}
    return replace(
        story,
        articles=tuple(cuts[article.id].article for article in story.articles),
        sources=tuple(_source(one, cuts) for one in story.sources if _said(one, members.values())),
        statements=tuple(one for one in members.values() if isinstance(one, Statement)),
        figures=tuple(one for one in members.values() if isinstance(one, Figure)),
        moments=tuple(_moments(story, cuts)),
        passages=tuple(_passage(one, cuts) for one in story.passages),
        points=points,
        conflicts=tuple(replace(one, members=_left(one.members, members)) for one in story.conflicts),
        ranges=tuple(replace(one, figures=_left(one.figures, members)) for one in story.ranges),
        timeline=tuple(at for one in story.timeline if (at := _time(one, members, cuts))),
        checks=tuple(_checks(story, known)),
        settings={**story.settings, _MARKED: "only the sentences that are shown"},
    )


def is_excerpted(story: Story) -> bool:
    """Whether the story holds excerpts only."""
    return _MARKED in story.settings


def _kept(index: Index, article: Article) -> Iterator[Span]:
    """The places of an article that are shown as evidence."""
    main, _ = ranked(index)
    named = {name for check in index.story.checks for name in check.refers}
    shown = {name for point in main for name in (*point.statements, *point.figures)}
    shown |= named | {name for conflict in index.story.conflicts for name in conflict.members}
    for member in index.by_id.values():
        if member.article == article.id and member.id in shown:
            yield from member.places
            yield from (marked_at(article, member, mark) for mark in member.marks)


@dataclass(frozen=True, slots=True)
class _Cut:
    """An article cut to stretches of its text, and where each stretch is now."""

    article: Article
    olds: tuple[Span, ...]
    news: tuple[int, ...]

    @staticmethod
    def of(article: Article, places: Iterable[Span]) -> "_Cut":
        """Keep the sentences around the places, and the headline."""
        heads = [block.span for block in article.blocks if block.kind == "headline"][:1]
        spans = [*heads, *(sentence_at(article, place.start, place.end) for place in places)]
        olds = _joined(spans)
        text = ""
        news: list[int] = []
        blocks: list[tuple[Block | None, int, int]] = []
        for old in olds:
            block = article.block_at(old.start)
            same = block is not None and bool(blocks) and blocks[-1][0] is block
            text += _LEFT_OUT if same else "\n\n" if text else ""
            news.append(len(text))
            text += article.text[old.start : old.end]
            if same:
                blocks[-1] = (block, blocks[-1][1], len(text))
            else:
                blocks.append((block, news[-1], len(text)))
        made = tuple(
            Block(
                kind=block.kind if block else "paragraph",
                start=start,
                end=end,
                reason="an excerpt; the rest was left out",
            )
            for block, start, end in blocks
        )
        cut = replace(
            article, text=text, blocks=made, candidates=tuple(one for one in article.candidates if one.field in FIELDS)
        )
        return _Cut(article=cut, olds=tuple(olds), news=tuple(news))

    def span(self, place: Span) -> Span | None:
        """Where a place is now; None where it is not kept whole."""
        at = bisect_right(self.olds, place.start, key=lambda one: one.start) - 1
        if at < 0 or place.end > self.olds[at].end:
            return None
        moved = self.news[at] - self.olds[at].start
        return Span(start=place.start + moved, end=place.end + moved)

    def part(self, place: Span) -> Span:
        """Where the first kept stretch of a place is now; an empty place where none is kept."""
        for old in self.olds:
            start, end = max(old.start, place.start), min(old.end, place.end)
            if start < end:
                found = self.span(Span(start=start, end=end))
                if found:
                    return found
        return Span(start=0, end=0)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans in order; those that touch or overlap are one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _members(index: Index, cuts: dict[str, _Cut]) -> dict[str, Member]:
    """The statements and figures that are kept, by id, where they are now."""
    members: dict[str, Member] = {}
    for member in index.by_id.values():
        cut = cuts.get(member.article)
        if cut is None:
            continue
        moved = _statement(member, cut) if isinstance(member, Statement) else _figure(member, cut)
        if moved is not None:
            members[moved.id] = moved
    return members


def _left(names: Iterable[str], members: dict[str, Member]) -> tuple[str, ...]:
    return tuple(name for name in names if name in members)


def _moments(story: Story, cuts: dict[str, _Cut]) -> Iterator[Moment]:
    for one in story.moments:
        span = cuts[one.article].span(one.span)
        if span:
            yield replace(one, start=span.start, end=span.end)


def _checks(story: Story, known: Collection[str]) -> Iterator[Check]:
    """The checks that name anything that is kept, without the points that are gone; what else they name, as articles, stays."""
    gone = {point.id for point in story.points if point.id not in known}
    for one in story.checks:
        if any(name in known for name in one.refers):
            yield replace(one, refers=tuple(name for name in one.refers if name not in gone))


def _statement(one: Statement, cut: _Cut) -> Statement | None:
    kept = [moved for span in one.content if (moved := cut.span(span))]
    if not kept or len(kept) < len(one.content):
        return None
    whole = cut.span(one.span) or Span(start=kept[0].start, end=max(span.end for span in kept))
    return replace(
        one,
        start=whole.start,
        end=whole.end,
        content=tuple(kept),
        cue=cut.span(one.cue) if one.cue else None,
        source_span=cut.span(one.source_span) if one.source_span else None,
        marks=_marks(one.marks, cut),
    )


def _figure(one: Figure, cut: _Cut) -> Figure | None:
    span = cut.span(one.span)
    return replace(one, start=span.start, end=span.end, marks=_marks(one.marks, cut)) if span else None


def _marks(marks: Iterable[Mark], cut: _Cut) -> tuple[Mark, ...]:
    return tuple(
        replace(mark, start=span.start, end=span.end, sentence=cut.span(mark.sentence) if mark.sentence else None)
        for mark in marks
        if (span := cut.span(mark.span)) is not None
    )


def _point(point: Point, members: dict[str, Member]) -> Point | None:
    statements, figures = _left(point.statements, members), _left(point.figures, members)
    if not statements and not figures:
        return None
    return replace(point, statements=statements, figures=figures)


def _said(source: Source, members: Iterable[Member]) -> bool:
    return any(source.id == one.source or source.id in {mark.by for mark in one.marks} for one in members)


def _source(source: Source, cuts: dict[str, _Cut]) -> Source:
    moved = (
        Place(article=place.article, start=span.start, end=span.end)
        for place in source.mentions
        if place.article in cuts and (span := cuts[place.article].span(place.span))
    )
    return replace(source, mentions=tuple(moved))


def _time(entry: TimelineEntry, members: dict[str, Member], cuts: dict[str, _Cut]) -> TimelineEntry | None:
    """A time with what is kept of it, called by words that are kept."""
    statements, figures = _left(entry.statements, members), _left(entry.figures, members)
    if not statements and not figures:
        return None
    first = members[(*statements, *figures)[0]]
    article = cuts[first.article].article
    words = sentence_at(article, first.start, first.end).of(article.text)
    return replace(entry, statements=statements, figures=figures, moments=(), label=" ".join(words.split()))


def _passage(passage: Passage, cuts: dict[str, _Cut]) -> Passage:
    one, other = (_shared(place, cuts) for place in passage.spans)
    return replace(passage, spans=(one, other))


def _shared(place: Place, cuts: dict[str, _Cut]) -> Place:
    span = cuts[place.article].part(place.span) if place.article in cuts else Span(start=0, end=0)
    return Place(article=place.article, start=span.start, end=span.end)
