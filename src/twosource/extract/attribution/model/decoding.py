"""The best ways to label the windows of cues: a chain of labels whose steps depend on what stands at the border."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.columns import Ints

Floats = NDArray[np.float32]
Labels = NDArray[np.int8]
LABELS: Final = 4
NOTHING: Final = np.float32(-1e9)


def padded(opened: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Row numbers of windows of unequal length as a rectangle, and which of them are real.

    Args:
        opened: First row of each window, and one more for the end.
    """
    sizes = np.diff(opened)
    steps = np.arange(int(sizes.max(initial=1)))[None]
    return opened[:-1, None] + np.minimum(steps, np.maximum(sizes[:, None] - 1, 0)), steps < sizes[:, None]


def best(worth: Floats, classes: Ints, real: NDArray[np.bool_], steps: Floats, ways: int) -> tuple[Labels, Floats]:
    """The best labellings of each window.

    Args:
        worth: What each label is worth, window by row by label.
        classes: The class of the step into each row, window by row.
        real: Which rows are part of the window.
        steps: What each step is worth, class by label before by label.
        ways: How many labellings are wanted.

    Returns:
        The labels, window by way by row, 0 past the window's end, and what each way is worth, best first.
    """
    n, size, _ = worth.shape
    value = np.full((n, ways, LABELS), NOTHING, dtype=np.float32)
    value[:, 0] = worth[:, 0]
    back = np.zeros((size, n, ways * LABELS), dtype=np.int16)
    still = np.arange(ways * LABELS, dtype=np.int16).reshape(ways, LABELS)
    windows, labels_ = np.arange(n)[:, None, None], np.arange(LABELS)
    for row in range(1, size):
        reached = (value[:, :, :, None] + steps[classes[:, row]][:, None]).reshape(n, ways * LABELS, LABELS)
        order = np.argsort(-reached, axis=1, kind="stable")[:, :ways]
        now = reached[windows, order, labels_] + worth[:, row][:, None]
        inside = real[:, row][:, None, None]
        value = np.where(inside, now, value)
        back[row] = np.where(inside, order, still).reshape(n, -1)
    flat = value.reshape(n, -1)
    place = np.argsort(-flat, axis=1, kind="stable")[:, :ways]
    rows = np.arange(n)[:, None]
    found = flat[rows, place]
    labels = np.zeros((n, ways, size), dtype=np.int8)
    for row in range(size - 1, -1, -1):
        labels[:, :, row] = place % LABELS
        place = back[row][rows, place].astype(np.int64)
    return labels * real[:, None].astype(np.int8), found


def worth_of(labels: Labels, worth: Floats, classes: Ints, real: NDArray[np.bool_], steps: Floats) -> Floats:
    """What given labellings are worth, window by way."""
    at = labels.astype(np.int64)
    single = np.take_along_axis(worth, at.transpose(0, 2, 1), 2).transpose(0, 2, 1) * real[:, None]
    step = steps[classes[:, None, 1:], at[:, :, :-1], at[:, :, 1:]] * real[:, None, 1:]
    total: Floats = (single.sum(2) + step.sum(2)).astype(np.float32)
    return total
