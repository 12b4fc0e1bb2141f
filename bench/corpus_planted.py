"""A corpus of invented articles in which it is known what was copied from where.

Words are invented and as unequal as those of a language: the n-th most usual one is met 1 / (n + 2.7) as often. Every
choice comes from one seed.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import numpy as np

from twosource.model import Article, Block, content_id

_SENTENCES: Final = 23
_SHORTEST, _LONGEST = 12, 25
_WORDS: Final = 60_000
_OUTLETS: Final = 400
_DAYS: Final = 365
_FIRST_DAY: Final = date(2031, 1, 1)
_A_PARAGRAPH: Final = 4
Sentences = list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """Copied wording: the rows of the articles that hold it, the source first, and where in each, in code points."""

    holders: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(slots=True, kw_only=True)
class Corpus:
    """Articles by row, what was planted in them, and the rows of reprints with what they are reprints of."""

    articles: list[Article] = field(default_factory=list)
    passages: list[Planted] = field(default_factory=list)
    reprints: dict[int, int] = field(default_factory=dict)


def invented(count: int, *, edits: float = 0.05, seed: int = 1) -> Corpus:
    """Invent ``count`` articles of some 420 words.

    One in ten is a reprint of another with ``edits`` of its words changed, one in twenty holds two or three sentences of
    another, edited as much. One article is reprinted fifty times and by one in a thousand, and many copy from it. Every
    article ends with its outlet's standing text; one in five holds a phrase that many hold.
    """
    return _Inventor(count, edits, seed).corpus()


class _Inventor:
    def __init__(self, count: int, edits: float, seed: int) -> None:
        self.count, self.edits = count, edits
        self.words = _vocabulary()
        odds = 1 / (np.arange(_WORDS) + 2.7)
        self.steps = np.cumsum(odds / odds.sum())
        # The same outlets and phrases, whatever else is invented.
        self.chance = np.random.default_rng(0)
        self.standing = [self._sentences(2) for _ in range(_OUTLETS)]
        self.phrases = [self._draw(9) for _ in range(500)]
        self.chance = np.random.default_rng(seed + 1)

    def corpus(self) -> Corpus:
        """Everything."""
        many = 50 + self.count // 1000
        plain = self.count - self.count // 10
        bodies = [self._sentences(_SENTENCES) for _ in range(plain)]
        days = self.chance.integers(0, _DAYS, plain).tolist()
        outlets = self.chance.integers(0, _OUTLETS, plain).tolist()
        for row in self.chance.choice(plain, plain // 5, replace=False).tolist():
            sentence = bodies[row][int(self.chance.integers(_SENTENCES))]
            sentence[3:3] = self.phrases[int(self.chance.integers(500))]
        corpus = Corpus()
        shared = self._copy(bodies, days, many)
        for of in self._reprinted(plain, many):
            corpus.reprints[len(bodies)] = of
            bodies.append([self._edited(sentence) for sentence in bodies[of]])
            days.append(days[of] + int(self.chance.integers(1, 4)))
            outlets.append((outlets[of] + 1 + int(self.chance.integers(_OUTLETS - 1))) % _OUTLETS)
        spans: dict[int, list[tuple[int, int]]] = {}
        wanted = {row for rows, _ in shared for row in rows}
        for row, (body, day, outlet) in enumerate(zip(bodies, days, outlets, strict=True)):
            article, places = _article(row, [*body, *self.standing[outlet]], day, outlet)
            corpus.articles.append(article)
            if row in wanted:
                spans[row] = places
        for rows, firsts in shared:
            places = [(spans[r][a][0], spans[r][a + n - 1][1]) for r, (a, n) in zip(rows, firsts, strict=True)]
            corpus.passages.append(Planted(holders=tuple(rows), places=tuple(places)))
        return corpus

    def _copy(
        self, bodies: list[Sentences], days: list[int], many: int
    ) -> list[tuple[list[int], list[tuple[int, int]]]]:
        """Put sentences of some articles into others: rows, and first sentence and number of sentences in each."""
        rows = self.chance.permutation(len(bodies)).tolist()
        rows = [row for row in rows if row != 0]
        made = []
        for _ in range(self.count // 20):
            made.append(self._planted(bodies, days, [rows.pop(), rows.pop()]))
            if len(rows) < 2 + 2 * many:
                break
        made.append(self._planted(bodies, days, [0, *(rows.pop() for _ in range(min(many, len(rows) // 2)))]))
        return made

    def _planted(
        self, bodies: list[Sentences], days: list[int], rows: list[int]
    ) -> tuple[list[int], list[tuple[int, int]]]:
        source, *others = rows
        length = int(self.chance.integers(2, 4))
        first = int(self.chance.integers(_SENTENCES - length))
        wording = bodies[source][first : first + length]
        firsts = [(first, length)]
        for row in others:
            place = int(self.chance.integers(_SENTENCES - length))
            bodies[row][place : place + length] = [self._edited(sentence) for sentence in wording]
            days[row] = days[source] + int(self.chance.integers(0, 10))
            firsts.append((place, length))
        return rows, firsts

    def _reprinted(self, plain: int, many: int) -> list[int]:
        """What the reprints are reprints of: article 0 many times, others a few times."""
        rows = [0] * min(many, self.count // 10)
        while len(rows) < self.count // 10:
            rows += [int(self.chance.integers(1, plain))] * int(self.chance.integers(1, 12))
        return rows[: self.count // 10]

    def _edited(self, sentence: list[str]) -> list[str]:
        """Words changed, dropped or given a neighbour."""
        hit = np.flatnonzero(self.chance.random(len(sentence)) < self.edits).tolist()
        if not hit:
            return sentence
        words = list(sentence)
        for place, how in zip(reversed(hit), self.chance.integers(0, 3, len(hit)).tolist(), strict=True):
            words[place : place + 1] = (
                [] if how == 0 else self._draw(how) if how == 1 else [words[place], *self._draw(1)]
            )
        return words or sentence

    def _sentences(self, count: int) -> Sentences:
        lengths = self.chance.integers(_SHORTEST, _LONGEST, count).tolist()
        words = self._draw(sum(lengths))
        ends = np.cumsum(lengths).tolist()
        return [words[end - length : end] for end, length in zip(ends, lengths, strict=True)]

    def _draw(self, count: int) -> list[str]:
        found: list[str] = self.words[np.searchsorted(self.steps, self.chance.random(count) * self.steps[-1])].tolist()
        return found


@cache
def _vocabulary() -> "np.ndarray[Any, np.dtype[np.object_]]":
    chance = np.random.default_rng(0)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        for picked in chance.integers(0, len(syllables), (1000, 4)).tolist():
            words.setdefault("".join(syllables[one] for one in picked[: 2 + picked[0] % 3]))
    return np.array(list(words)[:_WORDS], dtype=object)


def _article(hour: int, sentences: Sentences, day: int, outlet: int) -> tuple[Article, list[tuple[int, int]]]:
    """The sentences as an article, and where each of them stands in its text."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    blocks: list[Block] = []
    at = begin = 0
    for number, words in enumerate(sentences):
        text = " ".join(words).capitalize() + "."
        places.append((at, at + len(text)))
        ends = number % _A_PARAGRAPH == _A_PARAGRAPH - 1 or number == len(sentences) - 1
        parts.append(text + ("\n\n" if ends else " "))
        at += len(parts[-1])
        if ends:
            blocks.append(Block(kind="paragraph", start=begin, end=at - 2, reason=""))
            begin = at
    whole = "".join(parts)[:-2]
    published = (_FIRST_DAY + timedelta(days=day)).isoformat() + f"T{hour % 24:02}:00"
    name = f"outlet-{outlet}.example"
    article = Article(
        id=content_id("a", name, None, whole),
        outlet=name,
        sha256="",
        published=published,
        dated_by="stated",
        text=whole,
        blocks=tuple(blocks),
    )
    return article, places
