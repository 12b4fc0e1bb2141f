"""Reported words that run into what is said by somebody else, or not said: "…, though she would not say why"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.extract.attribution.passes.refusals import refuses_to_speak
from twosource.extract.attribution.rules.cue_arguments import parts_of, runs
from twosource.extract.attribution.rules.cues import cues_in
from twosource.extract.entities.outlets import outlet_in
from twosource.language import Tree, labels
from twosource.language.words_frames import FrameWords
from twosource.model import Span
from twosource.text.reasons import Reason

_LOOSE: Final = frozenset({labels.CONJUNCT, labels.ADVERBIAL, labels.PREPOSED_CLAUSE, labels.PARATAXIS, labels.CONTENT})
_CLAUSES: Final = frozenset({"clause", "quote", "aim", "object"})
_SCORE: Final = 0.3
_REASON: Final = Reason("attribution.second_source")
_CARRIED: Final = Reason("attribution.speaks_in_report")
_BACK: Final = 3  # words between what joins a clause and its first word
_LEAST: Final = 3  # words that are left of what the first one says


def embedded_speech(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """End reported words where a clause with another source, or a refusal to speak, is joined to them.

    Only behind "with", "while", "though", "but", "and" and their like, never in quotation marks, and never where the
    clause hangs from a verb that is itself what is said ("said that she thought it cold"). A second source that had
    no draft gets one.
    """
    taken = {draft.cue for draft in drafts if draft.cue is not None}
    for draft in drafts:
        kept: list[Span] = []
        for span in (_up_to_second_cue(reading, span, draft, drafts) for span in draft.content):
            tree = reading.tree_of(span)
            cut = _cut(reading.text, tree, span, draft, reading.document.lexicon.frames)
            kept.append(span if cut is None else cut[0])
            if cut is not None and cut[1] is not None and cut[1].cue not in taken:
                yield cut[1]
        yield replace(draft, content=tuple(kept)) if tuple(kept) != draft.content else draft


def _up_to_second_cue(reading: Reading, span: Span, draft: Draft, drafts: Drafts) -> Span:
    """Reported words before "and" or "but" and further words of saying of the same source: "said it was late *and warned* that"."""
    span = _without_carrier(reading, span, draft, drafts)
    others = (other.cue for other in drafts if other.source == draft.source and other.cue != draft.cue)
    second = next((cue for cue in others if span.holds(cue)), None)
    if second is None or draft.source is None or _in_marks(reading.text[span.start : second.start]):
        return span
    tree = reading.tree_of(second)
    own, other = (tree.outermost(tree.rows(cue)) for cue in (draft.cue or second, second))
    if not own or not other or tree.tags[own[0]] != tree.tags[other[0]]:
        return span
    rows, first = tree.rows(span), tree.rows(second)[0]
    joint = next((row for row in (first - 1, first - 2) if tree.word(row) in tree.lexicon.attribution.joining), 0)
    if joint - rows[0] < _LEAST:
        return span
    last = joint - 1 - (tree.word(joint - 1) == ",")
    return Span(start=span.start, end=tree.ends[last])


def _without_carrier(reading: Reading, span: Span, draft: Draft, drafts: Drafts) -> Span:
    """Reported words without who tells of them at their end: "said it was late, *according to the Herald*"."""
    text = reading.text
    behind = draft.cue is not None and draft.cue.start < span.start and not draft.verbatim
    told = ((other.cue, other.source) for other in drafts if span.holds(other.cue) and span.holds(other.source))
    for places in (*told, *_outlet_that_says(reading, span)) if behind else ():
        first = min(place.start for place in places if place is not None)
        last = max(place.end for place in places if place is not None)
        before = text[span.start : first].rstrip()
        if before.endswith(",") and not _in_marks(before) and not text[last : span.end].strip(" ."):
            return Span(start=span.start, end=span.start + len(before) - 1)
    return span


def _outlet_that_says(reading: Reading, span: Span) -> Iterator[tuple[Span, Span]]:
    """The words of saying at the end of reported words, and the outlet before them: "it was late, *the Herald reports*"."""
    tree = reading.tree_of(span)
    rows = [row for row in tree.rows(span) if tree.words[row] != "."]
    comma = next((row for row in reversed(rows) if tree.words[row] == ","), None)
    if comma is None or tree.lemmas[rows[-1]] not in tree.lexicon.frames.say or rows[-1] - comma <= 1:
        return
    source = tree.span(comma + 1, rows[-1] - 1)
    if outlet_in(source.of(reading.text), tree.language):
        yield tree.span(rows[-1], rows[-1]), source


def relayed_speech(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and who speaks inside what an outlet reports: "Holm said it was late, the Norvale Herald reported".

    Nobody is added whose words of saying some draft has already.
    """
    yield from drafts
    taken = [draft.cue for draft in drafts if draft.cue is not None]
    for draft in drafts:
        for span in draft.content if reading.is_carried(draft) else ():
            new = _untold(reading, span, taken)
            if new is not None:
                yield replace(new, reason=_CARRIED)


def _untold(reading: Reading, span: Span, taken: Sequence[Span]) -> Draft | None:
    """Who first speaks inside reported words by words of saying that no draft has."""
    inside = _inside(reading.tree_of(span), span, reading.document.lexicon.frames)
    return next((d for d in inside if d.cue and not any(d.cue.overlaps(cue) for cue in taken)), None)


def _inside(tree: Tree, span: Span, words: FrameWords) -> Iterator[Draft]:
    """What each verb of saying inside reported words reports, by its own subject."""
    rows = tree.rows(span)
    found = (_other(tree, row, rows, words) for row in rows if tree.pos[row] == labels.VERB)
    yield from (inner for inner in found if inner is not None)


def _cut(text: str, tree: Tree, span: Span, draft: Draft, words: FrameWords) -> tuple[Span, Draft | None] | None:
    """The words that are left, and who says the rest; None where nothing is swallowed."""
    rows = tree.rows(span)
    if draft.cue is None or not rows or draft.cue.start > span.start:
        return None  # what "…, she said" ends is hers whole
    for joint, verb in _joined_clauses(tree, rows):
        left = tree.span(rows[0], joint - 1)
        rest = Span(start=tree.starts[joint], end=span.end)
        if len(range(rows[0], joint)) < _LEAST or _in_marks(text[span.start : tree.starts[joint]]):
            continue
        if _refuses(text, tree, verb, rest):
            return left, None
        other = _other(tree, verb, rows, words)
        if other is not None:
            return left, other
    return None


def _in_marks(before: str) -> bool:
    """Whether a quotation mark is open behind these words."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _joined_clauses(tree: Tree, rows: range) -> Iterator[tuple[int, int]]:
    """The row of each joining word in ``rows``, and of the verb of the clause that it joins."""
    words = tree.lexicon.attribution
    for joint in rows[_LEAST:]:
        if tree.lowered[joint] not in words.joining or tree.word(joint + 1) in words.that:
            continue  # "that the pier was shut, and *that* nobody said why": it is all said
        near = range(joint + 1, min(rows.stop, joint + 1 + 2 * _LEAST * _BACK))
        verbs = (row for row in near if tree.pos[row] in labels.VERBAL and tree.deps[row] in _LOOSE)
        verb = next((row for row in verbs if joint <= tree.lefts[row] <= joint + _BACK + 1), None)
        if verb is not None:
            yield joint, verb


def _refuses(text: str, tree: Tree, verb: int, rest: Span) -> bool:
    """Whether the clause is one of keeping silent: "though he declined to elaborate", "but would not go into detail"."""
    start, end, words = tree.starts[verb], tree.ends[verb], tree.lexicon.attribution
    behind, whole = Span(start=min(end + 1, rest.end), end=rest.end), Span(start=start, end=rest.end)
    if refuses_to_speak(text, (behind,), Span(start=start, end=end), words):
        return True
    return refuses_to_speak(text, (whole,), Span(start=start, end=start), words)


def _other(tree: Tree, verb: int, rows: range, words: FrameWords) -> Draft | None:
    """What the rules find at the verb, if another subject in ``rows`` says it."""
    subject = tree.child(verb, *labels.NOMINAL_SUBJECTS)
    if subject is None or subject not in rows or tree.pos[subject] == labels.PRONOUN:
        return None
    for cue in cues_in(tree, [-1] * len(tree), words):
        if cue.row != verb or cue.frame not in _CLAUSES:
            continue
        parts = parts_of(tree, cue)
        source, content = list(runs(parts.source)), tuple(tree.span(*run) for run in runs(parts.content))
        if source and content and all(row in rows for row in (*parts.source, *sorted(parts.content)[:1])):
            return Draft(
                cue=tree.span(cue.first, cue.last), source=tree.span(source[0][0], source[-1][1]), content=content,
                score=_SCORE, reason=_REASON,
            )  # fmt: skip
    return None
