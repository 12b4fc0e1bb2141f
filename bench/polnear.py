"""PolNeAR as it is published: plain texts with brat standoff, read into articles and gold attributions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from twosource.model import Article, Block, Span, content_id

LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated attribution; a role that the annotator left out is an empty tuple."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text with what each annotator marked, annotators in sorted order of their files; the first is gold."""

    name: str
    article: Article
    annotators: tuple[tuple[Gold, ...], ...]

    @property
    def gold(self) -> tuple[Gold, ...]:
        """What counts."""
        return self.annotators[0]


def read(folder: Path, part: str) -> Iterator[Annotated]:
    """The texts of one part, sorted by name.

    The texts are plain paragraphs with no headline apart, so the article is built directly: its text is the
    file's, its blocks are the file's lines, and offsets are those of the annotation.

    Args:
        folder: The data set's ``data`` folder.
        part: ``train`` or ``dev``.
    """
    marked: dict[str, list[Path]] = {}
    for path in sorted((folder / part / "attributions").glob("*.ann")):
        marked.setdefault(path.name.rsplit("_", 1)[0], []).append(path)
    for path in sorted((folder / part / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        found = tuple(tuple(_golds(ann.read_text(encoding="utf-8"))) for ann in marked.get(path.stem, []))
        if found:
            yield Annotated(name=path.stem, article=plain(text), annotators=found)


def plain(text: str) -> Article:
    """An article whose text is ``text`` and whose paragraphs are its lines."""
    blocks = tuple(
        Block(kind="paragraph", start=line.start(), end=line.end(), reason="a line of the file")
        for line in LINE.finditer(text)
        if line.group().strip()
    )
    return Article(id=content_id("a", text), outlet="polnear.example", sha256="0" * 64, text=text, blocks=blocks)


def _golds(standoff: str) -> Iterator[Gold]:
    places: dict[str, tuple[Span, ...]] = {}
    events: list[dict[str, tuple[str, ...]]] = []
    for line in standoff.split("\n"):
        name, tab, rest = line.partition("\t")
        if not tab:
            continue  # the rest of an annotated text that holds a line break
        if name.startswith("T"):
            places[name] = _spans(rest.partition("\t")[0].partition(" ")[2])
        elif name.startswith("E"):
            roles: dict[str, tuple[str, ...]] = {}
            for part in rest.split():
                role, _, place = part.partition(":")
                role = role.rstrip("0123456789")
                roles[role] = (*roles.get(role, ()), place)
            events.append(roles)
    for roles in events:
        source, cue, content = (
            tuple(sorted(span for place in roles.get(role, ()) for span in places.get(place, ())))
            for role in ("Source", "Cue", "Content")
        )
        if content:
            yield Gold(source=source, cue=cue, content=content)


def _spans(offsets: str) -> tuple[Span, ...]:
    ends = (part.split() for part in offsets.split(";"))
    return tuple(Span(start=int(pair[0]), end=int(pair[1])) for pair in ends if len(pair) == 2)  # noqa: PLR2004 - a start and an end
