"""Quoted words that a verb of saying right before them gives to its own subject: "Renn said the man had told officers, “I did it.”"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.extract.attribution.passes.adjacent_speaker import beside_verb
from twosource.language import NounPhrase, Row, Tree, labels
from twosource.model import Span
from twosource.text.reasons import Reason

_SCORE: Final = 0.9
_REASON: Final = Reason("attribution.in_what_another_reports")
_LEADING: Final = frozenset({",", ":"})
_BETWEEN: Final = frozenset({labels.AUXILIARY_VERB, labels.ADVERB})
"""Parts of speech between a subject and its verb: "had also told"."""


def told_by_another(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for each quotation that a verb of saying and its subject lead in.

    Whoever reports that they said so relays it. Nobody is added whose words of saying some draft has already.
    """
    yield from drafts
    taken = [draft.cue for draft in drafts if draft.cue is not None]
    for quotation in reading.quotations:
        told = _told(reading, quotation.outer) if quotation.kind == "speech" else None
        if told is not None and not any(cue.overlaps(told.cue) for cue in taken):
            yield replace(told, relayer=next((d.source for d in drafts if _reports(d, told)), None))


def _reports(draft: Draft, told: Draft) -> bool:
    """Whether somebody's words hold that another said something."""
    named = draft.cue is not None and draft.source is not None
    return named and any(span.holds(told.source) and span.holds(told.cue) for span in draft.content)


def _told(reading: Reading, quoted: Span) -> Draft | None:
    """What the words right before a quotation say of who spoke; None where they say nothing.

    By their order and not by their tree: the parser hangs a quotation from the sentence's first verb of saying.
    """
    tree = reading.tree_of(quoted)
    rows = tree.rows(quoted)
    before = range(tree.sentence(rows[0])[0], rows[0]) if rows else rows
    if not before or tree.words[before[-1]] not in _LEADING:
        return None
    found = _verb_before(tree, before) or _verb_first(tree, before)
    if found is None:
        return None
    verb, source = found
    return Draft(cue=tree.span(verb, verb), source=source, content=(quoted,), score=_SCORE, reason=_REASON)


def _verb_before(tree: Tree, before: range) -> tuple[int, Span] | None:
    """The last verb, if it is one of saying and its subject stands right before it."""
    verb = next((Row(row) for row in reversed(before) if tree.pos[row] == labels.VERB), None)
    subject = tree.child(verb, labels.NOMINAL_SUBJECT)
    if verb is None or subject is None or tree.lemmas[verb] not in tree.lexicon.frames.say:
        return None
    between = range(tree.rights[subject] + 1, verb)
    beside = subject < verb and all(tree.pos[row] in _BETWEEN for row in between)
    return (verb, NounPhrase(tree, subject).named_span) if beside else None


def _verb_first(tree: Tree, before: range) -> tuple[int, Span] | None:
    """The verb of saying that opens a sentence with nothing but its subject behind it: "Said Ellis:"."""
    said = beside_verb(tree, before[0]) if tree.lowered[before[0]] in tree.lexicon.quotation_shapes.sayings else None
    whole = said is not None and tree.rows(said) == range(before[0] + 1, before[-1])
    return (before[0], said) if said is not None and whole else None
