"""Whether two sources are surely not one person or body, by the words of their names."""

import re
from functools import lru_cache
from typing import Final

from twosource.compare.alignment.wording import content_stems, words_of
from twosource.language.lexicon import lexicon_of
from twosource.model import Source, Span
from twosource.text.names import read_name
from twosource.text.story_index import StoryIndex

_DESCRIBED: Final = 0.5  # share of a description's words ("a man's voice", "a male voice") that make it one


def other_people(one: str | None, two: str | None, index: StoryIndex) -> bool:
    """Whether two sources are surely not one: both known, neither speaks for the other, and no name of the one lies within one of the other.

    Descriptions ("a man's voice", "a male voice") need only half of their words in common, and so does a name with
    a description around it ("former pilot Ana Orel", "Ana Orel, who was at the helm") no more than the name.
    """
    if one == two or one not in index.sources or two not in index.sources:
        return False
    first, second = index.sources[one], index.sources[two]
    if (first.voice or one) == (second.voice or two):
        return False
    if called(first, index.language) & called(second, index.language):
        return False
    enough = _DESCRIBED if "unnamed" in {first.kind, second.kind} else 1.0
    return not any(
        len(a & b) >= enough * min(len(a), len(b))
        for a in name_stems(first, index.language)
        for b in name_stems(second, index.language)
    )


def may_speak_for(one: str | None, two: str | None, index: StoryIndex) -> bool:
    """Whether the one may be the voice of the other: a person of a body, whoever is only described of whoever is named."""
    sources = [index.sources[source] for source in (one, two) if source in index.sources]
    kinds = {source.kind for source in sources}
    if "person" in kinds and len(kinds) > 1:
        return True
    return "person" not in kinds and any(
        _short_for(first.name, second.name) for first, second in (sources, sources[::-1])
    )


def are_namesakes(one: str | None, two: str | None, index: StoryIndex) -> bool:
    """Whether both are persons of one first name or surname: one remark under two such names may be one person's, once misnamed."""
    sources = [index.sources[source] for source in (one, two) if source in index.sources]
    names = [read_name(source.name, index.language) for source in sources if source.kind == "person"]
    return len(names) == 2 and bool({*names[0].given, names[0].surname} & {*names[1].given, names[1].surname} - {""})  # noqa: PLR2004 - a pair


def _short_for(short: str, full: str) -> bool:
    """Whether a word in capitals of the one name is made of the first letters of words of the other: "OHP"."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", full) if word[0].isupper())
    return any(word in initials for word in re.findall(r"\b[A-Z]{2,6}\b", short))


def name_stems(source: Source, language: str) -> tuple[frozenset[str], ...]:
    """The content stems of each of a source's names."""
    return tuple(stems for name in sorted({source.name, *source.names}) if (stems := _stems(name, language)))


@lru_cache(maxsize=10_000)
def _stems(name: str, language: str) -> frozenset[str]:
    return frozenset(content_stems(words_of(name, language, Span(start=0, end=len(name)))))


def called(source: Source, language: str) -> frozenset[str]:
    """Two or more capitalised words in a row in a source's names, but for those behind a preposition or an article."""
    return frozenset(words for name in {source.name, *source.names} for words in _capitalised(name, language))


@lru_cache(maxsize=10_000)
def _capitalised(name: str, language: str) -> tuple[str, ...]:
    return tuple(
        " ".join(match[2].split()) for match in lexicon_of(language).names.called.finditer(name) if not match[1]
    )
