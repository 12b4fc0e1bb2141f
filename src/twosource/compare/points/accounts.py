"""What the articles of a story say, as rules that lay two statements side by side ask it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import is_number
from twosource.compare.numbers.told_numbers import ToldNumber, told_numbers
from twosource.text.story_index import StoryIndex

_SHARED: Final = 2
"""Content words, a name among them, beyond which two sentences tell of one thing."""


class Accounts:
    """What the articles of a story say, as rules that lay two statements side by side ask it."""

    def __init__(self, circles: Iterable[Circle], index: StoryIndex) -> None:
        """Take the words of everything that was gathered."""
        self.index = index
        words: dict[str, set[str]] = defaultdict(set)
        self._said = sorted((one for circle in circles for one in circle.all), key=lambda one: one.statement.id)
        for one in self._said:
            words[one.article].update(one.stems)
        self.words: Mapping[str, set[str]] = words
        self._numbers: dict[Said, tuple[ToldNumber, ...]] = {}
        self._sure: dict[Said, tuple[ToldNumber, ...]] = {}

    def numbers(self, side: Said) -> tuple[ToldNumber, ...]:
        """A statement's numbers, read once."""
        if side not in self._numbers:
            self._numbers[side] = told_numbers(side)
        return self._numbers[side]

    def sure_numbers(self, side: Said) -> tuple[ToldNumber, ...]:
        """Its numbers; none where it may not be sure which is to be added to which: "four were badly hurt, 20 others slightly"."""
        if side not in self._sure:
            remainders = side.lexicon.wording.remainders
            self._sure[side] = () if any(word.text in remainders for word in side.words) else self.numbers(side)
        return self._sure[side]

    def also_giving(self, told: ToldNumber, other: ToldNumber, sides: tuple[Said, Said]) -> list[Said]:
        """Statements of further articles that give the same number of the same things, one an article, and name what one of the sides names.

        An article that gives the other number too is left out.
        """
        found: dict[str, Said] = {}
        left_out = {side.article for side in (*sides, *self._giving(other))}
        for one in self._giving(told):
            if one.article not in left_out and any(_about_one(one, side) for side in sides):
                found.setdefault(one.article, one)
        return list(found.values())

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


def _about_one(one: Said, other: Said) -> bool:
    """Whether the sentences around both name somebody or something, and share a word besides."""
    stems, names = ([each.sentence_stems[at] for each in (one, other)] for at in (0, 1))
    shared = stems[0] & stems[1]
    return bool(shared & names[0] & names[1]) and len({stem for stem in shared if not is_number(stem)}) > _SHARED
