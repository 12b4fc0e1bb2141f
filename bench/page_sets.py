"""Public sets of pages, each in its own form: what stands on a page, by those who made the set.

| set | form | what it knows |
|---|---|---|
| article-extraction-benchmark | ``ground-truth.json`` as ``{id: {"articleBody": …}}``, pages as ``html/ID.html.gz`` or ``.html`` | body |
| fundus's test pages | per country ``NAME.json`` (versions in order of date) and ``NAME_DATE.html.gz`` | body, headline, authors, date, captions |
| htmldate's test pages | ``eval*.json`` as ``{address: {"file": …, "date": …}}``, pages anywhere below | date |
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and what its set says of it; empty or None where the set says nothing.

    ``publisher`` is what folds are made by: pages of one publisher stand on one side.
    """

    name: str
    publisher: str
    data: bytes
    body: str = ""
    headline: str | None = None
    authors: tuple[str, ...] = ()
    day: str | None = None
    captions: tuple[str, ...] = ()


def pages_in(folder: Path) -> Iterator[Page]:
    """The pages of a set, whichever of the forms it has."""
    if (folder / "ground-truth.json").exists():
        yield from _of_benchmark(folder)
    elif dated := sorted(folder.rglob("eval*.json")):
        yield from _of_htmldate(folder, dated)
    else:
        yield from _of_fundus(folder)


def _of_benchmark(folder: Path) -> Iterator[Page]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(truth):
        packed, bare = folder / "html" / f"{name}.html.gz", folder / "html" / f"{name}.html"
        data = gzip.decompress(packed.read_bytes()) if packed.exists() else bare.read_bytes()
        publisher = str(truth[name].get("url", name)).partition("://")[2].partition("/")[0] or name
        yield Page(name=name, publisher=publisher, data=data, body=truth[name].get("articleBody", ""))


def _of_htmldate(folder: Path, lists: list[Path]) -> Iterator[Page]:
    files = {path.name: path for path in folder.rglob("*.html")}
    for path in lists:
        for address, said in sorted(json.loads(path.read_text(encoding="utf-8")).items()):
            file = files.get(str(said.get("file")))
            if file:
                publisher = address.partition("://")[2].partition("/")[0]
                yield Page(name=address, publisher=publisher, data=file.read_bytes(), day=said.get("date"))


def _of_fundus(folder: Path) -> Iterator[Page]:
    for path in sorted(folder.glob("*/*.json")):
        versions = list(json.loads(path.read_text(encoding="utf-8")).values())
        mine = re.compile(re.escape(path.stem) + r"_[\d_]+\.html\.gz")
        files = sorted(one for one in path.parent.iterdir() if mine.fullmatch(one.name))
        if len(files) == len(versions):
            for file, said in zip(files, versions, strict=True):
                yield _fundus_page(f"{path.parent.name}_{path.stem}", file, said)


def _fundus_page(publisher: str, file: Path, said: dict[str, Any]) -> Page:
    body = said.get("body") or {}
    parts = list(body.get("summary") or [])
    for section in body.get("sections") or []:
        parts += [*(section.get("headline") or []), *(section.get("paragraphs") or [])]
    captions = tuple(image["caption"] for image in said.get("images") or [] if image.get("caption"))
    return Page(
        name=file.name.removesuffix(".html.gz"),
        publisher=publisher,
        data=gzip.decompress(file.read_bytes()),
        body="\n".join(parts),
        headline=said.get("title"),
        authors=tuple(said.get("authors") or ()),
        day=(said.get("publishing_date") or "")[:10] or None,
        captions=captions,
    )
