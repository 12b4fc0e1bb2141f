"""A statement with its words, and whether numbers and times of two of them part."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.compare.alignment.wording import Word, content_stems, is_number, words_of
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.model import Moment, Statement
from twosource.text.story_index import StoryIndex


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its words."""

    statement: Statement
    lexicon: Lexicon  # the words of its article's language
    words: tuple[Word, ...]
    matter: tuple[str, ...]  # the stems of its content words, in order
    numbers: frozenset[str]  # those that are numbers, and not part of a time
    naming: frozenset[str]  # those that only say who: names, ages

    @property
    def rank(self) -> tuple[int, int, str]:
        """Quotations before paraphrases before assertions, the longest first; then by id."""
        kinds = ("quotation", "paraphrase", "assertion")
        return kinds.index(self.statement.kind), -len(self.matter), self.statement.id


def said(index: StoryIndex, statement: Statement) -> Said:
    """The statement with its words."""
    article = index.articles[statement.article]
    text, lexicon = article.text, lexicon_of(article.language)
    words = words_of(text, article.language, *statement.content)
    matter = content_stems(words)
    times = index.moments(statement.article, *statement.content)
    numbers = frozenset(
        word.stem for word in words if word.content and is_number(word.stem) and not _timed(word, times)
    )
    named = frozenset(word.stem for word in words[1:] if text[word.start].isupper())
    return Said(statement, lexicon, words, matter, numbers, named | numbers | lexicon.wording.ages)


def _timed(word: Word, times: tuple[Moment, ...]) -> bool:
    return any(time.start <= word.start < time.end for time in times)


def times_part(left: Said, right: Said, index: StoryIndex) -> bool:
    """Whether both name times and no two of them can be the same; by weekday where they are not resolved."""
    one, two = (index.moments(each.statement.article, *each.statement.content) for each in (left, right))
    if one and two:
        return not times_meet(one, two) and not _worded_as_one(_worded(left, one, index), _worded(right, two, index))
    days = [{word.text for word in each.words} & each.lexicon.wording.weekdays for each in (left, right)]
    return bool(days[0] and days[1]) and not days[0] & days[1]


def times_meet(left: Iterable[Moment], right: Sequence[Moment]) -> bool:
    """Whether two of the times can be the same."""
    return any(_meet(a.earliest, a.latest, b.earliest, b.latest) for a in left for b in right)


def _worded_as_one(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether a time's words are all among another's: "May 4" and "May 4, 2031", "Sunday" and "next Sunday evening"."""
    sides = [[frozenset(time.split()) for time in times if time] for times in (left, right)]
    return any(one <= other or other <= one for one in sides[0] for other in sides[1])


def _worded(side: Said, moments: tuple[Moment, ...], index: StoryIndex) -> set[str]:
    """The words of times: where they are the same, they were read differently only for the articles' dates."""
    text = index.articles[side.statement.article].text
    return {_plainly(moment.span.of(text), side.lexicon) for moment in moments}


def _plainly(time: str, lexicon: Lexicon) -> str:
    """A time's words without marks and small words: "11:55 p.m. Sunday" is "11:55 pm on Sunday"."""
    words = ["", *re.sub(r"[^\w\s]", "", time.casefold()).split()]
    kept = (word for before, word in pairwise(words) if before.isdecimal() or word not in lexicon.function_words.words)
    return " ".join(kept)  # behind a number "am" is no verb


def _meet(first: str, last: str, second: str, end: str) -> bool:
    """Whether two intervals touch, compared to the precision of the coarser one."""
    size = min(len(first), len(last), len(second), len(end))
    return first[:size] <= end[:size] and second[:size] <= last[:size]
