"""Finds expressions of time by the grammar of a language (``times.yml``); says nothing yet of when they are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Final

from twosource.language import Lexicon
from twosource.language.words_times import TimeKind, TimeWords

BLANK: Final = r"\s{1,4}"
LONGEST_SENTENCE: Final = 4_000
FIRST_WORD: Final = re.compile(r"[a-z]+")
DIGITS: Final = re.compile(r"\d")
DIGIT: Final = "#"
"""Stands for any digit in a trigger: a date with slashes is looked for only where "#/#" stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One expression: its place, how it is read, and its named pieces in lower case with single blanks."""

    start: int
    end: int
    kind: TimeKind
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A pattern of the grammar and the words of which at least one stands in any sentence it can match."""

    kind: TimeKind
    triggers: frozenset[str]
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled on first use: all sixty at once would cost a third of a second."""
        return re.compile(self.source)


class Grammar:
    """The expressions of time of one language."""

    def __init__(self, words: TimeWords) -> None:
        """Put the patterns together; none is compiled yet."""
        self._sentence_end = words.sentence_end
        lists = _lists(words)
        pieces = _pieces(words, lists)
        self._rules = tuple(
            Rule(
                kind=rule.kind,
                triggers=_triggers(lists, rule.triggers),
                source=_whole(rule.pattern, pieces, words.glued),
            )
            for rule in words.rules
        )

    @cached_property
    def _by_trigger(self) -> dict[str, tuple[int, ...]]:
        """The places of the rules that a word, or a shape of digits, may begin."""
        found: dict[str, list[int]] = {}
        for order, rule in enumerate(self._rules):
            for word in rule.triggers:
                found.setdefault(word, []).append(order)
        return {word: tuple(orders) for word, orders in found.items()}

    @cached_property
    def _shapes(self) -> tuple[str, ...]:
        """The triggers that are shapes of digits."""
        return tuple(trigger for trigger in self._by_trigger if DIGIT in trigger)

    def _triggered(self, sentence: str) -> list[int]:
        """The rules of which a trigger stands in a sentence, in their order."""
        triggers = set(FIRST_WORD.findall(sentence))
        digits = DIGITS.sub(DIGIT, sentence)
        if digits != sentence:
            plain = " ".join(digits.split())
            triggers.update(shape for shape in self._shapes if shape in plain)
        return sorted({order for trigger in triggers for order in self._by_trigger.get(trigger, ())})

    def atoms(self, text: str, first: int, last: int) -> tuple[Atom, ...]:
        """All expressions of ``text[first:last]``, a sentence: leftmost, longest, earliest rule, not overlapping."""
        if last - first > LONGEST_SENTENCE:
            return tuple(
                atom
                for start in range(first, last, LONGEST_SENTENCE)
                for atom in self.atoms(text, start, min(last, start + LONGEST_SENTENCE))
            )
        lowered = _lowered(text)
        found = [
            (match.start(), -match.end(), order, match)
            for order in self._triggered(lowered[first:last])
            for match in self._rules[order].pattern.finditer(lowered, first, last)
        ]
        found.sort(key=lambda one: one[:3])
        return tuple(self._leftmost(found))

    def _leftmost(self, found: list[tuple[int, int, int, re.Match[str]]]) -> Iterator[Atom]:
        end = -1
        for start, minus_end, order, match in found:
            if start >= end:
                end = -minus_end - bool(self._sentence_end.search(match[0]))
                parts = {name: _plain(value) for name, value in match.groupdict().items() if value}
                yield Atom(start=start, end=end, kind=self._rules[order].kind, parts=parts)


@cache
def grammar_of(lexicon: Lexicon) -> Grammar:
    """The expressions of time of a lexicon's language, put together once."""
    return Grammar(lexicon.times)


@lru_cache(maxsize=2)
def _lowered(text: str) -> str:
    """A text in lower case, letter for letter, so that places stay: patterns that ignore case take a fifth longer or more."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _plain(piece: str) -> str:
    return " ".join(piece.replace("’", "'").split())


def _lists(words: TimeWords) -> dict[str, tuple[str, ...]]:
    """The lists that a pattern may name, and that a trigger may."""
    return {
        "month": tuple(words.months),
        "weekday": tuple(words.weekdays),
        "number": tuple(words.numbers),
        "ordinal": tuple(words.ordinals),
        "unit": words.units,
        "part": tuple(words.parts),
        "season": tuple(words.seasons),
        "holiday": (*words.holidays, *words.easter),
        "narrowing": tuple(words.narrowings),
        "zone": tuple(words.zones),
        "decade": tuple(words.decades),
    }


def _triggers(lists: Mapping[str, tuple[str, ...]], names: tuple[str, ...]) -> frozenset[str]:
    """The first plain word of each trigger."""
    entries = (entry for name in names for entry in (lists[name[1:]] if name.startswith("@") else (name,)))
    return frozenset(entry if DIGIT in entry else FIRST_WORD.findall(entry.lower())[0] for entry in entries)


def _pieces(words: TimeWords, lists: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Every {name} of the patterns, as a pattern; longer words before shorter."""
    found = {
        f"{name}s": "|".join(_escaped(word) for word in sorted(entries, key=lambda w: (-len(w), w)))
        for name, entries in lists.items()
    }
    for name, piece in words.pieces.items():
        found[name] = _filled(piece, found)
    return found


def _escaped(word: str) -> str:
    return re.escape(word).replace("\\ ", " ").replace("\\-", "[- ]").replace("'", "['’]")


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z]\w*)\}", lambda name: pieces[name[1]], pattern)


def _whole(pattern: str, pieces: Mapping[str, str], glued: str) -> str:
    whole = _filled(pattern, pieces)
    blanked = re.sub(r"(?<!\[-) (?!\])", lambda _: BLANK, whole).replace(f"{BLANK}?", r"\s{0,4}")
    blanked = blanked.replace(f",?{BLANK}", rf"(?:\s?,)?{BLANK}")
    return rf"(?:(?<![\w$€£.,/:-])(?<!\d[-–])|(?<=\b{glued}))(?:{blanked})(?!\w)"
