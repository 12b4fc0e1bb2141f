"""Who, where and why: where two tellings of one thing name other people or another place, or give another reason."""

from functools import cache
from typing import Final

from rapidfuzz.fuzz import ratio

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word, content_stems, stem
from twosource.compare.points.pair import Pair
from twosource.compare.points.streets import is_street
from twosource.language.lexicon import lexicon_of
from twosource.model import Difference

_SPELLING: Final = 75.0
"""Of 100: names more alike than this are one name spelt in two ways."""
_ALIKE: Final = 0.5
"""Share of the content words of the shorter wording, names among them, that both have."""
_FULL: Final = 2
"""Words of a name in full: one word alone may be a place, a body, a month."""
_LONGEST: Final = 3
"""Words of a name."""
_BACK: Final = 2
"""Words before a parting in which its reason is announced."""


def names_part(pair: Pair) -> Difference | None:
    """Where one has a person's full name, the other has another that shares nothing with it."""
    if not pair.alike(_ALIKE):
        return None  # two names from two lists, not two for one person
    for part in pair.parts:
        alike = any(ratio(one.text, two.text) >= _SPELLING for one in part.left for two in part.right)
        sides = (part.left, pair.left), (part.right, pair.right)
        if not alike and all(_is_full_name(*side) for side in sides) and not all(_is_heard(*side) for side in sides):
            return pair.parted("name", "points.name", *pair.shown(part))
    return None


def _is_full_name(words: tuple[Word, ...], side: Said) -> bool:
    """Whether the words are the name of a person, as far as their letters and what stands before can say."""
    text, lexicon = side.text, side.lexicon
    if not _FULL <= len(words) <= _LONGEST or not all(text[word.start].isupper() and word.content for word in words):
        return False
    if not {",", "\n"}.isdisjoint(text[words[0].start : words[-1].end]):
        return False
    if is_street(tuple(word.text for word in words), lexicon.code):
        return False
    before = _before(side, words)
    nobody, listed = _no_persons(lexicon.code), lexicon.wording
    placed = any(word.text in listed.places_after for word in before[-1:])
    return not placed and not any(word.stem in nobody or word.text in listed.weekdays for word in words)


def _is_heard(words: tuple[Word, ...], side: Said) -> bool:
    """Whether an article has words of somebody from who is named: two who are heard are two witnesses of one thing."""
    heard = {one.source for one in side.story.statements.values() if one.article == side.article}
    return any(words[-1].text in (side.story.who(source) or "").lower().split() for source in heard)


def reasons_part(pair: Pair) -> Difference | None:
    """What is given as the reason of a deed is another thing there."""
    for part in pair.parts:
        if not content_stems(part.left) or not content_stems(part.right):
            continue
        before = [_before(side, pair.of(part, side), _BACK + 1) for side in pair.sides]
        announced = all(_announces(words, side) for words, side in zip(before, pair.sides, strict=True))
        if announced and (not all(before) or pair.one_deed_around(before[0][0].start, before[1][0].start)):
            return pair.parted("reason", "points.reason", *pair.shown(part))
    return None


def _announces(words: tuple[Word, ...], side: Said) -> bool:
    """Whether the last words are those before a reason: "because of"."""
    line = f" {' '.join(word.text for word in words[-_BACK:])}"
    return any(line.endswith(f" {phrase}") for phrase in side.lexicon.wording.causes)


def places_part(pair: Pair) -> Difference | None:
    """One place here and another there, of one deed; not where one may lie in the other, as in a county."""
    wide = pair.left.lexicon.wording.wide_places
    for part in pair.inner:
        if not all(_is_place(pair.of(part, side), side) for side in pair.sides):
            continue
        first, second = pair.shown(part)
        narrow = not any(word.text in wide for word in (*part.left, *part.right))
        if ratio(first, second) < _SPELLING and pair.one_deed(part) and narrow:
            return pair.parted("place", "points.place", first, second)
    return None


def _is_place(words: tuple[Word, ...], side: Said) -> bool:
    """Whether the words are a name behind a word like "in", or behind a kind of place ("the village of"), that does not go on.

    "In Miller's shop" names whose it is; "Mount" and "Mt" of one mountain go on in what both have.
    """
    if not words or len(words) > _LONGEST or words[-1].text.endswith("'s"):
        return False
    text, end, listed = side.text, words[-1].end, side.lexicon.wording
    goes_on = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    if goes_on or not all(text[word.start].isupper() and word.text not in listed.weekdays for word in words):
        return False
    before = ["", "", *(word.text for word in _before(side, words))][-2:]
    return before[1] in listed.places_after or (before[1] in listed.partitives and before[0] in listed.places)


def _before(side: Said, words: tuple[Word, ...], back: int = _BACK) -> tuple[Word, ...]:
    at = side.words.index(words[0])
    return side.words[max(at - back, 0) : at]


@cache
def _no_persons(language: str) -> frozenset[str]:
    """Stems of nouns of what is no person."""
    nouns = lexicon_of(language).source_nouns
    return frozenset(stem(word, language) for word in nouns.body | nouns.outlet | nouns.document)
