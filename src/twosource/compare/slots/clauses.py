"""What a clause tells by its deed and who takes part: who did it, what was held, in which room, what was hurt, at which hour, whether at all."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain, takewhile
from typing import Final

from twosource.compare.points.times import FINE
from twosource.compare.slots.fills import Fill, Reading, kinds_in
from twosource.language import labels
from twosource.language.lexicon import OppositionWords, Side
from twosource.model import Happening, Modality, Moment, Span

_FULL: Final = 2
"""Words of a name: more of them are titles and middle names."""


def doers(reading: Reading) -> Iterator[Fill]:
    """By whom a thing was done that is done once: found, overpowered, freed."""
    words = reading.words
    for event in reading.told():
        group = _group(event, words.acts)
        if group and event.doer and not reading.words.besides.search(event.clause.of(reading.text)):
            value = kinds_in(reading.named(event.doer), words.doers)
            thing = "" if group in words.of_nothing else reading.thing(event.done_to)
            if len(value) == 1 and (thing or group in words.of_nothing):
                told = Span(start=min(event.doer.span.start, event.clause.start), end=event.clause.end)
                yield reading.fill("doer", "agent", f"{group} {thing}", value, event.start, told)


def _group(event: Happening, table: Mapping[str, Collection[str]]) -> str:
    """Under which name of a table a clause's deed stands; "" for none."""
    forms = {event.kind, *event.wordings}
    return next((name for name, deeds in table.items() if not forms.isdisjoint(deeds)), "")


def held(reading: Reading) -> Iterator[Fill]:
    """What somebody has in his hand."""
    words = reading.words
    for event in reading.told():
        holds = event.wordings[-1:] and event.wordings[-1] in words.holding
        who = reading.called(event.doer) if holds else ""
        things = (kinds_in(thing, words.held) for verb, _, thing in (each.partition(" ") for each in event.wordings))
        value = next(filter(None, things), frozenset()) if who else frozenset()
        if value:
            yield reading.fill("held", "manner", who, value, event.start, event.clause)


def rooms(reading: Reading) -> Iterator[Fill]:
    """In which room something happened, or something was found."""
    words = reading.words
    for event in reading.told():
        group = _group(event, words.happening)
        rooms = kinds_in(" ".join(words.inside.findall(event.clause.of(reading.text))), words.rooms) if group else ()
        known = group not in words.of_something or reading.thing(event.done_to or event.doer) == words.found
        if len(rooms) == 1 and known:
            yield reading.fill("room", "place", group, rooms, event.start, event.clause)


def hurts(reading: Reading) -> Iterator[Fill]:
    """What part of the body somebody hurt."""
    words = reading.words
    for match in words.hurt.finditer(reading.text):
        event = reading.event_at(match.start())
        who = _hurt(event, reading) if event and not event.negated else ""
        if event and who and not reading.of_another(match.start()):
            parts = {part.lower() for part in words.any_part.findall(event.clause.of(reading.text))}
            yield reading.fill("hurt", "place", who, parts, match.start(), event.clause)


def _hurt(event: Happening, reading: Reading) -> str:
    """Who takes part and has a name, or else who does it."""
    parts = [part for part in (event.done_to, event.doer) if part]
    return reading.called(next((part for part in parts if part.named), parts[-1] if parts else None))


def hours(reading: Reading) -> Iterator[Fill]:
    """At which hour it happened, or on which day it was found."""
    paragraphs = (block.span for block in reading.article.blocks if block.kind == "paragraph" and block.repeats is None)
    for moment in reading.index.moments(reading.article.id, *paragraphs):
        told = [event for event in _around(reading, moment) if event.actual and not event.negated]
        named = next(filter(None, (_begun(reading, event, moment) for event in told)), "")
        if named and not reading.of_another(moment.start):
            yield reading.fill("hour", "time", named, {moment.earliest}, moment.start, told[0].clause, moment=moment)


def _around(reading: Reading, moment: Moment) -> list[Happening]:
    """The clauses around a time, the narrowest first; those of its sentence where it is the only one."""
    sentence = reading.sentence(moment.start)
    around = [event for event in reading.events if event.clause.start <= moment.start < event.clause.end]
    if len(reading.index.moments(reading.article.id, sentence)) == 1:
        beside = (event for event in reading.events if sentence.start <= event.start < sentence.end)
        around += [event for event in beside if event.main and event not in around]
    return around


def _begun(reading: Reading, event: Happening, moment: Moment) -> str:
    """Of what a clause with an hour tells, or of what it tells that it was found that day; "" for nothing of which there is one."""
    words = reading.words
    if moment.precision == "day":
        found = _group(event, words.acts) == words.finding and reading.thing(event.done_to) == words.found
        return f"{words.finding} {words.found}" if found else ""
    if moment.precision not in FINE:
        return ""
    begun = event.doer is not None and event.doer.head in words.incidents
    return _group(event, words.hours) or (words.start if begun else "")


def names(reading: Reading) -> Iterator[Fill]:
    """What the first name of somebody is who has the same surname and is told to be the same."""
    parts = (
        part for event in reading.events for part in (event.doer, event.done_to) if part and part.label == labels.PERSON
    )
    for part in parts:
        words = part.span.of(reading.text).replace(",", " ").split()
        name = list(takewhile(str.istitle, words[::-1]))[::-1]
        roles = {word for word in words if word.islower() and word.isalpha()} - reading.index.lexicon.source_nouns.kin
        for role in sorted(roles) if len(name) == _FULL else ():
            yield reading.fill("first name", "name", f"{role} {name[0][0]} {name[1]}", name[:1], part.start, part.span)


def states(reading: Reading) -> Iterator[Fill]:
    """Of two states or deeds that exclude each other for good, which it is: resigned or dismissed, passed or failed."""
    for event in reading.plain():
        table, told = reading.index.lexicon.opposition, event.clause.of(reading.text)
        side = _side(event, table)
        if side and not reading.words.besides.search(told):
            offices = (thing for word, thing in event.beside if word in reading.words.offices)
            which = None if table.every_charge.search(told) else event  # of all, it is of the other's too
            for who in filter(None, {reading.called(event.done_to or event.doer), *offices}):
                yield reading.fill(side.group, "polarity", who, {side.name}, event.start, event.clause, event=which)


def _side(event: Happening, table: OppositionWords) -> Side | None:
    """On which side of a group of which one is so once a clause stands, its "not" taken into account; None for none."""
    told = (event.kind, *event.wordings)
    forms = (f"{table.not_} {form}" for form in told) if event.negated else told
    sides = chain.from_iterable(table.sides_of_words.get(form, ()) for form in forms)
    return next((side for side in sides if side.group in table.once), None)


def deeds(reading: Reading) -> Iterator[Fill]:
    """Whether it was done at all: "no ransom was paid", "a ransom was paid"; what is denied is told with what it denies."""
    words = reading.words
    for event in reading.plain(Modality.ACTUAL, Modality.FUTURE):
        group = _group(event, words.undergone)
        often = event.kind in words.vague and event.kind not in words.once_done
        if event.reporting == "denied" or (not group and often) or _is_turned(reading, event):
            continue
        thing = reading.called(event.done_to or (None if group else event.doer))
        of = [f"{event.kind} {thing}"] if thing else []
        of += [group] if group and _is_of_all(reading, event) else []
        slot, value, by = f"deed {event.factuality.modality}", str(not event.negated), reading.called(event.doer)
        yield from (
            reading.fill(slot, "polarity", each, {value}, event.start, event.clause, by=by, event=event) for each in of
        )


def _is_of_all(reading: Reading, event: Happening) -> bool:
    """Whether it is told that it happened to nobody, or to some who have no name."""
    if event.negated:
        return bool(reading.words.nobody.search(event.clause.of(reading.text)))
    return event.done_to is not None and not event.done_to.named


def _is_turned(reading: Reading, event: Happening) -> bool:
    """Whether a "not" stands in a clause that tells that it happened, it is a noun, or it speaks of others besides."""
    text, noun = reading.text, event.span.of(reading.text).lower() in reading.index.lexicon.predicates.nouns
    states = reading.index.lexicon.predicates.states
    around = Span(start=reading.sentence(event.start).start, end=event.clause.end)
    not_told = reading.words.not_told.search(text[event.clause.start : event.end])
    turned = not event.negated and reading.is_not(around)
    return (
        noun
        or turned
        or not states.isdisjoint(event.wordings[-1:])
        or bool(not_told)
        or bool(reading.words.besides.search(event.clause.of(text)))
    )
