"""Ages of several told together, of which one differs: "two women, 61 and 48" here, "68 and 48" there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from typing import Final

from twosource.compare.ages import may_both_hold
from twosource.compare.alignment.wording import Word, content_stems, is_number, words_of
from twosource.language.lexicon import lexicon_of
from twosource.model import Conflict, Statement, content_id
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_SEVERAL: Final = 2
_OLDEST: Final = 115
_APART: Final = 10
"""Years by which two accounts of one age differ at the most; further apart, two people are told of."""
_LIST: Final = 2
"""Words behind a number among which another age of its list begins, or that say that it is one."""
Ages = tuple[int, ...]


def listed_age_conflicts(index: StoryIndex) -> Iterator[Conflict]:
    """Ages told together of which one is the same, and one is given nowhere in the other article.

    Returns:
        Conflicts of value, one for each two ages, without a point; members are the statements that give them.
    """
    told: dict[Statement, Ages] = {}
    known: dict[str, set[int]] = defaultdict(set)
    for statement in sorted(index.statements.values(), key=lambda one: one.id):
        ages = _ages(statement, index)
        known[statement.article].update(ages)
        if len(set(ages)) >= _SEVERAL:
            told[statement] = ages
    found: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for left, right in combinations(told, 2):
        pair = _other_age(left, right, told, known)
        if pair and _fit(left, right, *pair, index):
            found[min(pair), max(pair)] += [left, right]
    for (here, there), statements in sorted(found.items(), key=lambda each: each[0]):
        yield _conflict((here, there), statements, index)


def _other_age(
    left: Statement, right: Statement, told: Mapping[Statement, Ages], known: Mapping[str, set[int]]
) -> tuple[int, int] | None:
    """The one age of each that the other's article has not, where it stands beside one that they share."""
    one, other = set(told[left]) - known[right.article], set(told[right]) - known[left.article]
    if len(one) != 1 or len(other) != 1:
        return None
    here, there = min(one), min(other)
    beside = _beside(here, told[left]) & _beside(there, told[right])
    return (here, there) if beside and abs(here - there) <= _APART else None


def _beside(age: int, ages: Ages) -> set[int]:
    """The ages right before and right behind one."""
    return {near for pair in pairwise(ages) if age in pair for near in pair} - {age}


def _ages(statement: Statement, index: StoryIndex) -> Ages:
    """The ages in years that a statement gives, in their order, and numbers right before one in a list: "61 and 48 years old"."""
    article = index.articles[statement.article]
    words = words_of(article.text, article.language, *statement.content)
    found: dict[int, int] = {}
    for at in range(len(words) - 1, -1, -1):
        age = _age_at(statement.article, words, at, index)
        behind = next((place for place in range(at + 1, at + 1 + _LIST) if place in found), None)
        if age is None and behind is not None and words[at].text.isdecimal():
            age = int(words[at].text)
        if age is not None and 0 < age <= _OLDEST:
            found[at] = age
    return tuple(found[at] for at in sorted(found))


def _age_at(article: str, words: tuple[Word, ...], at: int, index: StoryIndex) -> int | None:
    """The age that begins with a word, or that a number is with the words behind it; None where none does."""
    told = index.lexicon.ages
    age = index.age_at(article, words[at].start)
    if age is not None:
        return int(age.low) if age.unit == told.unit and age.low == age.high else None
    behind = [word.text for word in words[at + 1 : at + 1 + _LIST]]
    in_words = len(behind) > 1 and behind[0] == told.unit and behind[1] in told.old_forms
    return int(words[at].text) if in_words and words[at].text.isdecimal() else None


def _fit(left: Statement, right: Statement, here: int, there: int, index: StoryIndex) -> bool:
    """Whether both tell of one thing, in two articles, and no birthday lies between."""
    if left.article == right.article:
        return False
    places = {here: [(left.article, left.start)], there: [(right.article, right.start)]}
    return bool(_words(left, index) & _words(right, index)) and not may_both_hold(places, index)


def _words(statement: Statement, index: StoryIndex) -> set[str]:
    article = index.articles[statement.article]
    stems = content_stems(words_of(article.text, article.language, *statement.content))
    return {stem for stem in stems if not is_number(stem)} - lexicon_of(article.language).wording.ages


def _conflict(ages: tuple[int, int], statements: list[Statement], index: StoryIndex) -> Conflict:
    sides: dict[int, dict[str, Statement]] = {age: {} for age in ages}
    for statement in statements:
        own = _ages(statement, index)
        sides[next(age for age in ages if age in own)].setdefault(statement.article, statement)
    told = [Reason("lists.in", words=age, articles=index.names(sides[age])) for age in ages]
    members = tuple(one.id for age in ages for one in sides[age].values())
    detail = index.worded(Reason("story.ages_together", one=told[0], other=told[1]))
    return Conflict(id=content_id("c", "value", "ages", *members), kind="value", members=members, detail=detail)
