"""Several iterators at once: what waits for a server does not keep the others waiting."""

from collections.abc import Generator, Sequence
from contextlib import suppress
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Final, TypeVar

T = TypeVar("T")
_WAITING: Final = 32
_STEP_SECONDS: Final = 0.1


class _End:
    """One worker has nothing more to do, or failed."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def merged(works: Sequence[Generator[T, None, None]], most: int) -> Generator[T, None, None]:
    """All that several generators give, as it comes: each in its own order, so many of them at a time.

    One is run in one thread from its beginning to its end. Where this is closed, or one of them raises, no other is
    begun, and those that were are closed once they give their next thing. A single one is run here.

    Raises:
        BaseException: What the first to fail has raised.
    """
    if len(works) < 2 or most < 2:  # noqa: PLR2004 - nothing to do at once
        for work in works:
            yield from work
        return
    waiting: Queue[Generator[T, None, None]] = Queue()
    for work in works:
        waiting.put(work)
    come: Queue[T | _End] = Queue(_WAITING)
    stopped = Event()
    left = min(most, len(works))
    for row in range(left):
        Thread(target=_run, args=(waiting, come, stopped), daemon=True, name=f"feeds {row}").start()
    try:
        while left:
            item = come.get()
            if not isinstance(item, _End):
                yield item
                continue
            left -= 1
            if item.error is not None:
                raise item.error
    finally:
        stopped.set()


def _run(waiting: Queue[Generator[T, None, None]], come: Queue[T | _End], stopped: Event) -> None:
    end = _End()
    with suppress(Empty):
        while not stopped.is_set():
            work = waiting.get_nowait()
            try:
                for item in work:
                    if not _put(come, item, stopped):
                        return
            except BaseException as error:  # noqa: BLE001 - raised again where the things are taken
                end = _End(error)
                break
            finally:
                work.close()
    _put(come, end, stopped)


def _put(come: Queue[T | _End], item: T | _End, stopped: Event) -> bool:
    """Hand something over, unless nobody wants it any more."""
    while not stopped.is_set():
        with suppress(Full):
            come.put(item, timeout=_STEP_SECONDS)
            return True
    return False
