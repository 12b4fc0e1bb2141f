"""What answers in a process that may die: what it is given may say how it ends.

A module of its own, since such a process imports it by name from the folder of the tests.
"""

import os
import signal
import socket
import tempfile

from twosource.cleaning import answered as really
from twosource.cleaning import warm

__all__ = ["answered", "ending", "warm"]


def answered(data: bytes) -> bytes:
    """What cleaning answers, if it comes to that."""
    ending(data)
    return really(data)


def ending(data: bytes) -> bytes:
    """The same bytes, unless they say otherwise."""
    if b"take all memory" in data:
        bytes(3 * 1024**3)
    if b"take all time" in data:
        while True:
            pass
    if b"die" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"raise" in data:
        raise KeyError(data)
    if b"call out" in data:
        socket.create_connection(("127.0.0.1", 9))
    if b"write" in data:
        tempfile.NamedTemporaryFile()  # noqa: SIM115 - it comes to nothing
    return data
