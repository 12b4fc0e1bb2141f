"""Text exports of press databases: many articles in one file, each between marks that its database sets."""

import re
from collections.abc import Sequence
from typing import Final

from twosource.read.documents.export_forms import FORMS, Exported

# What ends a document: Nexis's line, Factiva's and Europresse's numbers.
_ENDS: Final = r"End of Document|(?:AN\s+)?Document [A-Z]{2,8}0{2,}\w{12,30}|(?:[^\s:]{1,12}[ :]{1,3}){0,4}(?:news|web)·\d{8}·\w{1,12}·[\w-]{1,40}"
_END: Final = re.compile(rf"(?:{_ENDS})\s*$")
_END_BYTES: Final = re.compile(rf"(?m)^[ \t]*(?:{_ENDS})[ \t]*\r?$".encode())
# What begins one, in exports of Nexis's older form.
_COUNT: Final = re.compile(r"\d{1,5} of \d{1,5} DOCUMENTS?\s*$")
_COUNT_BYTES: Final = re.compile(rb"(?m)^[ \t]*\d{1,5} of \d{1,5} DOCUMENTS?[ \t]*\r?$")


def is_export(data: bytes) -> bool:
    """Whether a text has a mark by which a press database tells one document from the next."""
    return bool(_END_BYTES.search(data) or _COUNT_BYTES.search(data))


def documents_in(lines: Sequence[str]) -> list[Exported]:
    """The documents in the lines of an export; none where no line ends or begins one.

    What stands behind the last mark is a document too, if it has the form of one: exports are cut off.
    """
    parts = _parts(lines)
    return [one for part in parts if (one := _read(part))] if len(parts) > 1 else []


def _parts(lines: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for line in filter(None, map(str.strip, lines)):
        if _END.match(line):
            parts[-1].append(line)
            parts.append([])
        elif _COUNT.match(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _read(part: Sequence[str]) -> Exported | None:
    """A document by the first of the forms that it has."""
    last = part[-1] if part and _END.match(part[-1]) else None
    lines = part[:-1] if last else part
    return next((found for form in FORMS if (found := form(lines, last or "")) and found.lines), None)
