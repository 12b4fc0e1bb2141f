"""Everything that stories can be written as: the one table that command line, library and web app go by.

A new form is an entry here and the function it names.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import Final, cast

from twosource.errors import UnknownFormatError
from twosource.model import Story
from twosource.present.sharing import shareable


@dataclass(frozen=True, slots=True)
class Format:
    """A form of stories."""

    name: str  # what ``--format`` calls it
    title: str  # what a person reads on a link
    # What names of its files end in, with their points, the usual one first; a longer one goes before a shorter that
    # it ends in.
    suffixes: tuple[str, ...]
    media: str  # its media type
    maker: str  # module below ``twosource.present``, and the function there that makes it of a sequence of stories
    is_text: bool = True  # whether a terminal can show it

    def make(self, stories: Sequence[Story]) -> bytes:
        """The whole file, which names no folder of this machine. Lone surrogates, which UTF-8 cannot hold, are written as escapes.

        Raises:
            MissingExtraError: If what writes this form is an extra that is not installed.
        """
        module, _, name = self.maker.partition(":")
        made = cast(
            "Callable[[Sequence[Story]], str | bytes]", getattr(import_module(f"twosource.present.{module}"), name)
        )(tuple(shareable(story) for story in stories))
        return made if isinstance(made, bytes) else made.encode("utf-8", "backslashreplace")


_EVERY: Final = (
    Format("text", "Text", (".txt",), "text/plain", "terminal:render"),
    Format("html", "Page", (".html", ".htm"), "text/html", "page:render"),
    Format("json", "JSON", (".json",), "application/json", "records:to_json"),
    Format("jsonl", "JSON lines", (".jsonl", ".ndjson"), "application/x-ndjson", "records:to_jsonl"),
    Format("markdown", "Markdown", (".md", ".markdown"), "text/markdown", "exports.documents:to_markdown"),
    Format("paste", "HTML to paste", (".paste.html",), "text/html", "exports.documents:to_paste"),
    Format("csv", "CSV", (".csv",), "text/csv", "exports.spreadsheets:to_csv"),
    Format(
        "tables",
        "All tables as CSV",
        (".csv.zip",),
        "application/zip",
        "exports.spreadsheets:to_csv_zip",
        is_text=False,
    ),
    Format(
        "xlsx",
        "Workbook",
        (".xlsx",),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "exports.spreadsheets:to_xlsx",
        is_text=False,
    ),
    Format(
        "parquet",
        "Parquet",
        (".parquet",),
        "application/vnd.apache.parquet",
        "exports.spreadsheets:to_parquet",
        is_text=False,
    ),
    Format("bibtex", "BibTeX", (".bib",), "application/x-bibtex", "exports.references:to_bibtex"),
    Format("csl", "CSL-JSON", (".csl.json",), "application/vnd.citationstyles.csl+json", "exports.references:to_csl"),
    Format("jsonld", "schema.org", (".jsonld",), "application/ld+json", "exports.linked_data:to_jsonld"),
    Format(
        "annotations",
        "Web annotations",
        (".annotations.json",),
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        "exports.annotations:to_annotations",
    ),
    Format("hypothesis", "Hypothesis", (".hypothesis.json",), "application/json", "exports.annotations:to_hypothesis"),
    Format("ninjs", "ninjs", (".ninjs",), "application/json", "exports.newsroom:to_ninjs"),
    Format("ftm", "FollowTheMoney", (".ftm.json", ".ijson"), "application/x-ndjson", "exports.investigations:to_ftm"),
    Format("svg", "Picture of the origins", (".svg",), "image/svg+xml", "pictures.drawing:to_svg"),
    Format("png", "Picture as PNG", (".png",), "image/png", "pictures.drawing:to_png", is_text=False),
    Format("atom", "Atom feed", (".atom",), "application/atom+xml", "exports.feed:to_atom"),
)

FORMATS: Final = MappingProxyType({one.name: one for one in _EVERY})
"""Every form by its name."""


def format_of(path: PurePath) -> Format:
    """The form that a file's name asks for; text where the name has no ending.

    Raises:
        UnknownFormatError: If it ends in something else.

    Example:
        >>> format_of(PurePath("story.csl.json")).name, format_of(PurePath("v1.2 notes.json")).name
        ('csl', 'json')
    """
    name = path.name.lower()
    fitting = [(len(suffix), one) for one in _EVERY for suffix in one.suffixes if name.endswith(suffix)]
    if fitting:
        return max(fitting, key=lambda pair: pair[0])[1]
    if not path.suffix:
        return FORMATS["text"]
    raise UnknownFormatError(path.suffix, endings())


def format_named(name: str) -> Format:
    """The form of this name.

    Raises:
        UnknownFormatError: If there is none.
    """
    if name not in FORMATS:
        raise UnknownFormatError(name, FORMATS)
    return FORMATS[name]


def endings() -> Iterable[str]:
    """Every ending of a file's name that says a form, the usual one of each form."""
    return tuple(one.suffixes[0] for one in _EVERY)
