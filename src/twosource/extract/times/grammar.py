"""Finds expressions of time by the grammar in ``times.yml``; says nothing yet of when they are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Final

from twosource.language.resources import load

LISTS: Final = (
    "months",
    "weekdays",
    "numbers",
    "ordinals",
    "units",
    "parts",
    "seasons",
    "holidays",
    "narrowings",
    "zones",
)
NAMED: Final = {
    "@month": "months",
    "@weekday": "weekdays",
    "@part": "parts",
    "@holiday": "holidays",
    "@season": "seasons",
}
BLANK: Final = r"\s{1,4}"
LONGEST_SENTENCE: Final = 4_000
FULL_STOP: Final = re.compile(r"(?:\b(?:may|june|july|march|april)|\d ?[ap]m)\.$", re.IGNORECASE)
"""A full stop behind a word that is no abbreviation ends a sentence."""
FIRST_WORD: Final = re.compile(r"[a-z]+|#")


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One expression: its place, how it is read, and its named pieces in lower case with single blanks."""

    start: int
    end: int
    kind: str
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A pattern of the grammar and the words of which at least one stands in any sentence it can match."""

    kind: str
    triggers: frozenset[str]
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled on first use: all forty at once would cost a third of a second."""
        return re.compile(self.source, re.IGNORECASE)


@cache
def rules() -> tuple[Rule, ...]:
    """The grammar, compiled once."""
    grammar = load("times")
    pieces = _pieces(grammar)
    return tuple(
        Rule(kind=rule["kind"], triggers=_triggers(grammar, rule["triggers"]), source=_whole(rule["pattern"], pieces))
        for rule in grammar["rules"]
    )


@cache
def _by_trigger() -> dict[str, tuple[int, ...]]:
    """The places of the rules that a word may begin."""
    found: dict[str, list[int]] = {}
    for order, rule in enumerate(rules()):
        for word in rule.triggers:
            found.setdefault(word, []).append(order)
    return {word: tuple(orders) for word, orders in found.items()}


def _triggered(words: set[str]) -> list[tuple[int, Rule]]:
    every, known = rules(), _by_trigger()
    return [(order, every[order]) for order in sorted({order for word in words for order in known.get(word, ())})]


def atoms(text: str, first: int, last: int) -> tuple[Atom, ...]:
    """All expressions of ``text[first:last]``, a sentence: leftmost, longest, earliest rule, not overlapping."""
    if last - first > LONGEST_SENTENCE:
        return tuple(
            atom
            for start in range(first, last, LONGEST_SENTENCE)
            for atom in atoms(text, start, min(last, start + LONGEST_SENTENCE))
        )
    words = set(FIRST_WORD.findall(re.sub(r"\d", "#", text[first:last].lower())))
    found = [
        (match.start(), -match.end(), order, rule.kind, match)
        for order, rule in _triggered(words)
        for match in rule.pattern.finditer(text, first, last)
    ]
    found.sort(key=lambda one: one[:3])
    return tuple(_leftmost(found))


def _leftmost(found: list[tuple[int, int, int, str, re.Match[str]]]) -> Iterator[Atom]:
    end = -1
    for start, minus_end, _, kind, match in found:
        if start >= end:
            end = -minus_end - bool(FULL_STOP.search(match[0]))
            parts = {name: " ".join(value.lower().split()) for name, value in match.groupdict().items() if value}
            yield Atom(start=start, end=end, kind=kind, parts=parts)


def _triggers(grammar: Any, names: list[str]) -> frozenset[str]:  # noqa: ANN401 - a file of our own
    """The first plain word of each trigger."""
    words: set[str] = set()
    for name in names:
        entries = grammar[NAMED[name]] if name in NAMED else [name]
        words.update(FIRST_WORD.findall(entry.lower())[0] for entry in map(str, entries))
    return frozenset(words)


def _pieces(grammar: Any) -> dict[str, str]:  # noqa: ANN401 - a file of our own
    """Every {name} of the patterns, as a pattern; longer words before shorter."""
    found = {
        name: "|".join(
            re.escape(str(word)).replace("\\ ", " ").replace("\\-", "[- ]")
            for word in sorted(grammar[name], key=lambda w: (-len(w), w))
        )
        for name in LISTS
    }
    found |= {
        "ordinal": f"(?:{found['ordinals']})",
        "yyyy": r"(?:1[5-9]|20)\d\d",
        "year2": r"(?P<year>(?:1[5-9]|20)\d\d)",
    }
    for name, piece in grammar["pieces"].items():
        found[name] = _filled(piece, found)
    return found


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z]\w*)\}", lambda name: pieces[name[1]], pattern)


def _whole(pattern: str, pieces: Mapping[str, str]) -> str:
    whole = _filled(pattern, pieces)
    blanked = re.sub(r"(?<!\[-) (?!\])", lambda _: BLANK, whole).replace(f"{BLANK}?", r"\s{0,4}")
    blanked = blanked.replace(f",?{BLANK}", rf"(?:\s?,)?{BLANK}")
    return rf"(?:(?<![\w$€£.,/:-])(?<!\d[-–])|(?<=\bmid-))(?:{blanked})(?!\w)"
