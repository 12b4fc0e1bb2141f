"""From a document's bytes to the articles in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from twosource.model import Gap, Raw
from twosource.read.decode import decode, tidy
from twosource.read.documents.detect import DocumentKind, document_kind
from twosource.read.documents.exports import Exported, documents_in
from twosource.read.documents.mail import Letter, letters_in, parts_of
from twosource.read.documents.office import UnreadableError, paragraphs_of_docx, paragraphs_of_odt, rows_of_xlsx
from twosource.read.documents.pdf import NoReaderError, paragraphs_of_pdf
from twosource.read.documents.text_table import rows_of_text
from twosource.read.found import Found
from twosource.read.kinds import kind_of
from twosource.read.raws import raw_of, replaced_gap
from twosource.read.tables import raw_of_row, raws_of_table

_DEEPEST: Final = 3  # mails inside mails
_MOST_GAPS: Final = 20


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """What a document that is laid out says: the words of its title, if it has one, and its paragraphs."""

    title: str | None
    lines: tuple[str, ...]


def articles_of_document(
    item: Found, kind: DocumentKind, columns: Mapping[str, str], depth: int = 0
) -> Iterator[Raw | Gap]:
    """The articles in a document, each with what the document says of it; else a gap that says why there is none.

    Args:
        item: Its bytes.
        kind: What ``document_kind`` calls them.
        columns: Where the user says that a table's field stands.
        depth: How many mails stand around it.
    """
    if kind in {"mail", "mailbox"}:
        yield from _of_mail(item, kind, columns, depth)
    elif kind in {"csv", "xlsx"}:
        yield from _of_table(item, kind, columns)
    elif kind == "export":
        yield from _of_text(item, _Paragraphs(None, tuple(decode(item)[0].split("\n"))))
    else:
        yield from _of_pages(item, kind)


_READERS: Final[Mapping[str, Callable[[bytes], tuple[str | None, list[str]]]]] = {
    "pdf": paragraphs_of_pdf,
    "docx": paragraphs_of_docx,
    "odt": paragraphs_of_odt,
}


def _of_pages(item: Found, kind: DocumentKind) -> Iterator[Raw | Gap]:
    try:
        title, lines = _READERS[kind](item.data)
    except NoReaderError as error:
        yield Gap(code="G103", where=item.name, detail=str(error))
        return
    except UnreadableError as error:
        yield Gap(code="G109", where=item.name, detail=str(error))
        return
    if not any(line.strip() for line in lines):
        what = "it has no text; its pages may be pictures" if kind == "pdf" else "it holds no text"
        yield Gap(code="G102", where=item.name, detail=what)
        return
    yield from _of_text(item, _Paragraphs(title, tuple(lines)))


def _of_text(item: Found, found: _Paragraphs) -> Iterator[Raw | Gap]:
    """The documents of a press database in a text, or the text as one article."""
    text, replaced = tidy("\n\n".join(found.lines))
    if replaced:
        yield replaced_gap(item.name, replaced)
    exported = documents_in([line for part in found.lines for line in part.split("\n")])
    for number, one in enumerate(exported, 1):
        yield _of_export(item, one, number)
    if not exported:
        yield _raw(item, text, title=found.title)


def _of_export(item: Found, one: Exported, number: int) -> Raw:
    text, _ = tidy("\n\n".join(one.lines))
    raw = _raw(item, text, title=one.title)
    return replace(raw, name=f"{item.name}#{number}", kind="record", outlet=one.outlet, published=one.published, byline=one.byline,
                   sha256=sha256(f"{one.title}\n{one.outlet}\n{one.published}\n{text}".encode()).hexdigest())  # fmt: skip


def _raw(item: Found, text: str, *, title: str | None) -> Raw:
    return Raw(
        name=item.name,
        kind="record" if title else "text",
        text=text,
        sha256=sha256(item.data).hexdigest(),
        path=item.path,
        url=item.url,
        title=title,
        archive=item.archive,
        position=item.position,
        read_at=item.read_at,
    )


def _of_table(item: Found, kind: DocumentKind, columns: Mapping[str, str]) -> Iterator[Raw | Gap]:
    try:
        rows = rows_of_xlsx(item.data) if kind == "xlsx" else rows_of_text(decode(item)[0])
    except UnreadableError as error:
        yield Gap(code="G109", where=item.name, detail=str(error))
        return
    count = gaps = 0
    for number, row in enumerate(rows, 1):
        count += 1
        found = raw_of_row(row, f"{item.name}#{number}", path=item.path, url=item.url, columns=columns)
        gaps += isinstance(found, Gap)
        if isinstance(found, Raw) or gaps <= _MOST_GAPS:
            yield found
    if gaps > _MOST_GAPS:
        yield Gap(code="G108", where=item.name, detail=f"{gaps - _MOST_GAPS:,} more rows are not articles")
    if not count:
        yield Gap(code="G102", where=item.name, detail="the table has no rows")


def _of_mail(item: Found, kind: DocumentKind, columns: Mapping[str, str], depth: int) -> Iterator[Raw | Gap]:
    letters = letters_in(item.data) if kind == "mailbox" else [item.data]
    for number, data in enumerate(letters, 1):
        name = f"{item.name}#{number}" if kind == "mailbox" else item.name
        yield from _of_letter(replace(item, name=name, data=data), columns, depth)


def _of_letter(item: Found, columns: Mapping[str, str], depth: int) -> Iterator[Raw | Gap]:
    """A mail's own text, then what is attached to it."""
    letter = parts_of(item.data)
    count = 0
    if letter.text.strip():
        count += 1
        yield _of_words(item, letter)
    for attached, data in letter.attached:
        for found in _attached(
            replace(item, name=f"{item.name}/{attached}", path=f"{item.name}/{attached}", data=data), columns, depth
        ):
            count += isinstance(found, Raw)
            yield found
    if not count:
        yield Gap(code="G102", where=item.name, detail="the mail has no text")


def _of_words(item: Found, letter: Letter) -> Raw:
    text, replaced = tidy(letter.text)
    page = letter.html and letter.saved
    return Raw(
        name=item.name,
        kind="html" if page else "record",
        text=text,
        html=letter.html,
        sha256=sha256(item.data).hexdigest(),
        path=item.path,
        url=letter.address or item.url,
        outlet=None if page else letter.outlet,
        title=letter.subject,
        published=letter.sent,
        replaced=replaced,
        archive=item.archive,
        position=item.position,
    )


def _attached(item: Found, columns: Mapping[str, str], depth: int) -> Iterator[Raw | Gap]:
    kind = document_kind(item)
    if kind and depth < _DEEPEST:
        yield from articles_of_document(item, kind, columns, depth + 1)
        return
    what, detail = kind_of(item)
    if what == "table":
        yield from raws_of_table(item, columns)
    elif what in {"html", "text"} and not kind:
        yield from raw_of(item, html=what == "html")
    else:
        yield Gap(code="G103", where=item.name, detail=detail or "it stands too deep inside other mails")
