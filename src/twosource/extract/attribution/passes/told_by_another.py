"""Quoted words of somebody of whom another tells that he said them: "Renn said the man had told officers, “I did it.”"."""

from collections.abc import Iterator
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.language import Clause, Row, Tree, labels
from twosource.model import Span
from twosource.text.reasons import Reason

_SCORE: Final = 0.9
_REASON: Final = Reason("attribution.in_what_another_reports")
_LEADING: Final = frozenset({",", ":"})
_BETWEEN: Final = frozenset({labels.AUXILIARY_VERB, labels.ADVERB})
"""Parts of speech between a subject and its verb: "had also told"."""


def told_by_another(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for each quotation that somebody inside a draft's content is said to have said.

    He gets the quotation, the draft's source relays it. Nobody is added whose words of saying some draft has already.
    """
    yield from drafts
    taken = [draft.cue for draft in drafts if draft.cue is not None]
    named = [draft for draft in drafts if draft.cue is not None and draft.source is not None]
    told = (one for draft in named for quoted in reading.spoken_in(draft) if (one := _told(reading, draft, quoted)))
    yield from (one for one in told if one.cue and not any(one.cue.overlaps(other) for other in taken))


def _told(reading: Reading, draft: Draft, quoted: Span) -> Draft | None:
    """Who is said inside a draft's content to have said a quotation; None where nobody is."""
    tree = reading.tree_of(quoted)
    verb = _verb_before(tree, quoted)
    subject = None if verb is None else Clause(tree, verb).subject
    if verb is None or subject is None:
        return None
    cue, source = tree.span(verb, verb), subject.named_span
    if not any(span.holds(source) and span.holds(cue) for span in draft.content):
        return None
    return Draft(cue=cue, source=source, content=(quoted,), score=_SCORE, reason=_REASON, relayer=draft.source)


def _verb_before(tree: Tree, quoted: Span) -> Row | None:
    """The verb of saying that leads a quotation in, with its subject right before it and no other verb between.

    By their order and not by their tree: the parser hangs a quotation from the sentence's first verb of saying.
    """
    rows = tree.rows(quoted)
    before = range(tree.sentence(rows[0])[0], rows[0]) if rows else rows
    if not before or tree.words[before[-1]] not in _LEADING:
        return None
    verb = next((Row(row) for row in reversed(before) if tree.pos[row] == labels.VERB), None)
    subject = tree.child(verb, labels.NOMINAL_SUBJECT)
    if verb is None or subject is None or tree.lemmas[verb] not in tree.lexicon.frames.say:
        return None
    return verb if all(tree.pos[row] in _BETWEEN for row in range(tree.rights[subject] + 1, verb)) else None
