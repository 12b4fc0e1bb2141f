"""Why an article is in its story."""

from collections.abc import Iterator
from typing import Final, TypeVar

from twosource.group.fits import Fit
from twosource.group.held import Change, ChangeKind
from twosource.group.table import chance
from twosource.group.traits import Traits
from twosource.group.window import Window
from twosource.text.prose import TOLD_IN, reason_words
from twosource.text.reasons import Reason, worded
from twosource.text.word_rarity import rarity

T = TypeVar("T", str, int)
_MOST_WORDS: Final = 4
_TELLING: Final = 4.0
_WEEK: Final = 7  # days: most reports of an event come within them
_CLOSE: Final = 0.1
_LEAST, _MOST = 0.01, 0.99  # nothing here is certain


def joined(window: Window, number: int, found: list[Fit]) -> Change:
    """An article joins the best of the stories that it could be in."""
    best = found[0]
    reason = Reason(
        "group.joined",
        odds=_percent(best.odds),
        facts=facts(window, number, best.closest),
        but=_refused(window, number, found[1:]),
        several=_several(window.traits(number)),
    )
    return _change("joined", window, number, best.story, reason, None)


def started(window: Window, number: int, story: str, found: list[Fit]) -> Change:
    """An article starts a story."""
    several = _several(window.traits(number))
    reason = Reason("group.started", but=_refused(window, number, found), several=several)
    return _change("started", window, number, story, reason, None)


def too_short(traits: Traits, story: str) -> Change:
    """An article with too little text to say what it is about."""
    reason = worded(Reason("group.too_short", words=traits.size), TOLD_IN)
    return Change(kind="started", article=traits.article, story=story, reason=reason)


def corrected(article: str, story: str, before: str | None) -> Change:
    """An article goes where a person put it."""
    kind: ChangeKind = "moved" if before else "joined"
    reason = worded(Reason("group.by_hand"), TOLD_IN)
    return Change(kind=kind, article=article, story=story, from_story=before, reason=reason)


def moved(window: Window, number: int, best: Fit, own: Fit) -> Change:
    """An article goes to a story that it fits better."""
    reason = Reason(
        "group.moved",
        odds=_percent(best.odds),
        facts=facts(window, number, best.closest),
        own=_percent(own.odds),
        doubts=doubts(window, number, own.closest),
    )
    return _change("moved", window, number, best.story, reason, window.story[number])


def left(window: Window, number: int, story: str, own: Fit) -> Change:
    """An article leaves a story that it does not fit any more."""
    reason = Reason("group.left", odds=_percent(own.odds), doubts=doubts(window, number, own.closest))
    return _change("split", window, number, story, reason, window.story[number])


def split_off(window: Window, number: int, story: str, stay: list[int]) -> Change:
    """An article leaves with others."""
    closest = max(stay, key=lambda other: (window.odds(number, other), -other))
    reason = Reason("group.split", doubts=doubts(window, number, closest))
    return _change("split", window, number, story, reason, window.story[number])


def merged(window: Window, number: int, story: str, pair: tuple[int, int], odds: float) -> Change:
    """An article goes with its whole story into an older one."""
    reason = Reason("group.merged", odds=_percent(odds), facts=facts(window, *pair))
    return _change("merged", window, number, story, reason, window.story[number])


def _change(kind: ChangeKind, window: Window, number: int, story: str, reason: Reason, before: str | None) -> Change:
    told, article = worded(reason, TOLD_IN), window.article[number]
    return Change(kind=kind, article=article, story=story, from_story=before, reason=told)


def facts(window: Window, one: int, other: int) -> Reason:
    """What two articles have in common that tells."""
    every = tuple(_in_common(window.traits(one), window.traits(other)))
    return Reason("group.both", facts=every) if every else Reason("group.wording")


def _in_common(left: Traits, right: Traits) -> Iterator[Reason]:
    shown = dict(zip(left.words, left.shown, strict=False))
    names, words = _both(left.names, right.names), _both(left.words, right.words)
    told = {word for word in words if word not in left.names and word not in right.names and not word[0].isdigit()}
    if listed := _telling(names, shown):
        yield Reason("group.name", words=listed)
    if listed := _telling(told, shown):
        yield Reason("group.tell_of", words=listed)
    if ages := _plain(_both(left.ages, right.ages)):
        yield Reason("group.age", ages=ages)
    if streets := _plain(_both(left.streets, right.streets)):
        yield Reason("group.street", streets=streets)
    for measure, number, _ in _counts(left, right, same=True):
        yield Reason("group.count", number=number, measure=measure)
    if len(_both(left.runs, right.runs)) > _MOST_WORDS:
        yield Reason("group.runs")
    days = _gap(left, right)
    if days is not None:
        yield Reason("group.days", days=days) if days else Reason("group.one_day")


def doubts(window: Window, one: int, other: int) -> Reason:
    """What speaks against one event; the nearest thing to it where nothing does."""
    every = tuple(_apart(window.traits(one), window.traits(other)))
    return Reason("group.doubts", doubts=every) if every else Reason("group.too_little")


def _apart(left: Traits, right: Traits) -> Iterator[Reason]:
    yield from _other(Reason("group.ages"), left.ages, right.ages)
    yield from _other(Reason("group.streets"), left.streets, right.streets)
    yield from _other(Reason("group.people"), left.people, right.people)
    yield from _other(Reason("group.places"), left.lead_places, right.lead_places)
    for measure, one, other in _counts(left, right, same=False):
        yield Reason("group.other_counts", one=one, other=other, measure=measure)
    names = reason_words(TOLD_IN).weekdays
    yield from _other(Reason("group.weekdays"), *(tuple(names[day] for day in side.weekdays) for side in (left, right)))
    days = _gap(left, right)
    if days is not None and days > _WEEK:
        yield Reason("group.days_apart", days=days)


def _gap(one: Traits, other: Traits) -> int | None:
    return None if one.day is None or other.day is None else abs(one.day - other.day)


def _both(one: tuple[T, ...], other: tuple[T, ...]) -> frozenset[T]:
    return frozenset(one).intersection(other)


def _several(traits: Traits) -> Reason | str:
    return Reason("group.round_up") if traits.round_up else ""


def _refused(window: Window, number: int, others: list[Fit]) -> Reason | str:
    """Why not the next best story, where it came close."""
    if not others or chance(others[0].odds) < _CLOSE:
        return ""
    other = others[0]
    return Reason(
        "group.close",
        story=other.story,
        odds=_percent(other.odds),
        article=window.article[other.closest],
        doubts=doubts(window, number, other.closest),
    )


def _percent(odds: float) -> float:
    return 100 * min(max(chance(odds), _LEAST), _MOST)


def _telling(words: frozenset[str] | set[str], shown: dict[str, str]) -> str:
    telling = sorted((word for word in words if rarity(word) > _TELLING), key=lambda word: (-rarity(word), word))
    return ", ".join(shown.get(word, word) for word in telling[:_MOST_WORDS])


def _plain(things: frozenset[str] | frozenset[int]) -> str:
    return ", ".join(sorted(map(str, things))[:_MOST_WORDS])


def _other(
    things: Reason, one: tuple[str, ...] | tuple[int, ...], other: tuple[str, ...] | tuple[int, ...]
) -> Iterator[Reason]:
    """That both name such things, and none of them are the same."""
    if one and other and frozenset(one).isdisjoint(other):
        ours, theirs = ("/".join(map(str, sorted(side, key=str)[:2])) for side in (one, other))
        yield Reason("group.other", things=things, one=ours, other=theirs)


def _counts(one: Traits, other: Traits, *, same: bool) -> Iterator[tuple[str, float, float]]:
    """The first measure of which both count the same, or not the same, with the least that each counts."""
    left, right = ({measure: (low, high) for measure, low, high in side.counts} for side in (one, other))
    for measure in sorted(left.keys() & right.keys()):
        ours, theirs = left[measure], right[measure]
        if (ours[0] <= theirs[1] and theirs[0] <= ours[1]) == same:
            yield measure, ours[0], theirs[0]
            return
