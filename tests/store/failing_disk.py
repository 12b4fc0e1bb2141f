"""A disk under SQLite that fails when it is told to: the system's own, with its writes counted.

Source: "How SQLite Is Tested", section 3: I/O errors and out-of-memory injected at each place in turn.
"""

import ctypes
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from typing import Any, Final

NAME: Final = "failing"
_IOERR_WRITE, _IOERR_FSYNC, _IOERR_TRUNCATE, FULL = 778, 1034, 1546, 13
_WRITE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = ctypes.CFUNCTYPE(c_int, c_void_p, c_int)
_OPEN = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)


class _Methods(Structure):
    """sqlite3_io_methods; what is not looked at stays a pointer."""

    _fields_ = (
        ("version", c_int), ("close", c_void_p), ("read", c_void_p), ("write", c_void_p), ("truncate", c_void_p),
        ("sync", c_void_p), *((f"rest{n}", c_void_p) for n in range(13)),
    )  # fmt: skip


class _Vfs(Structure):
    """sqlite3_vfs, the same way."""

    _fields_ = (
        ("version", c_int), ("size", c_int), ("longest", c_int), ("next", c_void_p), ("name", c_char_p),
        ("data", c_void_p), ("open", c_void_p), *((f"rest{n}", c_void_p) for n in range(14)),
    )  # fmt: skip


class Disk:
    """Counts what is written, cut off and synced; fails from the ``at``th on.

    Attributes:
        count: Operations so far.
        at: The number of the first that fails; 0 for none.
        once: Whether only that one fails, and none behind it.
        full: Whether it says that the disk is full, and not that it does not answer.
    """

    def __init__(self) -> None:
        """A disk that does not fail."""
        self.count = self.at = 0
        self.once = self.full = False
        self._kept: list[Any] = []
        self._known: dict[int, _Methods] = {}
        self._library = ctypes.CDLL("libsqlite3.so.0")
        self._library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        self._library.sqlite3_hard_heap_limit64.restype = c_int64
        self._library.sqlite3_hard_heap_limit64.argtypes = [c_int64]
        self._library.sqlite3_memory_used.restype = c_int64
        self._register()

    def fails(self) -> bool:
        """Count an operation; whether it fails."""
        self.count += 1
        return self.at > 0 and (self.count == self.at if self.once else self.count >= self.at)

    def heal(self) -> None:
        """Fail no more, and count anew."""
        self.count = self.at = 0
        self.once = self.full = False

    @contextmanager
    def memory(self, more: int) -> Iterator[None]:
        """Let the database have no more than so many bytes above what it has now."""
        self._library.sqlite3_hard_heap_limit64(self._library.sqlite3_memory_used() + more)
        try:
            yield
        finally:
            self._library.sqlite3_hard_heap_limit64(0)

    def _register(self) -> None:
        system = self._library.sqlite3_vfs_find(None)
        vfs = _Vfs.from_buffer_copy(system.contents)
        opened = _OPEN(vfs.open)

        def open_(_: int, name: int, file: int, flags: int, out: int) -> int:
            result: int = opened(ctypes.addressof(system.contents), name, file, flags, out)
            place = c_void_p.from_address(file)
            if result == 0 and place.value:
                place.value = ctypes.addressof(self._methods(place.value))
            return result

        vfs.name, vfs.open = NAME.encode(), ctypes.cast(self._keep(_OPEN(open_)), c_void_p).value
        self._kept += [vfs, open_]
        self._library.sqlite3_vfs_register(ctypes.byref(vfs), 0)

    def _methods(self, address: int) -> _Methods:
        if address not in self._known:
            own = _Methods.from_buffer_copy(_Methods.from_address(address))
            for name, shape, code in (
                ("write", _WRITE, _IOERR_WRITE), ("truncate", _TRUNCATE, _IOERR_TRUNCATE), ("sync", _SYNC, _IOERR_FSYNC),
            ):  # fmt: skip
                setattr(
                    own,
                    name,
                    ctypes.cast(self._keep(self._failing(shape, shape(getattr(own, name)), code)), c_void_p).value,
                )
            self._known[address] = own
        return self._known[address]

    def _failing(self, shape: Any, whole: Callable[..., int], code: int) -> Any:  # noqa: ANN401 - a C function
        return shape(lambda *given: (FULL if self.full else code) if self.fails() else whole(*given))

    def _keep(self, one: Any) -> Any:  # noqa: ANN401 - a C function, which must outlive its callers
        self._kept.append(one)
        return one


def disk() -> Disk | None:
    """The failing disk, registered under ``NAME``; None where Python's SQLite cannot be reached so."""
    try:
        found = Disk()
        sqlite3.connect(f"file:none?mode=memory&vfs={NAME}", uri=True).close()
    except (OSError, AttributeError, sqlite3.Error):
        return None
    return found
