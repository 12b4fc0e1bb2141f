"""A connection that is closed where its client takes too long over a request's first lines.

The server itself has a limit for connections on which nothing is asked any more, and none for those on which a request is
begun and never ended: a few dozen such clients would hold all the connections that there are.
"""

from asyncio import TimerHandle, Transport
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle


class PromptProtocol(H11Protocol):
    """The server's own way to read requests, with a clock on their headers."""

    seconds: ClassVar[float] = 60.0
    """From the first byte, or from the connection's beginning, to the end of the headers."""
    _late: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override] # a transport that can be written to
        """Start the clock."""
        super().connection_made(transport)
        self._late = self.loop.call_later(self.seconds, self._close_late)

    def data_received(self, data: bytes) -> None:
        """Stop the clock where a request is whole; start it where another is begun."""
        super().data_received(data)
        if self._is_at_work():
            self._stop_clock()
        elif self._late is None:
            self._late = self.loop.call_later(self.seconds, self._close_late)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock for good."""
        self._stop_clock()
        super().connection_lost(exc)

    def _close_late(self) -> None:
        self._late = None
        if not self._is_at_work():
            self.transport.close()

    def _is_at_work(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # none before the first request, whatever its type says
        return cycle is not None and not cycle.response_complete

    def _stop_clock(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
