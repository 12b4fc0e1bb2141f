"""Tables of articles as text: CSV and TSV, with whatever stands between the columns."""

import csv
from collections.abc import Iterator
from typing import Final

from twosource.read.columns import NAMES, known_name
from twosource.read.documents.read_aside import UnreadableError

_BETWEEN: Final = ("\t", ",", ";", "|")
_LONGEST_FIELD: Final = 8_000_000
_KNOWN: Final = frozenset(name.casefold() for names in NAMES.values() for name in names)


def rows_of_text(text: str) -> Iterator[dict[str, str]]:
    r"""The rows, as objects of the names in the first line; columns known by a name in small letters get it so.

    Raises:
        UnreadableError: If a field is longer than any text may be.

    Example:
        >>> list(rows_of_text('Title;Text\n"A; b";C\n'))
        [{'title': 'A; b', 'text': 'C'}]
    """
    first = text.lstrip("\ufeff\n").partition("\n")[0]
    between = max(_BETWEEN, key=lambda mark: (len(_known(first, mark)), first.count(mark)))
    csv.field_size_limit(_LONGEST_FIELD)
    lines = csv.reader(text.lstrip("\ufeff").splitlines(keepends=True), delimiter=between)
    return _rows(lines)


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
