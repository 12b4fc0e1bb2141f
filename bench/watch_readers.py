"""One process follows feeds and another takes in a file, while two search the library and open its stories.

python bench/watch_readers.py [--articles 600] [--seconds 60] [--readers 2] [--pause 0] [--seed 1]

A server on this machine brings out the articles of library_events.py evenly over the time, in ten feeds: half of them
whole in the feed, half as pages. `watch` follows the feeds in its own rounds, without the pauses that it makes for hosts
of others and with a parser that sees nothing. Half-way, `library add` takes in a table of other articles. Each reader
opens the library again and again, lists the stories, searches, and lays out the newest story. Any error of any process
makes the exit code 1, and so does an article that is missing at the end: a locked file is one, being told that the
library is busy is another.
"""

import argparse
import html
import json
import multiprocessing
import os
import random
import signal
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from library_events import blank, inputs
from twosource.cli.watch import Stop, follow
from twosource.errors import TwosourceError
from twosource.library import Library, Query
from twosource.model import Raw
from twosource.pipeline import Options
from twosource.settings import DEFAULTS

FEEDS = 10
LISTED = 100
ROUND_SECONDS = 1.0
GRACE_SECONDS = 60.0
WORDS = ("ferry", "bridge burned", "velm OR", '"school was"', "harb*")


class Site:
    """Articles that come out one after the other, on loopback."""

    def __init__(self, raws: list[Raw], seconds: float) -> None:
        """Bring the first out now and the last after so many seconds."""
        self.raws, self._pace, self._start = raws, seconds / len(raws), time.monotonic()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body, tag = site.answer(self.path)
                known = tag and self.headers.get("If-None-Match") == tag
                self.send_response(304 if known else 200 if body else 404)
                self.send_header("ETag", tag)
                self.send_header("Content-Length", str(0 if known else len(body)))
                self.end_headers()
                self.wfile.write(b"" if known else body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library calls it so
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def run(self) -> None:
        """Answer until the process ends."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def out(self) -> int:
        """How many articles are out."""
        return min(len(self.raws), 1 + int((time.monotonic() - self._start) / self._pace))

    def answer(self, path: str) -> tuple[bytes, str]:
        """What stands under a path, and its tag; empty where nothing does."""
        kind, _, number = path.strip("/").partition("/")
        if kind == "feed":
            mine = [n for n in range(self.out()) if n % FEEDS == int(number)][-LISTED:]
            items = "".join(f"<item>{self._item(n)}</item>" for n in reversed(mine))
            return f'<rss version="2.0"><channel><title>Feed {number}</title>{items}</channel></rss>'.encode(), (
                f'"{mine[-1] if mine else 0}"'
            )
        if kind == "page":
            raw = self.raws[int(number)]
            head = f"<meta property='article:published_time' content='{_in_the_past(raw)}:00Z'>"
            words = f"<h1>{html.escape(raw.title or '')}</h1>{paragraphs(raw)}"
            page = f"<!doctype html><html><head>{head}</head><body><article>{words}</article></body></html>"
            return page.encode(), f'"{number}"'
        return b"", ""

    def _item(self, n: int) -> str:
        raw, place = self.raws[n], f"{self.address}/page/{n}"
        whole = f"<description>{html.escape(paragraphs(raw))}</description>" if n % 2 else ""
        date = f"<pubDate>{_in_the_past(raw)}:00Z</pubDate>"
        return f"<title>{html.escape(raw.title or '')}</title><link>{place}</link><guid>{place}</guid>{date}{whole}"


def _in_the_past(raw: Raw) -> str:
    """When an invented article was published, years before today: a feed's days ahead are no dates."""
    return f"2021{(raw.published or '2021-05-14T10:00')[4:]}"


def paragraphs(raw: Raw) -> str:
    """The text as the elements of a page."""
    return "".join(f"<p>{html.escape(one)}</p>" for one in raw.text.split("\n\n"))


def watching(path: Path, address: str, log: Path) -> None:
    """What the command does, until it is asked to end. What it says goes into a file."""
    said = os.open(log, os.O_WRONLY | os.O_CREAT)
    os.dup2(said, 1)
    os.dup2(said, 2)
    stop = Stop()
    signal.signal(signal.SIGTERM, stop)
    settings = replace(DEFAULTS, feed_pause=0.0, feed_words=20)
    options = Options(parser=blank, allow_private=True, settings=settings)
    follow([f"{address}/feed/{n}" for n in range(FEEDS)], path, options, stop, ROUND_SECONDS / 60)


def add(path: Path, table: Path, wait: float, told: Connection) -> None:
    """Take in a table, half-way."""
    time.sleep(wait)
    start, errors = time.perf_counter(), 0
    try:
        with Library.open(path, Options(parser=blank)) as library:
            library.add_inputs([str(table)])
    except TwosourceError as trouble:
        print(f"library add: {trouble}")
        errors = 1
    told.send({"errors": errors, "seconds": time.perf_counter() - start})


def read(path: Path, given: argparse.Namespace, seed: int, done: Event, told: Connection) -> None:
    """Read until all is in, once at least."""
    chance = random.Random(seed)  # noqa: S311 - which words are looked for
    times: dict[str, list[float]] = {"list": [], "search": [], "story": []}
    errors = 0

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        times[name].append(time.perf_counter() - start)

    while not times["story"] or not done.is_set():
        try:
            with Library.open(path, Options(parser=blank), create=False) as library:
                timed("list", lambda: library.stories(limit=50))
                query = Query(words=chance.choice(WORDS))
                timed("search", lambda: library.search(query))  # noqa: B023 - the same
                newest = library.stories(limit=1)[0].id
                timed("story", lambda: library.story(newest))  # noqa: B023 - the same
        except TwosourceError as error:
            print(f"reader: {error}")
            errors += 1
        time.sleep(given.pause)
    told.send({"errors": errors, "times": times})


def held(path: Path) -> set[str]:
    """The addresses of the inputs that gave an article."""
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    found = {str(url) for (url,) in db.execute("SELECT url FROM inputs")}
    db.close()
    return found


def until_in(path: Path, wanted: set[str], seconds: float) -> set[str]:
    """Wait until all of them are in, so long at most: those that are missing."""
    end = time.monotonic() + seconds
    while (missing := wanted - held(path)) and time.monotonic() < end:
        time.sleep(0.2)
    return missing


def run(given: argparse.Namespace, folder: Path) -> int:
    """Start all, wait, print; the number of errors."""
    path, log, table, done = folder / "news.db", folder / "log", folder / "table.jsonl", multiprocessing.Event()
    first, *raws = [one for one in inputs(given.articles + 1, given.seed) if isinstance(one, Raw)]
    beside = [one for one in inputs(given.articles // 10, given.seed + 1) if isinstance(one, Raw)]
    rows = [{"title": one.title, "text": one.text, "url": f"{one.name}-{n}"} for n, one in enumerate(beside)]
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with Library.open(path, Options(parser=blank)) as library:
        library.add([first])
    site = Site(raws, given.seconds)
    heard, told = zip(*(multiprocessing.Pipe(duplex=False) for _ in range(given.readers + 1)), strict=True)
    watch = multiprocessing.Process(target=watching, args=(path, site.address, log))
    others = [multiprocessing.Process(target=add, args=(path, table, given.seconds / 2, told[0]))]
    others += [
        multiprocessing.Process(target=read, args=(path, given, n, done, told[n + 1])) for n in range(given.readers)
    ]
    for process in (watch, *others):
        process.start()
    site.run()
    wanted = {f"{site.address}/page/{n}" for n in range(len(raws))} | {str(row["url"]) for row in rows}
    start = time.monotonic()
    missing = until_in(path, wanted, given.seconds + GRACE_SECONDS)
    late = time.monotonic() - start - given.seconds
    done.set()
    watch.terminate()
    adder, *readers = [one.recv() for one in heard]
    for process in (watch, *others):
        process.join()
    said = log.read_text(encoding="utf-8").splitlines()
    trouble = [line for line in said if line.startswith(("twosource: ", "Traceback")) and "ends once" not in line]
    print(*trouble, *sorted(missing)[:5], sep="\n", end="\n" * bool(trouble or missing))
    errors = len(trouble) + len(missing) + adder["errors"] + sum(one["errors"] for one in readers)
    tell(given, path, len(wanted) - len(missing), late)
    print(
        f"{sum(' UTC: ' in line for line in said)} rounds; a table of {len(rows)} rows beside them took {adder['seconds']:.1f} s"
    )
    for name in ("list", "search", "story"):
        took = [seconds * 1000 for one in readers for seconds in one["times"][name]]
        print(f"{name}: {len(took)} times, {statistics.median(took):.0f} ms in the middle, {max(took):.0f} ms at most")
    print(f"errors: {errors}, exit code of watch: {watch.exitcode}")
    return int(errors + (watch.exitcode or 0))


def tell(given: argparse.Namespace, path: Path, count: int, late: float) -> None:
    """What the library holds at the end."""
    with Library.open(path, Options(parser=blank)) as library:
        cards = library.stories(limit=given.articles)
    size = path.stat().st_size / 1e6
    print(
        f"{count} inputs came in {given.seconds:g} s, the last in the library {late:.1f} s later: {len(cards)} stories, {size:.1f} MB"
    )


def main() -> int:
    """Run once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--readers", type=int, default=2)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between two looks of a reader")
    parser.add_argument("--seed", type=int, default=1)
    with tempfile.TemporaryDirectory() as folder:
        return int(run(parser.parse_args(), Path(folder)) > 0)


if __name__ == "__main__":
    sys.exit(main())
