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

    Args:
        worth: What each label is worth, window by row by label.
        classes: The class of the step into each row, window by row.
        real: Which rows are part of the window.
        steps: What each step is worth, class by label before by label.
        ways: How many labellings are wanted.
    """
    n, size, _ = worth.shape
    # The longest windows first: each step then concerns the first so many.
    order = np.argsort(-real.sum(axis=1), kind="stable")
    cost, going = -worth[order], real.sum(axis=0).tolist()
    step = np.repeat(0 - steps.transpose(0, 2, 1), ways, axis=2)[classes[order]]
    rank = np.arange(ways * LABELS).reshape(ways, LABELS).T.reshape(-1)
    least = np.full((n, LABELS, ways), -NOTHING, dtype=np.float32)
    least[:, :, 0] = cost[:, 0]
    back: Ints = np.empty((size, n, LABELS, ways), dtype=np.int64)
    back[:] = rank.reshape(LABELS, ways)
    for row in range(1, size):
        many = going[row]
        reached = least[:many].reshape(many, 1, -1) + step[:many, row]
        keys = np.multiply(_in_order(reached.view(np.int32)), _PLACES, dtype=np.int64)
        keys += rank
        keys.sort(axis=2)
        keys = keys[:, :, :ways]
        np.bitwise_and(keys, _PLACES - 1, out=back[row, :many])
        np.add(
            _in_order((keys >> _BITS).astype(np.int32)).view(np.float32), cost[:many, row, :, None], out=least[:many]
        )
    back = (back % LABELS) * ways + back // LABELS
    flat = least.transpose(0, 2, 1).reshape(n, -1)
    place = np.argsort(flat, axis=1, kind="stable")[:, :ways]
    found = -np.take_along_axis(flat, place, 1)
    place = (place % LABELS) * ways + place // LABELS
    places = np.empty((size, n, ways), dtype=np.int64)
    back, first = back.reshape(size, -1), np.arange(n)[:, None] * (ways * LABELS)
    for row in range(size - 1, -1, -1):
        places[row] = place
        place = back[row].take(place + first)
    own = np.argsort(order)
    return (places // ways).astype(np.int8).transpose(1, 2, 0)[own] * real[:, None], found[own]


_BITS: Final = 8
_PLACES: Final = 1 << _BITS
"""More than there are ways times labels."""


def _in_order(bits: NDArray[np.int32]) -> NDArray[np.int32]:
    """The bits of floats as integers that are ordered as the floats are; and back."""
    return bits ^ ((bits >> 31) & 0x7FFFFFFF)


def worth_of(labels: Labels, worth: Floats, classes: Ints, real: NDArray[np.bool_], steps: Floats) -> Floats:
    """What given labellings are worth, window by way."""
    at = labels.astype(np.int64)
    windows, rows = np.ogrid[: len(at), : at.shape[2]]
    single = worth[windows[:, :, None], rows[:, None], at] * real[:, None]
    step = steps[classes[:, None, 1:], at[:, :, :-1], at[:, :, 1:]] * real[:, None, 1:]
    total: Floats = (single.sum(2) + step.sum(2)).astype(np.float32)
    return total
