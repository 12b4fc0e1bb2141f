"""What speaks for and against two statements telling the same: one named row each, a number for each of a story's couples."""

from collections.abc import Callable
from math import log
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compare.alignment.bags import Bags, Floats, shared_by
from twosource.compare.alignment.couples import LEAST, Couples
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import negated

Column = NDArray[Any]


class Feature(NamedTuple):
    """One thing that the trees see of a couple."""

    name: str
    of: Callable[[Couples], Column]


def _is_negated(one: Said) -> bool:
    return negated(one.words, one.lexicon)


def _in_headline(one: Said) -> bool:
    return one.story.block(one.article, one.statement.start) == "headline"


def _by_rarity(couples: Couples) -> Floats:
    """How rare the words that both have are at large, the rarest of each couple first."""
    return couples.rarities[np.lexsort((-couples.rarities, couples.stems.pair))]


def _share_at_large(couples: Couples) -> Column:
    every = couples.tellings.summed(couples.tellings.stem_weights * couples.tellings.rarities)
    return couples.weight_at_large / np.maximum(LEAST, couples.lesser(every))


def _names_weight(couples: Couples) -> Column:
    both = couples.shared(couples.tellings.names)
    return both.sums(couples.tellings.stem_weights[couples.tellings.names.members[both.left]])


def _names_alone(couples: Couples) -> Column:
    """How many names of the left the right does not have, and the other way round."""
    names, stems, left, right = couples.tellings.names, couples.tellings.stems, couples.left, couples.right
    ours, theirs = shared_by(names, stems, left, right), shared_by(names, stems, right, left)
    return np.stack([names.sizes[left] - ours.counts, names.sizes[right] - theirs.counts])


def _deeds_weight(couples: Couples) -> Column:
    return couples.deeds.sums(couples.tellings.deed_weights[couples.tellings.deeds.members[couples.deeds.left]])


def _places_apart(couples: Couples) -> Column:
    return np.abs(couples.tellings.place[couples.left] - couples.tellings.place[couples.right])


def _least(sides: Column) -> Column:
    return np.asarray(sides.min(axis=0))


def _most(sides: Column) -> Column:
    return np.asarray(sides.max(axis=0))


def _count(couples: Couples, bags: Bags) -> Column:
    return couples.shared(bags).counts


def _of_all(couples: Couples, number: int) -> Column:
    return np.full(len(couples), log(number) if len(couples) else 0.0)


FEATURES: Final = (
    Feature("words_alike", lambda c: c.alike),  # their weighed words are alike
    Feature("letters_alike", lambda c: c.letters),  # their runs of letters are alike
    Feature("share_of_shorter", lambda c: c.share_of_shorter),  # most of what the shorter says stands in the longer
    Feature("share_of_longer", lambda c: c.share_of_longer),  # most of what the longer says stands in the shorter
    Feature("weight_shared", lambda c: c.weight),  # the words that both have weigh much
    Feature("weight_at_large", lambda c: c.weight_at_large),  # the words that both have are rare in news at large
    Feature("share_at_large", _share_at_large),  # most of what is rare in the shorter stands in the longer
    Feature("words_shared", lambda c: c.words),  # both have many words
    Feature("rarest_word", lambda c: c.stems.nth(c.stem_weights, 0)),  # both have a word that few others have
    Feature("second_rarest_word", lambda c: c.stems.nth(c.stem_weights, 1)),  # both have two such words
    Feature("third_rarest_word", lambda c: c.stems.nth(c.stem_weights, 2)),  # both have three such words
    Feature("rarest_at_large", lambda c: c.stems.nth(_by_rarity(c), 0)),  # both have a word that is rare at large
    Feature("second_rarest_at_large", lambda c: c.stems.nth(_by_rarity(c), 1)),  # both have two such words
    Feature("names_shared", _names_weight),  # both have names, and these weigh much
    Feature("names_left_over", lambda c: _least(_names_alone(c))),  # each names what the other does not
    Feature("names_of_one_only", lambda c: _most(_names_alone(c))),  # one names much that the other does not
    Feature("numbers_shared", lambda c: _count(c, c.tellings.numbers)),  # both have numbers
    Feature("numbers_apart", lambda c: c.apart(c.tellings.numbers)),  # both have numbers, and none is the same
    Feature("counts_shared", lambda c: _count(c, c.tellings.counts)),  # both give a number for one count
    Feature("counts_apart", lambda c: c.apart(c.tellings.counts)),  # both give numbers, for different counts
    Feature("times_agree", lambda c: c.times),  # both name times: 1 where two of them meet, -1 where none do
    Feature("events_shared", lambda c: c.deeds.counts),  # clauses of both tell the same kind of event
    Feature("events_weight", _deeds_weight),  # these kinds of events are rare in the story
    Feature("roles_shared", lambda c: _count(c, c.tellings.roles)),  # the same takes part in the same kind of event
    Feature(
        "one_negated", lambda c: c.sum(c.tellings.column(_is_negated)) == 1
    ),  # a negation stands in one of them only
    Feature("phrases_shared", lambda c: _count(c, c.tellings.phrases)),  # both have two words in a row
    Feature("wording_shared", lambda c: c.wording),  # they stand in wording that their articles share
    Feature("sources_agree", lambda c: c.sources),  # both have a source: 1 one, -1 surely two
    Feature("quoted", lambda c: c.quoted),  # how many of them are quotations
    Feature(
        "told_as_own", lambda c: c.sum(c.tellings.of_kind("assertion"))
    ),  # how many their outlets tell as their own
    Feature("surroundings_alike", lambda c: c.around),  # what stands around them is alike
    Feature("places_apart", _places_apart),  # they stand in other parts of their articles
    Feature("earliest_place", lambda c: c.lesser(c.tellings.place)),  # one of them stands early in its article
    Feature("in_headlines", lambda c: c.sum(c.tellings.column(_in_headline))),  # how many of them stand in a headline
    Feature("one_article", lambda c: c.one_article),  # both stand in one article
    Feature("length_of_shorter", lambda c: c.lesser(c.tellings.words)),  # how many words carry the shorter
    Feature("length_of_longer", lambda c: c.greater(c.tellings.words)),  # how many words carry the longer
    Feature(
        "better_rank", lambda c: _least(c.ranked[0])
    ),  # one finds nothing in the other's article that is more like it
    Feature("worse_rank", lambda c: _most(c.ranked[0])),  # neither finds anything there that is more like it
    Feature("lesser_lead", lambda c: _least(c.ranked[1])),  # each is much more like the other than anything else there
    Feature("greater_lead", lambda c: _most(c.ranked[1])),  # one is much more like the other than anything else there
    Feature("articles_of_story", lambda c: _of_all(c, c.tellings.story.distinct_articles)),  # how many articles
    Feature("statements_of_story", lambda c: _of_all(c, c.tellings.story.distinct_statements)),  # how many statements
)
"""In the order in which the learned trees know them."""


def features_of(couples: Couples) -> NDArray[np.float32]:
    """A row a couple, a column a feature; no rows for no couples."""
    found = np.empty((len(couples), len(FEATURES)), dtype=np.float32)
    for column, feature in enumerate(FEATURES):
        found[:, column] = feature.of(couples)
    return found
