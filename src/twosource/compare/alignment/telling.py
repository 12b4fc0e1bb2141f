"""Statements with all that is compared of them, read once, as columns."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import log
from typing import Final, TypeVar

import numpy as np

from twosource.compare.alignment.bags import Bags, Floats, Rows, numbered
from twosource.compare.alignment.said import Said, participants
from twosource.text.story_index import StoryIndex
from twosource.text.word_rarity import rarity
from twosource.text.word_rarity import stem as rarity_stem

RUN: Final = 4
"""Letters of the runs by which words of one root are alike: "gunman", "gunmen"."""
_LETTER_BITS: Final = 64 // RUN
"""Bits of a letter in the number of a run: a story has fewer different ones than these can tell apart."""
_NO_LETTERS: Final = re.compile(r"\W+")
_UNKNOWN_DEED: Final = 2.0
"""What a kind of event weighs whose word stands in no statement."""
T = TypeVar("T", bound=Hashable)


class Tellings:
    """A story's statements, each a row: what is compared of all of them stands in columns.

    Statements without content words are left out. ``Bags`` hold the numbers of what a statement has; words are numbered
    so that those that weigh most come first.

    Attributes:
        each: The statements, in the order given.
        story: Their story.
    """

    def __init__(self, every: Sequence[Said], index: StoryIndex) -> None:
        """Read the statements."""
        self.each = [one for one in every if one.matter]
        self.story = index

    def __len__(self) -> int:
        """How many statements there are."""
        return len(self.each)

    # -- words

    @cached_property
    def _weights(self) -> dict[str, float]:
        """How much each stem tells: those that few statements of the story have tell most."""
        counts = Counter(stem for one in self.each for stem in set(one.matter))
        return {stem: log(1 + len(self.each) / count) for stem, count in counts.items()}

    @cached_property
    def vocabulary(self) -> list[str]:
        """The stems of all content words, by their numbers: those first that weigh most."""
        return sorted(self._weights, key=lambda stem: (-self._weights[stem], stem))

    @cached_property
    def stem_weights(self) -> Floats:
        """What each word weighs in the story, by its number."""
        return np.array([self._weights[stem] for stem in self.vocabulary])

    @cached_property
    def rarities(self) -> Floats:
        """How rare each word is in news at large, by its number."""
        language = self.story.language
        return np.array([rarity(rarity_stem(stem, language)) for stem in self.vocabulary])

    @cached_property
    def stems(self) -> Bags:
        """The content words."""
        return Bags.of([frozenset(one.matter) for one in self.each], numbered(self.vocabulary))

    @cached_property
    def names(self) -> Bags:
        """The capitalised words, by their numbers as words."""
        return Bags.of([one.names for one in self.each], numbered(self.vocabulary))

    @cached_property
    def weight(self) -> Floats:
        """What a statement's words weigh together."""
        return self.summed(self.stem_weights)

    def summed(self, values: Floats) -> Floats:
        """The sum over a statement's words of what each word's number is worth."""
        places, which = self.stems.places(np.arange(len(self)))
        return np.bincount(which, weights=values[self.stems.members[places]], minlength=len(self)).astype(np.float64)

    @cached_property
    def _runs(self) -> tuple[Bags, Rows]:
        return _runs(self.each)

    @property
    def letters(self) -> Bags:
        """The runs of letters."""
        return self._runs[0]

    @cached_property
    def letter_weights(self) -> Floats:
        """What each member of ``letters`` weighs in its statement; the squares of a statement's sum to 1."""
        runs, times = self._runs
        statements = np.bincount(runs.members, minlength=runs.kinds)
        often = np.array([1 + log(count) for count in range(1, int(times.max(initial=0)) + 1)])
        rare = np.array([log(1 + len(self) / count) for count in range(1, int(statements.max(initial=0)) + 1)])
        weights = often[times - 1] * rare[statements[runs.members] - 1]
        rows = np.repeat(np.arange(len(self)), runs.sizes)
        lengths = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(self)))
        return np.asarray(weights / lengths[rows], dtype=np.float64)

    # -- what it tells

    @cached_property
    def phrases(self) -> Bags:
        """Two content words in a row."""
        return _bags([set(pairwise(one.matter)) for one in self.each])

    @cached_property
    def numbers(self) -> Bags:
        """The numbers, those of times left out."""
        return _bags([one.numbers for one in self.each])

    @cached_property
    def counts(self) -> Bags:
        """The points of the figures in it."""
        return _bags([self.story.counts_in(one.statement.id) for one in self.each])

    @cached_property
    def deeds(self) -> Bags:
        """The kinds of its events."""
        return _bags([{event.kind for event in one.events} for one in self.each])

    @cached_property
    def deed_weights(self) -> Floats:
        """What each kind of event weighs, by its number."""
        kinds = sorted({event.kind for one in self.each for event in one.events})
        return np.array([self._weights.get(kind, _UNKNOWN_DEED) for kind in kinds])

    @cached_property
    def roles(self) -> Bags:
        """Each kind of event with a word for who takes part in it."""
        return _bags(
            [{(event.kind, part.head) for event in one.events for part in participants(event)} for one in self.each]
        )

    @cached_property
    def wording(self) -> tuple[Bags, Floats]:
        """The passages shared with other articles that it stands in, and how many code points of it, member by member."""
        held = [self.story.passages_of(one.statement) for one in self.each]
        sizes = [size for row in held for _, size in sorted(row.items())]
        return _bags(held), np.array(sizes, dtype=np.float64)

    # -- what it is

    def column(self, value: Callable[[Said], float]) -> Floats:
        """A column of what each statement's value is."""
        return np.array([value(one) for one in self.each], dtype=np.float64)

    @cached_property
    def article(self) -> Rows:
        """A number for its article."""
        return _coded([one.article for one in self.each])

    @cached_property
    def worded(self) -> Rows:
        """A number for its words in their order."""
        return _coded([tuple(word.stem for word in one.words) for one in self.each])

    @cached_property
    def words(self) -> Floats:
        """How many content words it has."""
        return self.column(lambda one: len(one.matter))

    @cached_property
    def place(self) -> Floats:
        """Where in its article it begins, 0 to 1."""
        return self.column(lambda one: one.statement.start / max(1, len(one.text)))

    def of_kind(self, kind: str) -> Floats:
        """Whether it is a statement of a kind."""
        return self.column(lambda one: one.statement.kind == kind)


def _runs(every: Sequence[Said]) -> tuple[Bags, Rows]:
    """The runs of letters of statements, numbered in their order, and how often each stands in its statement."""
    lines = [_NO_LETTERS.sub(" ", " ".join(word.text for word in one.words)) for one in every]
    letters = np.frombuffer("".join(lines).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    _, codes = np.unique(letters, return_inverse=True)
    sizes = np.array([max(0, len(line) - RUN + 1) for line in lines], dtype=np.int64)
    begin = np.cumsum([0, *(len(line) for line in lines)], dtype=np.int64)[:-1]
    rows = np.repeat(np.arange(len(lines)), sizes)
    first = begin[rows] + np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    runs = np.zeros(len(rows), dtype=np.uint64)
    for place in range(RUN):
        runs = (runs << np.uint64(_LETTER_BITS)) | codes[first + place].astype(np.uint64)
    kinds, number = np.unique(runs, return_inverse=True)
    keys, times = np.unique(rows * max(1, len(kinds)) + number, return_counts=True)
    starts = np.searchsorted(keys, np.arange(len(lines) + 1) * max(1, len(kinds)))
    return Bags(starts, keys % max(1, len(kinds)), len(kinds)), times


def _bags(rows: Sequence[Collection[T]]) -> Bags:
    """Bags of things that can be sorted, numbered in their order."""
    things: set[T] = set().union(*rows) if rows else set()
    return Bags.of(rows, numbered(sorted(things)))  # type: ignore[type-var]


def _coded(values: Sequence[Hashable]) -> Rows:
    """The same number for equal values."""
    numbers: Mapping[Hashable, int] = numbered(values)
    return np.array([numbers[value] for value in values], dtype=np.int64)
