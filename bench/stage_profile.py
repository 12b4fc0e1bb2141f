"""What each stage and room of a run costs: CPU seconds and memory, a thousand words, and where they go inside.

    python bench/stage_profile.py                                        the articles of examples/port-arden
    python bench/stage_profile.py FOLDER FILE.html --flame profile.svg   other files, and a flame graph
    python bench/stage_profile.py --copies 200 --flame 200.folded        so many invented articles of one story

Articles go from files to the terminal's text, the page and JSON, each in this process. Two runs, each in a process of its
own in which one short article was read before, so that the model and the word lists are loaded: one is timed and its stacks
are looked at, which costs it about a hundredth; the other runs under tracemalloc, which slows it, and is not timed. CPU is that
of the thread that does the work; what others took is told below the table. A room pays for its own work only: asked by attribution who is meant, entities pay; reading a tree's clauses anew is paid by who asks first.
"peak" is the most memory held at once above what was held when a room was entered, of any one call, and of a stage that of
its highest room; "kept" is what it left behind. Both know what Python and numpy allocate, not what spaCy's own code does.
A file that ends in ".svg" is a drawing; any other holds collapsed stacks, which flame graph tools read.
"""

import argparse
import json
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from invented_story import written
from profile_rooms import Ledger, Room, Spent, by_stage, measured
from profile_stacks import Stack, sampled, write
from twosource.parse import EnglishParser
from twosource.pipeline import Options, compare
from twosource.present.formats import FORMATS
from twosource.settings import DEFAULTS

EXAMPLES: Final = Path(__file__).parent.parent / "examples" / "port-arden"
FORMS: Final = ("text", "html", "json")
WARM: Final = "The mayor said on Monday that 12 people were hurt. “We heard a bang,” said Ada Brink, a baker."
HERE: Final = replace(DEFAULTS, worker_articles=1_000_000_000, aside_characters=1_000_000_000)
"""No article is cleaned aside: another process's seconds would be missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One run: what its rooms spent, the stacks it was met in, CPU seconds of all threads, and how much there was to do."""

    spent: dict[Room, Spent]
    stacks: Counter[Stack]
    process: float
    articles: int
    words: int


def timed(paths: Sequence[str]) -> Taken:
    """Seconds of each room, and stacks."""
    options, ledger = warmed(), Ledger()
    since = time.process_time()
    with measured(ledger), sampled(lambda: ledger.room) as stacks:
        articles, words = show(options, paths)
    process = time.process_time() - since
    return Taken(spent=ledger.spent, stacks=stacks, process=process, articles=articles, words=words)


def traced(paths: Sequence[str]) -> Taken:
    """Memory of each room."""
    options, ledger = warmed(), Ledger()
    tracemalloc.start()
    try:
        with measured(ledger):
            articles, words = show(options, paths)
    finally:
        tracemalloc.stop()
    return Taken(spent=ledger.spent, stacks=Counter(), process=0.0, articles=articles, words=words)


def warmed() -> Options:
    """Options with a parser whose model is loaded, after all rooms were entered once."""
    options = Options(settings=HERE, parser=EnglishParser(HERE))
    show(options, text=WARM)
    return options


def show(options: Options, paths: Sequence[str] = (), *, text: str | Sequence[str] = ()) -> tuple[int, int]:
    """Lay articles side by side and write them in each form; how many articles and words there were."""
    story = compare(paths, options, text=text)
    for form in FORMS:
        FORMATS[form].make((story,))
    return len(story.articles), sum(len(article.text.split()) for article in story.articles)


def table(seconds: Taken, memory: Taken) -> list[tuple[str, ...]]:
    """A row a stage and one a room of it, and the whole."""
    whole = Spent()
    rows: list[tuple[str, ...]] = []
    scale = seconds.words / 1000 or 1.0
    for stage, rooms in by_stage(seconds.spent):
        each = [_both(room, seconds, memory) for room in rooms]
        rows.append(_row(stage, _sum(each), scale))
        rows += [_row(f"  {room.name}", one, scale) for room, one in zip(rooms, each, strict=True) if len(rooms) > 1]
        whole = _sum([whole, *each])
    return [*rows, _row("all", whole, scale)]


def _both(room: Room, seconds: Taken, memory: Taken) -> Spent:
    held = memory.spent.get(room, Spent())
    return replace(seconds.spent[room], kept=held.kept, peak=held.peak)


def _sum(each: Sequence[Spent]) -> Spent:
    return Spent(
        seconds=sum(one.seconds for one in each),
        calls=sum(one.calls for one in each),
        kept=sum(one.kept for one in each),
        peak=max((one.peak for one in each), default=0),
    )


def _row(name: str, spent: Spent, scale: float) -> tuple[str, ...]:
    return (
        name,
        f"{spent.calls:,}",
        f"{spent.seconds:.2f}",
        f"{spent.seconds / scale * 1000:.1f}",
        f"{spent.peak / 1e6:.2f}",
        f"{spent.kept / 1e3 / scale:.0f}",
    )


HEADS: Final = ("room", "calls", "CPU s", "ms / 1,000 words", "peak MB", "kept kB / 1,000 words")


def main() -> None:
    """Print the table and one line of JSON a room; write the flame graph."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", default=[str(EXAMPLES)], help="files and folders; the examples if none")
    parser.add_argument("--copies", type=int, default=0, help="so many invented articles of one story instead")
    parser.add_argument("--flame", type=Path, nargs="+", default=[], help=".svg for a drawing, else collapsed stacks")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(path) for path in written(Path(folder), given.copies)] if given.copies else given.inputs
        seconds, memory = measure(paths)
    rows = table(seconds, memory)
    widths = [max(map(len, column)) for column in zip(HEADS, *rows, strict=True)]
    for name, *cells in (HEADS, *rows):
        print(" | ".join((name.ljust(widths[0]), *(f"{c:>{w}}" for c, w in zip(cells, widths[1:], strict=True)))))
    for room in seconds.spent:
        one = _both(room, seconds, memory)
        figures = {"seconds": round(one.seconds, 4), "peak": one.peak, "kept": one.kept}
        print(json.dumps({"bench": "stage_profile", "stage": room.stage, "room": room.name, **figures}))
    title = f"{seconds.articles} articles, {seconds.words:,} words"
    whole = sum(one.seconds for one in seconds.spent.values())
    print(f"{title}; {max(seconds.process - whole, 0.0):.2f} CPU s of other threads and of looking on")
    write(seconds.stacks, given.flame, f"twosource, {title}: CPU")


def measure(paths: Sequence[str]) -> tuple[Taken, Taken]:
    """The timed run and then the traced one, each in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as runs:
        return runs.submit(timed, paths).result(), runs.submit(traced, paths).result()


if __name__ == "__main__":
    main()
