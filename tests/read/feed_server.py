"""A small news site on loopback, with every request it was sent."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """What is answered for a path, once ``before`` was called. With an ``etag``, a request that names it gets a 304."""

    body: bytes = b""
    type: str = "text/html; charset=utf-8"
    status: int = 200
    etag: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] | None = None


@dataclass
class Site:
    """Pages by path; ``asked`` grows with each request: path, headers in small letters, status answered."""

    address: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], int]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _, _ in self.asked]


@contextmanager
def news_site() -> Iterator[Site]:
    """A running site, gone afterwards."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            page = site.pages.get(self.path, Page(b"not here", status=404))
            same = page.etag is not None and headers.get("if-none-match") == page.etag
            status = 304 if same else page.status
            site.asked.append((self.path, headers, status))
            if page.before:
                page.before()
            self.send_response(status)
            for name, value in page.headers.items():
                self.send_header(name, value.replace("{site}", site.address))
            if page.etag:
                self.send_header("ETag", page.etag)
            body = b"" if same else page.body.replace(b"{site}", site.address.encode())
            self.send_header("Content-Type", page.type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library calls it so
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(address=f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def rss(*items: str, head: str = "") -> bytes:
    """An RSS feed of these items."""
    whole = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Tern</title>'
        f"<link>https://tern.example/</link>{head}{whole}</channel></rss>"
    ).encode()
