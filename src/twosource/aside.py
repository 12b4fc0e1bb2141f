"""Functions called in a process of their own, which is confined and may die: whoever called goes on without an answer.

The process is a new interpreter and no copy of this one: nothing of the caller's program is run again, and no lock of its
threads is held. It is kept for further calls, and begun anew where it died. Only bytes pass, and what it answers is read
as any other untrusted input.
"""

import atexit
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from threading import Lock, Timer
from typing import BinaryIO, Final, cast

from twosource.confinement import allow_seconds, confine

_HEAD: Final = struct.Struct(">dHQ")  # seconds allowed, length of the function's name, length of what it is given
_LENGTH: Final = struct.Struct(">Q")
_WAITING: Final = 10  # times the seconds of reckoning that are allowed, until the process is ended whatever it does
_MOST_ANSWER: Final = 1024 * 1024 * 1024


class DiedError(Exception):
    """The process ended before it had answered: it was out of memory or time, or stumbled."""


class NoProcessError(Exception):
    """No process can be begun here."""


class Aside:
    """One such process. Threads that call it wait for one another."""

    def __init__(self, warm: str, more_bytes: int) -> None:
        """Begin nothing yet.

        Args:
            warm: A function, "module:name", that loads whatever will be needed, before no more may be loaded.
            more_bytes: Memory that may be taken besides what is in use then.
        """
        self._warm, self._more = warm, more_bytes
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._lock = Lock()

    def call(self, name: str, data: bytes, seconds: float) -> bytes:
        """What a function answers.

        Args:
            name: The function, "module:name"; it takes bytes and gives bytes.
            data: What it is given.
            seconds: How long it may reckon.

        Raises:
            DiedError: If there is no answer.
            NoProcessError: If no process could be begun.
        """
        with self._lock:
            process = self._running()
            timer = Timer(_WAITING * seconds, process.kill)
            timer.start()
            try:
                return _asked(process, name.encode(), data, seconds)
            except (OSError, EOFError) as error:
                self._end()
                raise DiedError(str(error)) from error
            finally:
                timer.cancel()

    def close(self) -> None:
        """End the process, if one was begun."""
        with self._lock:
            self._end()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._owner != os.getpid():  # a copy of the process that began it
            self._process, self._owner = None, os.getpid()
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _begun(self._warm, self._more)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        for pipe in (process.stdin, process.stdout):
            try:
                cast("BinaryIO", pipe).close()
            except OSError:  # of a process that is dead already
                continue
        process.kill()
        process.wait()


@cache
def aside(warm: str, more_bytes: int) -> Aside:
    """The one process of this kind; ended with this one."""
    made = Aside(warm, more_bytes)
    atexit.register(made.close)
    return made


def _begun(warm: str, more_bytes: int) -> "subprocess.Popen[bytes]":
    # What libraries say there holds words of the input, and goes to nobody's screen. -P: no module of the working folder.
    command = [sys.executable, "-P", "-m", "twosource.aside", warm, str(more_bytes)]
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own module  # fmt: skip
    except OSError as error:
        raise NoProcessError(str(error)) from error


def _asked(process: "subprocess.Popen[bytes]", name: bytes, data: bytes, seconds: float) -> bytes:
    into, out = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
    into.write(_HEAD.pack(seconds, len(name), len(data)) + name)
    into.write(data)
    into.flush()
    (length,) = _LENGTH.unpack(_exactly(out, _LENGTH.size))
    if length > _MOST_ANSWER:
        message = "its answer is longer than any may be"
        raise EOFError(message)
    return _exactly(out, length)


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        message = "it ended"
        raise EOFError(message)
    return data


def _function(name: str) -> Callable[..., bytes]:
    module, _, called = name.partition(":")
    return cast("Callable[..., bytes]", getattr(import_module(module), called))


def _serve(warm: str, more_bytes: int) -> None:
    """Answer calls until there are no more. Whatever is raised ends the process: it may have left things half done."""
    into, out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _function(warm)()
    confine(more_bytes)
    while head := into.read(_HEAD.size):
        seconds, length, size = _HEAD.unpack(head)
        name, data = into.read(length).decode(), into.read(size)
        allow_seconds(seconds)
        answer = _function(name)(data)
        out.write(_LENGTH.pack(len(answer)) + answer)
        out.flush()


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]))
