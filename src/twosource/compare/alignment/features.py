"""What speaks for and against two statements telling the same: one small function each, its name the feature's.

Each takes a story's couples and gives one number for each of them.
"""

from collections.abc import Callable
from math import log
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from twosource.compare.alignment.bags import Bags, Floats, shared_by
from twosource.compare.alignment.couples import Couples

Column = NDArray[Any]
_LEAST: Final = 1e-6
"""Below any weight of a word."""


def words_alike(couples: Couples) -> Column:
    """Their weighed words are alike."""
    return couples.alike


def letters_alike(couples: Couples) -> Column:
    """Their runs of letters are alike."""
    return couples.letters


def share_of_shorter(couples: Couples) -> Column:
    """Most of what the shorter says stands in the longer."""
    return couples.weight / np.maximum(_LEAST, _lesser(couples, couples.tellings.weight))


def share_of_longer(couples: Couples) -> Column:
    """Most of what the longer says stands in the shorter."""
    return couples.weight / np.maximum(_LEAST, _greater(couples, couples.tellings.weight))


def weight_shared(couples: Couples) -> Column:
    """The words that both have weigh much."""
    return couples.weight


def weight_at_large(couples: Couples) -> Column:
    """The words that both have are rare in news at large."""
    return couples.stems.sums(couples.stem_weights * couples.rarities)


def share_at_large(couples: Couples) -> Column:
    """Most of what is rare in the shorter stands in the longer."""
    return weight_at_large(couples) / np.maximum(_LEAST, _lesser(couples, couples.tellings.weight_at_large))


def words_shared(couples: Couples) -> Column:
    """Both have many words."""
    return couples.stems.counts


def rarest_word(couples: Couples) -> Column:
    """Both have a word that few others of the story have."""
    return couples.stems.nth(couples.stem_weights, 0)


def second_rarest_word(couples: Couples) -> Column:
    """Both have two such words."""
    return couples.stems.nth(couples.stem_weights, 1)


def third_rarest_word(couples: Couples) -> Column:
    """Both have three such words."""
    return couples.stems.nth(couples.stem_weights, 2)


def rarest_at_large(couples: Couples) -> Column:
    """Both have a word that is rare in news at large."""
    return couples.stems.nth(_by_rarity(couples), 0)


def second_rarest_at_large(couples: Couples) -> Column:
    """Both have two such words."""
    return couples.stems.nth(_by_rarity(couples), 1)


def _by_rarity(couples: Couples) -> Floats:
    """How rare the words that both have are at large, the rarest of each couple first."""
    return couples.rarities[np.lexsort((-couples.rarities, couples.stems.pair))]


def names_shared(couples: Couples) -> Column:
    """Both have names, and these weigh much."""
    names = couples.tellings.names
    both = couples.shared(names)
    return both.sums(couples.tellings.stem_weights[names.members[both.left]])


def names_left_over(couples: Couples) -> Column:
    """Each names what the other does not."""
    return _least_of(_names_alone(couples))


def names_of_one_only(couples: Couples) -> Column:
    """One names much that the other does not."""
    return _most_of(_names_alone(couples))


def _names_alone(couples: Couples) -> Column:
    """How many names of the left the right does not have, and the other way round."""
    names, stems, left, right = couples.tellings.names, couples.tellings.stems, couples.left, couples.right
    ours, theirs = shared_by(names, stems, left, right), shared_by(names, stems, right, left)
    return np.stack([names.sizes[left] - ours.counts, names.sizes[right] - theirs.counts])


def numbers_shared(couples: Couples) -> Column:
    """Both have numbers."""
    return couples.shared(couples.tellings.numbers).counts


def numbers_apart(couples: Couples) -> Column:
    """Both have numbers, and none is the same."""
    return _apart(couples, couples.tellings.numbers)


def counts_shared(couples: Couples) -> Column:
    """Both give a number for one count."""
    return couples.shared(couples.tellings.counts).counts


def counts_apart(couples: Couples) -> Column:
    """Both give numbers, for different counts."""
    return _apart(couples, couples.tellings.counts)


def times_agree(couples: Couples) -> Column:
    """Both name times: 1 where two of them meet, -1 where none do."""
    return couples.times


def events_shared(couples: Couples) -> Column:
    """Clauses of both tell the same kind of event."""
    return couples.deeds.counts


def events_weight(couples: Couples) -> Column:
    """These kinds of events are rare in the story."""
    kinds = couples.tellings.deeds.members[couples.deeds.left]
    return couples.deeds.sums(couples.tellings.deed_weights[kinds])


def roles_shared(couples: Couples) -> Column:
    """The same takes part in the same kind of event."""
    return couples.shared(couples.tellings.roles).counts


def one_negated(couples: Couples) -> Column:
    """A "not" stands in one of them only."""
    return np.asarray(_sum(couples, couples.tellings.is_negated) == 1)


def phrases_shared(couples: Couples) -> Column:
    """Both have two words in a row."""
    return couples.shared(couples.tellings.phrases).counts


def wording_shared(couples: Couples) -> Column:
    """They stand in wording that their articles share."""
    return couples.wording


def sources_agree(couples: Couples) -> Column:
    """Both are given to a source: 1 where it is one, -1 where it surely is another."""
    return couples.sources


def quoted(couples: Couples) -> Column:
    """How many of them are quotations."""
    return _sum(couples, couples.tellings.of_kind("quotation"))


def told_as_own(couples: Couples) -> Column:
    """How many of them their outlets tell as their own."""
    return _sum(couples, couples.tellings.of_kind("assertion"))


def surroundings_alike(couples: Couples) -> Column:
    """What stands around them is alike."""
    return couples.around


def places_apart(couples: Couples) -> Column:
    """They stand in other parts of their articles."""
    return np.abs(couples.tellings.place[couples.left] - couples.tellings.place[couples.right])


def earliest_place(couples: Couples) -> Column:
    """One of them stands early in its article."""
    return _lesser(couples, couples.tellings.place)


def in_headlines(couples: Couples) -> Column:
    """How many of them stand in a headline."""
    return _sum(couples, couples.tellings.in_headline)


def one_article(couples: Couples) -> Column:
    """Both stand in one article."""
    return couples.one_article


def length_of_shorter(couples: Couples) -> Column:
    """How many words carry the shorter."""
    return _lesser(couples, couples.tellings.words)


def length_of_longer(couples: Couples) -> Column:
    """How many words carry the longer."""
    return _greater(couples, couples.tellings.words)


def better_rank(couples: Couples) -> Column:
    """One of them finds nothing in the other's article that is more like it."""
    return _least_of(couples.ranks)


def worse_rank(couples: Couples) -> Column:
    """Neither finds anything in the other's article that is more like it."""
    return _most_of(couples.ranks)


def lesser_lead(couples: Couples) -> Column:
    """Each is much more like the other than like anything else there."""
    return _least_of(couples.leads)


def greater_lead(couples: Couples) -> Column:
    """One is much more like the other than like anything else there."""
    return _most_of(couples.leads)


def articles_of_story(couples: Couples) -> Column:
    """How many articles the story has."""
    return np.full(len(couples), log(couples.tellings.story.distinct_articles) if len(couples) else 0.0)


def statements_of_story(couples: Couples) -> Column:
    """How many statements the story has."""
    return np.full(len(couples), log(couples.tellings.story.distinct_statements) if len(couples) else 0.0)


def _apart(couples: Couples, bags: Bags) -> Column:
    """Whether both have some of it, and share none."""
    return np.asarray((_lesser(couples, bags.sizes) > 0) & (couples.shared(bags).counts == 0))


def _least_of(sides: Column) -> Column:
    """The lesser of what both sides have."""
    least: Column = sides.min(axis=0)
    return least


def _most_of(sides: Column) -> Column:
    most: Column = sides.max(axis=0)
    return most


def _lesser(couples: Couples, values: Column) -> Column:
    return np.minimum(values[couples.left], values[couples.right])


def _greater(couples: Couples, values: Column) -> Column:
    return np.maximum(values[couples.left], values[couples.right])


def _sum(couples: Couples, values: Column) -> Column:
    total: Column = values[couples.left] + values[couples.right]
    return total


FEATURES: Final[tuple[Callable[[Couples], Column], ...]] = (
    words_alike, letters_alike, share_of_shorter, share_of_longer, weight_shared, weight_at_large, share_at_large,
    words_shared, rarest_word, second_rarest_word, third_rarest_word, rarest_at_large, second_rarest_at_large,
    names_shared, names_left_over, names_of_one_only, numbers_shared, numbers_apart, counts_shared, counts_apart,
    times_agree, events_shared, events_weight, roles_shared, one_negated, phrases_shared, wording_shared,
    sources_agree, quoted, told_as_own, surroundings_alike, places_apart, earliest_place, in_headlines, one_article,
    length_of_shorter, length_of_longer, better_rank, worse_rank, lesser_lead, greater_lead, articles_of_story,
    statements_of_story,
)  # fmt: skip
"""In the order in which the learned trees know them."""


def features_of(couples: Couples) -> NDArray[np.float32]:
    """A row a couple, a column a feature; no rows for no couples."""
    found = np.empty((len(couples), len(FEATURES)), dtype=np.float32)
    for column, feature in enumerate(FEATURES):
        found[:, column] = feature(couples)
    return found
