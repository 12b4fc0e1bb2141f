"""On which day an event was that is called by a noun: "Tuesday's blast", "an explosion tore through a mill on Wednesday"."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from twosource.compare.slots.fills import Fill, Reading
from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Moment, Span

_WORD: Final = re.compile(r"\S+")
_DAYS: Final = frozenset({"day", "part of day"})
_DAY: Final = 10
"""Letters of a time that names its day."""
_YEAR: Final = 4
_BEHIND: Final = 3
"""Words from a day to the event that it is the day of: "the March 20 fatal shooting"."""
_STRETCH: Final = 18
"""Words from an event to its day: "the blast struck late on Monday"."""
_SUBJECT: Final = 6
"""Words from an event to its verb: "the blast at the paint mill happened"."""
_SIGNS: Final = ".,;:!?\"'’“”()"
_ENDS: Final = frozenset(';:!?"“”')
_OWNS: Final = ("'s", "’s")


def days(reading: Reading) -> Iterator[Fill]:
    """On which day an event was; a headline's day that the text names too is the text's."""
    article, index, lists = reading.article, reading.index, reading.index.lexicon.happenings
    paragraphs = (block.span for block in article.blocks if block.kind == "paragraph")
    below = {moment.earliest[:_DAY]: moment for moment in index.moments(article.id, *paragraphs)}
    for moment in index.moments(article.id, Span(start=0, end=len(article.text))):
        day, sentence = moment.earliest[:_DAY], reading.sentence(moment.start)
        if _names_a_day(moment, reading) and lists.another.isdisjoint(map(_bare, sentence.of(article.text).split())):
            for event, place in named_events(article, sentence, moment):
                at = moment if index.block(article.id, moment.start) == "paragraph" else below.get(day, moment)
                yield reading.fill("day", "time", event, {day}, at.start, place, moment=moment)


def _names_a_day(moment: Moment, reading: Reading) -> bool:
    """Whether it is a date or a day of the week: "this morning" is another day far away."""
    words = map(_bare, moment.span.of(reading.text).split())
    weekdays = reading.index.lexicon.happenings.weekdays
    return moment.precision in _DAYS and any(word in weekdays or word[:1].isdigit() for word in words)


def named_events(article: Article, sentence: Span, moment: Moment) -> Iterator[tuple[str, Span]]:
    """Kinds of events whose day a moment is by the words beside it, each with the place of both, before what tells of something else."""
    yield from _behind(article, sentence, moment)
    yield from _before(article, sentence, moment)


def _behind(article: Article, sentence: Span, moment: Moment) -> Iterator[tuple[str, Span]]:
    lexicon, text = lexicon_of(article.language), article.text
    marks = (",",) if text[max(0, moment.end - _YEAR) : moment.end].isdigit() else _OWNS
    first = moment.end + len(next((mark for mark in marks if text.startswith(mark, moment.end)), ""))
    for word in islice(_WORD.finditer(text, first, sentence.end), _BEHIND):
        plain = _bare(word.group())
        if plain in lexicon.happenings.event_of_noun:
            yield lexicon.happenings.event_of_noun[plain], Span(start=moment.start, end=word.end())
            return
        if plain in lexicon.function_words.words or not word.group().replace("-", "").isalnum():
            return


def _before(article: Article, sentence: Span, moment: Moment) -> Iterator[tuple[str, Span]]:
    lists = lexicon_of(article.language).happenings
    between: list[str] = []
    for word in list(_WORD.finditer(article.text, sentence.start, moment.start))[: -_STRETCH - 1 : -1]:
        plain = _bare(word.group())
        if plain in lists.event_of_noun:
            happened = not lists.took_place.isdisjoint(between[-_SUBJECT:])
            if happened or all(each in lists.between or each[:1].isdigit() for each in between):
                yield lists.event_of_noun[plain], Span(start=word.start(), end=moment.end)
            return
        if plain in lists.other or not _ENDS.isdisjoint(word.group()):
            return
        between.append(plain)


def _bare(word: str) -> str:
    return word.lower().strip(_SIGNS)
