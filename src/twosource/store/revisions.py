"""How the wording of one text differs from that of another, word by word, with places in both."""

import re
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Levenshtein

_WORD: Final = re.compile(r"\S+")
_LINE: Final = re.compile(r"[^\n]+")
_MOST: Final = 100_000_000
"""Pairs of words that are laid out at once (25 MB); longer texts are compared line by line."""
_NEAR: Final = 2
"""Differences with no more unchanged words between them are shown as one."""
_RUN: Final = 3
_SHARE: Final = 0.3
"""Share of the shorter text's three-word runs that a version keeps: a rewritten flash keeps half, another day's page under the same address a tenth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Words of one version and what stands in their place in the next.

    Both places are half-open, in code points of their own version's text; one of the two may be empty.
    """

    before_start: int
    before_end: int
    before: str
    after_start: int
    after_end: int
    after: str


def is_version(before: str, after: str) -> bool:
    """Whether two texts that came from one address are one article at two times, and not two articles."""
    runs, others = _runs(before), _runs(after)
    fewest = min(len(runs), len(others))
    return fewest > 0 and len(runs & others) >= _SHARE * fewest


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def revised(before: str, after: str) -> tuple[Revision, ...]:
    """The differences, in text order; empty for equal words.

    Example:
        >>> [(one.before, one.after) for one in revised("Two men died.", "Three men have died.")]
        [('Two', 'Three'), ('', 'have')]
    """
    left, right = _units(_WORD, before), _units(_WORD, after)
    if len(left) * len(right) > _MOST:
        left, right = _units(_LINE, before), _units(_LINE, after)
    if len(left) * len(right) > _MOST:
        return (_revision(before, after, (0, len(before)), (0, len(after))),)
    steps = Levenshtein.opcodes([words for words, _, _ in left], [words for words, _, _ in right])
    changed = [(step.src_start, step.src_end, step.dest_start, step.dest_end) for step in steps if step.tag != "equal"]
    return tuple(
        _revision(before, after, _place(left, one, two), _place(right, three, four))
        for one, two, three, four in _joined(changed)
    )


def _units(pattern: re.Pattern[str], text: str) -> list[tuple[str, int, int]]:
    return [(match.group(), match.start(), match.end()) for match in pattern.finditer(text)]


def _joined(changed: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Neighbours with next to nothing between them, as one; pure additions and pure losses stay by themselves."""
    found: list[tuple[int, int, int, int]] = []
    for step in changed:
        last = found[-1] if found else None
        if last and step[0] - last[1] <= _NEAR and (step[0] == last[1] or _replaces(last) == _replaces(step) is True):
            found[-1] = (last[0], step[1], last[2], step[3])
        else:
            found.append(step)
    return found


def _replaces(step: tuple[int, int, int, int]) -> bool:
    return step[1] > step[0] and step[3] > step[2]


def _place(units: list[tuple[str, int, int]], first: int, past: int) -> tuple[int, int]:
    if first < past:
        return units[first][1], units[past - 1][2]
    at = units[first - 1][2] if first else 0
    return at, at


def _revision(before: str, after: str, left: tuple[int, int], right: tuple[int, int]) -> Revision:
    return Revision(
        before_start=left[0], before_end=left[1], before=before[left[0] : left[1]],
        after_start=right[0], after_end=right[1], after=after[right[0] : right[1]],
    )  # fmt: skip
