"""Words that nobody said: "did not say that the bridge was closed", "declined to comment on whether it was"."""

from collections.abc import Iterator
from dataclasses import replace

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.language import Clause, Row
from twosource.model import Polarity


def unsaid(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; those whose verb of saying is negated or refused give nobody's words and lose their content."""
    for draft in drafts:
        yield (
            replace(draft, content=())
            if draft.content and not draft.quotations and _is_unsaid(reading, draft)
            else draft
        )


def _is_unsaid(reading: Reading, draft: Draft) -> bool:
    tree, cue = reading.tree_of(draft.cue), draft.cue
    if tree is None or cue is None:
        return False
    telling = reading.document.lexicon.attribution.telling
    heads = (Row(row) for row in tree.rows(cue) if tree.pos[row] == "VERB" and tree.lemmas[row] in telling)
    return any(reading.document.factuality_of(Clause(tree, row)).polarity is Polarity.NEGATIVE for row in heads)
