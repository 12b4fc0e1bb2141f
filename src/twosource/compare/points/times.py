"""Where two statements of one point put it at other times."""

from twosource.compare.alignment.said import times_part
from twosource.compare.points.deeds import of_opposite_deeds
from twosource.compare.points.pair import Pair, deed_replaced, difference, shared_stretch
from twosource.compare.told_hours import may_be_one
from twosource.model import Difference
from twosource.text.reasons import Reason


def times_told_apart(pair: Pair) -> Difference | None:
    """One day or hour here and another there, in what both have."""
    sides = pair.left.statement, pair.right.statement
    if any(len(pair.index.moments(side.article, *side.content)) > 1 for side in sides):
        return None
    if not times_part(pair.left, pair.right, pair.index) or not all(_timed(pair, left=left) for left in (True, False)):
        return None
    if (
        _set_anew(pair)
        or _one_hour_told_roughly(pair)
        or _done_again(pair)
        or _each_its_own_day(pair)
        or of_opposite_deeds(*(pair.index.happenings(side) for side in sides))
        or deed_replaced(pair)
    ):
        return None
    shown = []
    for side in (pair.left, pair.right):
        text = pair.index.articles[side.statement.article].text
        moments = pair.index.moments(side.statement.article, *side.statement.content)
        days = [text[word.start : word.end] for word in side.words if word.text in side.lexicon.wording.weekdays]
        shown.append(moments[0].span.of(text) if moments else days[0])
    names = pair.names
    return difference(
        "time", pair, Reason("points.time", first=names[0], one=shown[0], second=names[1], other=shown[1])
    )


def _set_anew(pair: Pair) -> bool:
    """Whether one day was past when the other was still to come: a hearing was held, and the next was set."""
    for one, other in ((pair.left.statement, pair.right.statement), (pair.right.statement, pair.left.statement)):
        written = (pair.index.time(one.article) or "")[:10]
        times = [pair.index.moments(side.article, *side.content) for side in (one, other)]
        if written and all(times) and times[0][0].earliest[:10] > written >= times[1][0].latest[:10]:
            return True
    return False


def _one_hour_told_roughly(pair: Pair) -> bool:
    """Whether both are times of day of which a rough one holds the other: "shortly before 10", and 9:50."""
    sides = pair.left.statement, pair.right.statement
    hours = [moment for side in sides for moment in pair.index.moments(side.article, *side.content)]
    return len(hours) == len(sides) and may_be_one(hours[0], hours[1], pair.index)


def _done_again(pair: Pair) -> bool:
    """Whether it is told of two years and may be done in each: a cup is won in 2014, and in 2015."""
    sides = pair.left.statement, pair.right.statement
    years = [moment.precision == "year" for side in sides for moment in pair.index.moments(side.article, *side.content)]
    told = {word.text for side in (pair.left, pair.right) for word in side.words}
    return any(years) and bool(told & pair.index.lexicon.wording.every_year)


def _each_its_own_day(pair: Pair) -> bool:
    """Whether each tells of the day on which it was written: nobody opened on Monday, and nobody did on Tuesday."""
    sides = pair.left.statement, pair.right.statement
    written = [(pair.index.time(side.article) or "")[:10] for side in sides]
    told = [{moment.earliest[:10] for moment in pair.index.moments(side.article, *side.content)} for side in sides]
    return written[0] != written[1] and all(day in days for day, days in zip(written, told, strict=True))


def _timed(pair: Pair, *, left: bool) -> bool:
    """Whether a time stands in what both have: one in a part that is cut says nothing of the rest."""
    side = pair.left if left else pair.right
    kept = shared_stretch(pair, left=left)
    moments = pair.index.moments(side.statement.article, *side.statement.content)
    named = any(word.text in side.lexicon.wording.weekdays for word in kept)
    return named or any(moment.start <= word.start < moment.end for moment in moments for word in kept)
