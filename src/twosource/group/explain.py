"""Why an article is in its story, in plain words."""

from typing import Final

from twosource.group.fits import Fit
from twosource.group.held import Change
from twosource.group.pairs import Seen, gap
from twosource.group.table import chance
from twosource.group.traits import Traits
from twosource.group.window import Window
from twosource.group.words import rarity

_MOST_WORDS: Final = 4
_TELLING: Final = 4.0
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CLOSE: Final = 0.1
_LEAST, _MOST = 0.01, 0.99  # nothing here is certain


def joined(window: Window, number: int, found: list[Fit]) -> Change:
    """An article joins the best of the stories that it could be in."""
    best = found[0]
    reason = f"fits this story ({_percent(best.odds)}): {facts(window, number, best.closest)}"
    return Change(
        kind="joined",
        article=window.traits[number].article,
        story=best.story,
        reason=reason + _refused(window, number, found[1:]),
    )


def started(window: Window, number: int, story: str, found: list[Fit]) -> Change:
    """An article starts a story."""
    reason = "no story in the window is alike enough" + _refused(window, number, found)
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
    left, right = window.ready(one), window.ready(other)
    days, shown = gap(left, right), dict(zip(left.traits.words, left.traits.shown, strict=False))
    found = [
        _list("name ", left.names & right.names, shown),
        _list(
            "tell of ", (left.weights.keys() & right.weights.keys()) - left.names - right.names - left.numbers, shown
        ),
        _plain("give the age ", left.ages & right.ages),
        _plain("name the street ", left.streets & right.streets),
        _counts(left, right, same=True),
        "share whole runs of words" if len(left.runs & right.runs) > _MOST_WORDS else "",
        "" if days is None else "appeared on one day" if days == 0 else f"appeared {days} day{'s' * (days > 1)} apart",
    ]
    return "both " + ", ".join(filter(None, found)) if any(found) else "their wording as a whole"


def doubts(window: Window, one: int, other: int) -> str:
    """What speaks against one event; the nearest thing to it where nothing does."""
    left, right = window.ready(one), window.ready(other)
    days = gap(left, right)
    found = [
        _differ("other ages", left.ages, right.ages),
        _differ("other streets", left.streets, right.streets),
        _differ("other people", left.people, right.people),
        _differ("other places", left.lead_places, right.lead_places),
        _counts(left, right, same=False),
        _differ("other weekdays", *(frozenset(_WEEKDAYS[day] for day in one.weekdays) for one in (left, right))),
        f"{days} days apart" if days is not None and days > 7 else "",  # noqa: PLR2004 - most reports of an event come within a week
    ]
    return ", ".join(filter(None, found)) or "too little in common"


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


def _differ(label: str, one: frozenset[str] | frozenset[int], other: frozenset[str] | frozenset[int]) -> str:
    if not one or not other or one & other:
        return ""
    sides = ("/".join(map(str, sorted(side, key=str)[:2])) for side in (one, other))
    return f"{label} ({' – '.join(sides)})"


def _counts(one: Seen, other: Seen, *, same: bool) -> str:
    for measure in sorted(one.counts.keys() & other.counts.keys()):
        left, right = one.counts[measure], other.counts[measure]
        agree = left[0] <= right[1] and right[0] <= left[1]
        if agree == same:
            return f"count {left[0]:g} {measure}" if same else f"other counts ({left[0]:g} – {right[0]:g} {measure})"
    return ""
