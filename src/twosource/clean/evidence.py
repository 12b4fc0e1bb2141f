"""Whether a text is an article: what speaks for it and against it, weighed.

Against it speak words by which pages speak of themselves, sentences to a reader, and what the markup holds besides text;
for it a day, somebody's name or words, a headline whose words come back, and length. Where nothing speaks against it, it is one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Final

from twosource.clean.characters import is_dense, plain, word_count
from twosource.clean.places import Places
from twosource.clean.telling import (
    QUOTED,
    SENTENCE,
    Rule,
    is_set_in_capitals,
    names_a_day,
    names_somebody,
    quotes,
    reports,
    told_by,
)
from twosource.clean.word_patterns import any_word
from twosource.language import lexicon_of
from twosource.text.reasons import Reason

_STEM: Final = 6  # letters that forms of one word share
_FEWEST_LETTERS: Final = 4
_SYLLABLES: Final = 3
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]{2,}")
# Letters with the marks of vowels and tones that stand over, below and beside them.
_WORD: Final = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f\u0900-\u0963\u0970-\u0dff\u0e30-\u0e4e])+")
_RUN: Final = re.compile("(?:(?![\u3040-\u30ff\u3400-\u9fff]).)+|[\u3040-\u30ff\u3400-\u9fff]+")
_SMALL: Final = re.compile("[\u3040-\u309f]{2}")  # of Japanese, endings and small words
_THAI: Final = re.compile("[\u0e00-\u0e7f]")
_THAI_LETTERS: Final = 4
_VIETNAMESE: Final = re.compile("[\u1ea0-\u1ef9\u01b0\u01a1]")
SHORT: Final = 160  # words; what is longer is judged by its own words
_SHARE: Final = 0.25  # of its words; of 609 articles none has more than .20
_LINKED: Final = 0.5
_BY_CHANCE: Final = 0.1
_SHARE_OF_LINE: Final = 0.12
_LONG: Final = 60  # words that are as much as any more
_PARAGRAPHS: Final = 3
_PARAGRAPH_WORDS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSays:
    """What a page says besides the text of its article.

    Attributes:
        lines: All its lines.
        own_names: Names of its site.
        free: Whether its data leave open that it is free to read.
        signed: Whether it states a day or who wrote it.
        places: What its markup calls the places where text stands.
    """

    lines: Sequence[str] = ()
    own_names: Sequence[str] = ()
    free: bool = True
    signed: bool = False
    places: Places = field(default_factory=Places)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A text, of which is asked.

    Attributes:
        lines: Line by line; none for an empty one.
        titles: What it is called, its own title first.
        page: What the page says besides.
        called: Whether a title is one of pages that are no articles.
        placed: Whether its lines stand in a place that markup calls so.
    """

    lines: Sequence[str]
    titles: Sequence[str]
    page: PageSays
    called: bool
    placed: bool

    @cached_property
    def body(self) -> list[str]:
        """The lines without a title that runs into them: it would make the first word of the text a name."""
        heads = [title for title in self.titles if title]
        return [next((line[len(head) :] for head in heads if line.startswith(head)), line) for line in self.lines]

    @cached_property
    def words(self) -> int:
        """Of all lines."""
        return sum(map(word_count, self.lines))

    @cached_property
    def stems(self) -> list[str]:
        """The beginnings of the longer words, in their order."""
        return [stem for line in self.body for stem in stems_of(line)]

    @cached_property
    def told(self) -> frozenset[Rule]:
        """By which rules it tells of something."""
        named = [title for title in self.titles[:1] if not is_set_in_capitals(title)]
        return told_by([*self.body, *named], self.page.own_names)


def to_reader(lines: Sequence[str]) -> list[str]:
    """The sentences outside of quotations that speak to a reader."""
    sentences = [part for line in lines for part in SENTENCE.findall(QUOTED.sub(" ", line))]
    formal, addressed, asking = lexicon_of("all").walls.formal, any_word("addressed"), any_word("asking")
    return [one for one in sentences if formal.search(one) or addressed.search(plain(one)) or asking.match(plain(one))]


def stems_of(text: str) -> list[str]:
    """By what words are compared over their forms: first letters of longer ones; in scripts without spaces each two letters, of Thai four; in Vietnamese each two syllables.

    Example:
        >>> stems_of("The passwords of Orm"), stems_of("削除され")
        (['passwo'], ['削除', '除さ'])
    """
    words = _WORD.findall(text.casefold())
    if _VIETNAMESE.search(text):
        return list(map(" ".join, pairwise(words)))
    return [stem for word in words for run in _RUN.findall(word) for stem in _stems(run)]


def _stems(run: str) -> list[str]:
    """Those of letters of one kind."""
    if _HANGUL.match(run):
        return [run[:_SYLLABLES]]
    if _THAI.match(run):
        return [run[at : at + _THAI_LETTERS] for at in range(max(1, len(run) - _THAI_LETTERS + 1))]
    if is_dense(run):
        return [pair for pair in map("".join, pairwise(run)) if not _SMALL.match(pair)]
    return [run[:_STEM]] if len(run) >= _FEWEST_LETTERS else []


@cache
def _interface() -> frozenset[str]:
    return frozenset().union(*lexicon_of("all").interface.words.values())


def _share(stems: Sequence[str]) -> float:
    return sum(stem in _interface() for stem in stems) / len(stems) if stems else 0.0


def speaks_of_pages(line: str) -> bool:
    """Whether so many words of a line are those by which pages speak of themselves that it is no article's.

    Example:
        >>> speaks_of_pages("Accept cookies to continue."), speaks_of_pages("A ferry sank off Skerry.")
        (True, False)
    """
    return _share(stems_of(line)) >= _SHARE_OF_LINE


def speaks_as_pages_do(asked: Evidence) -> float:
    """How many of its words are those by which pages speak of themselves, where they are more than one in ten."""
    share = _share(asked.stems)
    return share if share > _BY_CHANCE else 0.0


def speaks_to_a_reader(asked: Evidence) -> float:
    """A sentence of it speaks to a reader, in words of pages or below a title of theirs; advice and reviews speak to him, too."""
    return bool((asked.called or speaks_as_pages_do(asked)) and to_reader(asked.lines))


def speaks_of_ourselves(asked: Evidence) -> float:
    """Whoever runs the page speaks of himself."""
    return any(any_word("ourselves").search(plain(QUOTED.sub(" ", line))) for line in asked.lines)


def is_made_of_links(asked: Evidence) -> float:
    """Most of its words are those of links, and it does not call itself an article; of 149 articles none has more than .21."""
    return not asked.page.places.is_article and asked.page.places.linked(asked.lines) > _LINKED


def comes_back_to_its_headline(asked: Evidence) -> float:
    """A word of its headline that pages do not use of themselves, nor a small one, comes back in its text."""
    own = set(stems_of(asked.titles[0] if asked.titles else "")) - _interface()
    begun = set(map(_beginning, asked.stems))
    return any(
        _beginning(stem) in begun for stem in own.difference(lexicon_of("all").walls.small) if not _THAI.match(stem)
    )


def _beginning(stem: str) -> str:
    """By what a word of a headline is known again: its first letters, or both syllables."""
    return stem if " " in stem else stem[:_FEWEST_LETTERS]


def is_long(asked: Evidence) -> float:
    """How long it is: by its words and, for three fifths as much, by its paragraphs."""
    paragraphs = sum(word_count(line) >= _PARAGRAPH_WORDS for line in asked.lines)
    return min(asked.words, _LONG) / _LONG + 0.6 * min(paragraphs, _PARAGRAPHS) / _PARAGRAPHS


_Rule = Callable[[Evidence], float]


def _sign(name: str) -> _Rule:
    """The page holds a sign of ``markup.yml``."""
    return lambda asked: name in asked.page.places.signs


def _stands(*, own: bool) -> _Rule:
    """The page gives itself an address, that may be an article's or may not."""
    return lambda asked: asked.page.places.has_its_address is own


def _tells(*rules: Rule) -> _Rule:
    """It tells of something by one of some rules."""
    return lambda asked: not asked.told.isdisjoint(rules)


_SPOKEN: Final = Reason("pages.spoken")
_NO_ADDRESS: Final = Reason("pages.no_address")
_TELLS_NOTHING: Final = Reason("pages.tells_nothing")
AGAINST: Final[tuple[tuple[_Rule, float, Reason], ...]] = (
    (attrgetter("page.places.guards"), 6.0, Reason("pages.guarded")),
    (_sign("asks_who_reads"), 1.0, Reason("pages.asks_who")),
    (_sign("offers_a_choice"), 1.5, _SPOKEN),
    (_sign("leads_on"), 0.5, Reason("pages.leads_on")),
    (speaks_to_a_reader, 1.3, _SPOKEN),
    (speaks_of_ourselves, 0.3, _SPOKEN),
    (_sign("kept_from_search"), 2.5, _NO_ADDRESS),
    (_stands(own=False), 2.5, _NO_ADDRESS),
    (is_made_of_links, 6.0, _TELLS_NOTHING),
    (_sign("tests_who_reads"), 0.8, _TELLS_NOTHING),
    (attrgetter("placed"), 3.0, _TELLS_NOTHING),
    (attrgetter("called"), 1.0, _TELLS_NOTHING),
    (speaks_as_pages_do, 3.0, _TELLS_NOTHING),
)
FOR: Final[tuple[tuple[_Rule, float], ...]] = (
    (attrgetter("page.signed"), 4.0),
    (attrgetter("page.places.is_article"), 1.8),
    (_stands(own=True), 1.0),
    (_tells(names_a_day), 3.1),
    (_tells(reports, quotes), 3.1),
    (_tells(names_somebody), 2.1),
    (comes_back_to_its_headline, 2.9),
    (is_long, 3.0),
)
ON_A_PAGE: Final = 3.0  # against whatever has anything against it
AS_TEXT: Final = 2.0  # the same of a text, which somebody took from its page
"""Weights: a logistic regression over invented walls and short items in 25 tongues, and beginnings of real texts; of how a page is made, by what real pages have.

Of 149 pages of articles none is kept out of search or holds a guard's program, and 147 have an address of their own.
With the reason that is told, the plainest first.
"""


def is_no_article(asked: Evidence) -> bool:
    """Whether more speaks against lines being an article than for it; never where nothing does, nor where a text has no word of pages."""
    if not (asked.page.places.is_page or asked.called or speaks_as_pages_do(asked)):
        return False
    if asked.words > SHORT:
        return speaks_as_pages_do(asked) >= _SHARE or bool(is_made_of_links(asked))
    against = sum(weight * rule(asked) for rule, weight, _ in AGAINST)
    alone = ON_A_PAGE if asked.page.places.is_page else AS_TEXT
    return against > 0 and against + alone > sum(weight * rule(asked) for rule, weight in FOR)


def main_reason(asked: Evidence) -> Reason:
    """What speaks most plainly against it."""
    return next(reason for rule, _, reason in AGAINST if rule(asked))
