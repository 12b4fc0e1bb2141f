"""A step of the work: jobs that can be done anywhere, each once, and a mark for each that is finished."""

import json
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from time import process_time
from typing import Any, ClassVar

from twosource.corpus.layout import Layout
from twosource.corpus.options import CorpusOptions
from twosource.corpus.tables import gap_table
from twosource.engine.parts import read_json, write_json, write_table
from twosource.model import Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a job came to.

    Attributes:
        rows: Articles, pairs or stories, whatever the stage counts.
        gaps: What could not be read or decided.
        more: What later stages need to know, as JSON holds it.
    """

    rows: int
    gaps: tuple[Gap, ...] = ()
    more: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stage(ABC):
    """Work that a worker gets. It is sent there whole, so that it holds places and settings and no data."""

    layout: Layout
    options: CorpusOptions
    name: ClassVar[str]

    @abstractmethod
    def do(self, job: str) -> Outcome:
        """Do one job: read files, write files. Done twice, it writes the same bytes."""

    def __call__(self, job: str) -> str:
        """Do a job unless it is finished, and put the mark behind everything that it wrote."""
        mark = self.layout.mark(self.name, job)
        said = read_json(mark)
        if said is None:
            before = process_time()
            outcome = self.do(job)
            if outcome.gaps:
                write_table(self.layout.table("gaps", f"{self.name}-{job}"), gap_table(outcome.gaps))
            said = {
                "job": job,
                "rows": outcome.rows,
                "gaps": len(outcome.gaps),
                "cpu_seconds": round(process_time() - before, 3),
                "peak_mb": _peak(),
                **dict(outcome.more),
            }
            write_json(mark, said)
        return json.dumps(said)


@dataclass(frozen=True, kw_only=True)
class BucketStage(Stage):
    """Work on buckets of hashes: a job is a bucket's number."""

    buckets: int

    def in_bucket(self, number: int, buckets: int) -> str:
        """One bucket, as the engine's ``group`` calls it."""
        if buckets != self.buckets:
            message = f"got {buckets} buckets, want {self.buckets}"
            raise ValueError(message)
        return self(f"{number:05}")


def _peak() -> int:
    """The most memory that this worker has had, in MB."""
    import resource  # noqa: PLC0415 - not on every system

    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
