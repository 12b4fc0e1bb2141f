"""A long stream of events for measuring rate and memory, made of the labelled ones.

Each round tells all events once more, as other events: its names, people, streets, places, rarer words, figures and
ages are exchanged for others from the articles' own pools, words for words that are about as rare; all articles of one
event by the same exchange. Its days are shifted as a whole, so that its articles keep their distance. Common words stay.
So new stories keep coming at the rate of the sets (3 articles each), share words and names by chance as they do there,
and the gold stories are known.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from zlib import crc32

from grouping_data import Labelled
from twosource.group.traits import Traits
from twosource.text.word_rarity import rarity

A_DAY = 100
COMMON = 2.5
LONGEST = 60
NEIGHBOURS = 400
FIRST_DAY = 730_000


@dataclass(frozen=True, kw_only=True)
class Pools:
    """What is exchanged for what: words by rarity, names and other words apart; people, streets and places."""

    names: list[str]
    words: list[str]
    people: list[str]
    streets: list[str]
    places: list[str]


def stream(rows: list[tuple[Labelled, Traits]], size: int) -> Iterator[tuple[str, Traits]]:
    """So many articles in order of arrival, each with its event."""
    events: dict[str, list[Traits]] = defaultdict(list)
    for label, traits in rows:
        events[f"{label.set} {label.event}"].append(traits)
    pools = _pools([traits for _, traits in rows])
    found: list[tuple[int, int, str, Traits]] = []
    turn = 0
    while len(found) < size:
        for event in sorted(events, key=lambda event: crc32(f"{turn} {event}".encode())):
            start = FIRST_DAY + len(found) // A_DAY
            first = min((one.day for one in events[event] if one.day is not None), default=0)
            for one in events[event]:
                day = start + min(one.day - first, LONGEST) if one.day is not None else None
                other = _exchanged(one, f"{event} {turn}", turn, pools, start - first)
                arrives = day if day is not None else start
                found.append((arrives, crc32(other.article.encode()), f"{event} {turn}", replace(other, day=day)))
        turn += 1
    for _, _, event, one in sorted(found, key=lambda row: row[:3])[:size]:
        yield event, one


def _pools(traits: list[Traits]) -> Pools:
    names = {word for one in traits for word in one.names}
    words = {word for one in traits for word in one.words} - names
    return Pools(
        names=sorted(names, key=lambda word: (rarity(word), word)),
        words=sorted(words, key=lambda word: (rarity(word), word)),
        people=sorted({name for one in traits for name in one.people}),
        streets=sorted({name for one in traits for name in one.streets}),
        places=sorted({name for one in traits for name in one.places}),
    )


def _exchanged(one: Traits, event: str, turn: int, pools: Pools, shift: int) -> Traits:
    """The article as one of another event; unchanged but for its days in the first round."""
    moved = replace(
        one,
        article=f"{one.article}-{turn}",
        happened=None if one.happened is None else one.happened + shift,
        days=tuple(day + shift for day in one.days),
        weekdays=tuple(sorted((day + shift) % 7 for day in one.weekdays)),
    )
    if not turn:
        return moved
    names = frozenset(one.names)
    new = {word: _word(word, event, pools.names if word in names else pools.words) for word in one.words}
    order = {word: (times, shown) for word, times, shown in zip(one.words, one.times, one.shown, strict=True)}
    kept = {new[word]: order[word] for word in one.words}
    words = sorted(kept)

    def drawn(things: tuple[str, ...], pool: list[str]) -> tuple[str, ...]:
        return tuple(sorted({pool[crc32(f"{event} {thing}".encode()) % len(pool)] for thing in things}))

    step = crc32(event.encode())
    return replace(
        moved,
        words=tuple(words),
        times=tuple(kept[word][0] for word in words),
        shown=tuple(words),
        title=tuple(sorted({new[word] for word in one.title})),
        lead=tuple(sorted({new[word] for word in one.lead})),
        names=tuple(sorted({new[word] for word in one.names})),
        people=drawn(one.people, pools.people),
        ages=tuple(sorted({(age + step) % 80 for age in one.ages})),
        streets=drawn(one.streets, pools.streets),
        places=drawn(one.places, pools.places),
        lead_places=drawn(one.lead_places, pools.places),
        counts=tuple((measure, low + step % 3, high + step % 3) for measure, low, high in one.counts),
        runs=tuple(sorted((run + step) % 2**32 for run in one.runs)),
    )


def _word(word: str, event: str, pool: list[str]) -> str:
    """Another word that is about as rare; the same for all articles of the event. Common words stay."""
    if rarity(word) < COMMON:
        return word
    place = bisect_left(pool, (rarity(word), word), key=lambda one: (rarity(one), one))
    near = min(NEIGHBOURS, len(pool))
    first = min(max(place - near // 2, 0), len(pool) - near)
    return pool[first + crc32(f"{event} {word}".encode()) % near]
