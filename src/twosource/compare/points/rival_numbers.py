"""Two numbers of one thing in statements that tell the same, of which neither is the other told roughly, grown, or of another count."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Final

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import is_number, words_of
from twosource.compare.points.accounts import Accounts
from twosource.compare.points.relations import is_update
from twosource.compare.points.told_numbers import ToldNumber, holder_of
from twosource.model import Difference, Participant, Span
from twosource.text.grams import function_words
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_HEADS: Final = 2
"""Content words behind a number among which what it counts is looked for."""
_NEAR: Final = 3
"""Content words before a number and behind what it counts in which the rest of the clause is looked for."""
_SURELY_THE_SAME: Final = 0.85
"""Chance from which on two statements tell one thing so surely that two numbers of it are two accounts."""
_DAY: Final = len("2031-05-14")
"""Of two articles of one day, one may have a number wrong; a day later it is another number."""
_HOLDER: Final = 5
"""Words between an age and whose it is: "the 34-year-old pilot Ada Quill", "a boy aged 11"."""
_BEHIND: Final = 4
"""Words behind a number among which it is told where or whose it is."""
_ANTECEDENT: Final = 300
"""Code points before a "he" in which the name stands that it means."""
_BOUND: Final = 24
"""Code points before a number in which its figure may begin: "at least", "more than"."""


def numbers_part(left: Said, right: Said, circle: Circle, story: Accounts) -> Difference | None:
    """Two numbers of one thing, neither of which the other's article gives; where they tell the same, or nearly word for word.

    Figures of one count are told by their own points, and so are those of two, where it is not sure that they are one.
    """
    index = story.index
    if _told_anew(left, right, index):
        return None
    sure = circle.chance(left, right) >= _SURELY_THE_SAME
    for number, value in _rivals(left, right, story):
        one_such = number.is_age and _one_such_each(left, right, number, index)
        if not sure and not (one_such or (not number.is_age and _same_around(left, number, right, value))):
            continue
        if not number.is_age and _in_one_count(left, number, right, value, index):
            continue
        return _told((left, right), (number, value), story)
    return None


def _told_anew(left: Said, right: Said, index: StoryIndex) -> bool:
    """Whether one outlet gives the one on a day and the other on a later one: sixty diggers, and a hundred three days on."""
    articles = [index.articles[side.statement.article] for side in (left, right)]
    days = [(index.time(article.id) or "")[:_DAY] for article in articles]
    return articles[0].outlet == articles[1].outlet and (is_update(*days) or is_update(*days[::-1]))


def _told(sides: tuple[Said, Said], numbers: tuple[ToldNumber, ToldNumber], story: Accounts) -> Difference:
    """Who gives the one number, and who the other, in all articles that do."""
    index = story.index
    words = [_around(side, number, index) for side, number in zip(sides, numbers, strict=True)]
    givers = [
        (side, *story.also_giving(number, other, sides))
        for side, number, other in zip(sides, numbers, numbers[::-1], strict=True)
    ]
    names = [index.names(one.statement.article for one in given) for given in givers]
    told = Reason(
        "points.have_words",
        first=names[0],
        one=words[0],
        second=names[1],
        other=words[1],
        ones=len(givers[0]),
    )
    members = tuple(dict.fromkeys(one.statement.id for given in givers for one in given))
    return Difference(kind="value", members=members, detail=index.worded(told))


def _rivals(left: Said, right: Said, story: Accounts) -> Iterator[tuple[ToldNumber, ToldNumber]]:
    """Numbers of one thing that do not meet, each the only one of it where it stands, and not told by the other's article."""
    if any(word.text in side.lexicon.wording.remainders for side in (left, right) for word in side.words):
        return  # "four were badly hurt, 20 others slightly": which is to be added to which is not sure
    sides = story.numbers(left), story.numbers(right)
    for number, value in product(*sides):
        alike = number.of_the_same(value) and number.is_near(value) and not number.meets(value)
        if alike and _only_ones(number, sides) and not _explained(left, number, right, value, story):
            yield number, value


def _explained(left: Said, number: ToldNumber, right: Said, value: ToldNumber, story: Accounts) -> bool:
    """Whether both may be right: one counts the rest, they are of two people's deeds, told elsewhere as well, or grown."""
    told = left, number, right, value
    rest = _is_rest(left, number) or _is_rest(right, value)
    rules = (
        _of_two_doers(*told, story.index),
        _of_two_places(*told, story.index),
        story.given_elsewhere(*told),
        story.grown(*told),
    )
    return rest or _given_beside(left, number, value) or _given_beside(right, value, number) or any(rules)


def _given_beside(side: Said, own: ToldNumber, other: ToldNumber) -> bool:
    """Whether a statement gives the other's number too, if without what it counts: "raised to 4 percent from 3.5", "one dead and four hurt" of five."""
    digits = {f"{number:g}" for number in (other.low, other.high, other.low - own.low)}
    one_more = side.lexicon.counted.singling if other.low - own.low == 1 else frozenset[str]()
    beside = (*side.words[: own.first], *side.words[own.last + 1 :])
    return any(word.stem in digits or word.text in one_more for word in beside)


def _of_two_doers(left: Said, number: ToldNumber, right: Said, value: ToldNumber, index: StoryIndex) -> bool:
    """Whether each number stands in what somebody else did, whom the other does not name: two players' runs of some yards."""
    one, two = _doer(left, number, index), _doer(right, value, index)
    if number.is_age or one is None or two is None:
        return False
    sides = (one, left), (two, right)
    if not any(_is_named(*side, index) for side in sides):
        return False
    if not all(_is_named(*side, index) or _is_pronoun(side[0], index) for side in sides):
        return False
    told_left, told_right = (_told_with(*side, index) for side in sides)
    return not (_stems(one.span, left, index) & told_right or _stems(two.span, right, index) & told_left)


def _told_with(doer: Participant, side: Said, index: StoryIndex) -> set[str]:
    """The words of a statement, and of what stands before it where it only says "he" of who did it."""
    place, stems = side.statement.span, {word.stem for word in side.words}
    before = Span(start=max(0, place.start - _ANTECEDENT), end=place.start)
    return stems | _stems(before, side, index) if _is_pronoun(doer, index) else stems


def _is_pronoun(doer: Participant, index: StoryIndex) -> bool:
    return index.lexicon.pronouns.is_pronoun(doer.head)


def _is_named(doer: Participant, side: Said, index: StoryIndex) -> bool:
    """Whether a name is among the words for who did it: "the nation's best scorer, Ivo Lanz"."""
    words = doer.span.of(index.articles[side.statement.article].text).split()
    return doer.named or any(word[:1].isupper() for word in words[1:])


def _of_two_places(left: Said, number: ToldNumber, right: Said, value: ToldNumber, index: StoryIndex) -> bool:
    """Whether right behind what is counted another name stands, which the other does not have: 82 percent in one country, 59 in another."""
    names = _name_behind(left, number, index), _name_behind(right, value, index)
    if number.is_age or not all(names):
        return False
    return not any(word.stem == names[0] for word in right.words) and not any(w.stem == names[1] for w in left.words)


def _name_behind(side: Said, told: ToldNumber, index: StoryIndex) -> str:
    """The stem of the name among the few words behind a number; "" where none is."""
    text = index.articles[side.statement.article].text
    behind = side.words[told.last + 1 : told.last + 1 + _BEHIND]
    return next((word.stem for word in behind if text[word.start].isupper() and word.content), "")


def _doer(side: Said, told: ToldNumber, index: StoryIndex) -> Participant | None:
    """Who did what the clause around a number tells, as far as it says; of clauses in each other, the one that begins last."""
    at = side.words[told.first].start
    around = [each for each in index.happenings(side.statement) if each.clause.start <= at < each.clause.end]
    return max(around, key=lambda each: each.clause.start).doer if around else None


def _stems(span: Span, side: Said, index: StoryIndex) -> set[str]:
    """The content words of a stretch of a statement's article."""
    article = index.articles[side.statement.article]
    return {word.stem for word in words_of(article.text, article.language, span) if word.content}


def _is_rest(side: Said, told: ToldNumber) -> bool:
    """Whether a number counts those besides others that were told: "12 leaders and 128 other politicians" are 140."""
    behind = side.words[told.last + 1 : told.last + 2]
    return any(word.text in side.lexicon.counted.rest for word in behind)


def _only_ones(number: ToldNumber, sides: tuple[Sequence[ToldNumber], ...]) -> bool:
    """Whether each statement has one number of this only that the other has not: of several it is not sure which is meant."""
    alike = [[each for each in side if each.of_the_same(number)] for side in sides]
    left = [
        [each for each in side if not any(each.meets(one) for one in other)]
        for side, other in zip(alike, alike[::-1], strict=True)
    ]
    return all(len(side) == 1 for side in left)


def _in_one_count(left: Said, number: ToldNumber, right: Said, value: ToldNumber, index: StoryIndex) -> bool:
    """Whether both are figures of one count, or one of them was found to be of another scope: a city's and a country's."""
    homes = [_counts(side, told, index) for side, told in ((left, number), (right, value))]
    scopes = {index.points[home].relation for home in homes[0] | homes[1]}
    return bool(homes[0] & homes[1]) or "other scope" in scopes


def _counts(side: Said, told: ToldNumber, index: StoryIndex) -> set[str]:
    """The points of the figures that a number is."""
    first, end = side.words[told.first].start - _BOUND, side.words[told.last].end
    figures = {figure.id for figure in index.figures_within(side.statement.article, first, end)}
    return {point for point in index.counts_in(side.statement.id) if figures.intersection(index.points[point].figures)}


def _one_such_each(left: Said, right: Said, number: ToldNumber, index: StoryIndex) -> bool:
    """Whether each article gives the age of one such person without a name alone: one man's, or one girl's."""
    if number.named:
        return False
    whose = number.of, False
    given = (
        {age.low for age in index.ages_of(side.statement.article) if holder_of(age, side.lexicon.code) == whose}
        for side in (left, right)
    )
    return all(len(ages) == 1 for ages in given)


def _same_around(left: Said, number: ToldNumber, right: Said, value: ToldNumber) -> bool:
    """Whether a content word near the number, before or behind what it counts, is the same in both."""
    near = [_near(side, told) for side, told in ((left, number), (right, value))]
    return bool(near[0] & near[1])


def _near(side: Said, told: ToldNumber) -> set[str]:
    before = [each.stem for each in side.words[: told.first] if each.content][-_NEAR:]
    behind = [each.stem for each in side.words[told.last + 2 :] if each.content][:_NEAR]
    counted = {two.stem for one, two in pairwise(side.words) if is_number(one.stem)}  # "and 24 seconds" says of what
    return {stem for stem in (*before, *behind) if not is_number(stem)} - counted


def _around(side: Said, told: ToldNumber, index: StoryIndex) -> str:
    text = index.articles[side.statement.article].text
    first, last = told.first, _end_of_counted(side, told, text)
    if told.is_age:
        near = range(max(0, first - _HOLDER), min(told.last + _HOLDER + 1, len(side.words)))
        holder = [at for at in near if side.words[at].stem in told.of]
        first, last = min(first, *holder), max(told.last, *holder)
    start = min(side.words[first].start, told.figure.start if told.figure else len(text))
    return " ".join(text[start : side.words[last].end].split())


def _end_of_counted(side: Said, told: ToldNumber, text: str) -> int:
    """The last word that says what a number counts: the number itself in "£540 and split", the third behind it in "nine counts of fraud"."""
    last, left = told.last, _HEADS
    for at in range(told.last + 1, len(side.words)):
        word = side.words[at]
        linked = word.text in side.lexicon.wording.partitives
        ends = not linked and word.text in function_words(side.lexicon.code)  # "140 politicians and"
        if not left or ends or is_number(word.stem) or text[side.words[at - 1].end : word.start].strip(" -"):
            break  # "$5,900 at 07", "17 months, and found"
        last, left = (last, left) if linked else (at, left - 1)
    return last
