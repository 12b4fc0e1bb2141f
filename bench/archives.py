"""How fast archives and feeds are read, and in how much memory.

    python bench/archives.py [--pages 2000]

Makes archives of invented pages of about 60 kB in a temporary folder, reads each in a process of its own, and prints
articles and megabytes a CPU second with the process's largest memory, above that of a process that reads one page.
A table is made of the pages' texts, ten times as many. Nothing is cleaned or parsed: this is the reading alone.
"""

import argparse
import gzip
import io
import json
import random
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from twosource.model import Raw
from twosource.read import read

WORDS = ("harbour", "ferry", "police", "said", "Monday", "quay", "crane", "storm", "grain", "alarm", "council", "fog")
FURNITURE = "".join(
    f'<div class="box b{i}"><a href="/section/{i}">Section {i}</a><span>more</span></div>' for i in range(700)
)


def main() -> None:
    """Make the archives, read them, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--read", help="Read this one and print its line: what the others are started with.")
    given = parser.parse_args()
    if given.read:
        print(json.dumps(_read(Path(given.read))))
        return
    with tempfile.TemporaryDirectory() as folder:
        print("archive            MB  articles  articles/CPU s  MB/CPU s  memory MB (above one page)")
        least = _line(_made(Path(folder) / "one.html", _page(_chance(), 0)))["memory"]
        for name, make in MAKERS.items():
            path = Path(folder) / name
            make(path, given.pages)
            found = _line(path)
            mb = path.stat().st_size / 1e6
            print(
                f"{name:<16} {mb:>5.1f} {found['articles']:>9,.0f} {found['articles'] / found['seconds']:>15,.0f} "
                f"{mb / found['seconds']:>9.1f} {found['memory']:>8.0f} ({found['memory'] - least:+.0f})"
            )
            path.unlink()


def _line(path: Path) -> dict[str, float]:
    call = [sys.executable, __file__, "--read", str(path)]
    said = subprocess.run(call, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own program
    found: dict[str, float] = json.loads(said)
    return found


def _read(path: Path) -> dict[str, float]:
    start = time.process_time()
    articles = sum(isinstance(item, Raw) for item in read([str(path)]))
    seconds = time.process_time() - start
    return {
        "articles": articles,
        "seconds": seconds,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _chance() -> random.Random:
    return random.Random(1)  # noqa: S311 - the same pages each time


def _text(chance: random.Random, number: int) -> str:
    return f"Report {number}. " + " ".join(chance.choices(WORDS, k=450))


def _page(chance: random.Random, number: int) -> bytes:
    return f"<!doctype html><html><body>{FURNITURE}<h1>Report {number}</h1><p>{_text(chance, number)}</p></body></html>".encode()


def _made(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _record(number: int, page: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"WARC-Date: 2031-05-14T10:00:00Z\r\nWARC-Target-URI: https://invented.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _warc(path: Path, count: int) -> None:
    chance = _chance()
    with path.open("wb") as stream:
        for number in range(count):
            stream.write(gzip.compress(_record(number, _page(chance, number)), 6))


def _zip(path: Path, count: int) -> None:
    chance = _chance()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for number in range(count):
            whole.writestr(f"{number}.html", _page(chance, number))


def _tar(path: Path, count: int) -> None:
    chance = _chance()
    with tarfile.open(path, "w:gz") as whole:
        for number in range(count):
            info = tarfile.TarInfo(f"{number}.html")
            page = _page(chance, number)
            info.size = len(page)
            whole.addfile(info, io.BytesIO(page))


def _lines(path: Path, count: int) -> None:
    chance = _chance()
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        for number in range(10 * count):
            stream.write(json.dumps({"title": f"Report {number}", "text": _text(chance, number)}) + "\n")


def _parquet(path: Path, count: int) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415 - the same

    chance = _chance()
    schema = pa.schema([("title", pa.string()), ("text", pa.string())])
    with parquet.ParquetWriter(path, schema) as writer:
        for first in range(0, 10 * count, 1_000):
            numbers = range(first, min(first + 1_000, 10 * count))
            rows = {"title": [f"Report {i}" for i in numbers], "text": [_text(chance, i) for i in numbers]}
            writer.write_table(pa.table(rows, schema=schema))


MAKERS: dict[str, Callable[[Path, int], None]] = {
    "crawl.warc.gz": _warc,
    "pages.zip": _zip,
    "pages.tar.gz": _tar,
    "rows.jsonl.gz": _lines,
    "rows.parquet": _parquet,
}


if __name__ == "__main__":
    main()
