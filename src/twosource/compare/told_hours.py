"""From when to when a time of day may be that an article tells roughly: "shortly after 1 a.m." is any minute of that hour."""

from datetime import datetime, timedelta
from typing import Final

from twosource.model import Moment
from twosource.text.story_index import StoryIndex

FINE: Final = frozenset({"minute", "hour"})
"""Precisions of a time of day."""
_ROUND: Final = 30
"""Minutes: on a full or a half hour, "about" is rougher than beside an odd minute."""
_ODD: Final = 10
"""Minutes by which "about 3:47" may be off."""
_BEFORE: Final = 24
"""Code points in which the word right before a time stands."""


def told_from_to(moment: Moment, index: StoryIndex) -> tuple[datetime, datetime]:
    """The first and the last minute that a time of day may mean, by its words and the word right before it: an hour's first where nothing widens it."""
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


def may_be_one(one: Moment, other: Moment, index: StoryIndex) -> bool:
    """Whether both are times of day that meet as they are told."""
    if not {one.precision, other.precision} <= FINE:
        return False
    (first, last), (start, end) = (told_from_to(moment, index) for moment in (one, other))
    return first <= end and start <= last
