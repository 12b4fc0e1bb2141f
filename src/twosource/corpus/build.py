"""A corpus from its inputs, stage after stage.

    articles     read and cleaned                                   a job a bundle of inputs
    grams        words hashed and sorted                            a job a part of the articles
    likeness     pairs that may be reprints                         a job a bucket of hashes
    reprints     put together into families                         here
    sharing      pairs that share wording, one a family             a job a bucket of hashes
    passages     pairs aligned word by word                         a job a part of the articles
    findings     statements and figures                             a job a part of the articles
    arrivals     articles in the order of time, as numbers          a job a part in that order
    nearness     which earlier ones are near, and how much          a job a part of the arrivals
    stories      which articles are about one event                 a job a part of the arrivals, one after the other

Every stage ends before the next begins, and every finished job has left a mark. So a call that was killed is made
again, and goes on behind the last mark.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import chain, islice
from json import dumps, loads
from math import ceil
from pathlib import Path
from typing import Any, Final

from twosource import __version__
from twosource.corpus.arrivals import Arriving, arrivals_of, put_in_order
from twosource.corpus.grouping import Grouping
from twosource.corpus.hashing import Hashing
from twosource.corpus.inputs import is_far, listed
from twosource.corpus.layout import TABLES, Layout
from twosource.corpus.nearness import Nearing
from twosource.corpus.options import CorpusOptions
from twosource.corpus.reading import Reading, placed
from twosource.corpus.saying import Saying
from twosource.corpus.sharing import Likeness, Sharing, settle_reprints
from twosource.corpus.stage import BucketStage, Stage
from twosource.corpus.verifying import Verifying
from twosource.engine.catalog import build_catalog
from twosource.engine.grams import dropped_bits
from twosource.engine.parts import read_json, read_table, write_json
from twosource.errors import CorpusError, NothingToReadError
from twosource.ports import LAST_STEP, Engine, Progress

FORMAT: Final = "twosource-corpus/1"
_FIRST_GAPS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What became of a corpus.

    Attributes:
        rows: Rows of each table, by its name.
        gaps: How many gaps there are, by code.
        stages: For each stage its CPU seconds and the most memory in MB that a worker of it had.
    """

    rows: dict[str, int]
    gaps: dict[str, int]
    stages: dict[str, tuple[float, int]]


def build(inputs: Sequence[str], folder: Path, options: CorpusOptions, engine: Engine, progress: Progress) -> Summary:
    """Make a corpus, or go on with one.

    Args:
        inputs: Files, folders, patterns, addresses in a store of objects: pages, tables of articles, web archives.
        folder: Where it goes; every worker must reach it by this path.
        options: How to make it.
        engine: Where work runs.
        progress: Hears how many jobs of each stage are finished.

    Raises:
        NothingToReadError: If no input gave an article.
        CorpusError: If an input is not there, or the folder holds a corpus made of other inputs or in another way.
        EngineError: If the engine cannot go on.
    """
    layout = Layout(folder=placed(folder))
    names = [name if is_far(name) else str(placed(Path(name))) for name in inputs]
    bundles = listed(names, options.settings.corpus_part_articles)
    reading = Reading(layout=layout, options=options, bundles=bundles)
    _begin(layout, names, reading)
    run = _Run(engine=engine, progress=progress)
    run.stage(reading, reading.jobs())
    parts = layout.parts("articles")
    marks = layout.marks(Reading.name)
    if not sum(mark["rows"] for mark in marks.values()):
        raise NothingToReadError(_first_gaps(layout))
    if "reprints" in options.wanted:
        share(layout, options, engine, progress)
    if "passages" in options.wanted:
        verify(layout, options, engine, progress)
    if "findings" in options.wanted:
        run.stage(Saying(layout=layout, options=options), parts)
    if "stories" in options.wanted:
        tell_stories(layout, options, engine, progress)
    progress(LAST_STEP, len(parts), len(parts))
    return _end(layout)


def share(layout: Layout, options: CorpusOptions, engine: Engine, progress: Progress) -> None:
    """Find reprints, and pairs of articles that share wording, among the articles that are there."""
    run, parts = _Run(engine=engine, progress=progress), layout.parts("articles")
    run.stage(Hashing(layout=layout, options=options), parts)
    build_catalog(layout.entries, layout.catalog.folder)
    of_reprints = _grams(layout) * options.sample // options.settings.corpus_reprint_sample
    run.stage(Likeness(layout=layout, options=options, buckets=_buckets(of_reprints, options)))
    if not layout.parts("reprints"):
        settle_reprints(layout, options)
    if "passages" in options.wanted:
        run.stage(Sharing(layout=layout, options=options, buckets=_buckets(_grams(layout), options)))


def verify(layout: Layout, options: CorpusOptions, engine: Engine, progress: Progress) -> None:
    """Align the pairs that ``share`` found, and write the passages."""
    dropped = dropped_bits(len(layout.catalog), _buckets(_grams(layout), options), options.sample)
    stage = Verifying(layout=layout, options=options, dropped_bits=dropped)
    _Run(engine=engine, progress=progress).stage(stage, layout.parts("articles"))


def tell_stories(layout: Layout, options: CorpusOptions, engine: Engine, progress: Progress) -> None:
    """Put the articles whose findings are there into stories."""
    run, grouping = _Run(engine=engine, progress=progress), Grouping(layout=layout, options=options)
    put_in_order(layout)
    arrivals = arrivals_of(grouping)
    for stage in (Arriving(layout=layout, options=options), Nearing(layout=layout, options=options)):
        run.stage(stage, arrivals.jobs)
    run.stage(grouping, arrivals.jobs, in_order=True)


def _grams(layout: Layout) -> int:
    return sum(mark["grams"] for mark in layout.marks(Hashing.name).values())


def _buckets(grams: int, options: CorpusOptions) -> int:
    return max(1, ceil(grams / options.settings.corpus_bucket_grams))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Runs stages, each over what is left of it."""

    engine: Engine
    progress: Progress

    def stage(self, stage: Stage, jobs: Iterable[str] = (), *, in_order: bool = False) -> None:
        """Do all jobs of a stage that have no mark; ``in_order`` where each goes on from the one before."""
        all_jobs = [f"{n:05}" for n in range(stage.buckets)] if isinstance(stage, BucketStage) else list(jobs)
        finished = stage.layout.marks(stage.name).keys()
        left = [job for job in all_jobs if job not in finished]
        done = len(all_jobs) - len(left)
        self.progress(stage.name, done, len(all_jobs))
        for asked in [[job] for job in left] if in_order else [left]:
            for _ in self._answers(stage, asked):
                done += 1
                self.progress(stage.name, done, len(all_jobs))

    def _answers(self, stage: Stage, jobs: list[str]) -> Iterator[str]:
        if isinstance(stage, BucketStage) and jobs:
            return self.engine.group(stage.in_bucket, stage.buckets)
        return self.engine.map(stage, jobs)


def _begin(layout: Layout, names: Sequence[str], reading: Reading) -> None:
    """Write the manifest, or hold it against the one that is there.

    Raises:
        CorpusError: If they differ.
    """
    files = [
        (name, bundle.size if len(bundle.names) == 1 else None) for bundle in reading.bundles for name in bundle.names
    ]
    made = {
        "format": FORMAT,
        "version": __version__,
        "inputs": sorted(names),
        "files": sha256(dumps(files).encode("utf-8", "surrogatepass")).hexdigest(),
        "sample": reading.options.sample,
        "outlets": dict(reading.options.outlets),
        "publishers": dict(reading.options.publishers),
        "settings": loads(dumps(asdict(reading.options.settings))),
    }
    there = read_json(layout.manifest)
    if there is None:
        if layout.folder.exists() and any(layout.folder.iterdir()):
            raise CorpusError(str(layout.folder), "the folder is not empty, and holds no corpus")
        write_json(layout.manifest, made)
        return
    other = sorted(key for key, value in made.items() if there.get(key) != value)
    if other:
        what = ", ".join(other)
        raise CorpusError(
            str(layout.folder), f"it was begun with other {what}; take another folder, or remove this one"
        )


def _end(layout: Layout) -> Summary:
    """Count what there is, and write it into the manifest."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra, and heavy

    rows = {
        name: sum(pq.read_metadata(layout.table(name, part)).num_rows for part in layout.parts(name)) for name in TABLES
    }
    gaps: Counter[str] = Counter()
    for part in layout.parts("gaps"):
        gaps.update(read_table(layout.table("gaps", part), ["code"]).column("code").to_pylist())
    marks = {stage.name: layout.marks(stage.name) for stage in _STAGES}
    spent = {name: _spent([*done.values()]) for name, done in marks.items() if done}
    summary = Summary(rows=rows, gaps=dict(sorted(gaps.items())), stages=spent)
    made: dict[str, Any] = read_json(layout.manifest) or {}
    finished = {name: sorted(done) for name, done in marks.items()}
    every = [mark for done in marks.values() for mark in done.values()]
    write_json(layout.manifest, {**made, **asdict(summary), "finished": finished, "sha256": _inputs(every)})
    return summary


def _inputs(marks: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The hash of each input's bytes, as the jobs that read it noted them."""
    return {name: digest for mark in marks for name, digest in mark.get("inputs", {}).items()}


_STAGES: Final = (Reading, Hashing, Likeness, Sharing, Verifying, Saying, Arriving, Nearing, Grouping)


def _spent(marks: Sequence[dict[str, Any]]) -> tuple[float, int]:
    """What finished jobs of a stage took: CPU seconds together, and the most memory that one had."""
    return round(sum(mark["cpu_seconds"] for mark in marks), 2), max(mark["peak_mb"] for mark in marks)


def _first_gaps(layout: Layout) -> tuple[str, ...]:
    tables = (read_table(layout.table("gaps", part)).to_pylist() for part in layout.parts("gaps"))
    return tuple(f"{row['where']}: {row['detail']}" for row in islice(chain.from_iterable(tables), _FIRST_GAPS))
