"""Files that are whole or not there: a worker that is killed leaves nothing half written behind."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pyarrow as pa

JSON = Mapping[str, Any]


def write_array(path: Path, values: npt.NDArray[Any]) -> None:
    """Write a column, or rows of columns, so that parts of it can be read without the rest."""
    _whole(path, lambda place: _save(place, values))


def read_array(path: Path) -> npt.NDArray[Any]:
    """What ``write_array`` wrote, mapped into memory: only what is looked at is read."""
    # The sequence of bytes is our own; objects are refused.
    found: npt.NDArray[Any] = np.load(
        path, mmap_mode="r" if path.stat().st_size > _HEADER else None, allow_pickle=False
    )
    return found


def write_table(path: Path, table: "pa.Table") -> None:
    """Write a Parquet table."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra, and heavy

    _whole(path, lambda place: pq.write_table(table, place, compression="zstd"))


def read_table(path: Path, columns: list[str] | None = None) -> "pa.Table":
    """A Parquet table, or some columns of it. One file is read, whatever its folder is called."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra, and heavy

    return pq.ParquetFile(path).read(columns=columns)


def write_json(path: Path, value: JSON) -> None:
    """Write a record, its keys sorted."""
    text = json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    _whole(path, lambda place: place.write_text(text, encoding="utf-8", errors="backslashreplace"))


def read_json(path: Path) -> dict[str, Any] | None:
    """A record; None where there is none, or none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _whole(path: Path, write: Callable[[Path], object]) -> None:
    """Write beside the file and put it in its place in one go; two workers at one file end with the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _save(place: Path, values: npt.NDArray[Any]) -> None:
    with place.open("wb") as stream:
        np.save(stream, values, allow_pickle=False)


# Bytes of an empty column's file: nothing can be mapped of it.
_HEADER = 128
