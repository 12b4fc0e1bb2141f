"""Where two statements that tell the same exclude each other: what happened, how many, at which hour."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations, pairwise, product
from typing import Final

from twosource.compare.ages import may_both_hold
from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said, times_part
from twosource.compare.alignment.wording import Word, is_number, negated
from twosource.compare.points.deeds import (
    differ_in_strength,
    done_by_the_same,
    exclude,
    of_opposite_deeds,
    of_the_same,
    only_one_is_said,
)
from twosource.compare.points.relations import is_update
from twosource.compare.points.told_numbers import ToldNumber, told_numbers
from twosource.compare.told_hours import FINE, told_from_to
from twosource.model import Difference, DifferenceKind, Happening, Moment
from twosource.text.grams import function_words
from twosource.text.pieces import shortened
from twosource.text.reasons import Reason
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
_ASKED: Final = 8
"""Words before a deed among which what is asked about it stands: "how many shots the officer fired"."""
_SURELY_THE_SAME: Final = 0.85
"""Chance from which on two statements tell one thing so surely that two numbers of it are two accounts."""
_BOUND: Final = 24
"""Code points before a number in which its figure may begin: "at least", "more than"."""
_DAY_NAME: Final = re.compile(r"[A-Z][a-z]{2,}")


class Accounts:
    """What the articles of a story say, as rules that lay two statements side by side ask it."""

    def __init__(self, circles: Iterable[Circle], index: StoryIndex) -> None:
        """Take the words of everything that was gathered."""
        self.index = index
        words: dict[str, set[str]] = defaultdict(set)
        for circle in circles:
            for one in circle.all:
                words[one.statement.article].update(word.stem for word in one.words)
        self.words: Mapping[str, set[str]] = words
        self._numbers: dict[str, tuple[ToldNumber, ...]] = {}

    def numbers(self, side: Said) -> tuple[ToldNumber, ...]:
        """A statement's numbers, read once."""
        name = side.statement.id
        if name not in self._numbers:
            self._numbers[name] = told_numbers(side, self.index) if _has_numbers(side) else ()
        return self._numbers[name]

    def given_elsewhere(self, left: Said, number: ToldNumber, right: Said, value: ToldNumber) -> bool:
        """Whether the article of one gives the number of the other as well, of the same things."""
        articles = right.statement.article, left.statement.article
        if number.is_age:
            stems = left.words[number.first].stem, right.words[value.first].stem
            return any(stem in self.words[article] for stem, article in zip(stems, articles, strict=True))
        return any(
            told.is_value_of(figure, self.index.language)
            for told, article in zip((number, value), articles, strict=True)
            for figure in self.index.figures_of(article)
        )

    def grown(self, left: Said, number: ToldNumber, right: Said, value: ToldNumber) -> bool:
        """Whether they are ages between which a birthday may lie."""
        told = ((int(number.low), left.statement), (int(value.low), right.statement))
        ages = {age: [(statement.article, statement.start)] for age, statement in told}
        return number.is_age and may_both_hold(ages, self.index)


def _has_numbers(side: Said) -> bool:
    return any(is_number(word.stem) for word in side.words)


def exclusions(circle: Circle, story: Accounts) -> Iterator[Difference]:
    """Differences between members of which both cannot be so; each kind once for two articles.

    Args:
        circle: Statements that tell the same.
        story: What else the articles say.
    """
    seen: set[tuple[str, str, str]] = set()
    for left, right in combinations(sorted(circle.all, key=lambda said: said.rank)[:_LAID], 2):
        if left.statement.article == right.statement.article:
            continue
        for found in (rule(left, right, circle, story) for rule in RULES):
            if found is not None:
                key = (found.kind, *sorted((left.statement.article, right.statement.article)))
                if key not in seen:
                    seen.add((key[0], key[1], key[2]))
                    yield found


def _opposed(left: Said, right: Said, circle: Circle, story: Accounts) -> Difference | None:
    """What happened to the same people or things here did not happen there, or its opposite did."""
    del circle
    index = story.index
    if times_part(left, right, index):
        return None  # it began at nine and was over at ten
    for one, other in product(index.happenings(left.statement), index.happenings(right.statement)):
        excluded = (
            exclude(one, other) and not _turned_elsewhere(one, other, (left, right)) and not _not_yet(one, other, index)
        )
        if of_the_same(one, other) and (excluded or _only_one_is_said(one, other, (left, right))):
            return _parting("polarity", (left, right), (one, other), index)
    return None


def _turned_elsewhere(one: Happening, other: Happening, sides: tuple[Said, Said]) -> bool:
    """Whether the clause without "not" stands under one: "I didn't feel we were going forward"."""
    bare, side = (one, sides[0]) if other.negated else (other, sides[1])
    before = tuple(word for word in side.words if word.start < bare.clause.start)
    return one.negated != other.negated and negated(before, side.lexicon)


def _not_yet(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether what an article says did not happen is told by a later one to have happened: nobody had been arrested by then."""
    if one.negated == other.negated or one.kind != other.kind:
        return False
    early, late = (one, other) if one.negated else (other, one)
    return is_update(index.time(early.article), index.time(late.article))


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


def _counted(left: Said, right: Said, circle: Circle, story: Accounts) -> Difference | None:
    """Two numbers of one thing, neither of which the other's article gives; where they tell the same, or nearly word for word.

    Figures of one count are told by their own points, and so are those of two, where it is not sure that they are one.
    """
    index = story.index
    sure = circle.chance(left, right) >= _SURELY_THE_SAME
    for number, value in _rivals(left, right, story):
        if not sure and (number.is_age or not _same_around(left, number, right, value)):
            continue
        if not number.is_age and _in_one_count(left, number, right, value, index):
            continue
        words = [_around(side, each, index) for side, each in ((left, number), (right, value))]
        names = index.name(left.statement.article), index.name(right.statement.article)
        told = Reason("points.has_words", first=names[0], one=words[0], second=names[1], other=words[1])
        return _difference("value", left, right, index.worded(told))
    return None


def _rivals(left: Said, right: Said, story: Accounts) -> Iterator[tuple[ToldNumber, ToldNumber]]:
    """Numbers of one thing that do not meet, each the only one of it where it stands, and not told by the other's article."""
    if any(word.text in side.lexicon.wording.remainders for side in (left, right) for word in side.words):
        return  # "four were badly hurt, 20 others slightly": which is to be added to which is not sure
    sides = story.numbers(left), story.numbers(right)
    for number, value in product(*sides):
        if (
            number.of_the_same(value)
            and number.is_near(value)
            and not number.meets(value)
            and _only_ones(number, sides)
        ):
            told = left, number, right, value
            if not (
                _is_rest(left, number) or _is_rest(right, value) or story.given_elsewhere(*told) or story.grown(*told)
            ):
                yield number, value


def _is_rest(side: Said, told: ToldNumber) -> bool:
    """Whether a number counts those besides others that were told: "12 leaders and 128 other politicians" are 140."""
    behind = side.words[told.last + 1 : told.last + 2]
    return any(word.text in side.lexicon.counted.rest for word in behind)


def _only_ones(number: ToldNumber, sides: tuple[Sequence[ToldNumber], ...]) -> bool:
    """Whether each statement has one number of this only that the other has not: of several it is not sure which is meant."""
    alike = [[each for each in side if each.of_the_same(number)] for side in sides]
    left = [
        [each for each in side if not any(each.meets(one) for one in other)]
        for side, other in zip(alike, alike[::-1], strict=True)
    ]
    return all(len(side) == 1 for side in left)


def _in_one_count(left: Said, number: ToldNumber, right: Said, value: ToldNumber, index: StoryIndex) -> bool:
    """Whether both are figures of one count, or one of them was found to be of another scope: a city's and a country's."""
    homes = [_counts(side, told, index) for side, told in ((left, number), (right, value))]
    scopes = {index.points[home].relation for home in homes[0] | homes[1]}
    return bool(homes[0] & homes[1]) or "other scope" in scopes


def _counts(side: Said, told: ToldNumber, index: StoryIndex) -> set[str]:
    """The points of the figures that a number is."""
    first, end = side.words[told.first].start - _BOUND, side.words[told.last].end
    figures = {figure.id for figure in index.figures_within(side.statement.article, first, end)}
    return {point for point in index.counts_in(side.statement.id) if figures.intersection(index.points[point].figures)}


def _same_around(left: Said, number: ToldNumber, right: Said, value: ToldNumber) -> bool:
    """Whether a content word near the number, before or behind what it counts, is the same in both."""
    near = [_near(side, told) for side, told in ((left, number), (right, value))]
    return bool(near[0] & near[1])


def _near(side: Said, told: ToldNumber) -> set[str]:
    before = [each.stem for each in side.words[: told.first] if each.content][-_NEAR:]
    behind = [each.stem for each in side.words[told.last + 2 :] if each.content][:_NEAR]
    counted = {two.stem for one, two in pairwise(side.words) if is_number(one.stem)}  # "and 24 seconds" says of what
    return {stem for stem in (*before, *behind) if not is_number(stem)} - counted


def _around(side: Said, told: ToldNumber, index: StoryIndex) -> str:
    text = index.articles[side.statement.article].text
    first = max(0, told.first - _HEADS) if told.is_age and told.named else told.first
    last = min(told.last + _HEADS, len(side.words) - 1)
    while last > told.last and _says_nothing(side.words[last], index.language):
        last -= 1  # "140 politicians and", "$5,900 at 07"
    start = min(side.words[first].start, told.figure.start if told.figure else len(text))
    return " ".join(text[start : side.words[last].end].split())


def _says_nothing(word: Word, language: str) -> bool:
    return word.text in function_words(language) or is_number(word.stem)


def _timed(left: Said, right: Said, circle: Circle, story: Accounts) -> Difference | None:
    """One hour here and another there, where each names one."""
    del circle
    index = story.index
    hours = [_hour(side, index) for side in (left, right)]
    if hours[0] is None or hours[1] is None:
        return None
    if of_opposite_deeds(index.happenings(left.statement), index.happenings(right.statement)):
        return None
    if _on_named_days_apart(hours[0], hours[1], index):
        return None
    if not _hours_part(hours[0], hours[1], index):
        return None
    words = [" ".join(time.span.of(index.articles[time.article].text).split()) for time in (hours[0], hours[1])]
    names = index.name(left.statement.article), index.name(right.statement.article)
    told = Reason("points.time", first=names[0], one=words[0], second=names[1], other=words[1])
    return _difference("time", left, right, index.worded(told))


def _on_named_days_apart(one: Moment, other: Moment, index: StoryIndex) -> bool:
    """Whether both name their days, and these are two: two people were released, on Tuesday and on Wednesday."""
    named = all(_DAY_NAME.search(time.span.of(index.articles[time.article].text)) for time in (one, other))
    return named and one.earliest[:10] != other.earliest[:10]


def _hours_part(one: Moment, other: Moment, index: StoryIndex) -> bool:
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
RULES: Final[tuple[Rule, ...]] = (_opposed, _stronger, _counted, _timed)
