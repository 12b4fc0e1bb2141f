"""What the articles of a story say, as rules that lay two statements side by side ask it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from twosource.compare.ages import may_both_hold
from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word, is_number, words_of
from twosource.compare.points.told_numbers import ToldNumber, told_numbers
from twosource.text.story_index import StoryIndex

_SHARED: Final = 2
"""Content words, a name among them, beyond which two sentences tell of one thing."""


class Accounts:
    """What the articles of a story say, as rules that lay two statements side by side ask it."""

    def __init__(self, circles: Iterable[Circle], index: StoryIndex) -> None:
        """Take the words of everything that was gathered."""
        self.index = index
        words: dict[str, set[str]] = defaultdict(set)
        gathered = list(circles)
        for circle in gathered:
            for one in circle.all:
                words[one.statement.article].update(word.stem for word in one.words)
        self.words: Mapping[str, set[str]] = words
        self._said = sorted((one for circle in gathered for one in circle.all), key=lambda one: one.statement.id)
        self._numbers: dict[str, tuple[ToldNumber, ...]] = {}
        self._sentences: dict[str, tuple[Word, ...]] = {}

    def numbers(self, side: Said) -> tuple[ToldNumber, ...]:
        """A statement's numbers, read once."""
        name = side.statement.id
        if name not in self._numbers:
            self._numbers[name] = told_numbers(side, self.index) if _has_numbers(side) else ()
        return self._numbers[name]

    def given_elsewhere(self, left: Said, number: ToldNumber, right: Said, value: ToldNumber) -> bool:
        """Whether the article of one gives the number of the other as well, of the same things."""
        articles = right.statement.article, left.statement.article
        if number.is_age:
            stems = left.words[number.first].stem, right.words[value.first].stem
            return any(stem in self.words[article] for stem, article in zip(stems, articles, strict=True))
        return any(
            told.is_value_of(figure, self.index.language)
            for told, article in zip((number, value), articles, strict=True)
            for figure in self.index.figures_of(article)
        )

    def grown(self, left: Said, number: ToldNumber, right: Said, value: ToldNumber) -> bool:
        """Whether they are ages between which a birthday may lie."""
        told = ((int(number.low), left.statement), (int(value.low), right.statement))
        ages = {age: [(statement.article, statement.start)] for age, statement in told}
        return number.is_age and may_both_hold(ages, self.index)

    def also_giving(self, told: ToldNumber, other: ToldNumber, sides: tuple[Said, Said]) -> list[Said]:
        """Statements of further articles that give the same number of the same things, one an article.

        Args:
            told: The number.
            other: What is told in its place; an article that gives that too is left out.
            sides: The two statements that give the one and the other; a further one names what one of them names.
        """
        own = {one.statement.article for one in sides}
        found: dict[str, Said] = {}
        for one in self._giving(told):
            if one.statement.article not in own and any(self._about_one(one, side) for side in sides):
                found.setdefault(one.statement.article, one)
        return [one for article, one in found.items() if not self._article_gives(other, article)]

    def _article_gives(self, told: ToldNumber, article: str) -> bool:
        return any(one.statement.article == article for one in self._giving(told))

    def _giving(self, told: ToldNumber) -> Iterator[Said]:
        """The statements that give the same number of the same things, by id."""
        same = self._by_value.get((told.low, told.high), ())
        return (one for one in same if any(each.is_same(told) for each in self.numbers(one)))

    @cached_property
    def _by_value(self) -> Mapping[tuple[float, float], list[Said]]:
        """The statements that give a value, once for each of their values."""
        found: dict[tuple[float, float], list[Said]] = defaultdict(list)
        for one in self._said:
            for value in dict.fromkeys((number.low, number.high) for number in self.numbers(one)):
                found[value].append(one)
        return found

    def _about_one(self, one: Said, other: Said) -> bool:
        """Whether the sentences around both name somebody or something, and share a word besides."""
        words = [self._sentence(side) for side in (one, other)]
        shared = {word.stem for word in words[0] if word.content} & {word.stem for word in words[1] if word.content}
        names = shared & self._names(one, words[0]) & self._names(other, words[1])
        return bool(names) and len({stem for stem in shared if not is_number(stem)}) > _SHARED

    def _sentence(self, side: Said) -> tuple[Word, ...]:
        """The words of the sentence in which a statement begins, read once."""
        name = side.statement.id
        if name not in self._sentences:
            article = self.index.articles[side.statement.article]
            sentence = self.index.sentence(article.id, side.statement.start)
            self._sentences[name] = words_of(article.text, article.language, sentence)
        return self._sentences[name]

    def _names(self, side: Said, words: tuple[Word, ...]) -> set[str]:
        text = self.index.articles[side.statement.article].text
        return {word.stem for word in words[1:] if word.content and text[word.start].isupper()}


def _has_numbers(side: Said) -> bool:
    return any(is_number(word.stem) for word in side.words)
