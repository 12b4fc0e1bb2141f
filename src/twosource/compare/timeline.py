"""The timeline: what the articles of a story put at which time."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from twosource.compare.timeline_events import Dated, Key, fresh, once
from twosource.model import Article, Conflict, Difference, Findings, Moment, Point, Span, Statement, TimelineEntry

FINE: Final = frozenset({"minute", "hour", "part of day", "day"})
WIDEST_DAYS: Final = 31
WIDEST_WRITING: Final = 2
"""Days within which an article may have been written whose relative times are still told: over midnight."""
LABEL: Final = 240
VOICES: Final = {"quotation": 1, "paraphrase": 2, "assertion": 2}
_TELLING: Final = frozenset({"value", "time", "place", "polarity"})
"""Differences that are laid on a time."""
_STOPS: Final = (". ", "\n", "? ", "! ")


def find_timeline(findings: tuple[Findings, ...], points: Sequence[Point] = ()) -> tuple[TimelineEntry, ...]:
    """What happened when, by all articles of a story.

    Args:
        findings: One entry an article, in any order.
        points: What several articles tell, where it is known: it shows that two times are of one event.

    Returns:
        One entry for each interval that some article names, by earliest, latest and precision; moments of the same
        interval are one entry across articles, and so are those of a longer time around it at which the same event is
        told: it stands at its finest time. Spans of more than a month, relative times of an article that is itself
        dated only to within days, and times at which nothing is said or counted, are left out; so are the relative times of a
        sentence that stood in an earlier article. A label is verbatim text of one article. Empty where no moment is left.
    """
    found: dict[Key, list[Dated]] = defaultdict(list)
    for dated in fresh(dated for one in findings for dated in _dated(one)):
        found[dated.key].append(dated)
    grouped = once(found, points)
    return tuple(_entry(key, grouped[key]) for key in sorted(grouped))


def _dated(findings: Findings) -> Iterator[Dated]:
    statements = sorted((s for s in findings.statements if s.said), key=lambda s: (s.start, s.end, s.id))
    figures = sorted(findings.figures, key=lambda f: (f.start, f.end, f.id))
    begins, starts = [one.start for one in statements], [figure.start for figure in figures]
    for moment in (one for one in findings.moments if _tells(findings.article, one)):
        first, last = _sentence(findings.article.text, moment)
        around = tuple(one for one in statements[: bisect_left(begins, moment.start + 1)] if one.end >= moment.end)
        holding = around or tuple(statements[bisect_left(begins, first) : bisect_left(begins, last)])
        near = tuple(figures[bisect_left(starts, first) : bisect_left(starts, last)])
        if holding or near:
            yield Dated(
                article=findings.article, moment=moment, sentence=_trimmed(findings.article.text, first, last),
                statements=holding, figures=near,
                happenings=tuple(one for one in findings.happenings if one.clause.holds(moment.span)),
            )  # fmt: skip


def _trimmed(text: str, first: int, last: int) -> Span:
    """A place without the blanks at its ends."""
    words = text[first:last]
    start = first + len(words) - len(words.lstrip())
    return Span(start=start, end=max(start, first + len(words.rstrip())))


def _tells(article: Article, moment: Moment) -> bool:
    """Whether a moment is fine enough to say when something happened.

    "Yesterday" of an article that was itself dated to within weeks is those weeks, and says nothing of when.
    """
    if moment.precision in FINE:
        return True
    days = _days(moment.earliest, moment.latest)
    written = _days(*article.date_range) if article.date_range and not article.published else 1
    return days <= WIDEST_DAYS and not WIDEST_WRITING < written <= days


def _days(earliest: str, latest: str) -> int:
    """How many days two ISO dates or times span, both included."""
    return (date.fromisoformat(latest[:10]) - date.fromisoformat(earliest[:10])).days + 1


def _sentence(text: str, moment: Moment) -> tuple[int, int]:
    """About the sentence of a moment: from the last full stop or line break before it to the next after it."""
    first, last = max(0, moment.start - LABEL), min(len(text), moment.end + LABEL)
    before = max(text.rfind(mark, first, moment.start) for mark in _STOPS)
    behind = [at for mark in _STOPS if (at := text.find(mark, moment.end, last)) >= 0]
    return (before + 1 if before >= 0 else first), (min(behind) + 1 if behind else last)


def _entry(key: Key, members: list[Dated]) -> TimelineEntry:
    members = sorted(members, key=lambda dated: (dated.key != key, dated.article.id, dated.moment.start))
    return TimelineEntry(
        earliest=key[0],
        latest=key[1],
        precision=key[2],
        statements=tuple(dict.fromkeys(s.id for dated in members for s in dated.statements)),
        figures=tuple(dict.fromkeys(f.id for dated in members for f in dated.figures)),
        moments=tuple(dated.moment.id for dated in members),
        label=_label(members),
    )


def _label(members: Sequence[Dated]) -> str:
    """The most telling text: the outlet's or a source's whole statement before a quotation, with figures before without."""
    told = ((dated, one) for dated in members for one in dated.statements if one.span.holds(dated.moment.span))
    best = min(told, key=_rank, default=None)
    if best is None:
        return members[0].sentence.of(members[0].article.text)
    whole = best[1].span.of(best[0].article.text)
    return whole if len(whole) <= LABEL else whole[:LABEL].rsplit(None, 1)[0]


def _rank(told: tuple[Dated, Statement]) -> tuple[int, int, int, str, int, str]:
    dated, one = told
    figures, size = len(dated.figures), abs(one.end - one.start - LABEL // 2)
    return -figures, -VOICES[one.kind], size, dated.article.id, one.start, one.span.of(dated.article.text)


def with_differences(
    entries: Sequence[TimelineEntry], points: Iterable[Point], conflicts: Iterable[Conflict]
) -> tuple[TimelineEntry, ...]:
    """The entries, each with the differences among accounts of what stands at its time, conflicts of time without a point too.

    A difference of time stands at every time that one of its members gives, any other only where most of its members stand;
    none at entries that hold no member.
    """
    held = [{*entry.statements, *entry.figures} for entry in entries]
    laid: list[list[Difference]] = [[] for _ in entries]
    for difference in _differences(points, conflicts):
        for row in _rows(difference, held):
            laid[row].append(difference)
    return tuple(
        replace(entry, differences=tuple(differences)) if differences else entry
        for entry, differences in zip(entries, laid, strict=True)
    )


def _differences(points: Iterable[Point], conflicts: Iterable[Conflict]) -> list[Difference]:
    """What differs, each of the same members once, in a fixed order."""
    every = [each for point in points for each in point.differences if each.kind in _TELLING]
    every += [Difference(kind="time", members=c.members, detail=c.detail) for c in conflicts if c.kind == "time"]
    first: dict[tuple[str, tuple[str, ...]], Difference] = {}
    for each in every:
        first.setdefault((each.kind, each.members), each)
    return [first[key] for key in sorted(first)]


def _rows(difference: Difference, held: Sequence[set[str]]) -> list[int]:
    """The entries at which a difference stands: every one with a member where times differ, else the one with most."""
    shares = [len(ids.intersection(difference.members)) for ids in held]
    if not any(shares):
        return []
    return (
        [row for row, share in enumerate(shares) if share] if difference.kind == "time" else [shares.index(max(shares))]
    )
