"""Fetches pages: http and https only, with limits on time, size, redirects, and on whom is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from time import monotonic
from urllib.parse import urljoin

import httpcore
import httpx

from twosource.model import Gap
from twosource.read.codings import ACCEPTED, CodingError, TooLargeError, unpacked
from twosource.read.found import Found
from twosource.read.hosts import is_public, numbers_of
from twosource.read.wire import TROUBLE, EndlessHeadError, Wire
from twosource.settings import Settings

_ACCEPT = "text/html,application/xhtml+xml,application/json;q=0.9,text/plain;q=0.8"
_AGENT = "twosource (reads single pages at a person's request)"
_FOR_GOOD = frozenset({301, 308})


class _RefusedError(Exception):
    """An address is not fetched; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered, behind all redirects.

    Attributes:
        status: The status, with its words in ``reason``.
        found: The body and what was said of it; empty of bytes where the status is no success.
        headers: Others, by their names in small letters.
        moved: Where the address stands for good now, where every redirect said so; None where there was none.
    """

    status: int
    reason: str = ""
    found: Found
    headers: Mapping[str, str] = field(default_factory=dict)
    moved: str | None = None


Asking = Callable[[str, Mapping[str, str], Settings], Answer | Gap]
"""Carries a request to a server: its address, headers and limits, to the answer or the gap that says why there is none."""


class Allowance:
    """Carries so many requests and no more, from any thread."""

    def __init__(self, most: int, ask_by: Asking) -> None:
        """``ask_by`` carries them."""
        self._most, self._left, self._ask_by, self._lock = most, most, ask_by, Lock()

    def __call__(self, address: str, headers: Mapping[str, str], settings: Settings) -> Answer | Gap:
        """What the server answers; a gap once all were used."""
        with self._lock:
            self._left -= 1
            if self._left < 0:
                detail = f"it was not asked for: no more than {self._most:,} requests are sent at once"
                return Gap(code="G105", where=address, detail=detail)
        return self._ask_by(address, headers, settings)


def asking(*, allow_private: bool = False, transport: httpx.BaseTransport | None = None) -> Asking:
    """What carries requests by itself, without limit on their number."""
    return lambda address, headers, settings: ask(
        address, settings, headers=headers, allow_private=allow_private, transport=transport
    )


def fetch(
    address: str,
    settings: Settings,
    *,
    allow_private: bool = False,
    transport: httpx.BaseTransport | None = None,
    ask_by: Asking | None = None,
) -> Found | Gap:
    """One page's bytes, or the gap that says why there are none.

    Args:
        address: An http or https address.
        settings: ``fetch_seconds`` for the whole, ``fetch_redirects``, ``input_bytes``.
        allow_private: Ask private, loopback and link-local hosts too.
        transport: What carries requests; made here if None. Tests give one that needs no network.
        ask_by: What asks, instead of all that.
    """
    answer = (ask_by or asking(allow_private=allow_private, transport=transport))(address, {}, settings)
    if isinstance(answer, Gap):
        return answer
    if not httpx.codes.is_success(answer.status):
        detail = f"the server answered {answer.status} {answer.reason}".strip()
        return Gap(code="G105", where=address, detail=detail)
    return answer.found


def ask(
    address: str,
    settings: Settings,
    *,
    headers: Mapping[str, str] | None = None,
    allow_private: bool = False,
    transport: httpx.BaseTransport | None = None,
) -> Answer | Gap:
    """What a server answers, whatever its status, or the gap that says why it does not.

    Args:
        address: An http or https address.
        settings: As for ``fetch``.
        headers: Sent along, and instead of our own of the same name.
        allow_private: Ask private, loopback and link-local hosts too.
        transport: What carries requests; made here if None.
    """
    deadline = monotonic() + settings.fetch_seconds
    code, seen, moved, for_good = "G105", address, None, True
    try:
        for _ in range(settings.fetch_redirects + 1):
            request = _request(seen, headers or {}, deadline, allow_private=allow_private)
            answer = _ask(request, settings, transport or Wire(deadline), Found(name=address, data=b"", url=seen))
            target = answer.headers.get("location")
            if not httpx.codes.is_redirect(answer.status) or not target:
                return replace(answer, moved=moved)
            seen = urljoin(seen, target)
            for_good = for_good and answer.status in _FOR_GOOD
            moved = seen if for_good else moved
        detail = f"more than {settings.fetch_redirects} redirects"
    except (_RefusedError, CodingError) as error:
        detail = str(error)
    except TooLargeError:
        code, detail = "G104", f"more than {settings.input_bytes:,} bytes"
    except EndlessHeadError:
        detail = "the server's headers do not end"
    except (httpcore.TimeoutException, httpx.TimeoutException, TimeoutError):
        detail = f"no whole answer within {settings.fetch_seconds:g} seconds"
    except (*TROUBLE, httpx.InvalidURL, OSError, ValueError) as error:
        detail = str(error).strip().lower() or type(error).__name__
    return Gap(code=code, where=address, detail=detail)


def _request(address: str, more: Mapping[str, str], deadline: float, *, allow_private: bool) -> httpx.Request:
    """The request, sent to the number that was checked: the name cannot come to mean another host in between."""
    url = httpx.URL(address)
    if url.scheme not in {"http", "https"} or not url.host:
        message = f"only http and https addresses are fetched, not {url.scheme or 'this'}"
        raise _RefusedError(message)
    port = url.port or (443 if url.scheme == "https" else 80)
    numbers = numbers_of(url.host, port, deadline - monotonic())
    if not allow_private and not all(map(is_public, numbers)):
        message = f"{url.host} is on a private network, which is not asked unless allowed"
        raise _RefusedError(message)
    headers = {"Host": url.netloc.decode("ascii"), "User-Agent": _AGENT, "Accept": _ACCEPT,
               "Accept-Encoding": ACCEPTED, "Connection": "close", **more}  # fmt: skip
    return httpx.Request(
        "GET", url.copy_with(host=str(numbers[0])), headers=headers, extensions={"sni_hostname": url.host}
    )


def _ask(request: httpx.Request, settings: Settings, transport: httpx.BaseTransport, found: Found) -> Answer:
    """One answer. Reading stops at the size limit; of redirects and errors only the headers are read."""
    answer = transport.handle_request(request)
    try:
        data = b""
        if answer.is_success and isinstance(answer.stream, httpx.SyncByteStream):
            coding = answer.headers.get("content-encoding", "")
            data = unpacked(answer.stream, coding, settings.input_bytes)
    finally:
        answer.close()
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Answer(
        status=answer.status_code,
        reason=answer.reason_phrase,
        found=replace(found, data=data, type=kind, charset=answer.charset_encoding),
        headers={name.lower(): value for name, value in answer.headers.items()},
    )
