"""Dates an article that states no date, from what it says of its own day. Says nothing where it does not know."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from twosource.extract.times.days import Asked, number, read_date, table
from twosource.extract.times.disambiguation import Sight
from twosource.extract.times.grammar import atoms
from twosource.extract.times.groups import Group, groups
from twosource.extract.times.moments import begins, find_moments
from twosource.extract.times.named_times import DAYS
from twosource.extract.times.reference import Spoken, clocks_of
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Moment
from twosource.settings import DEFAULTS, Settings
from twosource.text.times import moved

FINE: Final = frozenset({"day", "part of day", "hour", "minute"})
BESIDE: Final = re.compile(r"[\s,(–—-]*(?:(?:on|or|of|at|,)\s*){0,2}[\s,(–—-]*", re.IGNORECASE)
LONGEST_GAP: Final = 12
YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
DAYS_AGO: Final = re.compile(r"\bdays\s+ago\b", re.IGNORECASE)
"""Without these an article cannot be dated, and is not searched."""
AGREEING: Final = 1
"""Days between two ties that may both be right: a page is written over midnight."""
AROUND: Final = 7
"""Days to either side of the other articles of a story in which an undated one is looked for."""
UNIT_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A day on which some part of the article must have been written, and what says so."""

    day: date
    words: str


def date_article(
    article: Article, parsed: Parsed, settings: Settings = DEFAULTS, others: Sequence[Article] = ()
) -> Article:
    """The article, dated by its content where it states no date.

    An explicit day beside "today", "yesterday" or "two days ago", and the "seventh day" of what began on an explicit
    day, fix the day of writing. Where such ties disagree, the parts were written on different days, and the reason
    says so. A bare weekday or an explicit day of the past alone fixes nothing.

    Args:
        article: With or without a date.
        parsed: Its trees.
        settings: Not used yet.
        others: Dated articles of the same story: with them, days of a month without a year can be placed.

    Returns:
        The same article if it states a date and its parts agree, or if nothing fixes its day.
    """
    del settings
    counted = _counted_days(article, parsed)
    if article.published:
        return replace(article, date_reason=_joined(article.date_reason, counted)) if counted else article
    ties = sorted(_ties(article, parsed), key=lambda tie: (tie.day, tie.words))
    if ties:
        first, last = ties[0].day, ties[-1].day
        words = "; ".join(dict.fromkeys(f"“{tie.words}” makes it {tie.day.isoformat()}" for tie in ties))
        apart = "its parts seem to have been written on different days" if (last - first).days > AGREEING else ""
        return _dated(article, first, last, _joined(words, apart or counted))
    week = _named_with_weekday(article)
    if week:
        first, last, words = week
        return _dated(
            article,
            first,
            last,
            _joined(f"“{words}” is named with its weekday, as days of the week's news are", counted),
        )
    return _beside_others(article, parsed, others, counted)


def _named_with_weekday(article: Article) -> tuple[date, date, str] | None:
    """The week from the last day that is named with weekday, month and year, if all such days lie within one week."""
    found: list[tuple[date, str]] = []
    for block in article.blocks:
        if block.kind not in {"paragraph", "headline", "subheading", "caption"} or block.repeats is not None:
            continue
        for match in atoms(article.text, block.start, block.end):
            if match.kind == "date" and {"weekday", "year", "month"} <= set(match.parts):
                asked = Asked(parts=match.parts, clock=None, spoken=Spoken(), leaning="open")
                answer = read_date(asked)
                if answer and answer[0].day.weekday() == table("weekdays")[match.parts["weekday"]]:
                    found.append((answer[0].day, article.text[match.start : match.end]))
    if not found or (max(found)[0] - min(found)[0]).days > AROUND:
        return None
    last, words = max(found)
    return last, moved(last, AROUND), words


def _joined(reason: str, more: str) -> str:
    return "; ".join(part for part in (reason, more) if part)


def _dated(article: Article, first: date, last: date, reason: str) -> Article:
    return replace(
        article,
        dated_by="content",
        date_range=(first.isoformat(), last.isoformat()),
        date_reason=f"by its content: {reason}",
    )


def _sentences(article: Article, parsed: Parsed) -> Iterator[tuple[Sight, list[Group]]]:
    for tree in parsed.trees:
        if tree is None or not len(tree):
            continue
        sight = Sight(text=article.text, tree=tree)
        for first, last in tree.sentences:
            found = atoms(article.text, tree.starts[first], tree.ends[last - 1])
            if found:
                yield sight, list(groups(article.text, found))


def _ties(article: Article, parsed: Parsed) -> Iterator[Tie]:
    """Every place where an explicit day meets the day of writing."""
    yield from _datelines(article)
    if not YEAR.search(article.text):
        return
    absolute = {
        m.end: m for m in find_moments(replace(article, published=None, date_range=None), parsed) if m.precision in FINE
    }
    begun: date | None = None
    for sight, found in _sentences(article, parsed):
        explicit = [absolute[group.end] for group in found if group.end in absolute]
        for one, other in pairwise(found):
            tie = _tie(article, absolute, one, other) or _tie(article, absolute, other, one)
            if tie:
                yield tie
        yield from _begun_ago(article, sight, found, explicit)
        begun = _beginning(sight, explicit) or begun
        for group in found:
            if begun and group.base and group.base.kind == "nthday" and group.end not in absolute:
                yield from _nth(article, group, begun)
            elif begun and group.base and group.base.kind == "nthday":
                yield Tie(
                    day=date.fromisoformat(absolute[group.end].earliest[:10]),
                    words=article.text[group.start : group.end],
                )


def _datelines(article: Article) -> Iterator[Tie]:
    """A dateline with day, month and year."""
    for block in article.blocks:
        if block.kind != "dateline":
            continue
        for match in atoms(article.text, block.start, block.end):
            if match.kind == "date" and "year" in match.parts:
                answer = read_date(Asked(parts=match.parts, clock=None, spoken=Spoken(), leaning="open"))
                if answer:
                    yield Tie(day=answer[0].day, words=article.text[match.start : match.end])


def _tie(article: Article, absolute: dict[int, Moment], dated: Group, told: Group) -> Tie | None:
    """Reads "yesterday, 2 March 2031" and "2 March 2031, three days ago"."""
    moment = absolute.get(dated.end)
    away = _away(told)
    if moment is None or away is None or told.end in absolute:
        return None
    gap = article.text[min(dated.end, told.end) : max(dated.start, told.start)]
    if len(gap) > LONGEST_GAP or not BESIDE.fullmatch(gap):
        return None
    words = article.text[min(dated.start, told.start) : max(dated.end, told.end)]
    return Tie(day=moved(date.fromisoformat(moment.earliest[:10]), -away), words=" ".join(words.split()))


def _away(group: Group) -> int | None:
    """How many days after the day of writing a relative expression lies."""
    base = group.base
    if base is None:
        return -1 if group.fine and group.fine.parts.get("night") == "last night" else None
    if base.kind == "today":
        return DAYS[base.parts["day"]]
    if base.kind == "thispart" and base.parts["which"] in {"this", "yesterday"}:
        return DAYS.get(base.parts["which"], 0)
    if base.kind == "ago" and base.parts["unit"] == "day":
        count = number(base.parts.get("number", ""))
        return None if count is None else -count
    return None


def _beginning(sight: Sight, explicit: Sequence[Moment]) -> date | None:
    """The explicit day on which something is told to have begun."""
    for moment in explicit:
        if begins(sight, sight.row(moment.end - 1)):
            return date.fromisoformat(moment.earliest[:10])
    return None


def _begun_ago(article: Article, sight: Sight, found: Sequence[Group], explicit: Sequence[Moment]) -> Iterator[Tie]:
    """Reads "began on 24 February 2031, eight days ago", also with other words between them."""
    began = _beginning(sight, explicit)
    for group in found:
        away = _away(group)
        if began and away and group.base and group.base.kind == "ago":
            yield Tie(day=moved(began, -away), words=article.text[group.start : group.end])


def _nth(article: Article, group: Group, begun: date) -> Iterator[Tie]:
    nth = number(group.base.parts["nth"]) if group.base else None
    if nth:
        yield Tie(day=moved(begun, nth - 1), words=article.text[group.start : group.end])


def _counted_days(article: Article, parsed: Parsed) -> str:
    """Says so where "its seventh day" and "began eight days ago" count from different days."""
    if not DAYS_AGO.search(article.text):
        return ""
    counts: dict[int, str] = {}
    for sight, found in _sentences(article, parsed):
        for group in found:
            base = group.base
            words = article.text[group.start : group.end]
            if base and base.kind == "nthday" and (nth := number(base.parts["nth"])) and nth > 1:
                counts.setdefault(nth - 1, words)
            elif base and base.kind == "ago" and base.parts["unit"] == "day" and _of_beginning(sight, base.start):
                away = _away(group)
                if away:
                    counts.setdefault(-away, words)
    if not counts or max(counts) - min(counts) <= AGREEING or max(counts) - min(counts) > AROUND:
        return ""
    return f"“{counts[min(counts)]}” and “{counts[max(counts)]}” count to different days: its parts seem to have been written on different days"


def _of_beginning(sight: Sight, offset: int) -> bool:
    """Whether a time hangs from a verb or a noun of beginning."""
    row = sight.row(offset)
    tree: Tree = sight.tree
    near = set(tree.lemmas[max(0, row - 8) : row])
    return begins(sight, row) or bool(near & {"start", "begin", "beginning", "launch", "outbreak"})


def _beside_others(article: Article, parsed: Parsed, others: Sequence[Article], counted: str) -> Article:
    """With other articles of the story: near them, and not before the last day that it names itself."""
    days = sorted(clock.day for other in others if other.published for clock in clocks_of(other))
    if not days:
        return replace(article, date_reason=_joined(article.date_reason, counted)) if counted else article
    first, last = moved(days[0], -AROUND), moved(days[-1], AROUND)
    seen = replace(article, published=days[-1].isoformat(), date_range=None)
    named = [
        (day, article.text[m.start : m.end])
        for m in find_moments(seen, parsed)
        if m.precision in FINE
        and "year that fits" in m.reason
        and first <= (day := date.fromisoformat(m.earliest[:10])) <= last
    ]
    reason = f"the other articles of the story are of {days[0].isoformat()} to {days[-1].isoformat()}"
    if named:
        first, words = max(named)
        reason = f"{reason}; it names “{words}”"
    return _dated(article, first, last, _joined(reason, counted))
