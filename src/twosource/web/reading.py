"""From what a browser sent to raw inputs: addresses, a pasted text, files. No archive is opened, no other path is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from twosource.model import Gap, Raw
from twosource.pipeline import Options, raws_of
from twosource.read import read
from twosource.read.documents.detect import document_kind
from twosource.read.found import Found
from twosource.read.kinds import addresses_in
from twosource.read.urls import Allowance, asking
from twosource.web.forms import Upload

_TAKEN: Final = frozenset({
    ".txt", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".ninjs", ".md", ".csv", ".tsv", ".eml", ".mbox", ".mht", ".mhtml",
    ".pdf", ".docx", ".odt", ".xlsx", ".ods",
})  # fmt: skip
_OFFICE: Final = frozenset({"docx", "odt", "xlsx"})
"""Documents that are packed, and are read whole."""
_PACKED: Final = (
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd", b"Rar!", b"WARC/", b"filedesc://", b"PAR1",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody gave to make a story of.

    Attributes:
        outlet: Of the pasted text.
        page: The HTML of a page, as a browser has it; ``page_url`` its address.
    """

    addresses: tuple[str, ...] = ()
    text: str = ""
    uploads: tuple[Upload, ...] = ()
    outlet: str = ""
    page: str = ""
    page_url: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.addresses or self.text or self.uploads or self.page)

    @property
    def count(self) -> int:
        """How many addresses there are in it, those in files and in the pasted text among them."""
        pasted = Upload(name="pasted.txt", data=self.text.encode("utf-8", "replace"))
        files = (Found(name=one.name, path=one.name, data=one.data) for one in (pasted, *self.uploads))
        return len(self.addresses) + sum(len(addresses_in(one)) for one in files)

    def title(self) -> str:
        """What to call the work on it."""
        parts = [
            (len(self.addresses), "address", "addresses"),
            (int(bool(self.text)), "pasted text", "pasted texts"),
            (len(self.uploads), "file", "files"),
            (int(bool(self.page)), "open page", "open pages"),
        ]
        return "Reading " + ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in parts if count)

    def told(self) -> tuple[str, ...]:
        """What was given, as somebody may want to give it again."""
        return (*self.addresses, *(["a pasted text"] if self.text else []), *(one.name for one in self.uploads))


def raws(given: Given, options: Options) -> list[Raw | Gap]:
    """Each input that was given, or the gap that stands for it. The outlet is said of the pasted text alone."""
    settings = options.settings
    asked = Allowance(settings.web_requests, asking())
    options = replace(
        options,
        allow_private=False,
        reader=lambda names: read(names, settings=settings, progress=options.progress, ask_by=asked),
    )
    pasted = [Upload(name="pasted text.txt", data=given.text.encode("utf-8", "replace"))] if given.text else []
    text = [
        replace(one, outlet=given.outlet or None) if isinstance(one, Raw) else one for one in _files(pasted, options)
    ]
    return [*_addresses(given.addresses, options), *text, *_files(given.uploads, options), *_page(given, options)]


def _page(given: Given, options: Options) -> Iterator[Raw | Gap]:
    """A page as a browser had it, under its own address; nothing where none was sent."""
    if not given.page:
        return
    for one in _files([Upload(name="page.html", data=given.page.encode("utf-8", "replace"))], options):
        if isinstance(one, Gap):
            yield replace(one, where=given.page_url)
        else:
            yield replace(one, name=given.page_url, path=None, url=one.url or given.page_url)


def _addresses(addresses: Sequence[str], options: Options) -> Iterator[Raw | Gap]:
    """Whatever is no web address is refused here: the reader would take it for a file of this machine."""
    web = [one for one in addresses if one.lower().startswith(("http://", "https://"))]
    for other in addresses:
        if other not in web:
            yield Gap(code="G105", where=other, detail="only http and https addresses are fetched")
    yield from raws_of(web, options)


def _files(uploads: Sequence[Upload], options: Options) -> Iterator[Raw | Gap]:
    with TemporaryDirectory(prefix="twosource-") as folder:
        for number, upload in enumerate(uploads):
            kind = document_kind(Found(name=upload.name, path=upload.name, data=upload.data))
            read_whole = kind in _OFFICE and len(upload.data) <= options.settings.input_bytes
            if upload.data.startswith(_PACKED) and not read_whole:
                detail = "archives and packed files are not opened here; the command line reads them"
                yield Gap(code="G103", where=upload.name, detail=detail)
                continue
            suffix = PurePosixPath(upload.name).suffix.lower()
            path = Path(folder) / f"{number}{suffix if suffix in _TAKEN else ''}"
            path.write_bytes(upload.data)
            for one in raws_of([str(path)], options):
                yield _called(one, str(path), upload.name)


def _called(one: Raw | Gap, path: str, name: str) -> Raw | Gap:
    """An input under the name that the user knows it by."""
    if isinstance(one, Gap):
        return replace(one, where=one.where.replace(path, name), detail=one.detail.replace(path, name))
    return replace(one, name=one.name.replace(path, name), path=name)
