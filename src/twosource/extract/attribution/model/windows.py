"""The windows of cues: which words may be source, cue or content of a cue, and how each hangs from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    c = columns
    ends = np.append(np.flatnonzero(np.diff(c.block)), len(c) - 1)
    tokens: list[Ints] = []
    branches: list[Codes] = []
    levels: list[Ints] = []
    roots: list[Ints] = []
    marks: list[Ints] = []
    for head in heads:
        block = int(c.block[head])
        first = max(c.opened[block], int(c.first[head]) - REACH)
        last = min(int(ends[block]), int(c.last[head]) + REACH)
        rows = np.arange(first, last + 1)
        branch, level, root = _branches(c, head, first, last)
        tokens.append(rows)
        branches.append(branch)
        levels.append(level)
        roots.append(root)
        marks.append(_marked(rows, first, rules.get(head)))
    sizes = [len(rows) for rows in tokens]
    return Windows(
        heads=np.array(heads, dtype=np.int64),
        opened=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        token=_joined(tokens),
        cue=np.repeat(np.arange(len(heads)), sizes),
        branch=_joined(branches).astype(np.uint64),
        level=_joined(levels),
        root=_joined(roots),
        rule=_joined(marks),
    )


def _joined(parts: Sequence[Ints | Codes]) -> Ints:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def _marked(rows: Ints, first: int, rule: tuple[int, int, int, Parts] | None) -> Ints:
    marks = np.zeros(len(rows), dtype=np.int64)
    if rule is None:
        return marks
    shift, cue_first, cue_last, parts = rule
    for value, part in ((3, parts.content), (1, parts.source), (2, range(cue_first, cue_last + 1))):
        places = np.fromiter(part, dtype=np.int64) + shift - first
        marks[places[(places >= 0) & (places < len(rows))]] = value
    return marks


def _branches(c: Columns, head: int, first: int, last: int) -> tuple[Codes, Ints, Ints]:
    """For each row from ``first`` to ``last``: code of its branch as seen from the cue, steps up, and the branch's row."""
    size = last - first + 1
    level = np.full(size, 9, dtype=np.int64)
    root = np.full(size, -1, dtype=np.int64)
    away = np.clip(c.sentence[first : last + 1] - c.sentence[head], -3, 3)
    branch = mix(60, away)
    chain = [head]
    while len(chain) < CLIMB and c.head[chain[-1]] != chain[-1]:
        chain.append(int(c.head[chain[-1]]))
    tree = c.trees[int(c.block[head])][1]
    shift = c.opened[int(c.block[head])]
    inside = slice(max(first, int(c.first[head])) - first, min(last, int(c.last[head])) + 1 - first)
    level[inside] = CLIMB
    branch[inside] = CLIMB
    for steps in range(len(chain) - 1, -1, -1):
        above = chain[steps]
        via = int(c.dep[chain[steps - 1]]) if steps else 0
        level[max(first, int(c.left[above])) - first : int(c.right[above]) + 1 - first] = steps
        for child in (above - shift, *tree.children[above - shift]):
            row = child + shift
            own = row == above
            begin = row if own else int(c.left[row])
            end = row if own else int(c.right[row])
            place = slice(max(first, begin) - first, max(first, end + 1) - first)
            branch[place] = code(f"{steps} {via} {'' if own else int(c.dep[row])} {row > head}")
            root[place] = row
    return branch, level, root
