"""Copied passages and reprints in a corpus: found, by whom, and at what cost.

    python bench/corpus.py --sizes 20000 50000 200000            # ours, and where they are installed datasketch and rensa
    python bench/corpus.py --sizes 20000 --steps join --sample 4 # one gram in four
    python bench/corpus.py --draw docs/corpus-growth.svg         # the curve, from the lines that were printed before
    python bench/corpus.py --cost DIR --cores 320 --of 100000000 # what so many articles cost, from a corpus that was made
    python bench/corpus.py --stories DATA --sizes 3000 12000     # stories on one core and on all, in one run

Articles are invented (``corpus_planted.py``): 5 % of the words of reprints and copied passages differ. Each step runs
in a process of its own, on one core; CPU seconds and most memory are those of that process, as the system counts them.
``join`` is everything from cleaned articles to pairs: hashing, reprints, shared grams. ``verify`` aligns the pairs.
A passage counts as found where at least half of it is marked in both articles; a passage that is found is right where
both places hold the same planted wording. Others compare whole articles: theirs are pairs of articles, and a planted
passage is found where its pair is. Bars: recall .98, precision .99, 60 CPU-s and 2 GB for the join of 200,000, growth
of at most ×11 for ×10.

``--stories`` puts so many articles, 100 a day, into stories, from their traits on; events are made of the sets' by exchanging
names, words and figures (grouping_load.py), and have no figures or times, as nothing is parsed. It asks whether both write
the same bytes, and prints articles a second of wall time, CPU milliseconds an article and most memory of a worker for each
stage, and bytes on disk an article.
"""

import argparse
import json
import os
import pickle
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import numpy as np

from corpus_planted import invented
from twosource.corpus import CorpusOptions
from twosource.corpus.build import share, tell_stories
from twosource.corpus.build import verify as verify_pairs
from twosource.corpus.layout import Layout
from twosource.corpus.saying import TRAITS, UNDATED_DAY
from twosource.corpus.tables import article_row, table_of
from twosource.engine.families import merged_pairs
from twosource.engine.on_daft import DaftEngine
from twosource.engine.parts import read_array, read_json, read_table, write_json, write_table
from twosource.group import Traits, traits_of
from twosource.model.wire import encode
from twosource.settings import DEFAULTS

_LOT: Final = 10_000
_PART: Final = 500
_ALIKE: Final = 0.5
_PERMUTATIONS: Final = 128
Pairs = set[tuple[str, str]]


def make(folder: Path, count: int) -> dict[str, Any]:
    """Invent articles, 10,000 at a time, and lay them down as a corpus does, with what was planted beside them.

    What is there already is left as it is.
    """
    layout = Layout(folder=folder)
    size = CorpusOptions().settings.corpus_part_articles
    for lot, first in enumerate(range(0, count, _LOT)):
        beside = folder / "planted" / f"{lot:05}.json"
        if beside.exists():
            continue
        corpus = invented(min(_LOT, count - first), seed=lot)
        for number, start in enumerate(range(0, len(corpus.articles), size)):
            rows = map(article_row, corpus.articles[start : start + size])
            write_table(layout.table("articles", f"{lot:05}-{number:05}"), table_of("articles", rows))
        ids = [article.id for article in corpus.articles]
        planted = {
            "passages": [
                [[ids[row], *place] for row, place in zip(one.holders, one.places, strict=True)]
                for one in corpus.passages
            ],
            "reprints": {ids[row]: ids[of] for row, of in corpus.reprints.items()},
        }
        write_json(beside, planted)
    return {}


def planted_in(folder: Path) -> tuple[list[list[list[Any]]], dict[str, str]]:
    """Passages, each as the articles that hold it with the places; and reprints with what they are reprints of."""
    passages: list[list[list[Any]]] = []
    reprints: dict[str, str] = {}
    for file in sorted((folder / "planted").glob("*.json")):
        found = read_json(file) or {}
        passages += found["passages"]
        reprints |= found["reprints"]
    return passages, reprints


def join(folder: Path, sample: int) -> dict[str, Any]:
    """From cleaned articles to reprints and pairs that share wording, by ours."""
    for name in ("work", "reprints", "passages"):
        shutil.rmtree(folder / name, ignore_errors=True)
    layout = Layout(folder=folder)
    share(layout, CorpusOptions(stages=("passages",), sample=sample), DaftEngine(workers=1), _unheard)
    return {**_reprints(layout), **{f"cpu_s_{name}": _spent(layout, name) for name in ("grams", "likeness", "sharing")}}


def pairs(folder: Path, sample: int) -> dict[str, Any]:
    """How many planted passages are among the pairs that ``join`` found, before they are aligned."""
    layout = Layout(folder=folder)
    catalog, least = layout.catalog, max(1, round(CorpusOptions().settings.corpus_pair_grams / sample))
    tables = [read_array(one) for one in layout.buckets("sharing", "pairs")]
    found = merged_pairs(tables, 0, len(catalog))
    found = found[found["count"] >= least]
    sides = [catalog.ids(found[side].astype(np.int64)) for side in ("earlier", "later")]
    made = {_pair(one, other) for one, other in zip(*sides, strict=True)}
    return {**_pairs_found(folder, made), "reprint_recall": _reprints(layout)["reprint_recall"]}


def verify(folder: Path, sample: int) -> dict[str, Any]:
    """Align the pairs. A run that was stopped goes on; its CPU seconds are those of all runs."""
    layout = Layout(folder=folder)
    verify_pairs(layout, CorpusOptions(stages=("passages",), sample=sample), DaftEngine(workers=1), _unheard)
    return {**_passages(layout), "cpu_s_passages": _spent(layout, "passages")}


def _unheard(step: str, done: int, total: int) -> None:
    """Hear nothing."""


def _spent(layout: Layout, stage: str) -> float:
    return float(sum(mark["cpu_seconds"] for mark in layout.marks(stage).values()))


def _passages(layout: Layout) -> dict[str, float]:
    """Recall and precision of passages."""
    planted, home = planted_in(layout.folder)
    holders: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, passage in enumerate(planted):
        for article, start, end in passage:
            holders[article].append((start, end, number))
    right = total = 0
    met: set[tuple[int, str]] = set()
    for part in layout.parts("passages"):
        for row in read_table(layout.table("passages", part)).to_pylist():
            total += 1
            sides = [
                _held(holders, home, row[side], row[f"{side}_start"], row[f"{side}_end"]) for side in ("left", "right")
            ]
            both = set(sides[0]) & set(sides[1])
            right += bool(both) or home.get(row["left"], row["left"]) == home.get(row["right"], row["right"])
            whole = (n for n in both if sides[0][n] and sides[1][n])
            met |= {(n, home.get(row[side], row[side])) for n in whole for side in ("left", "right")}
    wanted = [(n, article) for n, passage in enumerate(planted) for article, _, _ in passage[1:]]
    recall = sum(one in met for one in wanted) / max(len(wanted), 1)
    return {"passages": total, "passage_recall": recall, "passage_precision": right / max(total, 1)}


def _held(
    holders: dict[str, list[tuple[int, int, int]]], home: dict[str, str], article: str, start: int, end: int
) -> dict[int, bool]:
    """The planted passages that a place lies in, and whether half of each is in the place. A reprint has its words moved."""
    if article in home:
        return {number: True for _, _, number in holders[home[article]]}
    found = {}
    for begin, stop, number in holders[article]:
        common = min(end, stop) - max(start, begin)
        if common * 2 >= min(end - start, stop - begin):
            found[number] = common * 2 >= stop - begin
    return found


def _reprints(layout: Layout) -> dict[str, float]:
    _, planted = planted_in(layout.folder)
    rows = [row for part in layout.parts("reprints") for row in read_table(layout.table("reprints", part)).to_pylist()]
    root = {row["article"]: row["family"] for row in rows}
    found = sum(root.get(one, one) == root.get(of, of) for one, of in planted.items())
    right = sum(planted.get(r["article"], r["article"]) == planted.get(r["of"], r["of"]) for r in rows)
    return {"reprint_recall": found / max(len(planted), 1), "reprint_precision": right / max(len(rows), 1)}


def datasketch(folder: Path, _: int) -> dict[str, Any]:
    """MinHash of runs of eight words, articles in the same bucket of an LSH."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - measured where it is installed

    index = MinHashLSH(threshold=_ALIKE, num_perm=_PERMUTATIONS)
    pairs: Pairs = set()
    for name, words in _words(folder):
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([" ".join(words[i : i + 8]).encode() for i in range(len(words) - 7)])
        pairs |= {_pair(name, other) for other in index.query(sketch)}
        index.insert(name, sketch)
    return _pairs_found(folder, pairs)


def rensa(folder: Path, _: int) -> dict[str, Any]:
    """The same by rensa."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - measured where it is installed

    index = RMinHashLSH(threshold=_ALIKE, num_perm=_PERMUTATIONS, num_bands=32)
    names: list[str] = []
    pairs: Pairs = set()
    for name, words in _words(folder):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update([" ".join(words[i : i + 8]) for i in range(len(words) - 7)])
        pairs |= {_pair(name, names[other]) for other in index.query(sketch)}
        index.insert(len(names), sketch)
        names.append(name)
    return _pairs_found(folder, pairs)


def _words(folder: Path) -> Iterable[tuple[str, list[str]]]:
    layout = Layout(folder=folder)
    for part in layout.parts("articles"):
        table = read_table(layout.table("articles", part), ["id", "text"]).to_pydict()
        for name, text in zip(table["id"], table["text"], strict=True):
            yield name, text.lower().replace(".", "").split()


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _pairs_found(folder: Path, pairs: Pairs) -> dict[str, Any]:
    """Recall by pairs of articles: who copied is paired with anybody else who has the passage, or a reprint of theirs."""
    passages, home = planted_in(folder)
    firsts = {_pair(home.get(one, one), home.get(other, other)) for one, other in pairs}
    met = [
        any(_pair(holder, other) in firsts for other, *_ in passage if other != holder)
        for passage in passages
        for holder, *_ in passage[1:]
    ]
    return {
        "passage_recall": sum(met) / max(len(met), 1),
        "reprint_recall": sum(_pair(*pair) in pairs for pair in home.items()) / max(len(home), 1),
        "pairs": len(pairs),
    }


STEPS: Final[dict[str, Callable[[Path, int], dict[str, Any]]]] = {
    "join": join,
    "pairs": pairs,
    "verify": verify,
    "datasketch": datasketch,
    "rensa": rensa,
}


def measured(step: Callable[..., dict[str, Any]], *given: object) -> dict[str, Any]:
    """What a step says, run in a process of its own, with that process's CPU seconds and most memory in MB."""
    context = get_context("fork")
    ours, theirs = context.Pipe()

    def run() -> None:
        theirs.send_bytes(pickle.dumps(step(*given)))

    began = time.monotonic()
    process = context.Process(target=run)
    process.start()
    theirs.close()
    said = pickle.loads(ours.recv_bytes())  # noqa: S301 - from our own process
    _, status, used = os.wait4(process.pid or 0, 0)
    assert status == 0, step
    seconds = {"cpu_s": used.ru_utime + used.ru_stime, "wall_s": time.monotonic() - began}
    return {**said, **seconds, "peak_mb": used.ru_maxrss // 1024}


def stories(data: Path, folder: Path, sizes: list[int]) -> Iterator[dict[str, Any]]:
    """Articles put into stories by one process and by one a core."""
    from grouping_data import labelled  # noqa: PLC0415 - only where it is measured
    from grouping_load import stream  # noqa: PLC0415 - the same

    rows = [(one, traits_of(one.findings, DEFAULTS)) for one in labelled(data, parse=False)]
    engines = {workers: DaftEngine(workers=workers) for workers in (1, os.cpu_count() or 1)}
    for engine in engines.values():
        list(engine.map(str, ["a", "b"]))  # it is started
    for size in sizes:
        given = [_traits_row(one) for _, one in stream(rows, size)]
        written: list[dict[str, bytes]] = []
        for workers, engine in engines.items():
            layout = Layout(folder=folder / f"stories-{size}-{workers}")
            shutil.rmtree(layout.folder, ignore_errors=True)
            for number, first in enumerate(range(0, size, _LOT)):
                write_table(layout.table(TRAITS, f"{number:05}"), table_of("traits", given[first : first + _LOT]))
            began = time.monotonic()
            tell_stories(
                layout, CorpusOptions(settings=replace(DEFAULTS, corpus_part_articles=_PART)), engine, _unheard
            )
            wall = time.monotonic() - began
            written.append({one.name: one.read_bytes() for one in (layout.folder / "stories").iterdir()})
            marks = {stage: [*layout.marks(stage).values()] for stage in ("arrivals", "nearness", "stories")}
            used = {f"ms_{stage}": 1000 * _spent(layout, stage) / size for stage in marks}
            peaks = {f"peak_mb_{stage}": max(mark["peak_mb"] for mark in done) for stage, done in marks.items()}
            disk = sum(one.stat().st_size for one in layout.work.rglob("*") if one.is_file()) / size
            line = {"workers": workers, "a_second": size / wall, **used, **peaks, "bytes_an_article": round(disk)}
            yield {
                "bench": "corpus stories",
                "articles": size,
                **_rounded(line),
                "same_bytes": written[0] == written[-1],
            }


def _traits_row(one: Traits) -> dict[str, Any]:
    at = "" if one.day is None else date.fromordinal(one.day).isoformat()
    row = {"day": at or UNDATED_DAY, "at": at, "article": one.article, "outlet": one.outlet, "headline": ""}
    return {**row, "traits": encode(replace(one, at=at))}


def main() -> None:
    """Measure what is asked for; print a line of JSON for each step, and keep it for the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[])
    parser.add_argument("--steps", nargs="+", choices=("make", *STEPS), default=list(STEPS))
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument(
        "--folder", type=Path, default=Path("corpus-bench"), help="where invented articles and results are kept"
    )
    parser.add_argument("--draw", type=Path, help="draw the growth of the kept results")
    parser.add_argument("--cost", type=Path, help="a corpus of real articles, with all stages")
    parser.add_argument("--stories", type=Path, help="the folder of the labelled sets (bench/grouping.py)")
    parser.add_argument("--cores", type=int, default=320)
    parser.add_argument("--of", type=int, default=100_000_000)
    options = parser.parse_args()
    kept = options.folder / "results.jsonl"
    if options.stories:
        for line in stories(options.stories, options.folder, options.sizes):
            print(json.dumps(line), flush=True)
        return
    for size in options.sizes:
        folder = options.folder / str(size)
        measured(make, folder, size)
        for step in (one for one in options.steps if one != "make"):
            try:
                said = measured(STEPS[step], folder, options.sample)
            except EOFError:
                print(f"{step}: failed or not installed", file=sys.stderr)
                continue
            line = {"bench": "corpus", "articles": size, "step": step, "sample": options.sample, **_rounded(said)}
            print(json.dumps(line), flush=True)
            with kept.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(line) + "\n")
    if options.cost:
        print(cost(options.cost, options.cores, options.of))
    if options.draw:
        from corpus_growth import picture  # noqa: PLC0415 - only where it is drawn

        options.draw.write_text(picture([json.loads(line) for line in kept.read_text().splitlines()]), encoding="utf-8")


def cost(folder: Path, cores: int, articles: int) -> str:
    """CPU milliseconds an article of each stage, and hours for so many articles on so many cores, as a table.

    Articles are placed in stories one after the other: that stage uses one core, whatever there is.
    """
    manifest = read_json(folder / "manifest.json") or {}
    count = manifest["rows"]["articles"]
    lines = ["| stage | CPU ms an article | CPU hours | hours |", "|---|---:|---:|---:|"]
    total = [0.0, 0.0]
    for stage, (seconds, _) in manifest["stages"].items():
        hours = seconds / count * articles / 3600
        wall = hours if stage == "stories" else hours / cores
        total = [total[0] + hours, total[1] + wall]
        lines.append(f"| {stage} | {seconds / count * 1000:,.2f} | {hours:,.0f} | {wall:,.1f} |")
    lines.append(f"| all | {total[0] * 3.6e6 / articles:,.2f} | {total[0]:,.0f} | {total[1]:,.1f} |")
    return "\n".join(lines)


def _rounded(said: dict[str, Any]) -> dict[str, Any]:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in said.items()}


if __name__ == "__main__":
    main()
