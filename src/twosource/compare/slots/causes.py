"""What is told as the cause of something, behind a word for it ("caused by"), or before one ("led to")."""

import re
from collections.abc import Iterator
from typing import Final

from twosource.compare.slots.fills import Fill, Reading, kinds_in
from twosource.model import Span

_NEAR: Final = 90
"""Code points before or behind a cue in which a cause, or what comes of it, stands."""
_BEFORE: Final = 30
"""Code points before a cue in which its "not" stands."""
_ENDS: Final = re.compile(r"[;:,?!\n“”\"()]")
_INCIDENT: Final = "incident"


def causes(reading: Reading) -> Iterator[Fill]:
    """What caused it, with what that came of it: an incident, a death, an illness, a closure."""
    words = reading.words
    for pattern, behind in ((words.cause_behind, True), (words.cause_before, False)):
        for match in pattern.finditer(reading.text):
            yield from _at(reading, Span(start=match.start(), end=match.end()), behind=behind)


def _at(reading: Reading, cue: Span, *, behind: bool) -> Iterator[Fill]:
    before, after = _around(reading, cue)
    cause, effect = (after, before) if behind else (before, after)
    value = kinds_in(cause.of(reading.text), reading.words.causes)
    if not value or _is_no_cause(reading, cue, before, after):
        return
    event = reading.event_at(cue.start)
    whole = Span(start=before.start, end=after.end)
    thing = reading.called(event.done_to or event.doer) if event else ""
    for of in sorted(_effects(reading, cue, effect, cause if behind else None)):
        whose = thing if of in reading.words.of_each else ""
        if whose or of not in reading.words.of_each:
            hedged = event is not None and not event.actual
            yield reading.fill("cause", "reason", f"{of} {whose}", value, cue.start, whole, hedged=hedged)


def _around(reading: Reading, cue: Span) -> tuple[Span, Span]:
    """What stands before and behind a cue, up to the nearest comma or stop."""
    sentence, text = reading.sentence(cue.start), reading.text
    first, last = max(sentence.start, cue.start - _NEAR), min(max(sentence.end, cue.end), cue.end + _NEAR)
    if first > sentence.start:
        first = text.find(" ", first, cue.start) + 1 or cue.start
    stops = [match.end() for match in _ENDS.finditer(text, first, cue.start)]
    stop = _ENDS.search(text, cue.end, last)
    return Span(start=stops[-1] if stops else first, end=cue.start), Span(
        start=cue.end, end=stop.start() if stop else last
    )


def _effects(reading: Reading, cue: Span, effect: Span, other: Span | None) -> frozenset[str]:
    """Of what it is the cause: as the cue or the words on its other side say, or what stands behind it: "blamed wiring for the fire", or else the headline and the opening."""
    text, effects = reading.text, reading.words.effects
    found = kinds_in(f"{cue.of(text)} {effect.of(text)}", effects)
    if _INCIDENT in found:
        return frozenset({_INCIDENT})
    if not found and reading.words.pointing.search(effect.of(text)):
        return frozenset({_INCIDENT})
    found = found or (kinds_in(other.of(text), effects) if other else frozenset())
    return found or kinds_in(reading.opening, effects) & {_INCIDENT}


def _is_no_cause(reading: Reading, cue: Span, before: Span, after: Span) -> bool:
    """Whether it is only asked, is said not to be so, or is told of another event."""
    near = Span(start=max(before.start, cue.start - _BEFORE), end=after.end)
    asked = reading.words.asked.search(reading.text, reading.sentence(cue.start).start, cue.start)
    return bool(asked) or reading.is_not(near) or reading.of_another(cue.start)
