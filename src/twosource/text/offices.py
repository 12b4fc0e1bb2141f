"""The offices that people are said to have, and which of them a description such as "the Ossian leader" can mean."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Generic, TypeVar

from twosource.language.lexicon import Lexicon
from twosource.text.names import fold, shares_a_root

_MOST: Final = 100
"""Holders of what one noun can mean: with more it is a list, and tells nobody."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Office(Generic[T]):
    """One role that a holder is given: all its words, and those that make another office of it ("former")."""

    holder: T
    words: frozenset[str]
    other: frozenset[str]

    def fits(self, asked: Collection[str]) -> bool:
        """Whether every word of a description, but for its noun, is told of this office."""
        return all(shares_a_root(word, self.words) for word in asked)


class Offices(Generic[T]):
    """Offices by their head noun."""

    def __init__(self, roles: Iterable[tuple[T, str]], lexicon: Lexicon, nouns: Collection[str] | None = None) -> None:
        """Note who is given which role or title; a friend of the president is a friend, no president.

        Args:
            roles: Who is said to be what, as worded.
            lexicon: The language of the roles.
            nouns: What can be one; the language's offices where it is None.
        """
        self._lexicon, self._nouns = lexicon, lexicon.source_nouns.office if nouns is None else nouns
        self._by_noun: dict[str, list[Office[T]]] = defaultdict(list)
        for holder, role in roles:
            for noun, words in self._read(role):
                self._by_noun[noun].append(Office(holder, words, words & lexicon.source_nouns.other_office))

    def held(self, holder: T) -> dict[str, Office[T]]:
        """The offices that somebody is said to have, by their nouns."""
        return {noun: office for noun, told in self._by_noun.items() for office in told if office.holder == holder}

    def of(self, noun: str, asked: Collection[str]) -> list[Office[T]]:
        """The offices that a noun beside these words can mean: "the leader" of a place is whoever leads it. Empty where they are too many."""
        nouns = self._lexicon.source_nouns
        within = sorted(nouns.heads) if noun in nouns.any_head and asked else [noun]
        found = [office for each in within for office in self._by_noun.get(each, ())]
        return found if len(found) <= _MOST else []

    def _read(self, role: str) -> Iterator[tuple[str, frozenset[str]]]:
        """The head noun and all words of each office that a phrase lists."""
        names, nouns = self._lexicon.names, self._lexicon.source_nouns
        for part in nouns.between_offices.split(role):
            words = [names.title_offices.get(word, word) for word in map(fold, part.split())]
            head = list(takewhile(lambda word: word not in nouns.beside_office, words))
            if head and head[-1] in self._nouns:
                yield head[-1], frozenset(words)
                also = {
                    name for called in (head[-1], " ".join(head[-2:])) for name in nouns.also_called.get(called, ())
                }
                yield from ((name, frozenset({*words, name})) for name in sorted(also))
