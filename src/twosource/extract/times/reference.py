"""What a time is counted from: the article's own date, what was spoken of before, and which way the verb looks."""

from dataclasses import dataclass
from datetime import date
from datetime import time as day_time
from functools import cache
from typing import Final, Literal

from twosource.language.labels import (
    APPOSITION,
    AUXILIARIES,
    OBJECTS,
    PASSIVE_SUBJECTS,
    PREDICATIVES,
    PREPOSED,
    PREPOSITIONS,
)
from twosource.language.resources import load
from twosource.language.tree import Tree
from twosource.model import Article
from twosource.text.times import Window, moved

Leaning = Literal["past", "future", "open"]
LONGEST_CLIMB: Final = 12
COMPLEMENTS: Final = frozenset({"acomp", "attr", "oprd", "xcomp"})
"""What a helper verb before it belongs to: "had been due to meet"."""
TEMPORAL: Final = frozenset({"npadvmod", "tmod"})
PRESENT: Final = frozenset({"VBP", "VBZ"})
DETERMINING: Final = frozenset({"det", "amod"})
BARE_TIMES: Final = TEMPORAL | {*OBJECTS, *PASSIVE_SUBJECTS}
MADE: Final = frozenset({*TEMPORAL, *OBJECTS, *PREDICATIVES, APPOSITION, PREPOSED})
"""By which "a day of rest" hangs from "declared Friday a day of rest", as parsers differ."""
FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 9000
"""Dates beyond these are mistakes, and would run over the calendar's ends."""
EVENING: Final = 17
ISO_DAY: Final = 10
ISO_MINUTE: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The article's own day, and the time of day if it gives one, on the clock of its own zone."""

    day: date
    time: day_time | None = None


@dataclass(slots=True, kw_only=True)
class Spoken:
    """What was spoken of last: times that later ones are counted from. ``near`` is forgotten with the paragraph."""

    window: Window | None = None
    day: date | None = None
    quarter: Window | None = None
    month: Window | None = None
    year: int | None = None
    begun: date | None = None
    near: date | None = None

    def in_evening(self) -> bool:
        """Whether an evening or a night was spoken of last."""
        return self.window is not None and self.window.precision == "part of day" and self.window.first.hour >= EVENING

    def heard(self, window: Window, clock: Clock | None) -> None:
        """Remember a resolved time; a quarter only if it has ended, as reports compare those."""
        if window.precision == "quarter" and clock and window.last.date() > moved(clock.day, 31):
            return
        self.window = window
        match window.precision:
            case "minute" | "hour" | "part of day" | "day":
                self.day = self.near = window.day
            case "quarter":
                self.quarter = window
            case "month":
                self.month = window
            case "year":
                self.year = window.first.year
            case _:
                pass


def clocks_of(article: Article) -> tuple[Clock, ...]:
    """The article's own time: one clock, two (the ends) where its date is a range, none where it has no date."""
    if article.published:
        clock = _clock(article.published)
        return (clock,) if clock else ()
    if article.date_range:
        ends = [_clock(day) for day in sorted(set(article.date_range))]
        return tuple(clock for clock in ends if clock)
    return ()


def _clock(text: str) -> Clock | None:
    """Read an ISO date with or without time; None where it is neither."""
    try:
        day = date.fromisoformat(text[:ISO_DAY])
    except ValueError:
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    try:
        return Clock(
            day=day, time=day_time.fromisoformat(text[ISO_DAY + 1 : ISO_MINUTE]) if len(text) >= ISO_MINUTE else None
        )
    except ValueError:
        return Clock(day=day)


@cache
def _tenses() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("tenses").items()}


def leaning(tree: Tree, row: int, *, day: bool = True) -> Leaning:
    """Whether the verb that governs a token tells of the past, of the future, or leaves it open.

    Args:
        tree: The block's.
        row: The token at which the time stands.
        day: Whether the time is a day, for which things are set; figures are told for longer times ("sales for April").
    """
    lists = _tenses()
    if day and _appointed(tree, row, lists):
        return "future"
    direct = True
    row = tree.heads[row] if tree.pos[row] == "DET" else row
    for _ in range(LONGEST_CLIMB):
        if tree.lemmas[row] in lists["future adjectives"] and tree.pos[row] == "ADJ":
            return "future"
        if tree.pos[row] in {"VERB", "AUX"}:
            found = _of_verb(tree, row, lists)
            return found if direct or found == "future" else "open"
        head = tree.heads[row]
        if head == row:
            break
        direct = direct and not (tree.pos[head] in {"NOUN", "PROPN"} and tree.deps[head] not in TEMPORAL)
        row = head
    return "open"


def _appointed(tree: Tree, row: int, lists: dict[str, frozenset[str]]) -> bool:
    """Reads "declared Friday a day of rest", "set Friday as the deadline", "called a strike for Friday".

    So is what somebody plans in the present, "plans a march on Friday", but not "expects a loss after the fire on Friday".
    Not "declared Friday a state of emergency", where the day is that of the declaring, and not what had been declared.
    """
    place = row
    while tree.deps[row] in DETERMINING and tree.heads[row] != row:
        row = tree.heads[row]
    head = tree.heads[row]
    behind_preposition = tree.deps[row] == PREPOSED
    purpose = behind_preposition and tree.lemmas[head] in lists["prepositions of a plan"]
    verb = tree.heads[head] if behind_preposition else head
    if behind_preposition and tree.deps[verb] in OBJECTS:
        verb = tree.heads[verb]
    if tree.lemmas[verb] in lists["future verbs"] and tree.tags[verb] in PRESENT:
        beside = (tree.heads[row] if behind_preposition else place) - 1
        return beside == verb or (tree.heads[beside] == verb and tree.deps[beside] in OBJECTS)
    helpers = [child for child in tree.children[verb] if tree.deps[child] in AUXILIARIES]
    if verb == row or any(tree.lemmas[one] == "have" and tree.tags[one] == "VBD" for one in helpers):
        return False
    if purpose:
        held = any(tree.deps[c] in OBJECTS or tree.deps[c] in PASSIVE_SUBJECTS for c in tree.children[verb])
        return held and tree.lemmas[verb] in lists["verbs that set a day"]
    if tree.lemmas[verb] not in lists["verbs that make a day something"] or tree.deps[row] not in BARE_TIMES:
        return False
    behind = [child for one in (verb, row) for child in tree.children[one] if child > row]
    behind += [two for one in behind if tree.deps[one] in PREPOSITIONS for two in tree.children[one][:1]]
    return any(tree.lemmas[one] in lists["what a day is made"] for one in behind if tree.deps[one] in MADE)


def _of_verb(tree: Tree, row: int, lists: dict[str, frozenset[str]]) -> Leaning:
    helpers = {tree.lemmas[child] for child in tree.children[row] if tree.deps[child] in {"aux", "auxpass"}}
    past_helper = any(
        tree.tags[child] == "VBD" for child in tree.children[row] if tree.deps[child] in {"aux", "auxpass", "cop"}
    )
    if helpers & lists["future helpers"] or _may_come(tree, row, helpers, lists):
        return "future"
    if "to" in helpers:
        return _of_infinitive(tree, tree.heads[row], lists)
    if tree.lemmas[row] in lists["future verbs"] and (tree.tags[row] == "VBN" or "be" in helpers):
        return "future"
    if tree.tags[row] == "VBD" or past_helper or "have" in helpers:
        return "past"
    return "open"


def _may_come(tree: Tree, row: int, helpers: set[str], lists: dict[str, frozenset[str]]) -> bool:
    """Reads "would stay shut", "could resume"; not "would have stayed", "would not say", "could hear", "could not return"."""
    if "have" in helpers:
        return False
    denied = any(tree.deps[child] == "neg" for child in tree.children[row])
    if helpers & lists["helpers of a plan"]:
        return not (denied and tree.lemmas[row] in lists["what is refused"])
    return "could" in helpers and not denied and tree.lemmas[row] in lists["what could come"]


def _of_infinitive(tree: Tree, head: int, lists: dict[str, frozenset[str]]) -> Leaning:
    """Reads "is scheduled to meet", "is to meet"; of "had been due to meet" the past."""
    if any(
        tree.lemmas[c] == "have" and tree.tags[c] == "VBD"
        for row in ((head, tree.heads[head]) if tree.deps[head] in COMPLEMENTS else (head,))
        for c in tree.children[row]
    ):
        return "past"
    is_to = tree.lemmas[head] == "be" and tree.tags[head] in {"VBZ", "VBP"}
    return "future" if tree.lemmas[head] in lists["future verbs"] or is_to else "open"
