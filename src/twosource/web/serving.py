"""Runs the web app until it is stopped."""

import logging
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Final

import uvicorn

from twosource.parse import EnglishParser
from twosource.pipeline import Options
from twosource.present.wording import seen
from twosource.settings import Settings
from twosource.web.app import application
from twosource.web.folder import Folder
from twosource.web.guard import Guard
from twosource.web.prompt import PromptProtocol
from twosource.web.shelf import Shelf

_SUFFIXES: Final = frozenset({".db", ".sqlite", ".sqlite3", ".twosource"})


def shelf_of(place: Path, options: Options) -> Shelf:
    """A folder of stories, made where it is not there; or a library, where the file is one.

    Raises:
        LibraryError: If a file is given that is no library.
        OSError: If a folder cannot be made.
    """
    if place.is_file() or place.suffix.lower() in _SUFFIXES:
        from twosource.web.kept import Kept  # noqa: PLC0415 - only where a library is shown

        return Kept(place, options)
    return Folder(place, options)


def serve(
    place: Path, options: Options, *, host: str, port: int, ready: Callable[[str], None], key: str | None = None
) -> None:
    """Serve stories until the process is asked to stop.

    Args:
        place: A folder of stories, or a library.
        options: How to read articles.
        host: Name or number to listen on. Elsewhere than on this machine's own, a token is asked for.
        port: Port to listen on; 0 for any that is free.
        ready: Hears the address to open, token included, once the server listens.
        key: What a browser's extension must show to send pages; None where none may.

    Raises:
        LibraryError: If the file is no library.
        OSError: If the address cannot be listened on, or the folder cannot be made.
    """
    options = Options(
        outlets=options.outlets,
        aliases=options.aliases,
        publishers=options.publishers,
        settings=options.settings,
        parser=options.parser or EnglishParser(options.settings),
    )
    token = None if is_loopback(host) else secrets.token_urlsafe(24)
    names = () if is_loopback(host) else (host, socket.gethostname())
    app = application(shelf_of(place, options), options, names=names, token=token, key=key, ledger=_ledger_of(place))
    _log_plainly()
    with _listening(host, port) as listener:
        ready(_address(host, listener.getsockname()[1], token))
        with suppress(KeyboardInterrupt):  # raised again once all has ended: that is how a person stops it
            uvicorn.Server(config_of(app, options.settings)).run(sockets=[listener])


def config_of(app: Guard, settings: Settings) -> uvicorn.Config:
    """How the server runs: with limits on connections, and on how long a client may take over its headers."""

    class Prompt(PromptProtocol):
        seconds = settings.web_seconds

    return uvicorn.Config(
        app,
        http=Prompt,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        limit_concurrency=int(settings.web_connections),
    )


def _ledger_of(place: Path) -> Path:
    """The file that remembers what work was begun: inside a folder of stories, beside a library."""
    return place / ".jobs" if place.is_dir() else place.with_name(place.name + ".jobs")


def _log_plainly() -> None:
    """To the window where the server runs, without what a terminal would obey: addresses may hold anything."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Plain("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


class _Plain(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return seen(super().format(record))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what listens on a name or number.

    Example:
        >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0")
        (True, False)
    """
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def _address(host: str, port: int, token: str | None) -> str:
    name = socket.gethostname() if host in {"0.0.0.0", "::"} else host  # noqa: S104 - told apart, not listened on
    name = f"[{name}]" if ":" in name else name
    return f"http://{name}:{port}/" + (f"?token={token}" if token else "")
