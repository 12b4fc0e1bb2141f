"""The paragraphs of DOCX and ODT: zips of XML, of which the few parts that hold words are read.

Source: ECMA-376 (Office Open XML), ISO/IEC 26300 (OpenDocument).
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from typing import Any, Final

from lxml import etree

from twosource.read.archives.forms import ZIP_DAMAGE
from twosource.read.documents.read_aside import LaidOut, UnreadableError, answer, read_aside

_MOST_BYTES: Final = 64 * 1024 * 1024  # of one part, unpacked
_MOST_TAGS: Final = 1_500_000  # of one part: 300 MB as a tree, and six times what an article or 5,000 rows have
_TITLE_STYLE: Final = re.compile(
    r"^(?:title|titel|titre|titolo|t[ií]tulo|tytu[lł]|heading_?(?:20)?_?\s?1|(?:ü|u)?berschrift_?(?:20)?_?\s?1|titre1|ttulo1)$",
    re.IGNORECASE,
)
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLDER_FORM: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ODF_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def paragraphs_of_docx(data: bytes) -> LaidOut:
    """Title, if a style says so, and paragraphs; what was deleted with changes tracked is none.

    Raises:
        UnreadableError: If it cannot be read, or ended the process that read it.
    """
    return read_aside(__name__, "docx_answered", data, LaidOut, _paragraphs_of_docx)


def paragraphs_of_odt(data: bytes) -> LaidOut:
    """Title, if a style or level says so, and paragraphs.

    Raises:
        UnreadableError: If it cannot be read, or ended the process that read it.
    """
    return read_aside(__name__, "odt_answered", data, LaidOut, _paragraphs_of_odt)


def warm() -> None:
    """Load whatever the reading needs: all of it is loaded with this module."""


def _paragraphs_of_docx(data: bytes) -> LaidOut:
    tree = part_of(data, "word/document.xml")
    found = [(_style(one), _words_of_docx(one)) for one in tree.iter(_WORD + "p") if not _is_second(one)]
    return _titled([*found, *(("", words) for words in _notes(data))])


def _is_second(paragraph: Any) -> bool:  # noqa: ANN401 - an lxml element, which has no types
    """Whether a paragraph stands in the older form of a drawing, beside the newer one that says the same."""
    return any(around.tag == _OLDER_FORM for around in paragraph.iterancestors())


def _notes(data: bytes) -> list[str]:
    """The foot- and endnotes, behind the text; the lines that part them from it have a type of their own."""
    found = []
    for name in ("footnotes", "endnotes"):
        with suppress(UnreadableError):
            notes = part_of(data, f"word/{name}.xml").iter(f"{_WORD}{name[:-1]}")
            own = (note for note in notes if not note.get(_WORD + "type"))
            found += [_words_of_docx(one) for note in own for one in note.iter(_WORD + "p")]
    return found


def _style(paragraph: Any) -> str:  # noqa: ANN401 - an lxml element, which has no types
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return "" if style is None else style.get(_WORD + "val", "")


def _words_of_docx(paragraph: Any) -> str:  # noqa: ANN401 - the same
    """The words of a paragraph, without those of boxes that are anchored in it: they are paragraphs of their own."""
    parts = {_WORD + "tab": " ", _WORD + "br": "\n", _WORD + "cr": "\n", _WORD + "noBreakHyphen": "-"}
    boxed = {word for box in paragraph.iter(_WORD + "txbxContent") for word in box.iter()}
    own = (one for one in paragraph.iter() if one not in boxed)
    return "".join(one.text or "" if one.tag == _WORD + "t" else parts.get(one.tag, "") for one in own)


def _paragraphs_of_odt(data: bytes) -> LaidOut:
    tree = part_of(data, "content.xml")
    for changed in list(tree.iter(_ODF_TEXT + "tracked-changes")):
        changed.getparent().remove(changed)
    found = []
    for one in tree.iter(_ODF_TEXT + "p", _ODF_TEXT + "h"):
        style = one.get(_ODF_TEXT + "style-name", "")
        first = one.tag == _ODF_TEXT + "h" and one.get(_ODF_TEXT + "outline-level") == "1"
        found.append(("Title" if first else style, "".join(_words_of_odt(one))))
    return _titled(found)


docx_answered = partial(answer, reader=_paragraphs_of_docx)
odt_answered = partial(answer, reader=_paragraphs_of_odt)
"""What the process aside answers for a document of either kind."""


def _words_of_odt(element: Any) -> Iterator[str]:  # noqa: ANN401 - the same
    yield {_ODF_TEXT + "s": " ", _ODF_TEXT + "tab": " ", _ODF_TEXT + "line-break": "\n"}.get(element.tag, "")
    yield element.text or ""
    for child in element:
        if child.tag != _ODF_TEXT + "note":
            yield from _words_of_odt(child)
        yield child.tail or ""


def _titled(found: list[tuple[str, str]]) -> LaidOut:
    lines = [(style, " ".join(words.split()) if "\n" not in words else words.strip()) for style, words in found]
    lines = [(style, words) for style, words in lines if words]
    title = lines[0][1] if lines and _TITLE_STYLE.match(lines[0][0]) else None
    return LaidOut(title, [words for _, words in (lines[1:] if title else lines)])


def part_of(data: bytes, name: str) -> Any:  # noqa: ANN401 - an lxml element, which has no types
    """The tree of one part of an office document.

    Raises:
        UnreadableError: If it is missing, damaged or too large.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with zipfile.ZipFile(BytesIO(data)) as whole, whole.open(name) as part:
            text = part.read(_MOST_BYTES + 1)
        if len(text) > _MOST_BYTES:
            message = f"{name} unpacks to more than {_MOST_BYTES:,} bytes, and was not read"
            raise UnreadableError(message)
        if text.count(b"<") > _MOST_TAGS:
            message = f"{name} has more than {_MOST_TAGS:,} tags, and was not read"
            raise UnreadableError(message)
        return etree.fromstring(text, parser=parser)
    except (*ZIP_DAMAGE, KeyError, etree.LxmlError) as error:
        message = f"it is damaged: {str(error).strip(chr(39)).lower()}"
        raise UnreadableError(message) from error
