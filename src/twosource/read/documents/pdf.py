"""The paragraphs of a PDF in the order in which they are read: columns, hyphens at line ends, running heads."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from statistics import median
from typing import Any, Final

from twosource.read.documents.read_aside import LaidOut, UnreadableError, answer, read_aside

_MOST_PAGES: Final = 400
_EDGE: Final = 0.1  # of a page's height, above and below, where running heads and page numbers stand
_TITLE_SIZE: Final = 1.25  # times the size of the running text
_SHORT_LINE: Final = 0.85  # of a column's width: behind such a line that ends a sentence a paragraph ends
_INDENT: Final = 0.8  # of the size of its letters, by which a line that begins a paragraph is moved in
_GAP: Final = 0.9  # of a line's height between two lines, by which a paragraph ends
_HYPHENED: Final = re.compile("[^\\W\\d_][-\u00ad‐]$")
_DIGITS: Final = re.compile(r"\d+")
_ENDS: Final = tuple('.!?:…"”»’)。！？')


class NoReaderError(Exception):
    """What reads PDF is not installed; the message says how to have it."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on a page: its words, the size of its letters, its sides, and whether it begins a column's block."""

    text: str
    size: float
    left: float
    right: float
    bottom: float
    top: float
    first: bool
    edge: bool
    width: float


def paragraphs_of_pdf(data: bytes) -> LaidOut:
    """Title, told by the size of its letters on the first page, and paragraphs; read in a process that may die.

    Running heads, page numbers and feet, which stand at the edge of two pages or more, are left out.

    Raises:
        NoReaderError: If the library that reads PDF is not installed.
        UnreadableError: If it is damaged or closed by a password, or ended the process.
    """
    if find_spec("pdfminer") is None:
        message = "a PDF document; to read those, install twosource[documents]"
        raise NoReaderError(message)
    return read_aside(__name__, "answered", data, LaidOut, _paragraphs)


def warm() -> None:
    """Load whatever the reading needs."""
    import pdfminer.high_level  # noqa: F401, PLC0415 - an extra, only where a PDF is read


def _paragraphs(data: bytes) -> LaidOut:
    pages = [list(page) for page in _pages(data)]
    lines = _without_heads(pages)
    if not lines:
        return LaidOut(None, [])
    size = median(line.size for line in lines for _ in line.text)
    title = _title(pages[0], size)
    names = {line.text for line in title}
    text = [line for line in lines if line.text not in names or line.size < _TITLE_SIZE * size]
    return LaidOut(" ".join(line.text for line in title) or None, _joined(text))


answered = partial(answer, reader=_paragraphs)
"""What the process aside answers for a document."""


def _without_heads(pages: Sequence[Sequence[_Line]]) -> list[_Line]:
    """The lines of all pages but running heads, feet and numbers at their edges."""
    heads = Counter(key for page in pages for key in {_key(line) for line in page if line.edge})
    heads.update(dict.fromkeys((key for key in heads if not key.strip("# -–—|/")), 1))
    return [line for page in pages for line in page if not line.edge or heads[_key(line)] == 1]


def _pages(data: bytes) -> Iterator[Iterator[_Line]]:
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 - an extra, only where a PDF is read
    from pdfminer.layout import LAParams  # noqa: PLC0415 - the same

    # What it says of damage goes to nobody's screen: it holds words of the document.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        for page in extract_pages(BytesIO(data), maxpages=_MOST_PAGES, laparams=LAParams(boxes_flow=0.5)):
            yield _lines(page)
    except Exception as error:
        message = f"it is damaged or closed: {str(error).lower() or type(error).__name__}"
        raise UnreadableError(message) from error


def _lines(page: Any) -> Iterator[_Line]:  # noqa: ANN401 - the library has no types
    from pdfminer.layout import LTChar, LTTextBox  # noqa: PLC0415 - as above

    boxes: list[Any] = [one for one in page if isinstance(one, LTTextBox)]
    for box in boxes:
        first = True
        for line in box:
            text = " ".join(line.get_text().split())
            if text:
                size = median([char.size for char in line if isinstance(char, LTChar)] or [line.height])
                edge = line.y0 > page.height * (1 - _EDGE) or line.y1 < page.height * _EDGE
                yield _Line(text, size, line.x0, line.x1, line.y0, line.y1, first, edge, box.width)
                first = False


def _key(line: _Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _title(page: Sequence[_Line], size: float) -> list[_Line]:
    """The lines with the largest letters on a page, where they are larger than the text's and stand together."""
    largest = max((line.size for line in page if not line.edge or line.size > _TITLE_SIZE * size), default=0.0)
    if largest < _TITLE_SIZE * size:
        return []
    return [line for line in page if abs(line.size - largest) < 1]


def _joined(lines: Sequence[_Line]) -> list[str]:
    """The lines put together to paragraphs, also over the ends of columns and pages."""
    paragraphs: list[str] = []
    before: _Line | None = None
    for line in lines:
        if before is None or _begins(line, before, paragraphs[-1]):
            paragraphs.append(line.text)
        elif line.text[:1].islower() and _HYPHENED.search(paragraphs[-1]):
            paragraphs[-1] = paragraphs[-1][:-1] + line.text
        else:
            paragraphs[-1] = f"{paragraphs[-1]} {line.text}"
        before = line
    return paragraphs


def _begins(line: _Line, before: _Line, so_far: str) -> bool:
    """Whether a line begins a paragraph."""
    if abs(line.size - before.size) > 1:
        return True
    ended = so_far.endswith(_ENDS)
    if line.first:
        # A new block: the next column, the next page, or the next paragraph.
        return ended or not (line.text[:1].islower() or so_far.endswith("-"))
    apart = before.bottom - line.top > _GAP * (line.top - line.bottom)
    indented = line.left - before.left > _INDENT * line.size
    return apart or (ended and (indented or before.right - before.left < _SHORT_LINE * before.width))
