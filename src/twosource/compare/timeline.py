"""The timeline: what the articles of a story put at which time."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from twosource.model import Article, Figure, Findings, Moment, Statement, TimelineEntry
from twosource.settings import DEFAULTS, Settings

FINE: Final = frozenset({"minute", "hour", "part of day", "day"})
WIDEST_DAYS: Final = 31
WIDEST_WRITING: Final = 2
"""Days within which an article may have been written whose relative times are still told: over midnight."""
LABEL: Final = 240
VOICES: Final = {"quotation": 1, "paraphrase": 2, "assertion": 2}

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One moment with the statements and figures that stand where it does."""

    article: Article
    moment: Moment
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]


def find_timeline(findings: tuple[Findings, ...], settings: Settings = DEFAULTS) -> tuple[TimelineEntry, ...]:
    """What happened when, by all articles of a story.

    Args:
        findings: One entry an article, in any order.
        settings: Not used yet.

    Returns:
        One entry for each interval that some article names, by earliest, latest and precision; moments of the same
        interval are one entry across articles. Spans of more than a month, relative times of an article that is itself
        dated only to within days, and times at which nothing is said or counted, are left out. A label is verbatim text of one article. Empty where no moment is left.
    """
    del settings
    found: dict[Key, list[Dated]] = defaultdict(list)
    for one in findings:
        for dated in _dated(one):
            found[(dated.moment.earliest, dated.moment.latest, dated.moment.precision)].append(dated)
    return tuple(_entry(key, found[key]) for key in sorted(found))


def _dated(findings: Findings) -> Iterator[Dated]:
    statements = sorted((s for s in findings.statements if not s.scare), key=lambda s: (s.start, s.end, s.id))
    figures = sorted(findings.figures, key=lambda f: (f.start, f.end, f.id))
    starts = [figure.start for figure in figures]
    for moment in findings.moments:
        if not _tells(findings.article, moment):
            continue
        holding = tuple(_holding(statements, moment))
        first, last = _sentence(findings.article.text, moment)
        near = tuple(figures[bisect_left(starts, first) : bisect_left(starts, last)])
        if holding or near:
            yield Dated(article=findings.article, moment=moment, statements=holding, figures=near)


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
    members = sorted(members, key=lambda dated: (dated.article.id, dated.moment.start))
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
    ]
    if texts:
        return min(texts)[-1]
    dated = members[0]
    first, last = _sentence(dated.article.text, dated.moment)
    return dated.article.text[first:last].strip()


def _cut(text: str, statement: Statement) -> str:
    """The statement's characters, at most ``LABEL`` of them, cut between words."""
    whole = text[statement.start : statement.end]
    if len(whole) <= LABEL:
        return whole
    return whole[:LABEL].rsplit(None, 1)[0]
