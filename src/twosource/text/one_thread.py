"""Many small matrix products on one thread: sharing each between threads costs more than it saves."""

from contextlib import AbstractContextManager
from functools import cache
from typing import Any


def one_thread() -> AbstractContextManager[Any]:
    """While it is entered, numpy's matrix products run on one thread. Outside, nothing changes."""
    limited: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> Any:  # noqa: ANN401 - the library has no types
    # Looking for what is loaded takes milliseconds, which an article with one quotation does not have.
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - only where something is multiplied

    return ThreadpoolController()
