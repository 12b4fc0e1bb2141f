"""Stated times that lie ahead of when an article was read: what is published cannot.

Cleaning has no clock. When an article was read is told by what came with it: the archive that fetched it, the note of the
program that saved the page, the address of a web archive. Without those a time is held against the others that are stated.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from twosource.clean.dates import iso_of
from twosource.clean.wording import markup
from twosource.model import Candidate, Raw

TIMES: Final = frozenset({"published", "updated"})
_ZONES: Final = timedelta(days=2)
# Behind all else that is stated: no article is changed so late, and no date is mistaken by so much.
_AGES: Final = timedelta(days=20 * 366)
_HEAD: Final = 4_000  # characters of a page in which a program says that it saved it


class Timed(NamedTuple):
    """A reading of a time, and the time as ISO 8601."""

    said: Candidate
    iso: str


def seen_on(raw: Raw) -> date | None:
    """The day on which an input was fetched or saved, as what came with it says; None where nothing does."""
    saved = markup().saved_on.search(raw.text[:_HEAD])
    kept = markup().kept_on.search(raw.url or "")
    stated = (raw.read_at, saved and saved[1], kept and "-".join(kept.groups()))
    days = (_day(iso) for one in stated if one and (iso := iso_of(one)))
    return next(days, None)


def without_ahead(timed: Sequence[Timed], seen: date | None) -> list[Timed]:
    """The times without those more than two days behind the day the article was read, or an age behind all others.

    Args:
        timed: Readings of times. With one alone and no day there is nothing to hold it against, and it stays.
        seen: When the article was read; None where nothing says so.
    """
    days = [_day(one.iso) for one in timed]
    others = [[*days[:at], *days[at + 1 :]] for at in range(len(days))]
    last = [seen + _ZONES if seen else max(rest, default=day) + _AGES for day, rest in zip(days, others, strict=True)]
    return [one for one, day, limit in zip(timed, days, last, strict=True) if day <= limit]


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])
