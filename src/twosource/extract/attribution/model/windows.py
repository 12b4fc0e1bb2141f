"""The windows of cues: which words may be source, cue or content of a cue, and how each hangs from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from twosource.extract.attribution.model.columns import Codes, Columns, Ints, code
from twosource.extract.attribution.model.cue_features import mix
from twosource.extract.attribution.rules.cue_arguments import Parts

REACH: Final = 110
CLIMB: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """The windows of several cues, one behind the other."""

    heads: Ints  # the cues' rows
    opened: Ints  # for each cue the first row of its window in the arrays below, and one more for the end
    token: Ints  # row of each token in the article's columns
    cue: Ints  # which of ``heads`` the row is for
    # Where the token hangs, seen from the cue: code of the branch, steps up from the cue to where the branch leaves,
    # and the row that the branch hangs by (-1 in other sentences).
    branch: Codes
    level: Ints
    root: Ints
    rule: Ints  # what the rules make of it: 0 nothing, 1 source, 2 cue, 3 content


def windows_of(columns: Columns, heads: Sequence[int], rules: Mapping[int, tuple[int, int, int, Parts]]) -> Windows:
    """The windows of cues whose heads stand in ``heads``, sorted.

    ``rules`` has for each head what the rules make of it: first row of its tree, first and last row of the cue in that tree,
    and the parts in that tree.
    """
    c, h = columns, np.array(heads, dtype=np.int64)
    ends = np.append(np.flatnonzero(np.diff(c.block)), len(c) - 1)
    first = np.maximum(np.array(c.opened, dtype=np.int64)[c.block[h]], c.first[h] - REACH)
    last = np.minimum(ends[c.block[h]], c.last[h] + REACH)
    opened = np.append(0, np.cumsum(last - first + 1))
    shifts, sizes = opened[:-1] - first, last - first + 1
    token, cue = _ranges(first, sizes), np.repeat(np.arange(len(h)), sizes)
    branch, level, root = _branches(c, h, token, cue, shifts)
    rule = np.zeros(len(token), dtype=np.int64)
    for number, head in enumerate(heads):
        if head in rules:
            _mark(rule[opened[number] : opened[number + 1]], int(first[number]), *rules[head])
    return Windows(heads=h, opened=opened, token=token, cue=cue, branch=branch, level=level, root=root, rule=rule)


def _ranges(first: Ints, sizes: Ints) -> Ints:
    """So many numbers from each first on, one range behind the other."""
    return np.arange(sizes.sum()) + np.repeat(first - np.cumsum(sizes) + sizes, sizes)


def _mark(rule: Ints, first: int, tree: int, cue_first: int, cue_last: int, parts: Parts) -> None:
    """Write what the rules make of a cue into its window, which begins at row ``first``."""
    shift = tree - first
    for value, part in ((3, parts.content), (1, parts.source), (2, range(cue_first, cue_last + 1))):
        rule[[row + shift for row in part if 0 <= row + shift < len(rule)]] = value


def _branches(c: Columns, heads: Ints, token: Ints, cue: Ints, shifts: Ints) -> tuple[Codes, Ints, Ints]:
    """For each row of the windows: code of its branch as seen from the cue, steps up, and the branch's row.

    ``shifts`` lead from rows of the article to those of each cue's window, in which its whole sentence lies.
    """
    h = heads[cue]
    inside = (c.first[h] <= token) & (token <= c.last[h])
    level, root = np.where(inside, CLIMB, 9), np.full(len(token), -1, dtype=np.int64)
    branch = np.where(inside, np.uint64(CLIMB), mix(60, np.clip(c.sentence[token] - c.sentence[h], -3, 3)))
    # What each cue hangs from, the top first: what is further down is written over what it hangs from.
    climb = [heads]
    for _ in range(CLIMB - 1):
        climb.append(c.head[climb[-1]])
    chain = np.stack([*climb[::-1], np.full(len(heads), -1)], axis=1)
    whose, place = np.nonzero(chain[:, :-1] != chain[:, 1:])
    above, below, steps = chain[whose, place], chain[whose, place + 1], CLIMB - 1 - place
    sizes = c.right[above] - c.left[above] + 1
    level[_ranges(c.left[above] + shifts[whose], sizes)] = np.repeat(steps, sizes)
    # Each of these with its children, and the rows of each such branch.
    children = np.flatnonzero(c.head != np.arange(len(c)))
    children = children[np.argsort(c.head[children], kind="stable")]
    opened = np.searchsorted(c.head[children], above)
    many = np.searchsorted(c.head[children], above, side="right") - opened
    up, row = np.repeat(np.arange(len(above)), many + 1), _ranges(opened - 1, many + 1)
    own = np.append(True, np.diff(up) > 0)
    row = np.where(own, above[up], np.append(children, -1)[row])  # where nothing hangs from anything there are none
    sizes = np.where(own, 1, c.right[row] - c.left[row] + 1)
    rows = _ranges(np.where(own, row, c.left[row]) + shifts[whose[up]], sizes)
    told = zip(
        steps[up].tolist(),
        np.where(steps > 0, c.dep[below], 0)[up].tolist(),
        np.where(own, 0, c.dep[row]).tolist(),
        (row > heads[whose[up]]).tolist(),
        strict=True,
    )
    branch[rows] = np.repeat(np.array([_branch(*each) for each in told], dtype=np.uint64), sizes)
    root[rows] = np.repeat(row, sizes)
    return branch, level, root


@lru_cache(maxsize=1 << 14)
def _branch(steps: int, via: int, dep: int, behind: bool) -> int:  # noqa: FBT001 - one of four that are looked up together
    """The code of a branch that leaves ``steps`` above the cue; ``dep`` 0 for the word there itself."""
    return code(f"{steps} {via} {dep or ''} {behind}")
