"""The timeline: what the articles of a story put at which time."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from twosource.compare.timeline_events import Dated, Key, fresh, once
from twosource.model import Article, Findings, Happening, Moment, Point, Span, Statement, TimelineEntry

FINE: Final = frozenset({"minute", "hour", "part of day", "day"})
WIDEST_DAYS: Final = 31
WIDEST_WRITING: Final = 2
"""Days within which an article may have been written whose relative times are still told: over midnight."""
LABEL: Final = 240
VOICES: Final = {"quotation": 1, "paraphrase": 2, "assertion": 2}


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
    starts = [figure.start for figure in figures]
    for moment in findings.moments:
        if not _tells(findings.article, moment):
            continue
        first, last = _sentence(findings.article.text, moment)
        holding = tuple(_holding(statements, moment)) or tuple(s for s in statements if first <= s.start < last)
        near = tuple(figures[bisect_left(starts, first) : bisect_left(starts, last)])
        if holding or near:
            yield Dated(
                article=findings.article, moment=moment, sentence=_trimmed(findings.article.text, first, last),
                statements=holding, figures=near, happenings=tuple(_around(findings.happenings, moment)),
            )  # fmt: skip


def _around(happenings: Sequence[Happening], moment: Moment) -> Iterator[Happening]:
    """What the clauses tell in which a moment stands."""
    return (one for one in happenings if one.clause.start <= moment.start and moment.end <= one.clause.end)


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


def _holding(statements: Sequence[Statement], moment: Moment) -> Iterator[Statement]:
    """Statements whose place holds the moment."""
    for statement in statements:
        if statement.start > moment.start:
            return
        if statement.end >= moment.end:
            yield statement


def _sentence(text: str, moment: Moment) -> tuple[int, int]:
    """About the sentence of a moment: from the last full stop or line break before it to the next after it."""
    first = max(text.rfind(mark, max(0, moment.start - LABEL), moment.start) for mark in (". ", "\n", "? ", "! "))
    ends = [at for mark in (". ", "\n", "? ", "! ") if (at := text.find(mark, moment.end, moment.end + LABEL)) >= 0]
    return (first + 1 if first >= 0 else max(0, moment.start - LABEL)), (
        min(ends) + 1 if ends else min(len(text), moment.end + LABEL)
    )


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
    texts = [
        (
            -len(dated.figures),
            -VOICES[s.kind],
            abs(s.end - s.start - LABEL // 2),
            dated.article.id,
            s.start,
            _cut(dated.article.text, s),
        )
        for dated in members
        for s in dated.statements
        if s.start <= dated.moment.start and dated.moment.end <= s.end
    ]
    if texts:
        return min(texts)[-1]
    return members[0].sentence.of(members[0].article.text)


def _cut(text: str, statement: Statement) -> str:
    """The statement's characters, at most ``LABEL`` of them, cut between words."""
    whole = text[statement.start : statement.end]
    if len(whole) <= LABEL:
        return whole
    return whole[:LABEL].rsplit(None, 1)[0]
