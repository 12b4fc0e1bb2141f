"""The columns of a corpus's tables, and the way from values to rows and back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from twosource.engine.catalog import UNDATED
from twosource.model import Article, BlockKind, Findings, Gap, Passage
from twosource.model.wire import decode_own, encode

if TYPE_CHECKING:
    import pyarrow as pa

_TOLD: Final[tuple[BlockKind, ...]] = ("headline", "subheading", "paragraph", "caption")
_COLUMNS: Final = {
    "articles": "id:string outlet:string publisher:string published:string language:string headline:string url:string "
    "path:string via:list<string> text:string body:list<int32> article:string",
    "gaps": "code:string where:string detail:string",
    "reprints": "article:string of:string family:string kind:string share:float",
    "passages": "id:string left:string left_start:int32 left_end:int32 right:string right_start:int32 right_end:int32 "
    "words:int32 ratio:float kind:string earlier:string reason:string",
    "statements": "id:string article:string kind:string start:int32 end:int32 words:string source:string "
    "source_kind:string source_reason:string marks:list<string>",
    "figures": "id:string article:string statement:string start:int32 end:int32 words:string low:double high:double "
    "bound:string unit:string counted:string measure:string where:string source:string main:bool",
    "findings": "article:string findings:string",
    "traits": "day:string at:string article:string outlet:string headline:string traits:string",
    "arrivals": "article:string at:string outlet:string headline:string day:int32 size:int32 round_up:bool traits:string",
    "placed": "number:int64 story:string reason:string",
    "stories": "story:string article:string outlet:string published:string headline:string reason:string",
}


@cache
def schema(name: str) -> "pa.Schema":
    """The columns of a table."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy

    kinds = {
        "string": pa.string(),
        "int32": pa.int32(),
        "int64": pa.int64(),
        "float": pa.float32(),
        "double": pa.float64(),
        "bool": pa.bool_(),
        "list<string>": pa.list_(pa.string()),
        "list<int32>": pa.list_(pa.int32()),
    }
    return pa.schema([(column, kinds[kind]) for column, kind in (one.split(":") for one in _COLUMNS[name].split())])


def table_of(name: str, rows: Iterable[dict[str, Any]]) -> "pa.Table":
    """A table of the columns that belong to it; one without rows has them too."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy

    cleaned = [
        {key: writable(value) if isinstance(value, str) else value for key, value in row.items()} for row in rows
    ]
    return pa.Table.from_pylist(cleaned, schema=schema(name))


def writable(text: str) -> str:
    """A text that a table can hold: half of a surrogate pair, which it cannot, becomes U+FFFD."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def gap_table(gaps: Sequence[Gap]) -> "pa.Table":
    """Gaps as rows."""
    return table_of("gaps", ({"code": gap.code, "where": gap.where, "detail": gap.detail} for gap in gaps))


def article_row(article: Article) -> dict[str, Any]:
    """An article as a row: what one asks for in columns, and the whole of it without its text."""
    row = {name: getattr(article, name) for name in schema("articles").names if name not in {"body", "article"}}
    body = [place for span in _journalism(article) for place in span]
    return row | {"body": body, "article": encode(replace(article, text=""))}


def article_of(row: dict[str, Any]) -> Article:
    """The article that a row was made of.

    Raises:
        FormatError: If the row was written by another version.
    """
    return replace(decode_own(row["article"], Article), text=row["text"])


def body_of(text: str, places: Sequence[int]) -> str:
    """The journalism of a text: what stands at its places, a line each."""
    return "\n".join(text[start:end] for start, end in zip(places[::2], places[1::2], strict=True))


def _journalism(article: Article) -> list[tuple[int, int]]:
    if not article.blocks:
        return [(0, len(article.text))]
    return [(block.start, block.end) for block in article.told_in(*_TOLD)]


def day_of(published: str | None) -> int:
    """A day's number; ``UNDATED`` where there is none that can be read."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return UNDATED


def outlet_number(outlet: str) -> int:
    """64 bits that stand for an outlet."""
    name = outlet.strip().casefold().removeprefix("www.")
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def passage_row(passage: Passage) -> dict[str, Any]:
    """A passage as a row: one place in each of two articles."""
    row: dict[str, Any] = {
        name: getattr(passage, name) for name in ("id", "words", "ratio", "kind", "earlier", "reason")
    }
    for side, place in zip(("left", "right"), passage.spans, strict=True):
        row |= {side: place.article, f"{side}_start": place.start, f"{side}_end": place.end}
    return row


def statement_rows(found: Findings) -> Iterable[dict[str, Any]]:
    """An article's statements as rows, with the names of their sources."""
    sources = {source.id: source for source in found.sources}
    for one in (one for one in found.statements if one.attitude is None):
        source = sources.get(one.source or "")
        yield {
            "id": one.id,
            "article": one.article,
            "kind": one.kind,
            "start": one.start,
            "end": one.end,
            "words": " … ".join(span.of(found.article.text) for span in one.content),
            "source": source.name if source else None,
            "source_kind": source.kind if source else None,
            "source_reason": one.source_reason,
            "marks": [mark.kind for mark in one.marks],
        }


def figure_rows(found: Findings) -> Iterable[dict[str, Any]]:
    """An article's figures as rows, with the names of their sources."""
    names = {source.id: source.name for source in found.sources}
    for one in found.figures:
        row = {name: getattr(one, name) for name in schema("figures").names if name != "words"}
        yield row | {"words": one.span.of(found.article.text), "source": names.get(one.source or "")}
