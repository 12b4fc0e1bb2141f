"""Two tellings of one thing that fill one place with two nouns of a kind: with a knife here, with a screwdriver there."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from twosource.compare.alignment.wording import Word, stem
from twosource.compare.points.pair import CUT, Pair
from twosource.language.lexicon import lexicon_of
from twosource.model import Difference

_ALIKE: Final = 0.5
"""Share of the content words of the shorter wording that both have."""
_PHRASE: Final = 2
"""Words of the longest of the nouns."""


def fillers_part(pair: Pair) -> Difference | None:
    """Where one has a noun, the other has another of its kind, of which a thing told has only one."""
    kinds, language = pair.left.lexicon.fillers.kinds, pair.left.lexicon.code
    for part in pair.parts if pair.alike(_ALIKE) else ():
        left, right = (_sides(pair.of(part, side), language) for side in pair.sides)
        for row in sorted(left.keys() & right.keys()) if part.longest <= CUT else ():
            apart = not left[row] & right[row] and pair.one_deed(part)
            if apart and not _are_known(kinds[row].sides, left[row], right[row], pair):
                return pair.parted(kinds[row].kind, "points.has", *pair.shown(part))
    return None


def _sides(words: tuple[Word, ...], language: str) -> dict[int, set[int]]:
    """Of which kinds, and on which sides of them, nouns among the words are."""
    found: dict[int, set[int]] = defaultdict(set)
    for at in range(len(words)):
        for size in range(1, _PHRASE + 1):
            for row, side in _table(language).get(tuple(word.stem for word in words[at : at + size]), ()):
                found[row].add(side)
    return found


def _are_known(nouns: tuple[tuple[str, ...], ...], left: set[int], right: set[int], pair: Pair) -> bool:
    """Whether one's article has a noun of the other's side somewhere: then it may tell of two things."""
    return any(
        re.search(rf"\b{re.escape(noun)}", own.text.lower())
        for own, others in ((pair.left, right), (pair.right, left))
        for side in others
        for noun in nouns[side]
    )


@cache
def _table(language: str) -> Mapping[tuple[str, ...], list[tuple[int, int]]]:
    """The stems of each noun, to the row of its kind and of its side."""
    found: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for row, kind in enumerate(lexicon_of(language).fillers.kinds):
        for at, side in enumerate(kind.sides):
            for phrase in side:
                found[tuple(stem(word, language) for word in phrase.split())].append((row, at))
    return found
