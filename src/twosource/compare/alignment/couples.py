"""The couples of a story as columns: what both statements share, and how they stand among the others."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from twosource.compare.alignment.bags import Bags, Floats, Rows, Shared, shared_by
from twosource.compare.alignment.candidates import candidate_pairs
from twosource.compare.alignment.said import Said, times_meet
from twosource.compare.alignment.source_names import are_namesakes, may_speak_for, other_people
from twosource.compare.alignment.telling import Tellings
from twosource.text.story_index import StoryIndex

Mask = NDArray[np.bool_]
T = TypeVar("T", np.int64, np.float64)
_SPOKEN_FOR: Final = -0.5
LEAST: Final = 1e-6
"""Below any weight of a word."""


class Couples:
    """All statements laid side by side that may tell the same. Which side is the left changes nothing.

    Attributes:
        tellings: The statements.
        left, right: The rows of both sides of each couple, the lesser on the left; couples are in the order of these.
        full: Rows that share words with more statements than they were laid beside.
    """

    def __init__(self, tellings: Tellings) -> None:
        """Find the couples; none for fewer than two statements."""
        self.tellings = tellings
        self.left, self.right, self.full = candidate_pairs(tellings)

    def __len__(self) -> int:
        """How many couples there are."""
        return len(self.left)

    @cached_property
    def _keys(self) -> Rows:
        return self.left * len(self.tellings) + self.right

    def find(self, one: Rows, two: Rows) -> Rows:
        """The number of the couple of each two rows; -1 where they are none."""
        keys = np.minimum(one, two) * len(self.tellings) + np.maximum(one, two)
        at = np.searchsorted(self._keys, keys)
        held = self._keys[np.minimum(at, len(self) - 1)] == keys if len(self) else np.zeros(len(keys), dtype=bool)
        return np.where(held, at, -1)

    # -- what they share

    def shared(self, bags: Bags) -> Shared:
        """What both sides have of something."""
        return shared_by(bags, bags, self.left, self.right)

    @cached_property
    def stems(self) -> Shared:
        """The words that both have, those first that weigh most."""
        return self.shared(self.tellings.stems)

    @cached_property
    def stem_weights(self) -> Floats:
        """What each of ``stems`` weighs in the story."""
        return self.tellings.stem_weights[self.tellings.stems.members[self.stems.left]]

    @cached_property
    def rarities(self) -> Floats:
        """How rare each of ``stems`` is in news at large."""
        return self.tellings.rarities[self.tellings.stems.members[self.stems.left]]

    def words_of(self, couple: int) -> list[str]:
        """The words that one couple has in common, as stems, those first that weigh most."""
        first, behind = np.searchsorted(self.stems.pair, [couple, couple + 1])
        members = self.tellings.stems.members[self.stems.left[first:behind]]
        return [self.tellings.vocabulary[number] for number in members.tolist()]

    @cached_property
    def weight(self) -> Floats:
        """What the words that both have weigh."""
        return self.stems.sums(self.stem_weights)

    @property
    def words(self) -> Rows:
        """How many words both have."""
        return self.stems.counts

    @cached_property
    def share_of_shorter(self) -> Floats:
        """What share of the lighter one's words, by their weight, stands in the other."""
        return self.weight / np.maximum(LEAST, self.lesser(self.tellings.weight))

    @cached_property
    def share_of_longer(self) -> Floats:
        """The same of the heavier one's."""
        return self.weight / np.maximum(LEAST, self.greater(self.tellings.weight))

    @cached_property
    def weight_at_large(self) -> Floats:
        """What the words that both have weigh, each times how rare it is in news at large."""
        return self.stems.sums(self.stem_weights * self.rarities)

    @cached_property
    def alike(self) -> Floats:
        """How alike their words are, 0 to 1."""
        length: Floats = np.sqrt(self.tellings.summed(self.tellings.stem_weights**2))
        return self.stems.sums(self.stem_weights**2) / (length[self.left] * length[self.right])

    @cached_property
    def letters(self) -> Floats:
        """How alike their runs of letters are, 0 to 1."""
        weights, both = self.tellings.letter_weights, self.shared(self.tellings.letters)
        return both.sums(weights[both.left] * weights[both.right])

    @cached_property
    def deeds(self) -> Shared:
        """The kinds of events that clauses of both tell."""
        return self.shared(self.tellings.deeds)

    @property
    def sources(self) -> Floats:
        """1 where both are given to one source, -1 where their sources are surely two, else 0."""
        return np.where(self._voices == _SPOKEN_FOR, 0.0, self._voices)

    @property
    def spoken_for(self) -> Mask:
        """Whether their sources are two by name, of which one may speak for the other."""
        return np.asarray(self._voices == _SPOKEN_FOR)

    @cached_property
    def _voices(self) -> Floats:
        names = [one.statement.source for one in self.tellings.each]
        return self._judged(names, lambda one, other: _between(one.statement.source, other.statement.source, one.story))

    @cached_property
    def times(self) -> Floats:
        """1 where two times that they name meet, -1 where none do, 0 where one names none."""
        spans = [frozenset((time.earliest, time.latest) for time in one.times) for one in self.tellings.each]
        return self._judged(spans, lambda one, other: 1.0 if times_meet(one.times, other.times) else -1.0)

    def _judged(self, keys: Sequence[Hashable], judge: Callable[[Said, Said], float]) -> Floats:
        """What is judged of each couple by what both sides have, each two keys once; 0 where one has none."""
        each, known, found = self.tellings.each, dict[tuple[Hashable, Hashable], float](), np.zeros(len(self))
        for number, (left, right) in enumerate(zip(self.left.tolist(), self.right.tolist(), strict=True)):
            pair = keys[left], keys[right]
            if pair[0] and pair[1]:
                if pair not in known:
                    known[pair] = judge(each[left], each[right])
                found[number] = known[pair]
        return found

    @cached_property
    def wording(self) -> Floats:
        """Share of the shorter that stands in wording which both articles share."""
        bags, sizes = self.tellings.wording
        both = self.shared(bags)
        most = np.zeros(len(self))
        np.maximum.at(most, both.pair, np.minimum(sizes[both.left], sizes[both.right]))
        size = self.tellings.column(lambda one: sum(len(span) for span in one.statement.content))
        return np.where(self.one_article, 0.0, most / np.maximum(1, np.minimum(size[self.left], size[self.right])))

    @cached_property
    def one_article(self) -> Mask:
        """Whether both stand in one article."""
        article = self.tellings.article
        return np.asarray(article[self.left] == article[self.right])

    @cached_property
    def quoted(self) -> Floats:
        """How many of the two are quotations."""
        return self.sum(self.tellings.of_kind("quotation"))

    def apart(self, bags: Bags) -> Mask:
        """Whether both have some of a thing, and share none."""
        return np.asarray((self.lesser(bags.sizes) > 0) & (self.shared(bags).counts == 0))

    def lesser(self, values: NDArray[T]) -> NDArray[T]:
        """The lesser of both sides' values."""
        return np.asarray(np.minimum(values[self.left], values[self.right]))

    def greater(self, values: NDArray[T]) -> NDArray[T]:
        """The greater."""
        return np.asarray(np.maximum(values[self.left], values[self.right]))

    def sum(self, values: Floats) -> Floats:
        """Both together."""
        return np.asarray(values[self.left] + values[self.right])

    # -- how they stand among the others

    @cached_property
    def ranked(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """For both sides of each couple: how many of the other's article are more alike, and how far it is ahead."""
        article = self.tellings.article
        alike = np.tile(self.alike + self.letters, 2)
        asking = np.concatenate(
            [self.left * len(article) + article[self.right], self.right * len(article) + article[self.left]]
        )
        order = np.lexsort((alike, asking))
        asking, alike = asking[order], alike[order]
        last = np.searchsorted(asking, asking, side="right") - 1
        opens = np.concatenate([[True], (asking[1:] != asking[:-1]) | (alike[1:] != alike[:-1])])[: len(order)]
        level = np.maximum.accumulate(np.where(opens, np.arange(len(order)), 0))  # the first that is as much alike
        single = np.searchsorted(asking, asking) == last
        second = np.where(single, 0.0, alike[np.maximum(last - 1, 0)])
        back = np.argsort(order)
        leads = np.where(alike < alike[last], alike - alike[last], alike - second)
        return (last - level).astype(np.float64)[back].reshape(2, -1), leads[back].reshape(2, -1)

    @cached_property
    def around(self) -> Floats:
        """How alike what stands right before or behind them is, 0 to 1."""
        most = np.zeros(len(self))
        for one in _beside(self.tellings):
            for other in _beside(self.tellings):
                left, right = one[self.left], other[self.right]
                asked = np.flatnonzero((left >= 0) & (right >= 0) & (left != right))
                found = self.find(left[asked], right[asked])
                np.maximum.at(most, asked[found >= 0], self.alike[found[found >= 0]])
        return most


def _between(one: str | None, two: str | None, story: StoryIndex) -> float:
    if one == two:
        return 1.0
    if not other_people(one, two, story):
        return 0.0
    return _SPOKEN_FOR if may_speak_for(one, two, story) or are_namesakes(one, two, story) else -1.0


def _beside(tellings: Tellings) -> tuple[Rows, Rows]:
    """For each statement the row of the one right before it in its article, and of the one right behind; -1 for none."""
    by_article: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for row, one in enumerate(tellings.each):
        by_article[one.article].append((one.statement.start, one.statement.id, row))
    before, behind = np.full(len(tellings), -1), np.full(len(tellings), -1)
    for held in by_article.values():
        rows = np.array([row for _, _, row in sorted(held)])
        before[rows[1:]], behind[rows[:-1]] = rows[:-1], rows[1:]
    return before, behind
