"""Inputs that hold many articles in one file, read part by part: web archives, zip, tar, large tables, packed files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from twosource.errors import MissingExtraError
from twosource.model import Gap, Raw
from twosource.ports import BYTES_STEP, Progress
from twosource.read.archives.arc import pages_of_arc
from twosource.read.archives.bounds import BombError, Bounds, BrokenError, Unpacked, read_up_to
from twosource.read.archives.forms import DAMAGE, Archive, Form, form_of, packer_of, unpacking
from twosource.read.archives.rows import rows_of_lines, rows_of_parquet
from twosource.read.archives.tally import Tally
from twosource.read.archives.tars import pages_of_tar
from twosource.read.archives.warc import pages_of_warc
from twosource.read.archives.zips import pages_of_zip
from twosource.read.documents.detect import document_kind
from twosource.read.documents.open_document import articles_of
from twosource.read.found import Found
from twosource.read.kinds import kind_of
from twosource.settings import Settings

__all__ = ["Archive", "articles_of_archive", "form_of"]

_UNITS: Mapping[Form, str] = {"warc": "record", "arc": "record", "zip": "file", "tar": "file", "rows": "row", "parquet": "row",
                              "packed": "file"}  # fmt: skip
_PAGES: Mapping[Form, Callable[[Archive, Bounds, Tally, int], Iterator[Found]]] = {
    "warc": pages_of_warc,
    "arc": pages_of_arc,
    "zip": pages_of_zip,
    "tar": pages_of_tar,
}


def articles_of_archive(
    archive: Archive, settings: Settings, *, columns: Mapping[str, str], start: int, progress: Progress
) -> Iterator[Raw | Gap]:
    """All articles in an archive, one after the other, then what was passed over in one gap.

    Args:
        archive: The open archive.
        settings: How large a page may be, and how much may come out of all.
        columns: Where the user says that a table's fields stand.
        start: Begin at this ``Raw.position``; 0 for the beginning.
        progress: Hears how many bytes of the archive were read.

    Yields:
        Articles as they are met. Where an archive is cut off, damaged or a bomb, what stands before that, then a
        gap that says so; so too a Parquet table where what reads it is not installed. Archives inside archives are
        passed over.
    """
    tally = Tally(archive.name, _UNITS[archive.form], resumed=start > 0)
    try:
        for item in _items(archive, Bounds(archive.size, settings), tally, columns, start):
            progress(BYTES_STEP, min(archive.stream.tell(), archive.size), archive.size)
            yield item
    except MissingExtraError as error:
        yield Gap(code="G101", where=archive.name, detail=str(error))
    except BombError as error:
        yield Gap(code="G104", where=archive.name, detail=str(error))
    except BrokenError as error:
        yield Gap(code="G109", where=archive.name, detail=str(error))
    else:
        yield from tally.gaps()
        return
    finally:
        progress(BYTES_STEP, archive.size, archive.size)
    yield from (gap for gap in tally.gaps() if gap.code != "G102")


def _items(
    archive: Archive, bounds: Bounds, tally: Tally, columns: Mapping[str, str], start: int
) -> Iterator[Raw | Gap]:
    if archive.form == "rows":
        yield from rows_of_lines(archive, bounds, tally, start, columns)
    elif archive.form == "parquet":
        yield from rows_of_parquet(archive, bounds, tally, start, columns)
    elif archive.form == "packed":
        yield from _articles(_unpacked(archive, bounds), tally, columns)
    else:
        for found in _PAGES[archive.form](archive, bounds, tally, start):
            yield from _articles(found, tally, columns)


def _articles(found: Found, tally: Tally, columns: Mapping[str, str]) -> Iterator[Raw | Gap]:
    """The article or the rows in one part of an archive. What is neither is counted."""
    kind, detail = kind_of(found)
    if kind in {"other", "empty", "feed"} and not document_kind(found):
        tally.skip({"empty": "is empty", "feed": "is a feed"}.get(kind, detail), "" if found.read_at else found.name)
        return
    count, reason = 0, "holds no text of an article"
    for item in articles_of(found, columns):
        if isinstance(item, Raw):
            count += 1
            yield replace(item, archive=found.archive, position=found.position, read_at=found.read_at)
        elif item.code == "G202":
            yield item
        else:
            reason = item.detail
    if count:
        tally.take()
    else:
        tally.skip(reason, "" if found.read_at else found.name)


def _unpacked(archive: Archive, bounds: Bounds) -> Found:
    """A single page or table that was packed."""
    packer = packer_of(archive.stream.read(8))
    archive.stream.seek(0)
    try:
        data = read_up_to(Unpacked(unpacking(archive.stream, packer), bounds), bounds.each + 1)
    except DAMAGE as error:
        message = f"it is damaged or cut off: {str(error).lower()}"
        raise BrokenError(message) from error
    if len(data) > bounds.each:
        message = f"it unpacks to more than {bounds.each:,} bytes, and was not read"
        raise BombError(message)
    bare = archive.path.rpartition(".")[0] if archive.path else None
    return Found(name=archive.name, data=data, path=bare, url=archive.url)
