"""What the learned model looks at to tell which tokens are source, cue and content of one cue.

All cues of an article are looked at in one go: the arrays hold a row for each token of each cue's window.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from twosource.extract.attributions.attribution_rules import Parts
from twosource.extract.attributions.columns import Codes, Columns, Ints, code
from twosource.extract.attributions.cue_features import Rows, at, bucket, hashed, mix, shifted

REACH: Final = 110
CLIMB: Final = 6
CLASSES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """The windows of several cues, one behind the other.

    Attributes:
        heads: The cues' rows.
        opened: For each cue the first row of its window in the arrays below, and one more for the end.
        token: Row of each token in the article's columns.
        cue: Which of ``heads`` the row is for.
        branch, level, root: Where the token hangs, seen from the cue: code of the branch, steps up from the cue
            to where the branch leaves, and the row that the branch hangs by (-1 in other sentences).
        rule: What the rules make of it: 0 nothing, 1 source, 2 cue, 3 content.
    """

    heads: Ints
    opened: Ints
    token: Ints
    cue: Ints
    branch: Codes
    level: Ints
    root: Ints
    rule: Ints


def windows_of(columns: Columns, heads: Sequence[int], rules: Mapping[int, tuple[int, int, int, Parts]]) -> Windows:
    """The windows of cues.

    Args:
        columns: The article.
        heads: Rows of the cues' heads, sorted.
        rules: For each head what the rules make of it: first row of its tree, first and last row of the cue in
            that tree, and the parts in that tree.
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


def span_features(c: Columns, w: Windows, frame: Codes, chance: Codes | Ints) -> tuple[Rows, Ints]:
    """Features of each row of the windows, and the class of its transition from the row before.

    Args:
        c: The article.
        w: The windows.
        frame: For every token the code of the frame that the rules see it in.
        chance: For every token how sure it is that it heads a cue, in tenths.
    """
    t, h = w.token, w.heads[w.cue]
    owner = _owners(c, chance.astype(np.int64) >= 3)  # noqa: PLR2004 - three tenths: more likely a cue than most
    own = _ownership(c, owner, t, h)
    between = _between(chance.astype(np.int64) >= 4, t, h)  # noqa: PLR2004 - likely a cue
    distance = bucket(t - h)
    relation = _relation(c, t, h)
    edge = (t == at(c.left, w.root).astype(np.int64)) * 1 + (t == at(c.right, w.root).astype(np.int64)) * 2
    edge = np.where(w.root < 0, 4, edge)
    deep = np.minimum(np.where(w.root >= 0, c.depth[t] - at(c.depth, w.root).astype(np.int64), 6), 5)
    cue_lemma, cue_pos, cue_dep = c.lemma[h], c.pos[h], c.dep[h]
    lemma, pos, tag, dep = c.lemma[t], c.pos[t], c.tag[t], c.dep[t]
    before, behind = at(shifted(c.lemma, -1), t), at(shifted(c.lemma, 1), t)
    pos_before, pos_behind = at(shifted(c.pos, -1), t), at(shifted(c.pos, 1), t)
    head_lemma, head_dep = c.lemma[c.head[t]], c.dep[c.head[t]]
    quoted = (c.quote[t] >= 0).astype(np.int64)
    root_lemma, root_dep, root_flags = at(c.lemma, w.root), at(c.dep, w.root), at(c.flags, w.root)
    side = (t > h).astype(np.int64)
    rulekey = _rule_and_neighbours(w)
    head_flags, head_frame = c.flags[h], frame[h]
    tree_side = mix(71, w.level, side)
    gap = (c.sentence[t] - c.sentence[h]).clip(-3, 3)
    opens = _quote_edges(c)[t]
    pairs: list[tuple[Codes | Ints, ...]] = [
        (w.branch,), (w.branch, cue_lemma), (w.branch, pos), (w.branch, deep, dep), (w.branch, edge),
        (w.branch, lemma), (w.branch, head_flags), (w.branch, head_frame, cue_pos), (w.branch, cue_lemma, tag, deep),
        (w.branch, relation), (w.branch, own), (w.branch, distance), (w.branch, edge, pos, cue_pos),
        (w.branch, cue_dep, cue_pos), (w.branch, root_lemma), (w.branch, root_lemma, cue_lemma), (w.branch, deep, lemma),
        (w.branch, root_flags), (w.rule,), (w.rule, cue_lemma), (w.rule, w.branch), (rulekey,), (rulekey, pos),
        (rulekey, cue_pos, lemma), (rulekey, own), (w.rule, relation, opens), (w.rule, own, between), (w.rule, gap, relation),
        (w.rule, head_frame, dep), (w.rule, head_frame, relation, side), (distance, pos), (distance, cue_lemma),
        (distance, lemma), (distance, cue_pos, tag), (relation, side, cue_lemma), (relation, gap, between),
        (relation, opens, side, head_frame), (relation, tree_side), (opens, lemma, relation), (own, tree_side), (own, between),
        (own, lemma), (own, relation, gap), (lemma, cue_lemma, np.abs(t - h).clip(0, 3), side), (lemma, tree_side),
        (lemma, before, tree_side), (lemma, behind, tree_side), (tag, pos_before, pos_behind, tree_side), (before, w.branch),
        (behind, w.branch), (pos_before, pos, rulekey), (pos_behind, pos, rulekey), (dep, head_dep, tree_side),
        (dep, head_lemma, tree_side), (root_dep, deep, edge, side), (quoted, relation, cue_dep, side), (gap, side, pos),
        (chance[t], distance), (chance[t], own, w.branch), (cue_lemma, tag, distance), (cue_lemma, dep, deep, side),
        (c.entity[t], tree_side), (head_flags, tree_side, dep),
    ]  # fmt: skip
    classes = _classes(c, w, opens)
    return hashed([mix(100 + i, *parts) for i, parts in enumerate(pairs)]), classes


def _rule_and_neighbours(w: Windows) -> Codes:
    """What the rules make of a row and of the rows beside it in its window."""
    rows = np.arange(len(w.token))
    left = np.where(rows > w.opened[w.cue], np.roll(w.rule, 1), 4)
    right = np.where(rows < w.opened[w.cue + 1] - 1, np.roll(w.rule, -1), 4)
    return mix(70, w.rule, left, right)


def _owners(c: Columns, cues: np.ndarray) -> Ints:
    """For each token the nearest cue among itself and those it hangs from; -1 where there is none."""
    rows = np.arange(len(c))
    owner = np.where(cues, rows, -1)
    place = c.head
    for _ in range(25):
        open_ = owner < 0
        if not open_.any():
            break
        owner = np.where(open_ & cues[place], place, owner)
        place = c.head[place]
    return owner


def _ownership(c: Columns, owner: Ints, t: Ints, h: Ints) -> Ints:
    mine = owner[t]
    below = (c.left[h] <= mine) & (mine <= c.right[h])
    above = (at(c.left, mine).astype(np.int64) <= h) & (h <= at(c.right, mine).astype(np.int64))
    return np.select([mine < 0, mine == h, below, above], [1, 0, 2, 3], 4)


def _between(cues: np.ndarray, t: Ints, h: Ints) -> Ints:
    """How many other likely cues stand between a token and its cue, at most 3."""
    running = np.concatenate([[0], np.cumsum(cues)])
    low, high = np.minimum(t, h), np.maximum(t, h)
    between: Ints = np.minimum(running[high] - running[np.minimum(low + 1, high)], 3)
    return between


def _relation(c: Columns, t: Ints, h: Ints) -> Ints:
    """0 in no quotation, 1 the last before the cue, 2 the first behind it, 3 another before, 4 another behind, 5 the cue's."""
    rows = np.arange(len(c))
    quoted = c.quote >= 0
    last = np.maximum.accumulate(np.where(quoted, rows, -1)) if len(c) else rows
    following = np.minimum.accumulate(np.where(quoted, rows, len(c))[::-1])[::-1] if len(c) else rows
    before = at(c.quote + 1, last[h]).astype(np.int64) - 1
    behind = np.append(c.quote, -2)[following[h]]
    mine, its = c.quote[t], c.quote[h]
    return np.select([mine < 0, (mine == its) & (its >= 0), mine == before, mine == behind, t < h], [0, 5, 1, 2, 3], 4)


def _quote_edges(c: Columns) -> Ints:
    """1 first token of a quotation, 2 last, 0 elsewhere."""
    opens = np.zeros(len(c), dtype=np.int64)
    if len(c):
        change = np.flatnonzero(np.diff(c.quote))
        opens[change[c.quote[change] >= 0]] = 2
        opens[change[c.quote[change + 1] >= 0] + 1] += 1
    return opens


def _classes(c: Columns, w: Windows, opens: Ints) -> Ints:
    """The class of the step from the row before: what stands at the border, and whether the branch changes."""
    same = np.append(False, w.branch[1:] == w.branch[:-1])
    commas = [code(m) for m in (",", ";", ":", "-", "--", "—", "–", "(", ")")]
    comma = np.isin(at(shifted(c.lemma, -1), w.token), commas) | np.isin(c.lemma[w.token], commas)
    kind = np.select([opens == 1, opens == 2, np.isin(c.dep[w.token], [code("cc")]), comma], [1, 2, 3, 4], 0)  # noqa: PLR2004 - as _quote_edges says
    newsent = (c.first[w.token] == w.token).astype(np.int64)
    return np.where(newsent == 1, 10, kind * 2 + same)
