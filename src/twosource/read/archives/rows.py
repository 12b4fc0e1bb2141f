"""Large tables: lines of JSON, plain or packed, and Parquet, row by row."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from twosource.errors import MissingExtraError
from twosource.model import Gap, Raw
from twosource.read.archives.bounds import Bounds, BrokenError, Unpacked
from twosource.read.archives.forms import DAMAGE, HEAD, Archive, packer_of, unpacking
from twosource.read.archives.tally import Tally
from twosource.read.columns import columns_read
from twosource.read.tables import raw_of_row

_BATCH = 64
_PARQUET = ("pyarrow", "corpus")


def rows_of_lines(
    archive: Archive, bounds: Bounds, tally: Tally, start: int, columns: Mapping[str, str]
) -> Iterator[Raw]:
    """One raw input a line of JSON.

    Args:
        archive: The lines, in UTF-8.
        bounds: How much may come out of them; a line may have as many bytes as a page.
        tally: Hears of lines that are no article.
        start: Number of the first line that is wanted, from 1.
        columns: Where the user says that a field stands.

    Raises:
        BombError: If it unpacks to more than it may.
        BrokenError: If it is damaged or cut off.
    """
    packer = packer_of(archive.stream.read(HEAD))
    archive.stream.seek(0)
    # Only what was packed can be a bomb.
    stream: Any = Unpacked(unpacking(archive.stream, packer), bounds) if packer else archive.stream
    number = 0
    try:
        for number, line in enumerate(_lines(stream, bounds), 1):
            if number >= start and (line is None or line.strip()):
                yield from _row(line, archive, tally, number, columns)
    except DAMAGE as error:
        message = f"it is damaged or cut off behind line {number:,}: {str(error).lower()}"
        raise BrokenError(message) from error


def _lines(stream: Any, bounds: Bounds) -> Iterator[bytes | None]:  # noqa: ANN401 - a stream of either kind
    """Lines; None for one that is too long."""
    while line := stream.readline(bounds.each + 1):
        if len(line) <= bounds.each:
            yield line.removeprefix(b"\xef\xbb\xbf")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(bounds.each)
        yield None


def _row(line: bytes | None, archive: Archive, tally: Tally, number: int, columns: Mapping[str, str]) -> Iterator[Raw]:
    if line is None:
        tally.skip("is longer than a page may be", f"line {number}")
        return
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        tally.skip("is not JSON", f"line {number}")
        return
    yield from _article(row, archive, tally, number, columns)


def _article(row: object, archive: Archive, tally: Tally, number: int, columns: Mapping[str, str]) -> Iterator[Raw]:
    name = f"{archive.name}#{number}"
    item = raw_of_row(row, name, path=archive.path, url=archive.url, columns=columns, position=number)
    if isinstance(item, Gap):
        tally.skip(item.detail, f"row {number}")
    else:
        tally.take()
        yield item


def rows_of_parquet(
    archive: Archive, bounds: Bounds, tally: Tally, start: int, columns: Mapping[str, str]
) -> Iterator[Raw]:
    """One raw input a row of a Parquet table, of which only the columns that are used are read.

    Args:
        archive: The table.
        bounds: How much may come out of it.
        tally: Hears of rows that are no article.
        start: Number of the first row that is wanted, from 1.
        columns: Where the user says that a field stands.

    Raises:
        BombError: If it unpacks to more than it may.
        BrokenError: If it is damaged, or has none of the columns that could hold an article.
        MissingExtraError: If the package that reads Parquet is not installed.
    """
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra, only where such a table is read
    except ImportError as error:
        raise MissingExtraError(*_PARQUET, f"read {archive.name}") from error
    number = 0
    try:
        table = parquet.ParquetFile(archive.stream)
        names = columns_read(table.schema_arrow.names, columns)
        for batch in table.iter_batches(batch_size=_BATCH, columns=list(names)):
            bounds.add(batch.nbytes)
            if number + len(batch) < start:
                number += len(batch)
                continue
            for row in batch.to_pylist():
                number += 1
                if number >= start:
                    yield from _article(row, archive, tally, number, columns)
    except (ArrowException, OSError, ValueError) as error:
        message = f"it is damaged or no table of articles, behind row {number:,}: {str(error).lower()}"
        raise BrokenError(message) from error
