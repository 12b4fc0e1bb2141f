"""Of all that was stated about an article, what is taken. Everything else is kept as a candidate."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Final

from twosource.clean.ahead import TIMES, Timed, seen_on, without_ahead
from twosource.clean.authors import authors_of
from twosource.clean.characters import host_of
from twosource.clean.credits import came_by, credit_lines, outlets_named
from twosource.clean.dates import iso_of
from twosource.clean.language import language_of
from twosource.clean.masthead import times_in
from twosource.clean.stated_on_page import ELSEWHERE
from twosource.clean.wording import masthead
from twosource.model import Article, Block, Candidate, CandidateOrigin, Raw, content_id
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
_TOLD_BY: Final = 8_000  # characters by which a language is told
# A check sum in a file's name: of its digits four are kept, which a reader can tell from another's.
_SUM: Final = re.compile(r"(?<![^\W_])(?=[0-9]*[a-f])(?=[a-f]*[0-9])([0-9a-f]{4})[0-9a-f]{8,}(?![^\W_])")
# A day in any language: its number, a word or two for the month, the year.
_DAY_IN_WORDS = re.compile(
    r"\d{1,2}[.ºª]?(?:\s+[^\W\d_]{1,3})?[\s.-]+[^\W\d_]{3,12}[\s.,-]+(?:[^\W\d_]{1,3}\s+)?\d{4}|[^\W\d_]{3,12}\.? \d{1,2},? \d{4}"
)


def choose(
    raw: Raw, text: str, blocks: tuple[Block, ...], stated: Sequence[Candidate], headline: str | None
) -> Article:
    """The article with one reading of each field: what was given, then what a record says, then the page, then the address.

    All readings are its candidates, with the taken ones marked.
    """
    found = [*stated, *_from_text(text, blocks, headline, stated)]
    dating = _dating(found, seen_on(raw))
    outlet, address = _outlet(found), _best(found, "url")
    publisher, stated_address = _value(outlet), _value(address)
    joined = "\n".join(b.span.of(text) for b in blocks if b.kind == "paragraph")[:_TOLD_BY]
    language, told = language_of(joined, _value(_best(found, "language")))
    byline, authors = authors_of(found, _rank)
    titles = (c for c in found if c.field == "headline" and c.value == headline)
    named = publisher or _name_of_input(raw)
    return Article(
        id=content_id("a", named, headline, text),
        outlet=named,
        outlet_known=publisher is not None,
        url=raw.url or (stated_address if (stated_address or "").startswith("http") else None),
        path=raw.path,
        sha256=raw.sha256,
        headline=headline,
        byline=byline,
        credits=credit_lines(text, blocks),
        via=came_by(text, blocks, found, raw.url or stated_address or publisher, publisher),
        published=_moment(dating.first),
        updated=_moment(dating.last),
        dated_by="stated" if dating.said else "none",
        date_reason=worded(dating.reason, TOLD_IN),
        language=language,
        text=text,
        blocks=blocks,
        candidates=(
            *_marked(found, [*dating.said, outlet, address, *authors, *titles]),
            Candidate(field="language", value=language, origin=told, chosen=True),
        ),
    )


def _from_text(
    text: str, blocks: Sequence[Block], headline: str | None, stated: Sequence[Candidate]
) -> list[Candidate]:
    found: list[Candidate] = []
    for i, block in enumerate(blocks):
        words = block.span.of(text)
        if block.kind in {"byline", "credit"}:
            found.append(Candidate(field=block.kind, value=words, origin="text"))
        if _tells_times(block, i, words):
            found += (Candidate(field=field, value=time, origin="text") for field, time in times_in(words).items())
    titles = [headline or "", *(c.value for c in stated if c.field == "headline")]
    found += [Candidate(field="outlet", value=name, origin=how) for name, how in outlets_named(text, blocks, titles)]
    if headline:
        found.append(Candidate(field="headline", value=headline, origin="text"))
    return found


def _tells_times(block: Block, number: int, words: str) -> bool:
    """Whether a line says when the article appeared: a dateline near the top; one below, or a byline, by a word of publishing."""
    if block.kind == "dateline" and number < _TOP_BLOCKS:
        return True
    return block.kind in {"byline", "dateline"} and bool(masthead().publishing.search(words))


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


def _value(taken: Candidate | None) -> str | None:
    return taken.value if taken else None


def _moment(timed: Timed | None) -> str | None:
    return timed.iso if timed else None


def _name_of_input(raw: Raw) -> str:
    """What an article is called whose outlet nothing tells."""
    stem = _SUM.sub(r"\1", PurePath(raw.path).stem) if raw.path else "standard input"
    return stem or raw.name


@dataclass(frozen=True, slots=True)
class _Dating:
    """When an article was published and last changed, None where nothing says so, and what tells the first."""

    first: Timed | None
    last: Timed | None
    reason: Reason

    @property
    def said(self) -> list[Candidate]:
        """The candidates that are taken."""
        return [one.said for one in (self.first, self.last) if one]


def _dating(found: Sequence[Candidate], seen: date | None) -> _Dating:
    """The times stated, without those that lie ahead of the day on which the article was read."""
    stated = (c for c in found if c.field in TIMES and c.origin != ELSEWHERE)
    timed = without_ahead([Timed(c, iso) for c in stated if (iso := _iso(c))], seen)
    first, last = _time(timed, "published"), _time(timed, "updated")
    if first is None and last is not None and last.said.origin in _MACHINES:
        # Systems that state one time only state the last; with nothing against it, it is the day.
        return _Dating(last, last, Reason("pages.last_change", date=_date_reason(last)))
    return _Dating(first, last, _date_reason(first or last))


def _time(timed: Sequence[Timed], field: str) -> Timed | None:
    """The best stated time; a day without a clock time gives way to the same day with one."""
    read = sorted((one for one in timed if one.said.field == field), key=lambda one: _rank(one.said))
    if not read or len(read[0].iso) != _DAY_ONLY:
        return next(iter(read), None)
    clocked = (one for one in read if one.iso.startswith(read[0].iso) and len(one.iso) > _DAY_ONLY)
    return next(clocked, read[0])


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


def _date_reason(taken: Timed | None) -> Reason:
    if taken is None:
        return Reason("pages.no_date")
    where = _WHERE.get(taken.said.origin) or Reason("pages.by_page", place=taken.said.origin)
    return Reason("pages.date", value=repr(taken.said.value), where=where)


_WHERE: Final[dict[CandidateOrigin, Reason]] = {
    "given": Reason("pages.given"),
    "record": Reason("pages.in_record"),
    "text": Reason("pages.in_text"),
    "url": Reason("pages.in_address"),
    "address": Reason("pages.in_address"),
    "feed": Reason("pages.by_feed"),
}
"""Where a date is stated, where that is not the page itself."""


def _marked(found: Sequence[Candidate], taken: Sequence[Candidate | None]) -> Iterable[Candidate]:
    keys = {(c.field, value, c.origin) for c in taken if c for value in (c.value, c.value.removeprefix("www."))}
    forms = ((c, (c.value, host_of(c.value) or c.value.removeprefix("www."))) for c in found)
    return dict.fromkeys(replace(c, chosen=any((c.field, value, c.origin) in keys for value in values)) for c, values in forms)  # fmt: skip
