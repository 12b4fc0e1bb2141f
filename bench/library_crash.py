"""Kills a process again and again while it adds to a library, then compares with an undisturbed run.

python bench/library_crash.py [--kills 50] [--articles 120] [--seed 1] [--years 0]

The articles are invented and the parser sees nothing: what is tried is the library, not the reading. A child process
adds the articles and says after each that it is in; it is killed (SIGKILL) at a random moment, and the next one goes on.
After each kill, all that was said to be in must be in, and the file must be sound. Once all articles are in, every row of
every table must be that of a library that nobody disturbed.
"""

import argparse
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from library_events import blank, inputs
from twosource.library import Library
from twosource.model import Gap, Raw
from twosource.pipeline import Options


def fill(path: Path, raws: Sequence[Raw | Gap], said: int | None = None) -> None:
    """Add all of them; ``said`` is a pipe that hears the number of each that is in."""

    def tell(step: str, done: int, total: int) -> None:
        del total
        if step == "add" and said is not None:
            os.write(said, f"{done}\n".encode())

    with Library.open(path, Options(parser=blank, progress=tell), clock=lambda: "2031-06-01T00:00:00+00:00") as library:
        library.add(raws)


def killed_after(path: Path, raws: Sequence[Raw | Gap], seconds: float) -> tuple[bool, int]:
    """Let a child add, kill it after so long: whether it was still at work, and how many inputs it said were in."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        try:
            fill(path, raws, said)
        except BaseException as error:  # noqa: BLE001 - the parent must hear of any
            os.write(2, f"child: {error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    os.close(said)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(heard) as lines:
        counts = [int(line) for line in lines.read().split("\n")[:-1]]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "a child failed"
    return os.WIFSIGNALED(status), max(counts, default=0)


def rows(path: Path) -> Iterator[tuple[object, ...]]:
    """Every row of every table, but for the index of words, whose inner form may differ; that is checked by itself."""
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO article_words (article_words) VALUES ('integrity-check')")
        db.rollback()
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not db.execute("PRAGMA foreign_key_check").fetchall()
        names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'article_words%'")
        for (name,) in sorted(names.fetchall()):
            for row in sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr):  # noqa: S608 - its own names
                yield (name, *row)
    db.close()


def held(path: Path, raws: Sequence[Raw | Gap]) -> set[str]:
    """The names of those inputs that the library knows, as article or as gap."""
    if not path.exists():
        return set()
    with Library.open(path, Options(parser=blank)):
        pass
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    known = {name for (name,) in db.execute("SELECT name FROM inputs UNION SELECT place FROM gaps")}
    db.close()
    return known & {raw.name if isinstance(raw, Raw) else raw.where for raw in raws}


def main() -> int:
    """Kill, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", type=int, default=0, help="let the events lie anywhere in so many years")
    given = parser.parse_args()
    raws = inputs(given.articles, given.seed, given.years)
    chance = random.Random(given.seed)  # noqa: S311 - moments to kill at
    names = [raw.name if isinstance(raw, Raw) else raw.where for raw in raws]
    kills = rounds = 0
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.db"
        fill(whole, raws[:3])  # once, so that all is imported before the clock runs
        start = time.perf_counter()
        fill(whole, raws)
        seconds, expected = time.perf_counter() - start, list(rows(whole))
        while kills < given.kills:
            rounds += 1
            path, working = Path(folder) / f"{rounds}.db", True
            while working and kills < given.kills:
                working, said = killed_after(path, raws, chance.uniform(0, seconds / 4))
                kills += working
                missing = set(names[:said]) - held(path, raws)
                assert not missing, f"said to be in, and lost: {missing}"
            fill(path, raws)
            found = list(rows(path))
            assert found == expected, next((one, two) for one, two in zip(found, expected, strict=False) if one != two)
            fill(path, raws)
            assert list(rows(path)) == expected, "a second run changed something"
    print(
        f"{kills} kills in {rounds} libraries of {given.articles} articles over {given.years or 1} years (undisturbed: {seconds:.2f} s each):"
    )
    print(f"nothing lost, nothing twice; all {len(expected):,} rows equal to those of an undisturbed run")
    return 0


if __name__ == "__main__":
    sys.exit(main())
