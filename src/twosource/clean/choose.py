"""Of all that was stated about an article, what is taken. Everything else is kept as a candidate."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.clean.ahead import TIMES, Timed, seen_on, without_ahead
from twosource.clean.authors import authors_of
from twosource.clean.characters import host_of
from twosource.clean.credits import came_by, credit_lines, outlets_named
from twosource.clean.dates import iso_of
from twosource.clean.masthead import times_in
from twosource.clean.stated_on_page import ELSEWHERE
from twosource.clean.wording import masthead
from twosource.model import Block, Candidate, CandidateOrigin, Raw
from twosource.text.prose import TOLD_IN
from twosource.text.reasons import Reason, worded

# How far an origin is trusted, the best first: for any field, and for the outlet, whose names differ between pages.
_TRUSTED: Final[dict[CandidateOrigin, tuple[int, int]]] = {
    "given": (0, 0), "record": (1, 1), "address": (2, 2), "json-ld": (3, 4), "open graph": (4, 5), "meta": (5, 6), "page": (6, 7),
    "text": (7, 9), "feed": (8, 10), "page foot": (9, 10), "url": (10, 3), "title element": (11, 10), "title": (12, 8),
}  # fmt: skip
_LEAST: Final = (12, 10)
_SLOGAN: Final = re.compile(r"\s+[-–—|·:]\s+|\s*[|｜]\s*")
_MACHINES: Final = frozenset({"json-ld", "open graph", "meta", "page"})
_DAY_ONLY: Final = len("2022-03-03")
_TOP_BLOCKS: Final = 12
# A day in any language: its number, a word or two for the month, the year.
_DAY_IN_WORDS = re.compile(
    r"\d{1,2}[.ºª]?(?:\s+[^\W\d_]{1,3})?[\s.-]+[^\W\d_]{3,12}[\s.,-]+(?:[^\W\d_]{1,3}\s+)?\d{4}|[^\W\d_]{3,12}\.? \d{1,2},? \d{4}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is taken for the article; ``candidates`` holds all readings with the taken ones marked."""

    headline: str | None
    outlet: str | None
    url: str | None
    byline: tuple[str, ...]
    credits: tuple[str, ...]
    via: tuple[str, ...]
    published: str | None
    updated: str | None
    date_reason: str
    language: str | None
    candidates: tuple[Candidate, ...]


def choose(raw: Raw, text: str, blocks: Sequence[Block], stated: Sequence[Candidate], headline: str | None) -> Chosen:
    """Take one reading of each field: what was given, then what a record says, then the page, then the address."""
    found = [*stated, *_from_text(text, blocks, headline, stated)]
    timed = without_ahead(
        [(c, iso) for c in found if c.field in TIMES and c.origin != ELSEWHERE and (iso := _iso(c))], seen_on(raw)
    )
    published, at = _time(timed, "published")
    updated, changed_at = _time(timed, "updated")
    only_change = published is None and changed_at is not None and changed_at.origin in _MACHINES
    if only_change:
        # Systems that state one time only state the last; with nothing against it, it is the day.
        published, at = updated, changed_at
    outlet = _outlet(found)
    address = _best(found, "url")
    language = _best(found, "language")
    byline, authors = authors_of(found, _rank)
    taken = [
        at,
        changed_at,
        outlet,
        address,
        *authors,
        *(c for c in found if c.field == "headline" and c.value == headline),
    ]
    publisher = outlet.value if outlet else None
    via = came_by(text, blocks, found, raw.url or (address.value if address else publisher), publisher)
    date = _date_reason(at or changed_at, published or updated)
    return Chosen(
        headline=headline,
        outlet=outlet.value if outlet else None,
        url=raw.url or (address.value if address and address.value.startswith("http") else None),
        byline=byline,
        credits=credit_lines(text, blocks),
        via=via,
        published=published,
        updated=updated,
        date_reason=worded(Reason("pages.last_change", date=date) if only_change else date, TOLD_IN),
        language=language.value if language else None,
        candidates=_marked(found, taken),
    )


def _from_text(
    text: str, blocks: Sequence[Block], headline: str | None, stated: Sequence[Candidate]
) -> list[Candidate]:
    found: list[Candidate] = []
    for i, block in enumerate(blocks):
        words = block.span.of(text)
        if block.kind == "byline":
            found.append(Candidate(field="byline", value=words, origin="text"))
            found += _stated_times(words) if masthead().publishing.search(words) else []
        elif block.kind == "credit":
            found.append(Candidate(field="credit", value=words, origin="text"))
        elif block.kind == "dateline" and (i < _TOP_BLOCKS or masthead().publishing.search(words)):
            found += _stated_times(words)
    titles = [headline or "", *(c.value for c in stated if c.field == "headline")]
    found += [Candidate(field="outlet", value=name, origin=how) for name, how in outlets_named(text, blocks, titles)]
    if headline and not any(c.field == "headline" and c.value == headline for c in found):
        found.append(Candidate(field="headline", value=headline, origin="text"))
    return found


def _stated_times(words: str) -> list[Candidate]:
    times = times_in(words)
    stated = (("published", times.published), ("updated", times.updated))
    return [Candidate(field=field, value=value, origin="text") for field, value in stated if value]


def _rank(candidate: Candidate) -> int:
    return _TRUSTED.get(candidate.origin, _LEAST)[0]


def _best(found: Iterable[Candidate], field: str) -> Candidate | None:
    return min((c for c in found if c.field == field), key=_rank, default=None)


def _outlet(found: Sequence[Candidate]) -> Candidate | None:
    """Given, then the record's, then the domain, then the name the page gives itself: names differ between pages.

    Last, where nothing else is known, the name behind the title, and that of the copyright line.
    """
    named = [c for c in found if c.field == "outlet"]
    best = min(named, key=lambda c: _TRUSTED.get(c.origin, _LEAST)[1], default=None)
    if best is None:
        return None
    # A slogan behind the name is no part of it.
    name = _SLOGAN.split(best.value)[0] if best.origin in _MACHINES else best.value
    return replace(best, value=host_of(name) or name.removeprefix("www."))


def _time(timed: Sequence[Timed], field: str) -> tuple[str | None, Candidate | None]:
    """The best stated time; a day without a clock time gives way to the same day with one."""
    read = sorted((one for one in timed if one[0].field == field), key=lambda pair: _rank(pair[0]))
    if not read:
        return None, None
    best, iso = read[0]
    if len(iso) == _DAY_ONLY:
        best, iso = next(
            ((c, other) for c, other in read if other.startswith(iso) and len(other) > _DAY_ONLY), (best, iso)
        )
    return iso, best


def _iso(candidate: Candidate) -> str | None:
    found = iso_of(candidate.value)
    day = _DAY_IN_WORDS.search(candidate.value)
    if found or candidate.origin == "text" or not day:
        return found
    import dateparser  # noqa: PLC0415 - half a second, only for dates in words that nothing else could read

    try:
        read = dateparser.parse(day.group(), settings={"STRICT_PARSING": True})
    except (ValueError, OverflowError, RecursionError):
        return None
    return read.date().isoformat() if read else None


def _date_reason(taken: Candidate | None, iso: str | None) -> Reason:
    if taken is None or iso is None:
        return Reason("pages.no_date")
    where = _WHERE.get(taken.origin) or Reason("pages.by_page", place=taken.origin)
    return Reason("pages.date", value=repr(taken.value), where=where)


_WHERE: Final[dict[CandidateOrigin, Reason]] = {
    "given": Reason("pages.given"),
    "record": Reason("pages.in_record"),
    "text": Reason("pages.in_text"),
    "url": Reason("pages.in_address"),
    "address": Reason("pages.in_address"),
    "feed": Reason("pages.by_feed"),
}
"""Where a date is stated, where that is not the page itself."""


def _marked(found: Sequence[Candidate], taken: Sequence[Candidate | None]) -> tuple[Candidate, ...]:
    keys = {(c.field, c.value, c.origin) for c in taken if c} | {
        (c.field, c.value.removeprefix("www."), c.origin) for c in taken if c
    }
    marked = [
        replace(
            c,
            chosen=(c.field, c.value, c.origin) in keys
            or (c.field, host_of(c.value) or c.value.removeprefix("www."), c.origin) in keys,
        )
        for c in found
    ]
    return tuple(dict.fromkeys(marked))
