"""Where two statements of one point put it at other times: on other days, or at hours that part."""

import re
from datetime import datetime, timedelta
from typing import Final

from twosource.compare.alignment.said import Said, times_part
from twosource.compare.points.deeds import are_opposite
from twosource.compare.points.pair import Pair
from twosource.model import Difference, Moment
from twosource.text.story_index import StoryIndex

_APART: Final = 15
"""Minutes: hours that are nearer are one hour, told roughly."""
_ONE_EVENT: Final = 3 * 60
"""Minutes: further apart, two things are told."""
FINE: Final = frozenset({"minute", "hour"})
"""Precisions of a time of day."""
_ROUND: Final = 30
"""Minutes: on a full or a half hour, "about" is rougher than beside an odd minute."""
_ODD: Final = 10
"""Minutes by which "about 3:47" may be off."""
_PART: Final = "part of day"
_WHOLE: Final = "day"
_EDGE: Final = timedelta(hours=1)
"""By which a part of a day begins earlier and ends later than its hours: half past four may be "Tuesday evening"."""
_BEFORE: Final = 24
"""Code points in which the word right before a time stands."""
_DAY_NAME: Final = re.compile(r"[A-Z][a-z]{2,}")


def times_told_apart(pair: Pair) -> Difference | None:
    """One day or hour here and another there, in what both have."""
    several = any(len(side.times) > 1 for side in pair.sides)
    if several or not times_part(*pair.sides) or not all(_is_timed(pair, side) for side in pair.sides):
        return None
    if any(rule(pair) for rule in _BOTH_SO):
        return None
    days = ([word for word in side.words if word.text in side.lexicon.wording.weekdays] for side in pair.sides)
    shown = (
        side.times[0].span.of(side.text) if side.times else side.text[near[0].start : near[0].end]
        for side, near in zip(pair.sides, days, strict=True)
    )
    return pair.parted("time", "points.time", *shown)


def _is_timed(pair: Pair, side: Said) -> bool:
    """Whether a time stands in what both have: one in a part that is cut says nothing of the rest."""
    return any(word.text in side.lexicon.wording.weekdays or side.is_timed(word) for word in pair.kept(side))


def _only_the_time_is_shared(pair: Pair) -> bool:
    """Whether they have no word in common but for the time: a statement issued early on Tuesday, work left early on Tuesday."""
    here, there = (
        {word.stem for word in side.words if word.content and not side.is_timed(word)}
        - {word.stem for word in side.words if word.text in side.lexicon.wording.weekdays}
        for side in pair.sides
    )
    return not here & there


def _set_anew(pair: Pair) -> bool:
    """Whether one day was past when the other was still to come: a hearing was held, and the next was set."""
    return any(
        one.written
        and one.times
        and other.times
        and one.times[0].earliest[:10] > one.written >= other.times[0].latest[:10]
        for one, other in (pair.sides, pair.sides[::-1])
    )


def _one_hour_told_roughly(pair: Pair) -> bool:
    """Whether both are times of day of which a rough one holds the other: "shortly before 10", and 9:50."""
    return all(side.times for side in pair.sides) and _may_be_one(pair.left.times[0], pair.right.times[0], pair.index)


def _done_again(pair: Pair) -> bool:
    """Whether it is told of two years and may be done in each: a cup is won in 2014, and in 2015."""
    years = any(time.precision == "year" for side in pair.sides for time in side.times)
    return years and any(word.text in side.lexicon.wording.every_year for side in pair.sides for word in side.words)


def _each_its_own_day(pair: Pair) -> bool:
    """Whether each tells of the day on which it was written: nobody opened on Monday, and nobody did on Tuesday."""
    own = all(side.written in {time.earliest[:10] for time in side.times} for side in pair.sides)
    return own and pair.left.written != pair.right.written


def _of_opposite_deeds(pair: Pair) -> bool:
    """Whether what is told of is the opposite, so that it has an hour of its own: it began at nine, and was over at ten."""
    return any(are_opposite(*deeds) for deeds in pair.deeds())


def _only_one_is_still_so(pair: Pair) -> bool:
    """Whether one tells what was still so at its time, and the other does not: still missing in the morning, found in the evening."""
    still = [not side.lexicon.wording.still_so.isdisjoint(word.text for word in side.words) for side in pair.sides]
    return still[0] != still[1]


def _one_day_of_the_week(pair: Pair) -> bool:
    """Whether both are one day of the week, of which week was only read from an article's date: "leaves Saturday" on a Friday, on the day "today"."""
    days = [side.times[0] for side in pair.sides if side.times and side.times[0].precision == _WHOLE]
    if len(days) < len(pair.sides) or len({_weekday(day) for day in days}) > 1:
        return False
    return any(_is_named_by_weekday(side) for side in pair.sides)


def _weekday(day: Moment) -> int:
    return datetime.fromisoformat(day.earliest).weekday()


def _is_named_by_weekday(side: Said) -> bool:
    """Whether its time is the name of a day of the week and no date."""
    told = side.times[0].span.of(side.text).lower().split()
    return not any(word[:1].isdigit() for word in told) and not side.lexicon.wording.weekdays.isdisjoint(told)


_BOTH_SO: Final = (
    _only_the_time_is_shared, _set_anew, _one_hour_told_roughly, _done_again, _each_its_own_day, _of_opposite_deeds,
    _only_one_is_still_so, _one_day_of_the_week, Pair.deed_replaced,
)  # fmt: skip
"""Why it may have been at both times."""


def hours_part(one: Moment, other: Moment, index: StoryIndex) -> bool:
    """Whether two hours of a day are too far apart for one, and near enough to be two accounts of one event.

    The day is left aside: that of an hour that names none was only read from its article's.
    """
    told = sorted((_from_to(time, index) for time in (one, other)), key=lambda each: _minutes(each[0]))
    widened = int((told[0][1] - told[0][0]).total_seconds()) // 60
    return _APART <= _minutes(told[1][0]) - _minutes(told[0][0]) - widened <= _ONE_EVENT


def _minutes(at: datetime) -> int:
    return 60 * at.hour + at.minute


def _from_to(moment: Moment, index: StoryIndex) -> tuple[datetime, datetime]:
    """The first and the last minute that a time of day may mean, by its words and the word right before it: an hour's first where nothing widens it."""
    if moment.precision == _PART:
        return datetime.fromisoformat(moment.earliest) - _EDGE, datetime.fromisoformat(moment.latest) + _EDGE
    text = index.articles[moment.article].text
    told = moment.span.of(text)
    words = [*text[max(0, moment.start - _BEFORE) : moment.start].split(), *told.split()]
    upto = next((at for at, word in enumerate(words) if word[:1].isdigit()), len(words))
    before = words[upto - 1].lower() if upto else ""
    earlier, later = index.lexicon.time_context.rough_clock.get(before, (0, 0))
    at = datetime.fromisoformat(moment.earliest)
    if earlier and later and at.minute % _ROUND:
        earlier = later = _ODD
    return at - timedelta(minutes=earlier), at + timedelta(minutes=later)


def _may_be_one(one: Moment, other: Moment, index: StoryIndex) -> bool:
    """Whether both are times of day that meet as they are told, or one is an hour near the part of the day that the other is."""
    precisions = {one.precision, other.precision}
    if not precisions <= {*FINE, _PART} or precisions == {_PART}:
        return False
    (first, last), (start, end) = (_from_to(moment, index) for moment in (one, other))
    return first <= end and start <= last
