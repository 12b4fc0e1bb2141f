"""One process adds to a library while others search it and open its stories.

python bench/library_readers.py [--articles 600] [--seconds 60] [--readers 2] [--seed 1]

The articles are those of library_crash.py, spread evenly over the time; the parser sees nothing. Each reader opens the
library again and again, lists the stories, searches, and lays out the newest story. Any error of any process is printed
and makes the exit code 1: a locked file is one.
"""

import argparse
import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from library_crash import blank, inputs
from twosource.errors import TwosourceError
from twosource.library import Library, Query
from twosource.pipeline import Options


def write(path: Path, given: argparse.Namespace, done: Event, told: Connection) -> None:
    """Add one article after the other, at an even pace."""
    late = error = 0.0
    raws, start = inputs(given.articles, given.seed), time.monotonic()
    try:
        with Library.open(path, Options(parser=blank)) as library:
            for n, raw in enumerate(raws):
                wait = start + n * given.seconds / len(raws) - time.monotonic()
                late = max(late, -wait)
                time.sleep(max(wait, 0.0))
                library.add([raw])
    except TwosourceError as trouble:
        print(f"writer: {trouble}")
        error = 1
    done.set()
    told.send({"errors": error, "late": late})


def read(path: Path, seed: int, done: Event, told: Connection) -> None:
    """Read until the writer is done, once at least."""
    chance = random.Random(seed)  # noqa: S311 - which words are looked for
    times: list[float] = []
    stories: list[float] = []
    errors = 0
    words = ["ferry", "bridge burned", "velm OR", '"school was"', "harb*"]
    while not times or not done.is_set():
        start = time.perf_counter()
        try:
            with Library.open(path, Options(parser=blank), create=False) as library:
                cards = library.stories(limit=50)
                library.search(Query(words=chance.choice(words)))
                times.append(time.perf_counter() - start)
                start = time.perf_counter()
                library.story(cards[0].id)
                stories.append(time.perf_counter() - start)
        except TwosourceError as error:
            print(f"reader: {error}")
            errors += 1
    told.send({"errors": errors, "times": times, "stories": stories})


def main() -> int:
    """Start all, wait, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--readers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, done = Path(folder) / "news.db", multiprocessing.Event()
        with Library.open(path, Options(parser=blank)) as library:
            library.add(inputs(given.articles, given.seed)[:1])
        heard, told = zip(*(multiprocessing.Pipe(duplex=False) for _ in range(given.readers + 1)), strict=True)
        readings = [
            multiprocessing.Process(target=read, args=(path, n, done, told[n + 1])) for n in range(given.readers)
        ]
        processes = [multiprocessing.Process(target=write, args=(path, given, done, told[0])), *readings]
        for process in processes:
            process.start()
        writer, *readers = [one.recv() for one in heard]
        for process in processes:
            process.join()
        with Library.open(path, Options(parser=blank)) as library:
            stories, count = len(library.stories()), sum(card.articles for card in library.stories())
        size = path.stat().st_size
    errors = int(writer["errors"] + sum(one["errors"] for one in readers))
    looks, laid = ([t for one in readers for t in one[name]] for name in ("times", "stories"))
    print(
        f"{given.articles} inputs in {given.seconds:g} s: {count} articles in {stories} stories, {size / 1e6:.1f} MB; the writer was {writer['late']:.2f} s late at most"
    )
    print(
        f"{len(looks)} readings by {given.readers} readers: list and search {statistics.median(looks) * 1000:.0f} ms in the middle, {max(looks) * 1000:.0f} ms at most; a story {statistics.median(laid) * 1000:.0f} ms, {max(laid) * 1000:.0f} ms"
    )
    print(f"errors: {errors}")
    return int(errors > 0)


if __name__ == "__main__":
    sys.exit(main())
