"""Checks on the dates that one article states."""

from collections.abc import Iterator
from datetime import date

from twosource.language.lexicon import lexicon_of
from twosource.language.words_times import TimeWords
from twosource.model import Article, Span
from twosource.text.reasons import Reason
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk, quoted


@check("C122", severity="medium")
def weekday_does_not_fit(desk: Desk) -> Iterator[Hit]:
    """A weekday and the date beside it do not fit: one of them is wrong."""
    for article in desk.story.articles:
        words = lexicon_of(article.language).times
        for span, day in _misfits(article, words):
            told = Reason("checks.weekday", article=desk.name(article.id), words=quoted(span.of(article.text)), day=day)
            yield told, (article.id,)


def _misfits(article: Article, words: TimeWords) -> Iterator[tuple[Span, str]]:
    """Where a weekday stands with a date of another, and the date's own; only a date with its year has one."""
    for match in words.dated_weekday.finditer(article.text):
        named = {name: told.casefold() for name, told in match.groupdict().items() if told}
        month, number = (
            words.months[named.get("month") or named["month_behind"]],
            int(named.get("day") or named["day_before"]),
        )
        fitting = _weekday(int(named["year"]), month, number)
        if fitting is not None and fitting != words.weekdays[named["weekday"]]:
            day = next(name for name, at in words.weekdays.items() if at == fitting)
            yield Span(start=match.start(), end=match.end()), day.capitalize()


def _weekday(year: int, month: int, day: int) -> int | None:
    """The weekday of a date, Monday as 0; None where the month has no such day."""
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
