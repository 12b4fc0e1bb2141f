"""From a document's bytes to the articles in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Final

from twosource.model import Gap, Raw
from twosource.read.columns import may_hold_text
from twosource.read.decode import decode, tidy
from twosource.read.documents.detect import DocumentKind, document_kind
from twosource.read.documents.export_forms import Exported
from twosource.read.documents.export_page import documents_on_page
from twosource.read.documents.exports import documents_in
from twosource.read.documents.mail import Letter, letters_in, parts_of
from twosource.read.documents.newsletter import Newsletter, newsletter_in
from twosource.read.documents.office import paragraphs_of_docx, paragraphs_of_odt
from twosource.read.documents.pdf import NoReaderError, paragraphs_of_pdf
from twosource.read.documents.read_aside import LaidOut, UnreadableError
from twosource.read.documents.sheets import sheets_in
from twosource.read.documents.text_table import rows_of_text
from twosource.read.found import Found
from twosource.read.kinds import kind_of
from twosource.read.raws import raw_from, raw_of, replaced_gap
from twosource.read.tables import raws_of_rows, raws_of_table

_DEEPEST: Final = 3  # mails inside mails


def articles_of(item: Found, columns: Mapping[str, str], depth: int = 0) -> Iterator[Raw | Gap]:
    """What one input holds that is neither archive nor feed: an article, several in a document, the rows of a table, or a gap.

    Args:
        item: Its bytes.
        columns: Where the user says that a table's field stands.
        depth: How many mails stand around it.
    """
    document = document_kind(item)
    kind, detail = kind_of(item)
    if document and depth <= _DEEPEST:
        yield from _of_document(item, document, columns, depth)
    elif document or kind in {"other", "feed"} or (depth and kind == "empty"):
        yield Gap(code="G103", where=item.name, detail=detail or "it stands too deep inside other mails")
    elif kind == "table":
        yield from raws_of_table(item, columns)
    elif kind == "empty":
        yield Gap(code="G102", where=item.name, detail=detail)
    else:
        yield from raw_of(item, html=kind == "html")


def _of_document(item: Found, kind: DocumentKind, columns: Mapping[str, str], depth: int) -> Iterator[Raw | Gap]:
    """The articles in a document, each with what the document says of it; else a gap that says why there is none."""
    try:
        if kind in _PAGES:
            yield from _of_pages(item, _PAGES[kind](item.data), kind)
        else:
            yield from _PARTS[kind](item, columns, depth)
    except NoReaderError as error:
        yield Gap(code="G103", where=item.name, detail=str(error))
    except UnreadableError as error:
        yield Gap(code="G109", where=item.name, detail=str(error))


def _of_pages(item: Found, found: LaidOut, kind: DocumentKind) -> Iterator[Raw | Gap]:
    if any(line.strip() for line in found.lines):
        yield from _of_text(item, found)
    else:
        what = "it has no text; its pages may be pictures" if kind == "pdf" else "it holds no text"
        yield Gap(code="G102", where=item.name, detail=what)


def _of_text(item: Found, found: LaidOut) -> Iterator[Raw | Gap]:
    """The documents of a press database in a text, or the text as one article."""
    text, replaced = tidy("\n\n".join(found.lines))
    if replaced:
        yield replaced_gap(item.name, replaced)
    exported = documents_in([line for part in found.lines for line in part.split("\n")])
    for number, one in enumerate(exported, 1):
        yield _of_export(item, one, number)
    if not exported:
        yield _raw(item, text, title=found.title)


def _of_exported_text(item: Found, _columns: Mapping[str, str], _depth: int) -> Iterator[Raw | Gap]:
    yield from _of_text(item, LaidOut(None, decode(item)[0].split("\n")))


def _of_export_page(item: Found, _columns: Mapping[str, str], _depth: int) -> Iterator[Raw | Gap]:
    documents = documents_on_page(decode(item)[0])
    for number, one in enumerate(documents, 1):
        if one.lines:
            yield _of_export(item, one, number)
        else:
            yield Gap(code="G201", where=f"{item.name}#{number}", detail="the document has no text")
    if not documents:
        yield from raw_of(item, html=True)


def _of_export(item: Found, one: Exported, number: int) -> Raw:
    text, _ = tidy("\n\n".join(one.lines))
    raw = _raw(item, text, title=one.title)
    return replace(raw, name=f"{item.name}#{number}", kind="record", outlet=one.outlet, published=one.published, byline=one.byline,
                   sha256=sha256(f"{one.title}\n{one.outlet}\n{one.published}\n{text}".encode()).hexdigest())  # fmt: skip


def _raw(item: Found, text: str, *, title: str | None) -> Raw:
    return replace(raw_from(item, text, "record" if title else "text"), title=title)


def _of_workbook(item: Found, columns: Mapping[str, str], _depth: int) -> Iterator[Raw | Gap]:
    """The rows of each sheet; a sheet without a column of text is one gap, and costs the others nothing."""
    sheets = [sheet for sheet in sheets_in(item.data) if sheet.columns]
    for sheet in sheets:
        name = f"#{sheet.name}/" if len(sheets) > 1 else "#"
        if may_hold_text(sheet.columns, columns):
            yield from _of_rows(item, sheet.rows, name, columns)
        else:
            detail = f"the sheet {sheet.name!r} has no column of text; it has {', '.join(sheet.columns[:8])}"
            yield Gap(code="G108", where=item.name, detail=detail)
    if not sheets:
        yield Gap(code="G102", where=item.name, detail="the table has no rows")


def _of_text_table(item: Found, columns: Mapping[str, str], _depth: int) -> Iterator[Raw | Gap]:
    yield from _of_rows(item, rows_of_text(decode(item)[0]), "#", columns)


def _of_rows(item: Found, rows: Iterable[object], name: str, columns: Mapping[str, str]) -> Iterator[Raw | Gap]:
    yield from raws_of_rows(item, ((f"{name}{number}", row) for number, row in enumerate(rows, 1)), columns)


def _of_mailbox(item: Found, columns: Mapping[str, str], depth: int) -> Iterator[Raw | Gap]:
    for number, data in enumerate(letters_in(item.data), 1):
        yield from _of_letter(replace(item, name=f"{item.name}#{number}", data=data), columns, depth)


def _of_letter(item: Found, columns: Mapping[str, str], depth: int) -> Iterator[Raw | Gap]:
    """A mail's own text, then what is attached to it."""
    letter = parts_of(item.data)
    newsletter = newsletter_in(letter.text) if letter.html and not letter.saved else None
    count = 0
    if newsletter:
        count += len(newsletter.stories)
        yield from _of_newsletter(item, letter, newsletter)
    elif letter.text.strip():
        count += 1
        yield _of_words(item, letter)
    for attached, data in letter.attached:
        name = f"{item.name}/{attached}"
        for found in articles_of(replace(item, name=name, path=name, data=data), columns, depth + 1):
            count += isinstance(found, Raw)
            yield found
    if not count:
        yield Gap(code="G102", where=item.name, detail="the mail has no text")


def _of_newsletter(item: Found, letter: Letter, newsletter: Newsletter) -> Iterator[Raw | Gap]:
    """Each story as an article of the sender's, and in one gap the lines that belong to none."""
    for number, told in enumerate(newsletter.stories, 1):
        text, _ = tidy("\n\n".join(told.lines))
        raw = _raw(item, text, title=tidy(told.title)[0])
        said = f"{told.title}\n{letter.sender}\n{letter.sent}\n{text}"
        own = told.address if letter.sender and letter.sender in (told.address or "") else None
        yield replace(raw, name=f"{item.name}#{number}", outlet=letter.sender, url=own, published=letter.sent,
                      sha256=sha256(said.encode("utf-8", "replace")).hexdigest())  # fmt: skip
    if newsletter.others:
        first = newsletter.others[0][:60]
        detail = f"{len(newsletter.others)} lines of the newsletter belong to none of its {len(newsletter.stories)} stories: {first!r} …"
        yield Gap(code="G108", where=item.name, detail=detail)


def _of_words(item: Found, letter: Letter) -> Raw:
    text, replaced = tidy(letter.text)
    page = letter.html and letter.saved
    return replace(
        raw_from(item, text, "html" if page else "record"),
        html=letter.html,
        url=letter.address or item.url,
        outlet=None if page else letter.outlet,
        title=letter.subject,
        published=letter.sent,
        replaced=replaced,
    )


_PAGES: Final[Mapping[DocumentKind, Callable[[bytes], LaidOut]]] = {
    "pdf": paragraphs_of_pdf,
    "docx": paragraphs_of_docx,
    "odt": paragraphs_of_odt,
}
"""What lays out the paragraphs of a document that is a text."""
_PARTS: Final[Mapping[DocumentKind, Callable[[Found, Mapping[str, str], int], Iterator[Raw | Gap]]]] = {
    "mail": _of_letter,
    "mailbox": _of_mailbox,
    "xlsx": _of_workbook,
    "csv": _of_text_table,
    "export": _of_exported_text,
    "export page": _of_export_page,
}
"""What finds the articles in a document that holds several: given its bytes, the user's columns, and the mails around it."""
