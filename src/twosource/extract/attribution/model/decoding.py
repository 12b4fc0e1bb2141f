"""The best ways to label the windows of cues: a chain of labels whose steps depend on what stands at the border."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.columns import Ints

Floats = NDArray[np.float32]
Labels = NDArray[np.int8]
LABELS: Final = 4
NOTHING: Final = np.float32(-1e9)


def padded(opened: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Row numbers of windows of unequal length as a rectangle, and which of them are real.

    ``opened`` is the first row of each window, and one more for the end.
    """
    sizes = np.diff(opened)
    steps = np.arange(int(sizes.max(initial=1)))[None]
    return opened[:-1, None] + np.minimum(steps, np.maximum(sizes[:, None] - 1, 0)), steps < sizes[:, None]


def picked(values: NDArray[Any], places: Ints) -> NDArray[Any]:
    """The values of each window at so many places of it: window by place."""
    return values[np.arange(len(values))[:, None], places]


def best(worth: Floats, classes: Ints, real: NDArray[np.bool_], steps: Floats, ways: int) -> tuple[Labels, Floats]:
    """The best labellings of each window: window by way by row, 0 past the window's end, and what each way is worth, best first.

    The best chain to each label of each row is found once. Each further labelling turns off from one that was found, at
    the row where that loses least, onto the best chain to there; one that repeats another is worth ``NOTHING``.
    Eppstein: Finding the k shortest paths, SIAM Journal on Computing 28, 1998.

    Args:
        worth: What each label is worth, window by row by label.
        classes: The class of the step into each row, window by row.
        real: Which rows are part of the window.
        steps: What each step is worth, class by label before by label.
        ways: How many labellings are wanted.
    """
    n, size = real.shape[0], real.shape[1] + 1
    chains, losses, most = _chains(worth, classes, real, steps)
    windows, rows, every = np.arange(n), np.arange(size), size * LABELS
    first = np.arange(n * size).reshape(n, size) * LABELS
    # For each window what turning off would lose, each way found so far by row by label before the row.
    turns = np.empty((n, ways * every), dtype=np.float32)
    lost, turned = np.zeros((ways, n), dtype=np.float32), np.full(n, size)
    found = [[_turned(bytes([LABELS]) * size, chain, size, 0) for chain in chains]]
    for way in range(1, ways):
        latest = np.frombuffer(b"".join(found[-1]), dtype=np.int8).reshape(n, size)
        loss = losses.take(first + latest, axis=0) + lost[way - 1, :, None, None]
        loss[rows >= turned[:, None]] = -NOTHING
        turns[:, (way - 1) * every : way * every] = loss.reshape(n, every)
        least = turns[:, : way * every].argmin(axis=1)
        lost[way] = turns[windows, least]
        turns[windows, least] = -NOTHING
        parent, turned, label = np.unravel_index(least, (way, size, LABELS))
        told = zip(parent.tolist(), chains, turned.tolist(), label.tolist(), strict=True)
        found.append([_turned(found[of][i], chain, row, to) for i, (of, chain, row, to) in enumerate(told)])
    labels = np.frombuffer(b"".join(one for many in found for one in many), dtype=np.int8).reshape(ways, n, size)
    return labels[:, :, :-1].transpose(1, 0, 2) * real[:, None], (most - lost).T


def _chains(worth: Floats, classes: Ints, real: NDArray[np.bool_], steps: Floats) -> tuple[list[bytes], Floats, Floats]:
    """For each window the best label before each row's each label; what each other label before loses; and the best chain's worth.

    Losses are window, row and label by label before. A row more stands behind the last, only label 0 of it is meant.
    Rows past a window's end keep the label.
    """
    n, size = real.shape
    stay = np.where(np.eye(LABELS, dtype=bool), 0, NOTHING).astype(np.float32)[None]
    step = np.concatenate([steps, stay])[np.where(real, classes, len(steps))].transpose(1, 2, 3, 0)
    worth = np.ascontiguousarray((worth * real[:, :, None]).transpose(1, 2, 0))
    # Row by label before by label by window.
    through, reached = np.zeros((size + 1, LABELS, LABELS, n), dtype=np.float32), worth[0]
    for own, into, added in zip(worth[1:], through[1:], np.ascontiguousarray(step)[1:], strict=False):
        np.add(reached[:, None], added, out=into)
        reached = np.maximum.reduce(into, axis=0) + own
    through[size] = reached[:, None]
    loss = np.maximum.reduce(through, axis=1, keepdims=True) - through
    loss = np.ascontiguousarray(loss.transpose(3, 0, 2, 1)).reshape(-1, LABELS)
    before = loss.argmin(axis=1)
    loss[np.arange(len(loss)), before] = -NOTHING
    loss.reshape(n, size + 1, -1)[:, 0] = -NOTHING
    return [bytes(one) for one in before.astype(np.int8).reshape(n, -1)], loss, np.maximum.reduce(reached, axis=0)


def _turned(labels: bytes, chain: bytes, row: int, label: int) -> bytes:
    """A labelling that has ``label`` before ``row``, and before that the best chain to it."""
    turned = bytearray(labels)
    for place in range(row - 1, -1, -1):
        if turned[place] == label:
            break
        turned[place] = label
        label = chain[place * LABELS + label]
    return bytes(turned)


def worth_of(labels: Labels, worth: Floats, classes: Ints, real: NDArray[np.bool_], steps: Floats) -> Floats:
    """What given labellings are worth, window by way."""
    at = labels.astype(np.int64)
    windows, rows = np.ogrid[: len(at), : at.shape[2]]
    single = worth[windows[:, :, None], rows[:, None], at] * real[:, None]
    step = steps[classes[:, None, 1:], at[:, :, :-1], at[:, :, 1:]] * real[:, None, 1:]
    total: Floats = (single.sum(2) + step.sum(2)).astype(np.float32)
    return total
