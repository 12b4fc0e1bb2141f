"""Why an article is in its story, in plain words."""

from typing import Final, TypeVar

from twosource.group.fits import Fit
from twosource.group.held import Change
from twosource.group.table import chance
from twosource.group.traits import Traits
from twosource.group.window import Window
from twosource.text.word_rarity import rarity

T = TypeVar("T", str, int)
_MOST_WORDS: Final = 4
_TELLING: Final = 4.0
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CLOSE: Final = 0.1
_LEAST, _MOST = 0.01, 0.99  # nothing here is certain


def joined(window: Window, number: int, found: list[Fit]) -> Change:
    """An article joins the best of the stories that it could be in."""
    best = found[0]
    reason = f"fits this story ({_percent(best.odds)}): {facts(window, number, best.closest)}"
    reason += _refused(window, number, found[1:]) + _several(window.traits[number])
    return Change(kind="joined", article=window.traits[number].article, story=best.story, reason=reason)


def started(window: Window, number: int, story: str, found: list[Fit]) -> Change:
    """An article starts a story."""
    reason = (
        "no story in the window is alike enough" + _refused(window, number, found) + _several(window.traits[number])
    )
    return Change(kind="started", article=window.traits[number].article, story=story, reason=reason)


def too_short(traits: Traits, story: str) -> Change:
    """An article with too little text to say what it is about."""
    reason = f"stays alone: {traits.size} telling words are too few to say which event it is about"
    return Change(kind="started", article=traits.article, story=story, reason=reason)


def corrected(article: str, story: str, before: str | None) -> Change:
    """An article goes where a person put it."""
    return Change(
        kind="moved" if before else "joined", article=article, story=story, from_story=before, reason="put here by hand"
    )


def moved(window: Window, number: int, best: Fit, own: Fit) -> Change:
    """An article goes to a story that it fits better."""
    reason = (
        f"fits this story better ({_percent(best.odds)}): {facts(window, number, best.closest)}; "
        f"the story it was in: {_percent(own.odds)}, {doubts(window, number, own.closest)}"
    )
    article, before = window.traits[number].article, window.story[number]
    return Change(kind="moved", article=article, story=best.story, from_story=before, reason=reason)


def left(window: Window, number: int, story: str, own: Fit) -> Change:
    """An article leaves a story that it does not fit any more."""
    reason = f"does not fit the story as it grew ({_percent(own.odds)}): {doubts(window, number, own.closest)}"
    article = window.traits[number].article
    return Change(kind="split", article=article, story=story, from_story=window.story[number], reason=reason)


def split_off(window: Window, number: int, story: str, stay: list[int]) -> Change:
    """An article leaves with others."""
    closest = max(stay, key=lambda other: (window.odds(number, other), -other))
    reason = f"the story fell into parts that do not fit each other: {doubts(window, number, closest)}"
    article = window.traits[number].article
    return Change(kind="split", article=article, story=story, from_story=window.story[number], reason=reason)


def merged(window: Window, number: int, story: str, pair: tuple[int, int], odds: float) -> Change:
    """An article goes with its whole story into an older one."""
    reason = f"its story and this one fit each other ({_percent(odds)}): {facts(window, *pair)}"
    article = window.traits[number].article
    return Change(kind="merged", article=article, story=story, from_story=window.story[number], reason=reason)


def facts(window: Window, one: int, other: int) -> str:
    """What two articles have in common that tells."""
    left, right = window.traits[one], window.traits[other]
    days, shown = _gap(left, right), dict(zip(left.words, left.shown, strict=False))
    names, words = _both(left.names, right.names), _both(left.words, right.words)
    told = {word for word in words if word not in left.names and word not in right.names and not word[0].isdigit()}
    found = [
        _list("name ", names, shown),
        _list("tell of ", told, shown),
        _plain("give the age ", _both(left.ages, right.ages)),
        _plain("name the street ", _both(left.streets, right.streets)),
        _counts(left, right, same=True),
        "share whole runs of words" if len(_both(left.runs, right.runs)) > _MOST_WORDS else "",
        "" if days is None else "appeared on one day" if days == 0 else f"appeared {days} day{'s' * (days > 1)} apart",
    ]
    return "both " + ", ".join(filter(None, found)) if any(found) else "their wording as a whole"


def doubts(window: Window, one: int, other: int) -> str:
    """What speaks against one event; the nearest thing to it where nothing does."""
    left, right = window.traits[one], window.traits[other]
    days = _gap(left, right)
    found = [
        _differ("other ages", left.ages, right.ages),
        _differ("other streets", left.streets, right.streets),
        _differ("other people", left.people, right.people),
        _differ("other places", left.lead_places, right.lead_places),
        _counts(left, right, same=False),
        _differ("other weekdays", *(tuple(_WEEKDAYS[day] for day in side.weekdays) for side in (left, right))),
        f"{days} days apart" if days is not None and days > 7 else "",  # noqa: PLR2004 - most reports of an event come within a week
    ]
    return ", ".join(filter(None, found)) or "too little in common"


def _gap(one: Traits, other: Traits) -> int | None:
    return None if one.day is None or other.day is None else abs(one.day - other.day)


def _both(one: tuple[T, ...], other: tuple[T, ...]) -> frozenset[T]:
    return frozenset(one).intersection(other)


def _several(traits: Traits) -> str:
    return "; a page that tells of several events: it draws no other to it" if traits.round_up else ""


def _refused(window: Window, number: int, others: list[Fit]) -> str:
    """Why not the next best story, where it came close."""
    if not others or chance(others[0].odds) < _CLOSE:
        return ""
    other = others[0]
    near = window.traits[other.closest].article
    return f"; story {other.story} came close ({_percent(other.odds)}, by {near}), but: {doubts(window, number, other.closest)}"


def _percent(odds: float) -> str:
    return f"{100 * min(max(chance(odds), _LEAST), _MOST):.0f} %"


def _list(label: str, words: frozenset[str] | set[str], shown: dict[str, str]) -> str:
    telling = sorted((word for word in words if rarity(word) > _TELLING), key=lambda word: (-rarity(word), word))
    return label + ", ".join(shown.get(word, word) for word in telling[:_MOST_WORDS]) if telling else ""


def _plain(label: str, things: frozenset[str] | frozenset[int]) -> str:
    return label + ", ".join(sorted(map(str, things))[:_MOST_WORDS]) if things else ""


def _differ(label: str, one: tuple[str, ...] | tuple[int, ...], other: tuple[str, ...] | tuple[int, ...]) -> str:
    if not one or not other or not frozenset(one).isdisjoint(other):
        return ""
    sides = ("/".join(map(str, sorted(side, key=str)[:2])) for side in (one, other))
    return f"{label} ({' – '.join(sides)})"


def _counts(one: Traits, other: Traits, *, same: bool) -> str:
    left, right = ({measure: (low, high) for measure, low, high in side.counts} for side in (one, other))
    for measure in sorted(left.keys() & right.keys()):
        ours, theirs = left[measure], right[measure]
        agree = ours[0] <= theirs[1] and theirs[0] <= ours[1]
        if agree == same:
            return f"count {ours[0]:g} {measure}" if same else f"other counts ({ours[0]:g} – {theirs[0]:g} {measure})"
    return ""
