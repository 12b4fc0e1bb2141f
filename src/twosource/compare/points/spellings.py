"""Names that the accounts of one thing spell in two ways: "Rait" and "Raite", "Khaleal" and "Kahleal"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word
from twosource.language.lexicon import lexicon_of
from twosource.language.words_wording import WordingWords
from twosource.model import Difference
from twosource.text.names import fold
from twosource.text.story_index import StoryIndex
from twosource.text.word_rarity import rarity
from twosource.text.word_rarity import stem as rarity_stem

_SHORTEST: Final = 4
"""Letters of a name from which on another spelling can be told from another name."""
_LONG: Final = 8
"""Letters from which on two of them may be others, not only one; of shorter names two may only stand in another order."""
_RARE: Final = (4.0, 5.0)
"""How rare in news at large the commoner and the rarer of two spellings are at the least: "Martin" is a name of its own."""
_LAID: Final = 16
"""Statements of a point whose names are laid side by side."""


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a name: as it stands, and the words of the whole run of capitals around it."""

    word: str
    run: frozenset[str]


@dataclass(slots=True)
class _Spelt:
    """Two spellings of one name, with who has which."""

    circle: int
    holders: tuple[dict[str, str], dict[str, str]] = field(default_factory=lambda: ({}, {}))


def spellings_part(circles: Iterable[Circle], index: StoryIndex) -> Mapping[int, list[Difference]]:
    """Names that statements of one point spell in two ways, each once in a story.

    A name counts as spelt in two ways where no article has both, a letter or two are others, and neither is a word of
    the story's or a common name; of names in several words another one must be the same.

    Args:
        circles: What was gathered, in the order of the points.
        index: The story.

    Returns:
        For the numbers of circles the differences of kind name to show there; every member has one of the spellings.
    """
    every = list(circles)
    words = _Words([one for circle in every for one in circle.all], index)
    found: dict[tuple[str, str], _Spelt] = {}
    for number, circle in enumerate(every):
        for left, right in combinations(circle.all[:_LAID], 2):
            for one, other in words.two_spellings(left, right):
                sides = sorted(((one, left.statement), (other, right.statement)), key=lambda side: side[0])
                spelt = found.setdefault((sides[0][0], sides[1][0]), _Spelt(number))
                for holders, (_, statement) in zip(spelt.holders, sides, strict=True):
                    holders.setdefault(statement.id, statement.article)
    made: dict[int, list[Difference]] = defaultdict(list)
    for pair, spelt in found.items():
        made[spelt.circle].append(_difference(pair, spelt, words, index))
    return made


def _difference(pair: tuple[str, str], spelt: _Spelt, words: "_Words", index: StoryIndex) -> Difference:
    told = [
        f"“{words.shown[word]}” in {index.names(holders.values())}"
        for word, holders in zip(pair, spelt.holders, strict=True)
    ]
    members = tuple(dict.fromkeys((*spelt.holders[0], *spelt.holders[1])))
    return Difference(kind="name", members=members, detail=f"A name is spelt in two ways: {told[0]}, {told[1]}.")


class _Words:
    """The words of a story's statements: which are names, and which article has which."""

    def __init__(self, every: Iterable[Said], index: StoryIndex) -> None:
        self._index = index
        self.shown: dict[str, str] = {}
        self.common: set[str] = set()
        self.articles: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, list[Name]] = {}
        for one in every:
            text = index.articles[one.statement.article].text
            for word in one.words:
                self.articles[one.statement.article].add(_bare(word.text))
                if not text[word.start].isupper():
                    self.common.add(_bare(word.text))

    def names(self, one: Said) -> list[Name]:
        """The words of the names of a statement."""
        if one.statement.id not in self._names:
            self._names[one.statement.id] = list(self._read(one))
        return self._names[one.statement.id]

    def _read(self, one: Said) -> Iterator[Name]:
        text = self._index.articles[one.statement.article].text
        for run in _runs(one, text):
            whole = frozenset(_bare(word.text) for word in run)
            for word in run:
                bare = _bare(word.text)
                if len(bare) >= _SHORTEST and bare not in self.common:
                    self.shown.setdefault(bare, text[word.start : word.start + len(bare)])
                    yield Name(bare, whole)

    def two_spellings(self, left: Said, right: Said) -> Iterator[tuple[str, str]]:
        """The names of two statements that are one, spelt in two ways."""
        here, there = left.statement.article, right.statement.article
        if here == there:
            return
        language = self._index.language
        for one in self.names(left):
            if one.word in self.articles[there]:
                continue
            for other in self.names(right):
                known = other.word in self.articles[here]
                if not known and spelt_alike(one.word, other.word, language) and _of_one(one, other, language):
                    yield one.word, other.word


def _of_one(one: Name, other: Name, language: str) -> bool:
    """Whether the rest of both names does not part them: it is the same in a word, or one has no more than this."""
    rest = one.run - {one.word}, other.run - {other.word}
    return not all(rest) or any(a == b or spelt_alike(a, b, language) for a in rest[0] for b in rest[1])


def _runs(one: Said, text: str) -> Iterator[list[Word]]:
    """Runs of capitalised words that only blanks part."""
    run: list[Word] = []
    for word in one.words:
        if not text[word.start].isupper() or word.text in one.lexicon.wording.weekdays:
            if run:
                yield run
            run = []
            continue
        if run and text[run[-1].end : word.start].strip(" ."):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=50_000)
def spelt_alike(one: str, other: str, language: str) -> bool:
    """Whether two words in lower case may be one rare name in two spellings.

    A plural, an adjective, an accent or the way of an ocean's other side make none.

    Example:
        >>> spelt_alike("khaleal", "kahleal", "en"), spelt_alike("martin", "martins", "en")
        (True, False)
    """
    words = lexicon_of(language).wording
    short, full = sorted((one, other), key=len)
    if len(short) < _SHORTEST or _in_one_spelling(one, words) == _in_one_spelling(other, words):
        return False
    if full.startswith(short) and full[len(short) :] in words.endings:
        return False
    slips = DamerauLevenshtein.distance(one, other, score_cutoff=2)
    most = 2 if len(short) >= _LONG or sorted(one) == sorted(other) else 1
    rare = sorted(rarity(rarity_stem(word, language)) for word in (one, other))
    return 0 < slips <= most and rare[0] >= _RARE[0] and rare[1] >= _RARE[1]


def _in_one_spelling(word: str, words: WordingWords) -> str:
    """A word without accents, as it is spelt on one side of the ocean."""
    word = fold(word)
    for here, there in words.spellings:
        word = word.replace(here, there)
    return word
