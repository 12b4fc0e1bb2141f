"""What can be seen of a way to cut when the other cues' cuts, and the other ways of the same cue, are laid beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.decoding import LABELS, Floats, picked
from twosource.extract.attribution.model.span_candidates import CONTENT, CUE, SOURCE, Cuts

Places = NDArray[np.int64]
_SHARED: Final = (
    (CONTENT, CONTENT), (CONTENT, SOURCE), (CONTENT, CUE), (SOURCE, CONTENT),
    (SOURCE, SOURCE), (SOURCE, CUE), (CUE, CONTENT), (CUE, SOURCE),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """For each label and each token of the article how many cues put the label there, each counted by how sure it is."""

    inside: Floats  # label by token
    # The same, for the first and the last token of the label only.
    first: Floats
    last: Floats


def company_of(size: int, many: Iterable[Cuts]) -> Company:
    """Lay the best cuts of all cues of an article over each other; ``size`` is its number of tokens."""
    inside, first, last = (np.zeros((LABELS, size), dtype=np.float32) for _ in range(3))
    for cuts in many:
        best = cuts.labels[:, 0]
        sure = np.broadcast_to(cuts.sure[:, None], best.shape)
        for label in (SOURCE, CUE, CONTENT):
            for total, where in zip((inside, first, last), _marked(best == label, cuts.grid.real), strict=True):
                np.add.at(total[label], cuts.grid.token[where], sure[where])
    return Company(inside=inside, first=first, last=last)


def _marked(
    role: NDArray[np.bool_], real: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Where a role is, where it begins and where it ends, window by row."""
    role = role & real
    seen = role.cumsum(1)
    return role, role & (seen == 1), role & (seen == seen[:, -1:])


def company_features(cuts: Cuts, company: Company, own: int) -> Floats:
    """What is seen of each way beside the others: window by way by feature.

    The first ``own`` ways are the network's own; their worth says how sure it is of each token.
    """
    roles = [cuts.labels == label for label in range(LABELS)]
    around = {label: _others(cuts, company, label) for label in (SOURCE, CUE, CONTENT)}
    columns = [np.einsum("nws,ns->nw", roles[mine], around[its][0], dtype=np.float32) for mine, its in _SHARED]
    begin, end = _ends(cuts, CONTENT)
    columns += [_pick(around[label][1], end + 1) for label in (SOURCE, CUE, CONTENT)]
    columns += [_pick(around[label][2], begin - 1) for label in (SOURCE, CUE, CONTENT)]
    columns += [_pick(around[CONTENT][0], end), _pick(around[CONTENT][0], end + 1)]
    columns += [_pick(around[CONTENT][1], begin), _pick(around[CONTENT][2], end)]
    speaker, behind = _ends(cuts, SOURCE)
    columns += [_pick(around[SOURCE][1], speaker), _pick(around[SOURCE][2], behind)]
    likely = np.exp(cuts.worth[:, :own] - cuts.worth[:, :own].max(1, keepdims=True))
    likely /= likely.sum(1, keepdims=True)
    for label in (SOURCE, CUE, CONTENT):
        chance = np.einsum("nw,nws->ns", likely, roles[label][:, :own], dtype=np.float32)
        columns += _trusted(chance, roles[label], cuts.ends.size[label - 1])
        columns += [_pick(chance, at) for edge in (_ends(cuts, label),) for at in (edge[0] - 1, *edge, edge[1] + 1)]
    return np.stack(columns, axis=2).astype(np.float32)


def _others(cuts: Cuts, company: Company, label: int) -> tuple[Floats, Floats, Floats]:
    """The company of each window without its own cue: inside, first, last, window by row."""
    own = _marked(cuts.labels[:, 0] == label, cuts.grid.real)
    maps = (company.inside, company.first, company.last)
    found = [
        (total[label][cuts.grid.token] - where * cuts.sure[:, None]) * cuts.grid.real
        for total, where in zip(maps, own, strict=True)
    ]
    return found[0], found[1], found[2]


def _ends(cuts: Cuts, label: int) -> tuple[Places, Places]:
    """First and last row of a role, window by way; -9 where it has none."""
    ends = cuts.ends
    there = ends.size[label - 1] > 0
    return np.where(there, ends.first[label - 1], -9), np.where(there, ends.last[label - 1], -9)


def _pick(values: Floats, rows: Places) -> Floats:
    """The value at each place; 0 outside of the window."""
    size = values.shape[1]
    inside = (rows >= 0) & (rows < size)
    found: Floats = picked(values, np.where(inside, rows, 0)) * inside
    return found


def _trusted(chance: Floats, role: NDArray[np.bool_], size: Places) -> list[Floats]:
    """How sure the network is of a role's tokens, ``size`` in each way: mean and least inside, greatest outside."""
    shown = chance[:, None]
    mean = np.einsum("nws,ns->nw", role, chance, dtype=np.float32) / np.maximum(size, 1)
    return [mean, np.where(role, shown, 1).min(2), np.where(role, 0, shown).max(2)]
