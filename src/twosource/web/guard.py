"""Who may ask: the name the server is called by, the token, the session; and what every answer says of itself."""

import asyncio
import hmac
import secrets
from collections.abc import Iterable
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.look import plain_page

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_SEED: Final = 16
SEND: Final = "/send"
"""The one path that is asked from elsewhere: by a key, without a session, and only to send a page."""


class Guard:
    """Stands before the whole app, errors included.

    Args of the constructor:
        app: What to guard.
        names: Host names by which the server may be called, besides numbers.
        token: What must be shown once, in the address; None where only this machine can ask.
        most: Bytes of a request's body.
        key: What must be shown to send a page; None where nobody may.
        seconds: For a request's body to come in whole, and for each piece of an answer to be taken.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        names: Iterable[str],
        token: str | None,
        most: int,
        seconds: float,
        key: str | None = None,
    ) -> None:
        """Keep what is allowed, and choose a secret for this run."""
        self._app = app
        self._names = frozenset(name.lower() for name in names)
        self._token = token
        self._key = key
        self._most = most
        self._seconds = seconds
        self._secret = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        # Cookies know no ports: two servers on one machine would take each other's away.
        cookie = f"twosource-{(scope.get('server') or ('', 0))[1]}"
        session = self._session(headers, cookie)
        known = session is not None
        session = session or self._new_session()
        refused = self._refused(scope, headers, known=known)
        scope.setdefault("state", {})["csrf"] = self.csrf(session)
        give = not known and scope["path"] != SEND and (refused is None or isinstance(refused, RedirectResponse))

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    out.setdefault(name, value)
                if give:
                    out.append("set-cookie", f"{cookie}={session}; Path=/; HttpOnly; SameSite=Strict")
            await asyncio.wait_for(send(message), self._seconds)

        if refused:
            await refused(scope, receive, sealed)
        else:
            await self._app(scope, _bounded(receive, self._most, self._seconds), sealed)

    def csrf(self, session: str) -> str:
        """The token that forms of a session carry."""
        return hmac.new(self._secret, b"form " + session.encode(), sha256).hexdigest()

    def _refused(self, scope: Scope, headers: Headers, *, known: bool) -> Response | None:
        """The answer to a request that may not go on; None for one that may."""
        if not self._is_ours(headers.get("host", "")):
            return plain_page(400, "This server is not called by that name.")
        if scope["path"] == SEND:
            if not self._shows_key(headers):
                return plain_page(403, "Pages are sent with the key that the server was started with.")
        elif self._token is not None and not known:
            return self._token_asked(scope)
        elif scope["method"] not in {"GET", "HEAD"} and not _from_here(headers):
            return plain_page(403, "This was sent from another site, so nothing was done.")
        if _length(headers) > self._most:
            return plain_page(413, f"That is more than {self._most:,} bytes at once, so nothing was read.")
        return None

    def _shows_key(self, headers: Headers) -> bool:
        shown = headers.get("authorization", "").removeprefix("Bearer ").encode()
        return self._key is not None and hmac.compare_digest(shown, self._key.encode())

    def _token_asked(self, scope: Scope) -> Response:
        """Once the token stands in the address, on without it; the cookie stands for it from then on."""
        parts = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        shown = next((value for name, value in parts if name == "token"), "")
        right = hmac.compare_digest(shown.encode(), (self._token or "").encode())
        if scope["method"] != "GET" or not right:
            return plain_page(403, "Open the whole address that the server printed when it started, with its token.")
        rest = urlencode([(name, value) for name, value in parts if name != "token"])
        path = "/" + scope["path"].lstrip("/\\")
        return RedirectResponse(path + (f"?{rest}" if rest else ""), status_code=303)

    def _new_session(self) -> str:
        seed = secrets.token_hex(_SEED)
        return seed + self._signed(seed)

    def _session(self, headers: Headers, name: str) -> str | None:
        """The session that the request's cookie shows, if it is one of ours."""
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(name)
        except CookieError:
            return None
        value = cookie.value if cookie else ""
        seed, signature = value[: 2 * _SEED], value[2 * _SEED :]
        return value if hmac.compare_digest(self._signed(seed).encode(), signature.encode()) else None

    def _signed(self, seed: str) -> str:
        return hmac.new(self._secret, b"session " + seed.encode(), sha256).hexdigest()

    def _is_ours(self, host: str) -> bool:
        """Whether a Host header names this server. A number cannot be made to mean another machine, a name can."""
        name = _name_of(host)
        if name in self._names:
            return True
        try:
            number = ip_address(name)
        except ValueError:
            return False
        return number.is_loopback or self._token is not None


def _name_of(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _from_here(headers: Headers) -> bool:
    """Whether a form was sent from one of our own pages.

    Under ``no-referrer`` browsers send the origin as ``null`` and tell by Sec-Fetch-Site that it was ours.
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    if origin is None or origin == "null":
        return site == "same-origin" or origin is None
    scheme, _, name = origin.partition("://")
    return bool(scheme) and name.lower() == headers.get("host", "").lower()


def _length(headers: Headers) -> int:
    stated = headers.get("content-length", "0")
    return int(stated) if stated.isascii() and stated.isdigit() else 0


def _bounded(receive: Receive, most: int, seconds: float) -> Receive:
    """The request's body, until it is longer, or takes longer, than it may; whoever waits for its end waits on."""
    count = 0
    deadline = asyncio.get_running_loop().time() + seconds
    whole = False

    async def bounded() -> Message:
        nonlocal count, whole
        try:
            left = None if whole else deadline - asyncio.get_running_loop().time()
            message = await asyncio.wait_for(receive(), left)
        except TimeoutError as error:
            raise HTTPException(408, "That took too long to come in, so nothing was done.") from error
        whole = whole or not message.get("more_body", False)
        count += len(message.get("body", b""))
        if count > most:
            raise HTTPException(413, f"That is more than {most:,} bytes at once, so nothing was read.")
        return message

    return bounded
