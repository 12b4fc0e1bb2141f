"""How much is told on the error stream besides errors: set once for a call."""

import time
from enum import IntEnum
from typing import TYPE_CHECKING

from twosource.cli.door import say

if TYPE_CHECKING:
    from twosource.ports import Progress


class Volume(IntEnum):
    """From nothing but errors to every step with its time."""

    QUIET = 0
    USUAL = 1
    VERBOSE = 2


_chosen = Volume.USUAL


def choose(volume: Volume) -> None:
    """Set how much is told from here on."""
    global _chosen  # noqa: PLW0603 - one call of the command line is one process
    _chosen = volume


def chosen() -> Volume:
    """How much is told."""
    return _chosen


def steps_told() -> "Progress":
    """On the error stream: each step once it is over, with its count and seconds."""
    began = time.monotonic()
    current, count = "", 0

    def tell(step: str, done: int, total: int) -> None:  # noqa: ARG001 - the port's shape
        nonlocal began, current, count
        if step != current:
            if current:
                say(f"twosource: {current}: {count:,}, {time.monotonic() - began:.2f} s", err=True)
            began, current = time.monotonic(), step
        count = done

    return tell
