"""Where two statements that tell the same exclude each other: what happened, how many, at which hour."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import combinations, pairwise
from typing import Final

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word, is_number, lexicon
from twosource.language import Opposition, OppositionKind, lexicon_of, opposition_of
from twosource.language.lexicon import OppositionWords
from twosource.language.resources import load
from twosource.model import Difference, Happening, Moment, Polarity
from twosource.text.pieces import shortened
from twosource.text.story_index import StoryIndex

_LONG: Final = 160
"""Code points of a statement shown in a line."""
_LAID: Final = 12
"""Statements of a point that are laid side by side, each with each: the fullest."""
_HEADS: Final = 2
"""Content words behind a number among which what it counts is looked for."""
_NEAR: Final = 3
"""Content words before a number and behind what it counts in which the rest of the clause is looked for."""
_APART: Final = 15
"""Minutes: hours that are nearer are one hour, told roughly."""
_ONE_EVENT: Final = 3 * 60
"""Minutes: further apart, two things are told."""
_FINE: Final = frozenset({"minute", "hour"})
_ASKED: Final = 8
"""Words before a deed among which what is asked about it stands: "how many shots the officer fired"."""
_DIRECTION: Final = "direction"
"""The opposition of rising and falling."""
_AGE: Final = re.compile(r" ?[- ]years?[- ]old")
_DAY_NAME: Final = re.compile(r"[A-Z][a-z]{2,}")


def exclusions(members: Sequence[Said], index: StoryIndex) -> Iterator[Difference]:
    """Differences between members of which both cannot be so; each kind once for two articles.

    Args:
        members: Statements that tell the same, the fullest first.
        index: The story.
    """
    seen: set[tuple[str, str, str]] = set()
    for left, right in combinations(sorted(members, key=lambda said: said.rank)[:_LAID], 2):
        if left.statement.article == right.statement.article:
            continue
        for found in (_opposed(left, right, index), _counted(left, right, index), _timed(left, right, index)):
            if found is not None:
                key = (found.kind, *sorted((left.statement.article, right.statement.article)))
                if key not in seen:
                    seen.add((key[0], key[1], key[2]))
                    yield found


def _opposed(left: Said, right: Said, index: StoryIndex) -> Difference | None:
    """What happened to the same people or things here did not happen there, or its opposite did."""
    for one in index.happenings(left.statement):
        for other in index.happenings(right.statement):
            excluded = _exclude(one, other) or _only_one_is_said(one, other, (left, right))
            if excluded and _of_the_same(one, other):
                words = [_clause(event, index) for event in (one, other)]
                if words[0].casefold() == words[1].casefold():
                    words = [_whole(side, index) for side in (left, right)]
                detail = f"{index.name(one.article)} has “{words[0]}”, {index.name(other.article)} “{words[1]}”."
                return _difference("polarity", left, right, detail)
    return None


def _exclude(one: Happening, other: Happening) -> bool:
    """Whether both cannot be so: one is told as having happened and one as not, or what happened is opposite."""
    if not (one.actual and other.actual and one.main and other.main):
        return False
    if Polarity.PARTIAL in {one.factuality.polarity, other.factuality.polarity}:
        return False
    if one.kind == other.kind and one.negated != other.negated:
        return True
    opposed = _opposition(one, other)
    exclusive = opposed is not None and opposed.kind is OppositionKind.EXCLUSIVE
    if opposed is not None and opposed.name == _DIRECTION and _of_persons(one, other):
        return False
    return exclusive and not one.negated and not other.negated


def _of_persons(one: Happening, other: Happening) -> bool:
    """Whether people do it: a climber climbs and falls, only an amount cannot do both."""
    parts = (one.doer, one.done_to, other.doer, other.done_to)
    return any(part is not None and part.label == "PERSON" for part in parts)


def _only_one_is_said(one: Happening, other: Happening, sides: tuple[Said, Said]) -> bool:
    """Whether somebody is said to have said it here, and not to have said it there.

    Not in quotations ("I want to say"), and not where it is asked how or when it happened: that it did is known then.
    """
    told = {one.reporting, other.reporting}
    if one.kind != other.kind or told != {"reported", "not said"}:
        return False
    if any(side.statement.kind == "quotation" for side in sides):
        return False
    event, side = (one, sides[0]) if one.reporting == "not said" else (other, sides[1])
    before = [word.text for word in side.words if word.start < event.start][-_ASKED:]
    return not lexicon("asking") & set(before)


def _opposition(one: Happening, other: Happening) -> Opposition | None:
    return opposition_of((one.kind, *one.wordings), (other.kind, *other.wordings), _words())


@cache
def _words() -> OppositionWords:
    return lexicon_of("en").opposition


def _of_the_same(one: Happening, other: Happening) -> bool:
    """Whether who takes part in one is called as in the other, or nobody does; one who is only "he" is not known."""
    if one.kind == other.kind and any(event.negated and event.done_to is None for event in (one, other)):
        return one.kind in _of_nobody()
    objects = [event.done_to.head for event in (one, other) if event.done_to]
    if len(objects) > 1 and objects[0] != objects[1]:
        return False  # they did it to another thing, or to "it", which is not known
    sides = [
        {part.head for part in (event.doer, event.done_to) if part and len(part.head) > _HEADS}
        for event in (one, other)
    ]
    return bool(sides[0] & sides[1])


@cache
def _of_nobody() -> frozenset[str]:
    """Deeds of which it may be said that nobody did or suffered them: "no arrest has been made"."""
    return frozenset(load("deeds")["of_nobody"])


def _clause(event: Happening, index: StoryIndex) -> str:
    return " ".join(event.clause.of(index.articles[event.article].text).split()).strip(" ,;")


def _whole(side: Said, index: StoryIndex) -> str:
    """A statement with who says it, for where only that tells yes from no."""
    return shortened(" ".join(side.statement.span.of(index.articles[side.statement.article].text).split()), _LONG)


def _counted(left: Said, right: Said, index: StoryIndex) -> Difference | None:
    """Two numbers of the same things, neither of which the other's article gives."""
    if all(index.counts_in(side.statement.id) for side in (left, right)):
        return None  # figures of known counts are told by their own points
    sides = list(_numbers(left, index)), list(_numbers(right, index))
    for number, things in sides[0]:
        for value, others in sides[1]:
            if not things & others or not _only_one(things, sides) or number.stem == value.stem:
                continue
            if not _same_around(left, number, right, value):
                continue
            words = [_around(side, word, index) for side, word in ((left, number), (right, value))]
            names = index.name(left.statement.article), index.name(right.statement.article)
            return _difference("value", left, right, f"{names[0]} has “{words[0]}”, {names[1]} “{words[1]}”.")
    return None


def _only_one(things: frozenset[str], sides: tuple[Sequence[tuple[Word, frozenset[str]]], ...]) -> bool:
    """Whether each statement has one number of these things only: of several it is not sure which is meant."""
    return all(sum(bool(things & others) for _, others in side) == 1 for side in sides)


def _same_around(left: Said, number: Word, right: Said, value: Word) -> bool:
    """Whether a content word near the number, before or behind what it counts, is the same in both."""
    near = [_near(side, word) for side, word in ((left, number), (right, value))]
    return bool(near[0] & near[1])


def _near(side: Said, word: Word) -> set[str]:
    at = side.words.index(word)
    before = [each.stem for each in side.words[:at] if each.content][-_NEAR:]
    behind = [each.stem for each in side.words[at + 2 :] if each.content][:_NEAR]
    counted = {two.stem for one, two in pairwise(side.words) if is_number(one.stem)}  # "and 24 seconds" says of what
    return {stem for stem in (*before, *behind) if not is_number(stem)} - counted


def _numbers(side: Said, index: StoryIndex) -> Iterator[tuple[Word, frozenset[str]]]:
    """A statement's numbers, each with the word right behind it that says what it counts; not those of times.

    A number with a comma or a line behind it is an age, a score or one of a list; what it counts is not said.
    """
    text = index.articles[side.statement.article].text
    times = index.moments(side.statement.article, *side.statement.content)
    for word, behind in pairwise(side.words):
        if not is_number(word.stem) or any(time.start <= word.start < time.end for time in times):
            continue
        if _AGE.match(text, word.end):
            continue
        between = text[word.end : behind.start]
        if between.strip(" -") or not behind.content or is_number(behind.stem):
            continue
        yield word, frozenset({_counted_thing(side, behind)})


def _counted_thing(side: Said, noun: Word) -> str:
    """What a number counts, with what it is of: "counts of theft" are not "counts of first-degree theft"."""
    at = side.words.index(noun)
    if [word.text for word in side.words[at + 1 : at + 2]] != ["of"]:
        return noun.stem
    return f"{noun.stem} of {next((word.stem for word in side.words[at + 2 :] if word.content), '')}"


def _around(side: Said, word: Word, index: StoryIndex) -> str:
    at = side.words.index(word)
    last = side.words[min(at + _HEADS, len(side.words) - 1)]
    return " ".join(index.articles[side.statement.article].text[word.start : last.end].split())


def _timed(left: Said, right: Said, index: StoryIndex) -> Difference | None:
    """One hour here and another there, where each names one."""
    hours = [_hour(side, index) for side in (left, right)]
    if hours[0] is None or hours[1] is None:
        return None
    if _on_named_days_apart(hours[0], hours[1], index):
        return None
    apart = abs(_minutes(hours[0]) - _minutes(hours[1]))
    if not _APART <= apart <= _ONE_EVENT:
        return None
    words = [" ".join(time.span.of(index.articles[time.article].text).split()) for time in (hours[0], hours[1])]
    names = index.name(left.statement.article), index.name(right.statement.article)
    return _difference("time", left, right, f"{names[0]} puts it at “{words[0]}”, {names[1]} at “{words[1]}”.")


def _on_named_days_apart(one: Moment, other: Moment, index: StoryIndex) -> bool:
    """Whether both name their days, and these are two: two people were released, on Tuesday and on Wednesday."""
    named = all(_DAY_NAME.search(time.span.of(index.articles[time.article].text)) for time in (one, other))
    return named and one.earliest[:10] != other.earliest[:10]


def _minutes(time: Moment) -> int:
    """Minutes since midnight: the day of an hour that names none was only read from its article's."""
    at = datetime.fromisoformat(time.earliest)
    return 60 * at.hour + at.minute


def _hour(side: Said, index: StoryIndex) -> Moment | None:
    """The only time of day that a statement names."""
    times = [m for m in index.moments(side.statement.article, *side.statement.content) if m.precision in _FINE]
    return times[0] if len(times) == 1 else None


def _difference(kind: str, left: Said, right: Said, detail: str) -> Difference:
    members = left.statement.id, right.statement.id
    return Difference(kind=kind, members=members, detail=detail)  # type: ignore[arg-type]
