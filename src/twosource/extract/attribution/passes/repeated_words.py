"""A headline that repeats words of the text: who says them there says them here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from twosource.model import Article, Span

_WORD: Final = re.compile(r"[\w’']+")
_LEAST: Final = 3  # words: fewer are a phrase that several may use
_MOST: Final = 20  # quotations of one headline that are looked up


def repeated_words(
    article: Article, headlines: Iterable[tuple[int, Sequence[Span]]], spoken: Iterable[tuple[str, Sequence[Span]]]
) -> dict[int, str]:
    """For quotations of a headline, by key, who speaks in the text the same words.

    ``headlines`` are keys and places, ``spoken`` who speaks, as a number, and places in the text. Nothing for fewer than three
    words, and where two people say them.
    """
    first = [(key, _words(article, spans)) for key, spans in list(headlines)[:_MOST]]
    asked = {key: words for key, words in first if words.count(" ") > _LEAST}
    by_speaker: dict[str, list[str]] = {}
    for who, spans in spoken if asked else ():
        by_speaker.setdefault(who, []).append(_words(article, spans))
    return dict(_found(asked, {who: "\n".join(words) for who, words in by_speaker.items()}))


def _found(asked: Mapping[int, str], texts: Mapping[str, str]) -> Iterable[tuple[int, str]]:
    for key, words in asked.items():
        saying = [who for who, text in texts.items() if words in text]
        if len(saying) == 1:
            yield key, saying[0]


def _words(article: Article, spans: Sequence[Span]) -> str:
    """The words in lower case, each with a space on both sides, so that only whole words are found."""
    texts = (span.of(article.text).lower().replace("’", "'") for span in spans)
    words = " ".join(word.strip("’'") for text in texts for word in _WORD.findall(text))
    return f" {words} "
