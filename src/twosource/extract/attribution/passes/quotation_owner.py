"""Whose words a quotation is: the draft whose content covers most of it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading, covered, with_quotations
from twosource.model import Span

_LEADING: Final = (",", ":")
"""Behind words of saying: what is said follows."""
_NEAR: Final = 3
"""Code points from words of saying to the words in quotation marks that they lead in."""


def whole_quotation(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; content that is nothing but a part of a quotation takes it whole, if the cue stands outside of it."""
    spoken = [quotation.outer for quotation in reading.quotations if quotation.kind == "speech"]
    starts = [outer.start for outer in spoken]

    def whole(span: Span, cue: Span) -> Span:
        before = bisect_right(starts, span.start) - 1
        inside = before >= 0 and spoken[before].holds(span) and not spoken[before].overlaps(cue)
        return spoken[before] if inside else span

    for draft in drafts:
        kept = draft.content if draft.cue is None else [whole(span, draft.cue) for span in draft.content]
        content = tuple(sorted(set(kept)))
        yield replace(draft, content=content) if content != draft.content else draft


def closed_before(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; who is named before their own words did not say those that a full stop closed right before the name.

    "“Go home.” Corl answered, “Not yet.”": the first words are of whoever spoke before.
    """
    for draft in drafts:
        kept = tuple(span for span in draft.content if not _is_closed_before(reading, draft, span))
        yield replace(draft, content=kept) if kept and len(kept) < len(draft.content) else draft


def _is_closed_before(reading: Reading, draft: Draft, span: Span) -> bool:
    if draft.cue is None or draft.source is None or not span.end <= draft.source.start <= draft.cue.start:
        return False
    text, behind = reading.text, draft.cue.end
    near = (other.start for other in draft.content if 0 < other.start - behind <= _NEAR)
    leads_in = text[behind : behind + 1] in _LEADING and any(start in reading.quotation_starts for start in near)
    closed = text[span.start : span.end].rstrip("\"”’'").endswith(".")
    return leads_in and closed and not text[span.end : draft.source.start].strip()


def quotation_owner(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, each quotation with the one whose content covers most of it; of two who speaks, not the outlet that carries it.

    Else the smaller content goes first.
    """
    best: list[_Rank | None] = [None] * len(reading.quotations)
    for number, draft in enumerate(drafts):
        for quotation, rank in _claims(reading, draft, number):
            best[quotation] = min(best[quotation] or rank, rank)
    yield from with_quotations(drafts, [rank[-1] if rank else None for rank in best])


_Rank = tuple[bool, int, int, int]
"""Whether it is an outlet that carries it, how much is covered (less than nothing: more goes first), the content's size, the draft."""


def _claims(reading: Reading, draft: Draft, number: int) -> Iterator[tuple[int, _Rank]]:
    """The quotations that a draft's content covers for the most part, its cue outside of them, and how well it does."""
    size, carries = sum(map(len, draft.content)), reading.is_carried(draft)
    yield from ((place, (carries, -shared, size, number)) for place, shared in covered(reading.outers, draft))
