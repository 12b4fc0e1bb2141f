"""What a program gives instead of files: texts, rows, data frames, parsed documents, articles that are read already."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Protocol, cast, runtime_checkable

from twosource.errors import InputError
from twosource.model import Article, Gap, Raw
from twosource.read.decode import tidy
from twosource.read.tables import is_markup, raw_of_row


@runtime_checkable
class Document(Protocol):
    """A parsed document, as spaCy's ``Doc``: its text is taken, and parsed anew paragraph by paragraph."""

    @property
    def text(self) -> str:
        """The whole text."""

    @property
    def ents(self) -> object:
        """What tells a document from other things that have a text."""


@runtime_checkable
class Frame(Protocol):
    """A data frame, of pandas (``to_dict``) or polars (``to_dicts``): one article a row."""

    @property
    def columns(self) -> object:
        """The names of its columns."""


Input = str | Path | Article | Raw | Mapping[str, Any] | Document | Frame
Given = Input | Iterable[Input]

_SINGLE: Final = (str, Path, Article, Raw, Mapping, Document, Frame)


@dataclass(frozen=True, slots=True)
class Sorted:
    """What was given, by how it goes on.

    Attributes:
        names: Files, folders, patterns and addresses.
        raws: What is an article's raw input already, or the gap that stands for it.
        articles: What needs no reading.
    """

    names: tuple[str, ...]
    raws: tuple[Raw | Gap, ...]
    articles: tuple[Article, ...]


def sorted_out(given: Given, text: str | Iterable[str] = (), columns: Mapping[str, str] | None = None) -> Sorted:
    """Sort what a program gives.

    Args:
        given: One thing or several. A string is always a file, a folder, a pattern or an address.
        text: Articles' texts, one or several: a headline on a line of its own, if any, then paragraphs; or HTML.
        columns: For rows and frames, a field of an article to the column that holds it.

    Raises:
        InputError: If something is nothing that an article can be made of, or a string is a text.
    """
    everything = [given] if isinstance(given, _SINGLE) else list(given)
    texts = [text] if isinstance(text, str) else list(text)
    raws: list[Raw | Gap] = [_raw(one, f"text {number}") for number, one in enumerate(texts, 1)]
    names: list[str] = []
    articles: list[Article] = []
    for number, one in enumerate(everything, 1):
        if isinstance(one, Article):
            articles.append(one)
        elif isinstance(one, str | Path):
            names.append(_name(one))
        else:
            raws += _raws(one, number, columns or {})
    return Sorted(tuple(names), tuple(raws), tuple(articles))


def _name(one: str | Path) -> str:
    first, end, _ = str(one).strip().partition("\n")
    if end:
        raise InputError(first[:60], "a path or an address; give the text of an article as text=")
    return str(one)


def _raws(one: object, number: int, columns: Mapping[str, str]) -> Iterator[Raw | Gap]:
    if isinstance(one, Raw):
        yield one
    elif isinstance(one, Mapping):
        yield raw_of_row(dict(one), f"row {number}", path=None, url=None, columns=columns)
    elif isinstance(one, Document):
        yield _raw(one.text, f"document {number}")
    elif isinstance(one, Frame):
        for row, fields in enumerate(_rows(one), 1):
            yield raw_of_row(fields, f"row {row}", path=None, url=None, columns=columns)
    else:
        raise InputError(type(one).__name__, "paths, addresses, mappings, data frames, documents or articles")


def _rows(frame: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - pandas or polars, of which neither need be installed
    rows = frame.to_dicts() if hasattr(frame, "to_dicts") else frame.to_dict("records")
    return [{str(name): value for name, value in row.items() if _is_there(value)} for row in rows]


def _is_there(value: object) -> bool:
    """Whether a cell holds something; what a frame has for nothing is not equal to itself, or says nothing of it."""
    try:
        return bool(cast("Any", value) == value)
    except (TypeError, ValueError):
        return isinstance(value, list)


def _raw(text: str, name: str) -> Raw:
    tidied, replaced = tidy(text)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Raw(name=name, kind="html" if is_markup(tidied) else "text", text=tidied, sha256=digest, replaced=replaced)
