"""What an article's headline or a caption tells otherwise than its text: "bridge closed" above, "remained open" below."""

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from itertools import product
from typing import Final, NamedTuple

from twosource.compare.alignment.wording import words_of
from twosource.compare.between import conflict
from twosource.compare.points.deeds import exclude
from twosource.compare.points.name_uses import name_runs
from twosource.compare.points.one_thing import APART, heads, may_befall_one, of_the_same
from twosource.compare.points.pair import names_of
from twosource.compare.points.streets import is_street
from twosource.compare.points.times import hours_part
from twosource.compare.told_hours import FINE
from twosource.model import Conflict, ConflictKind, Happening, Moment, Span
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_NEAR: Final = 2
"""Days between two accounts of one event at the most."""
_WHOLE: Final = 3
"""Paragraphs in which a text tells what its headline tells; further down it tells of what was before."""


class Value(NamedTuple):
    """A time or a street in an article: what it is compared by, where its words stand, and the time itself."""

    key: Hashable
    span: Span
    moment: Moment | None = None


class Slot(NamedTuple):
    """Of what a deed has one: the kind of a conflict, the line that tells it, how it is read, and when two of it are accounts of one."""

    kind: ConflictKind
    told: str
    read: Callable[[str, Span, StoryIndex], list[Value]]
    part: Callable[[Value, Value, StoryIndex], bool]


def headline_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Deeds that an article's headline or caption tells otherwise than its opening, and its text nowhere as they do.

    Returns:
        Conflicts without a point; members are the statements that tell the deeds: a headline without a finite verb is none.
    """
    for article in sorted(index.articles):
        every = index.happenings_of(article)
        text = [event for event in every if index.block(article, event.start) == "paragraph"]
        opening = [event for event in text if event.start < index.lead_end(article, _WHOLE)]
        above = [event for event in every if index.account(article, event.start)[1]]
        yield from (_conflict(one, other, text, index) for one, other in product(above, opening))


def _conflict(one: Happening, other: Happening, text: list[Happening], index: StoryIndex) -> Conflict | None:
    found = _opposed(one, other, text, index) or _slot_parts(one, other, text, index)
    held = (index.statement_at(event.article, event.start) for event in (one, other))
    return conflict(*found, held, index) if found else None


_Found = tuple[ConflictKind, Reason]


def _opposed(one: Happening, other: Happening, text: list[Happening], index: StoryIndex) -> _Found | None:
    """What is told above did not happen below, or its opposite did, and the text does not tell both."""
    if not exclude(one, other) or not of_the_same(one, other, index):
        return None
    line = _line("points.has_words", one, other, one.clause, other.clause, index)
    short, full = sorted((str(line.parameters[side]) for side in ("one", "other")), key=len)
    both = any(exclude(other, event) and may_befall_one(other, event, index) for event in text)
    return None if both or short.casefold() in full.casefold() else ("polarity", line)


def _slot_parts(one: Happening, other: Happening, text: list[Happening], index: StoryIndex) -> _Found | None:
    """One deed, told as a fact, is told with two times or streets, and what stands above stands nowhere in the text."""
    alike = one.kind == other.kind and one.actual and other.actual and one.negated == other.negated
    if not alike or not heads(one) & heads(other) or any(rule(one, other, index) for rule in APART):
        return None
    for slot in SLOTS:
        values = [slot.read(event.article, event.clause, index) for event in (one, other)]
        if [len(each) for each in values] == [1, 1]:
            (above,), (below,) = values
            if slot.part(above, below, index) and not _stands_in_text(above, slot, text, index):
                return slot.kind, _line(slot.told, one, other, above.span, below.span, index)
    return None


def _stands_in_text(value: Value, slot: Slot, text: list[Happening], index: StoryIndex) -> bool:
    """Whether an article's text gives a value that its headline gives, or has the words for it."""
    article = index.articles[text[0].article]
    whole = Span(start=text[0].clause.start, end=len(article.text))
    words = value.span.of(article.text).casefold() in whole.of(article.text).casefold()
    return words or value.key in {each.key for each in slot.read(article.id, whole, index)}


def _line(told: str, one: Happening, other: Happening, above: Span, below: Span, index: StoryIndex) -> Reason:
    text, names = index.articles[one.article].text, names_of(one, other, index)
    words = [" ".join(span.of(text).split()).strip(" ,;") for span in (above, below)]
    return Reason(told, first=names[0], one=words[0], second=names[1], other=words[1])


def _hours(article: str, place: Span, index: StoryIndex) -> list[Value]:
    times = [moment for moment in index.moments(article, place) if moment.precision in FINE]
    return [Value(moment.earliest[11:], moment.span, moment) for moment in times]


def _hours_part(one: Value, other: Value, index: StoryIndex) -> bool:
    return one.moment is not None and other.moment is not None and hours_part(one.moment, other.moment, index)


def _days(article: str, place: Span, index: StoryIndex) -> list[Value]:
    days = [moment for moment in index.moments(article, place) if moment.precision == "day"]
    return [Value(date.fromisoformat(moment.earliest[:10]), moment.span) for moment in days]


def _days_part(one: Value, other: Value, _: StoryIndex) -> bool:
    return isinstance(one.key, date) and isinstance(other.key, date) and 0 < abs((one.key - other.key).days) <= _NEAR


def _streets(article: str, place: Span, index: StoryIndex) -> list[Value]:
    text = index.articles[article]
    runs = name_runs(words_of(text.text, text.language, place), text)
    found = [(tuple(word.text for word in run), Span(start=run[0].start, end=run[-1].end)) for run in runs]
    return [Value(words, span) for words, span in found if is_street(words, text.language)]


SLOTS: Final[tuple[Slot, ...]] = (
    Slot("time", "points.time", _hours, _hours_part),
    Slot("time", "points.time", _days, _days_part),
    Slot("place", "points.has_words", _streets, lambda one, other, _: one.key != other.key),
)
