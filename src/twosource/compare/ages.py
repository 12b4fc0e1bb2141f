"""Ages told in two ways: "Ada Quill, 34" and "35-year-old Ada Quill"; "two women, 61 and 48" and "68 and 48"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from twosource.compare.alignment.wording import Word, content_stems, is_number, words_of
from twosource.compare.between import Told, by_value, conflict, sides_of, ways
from twosource.compare.points.spelt_alike import spelt_alike
from twosource.language.lexicon import lexicon_of
from twosource.model import Conflict, Figure, Statement
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_OLDEST: Final = 115
_BACK: Final = 2
"""Years: more of them inside one article are its look back."""
_BIRTHDAY: Final = 14
"""Days between articles from which on one may have been celebrated."""
_YEAR: Final = 365
"""Days."""
_APART: Final = 10
"""Years by which two accounts of one age differ at the most; further apart, two people are told of."""
_NEAR: Final = 3
"""The same for somebody without a name, of whom only the word "boy" says that he is one."""
_FULL: Final = 2
"""Words of a full name without middle names."""
_LIST: Final = 2
"""Words behind a number among which another age of its list begins, or that say that it is one."""
Ages = tuple[int, ...]


def age_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """People to whom different ages are given, in two articles or in one: one conflict a person.

    Who has one full name is one person, and so is who is called by one word ("boy") in articles that give no other age.
    """
    told = _by_one_name(_ages_told(index), index)
    for name in sorted(told):
        by_age = by_value(told[name])
        if _are_two_of_one(name, by_age, index):
            sides = ways(sorted(by_age.items()), index)
            members = sorted(filter(None, {index.statement_at(each.article, each.start) for each in told[name]}))
            reason = Reason("story.is" if _is_full_name(name) else "story.called", name=name, told=sides)
            of_ages = sides_of(by_age, index)
            yield conflict("value", reason, members, index, "value", "age", name, topic=name, sides=of_ages)


def _ages_told(index: StoryIndex) -> Mapping[str, list[Told]]:
    """Ages by who has them: a full name, or the one word for who is alone in an article."""
    told: dict[str, list[Told]] = defaultdict(list)
    for article in index.articles:
        found = ((_name(age, index), _in_years(age, index), age.start) for age in index.ages_of(article))
        ages = [(name, Told(years, article, start)) for name, years, start in found if years is not None]
        alone = len({each.value for _, each in ages}) == 1
        for name, each in ages:
            if _is_full_name(name):
                told[name].append(each)
            elif alone and name.islower():
                told[name.split()[-1]].append(each)
    return told


def _name(age: Figure, index: StoryIndex) -> str:
    """Who has an age: without a title, and by the full name where one source only has that surname."""
    words = age.counted.replace("’", "'").split()
    titles = lexicon_of(index.articles[age.article].language).names.titles
    while len(words) > 1 and words[0].lower().strip(".") in titles:
        words = words[1:]
    if len(words) != 1 or words[0].islower():
        return " ".join(words)
    named = {source.name for source in index.sources.values() if source.name.split()[-1:] == words}
    full = {name for name in named if _is_full_name(name)}
    return full.pop() if len(full) == 1 else words[0]


def _by_one_name(told: Mapping[str, list[Told]], index: StoryIndex) -> Mapping[str, list[Told]]:
    """The same, two spellings of one full name taken together under the one that comes first: "Ada Quill", "Adda Quill"."""
    merged: dict[str, list[Told]] = defaultdict(list)
    for name in sorted(told):
        language = index.articles[told[name][0].article].language
        merged[next((known for known in merged if _is_spelt_as(known, name, language)), name)] += told[name]
    return merged


def _is_spelt_as(one: str, other: str, language: str) -> bool:
    """Whether two full names are one but for middle names, or have as many words, of which one is spelt otherwise."""
    words = one.casefold().split(), other.casefold().split()
    if _is_full_name(one) and (words[0][0], words[0][-1]) == (words[1][0], words[1][-1]):
        return min(map(len, words)) == _FULL
    unlike = [pair for pair in zip(*words, strict=False) if pair[0] != pair[1]]
    full = len(words[0]) == len(words[1]) > len(unlike) == 1
    return full and spelt_alike(*unlike[0], language, of_one=True)


def _is_full_name(name: str) -> bool:
    return len(name.split()) > 1 and all(part[:1].isupper() for part in name.split())


def _are_two_of_one(name: str, by_age: Mapping[int, Iterable[str]], index: StoryIndex) -> bool:
    """Whether somebody has two ages of which one is wrong; two who are only called alike are near in age by chance."""
    if len(by_age) < 2 or may_both_hold(by_age, index):  # noqa: PLR2004 - one age is no two
        return False
    return _is_full_name(name) or max(by_age) - min(by_age) <= _NEAR


def _in_years(age: Figure, index: StoryIndex) -> int | None:
    """An age as a whole number of years; None for a range, for days and months, and for what nobody reaches."""
    exact = age.low == age.high and age.unit == lexicon_of(index.articles[age.article].language).ages.unit
    return int(age.low) if exact and 0 < age.low <= _OLDEST else None


def may_both_hold(ages: Mapping[int, Iterable[str]], index: StoryIndex) -> bool:
    """Whether the ages, each with its articles, may all be right: a birthday lies between, or one article looks years back."""
    low, high = min(ages), max(ages)
    young, old = set(ages[low]), set(ages[high])
    if high - low > _BACK and young & old:
        return True
    younger, older = _days(young, index), _days(old, index)
    if len(younger) < len(young) or len(older) < len(old):
        return high - low <= max(_years_of(index), 1)  # an article without a day may be of any year of the story
    passed = (min(older) - min(younger)).days  # an old age that is told again later is a stale one
    return passed >= _BIRTHDAY and high - low <= passed // _YEAR + 1


def _years_of(index: StoryIndex) -> int:
    """How many years lie between a story's articles, begun ones counted."""
    days = _days(index.articles, index)
    return (max(days) - min(days)).days // _YEAR + 1 if days else 0


def _days(articles: Iterable[str], index: StoryIndex) -> list[date]:
    """The days of those articles that have one."""
    times = (index.time(article) for article in articles)
    return [date.fromisoformat(time[:10]) for time in times if time and len(time) >= len("2031-05-14")]


def listed_age_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Ages told together of which one is the same, and one is given nowhere in the other article: one conflict for each two ages."""
    listed = {one: _listed(one, index) for one in sorted(index.statements.values(), key=lambda each: each.id)}
    known: dict[str, set[int]] = defaultdict(set)
    for statement, ages in listed.items():
        known[statement.article].update(ages)
    found: dict[tuple[int, int], list[Told]] = defaultdict(list)
    for left, right in combinations((one for one, ages in listed.items() if len(set(ages)) > 1), 2):
        pair = _other_age(left, right, listed, known)
        if pair and _of_one_thing(left, right, pair, index):
            found[min(pair), max(pair)] += [_of_pair(one, listed[one], pair) for one in (left, right)]
    return (_told_together(pair, by_value(found[pair]), index) for pair in sorted(found))


def _of_pair(one: Statement, ages: Ages, pair: tuple[int, int]) -> Told:
    return Told(next(age for age in sorted(pair) if age in ages), one.article, one.start, one.id)


def _told_together(
    ages: tuple[int, int], sides: Mapping[int, Mapping[str, Told]], index: StoryIndex
) -> Conflict | None:
    one, other = ways(((age, sides[age]) for age in ages), index)
    members = (told.words for age in ages for told in sides[age].values())
    line = Reason("story.ages_together", one=one, other=other)
    return conflict("value", line, members, index, "value", "ages", topic=Reason("story.several_ages"))


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


def _listed(statement: Statement, index: StoryIndex) -> Ages:
    """The ages in years that a statement gives, in their order, and numbers right before one in a list: "61 and 48 years old"."""
    article = index.articles[statement.article]
    words = words_of(article.text, article.language, *statement.content)
    found: dict[int, int] = {}
    for at in range(len(words) - 1, -1, -1):
        age = _age_at(statement.article, words, at, index)
        in_a_list = any(place in found for place in range(at + 1, at + 1 + _LIST))
        if age is None and in_a_list and words[at].text.isdecimal():
            age = int(words[at].text)
        if age is not None and 0 < age <= _OLDEST:
            found[at] = age
    return tuple(found[at] for at in sorted(found))


def _age_at(article: str, words: tuple[Word, ...], at: int, index: StoryIndex) -> int | None:
    """The age that begins with a word, or that a number is with the words behind it; None where none does."""
    age, told = index.age_at(article, words[at].start), index.lexicon.ages
    if age is not None:
        return _in_years(age, index)
    behind = [word.text for word in words[at + 1 : at + 1 + _LIST]]
    in_words = len(behind) > 1 and behind[0] == told.unit and behind[1] in told.old_forms
    return int(words[at].text) if in_words and words[at].text.isdecimal() else None


def _of_one_thing(left: Statement, right: Statement, ages: tuple[int, int], index: StoryIndex) -> bool:
    """Whether both stand in two articles, have a word in common that is no number and says of no age, and no birthday lies between."""
    given = {ages[0]: [left.article], ages[1]: [right.article]}
    alike = left.article != right.article and _words(left, index) & _words(right, index)
    return bool(alike) and not may_both_hold(given, index)


def _words(statement: Statement, index: StoryIndex) -> set[str]:
    article = index.articles[statement.article]
    stems = content_stems(words_of(article.text, article.language, *statement.content))
    return {stem for stem in stems if not is_number(stem)} - lexicon_of(article.language).wording.ages
