"""Two tellings of one thing that fill one place with two nouns of a kind: with a knife here, with a screwdriver there."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from twosource.compare.alignment.wording import Swap, Word, stem
from twosource.compare.points.pair import CUT, Pair, difference, same_deed, worded_alike
from twosource.language.lexicon import lexicon_of
from twosource.model import Difference
from twosource.text.reasons import Reason

_ALIKE: Final = 0.5
"""Share of the content words of the shorter wording that both have."""
_PHRASE: Final = 2
"""Words of the longest of the nouns."""


def fillers_part(pair: Pair) -> Difference | None:
    """Where one has a noun, the other has another of its kind, of which a thing told has only one."""
    if not worded_alike(pair, _ALIKE):
        return None
    for part in pair.parts:
        sides = _sides(part.left, pair), _sides(part.right, pair)
        for row in sorted(sides[0].keys() & sides[1].keys()):
            apart = not sides[0][row] & sides[1][row] and max(len(part.left), len(part.right)) <= CUT
            if apart and same_deed(pair, part) and not _known(row, sides[0][row], sides[1][row], pair):
                return _told(row, part, pair)
    return None


def _sides(words: tuple[Word, ...], pair: Pair) -> dict[int, set[int]]:
    """Of which kinds, and on which sides of them, nouns among the words are."""
    table = _table(pair.index.language)
    found: dict[int, set[int]] = defaultdict(set)
    for at in range(len(words)):
        for size in range(1, _PHRASE + 1):
            for row, side in table.get(tuple(word.stem for word in words[at : at + size]), ()):
                found[row].add(side)
    return found


def _known(row: int, left: set[int], right: set[int], pair: Pair) -> bool:
    """Whether one's article has a noun of the other's side somewhere: then it may tell of two things."""
    kinds = lexicon_of(pair.index.language).fillers.kinds[row].sides
    for own, others in ((pair.left, right), (pair.right, left)):
        text = pair.index.articles[own.statement.article].text.lower()
        if any(re.search(rf"\b{re.escape(noun)}", text) for side in others - (left & right) for noun in kinds[side]):
            return True
    return False


def _told(row: int, part: Swap, pair: Pair) -> Difference:
    shown = pair.shown(part.left, pair.left), pair.shown(part.right, pair.right)
    names = pair.names
    told = Reason("points.has", first=names[0], one=shown[0], second=names[1], other=shown[1])
    return difference(lexicon_of(pair.index.language).fillers.kinds[row].kind, pair, told)


@cache
def _table(language: str) -> Mapping[tuple[str, ...], list[tuple[int, int]]]:
    """The stems of each noun, to the row of its kind and of its side."""
    found: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for row, kind in enumerate(lexicon_of(language).fillers.kinds):
        for at, side in enumerate(kind.sides):
            for phrase in side:
                found[tuple(stem(word, language) for word in phrase.split())].append((row, at))
    return found
