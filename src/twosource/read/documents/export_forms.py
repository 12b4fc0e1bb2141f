"""The forms in which press databases write a document as text, each as a rule that reads it.

The words here are those of the databases' forms, not of their articles.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

_BODY: Final = re.compile(r"Body\s*$")
_FIELD: Final = re.compile(r"(?P<name>Byline|Section|Length|Dateline|Highlight|Copyright|Graphic|Load-Date|Correction-Date|Classification|Language|Publication-Type|"
                           r"Subject|Industry|Geographic|Person|Company|Organization|Journal Code|Link to (?:Image|PDF)|Notes?)(?::\s*(?P<value>.*)|\s*)$")  # fmt: skip
_BEHIND_BODY: Final = frozenset(
    {"Load-Date", "Classification", "Graphic", "Language", "Publication-Type", "Subject", "Correction-Date"}
)
_CAPITAL_FIELD: Final = re.compile(r"(?P<name>[A-Z][A-Z-]{2,20}): ?(?P<value>.*)$")
_CAPITAL_HEAD: Final = frozenset({"BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT", "SERIES", "COLUMN"})
_CAPITAL_TAIL: Final = frozenset(
    {"LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "GRAPHIC", "CORRECTION-DATE", "DOCUMENT-TYPE", "URL", "CORRECTION",
     "SUBJECT", "GEOGRAPHIC", "PERSON", "COMPANY", "ORGANIZATION", "INDUSTRY", "STATE", "CITY", "COUNTRY", "NOTES", "JOURNAL-CODE"}
)  # fmt: skip
_CODED: Final = re.compile(r"(?P<code>HD|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|CR|CLM|SE|RF|ART|VOL)(?:\s+(?P<value>.*))?$")  # fmt: skip
_CODES_OF_TEXT: Final = ("LP", "TD")
_WORDS: Final = re.compile(r"\d[\d,. ]{0,6}\s(?:words|mots|Wörter|palabras|parole|palavras|woorden|ord)\s*$")
_RIGHTS: Final = re.compile(r"(?:Copyright|\(c\)|©)|.{0,80}\bAll Rights Reserved\.?$", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d")
_CODE: Final = re.compile(r"[A-Z0-9]{2,8}$")
_BY: Final = re.compile(r"(?:By|Von|Par|Por)\s+(?P<names>.+)$")
_NUMBER: Final = re.compile(r"(?:news|web)·(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)·")
_NAME: Final = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’-]*(?:[ ,]+(?:et|and|de|van|von|[^\W\d_a-zß-ÿ][\w.'’-]*)){1,6}$")
_SMALL_PRINT: Final = re.compile(r"(?:©|\(c\)|Tous droits réservés|Le présent document est protégé|Certificat émis|All rights reserved|This document is protected|"
                                 r"Cet article est paru dans|Visualiser l['’]article|Illustration\(s\)|Note\(s\) ?:)", re.IGNORECASE)  # fmt: skip
_ISSUE: Final = re.compile(r"\s*(?:,? (?:no\.?|n°|nº) ?\d+.*|\((?:site web|website|sitio web|web)[^)]*\).*|\s-\s.*)$", re.IGNORECASE)  # fmt: skip
_MOST_HEAD: Final = 8  # lines before a title
_MOST_DAY_WORDS: Final = 7  # "Tuesday, March 4, 2031 12:00 AM GMT"
_FEWEST_CODES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One article of an export: what its form states, and the lines of its text."""

    title: str | None
    outlet: str | None
    published: str | None
    byline: tuple[str, ...] = ()
    lines: tuple[str, ...]


def outlet_of(line: str) -> str:
    """An outlet's name without issue, edition and "(site web)".

    Example:
        >>> outlet_of("Le Fanal, no. 2317"), outlet_of("Le Fanal (site web)")
        ('Le Fanal', 'Le Fanal')
    """
    return _ISSUE.sub("", line).strip() or line


def day_of_number(line: str) -> str | None:
    """The day in the number of a document ("news·20310304·FA·0021"), as ISO 8601."""
    found = _NUMBER.search(line)
    return f"{found['year']}-{found['month']}-{found['day']}" if found else None


def _by_codes(part: Sequence[str], _: str) -> Exported | None:
    """Factiva with its field codes: each field begins with two or three capitals."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in part:
        found = _CODED.match(line)
        if found and found["code"] not in fields:
            code = found["code"]
            fields[code] = [found["value"]] if found["value"] else []
        elif code:
            fields[code].append(line)
    if len(fields) < _FEWEST_CODES or "HD" not in fields or not fields.keys() & set(_CODES_OF_TEXT):
        return None
    first = {name: lines[0] for name, lines in fields.items() if lines}
    return Exported(
        title=" ".join(fields["HD"]) or None,
        outlet=first.get("SN"),
        published=" ".join(filter(None, (first.get("PD"), first.get("ET")))) or None,
        byline=(first["BY"],) if "BY" in first else (),
        lines=tuple(line for name in _CODES_OF_TEXT for line in fields.get(name, ())),
    )


def _first(lines: Sequence[str], is_wanted: Callable[[str], object], *, start: int = 0) -> int | None:
    """The number of the first line of a kind, from a line on; None where there is none."""
    return next((i for i, line in enumerate(lines[start:], start) if is_wanted(line)), None)


def _by_body(part: Sequence[str], _: str) -> Exported | None:
    """Nexis: a line of its own says that the body follows."""
    at = _first(part, _BODY.match)
    if at is None:
        return None
    head = part[:at]
    fields = {field["name"]: field["value"] for line in head if (field := _FIELD.match(line)) and field["value"]}
    plain = [line for line in head if not _FIELD.match(line) and not _RIGHTS.match(line)]
    dated = _first(plain, _is_day, start=1)
    return Exported(
        title=plain[0] if plain else None,
        outlet=plain[dated - 1] if dated is not None and dated > 1 else None,
        published=plain[dated] if dated is not None else None,
        byline=(fields["Byline"],) if "Byline" in fields else (),
        lines=tuple(_until_field(part[at + 1 :])),
    )


def _is_day(line: str) -> bool:
    return bool(_YEAR.search(line)) and len(line.split()) <= _MOST_DAY_WORDS


def _until_field(lines: Sequence[str]) -> Sequence[str]:
    """The lines before the first field that stands behind a body."""
    fields = (i for i, line in enumerate(lines) if (field := _FIELD.match(line)) and field["name"] in _BEHIND_BODY)
    return lines[: next(fields, len(lines))]


def _by_capital_fields(part: Sequence[str], _: str) -> Exported | None:
    """Nexis's older form: outlet and day, the title, fields in capitals of which the length is one, the text."""
    fields = {i: found for i, line in enumerate(part) if (found := _CAPITAL_FIELD.match(line))}
    heads = [i for i, field in fields.items() if field["name"] in _CAPITAL_HEAD]
    if not any(fields[i]["name"] == "LENGTH" for i in heads):
        return None
    first = heads[0]
    behind = max(i for i in heads if i <= first + _MOST_HEAD) + 1
    end = next((i for i, field in fields.items() if i >= behind and field["name"] in _CAPITAL_TAIL), len(part))
    head = _without_rights(part[:first])
    dated = _first(head, _is_day)
    if dated is None:
        return None
    return Exported(
        title=head[-1] if len(head) > dated + 1 else None,
        outlet=head[dated - 1] if dated else None,
        published=head[dated],
        byline=tuple(fields[i]["value"] for i in heads if i < behind and fields[i]["name"] == "BYLINE"),
        lines=tuple(_without_rights(part[behind:end])),
    )


def _without_rights(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not _RIGHTS.match(line)]


def _by_words(part: Sequence[str], _: str) -> Exported | None:
    """Factiva without codes: the number of words stands before day, outlet and rights."""
    at = _first(part, _WORDS.match)
    before, behind = part[: at or 0], part[(at or 0) + 1 :]
    rights = _first(behind[:10], _RIGHTS.match)
    if not before or rights is None:
        return None
    head = behind[:rights]
    dated = _first(head, _YEAR.search)
    named = [] if dated is None else [one for one in head[dated + 1 :] if not (_CLOCK.match(one) or _CODE.match(one))]
    by = next((found["names"] for line in before[1:] if (found := _BY.match(line))), None)
    return Exported(
        title=before[0],
        outlet=named[0] if named else None,
        published=None if dated is None else head[dated],
        byline=(by,) if by else (),
        lines=tuple(behind[rights + 1 :]),
    )


def _by_number(part: Sequence[str], last: str) -> Exported | None:
    """Europresse: outlet, a line with the day, the title, maybe the author, the text, small print, the number with the day."""
    day = day_of_number(last)
    dated = _first(part[:_MOST_HEAD], _YEAR.search, start=1)
    if day is None or dated is None or len(part) <= dated + 1:
        return None
    behind = part[dated + 2 :]
    named = bool(behind) and bool(_NAME.match(behind[0]))
    end = _first(behind, _SMALL_PRINT.match)
    return Exported(
        title=part[dated + 1],
        outlet=outlet_of(part[0]),
        published=day,
        byline=(behind[0],) if named else (),
        lines=tuple(behind[int(named) : end]),
    )


Form = Callable[[Sequence[str], str], Exported | None]
FORMS: Final[Sequence[Form]] = (_by_codes, _by_body, _by_capital_fields, _by_words, _by_number)
"""The lines of a document, and the line that ended it or nothing, to what stands there; None where it has another form."""
