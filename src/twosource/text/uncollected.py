"""Work that makes very many values and hardly a circle among them: the search for circles waits until it is done."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While it is entered, nobody looks for values that hold each other and nothing else: a twentieth of the time of reading.

    Everything else is freed as always. Outside, nothing changes; entered in another one, or where the search is off, it does nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
