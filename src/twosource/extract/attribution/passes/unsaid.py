"""Words that nobody said: "did not say that the bridge was closed", "declined to comment on whether it was"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.language import Clause, Row, labels
from twosource.model import Polarity, Span
from twosource.text.reasons import Reason

_REASON: Final = Reason("attribution.not_said")


def unsaid(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; where the verb of saying is negated or refused, it is the outlet that says so, and nobody else."""
    for draft in drafts:
        if not draft.content or _quotes(reading, draft) or not _is_unsaid(reading, draft):
            yield draft
            continue
        first = min(span.start for span in (*draft.content, draft.cue, draft.source) if span is not None)
        whole = Span(start=first, end=draft.end)
        yield replace(draft, cue=None, source=None, content=(whole,), silent=_REASON, asserted=True)


def _quotes(reading: Reading, draft: Draft) -> bool:
    """Whether it gives words that somebody has said; titles and names in quotation marks are none."""
    return any(reading.quotations[number].kind in {"speech", "scare"} for number in draft.quotations)


def _is_unsaid(reading: Reading, draft: Draft) -> bool:
    if draft.cue is None:
        return False
    tree, words = reading.tree_of(draft.cue), reading.document.lexicon.attribution
    verbs = [Row(row) for row in tree.rows(draft.cue) if tree.pos[row] == labels.VERB]
    refused = [Clause(tree, row).complement for row in verbs if tree.lemmas[row] in words.refusing]
    if any(clause is not None and clause.lemma in words.telling for clause in refused):
        return True
    heads = (row for row in verbs if tree.lemmas[row] in words.telling)
    return any(reading.document.factuality_of(Clause(tree, row)).polarity is Polarity.NEGATIVE for row in heads)
