"""Where a corpus keeps what: a folder of Parquet tables for people, and a folder of work for itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from twosource.engine.catalog import Catalog
from twosource.engine.parts import read_json

TABLES: Final = ("articles", "reprints", "passages", "statements", "figures", "stories", "gaps")
"""What a corpus holds for others to read: one folder of Parquet files each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The places in a corpus folder."""

    folder: Path

    @property
    def manifest(self) -> Path:
        """Versions, settings, inputs, and which parts are finished."""
        return self.folder / "manifest.json"

    @property
    def work(self) -> Path:
        """What is of no use once all stages are finished."""
        return self.folder / "work"

    @property
    def grams(self) -> Path:
        """Sorted grams of each part."""
        return self.work / "grams"

    @property
    def entries(self) -> Path:
        """What is known of the articles of each part."""
        return self.work / "entries"

    @property
    def catalog(self) -> Catalog:
        """All articles by their numbers."""
        return Catalog(folder=self.work / "catalog")

    def table(self, name: str, part: str) -> Path:
        """A part of a table."""
        return self.folder / name / f"{part}.parquet"

    def parts(self, name: str) -> tuple[str, ...]:
        """The finished parts of a table, sorted. Parts that are being written begin with a dot."""
        return tuple(sorted(one.stem for one in (self.folder / name).glob("*.parquet") if not one.name.startswith(".")))

    def bucket(self, stage: str, kind: str, number: int) -> Path:
        """What a stage found in a bucket."""
        return self.work / stage / f"{kind}-{number:05}.npy"

    def buckets(self, stage: str, kind: str) -> tuple[Path, ...]:
        """What a stage found in all buckets, in their order."""
        return tuple(sorted((self.work / stage).glob(f"{kind}-*.npy")))

    def mark(self, stage: str, job: str) -> Path:
        """Where it stands that a job is finished."""
        return self.work / "done" / stage / f"{job}.json"

    def marks(self, stage: str) -> dict[str, dict[str, Any]]:
        """What finished jobs of a stage said, by job."""
        found = ((file.stem, read_json(file)) for file in sorted((self.work / "done" / stage).glob("*.json")))
        return {job: said for job, said in found if said is not None}
