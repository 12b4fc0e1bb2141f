"""A server on loopback that answers with bytes of one's choice, at its own pace, for as long as it is listened to."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Answering = Callable[[socket.socket], None]
_PATIENCE = 15.0
"""Seconds after which a server that wants to hold a client gives up: a client that is held until then fails its test."""


@contextmanager
def answering(answer: Answering) -> Iterator[str]:
    """The address of a server that calls ``answer`` with each connection, once a request has come."""
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_accept, args=(listener, answer), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        listener.close()


def _accept(listener: socket.socket, answer: Answering) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=_serve, args=(connection, answer), daemon=True).start()


def _serve(connection: socket.socket, answer: Answering) -> None:
    with connection, suppress(OSError):
        connection.recv(64 * 1024)
        answer(connection)


def at_once(data: bytes) -> Answering:
    """Send all of it."""
    return lambda connection: connection.sendall(data)


def dripping(head: bytes, drop: bytes, every: float) -> Answering:
    """Send the head, then a drop every so many seconds, for as long as the server's patience lasts."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(head)
        pause = threading.Event()
        for _ in range(int(_PATIENCE / every)):
            connection.sendall(drop)
            pause.wait(every)

    return answer


def page(body: bytes, *headers: str) -> bytes:
    """A whole answer."""
    lines = ("HTTP/1.1 200 OK", "Content-Type: text/html", f"Content-Length: {len(body)}", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
