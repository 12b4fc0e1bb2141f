"""Carries requests over connections that end at a deadline, whatever the server does.

An HTTP library's time-outs are for one piece of work on the connection: a server that sends a byte a second, or one
interim answer after the other, keeps each of them. Here every piece is given what is left of the whole.
"""

import ssl
from collections.abc import Iterable, Iterator
from functools import cache
from time import monotonic
from typing import Any, Final

import httpcore
import httpx

TROUBLE: Final = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpx.HTTPError)
"""What may come of asking that is no time-out; none of it is our mistake."""
_MOST_HEAD: Final = 256 * 1024
"""Bytes that may come before a body begins: headers, handshakes and interim answers; browsers allow as many."""


class EndlessHeadError(Exception):
    """A server sends headers or interim answers without end."""


class _Meter:
    """What is left of the time, and how much may still come before the body begins."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._head = 0
        self.in_body = False

    def left(self) -> float:
        """Seconds.

        Raises:
            httpcore.ReadTimeout: If none is left.
        """
        left = self._deadline - monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left

    def take(self, count: int) -> None:
        """Count bytes that came.

        Raises:
            EndlessHeadError: If too many came before the body.
        """
        self._head += 0 if self.in_body else count
        if self._head > _MOST_HEAD:
            raise EndlessHeadError


class _Stream(httpcore.NetworkStream):
    """A connection, held to the meter."""

    def __init__(self, inner: httpcore.NetworkStream, meter: _Meter) -> None:
        self._inner, self._meter = inner, meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        data = self._inner.read(max_bytes, self._meter.left())
        self._meter.take(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._inner.write(buffer, self._meter.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        del timeout
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._meter.left()), self._meter)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - the library's shape
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens connections that are held to the meter."""

    def __init__(self, meter: _Meter) -> None:
        self._meter = meter
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        del timeout
        stream = self._inner.connect_tcp(host, port, self._meter.left(), local_address, socket_options)
        return _Stream(stream, self._meter)


class _Body(httpx.SyncByteStream):
    """The bytes of a body as they arrive; closing it closes the connection."""

    def __init__(self, chunks: Iterable[bytes], pool: httpcore.ConnectionPool) -> None:
        self._chunks, self._pool = chunks, pool

    def __iter__(self) -> Iterator[bytes]:
        yield from self._chunks

    def close(self) -> None:
        self._pool.close()


class Wire(httpx.BaseTransport):
    """One request, over a connection of its own that ends at a deadline. No proxy is asked, whatever the environment says."""

    def __init__(self, deadline: float) -> None:
        """``deadline`` is a time of ``time.monotonic``."""
        self._meter = _Meter(deadline)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, of which the body is still to come: ``stream`` gives it as it is sent, packed as it is.

        Raises:
            httpcore.TimeoutException: If the deadline has come.
            EndlessHeadError: If headers do not end.
            Exception: One of ``TROUBLE``.
        """
        pool = httpcore.ConnectionPool(ssl_context=_trusted(), network_backend=_Backend(self._meter))
        try:
            answer = pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    extensions=request.extensions,
                )
            )
        except BaseException:
            pool.close()
            raise
        self._meter.in_body = True
        chunks = answer.stream if isinstance(answer.stream, Iterable) else ()
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(chunks, pool), extensions=answer.extensions
        )


@cache
def _trusted() -> ssl.SSLContext:
    """Whom we trust; read once, since reading it takes longer than most requests."""
    return httpx.create_ssl_context()
