"""Dates an article that states no date, from what it says of its own day. Says nothing where it does not know."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from twosource.extract.times.asked import Asked
from twosource.extract.times.days import read_date
from twosource.extract.times.disambiguation import Sight
from twosource.extract.times.grammar import Atom, grammar_of
from twosource.extract.times.groups import Group, groups
from twosource.extract.times.moments import find_moments, moments_with_reasons
from twosource.extract.times.reference import FINE, Spoken, clocks_of
from twosource.language import Document
from twosource.model import Article, Moment
from twosource.text.reasons import Reason, joined, worded
from twosource.text.times import moved

LONGEST_GAP: Final = 12
YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
"""Without one an article cannot be dated, and is not searched."""
AGREEING: Final = 1
"""Days between two ties that may both be right: a page is written over midnight."""
AROUND: Final = 7
"""Days to either side of the other articles of a story in which an undated one is looked for."""
TELLING: Final = frozenset({"paragraph", "headline", "subheading", "caption"})
NEAR_WORDS: Final = 8
"""Words before "eight days ago" among which a noun of beginning is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A day on which some part of the article must have been written, and what says so."""

    day: date
    words: str


def date_article(document: Document, others: Sequence[Article] = ()) -> Article:
    """The article, dated by its content where it states no date; the same where its parts agree, or nothing fixes its day.

    An explicit day beside "today", "yesterday" or "two days ago" fixes the day of writing. Where such ties disagree, the
    parts were written on different days, and the reason says so. A bare weekday or an explicit day of the past alone
    fixes nothing. With ``others``, dated articles of the same story, days of a month without a year can be placed.
    """
    article = document.article
    counted = _differing_counts(document)
    if article.published:
        return _noted(article, counted)
    ties = sorted(_ties(document), key=lambda tie: (tie.day, tie.words))
    if ties:
        first, last = ties[0].day, ties[-1].day
        told = [Reason("times.makes_it", words=tie.words, date=tie.day.isoformat()) for tie in ties]
        apart = Reason("times.parts_apart") if (last - first).days > AGREEING else counted
        return _dated(article, first, last, [*told, apart])
    return _in_week_of_news(document, counted) or _beside_others(document, others, counted)


def _in_week_of_news(document: Document, counted: Reason | None) -> Article | None:
    """The week from the last day that is named with weekday, month and year, if all such days lie within one week."""
    found = sorted(_fully_named(document))
    if not found or (found[-1][0] - found[0][0]).days > AROUND:
        return None
    last, words = found[-1]
    reason = Reason("times.named_with_weekday", words=words)
    return _dated(document.article, last, moved(last, AROUND), [reason, counted])


def _fully_named(document: Document) -> Iterator[tuple[date, str]]:
    """Days with weekday, month and year that agree, and their words."""
    article, weekdays = document.article, document.lexicon.times.weekdays
    for block in article.blocks:
        if block.kind not in TELLING or block.repeats is not None:
            continue
        for atom in grammar_of(document.lexicon).atoms(article.text, block.start, block.end):
            day = _absolute_day(document, atom) if {"weekday", "year", "month"} <= set(atom.parts) else None
            if day and day.weekday() == weekdays[atom.parts["weekday"]]:
                yield day, article.text[atom.start : atom.end]


def _absolute_day(document: Document, atom: Atom) -> date | None:
    """The day of a date that says its year; None for any other expression."""
    if atom.kind != "date" or "year" not in atom.parts:
        return None
    words = document.lexicon.times
    answer = read_date(Asked(words=words, parts=atom.parts, clock=None, spoken=Spoken(), direction="open"))
    return answer[0].day if answer else None


def _noted(article: Article, counted: Reason | None) -> Article:
    """The article, with what speaks against one day of writing; as it is where nothing does."""
    return (
        replace(article, date_reason=joined([article.date_reason, counted], article.language)) if counted else article
    )


def _dated(article: Article, first: date, last: date, reasons: Sequence[Reason | None]) -> Article:
    told = Reason("times.by_content", reason=joined(reasons, article.language))
    return replace(
        article,
        dated_by="content",
        date_range=(first.isoformat(), last.isoformat()),
        date_reason=worded(told, article.language),
    )


def _sentences(document: Document) -> Iterator[tuple[Sight, list[Group]]]:
    """Each sentence that has expressions of time, with their groups."""
    grammar = grammar_of(document.lexicon)
    for sentence in document.sentences:
        found = grammar.atoms(document.text, sentence.span.start, sentence.span.end)
        if found:
            sight = Sight(document=document, tree=sentence.tree)
            yield sight, list(groups(document.lexicon.times, document.text, found))


def _ties(document: Document) -> Iterator[Tie]:
    """Every place where an explicit day meets the day of writing."""
    yield from _datelines(document)
    if not YEAR.search(document.text):
        return
    undated = replace(document, article=replace(document.article, published=None, date_range=None))
    absolute = {moment.end: moment for moment in find_moments(undated) if moment.precision in FINE}
    for sight, found in _sentences(document):
        for one, other in pairwise(found):
            yield from _beside(sight, absolute, one, other)


def _datelines(document: Document) -> Iterator[Tie]:
    """A dateline with day, month and year."""
    article = document.article
    for block in article.blocks:
        if block.kind == "dateline":
            for atom in grammar_of(document.lexicon).atoms(article.text, block.start, block.end):
                day = _absolute_day(document, atom)
                if day:
                    yield Tie(day=day, words=article.text[atom.start : atom.end])


def _beside(sight: Sight, absolute: dict[int, Moment], one: Group, other: Group) -> Iterator[Tie]:
    """Reads "yesterday, 2 March 2031" and "2 March 2031, three days ago"."""
    gap = sight.text[one.end : other.start]
    if len(gap) > LONGEST_GAP or not sight.lexicon.times.beside.fullmatch(gap):
        return
    for dated, told in ((one, other), (other, one)):
        moment, away = absolute.get(dated.end), _away(sight, told)
        if moment and away is not None and told.end not in absolute:
            words = " ".join(sight.text[one.start : other.end].split())
            yield Tie(day=moved(date.fromisoformat(moment.earliest[:10]), -away), words=words)
            return


def _away(sight: Sight, group: Group) -> int | None:
    """How many days after the day of writing a relative expression lies."""
    base, words = group.base, sight.lexicon.times
    if base is None:
        return -1 if group.fine and words.nights.get(group.fine.parts.get("night", "")) == "last" else None
    if base.kind == "today":
        return words.days[base.parts["day"]]
    if base.kind == "thispart":
        return 0 if base.parts["which"] in words.current else words.days.get(base.parts["which"])
    days = base.kind == "ago" and base.parts["unit"] == "day"
    count = words.number(base.parts.get("number", "")) if days else None
    return None if count is None else -count


def _differing_counts(document: Document) -> Reason | None:
    """Says so where "its seventh day" and "began eight days ago" count from different days."""
    if not document.lexicon.time_context.counted_days.search(document.text):
        return None
    counts: dict[int, str] = {}
    for sight, found in _sentences(document):
        for group in found:
            count = _days_begun(sight, group)
            if count:
                counts.setdefault(count, document.text[group.start : group.end])
    if not counts or not AGREEING < max(counts) - min(counts) <= AROUND:
        return None
    return Reason("times.counts_apart", one=counts[min(counts)], other=counts[max(counts)])


def _days_begun(sight: Sight, group: Group) -> int | None:
    """By how many days before the day of writing an expression says that something began."""
    base = group.base
    if base and base.kind == "nthday":
        return (sight.lexicon.times.number(base.parts["nth"]) or 0) - 1
    if base is None or base.kind != "ago":
        return None
    row = sight.row(base.start)
    near = sight.tree.lemmas[max(0, row - NEAR_WORDS) : row]
    begun = sight.begins(row) or not sight.words.beginning_nouns.isdisjoint(near)
    return -(_away(sight, group) or 0) if begun else None


def _beside_others(document: Document, others: Sequence[Article], counted: Reason | None) -> Article:
    """With other articles of the story: near them, and not before the last day that it names itself."""
    article = document.article
    days = sorted(clock.day for other in others if other.published for clock in clocks_of(other))
    if not days:
        return _noted(article, counted)
    first, last = moved(days[0], -AROUND), moved(days[-1], AROUND)
    seen = replace(document, article=replace(article, published=days[-1].isoformat(), date_range=None))
    named = [
        (day, article.text[m.start : m.end])
        for m, why in moments_with_reasons(seen)
        if m.precision in FINE
        and why.holds("times.fitting_year")
        and first <= (day := date.fromisoformat(m.earliest[:10])) <= last
    ]
    reasons = [Reason("times.of_others", first=days[0].isoformat(), last=days[-1].isoformat())]
    if named:
        first, words = max(named)
        reasons.append(Reason("times.it_names", words=words))
    return _dated(article, first, last, [*reasons, counted])
