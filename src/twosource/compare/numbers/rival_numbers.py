"""Two numbers of one thing in statements that tell the same, of which neither is the other told roughly, grown, or of another count."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from twosource.compare.ages import may_both_hold
from twosource.compare.alignment.wording import is_number
from twosource.compare.numbers.parties import Clause, of_two_parties
from twosource.compare.numbers.slot_conflicts import may_both_fill
from twosource.compare.numbers.told_numbers import ToldNumber, holder_of
from twosource.compare.points.pair import Pair
from twosource.compare.points.relations import is_update
from twosource.model import Difference
from twosource.text.grams import function_words
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_HEADS: Final = 2
"""Content words behind a number among which what it counts is looked for."""
_SURELY_THE_SAME: Final = 0.85
"""Chance from which on two statements tell one thing so surely that two numbers of it are two accounts."""
_HOLDER: Final = 5
"""Words between an age and whose it is: "the 34-year-old pilot Ada Quill", "a boy aged 11"."""
_BEHIND: Final = 4
"""Words behind a number among which it is told where or whose it is."""
_BOUND: Final = 24
"""Code points before a number in which its figure may begin: "at least", "more than"."""


def numbers_part(pair: Pair) -> Difference | None:
    """Two numbers of one thing, neither of which the other's article gives; where they tell the same, or nearly word for word.

    Figures of one count are told by their own points, and so are those of two, where it is not sure that they are one.
    """
    for number, value in _rivals(pair):
        sure = pair.circle.chance(*pair.sides) >= _SURELY_THE_SAME
        if number.is_age:
            told = sure or _one_such_each(number, value)
        else:
            alike = bool(number.around & value.around)
            told = (alike or (sure and not number.is_bare)) and not _are_in_one_count(number, value, pair.index)
        if told:
            return None if _are_told_anew(pair) else _told(pair, number, value)
    return None


def _are_told_anew(pair: Pair) -> bool:
    """Whether one outlet gives the one on a day and the other on a later one: sixty diggers, and a hundred three days on."""
    outlets = {pair.index.articles[side.article].outlet for side in pair.sides}
    days = [side.written for side in pair.sides]  # of two articles of one day, one may have a number wrong
    return len(outlets) == 1 and (is_update(*days) or is_update(*days[::-1]))


def _told(pair: Pair, number: ToldNumber, value: ToldNumber) -> Difference:
    """Who gives the one number, and who the other, in all articles that do."""
    givers = [
        (one.side, *pair.story.also_giving(one, other, pair.sides)) for one, other in ((number, value), (value, number))
    ]
    names = [pair.index.names(one.article for one in given) for given in givers]
    told = Reason(
        "points.have_words",
        first=names[0],
        one=_words(number),
        second=names[1],
        other=_words(value),
        ones=len(givers[0]),
    )
    members = tuple(dict.fromkeys(one.statement.id for given in givers for one in given))
    return Difference(kind="value", members=members, detail=pair.index.worded(told))


def _rivals(pair: Pair) -> Iterator[tuple[ToldNumber, ToldNumber]]:
    """Numbers of one thing that do not meet, each the only one of it where it stands, and not told by the other's article."""
    sides = [pair.story.sure_numbers(side) for side in pair.sides]
    for number, value in product(*sides):
        alike = number.of_the_same(value) and number.is_near(value) and not number.meets(value)
        if alike and _only_ones(number, sides) and not any(rule(number, value, pair) for rule in _BOTH_SO):
            yield number, value


def _counts_the_rest(number: ToldNumber, value: ToldNumber, _: Pair) -> bool:
    """Whether only one counts those besides others that were told: "12 leaders and 128 other politicians" are 140."""
    return number.comes_on_top != value.comes_on_top


def _looks_back(number: ToldNumber, value: ToldNumber, _: Pair) -> bool:
    """Whether one is only how far its article looks back: "the past five months"."""
    return number.looks_back or value.looks_back


def _is_given_beside(number: ToldNumber, value: ToldNumber, _: Pair) -> bool:
    """Whether a statement gives the other's number too, if without what it counts: "raised to 4 percent from 3.5", "one dead and four hurt" of five."""
    return _gives(number, value) or _gives(value, number)


def _gives(own: ToldNumber, other: ToldNumber) -> bool:
    digits = {f"{number:g}" for number in (other.low, other.high, other.low - own.low)}
    one_more = own.side.lexicon.counted.singling if other.low - own.low == 1 else frozenset[str]()
    beside = (*own.side.words[: own.first], *own.behind())
    return any(word.stem in digits or word.text in one_more for word in beside)


def _of_two_parties(number: ToldNumber, value: ToldNumber, _: Pair) -> bool:
    """Whether each number stands in what somebody else did, or in what was done to somebody else."""
    clauses = (
        Clause(each.deed, each.side.text, each.side.lexicon, each.side.statement.start, each.side.stems)
        for each in (number, value)
    )
    return not number.is_age and of_two_parties(*clauses)


def _of_two_places(number: ToldNumber, value: ToldNumber, _: Pair) -> bool:
    """Whether right behind what is counted another name stands, which the other does not have: 82 percent in one country, 59 in another."""
    names = _name_behind(number), _name_behind(value)
    apart = names[0] not in value.side.stems and names[1] not in number.side.stems
    return not number.is_age and all(names) and apart


def _name_behind(told: ToldNumber) -> str:
    """The stem of the name among the few words behind a number; "" where none is."""
    behind = (word for word in told.behind(_BEHIND) if told.side.text[word.start].isupper() and word.content)
    return next((word.stem for word in behind), "")


def _is_given_elsewhere(number: ToldNumber, value: ToldNumber, pair: Pair) -> bool:
    """Whether the article of one gives the number of the other as well, of the same things."""
    both = (number, value.side.article), (value, number.side.article)
    if number.is_age:
        return any(told.side.words[told.first].stem in pair.story.words[article] for told, article in both)
    return any(told.is_value_of(figure) for told, article in both for figure in pair.index.figures_of(article))


def _has_grown(number: ToldNumber, value: ToldNumber, pair: Pair) -> bool:
    """Whether they are ages between which a birthday may lie."""
    ages = {int(one.low): [one.side.article] for one in (number, value)}
    return number.is_age and may_both_hold(ages, pair.index)


def _may_fill_one_slot(number: ToldNumber, value: ToldNumber, pair: Pair) -> bool:
    """Whether the slot of the event that they fill may have held both: soldiers sent, and more a day later."""
    one, other = number.figure, value.figure
    return one is not None and other is not None and may_both_fill(one, other, pair.index)


def _only_one_came_about(number: ToldNumber, value: ToldNumber, _: Pair) -> bool:
    """Whether one is asked for, expected or planned in words that do not stand before the other: 12,000 were expected, 9,000 came."""
    return number.hoped_for != value.hoped_for


_BOTH_SO: Final = (
    _counts_the_rest, _looks_back, _is_given_beside, _of_two_parties, _of_two_places, _is_given_elsewhere, _has_grown, _may_fill_one_slot,
    _only_one_came_about,
)  # fmt: skip
"""Why both numbers may be right."""


def _only_ones(number: ToldNumber, sides: Sequence[Sequence[ToldNumber]]) -> bool:
    """Whether each statement has one number of this only that the other has not: of several it is not sure which is meant."""
    alike = [[each for each in side if each.of_the_same(number)] for side in sides]
    return all(
        sum(not any(each.meets(one) for one in other) for each in side) == 1
        for side, other in zip(alike, alike[::-1], strict=True)
    )


def _are_in_one_count(number: ToldNumber, value: ToldNumber, index: StoryIndex) -> bool:
    """Whether both are figures of one count, or one of them was found to be of another scope: a city's and a country's."""
    homes = _counts(number, index), _counts(value, index)
    return bool(homes[0] & homes[1]) or "other scope" in {index.points[home].relation for home in homes[0] | homes[1]}


def _counts(told: ToldNumber, index: StoryIndex) -> set[str]:
    """The points of the figures that a number is."""
    words, statement = told.side.words, told.side.statement
    first, end = words[told.first].start - _BOUND, words[told.last].end
    figures = {figure.id for figure in index.figures_within(statement.article, first, end)}
    return {point for point in index.counts_in(statement.id) if figures.intersection(index.points[point].figures)}


def _one_such_each(number: ToldNumber, value: ToldNumber) -> bool:
    """Whether each article gives the age of one such person without a name alone: one man's, or one girl's."""
    whose = number.of, False
    given = (
        {age.low for age in side.story.ages_of(side.article) if holder_of(age, side.lexicon.code) == whose}
        for side in (number.side, value.side)
    )
    return not number.named and all(len(ages) == 1 for ages in given)


def _words(told: ToldNumber) -> str:
    """A number with what it counts, or with whose age it is, as it stands."""
    side, first, last = told.side, told.first, _end_of_counted(told)
    if told.is_age:
        near = range(max(0, first - _HOLDER), min(told.last + _HOLDER + 1, len(side.words)))
        holder = [at for at in near if side.words[at].stem in told.of]
        first, last = min(first, *holder), max(told.last, *holder)
    start = min(side.words[first].start, told.figure.start if told.figure else len(side.text))
    return " ".join(side.text[start : side.words[last].end].split())


def _end_of_counted(told: ToldNumber) -> int:
    """The last word that says what a number counts: the number itself in "£540 and split", the third behind it in "nine counts of fraud"."""
    text, words, listed = told.side.text, told.side.words, told.side.lexicon
    last, left = told.last, _HEADS
    for at in range(told.last + 1, len(words)):
        word = words[at]
        linked = word.text in listed.wording.partitives
        ends = not linked and word.text in function_words(listed.code)  # "140 politicians and"
        if not left or ends or is_number(word.stem) or text[words[at - 1].end : word.start].strip(" -"):
            break  # "$5,900 at 07", "17 months, and found"
        last, left = (last, left) if linked else (at, left - 1)
    return last
