"""Text exports of press databases: many articles in one file, each between marks that its database sets.

The words here are those of the databases' forms, not of their articles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_END: Final = re.compile(r"(?:End of Document|Document [A-Z]{2,8}0{2,}\w{12,30})\s*$")
_END_BYTES: Final = re.compile(rb"(?m)^[ \t]*(?:End of Document|Document [A-Z]{2,8}0{2,}\w{12,30})[ \t]*\r?$")
_COUNT: Final = re.compile(r"\d{1,5} of \d{1,5} DOCUMENTS?\s*$")
_BODY: Final = re.compile(r"Body\s*$")
_FIELD: Final = re.compile(r"(?P<name>Byline|Section|Length|Dateline|Highlight|Copyright|Graphic|Load-Date|Correction-Date|Classification|Language|Publication-Type|"
                           r"Subject|Industry|Geographic|Person|Company|Organization|Journal Code|Section|Link to (?:Image|PDF)|Notes?)(?::\s*(?P<value>.*)|\s*)$")  # fmt: skip
_BEHIND_BODY: Final = frozenset(
    {"Load-Date", "Classification", "Graphic", "Language", "Publication-Type", "Subject", "Correction-Date"}
)
_WORDS: Final = re.compile(r"\d[\d,. ]{0,6}\s(?:words|mots|Wörter|palabras|parole|palavras|woorden|ord)\s*$")
_RIGHTS: Final = re.compile(r"(?:Copyright|\(c\)|©)", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d")
_CODE: Final = re.compile(r"[A-Z0-9]{2,8}$")
_BY: Final = re.compile(r"(?:By|Von|Par|Por)\s+(?P<names>.+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One article of an export: what its form states, and the lines of its text."""

    title: str | None
    outlet: str | None
    published: str | None
    byline: tuple[str, ...]
    lines: tuple[str, ...]


def is_export(data: bytes) -> bool:
    """Whether a text has the mark with which a press database ends a document."""
    return bool(_END_BYTES.search(data))


def documents_in(lines: Sequence[str]) -> list[Exported]:
    """The documents in the lines of an export; none where no line ends one.

    What stands behind the last mark is a document too, if it has a body: exports are cut off.
    """
    parts: list[list[str]] = [[]]
    marked = False
    for line in lines:
        stripped = line.strip()
        if _END.match(stripped):
            marked = True
            parts.append([])
        elif stripped and not _COUNT.match(stripped):
            parts[-1].append(stripped)
    if not marked:
        return []
    found = [
        _by_words(part) if any(map(_WORDS.match, part)) and not any(map(_BODY.match, part)) else _by_body(part)
        for part in parts
    ]
    return [one for one in found if one and one.lines]


def _by_body(part: Sequence[str]) -> Exported | None:
    """The form in which a line says that the body follows."""
    at = next((i for i, line in enumerate(part) if _BODY.match(line)), None)
    if at is None:
        return None
    head, rest = part[:at], part[at + 1 :]
    end = next(
        (i for i, line in enumerate(rest) if (field := _FIELD.match(line)) and field["name"] in _BEHIND_BODY), len(rest)
    )
    fields = {field["name"]: field["value"] for line in head if (field := _FIELD.match(line)) and field["value"]}
    plain = [line for line in head if not _FIELD.match(line) and not _RIGHTS.match(line)]
    dated = next(
        (
            i
            for i, line in enumerate(plain)
            if i
            and _YEAR.search(line)
            and len(line.split()) <= len(["Tuesday,", "March", "4,", "2031", "12:00", "AM", "GMT"])
        ),
        None,
    )
    outlet = plain[dated - 1] if dated is not None and dated > 1 else None
    names = fields.get("Byline", "")
    return Exported(
        title=plain[0] if plain else None,
        outlet=outlet,
        published=plain[dated] if dated is not None else None,
        byline=(names,) if names else (),
        lines=tuple(rest[:end]),
    )


def _by_words(part: Sequence[str]) -> Exported | None:
    """The form in which the number of words stands before day, outlet and rights."""
    at = next(i for i, line in enumerate(part) if _WORDS.match(line))
    before, behind = part[:at], part[at + 1 :]
    rights = next((i for i, line in enumerate(behind[:10]) if _RIGHTS.match(line)), None)
    if not before or rights is None:
        return None
    head = behind[:rights]
    dated = next((i for i, line in enumerate(head) if _YEAR.search(line)), None)
    named = (
        [line for line in head[(dated or 0) + 1 :] if not _CLOCK.match(line) and not _CODE.match(line)]
        if dated is not None
        else []
    )
    by = next((found["names"] for line in before[1:] if (found := _BY.match(line))), None)
    return Exported(
        title=before[0],
        outlet=named[0] if named else None,
        published=head[dated] if dated is not None else None,
        byline=(by,) if by else (),
        lines=tuple(behind[rights + 1 :]),
    )
