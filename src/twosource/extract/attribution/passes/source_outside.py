"""Sources that stand inside of the words that they say: nobody is named there."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.extract.attribution.passes.adjacent_speaker import named_behind
from twosource.extract.quotations import Quotation
from twosource.text.reasons import Reason

_NEAR: Final = 40
"""Code points between a quotation and its cue."""


def source_outside(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts with their sources where a source can stand.

    A draft without a source, or whose source stands in a quotation that its cue stands outside of, gets the source
    beside the cue right behind the quotation; else none.
    """
    for draft in drafts:
        near = _misplaced(reading, draft)
        if near is None:
            yield draft
            continue
        beside = named_behind(reading.document.trees[near.blocks[-1]], near)
        reason = Reason("attribution.and", one=draft.reason, other=beside[1]) if beside else draft.reason
        yield replace(draft, source=beside[0] if beside else None, reason=reason)


def _misplaced(reading: Reading, draft: Draft) -> Quotation | None:
    """The quotation before the cue of a draft that has no source, or has it inside that quotation."""
    source, cue = draft.source, draft.cue
    if cue is None or not reading.quotations:
        return None
    place = cue.start if source is None else source.start
    near = reading.quotations[max(0, bisect_right(reading.quotation_starts, place) - 1)]
    if source is not None:
        return near if near.outer.holds(source) and not near.outer.holds(cue) else None
    said = any(near.outer.overlaps(span) for span in draft.content)
    return near if said and 0 <= cue.start - near.outer.end <= _NEAR else None
