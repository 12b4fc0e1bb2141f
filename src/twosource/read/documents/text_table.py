"""Tables of articles as text: CSV and TSV, with whatever stands between the columns."""

import csv
from collections.abc import Iterator
from typing import Final

from twosource.read.columns import NAMES, known_name, may_hold_text
from twosource.read.documents.read_aside import UnreadableError

_BETWEEN: Final = ("\t", ",", ";", "|")
_MOST_ABOVE: Final = 20
_LONGEST_FIELD: Final = 8_000_000
_KNOWN: Final = frozenset(name.casefold() for names in NAMES.values() for name in names)


def rows_of_text(text: str) -> Iterator[dict[str, str]]:
    r"""The rows, as objects of the names in the first line that has one for a text, or else in the first; columns known by a name in small letters get it so.

    Raises:
        UnreadableError: If a field is longer than any text may be.

    Example:
        >>> list(rows_of_text('Title;Text\n"A; b";C\n'))
        [{'title': 'A; b', 'text': 'C'}]
    """
    lines = text.lstrip("\ufeff\n").splitlines(keepends=True)
    # What an export says of itself stands above its table.
    at = next(
        (row for row, line in enumerate(lines[:_MOST_ABOVE]) if any(_holds_text(line, mark) for mark in _BETWEEN)), 0
    )
    first = lines[at] if lines else ""
    between = max(_BETWEEN, key=lambda mark: (len(_known(first, mark)), first.count(mark)))
    csv.field_size_limit(_LONGEST_FIELD)
    return _rows(csv.reader(lines[at:], delimiter=between))


def _holds_text(line: str, mark: str) -> bool:
    """Whether a line has several columns, and one of them a name under which articles have their text."""
    names = [known_name(name.strip(' "\r\n')) for name in line.split(mark)]
    return len(names) > 1 and may_hold_text(names, {})


def _known(line: str, mark: str) -> set[str]:
    return {name.strip(' "').casefold() for name in line.split(mark)} & _KNOWN


def _rows(lines: "Iterator[list[str]]") -> Iterator[dict[str, str]]:
    try:
        names = [known_name(one) for one in next(lines, [])]
        for line in lines:
            if any(field.strip() for field in line):
                yield {name: field for name, field in zip(names, line, strict=False) if name and field}
    except csv.Error as error:
        raise UnreadableError(str(error)) from error
