"""What speaks for and against two statements telling the same: one small function each, its name the feature's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.compare.alignment.said import times_meet
from twosource.compare.alignment.source_names import other_people
from twosource.compare.alignment.telling import Telling, Weights
from twosource.text.story_index import StoryIndex

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Couple:
    """Two statements side by side, with what they share.

    Attributes:
        left, right: The statements; which is which changes no feature.
        shared: The stems that both have, those first that weigh most.
        weight: What these weigh.
        alike: How alike their words are, 0 to 1.
        letters: How alike their runs of letters are, 0 to 1.
        story: The story.
        weights: How much each word tells.
        ranks: For each side, how many statements of the other's article are more like it than the other is.
        leads: For each side, how much more it is like the other than any other statement of that article; negative
            where another is more alike.
        around: How alike what stands right before or behind them is, 0 to 1.
    """

    left: Telling
    right: Telling
    shared: tuple[str, ...]
    weight: float
    alike: float
    letters: float
    story: StoryIndex
    weights: Weights
    ranks: tuple[int, int] = (0, 0)
    leads: tuple[float, float] = (0.0, 0.0)
    around: float = 0.0

    @property
    def both(self) -> tuple[Telling, Telling]:
        """The two."""
        return self.left, self.right

    @property
    def nearness(self) -> float:
        """By which the statements of an article are ranked."""
        return self.alike + self.letters


def couple_of(left: Telling, right: Telling, weights: Weights, index: StoryIndex) -> Couple:
    """Lay two statements side by side."""
    shared = sorted(left.stems & right.stems, key=lambda stem: (-weights.stems[stem], stem))
    squares = sum(weights.stems[stem] ** 2 for stem in shared)
    return Couple(
        left=left,
        right=right,
        shared=tuple(shared),
        weight=sum(weights.stems[stem] for stem in shared),
        alike=squares / (left.length * right.length),
        letters=_dot(left.letters, right.letters),
        story=index,
        weights=weights,
    )


def _dot(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    return sum(left[run] * right[run] for run in sorted(left.keys() & right.keys()))


def words_alike(two: Couple) -> float:
    """Their weighed words are alike."""
    return two.alike


def letters_alike(two: Couple) -> float:
    """Their runs of letters are alike."""
    return two.letters


def share_of_shorter(two: Couple) -> float:
    """Most of what the shorter says stands in the longer."""
    return two.weight / max(1e-6, min(one.weight for one in two.both))


def share_of_longer(two: Couple) -> float:
    """Most of what the longer says stands in the shorter."""
    return two.weight / max(1e-6, two.left.weight, two.right.weight)


def weight_shared(two: Couple) -> float:
    """The words that both have weigh much."""
    return two.weight


def weight_at_large(two: Couple) -> float:
    """The words that both have are rare in news at large."""
    return sum(two.weights.stems[stem] * two.weights.at_large[stem] for stem in two.shared)


def share_at_large(two: Couple) -> float:
    """Most of what is rare in the shorter stands in the longer."""
    return weight_at_large(two) / max(1e-6, min(one.at_large for one in two.both))


def words_shared(two: Couple) -> float:
    """Both have many words."""
    return len(two.shared)


def rarest_word(two: Couple) -> float:
    """Both have a word that few others of the story have."""
    return _nth(sorted((two.weights.stems[stem] for stem in two.shared), reverse=True), 0)


def second_rarest_word(two: Couple) -> float:
    """Both have two such words."""
    return _nth(sorted((two.weights.stems[stem] for stem in two.shared), reverse=True), 1)


def third_rarest_word(two: Couple) -> float:
    """Both have three such words."""
    return _nth(sorted((two.weights.stems[stem] for stem in two.shared), reverse=True), 2)


def rarest_at_large(two: Couple) -> float:
    """Both have a word that is rare in news at large."""
    return _nth(sorted((two.weights.at_large[stem] for stem in two.shared), reverse=True), 0)


def second_rarest_at_large(two: Couple) -> float:
    """Both have two such words."""
    return _nth(sorted((two.weights.at_large[stem] for stem in two.shared), reverse=True), 1)


def _nth(values: Sequence[float], place: int) -> float:
    return values[place] if len(values) > place else 0.0


def names_shared(two: Couple) -> float:
    """Both have names, and these weigh much."""
    return sum(two.weights.stems[stem] for stem in sorted(two.left.names & two.right.names))


def names_left_over(two: Couple) -> float:
    """Each names what the other does not."""
    return min(len(one.names - other.stems) for one, other in (two.both, two.both[::-1]))


def names_of_one_only(two: Couple) -> float:
    """One names much that the other does not."""
    return max(len(one.names - other.stems) for one, other in (two.both, two.both[::-1]))


def numbers_shared(two: Couple) -> float:
    """Both have numbers."""
    return len(two.left.said.numbers & two.right.said.numbers)


def numbers_apart(two: Couple) -> float:
    """Both have numbers, and none is the same."""
    one, other = (each.said.numbers for each in two.both)
    return float(bool(one and other) and not one & other)


def counts_shared(two: Couple) -> float:
    """Both give a number for one count."""
    return len(two.left.counts & two.right.counts)


def counts_apart(two: Couple) -> float:
    """Both give numbers, for different counts."""
    return float(bool(two.left.counts and two.right.counts) and not two.left.counts & two.right.counts)


def times_agree(two: Couple) -> float:
    """Both name times: 1 where two of them meet, -1 where none do."""
    if not two.left.times or not two.right.times:
        return 0.0
    return 1.0 if times_meet(two.left.times, two.right.times) else -1.0


def events_shared(two: Couple) -> float:
    """Clauses of both tell the same kind of event."""
    return len(two.left.deeds & two.right.deeds)


def events_weight(two: Couple) -> float:
    """These kinds of events are rare in the story."""
    return sum(two.weights.stems.get(deed, 2.0) for deed in sorted(two.left.deeds & two.right.deeds))


def roles_shared(two: Couple) -> float:
    """The same takes part in the same kind of event."""
    return len(two.left.roles & two.right.roles)


def one_negated(two: Couple) -> float:
    """A "not" stands in one of them only."""
    return float(two.left.is_negated != two.right.is_negated)


def phrases_shared(two: Couple) -> float:
    """Both have two words in a row."""
    return len(two.left.phrases & two.right.phrases)


def wording_shared(two: Couple) -> float:
    """They stand in wording that their articles share."""
    one, other = two.left.statement, two.right.statement
    least = min(sum(len(span) for span in each.content) for each in (one, other))
    return two.story.copied(one, other) / max(1, least)


def sources_agree(two: Couple) -> float:
    """Both are given to a source: 1 where it is one, -1 where it surely is another."""
    one, other = (each.statement.source for each in two.both)
    if one and one == other:
        return 1.0
    return -1.0 if other_people(one, other, two.story) else 0.0


def quoted(two: Couple) -> float:
    """How many of them are quotations."""
    return sum(one.statement.kind == "quotation" for one in two.both)


def told_as_own(two: Couple) -> float:
    """How many of them their outlets tell as their own."""
    return sum(one.statement.kind == "assertion" for one in two.both)


def surroundings_alike(two: Couple) -> float:
    """What stands around them is alike."""
    return two.around


def places_apart(two: Couple) -> float:
    """They stand in other parts of their articles."""
    return abs(two.left.place - two.right.place)


def earliest_place(two: Couple) -> float:
    """One of them stands early in its article."""
    return min(one.place for one in two.both)


def in_headlines(two: Couple) -> float:
    """How many of them stand in a headline."""
    return sum(one.block == "headline" for one in two.both)


def one_article(two: Couple) -> float:
    """Both stand in one article."""
    return float(two.left.article == two.right.article)


def length_of_shorter(two: Couple) -> float:
    """How many words carry the shorter."""
    return min(len(one.said.matter) for one in two.both)


def length_of_longer(two: Couple) -> float:
    """How many words carry the longer."""
    return max(len(one.said.matter) for one in two.both)


def better_rank(two: Couple) -> float:
    """One of them finds nothing in the other's article that is more like it."""
    return min(two.ranks)


def worse_rank(two: Couple) -> float:
    """Neither finds anything in the other's article that is more like it."""
    return max(two.ranks)


def lesser_lead(two: Couple) -> float:
    """Each is much more like the other than like anything else there."""
    return min(two.leads)


def greater_lead(two: Couple) -> float:
    """One is much more like the other than like anything else there."""
    return max(two.leads)


def articles_of_story(two: Couple) -> float:
    """How many articles the story has."""
    return log(two.story.distinct_articles)


def statements_of_story(two: Couple) -> float:
    """How many statements the story has."""
    return log(two.story.distinct_statements)


FEATURES: Final[tuple[Callable[[Couple], float], ...]] = (
    words_alike, letters_alike, share_of_shorter, share_of_longer, weight_shared, weight_at_large, share_at_large,
    words_shared, rarest_word, second_rarest_word, third_rarest_word, rarest_at_large, second_rarest_at_large,
    names_shared, names_left_over, names_of_one_only, numbers_shared, numbers_apart, counts_shared, counts_apart,
    times_agree, events_shared, events_weight, roles_shared, one_negated, phrases_shared, wording_shared,
    sources_agree, quoted, told_as_own, surroundings_alike, places_apart, earliest_place, in_headlines, one_article,
    length_of_shorter, length_of_longer, better_rank, worse_rank, lesser_lead, greater_lead, articles_of_story,
    statements_of_story,
)  # fmt: skip
"""In the order in which the learned trees know them."""


def features_of(couples: Sequence[Couple]) -> Floats:
    """A row a couple, a column a feature; no rows for no couples."""
    rows = [[feature(two) for feature in FEATURES] for two in couples]
    return np.array(rows, dtype=np.float32).reshape(len(couples), len(FEATURES))
