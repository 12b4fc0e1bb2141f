"""Days and times as a reader is told them, one form for every sentence that names one."""

import re
from typing import Final

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STAMP: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}))?)?)?")


def when(stamp: str | None) -> str:
    """An ISO day or time for a reader. What is not ISO comes back as it is; "" for None.

    Example:
        >>> when("2031-03-12T06:10"), when("2031-03-12"), when("2031-03"), when("soon")
        ('12 Mar 2031, 06:10', '12 Mar 2031', 'Mar 2031', 'soon')
    """
    found = _STAMP.match(stamp or "")
    if not found:
        return stamp or ""
    year, month, day, clock = found.groups()
    named = _MONTHS[int(month) - 1] if month and 1 <= int(month) <= len(_MONTHS) else month
    words = " ".join(str(part) for part in (day and int(day), named, year) if part)
    return f"{words}, {clock}" if clock else words
