"""Where two statements that tell the same exclude each other: what happened, how many, at which hour."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import combinations, product
from typing import Final

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said, times_part
from twosource.compare.alignment.wording import negated
from twosource.compare.points.accounts import Accounts
from twosource.compare.points.deeds import (
    differ_in_strength,
    done_by_the_same,
    done_to_oneself_or_by_another,
    exclude,
    of_opposite_deeds,
    only_one_is_said,
)
from twosource.compare.points.one_thing import may_befall_one, of_the_same
from twosource.compare.points.relations import is_update
from twosource.compare.points.rival_numbers import numbers_part
from twosource.compare.told_hours import FINE, told_from_to
from twosource.model import Difference, DifferenceKind, Happening, Moment
from twosource.text.pieces import shortened
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_LONG: Final = 160
"""Code points of a statement shown in a line."""
_LAID: Final = 12
"""Statements of a point that are laid side by side, each with each: the fullest."""
_APART: Final = 15
"""Minutes: hours that are nearer are one hour, told roughly."""
_ONE_EVENT: Final = 3 * 60
"""Minutes: further apart, two things are told."""
_ASKED: Final = 8
"""Words before a deed among which what is asked about it stands: "how many shots the officer fired"."""
_LONG_PAST: Final = 21
"""Days before an article: what was so then may be otherwise now."""
_DAY: Final = 10
"""Letters of a time that names its day."""
_DAY_NAME: Final = re.compile(r"[A-Z][a-z]{2,}")


def exclusions(circle: Circle, story: Accounts) -> Iterator[Difference]:
    """Differences between members of which both cannot be so; each kind once for two articles.

    Args:
        circle: Statements that tell the same.
        story: What else the articles say.
    """
    seen: set[tuple[str, ...]] = set()
    counted: list[frozenset[str]] = []
    pairs = combinations(sorted(circle.all, key=lambda said: said.rank)[:_LAID], 2)
    for left, right in ((one, other) for one, other in pairs if one.statement.article != other.statement.article):
        for found in filter(None, (rule(left, right, circle, story) for rule in RULES)):
            key = (found.kind, *sorted((left.statement.article, right.statement.article)))
            if key not in seen and not any(one.issuperset(found.members) for one in counted):
                seen.add(key)
                counted += [frozenset(found.members)] if found.kind == "value" else []
                yield found


def _opposed(left: Said, right: Said, circle: Circle, story: Accounts) -> Difference | None:
    """What happened to the same people or things here did not happen there, or its opposite did."""
    del circle
    index = story.index
    if times_part(left, right, index):
        return None  # it began at nine and was over at ten
    for one, other in product(index.happenings(left.statement), index.happenings(right.statement)):
        excluded, unsaid = exclude(one, other), _only_one_is_said(one, other, (left, right))
        if not (excluded or unsaid) or not of_the_same(one, other, index):
            continue
        if unsaid or not any(rule(one, other, (left, right), index) for rule in _BOTH_SO):
            return _parting("polarity", (left, right), (one, other), index)
    return None


def _by_another(left: Said, right: Said, circle: Circle, story: Accounts) -> Difference | None:
    """Somebody did to himself here what another did to him there."""
    del circle
    index = story.index
    for one, other in product(index.happenings(left.statement), index.happenings(right.statement)):
        if done_to_oneself_or_by_another(one, other, index) and of_the_same(one, other, index):
            return _parting("agent", (left, right), (one, other), index)
    return None


def _both_told(one: Happening, other: Happening, sides: tuple[Said, Said], index: StoryIndex) -> bool:
    """Whether one of the articles tells the other's side as well, of the same thing: closed on Monday, reopened on Friday."""
    del sides
    return any(
        exclude(event, own) and may_befall_one(event, own, index)
        for own in (one, other)
        for event in index.happenings_of(own.article)
    )


def _one_long_past(one: Happening, other: Happening, sides: tuple[Said, Said], index: StoryIndex) -> bool:
    """Whether one tells of a time long before its article and the other names no time: "opposed it last year", "supports it"."""
    del one, other
    times = [index.moments(side.statement.article, *side.statement.content) for side in sides]
    if all(times) or not any(times):
        return False
    side, own = (sides[0], times[0]) if times[0] else (sides[1], times[1])
    written = index.time(side.statement.article)
    days = [_days_before(moment.latest, written) for moment in own] if written else [0]
    return min(days) > _LONG_PAST


def _days_before(one: str, other: str) -> int:
    """Days between two times; 0 where one of them names no day."""
    if min(len(one), len(other)) < _DAY:
        return 0
    return (date.fromisoformat(other[:_DAY]) - date.fromisoformat(one[:_DAY])).days


def _turned_elsewhere(one: Happening, other: Happening, sides: tuple[Said, Said], index: StoryIndex) -> bool:
    """Whether the clause without "not" stands under one: "I didn't feel we were going forward"."""
    del index
    bare, side = (one, sides[0]) if other.negated else (other, sides[1])
    before = tuple(word for word in side.words if word.start < bare.clause.start)
    return one.negated != other.negated and negated(before, side.lexicon)


def _not_yet(one: Happening, other: Happening, sides: tuple[Said, Said], index: StoryIndex) -> bool:
    """Whether what an article says did not happen is told by a later one to have happened: nobody had been arrested by then."""
    del sides
    if one.negated == other.negated or one.kind != other.kind:
        return False
    early, late = (one, other) if one.negated else (other, one)
    return is_update(index.time(early.article), index.time(late.article))


Veto = Callable[[Happening, Happening, tuple[Said, Said], StoryIndex], bool]
_BOTH_SO: Final[tuple[Veto, ...]] = (_turned_elsewhere, _not_yet, _both_told, _one_long_past)
"""Why two clauses that exclude each other may both be so."""


def _stronger(left: Said, right: Said, circle: Circle, story: Accounts) -> Difference | None:
    """What was done is more here than there: terminated, suspended."""
    del circle
    sides = story.index.happenings(left.statement), story.index.happenings(right.statement)
    for one, other in product(*sides):
        if done_by_the_same(one, other, story.index) and differ_in_strength(one, other):
            return _parting("strength", (left, right), (one, other), story.index)
    return None


def _parting(
    kind: DifferenceKind, sides: tuple[Said, Said], events: tuple[Happening, Happening], index: StoryIndex
) -> Difference:
    words = [_clause(event, index) for event in events]
    short, long = sorted((each.casefold() for each in words), key=len)
    if short in long:  # "that the barge had carried oil" beside the same without "that": what denies it stands before
        words = [_whole(side, index) for side in sides]
    names = [index.name(event.article) for event in events]
    told = Reason("points.has_words", first=names[0], one=words[0], second=names[1], other=words[1])
    return _difference(kind, *sides, index.worded(told))


def _only_one_is_said(one: Happening, other: Happening, sides: tuple[Said, Said]) -> bool:
    """Whether somebody is said to have said it here, and not to have said it there.

    Not in quotations ("I want to say"), and not where it is asked how or when it happened: that it did is known then.
    """
    if not only_one_is_said(one, other) or any(side.statement.kind == "quotation" for side in sides):
        return False
    event, side = (one, sides[0]) if one.reporting == "not said" else (other, sides[1])
    before = [word.text for word in side.words if word.start < event.start][-_ASKED:]
    return not side.lexicon.wording.asking & set(before)


def _clause(event: Happening, index: StoryIndex) -> str:
    return " ".join(event.clause.of(index.articles[event.article].text).split()).strip(" ,;")


def _whole(side: Said, index: StoryIndex) -> str:
    """A statement with who says it, for where only that tells yes from no."""
    return shortened(" ".join(side.statement.span.of(index.articles[side.statement.article].text).split()), _LONG)


def _timed(left: Said, right: Said, circle: Circle, story: Accounts) -> Difference | None:
    """One hour here and another there, where each names one."""
    del circle
    index = story.index
    hours = [_hour(side, index) for side in (left, right)]
    if hours[0] is None or hours[1] is None:
        return None
    if of_opposite_deeds(index.happenings(left.statement), index.happenings(right.statement)):
        return None
    if _on_named_days_apart(hours[0], hours[1], index) or _of_two_deeds(hours[0], hours[1], (left, right), index):
        return None
    if not hours_part(hours[0], hours[1], index):
        return None
    words = [" ".join(time.span.of(index.articles[time.article].text).split()) for time in (hours[0], hours[1])]
    names = index.name(left.statement.article), index.name(right.statement.article)
    told = Reason("points.time", first=names[0], one=words[0], second=names[1], other=words[1])
    return _difference("time", left, right, index.worded(told))


def _on_named_days_apart(one: Moment, other: Moment, index: StoryIndex) -> bool:
    """Whether both name their days, and these are two: two people were released, on Tuesday and on Wednesday."""
    named = all(_DAY_NAME.search(time.span.of(index.articles[time.article].text)) for time in (one, other))
    return named and one.earliest[:10] != other.earliest[:10]


def _of_two_deeds(one: Moment, other: Moment, sides: tuple[Said, Said], index: StoryIndex) -> bool:
    """Whether an hour is of what the other side tells too, beside the hour of something else: shot at nine, pronounced dead at ten."""
    told = [index.happenings(side.statement) for side in sides]
    around = (
        [each for each in events if each.clause.holds(time.span)]
        for time, events in zip((one, other), told, strict=True)
    )
    deeds = [max(events, key=lambda each: each.clause.start).kind if events else "" for events in around]
    known = all(deeds) and deeds[0] != deeds[1]
    return known and any(kind in {each.kind for each in events} for kind, events in zip(deeds, told[::-1], strict=True))


def hours_part(one: Moment, other: Moment, index: StoryIndex) -> bool:
    """Whether two hours of a day are too far apart for one, and near enough to be two accounts of one event.

    The day is left aside: that of an hour that names none was only read from its article's.
    """
    told = sorted((told_from_to(time, index) for time in (one, other)), key=lambda each: _minutes(each[0]))
    widened = int((told[0][1] - told[0][0]).total_seconds()) // 60
    return _APART <= _minutes(told[1][0]) - _minutes(told[0][0]) - widened <= _ONE_EVENT


def _minutes(at: datetime) -> int:
    return 60 * at.hour + at.minute


def _hour(side: Said, index: StoryIndex) -> Moment | None:
    """The only time of day that a statement names."""
    times = [m for m in index.moments(side.statement.article, *side.statement.content) if m.precision in FINE]
    return times[0] if len(times) == 1 else None


def _difference(kind: DifferenceKind, left: Said, right: Said, detail: str) -> Difference:
    members = left.statement.id, right.statement.id
    return Difference(kind=kind, members=members, detail=detail)


Rule = Callable[[Said, Said, Circle, Accounts], Difference | None]
RULES: Final[tuple[Rule, ...]] = (_opposed, _by_another, _stronger, numbers_part, _timed)
