"""Wording that belongs to nobody: legal lines, hotlines, charges, the small print of news."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from twosource.language.lexicon import lexicon_of
from twosource.model import Span
from twosource.text.grams import Words

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n")
_ANY = "*"
_ANY_WORDS = 3

Phrases = Mapping[tuple[str, str], Sequence[tuple[str, ...]]]


def formula_spans(text: str, words: Words, start: int, end: int, language: str) -> tuple[Span, ...]:
    """Where a block has formulas.

    Args:
        text: The article's text.
        words: The block's words.
        start: Where the block begins.
        end: Where it ends.
        language: The code of the text's language.

    Returns:
        Whole sentences where a phrase marks the sentence as formula, else the phrase itself; none for most blocks.
    """
    sentences, phrases = _phrases(language)
    found = [
        Span(start=words.starts[first], end=words.ends[last - 1]) for first, last in _matches(words.forms, phrases)
    ]
    hits = [words.starts[first] for first, _ in _matches(words.forms, sentences)]
    if hits:
        cuts = [start, *(found.end() for found in _SENTENCE_END.finditer(text, start, end)), end]
        found += [Span(start=a, end=b) for a, b in pairwise(cuts) if any(a <= hit < b for hit in hits)]
    return tuple(sorted(set(found)))


def _matches(forms: Sequence[str], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Half-open rows of each phrase that stands in ``forms``."""
    for row, two in enumerate(pairwise(forms)):
        for phrase in phrases.get(two, ()):
            end = _end(forms, row + 2, phrase[2:])
            if end is not None:
                yield row, end


def _end(forms: Sequence[str], row: int, rest: Sequence[str]) -> int | None:
    """Where the rest of a phrase ends if it stands at ``row``; None if it does not."""
    for at, word in enumerate(rest):
        if word == _ANY:
            ends = (_end(forms, row + skipped, rest[at + 1 :]) for skipped in range(_ANY_WORDS + 1))
            return next((end for end in ends if end is not None), None)
        if row >= len(forms) or forms[row] != word:
            return None
        row += 1
    return row


def charge_words(language: str) -> frozenset[str]:
    """Words that criminal charges are made of."""
    return lexicon_of(language).formulas.charges


@cache
def _phrases(language: str) -> tuple[Phrases, Phrases]:
    """Phrases that mark a sentence, and phrases that stand for themselves, by their first two words."""
    words = lexicon_of(language).formulas
    return _by_start(words.sentences), _by_start(words.phrases)


def _by_start(phrases: Sequence[str]) -> Phrases:
    found: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0], words[1]].append(words)
    return {start: tuple(sorted(ones, key=lambda one: (-len(one), one))) for start, ones in found.items()}
