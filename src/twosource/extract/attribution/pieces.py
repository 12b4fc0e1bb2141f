"""What of a draft becomes one statement each: its quotations, and its other words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading, owners_of
from twosource.extract.quotations import Quotation
from twosource.language import Tree, labels
from twosource.model import Span, StatementKind
from twosource.text.reasons import Reason

_MARKS: Final = "\"'“”‘’„‟‚‛«»‹›`″ \n\t.,;:!?…()[]–—-"
_STOPS: Final = " \n\t.,;:!?)]"
_CLOSING: Final = '"”’»'
_OPENING: Final = '"“‘«„> '
_QUOTATION_NEXT: Final = re.compile(r"(?P<said>[^\"“”‘«„]*[a-z\d)]{3})[.!?]\s+[\"“‘«„]")
_TELLING: Final = frozenset(
    {*labels.NOUNS, *labels.VERBAL, labels.NUMERAL, labels.ADJECTIVE, labels.ADVERB, labels.INTERJECTION}
)
_SAID: Final = re.compile(r"\w[^\w\s]*[.!?…]\s*$")
_ON: Final = Reason("attribution.straight_on")
_OF_NOBODY: Final = Reason("attribution.of_nobody")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What of a draft becomes one statement: its quotations, or its other words."""

    kind: StatementKind
    content: tuple[Span, ...]
    draft: Draft
    uncertain: str = ""


def pieces_of(reading: Reading, drafts: Drafts) -> Iterator[Piece]:
    """The pieces of all drafts, in their order; a quotation is a piece of the one draft whose own it is."""
    owners = owners_of(reading, drafts)
    outer = {q.outer: owner for q, owner in zip(reading.quotations, owners, strict=True) if owner is not None}
    for number, draft in enumerate(drafts):
        whole = _whole(reading, draft)
        if whole is not None:
            yield whole
        else:
            own = tuple(span for span in draft.content if outer.get(span, number) == number)
            yield from _of_draft(reading, replace(draft, content=own))


def _whole(reading: Reading, draft: Draft) -> Piece | None:
    """What is one statement as it is: the outlet's own word, a block set apart, a quotation that nobody is named for."""
    if draft.asserted:
        return Piece(kind="assertion", content=draft.content, draft=draft)
    if draft.verbatim and draft.content:
        content = tuple(_without_marks(reading.text, span) for span in draft.content)
        return Piece(kind="quotation", content=content, draft=draft)
    if draft.unreported or (draft.cue is None and draft.source is None):
        return _quoted(reading.quotations[draft.quotations[0]], draft)
    return None


def _quoted(quotation: Quotation, draft: Draft) -> Piece:
    return Piece(kind="quotation", content=quotation.spans, draft=draft, uncertain=quotation.uncertain)


def _of_draft(reading: Reading, draft: Draft) -> Iterator[Piece]:
    """The quotations among its other words, those that stand by themselves as one, and the other words."""
    own = (reading.quotations[number] for number in draft.quotations)
    quoted = [quotation for quotation in own if quotation.kind in {"speech", "scare"}]
    parts = [_Part.of(reading, draft, span, quoted) for span in draft.content]
    alone = list(dict.fromkeys(quotation for part in parts if part.is_quotation for quotation in part.inside))
    worded = [part for part in parts if not part.is_quotation and part.span.of(reading.text).strip(_MARKS)]
    for part in worded:
        yield from (_among(draft, quotation) for quotation in part.inside if quotation not in alone)
    for number, remark in enumerate(_remarks(reading.text, alone)):
        yield _together(remark, _going_on(draft) if number else draft)
    if any(_states(reading, part.span, beside=bool(alone)) for part in worded):
        yield Piece(kind="paraphrase", content=tuple(part.span for part in worded), draft=draft)


def _among(draft: Draft, quotation: Quotation) -> Piece:
    """A quotation among other words is said by who says them; by nobody where nobody is named ("reportedly left “Ebb Tide”")."""
    if draft.source is not None or quotation.kind == "speech":
        return _quoted(quotation, draft)
    return _quoted(quotation, replace(draft, unreported=True, silent=_OF_NOBODY))


def _remarks(text: str, alone: Sequence[Quotation]) -> list[tuple[Quotation, ...]]:
    """Quotations that one cue brings, one remark each: behind the full stop of the words of saying a new one begins."""
    ordered = sorted(alone, key=lambda quotation: quotation.outer)
    beside = enumerate(pairwise(ordered), 1)
    ends = [at for at, (one, two) in beside if _SAID.search(text, one.outer.end, two.outer.start)]
    bounds = [0, *ends, len(ordered)] if ordered else []
    return [tuple(ordered[first:last]) for first, last in pairwise(bounds)]


def _going_on(draft: Draft) -> Draft:
    """What its speaker says in the next sentence, without words of saying of its own; where nobody is named they are all it has."""
    return draft if draft.source is None else replace(draft, cue=None, source=None, follows=draft, reason=_ON)


def _together(alone: Sequence[Quotation], draft: Draft) -> Piece:
    """Quotations that one cue brings, as one statement."""
    uncertain = "; ".join(dict.fromkeys(quotation.uncertain for quotation in alone if quotation.uncertain))
    spans = tuple(sorted(span for quotation in alone for span in quotation.spans))
    return Piece(kind="quotation", content=spans, draft=draft, uncertain=uncertain)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One stretch of a draft's content, with the quotations in it; it may be nothing but these."""

    span: Span
    inside: tuple[Quotation, ...]
    is_quotation: bool

    @classmethod
    def of(cls, reading: Reading, draft: Draft, content: Span, quoted: Sequence[Quotation]) -> "_Part":
        span = _worded(reading.text, _ended(reading.text, content))
        inside = tuple(quotation for quotation in quoted if quotation.outer.overlaps(span))
        leads_in = bool(inside) and _leads_in(reading, span, inside, draft)
        only = bool(inside) and (leads_in or not _left_over(reading.text, span, inside))
        return cls(span=span, inside=inside, is_quotation=only)


def _worded(text: str, span: Span) -> Span:
    """The words without the stop of the sentence before."""
    said = span.of(text)
    return Span(start=span.end - len(said.lstrip(_STOPS)), end=span.end) if said.strip(_STOPS) else span


def _without_marks(text: str, span: Span) -> Span:
    """A paragraph that somebody said, without the marks around it."""
    said = span.of(text).rstrip().rstrip(_CLOSING)
    start = span.start + len(said) - len(said.lstrip(_OPENING))
    return Span(start=start, end=max(start, span.start + len(said)))


def _leads_in(reading: Reading, span: Span, inside: Sequence[Quotation], draft: Draft) -> bool:
    """Whether the words before a quotation only lead in to it.

    They do so before words of saying that stand behind it ("She ended the guessing: 'I will not,' she wrote"), and with no
    verb behind those that stand before ("issued a statement about", "the incident: 'We are sorry.'").
    """
    text = reading.text
    first = min(quotation.outer.start for quotation in inside)
    last = max(quotation.outer.end for quotation in inside)
    if draft.cue is None or not text[span.start : first].rstrip().endswith(":") or text[last : span.end].strip(_MARKS):
        return False
    before = Span(start=span.start, end=first)
    return draft.cue.start >= last or not _has_tense(reading.tree_of(before), before)


def _has_tense(tree: Tree, span: Span) -> bool:
    return any(tree.tags[row] in labels.FINITE_FORMS for row in tree.rows(span))


def _ended(text: str, span: Span) -> Span:
    """Reported words up to the end of their sentence, where the parser ran them together with a quotation behind it."""
    found = _QUOTATION_NEXT.match(text, span.start, span.end)
    return Span(start=span.start, end=found.end("said")) if found else span


def _states(reading: Reading, span: Span, *, beside: bool) -> bool:
    """Whether words state something: not a bare "which", nor, beside a whole quotation, a phrase without a verb."""
    tree = reading.tree_of(span)
    rows = tree.rows(span)
    if not rows:
        return True
    nouns = {tree.lemmas[row] for row in rows if tree.pos[row] == labels.NOUN and tree.heads[row] not in rows}
    if beside or (nouns and nouns <= reading.document.lexicon.frames.asked):
        return _has_tense(tree, span)
    return any(tree.pos[row] in _TELLING for row in rows if len(rows) > 1 or tree.pos[row] != labels.ADVERB)


def _left_over(text: str, span: Span, quoted: Iterable[Quotation]) -> bool:
    """Whether words of ``span`` stand outside all of the quotations."""
    at, left = span.start, ""
    for quotation in sorted(quoted, key=lambda q: q.outer):
        left += text[at : max(at, quotation.outer.start)]
        at = max(at, quotation.outer.end)
    return bool((left + text[at : span.end]).strip(_MARKS))
