"""Documents made for the tests of this room: office files and PDF, from a few invented lines."""

import zipfile
from io import BytesIO

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def docx(*paragraphs: tuple[str, str], notes: tuple[str, ...] = ()) -> bytes:
    """A DOCX of paragraphs with their styles, and of footnotes."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in paragraphs
    )
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
        if notes:
            line = '<w:footnote w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
            lines = "".join(f"<w:footnote><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>" for words in notes)
            archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{_WORD}">{line}{lines}</w:footnotes>')
    return whole.getvalue()


def odt(title: str, *paragraphs: str) -> bytes:
    """An ODT of a heading and paragraphs."""
    body = f'<text:h text:outline-level="1">{title}</text:h>' + "".join(
        f"<text:p>{words}</text:p>" for words in paragraphs
    )
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", f'<office:document xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}">{body}</office:document>'
        )
    return whole.getvalue()


def xlsx(*rows: tuple[str, ...], **more: tuple[tuple[str, ...], ...]) -> bytes:
    """An XLSX whose words stand in its cells: one sheet, or one more for each name."""
    sheets = {"Sheet1": rows} if not more else {**({"Sheet1": rows} if rows else {}), **more}
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for number, lines in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", _sheet(lines))
        if more:
            named = "".join(f'<sheet name="{name}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
            archive.writestr(
                "xl/workbook.xml",
                f'<workbook xmlns="{_SHEET}" xmlns:r="{_RELATIONS}"><sheets>{named}</sheets></workbook>',
            )
            targets = "".join(
                f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1)
            )
            archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{targets}</Relationships>")
    return whole.getvalue()


def _sheet(rows: tuple[tuple[str, ...], ...]) -> str:
    cells = (
        "".join(f'<c r="{"ABCDE"[i]}{n}" t="inlineStr"><is><t>{value}</t></is></c>' for i, value in enumerate(row))
        for n, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{_SHEET}"><sheetData>{"".join(f"<row>{one}</row>" for one in cells)}</sheetData></worksheet>'


def ods(**sheets: tuple[tuple[str, ...], ...]) -> bytes:
    """An ODS of named sheets whose words stand in its cells; an empty word is a cell that is only counted."""
    tables = ""
    for name, rows in sheets.items():
        lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
        tables += f'<table:table table:name="{name}">{lines}</table:table>'
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" xmlns:text="{_TEXT}">{tables}</office:document>',
        )
    return whole.getvalue()


def _ods_cell(words: str) -> str:
    return (
        f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"
        if words
        else '<table:table-cell table:number-columns-repeated="1"/>'
    )


def pdf(*pages: list[tuple[int, int, int, str]]) -> bytes:
    """A PDF of pages, each of lines: left, bottom, size and words, in points from the lower left corner of A4."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F1 {size} Tf {left} {bottom} Td ({words}) Tj ET\n" for left, bottom, size, words in lines)
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    whole = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        whole
        + f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(whole)}\n%%EOF".encode()
    )
