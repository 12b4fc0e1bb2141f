"""Who, where and why: where two tellings of one thing name other people or another place, or give another reason."""

from typing import Final

from rapidfuzz.fuzz import ratio

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Swap, Word, content_stems
from twosource.compare.points.name_uses import name_runs
from twosource.compare.points.pair import Pair
from twosource.compare.points.streets import is_street
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
"""Words before a parting in which its reason, or a kind of place, stands."""


def names_part(pair: Pair) -> Difference | None:
    """The name of a person or place here, and another there that shares nothing with it."""
    for part in pair.parts:
        named = [(pair.of(part, side), side) for side in pair.sides]
        if not all(_is_name(*each) for each in named) or _is_one_spelt_twice(part):
            continue
        placed = [_is_placed(*each) for each in named]
        if all(placed) and not part.edge and pair.one_deed(part):
            return pair.parted("place", "points.place", *pair.shown(part))
        if not any(placed) and pair.alike(_ALIKE) and _are_rival_persons(named):
            return pair.parted("name", "points.name", *pair.shown(part))
    return None


def _is_name(words: tuple[Word, ...], side: Said) -> bool:
    """Whether they are words with a capital that do not go on: "Mount" and "Mt" of one mountain go on in what both have."""
    if not 0 < len(words) <= _LONGEST or words[-1].text.endswith("'s"):
        return False
    text, end = side.text, words[-1].end
    goes_on = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    days = side.lexicon.wording.weekdays
    whole = {",", "\n"}.isdisjoint(text[words[0].start : end]) and not goes_on
    return whole and all(text[word.start].isupper() and word.content and word.text not in days for word in words)


def _is_one_spelt_twice(part: Swap) -> bool:
    return any(ratio(one.text, two.text) >= _SPELLING for one in part.left for two in part.right)


def _is_placed(words: tuple[Word, ...], side: Said) -> bool:
    """Whether a name stands behind a word like "in", or behind a kind of place ("the village of"), and none that may hold the other."""
    listed = side.lexicon.wording
    before = ["", "", *(word.text for word in _before(words, side, _BACK))][-2:]
    placed = before[1] in listed.places_after or (before[1] in listed.partitives and before[0] in listed.places)
    return placed and listed.wide_places.isdisjoint(word.text for word in words)


def _is_person(words: tuple[Word, ...], side: Said) -> bool:
    """Whether a name in full is that of a person, as far as its words can say."""
    nouns, run = side.lexicon.source_nouns, tuple(word.text for word in words)
    bodies = nouns.body | nouns.outlet | nouns.document
    return len(run) >= _FULL and bodies.isdisjoint(run) and not is_street(run, side.lexicon.code)


def _are_rival_persons(named: list[tuple[tuple[Word, ...], Said]]) -> bool:
    """Whether two persons are named in one place: not two who are heard, nor those of two lists."""
    people = all(_is_person(*each) for each in named) and len({_beside(*each) for each in named}) == 1
    return people and not all(_is_heard(*each) for each in named)


def _beside(words: tuple[Word, ...], side: Said) -> frozenset[str]:
    """The words of the names in whose list a name stands; of two lists each names others of a group."""
    runs = name_runs(side.words, side.story.articles[side.article])
    return next((listed for run, listed in runs if words[0] in run), frozenset())


def _is_heard(words: tuple[Word, ...], side: Said) -> bool:
    """Whether an article has words of somebody from who is named: two who are heard are two witnesses of one thing."""
    heard = {one.source for one in side.story.statements.values() if one.article == side.article}
    return any(words[-1].text in (side.story.who(source) or "").lower().split() for source in heard)


def reasons_part(pair: Pair) -> Difference | None:
    """What is given as the reason of a deed is another thing there."""
    for part in pair.parts:
        if not content_stems(part.left) or not content_stems(part.right) or _is_one_reason(part, pair.left):
            continue
        before = [_before(pair.of(part, side), side, _BACK + 1) for side in pair.sides]
        announced = all(_announces(words, side) for words, side in zip(before, pair.sides, strict=True))
        if announced and (not all(before) or pair.one_deed_around(before[0][0].start, before[1][0].start)):
            return pair.parted("reason", "points.reason", *pair.shown(part))
    return None


def _is_one_reason(part: Swap, side: Said) -> bool:
    """Whether both give one reason in two words: "his age", "he is a juvenile"."""
    here, there = ({word.text for word in words} for words in (part.left, part.right))
    return any(group & here and group & there for group in side.lexicon.wording.one_reason)


def _announces(words: tuple[Word, ...], side: Said) -> bool:
    """Whether the last words are those before a reason: "because of"."""
    line = f" {' '.join(word.text for word in words[-_BACK:])}"
    return any(line.endswith(f" {phrase}") for phrase in side.lexicon.wording.causes)


def _before(words: tuple[Word, ...], side: Said, back: int) -> tuple[Word, ...]:
    at = side.words.index(words[0])
    return side.words[max(at - back, 0) : at]
