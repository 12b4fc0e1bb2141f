"""Whether a few lines tell of something that happened: they name a day, somebody, some place, or give somebody's words.

Asked of short pages that state neither a day nor who wrote them. Names are known by their capitals in scripts that have some;
in others only by words that stand beside names, so that there little can be said.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from twosource.clean.characters import is_dense, plain
from twosource.clean.word_patterns import any_word

QUOTED: Final = re.compile(r"[“„«][^”“»]*[”“»]|(?<!\w)\"[^\"]*\"(?!\w)|「[^」]*」")
SENTENCE: Final = re.compile(r"[^.!?。！？]+[.!?。！？]*")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_FEWESTQUOTED: Final = 3
_LONG: Final = 4
Rule = Callable[[str], bool]


def names_a_day(line: str) -> bool:
    """It names a day of the week or a month."""
    return bool(any_word("days").search(plain(line)))


def reports(line: str) -> bool:
    """It says that somebody said something."""
    return bool(any_word("reported").search(plain(line)))


def quotes(line: str) -> bool:
    """It gives somebody's words."""
    return any(len(words.split()) >= _FEWESTQUOTED or is_dense(words) for words in QUOTED.findall(line))


def names_somebody(line: str) -> bool:
    """It names somebody or some place."""
    if any_word("beside_names").search(plain(line)):
        return True
    sentences = [_WORD.findall(sentence) for sentence in SENTENCE.findall(line)]
    if any_word("capital_nouns").search(plain(line)):  # in a tongue that writes all its nouns with capitals
        return any(_is_capital(one) and _is_capital(other) for words in sentences for one, other in pairwise(words[1:]))
    return any(_is_capital(word) for words in sentences for word in words[1:])


def _is_capital(word: str) -> bool:
    return word[0].isupper() and len(word) > 1


RULES: Final[tuple[Rule, ...]] = (names_a_day, reports, quotes, names_somebody)


def told_by(lines: Sequence[str], own: Sequence[str]) -> frozenset[Rule]:
    """By which rules some lines tell of something; by none where they do not.

    Args:
        lines: The lines; none tell nothing.
        own: Names of the site, which say nothing of whom a text is about.
    """
    bare = [_without(line, own) for line in lines]
    return frozenset(rule for rule in RULES if any(map(rule, bare)))


def is_set_in_capitals(title: str) -> bool:
    """Whether most of the longer words of a title have a capital, so that none is a name by it."""
    long = [word for word in _WORD.findall(title) if len(word) >= _LONG]
    return 2 * sum(map(_is_capital, long)) > len(long)


def _without(line: str, own: Sequence[str]) -> str:
    for name in own:
        line = line.replace(name, " ")
    return line
