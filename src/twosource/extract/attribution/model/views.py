"""How the words of a window lie to its cue: what the network looks at."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from twosource.extract.attribution.model.columns import STEPS, Columns, Ints, among
from twosource.extract.attribution.model.cue_features import at, bucket
from twosource.extract.attribution.model.decoding import Floats
from twosource.extract.attribution.model.windows import Windows
from twosource.language import labels

CLASSES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """One number for each row of the windows."""

    side: Ints  # 1 behind the cue's head, 0 elsewhere
    gap: Ints  # sentences from the cue's, at most 3 either way
    distance: Ints  # tokens from the cue, in buckets
    own: Ints  # whose the token is: 0 the cue's itself, 1 no cue's, 2 of a cue below, 3 of one above, 4 of another
    between: Ints  # how many other likely cues stand between, at most 3
    relation: Ints  # in which quotation it stands, seen from the cue
    opens: Ints  # 1 first token of a quotation, 2 last, 0 elsewhere
    edge: Ints  # 1 first token of its branch, 2 last, 3 both, 0 inside, 4 of no branch
    deep: Ints  # steps down from the top of its branch, 5 at most and for no branch
    step: Ints  # the class of the step from the row before: what stands at the border, and whether the branch changes
    sure: Ints  # for every token of the article how sure it is that it heads a cue, in tenths


def views_of(c: Columns, w: Windows, chance: Floats) -> Views:
    """How the words of windows lie to their cues; ``chance`` has for every token how sure it is that it heads one."""
    t, h = w.token, w.heads[w.cue]
    sure = np.floor(chance * 10).astype(np.int64)
    edge = (t == at(c.left, w.root).astype(np.int64)) * 1 + (t == at(c.right, w.root).astype(np.int64)) * 2
    deep = np.where(w.root >= 0, c.depth[t] - at(c.depth, w.root).astype(np.int64), 6)
    opens = _quote_edges(c)[t]
    return Views(
        side=(t > h).astype(np.int64),
        gap=(c.sentence[t] - c.sentence[h]).clip(-3, 3),
        distance=bucket(t - h),
        own=_ownership(c, _owners(c, sure >= 3), t, h),  # noqa: PLR2004 - three tenths: more likely a cue than most
        between=_between(sure >= 4, t, h),  # noqa: PLR2004 - likely a cue
        relation=_relation(c, t, h),
        opens=opens,
        edge=np.where(w.root < 0, 4, edge),
        deep=np.minimum(deep, 5),
        step=_steps(c, w, opens),
        sure=sure,
    )


def _owners(c: Columns, cues: np.ndarray) -> Ints:
    """For each token the nearest cue among itself and those it hangs from; -1 where there is none."""
    nearest = np.where(cues, np.arange(len(c)), c.head)
    for _ in range(STEPS):
        nearest = nearest[nearest]
    return np.where(cues[nearest], nearest, -1)


def _ownership(c: Columns, owner: Ints, t: Ints, h: Ints) -> Ints:
    mine = owner[t]
    below = (c.left[h] <= mine) & (mine <= c.right[h])
    above = (at(c.left, mine).astype(np.int64) <= h) & (h <= at(c.right, mine).astype(np.int64))
    return np.where(mine < 0, 1, np.where(mine == h, 0, np.where(below, 2, np.where(above, 3, 4))))


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
    others = np.where(mine == before, 1, np.where(mine == behind, 2, np.where(t < h, 3, 4)))
    return np.where(mine < 0, 0, np.where(mine == its, 5, others))


def _quote_edges(c: Columns) -> Ints:
    """1 first token of a quotation, 2 last, 0 elsewhere."""
    opens = np.zeros(len(c), dtype=np.int64)
    if len(c):
        change = np.flatnonzero(np.diff(c.quote))
        opens[change[c.quote[change] >= 0]] = 2
        opens[change[c.quote[change + 1] >= 0] + 1] += 1
    return opens


def _steps(c: Columns, w: Windows, opens: Ints) -> Ints:
    """The class of the step from the row before: what stands at the border, and whether the branch changes."""
    same = np.append(False, w.branch[1:] == w.branch[:-1])
    commas = among(c.lemma, (",", ";", ":", "-", "--", "—", "–", "(", ")"))
    comma = (commas | np.append(False, commas[:-1]))[w.token]
    kind = np.select([opens == 1, opens == 2, among(c.dep, (labels.CONJUNCTION,))[w.token], comma], [1, 2, 3, 4], 0)  # noqa: PLR2004 - as _quote_edges says
    newsent = (c.first[w.token] == w.token).astype(np.int64)
    return np.where(newsent == 1, 10, kind * 2 + same)
