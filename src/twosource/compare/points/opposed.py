"""Where two statements that tell the same exclude each other by their clauses: what happened, who did it, how far it went."""

from collections.abc import Callable
from typing import Final

from twosource.compare.alignment.said import times_part
from twosource.compare.alignment.wording import negated
from twosource.compare.points.deeds import (
    differ_in_strength,
    done_by_the_same,
    done_to_oneself_or_by_another,
    exclude,
    may_befall_one,
    of_the_same,
    only_one_is_said,
)
from twosource.compare.points.pair import Pair
from twosource.compare.points.relations import is_long_past, is_update
from twosource.model import Difference, DifferenceKind, Happening
from twosource.text.pieces import shortened

_LONG: Final = 160
"""Code points of a statement shown in a line."""
_ASKED: Final = 8
"""Words before a deed among which what is asked about it stands: "how many shots the officer fired"."""

DeedRule = Callable[[Happening, Happening, Pair], bool]


def deeds_part(pair: Pair) -> Difference | None:
    """What happened to the same people or things here did not happen there, or its opposite did; not where it began at nine and was over at ten."""
    return None if times_part(*pair.sides) else _first_parting("polarity", pair, _are_opposed)


def doers_part(pair: Pair) -> Difference | None:
    """Somebody did to himself here what another did to him there."""
    return _first_parting("agent", pair, _by_another)


def degrees_part(pair: Pair) -> Difference | None:
    """What was done is more here than there: terminated, suspended."""
    return _first_parting("strength", pair, _by_a_degree)


def _first_parting(kind: DifferenceKind, pair: Pair, parts: DeedRule) -> Difference | None:
    """The first two clauses that part, as they stand; where the one only adds what denies it, the whole statements."""
    events = next((events for events in pair.deeds() if parts(*events, pair)), None)
    if events is None:
        return None
    sides = list(zip(events, pair.sides, strict=True))
    words = [" ".join(event.clause.of(side.text).split()).strip(" ,;") for event, side in sides]
    short, long = sorted((each.casefold() for each in words), key=len)
    if short in long:  # "that the barge had carried oil" beside the same without "that": what denies it stands before
        words = [shortened(side.statement.span.of(side.text), _LONG) for side in pair.sides]
    return pair.parted(kind, "points.has_words", *words)


def _by_another(one: Happening, other: Happening, pair: Pair) -> bool:
    if one.kind != other.kind:
        return False
    return done_to_oneself_or_by_another(one, other, pair.index) and of_the_same(one, other, pair.index)


def _by_a_degree(one: Happening, other: Happening, pair: Pair) -> bool:
    return done_by_the_same(one, other, pair.index) and differ_in_strength(one, other)


def _are_opposed(one: Happening, other: Happening, pair: Pair) -> bool:
    unsaid = _only_one_is_said(one, other, pair)
    if not (unsaid or exclude(one, other)) or not of_the_same(one, other, pair.index):
        return False
    return unsaid or not any(rule(one, other, pair) for rule in _BOTH_SO)


def _only_one_is_said(one: Happening, other: Happening, pair: Pair) -> bool:
    """Whether somebody is said to have said it here, and not to have said it there.

    Not in quotations ("I want to say"), and not where it is asked how or when it happened: that it did is known then.
    """
    if not only_one_is_said(one, other) or any(side.statement.kind == "quotation" for side in pair.sides):
        return False
    event, side = (one, pair.left) if one.reporting == "not said" else (other, pair.right)
    before = [word.text for word in side.words if word.start < event.start][-_ASKED:]
    return not side.lexicon.wording.asking & set(before)


def _both_told(one: Happening, other: Happening, pair: Pair) -> bool:
    """Whether one of the articles tells the other's side as well, of the same thing: closed on Monday, reopened on Friday."""
    return any(
        exclude(event, own) and may_befall_one(event, own, pair.index)
        for own in (one, other)
        for event in pair.index.happenings_of(own.article)
    )


def _one_long_past(one: Happening, other: Happening, pair: Pair) -> bool:
    """Whether one tells of a time long before its article and the other names no time: "opposed it last year", "supports it"."""
    if one.kind == other.kind and _told_by_two(one, pair):
        return False
    timed = [side for side in pair.sides if side.times]
    return len(timed) == 1 and all(is_long_past(time.latest, timed[0].written) for time in timed[0].times)


def _turned_elsewhere(one: Happening, other: Happening, pair: Pair) -> bool:
    """Whether the clause without "not" stands under one, or has one elsewhere: "I didn't feel we were going forward", "in a non-urgent state"."""
    bare, side = (one, pair.left) if other.negated else (other, pair.right)
    before = tuple(word for word in side.words if word.start < bare.clause.end)
    return one.negated != other.negated and negated(before, side.lexicon)


def _not_yet(one: Happening, other: Happening, pair: Pair) -> bool:
    """Whether what an article says did not happen is told by a later one to have happened: nobody had been arrested by then.

    Not where two parties say so of what does not come later by itself: no ransom was paid, one was.
    """
    early, late = (one, other) if one.negated else (other, one)
    turned = one.negated != other.negated and one.kind == other.kind and not _told_by_two(one, pair)
    return turned and is_update(pair.index.time(early.article), pair.index.time(late.article))


def _told_by_two(deed: Happening, pair: Pair) -> bool:
    """Whether two sources tell of a deed that does not come or go by itself."""
    sources = {side.statement.source for side in pair.sides}
    return None not in sources and len(sources) > 1 and deed.kind not in pair.index.lexicon.slots.vague


def _by_two(one: Happening, other: Happening, _: Pair) -> bool:
    """Whether somebody did not, and somebody else of a name did."""
    turned = one.negated != other.negated and one.kind == other.kind
    return turned and len({event.doer.head for event in (one, other) if event.doer and event.doer.named}) > 1


_BOTH_SO: Final[tuple[DeedRule, ...]] = (_turned_elsewhere, _not_yet, _by_two, _both_told, _one_long_past)
"""Why two clauses that exclude each other may both be so."""
