"""Drafts become statements: who is reported to say what, and what the outlet says."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.attribution.assertions import find_assertions
from twosource.extract.attribution.draft import Draft, Drafts, Reading, owners_of
from twosource.extract.attribution.passes import PASSES
from twosource.extract.attribution.passes.repeated_words import repeated_words
from twosource.extract.attribution.proposals import find_attributions
from twosource.extract.entities import EntityResolver, Meant
from twosource.extract.quotations import Quotation
from twosource.language import Document
from twosource.model import Span, Statement, StatementKind, content_id
from twosource.settings import Settings

_MARKS = "\"'“”‘’„‟‚‛«»‹›`″ \n\t.,;:!?…()[]–—-"
_QUOTATION_NEXT = re.compile(r"(?P<said>[^\"“”‘«„]*[a-z\d)]{3})[.!?]\s+[\"“‘«„]")
_CLOSING: Final = '"”’»'
_OPENING: Final = '"“‘«„> '
_UNNAMED: Final = "nobody is named as the source"
_REPEATED: Final = "the text has the same words with their speaker"
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "AUX", "NUM", "ADJ", "ADV", "INTJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """What of a draft becomes one statement: its quotations, or its other words."""

    kind: StatementKind
    content: tuple[Span, ...]
    draft: Draft
    uncertain: str = ""


def find_statements(
    document: Document, quotations: tuple[Quotation, ...], resolver: EntityResolver, settings: Settings
) -> tuple[Statement, ...]:
    """What an article says, on whose word.

    A quotation inside a paraphrase ("said it was 'a disgrace'") is a statement of its own with the source of the
    paraphrase, beside the paraphrase that covers the whole clause. Words in quotation marks that nobody is
    reported to have said carry ``scare`` and no source.

    Args:
        document: The article, parsed.
        quotations: What stands in it in quotation marks.
        resolver: Says who each source is; it is told who speaks, in text order.
        settings: The thresholds.

    Returns:
        Statements by place; empty where nothing was parsed.
    """
    article, parsed = document.article, document.parsed
    reading = Reading(document=document, quotations=quotations, cast=resolver.cast)
    drafts: Drafts = find_attributions(article, parsed, quotations, settings)
    for put_right in PASSES:
        drafts = tuple(put_right(reading, drafts))
    pieces = list(_pieces(reading, drafts))
    resolved = _resolve(reading.text, pieces, resolver)
    spoken = [_statement(reading, piece, resolved) for piece in _repeated(reading, pieces, resolved)]
    asserted = find_assertions(article, parsed, [s.span for s in spoken if not s.scare])
    kept = {statement.id: statement for statement in [*asserted, *spoken]}
    return tuple(sorted(kept.values(), key=lambda s: (s.start, s.end, s.kind, s.id)))


def _pieces(reading: Reading, drafts: Drafts) -> Iterator[_Piece]:
    owners = owners_of(reading, drafts)
    outer = {q.outer: owner for q, owner in zip(reading.quotations, owners, strict=True) if owner is not None}
    stated = _Stated(reading)
    for number, draft in enumerate(drafts):
        whole = _whole(reading, draft)
        if whole is not None:
            yield whole
        else:
            own = tuple(span for span in draft.content if outer.get(span, number) == number)
            yield from _of_draft(reading, replace(draft, content=own), stated)


def _whole(reading: Reading, draft: Draft) -> _Piece | None:
    """What is one statement as it is: the outlet's own word, a block set apart, a quotation that nobody is named for."""
    if draft.asserted:
        return _Piece(kind="assertion", content=draft.content, draft=draft)
    if draft.verbatim and draft.content:
        content = tuple(_without_marks(reading.text, span) for span in draft.content)
        return _Piece(kind="quotation", content=content, draft=draft)
    if draft.unreported or (draft.cue is None and draft.source is None):
        quotation = reading.quotations[draft.quotations[0]]
        return _Piece(kind="quotation", content=quotation.spans, draft=draft, uncertain=quotation.uncertain)
    return None


def _of_draft(reading: Reading, draft: Draft, stated: "_Stated") -> Iterator[_Piece]:
    """A quotation, a paraphrase, or a paraphrase with quotations inside."""
    text = reading.text
    quoted = [q for number in draft.quotations if (q := reading.quotations[number]).kind in {"speech", "scare"}]
    parts = [_Part.of(reading, draft, span, quoted) for span in draft.content]
    full = list(dict.fromkeys(quotation for part in parts if part.is_quotation for quotation in part.inside))
    whole = tuple(part.span for part in parts if not part.is_quotation and part.span.of(text).strip(_MARKS))
    among = (quotation for part in parts if part.span in whole for quotation in part.inside)
    for quotation in among:
        if quotation not in full:
            yield _Piece(kind="quotation", content=quotation.spans, draft=draft, uncertain=quotation.uncertain)
    if full:
        uncertain = "; ".join(dict.fromkeys(quotation.uncertain for quotation in full if quotation.uncertain))
        spans = tuple(sorted(span for quotation in full for span in quotation.spans))
        yield _Piece(kind="quotation", content=spans, draft=draft, uncertain=uncertain)
    if any(stated(span, beside=bool(full)) for span in whole):
        yield _Piece(kind="paraphrase", content=whole, draft=draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One stretch of a draft's content, with the quotations in it; it may be nothing but these."""

    span: Span
    inside: tuple[Quotation, ...]
    is_quotation: bool

    @classmethod
    def of(cls, reading: Reading, draft: Draft, content: Span, quoted: Sequence[Quotation]) -> "_Part":
        span = _ended(reading.text, content)
        inside = tuple(quotation for quotation in quoted if quotation.outer.overlaps(span))
        leads_in = bool(inside) and _leads_in(reading.text, span, inside, draft)
        only = bool(inside) and (leads_in or not _left_over(reading.text, span, inside))
        return cls(span=span, inside=inside, is_quotation=only)


def _without_marks(text: str, span: Span) -> Span:
    """A paragraph that somebody said, without the marks around it."""
    said = span.of(text).rstrip().rstrip(_CLOSING)
    start = span.start + len(said) - len(said.lstrip(_OPENING))
    return Span(start=start, end=max(start, span.start + len(said)))


def _leads_in(text: str, span: Span, inside: Sequence[Quotation], draft: Draft) -> bool:
    """Whether the words before a quotation only lead in to it: "She ended the guessing: 'I will not,' she wrote"."""
    first = min(quotation.outer.start for quotation in inside)
    last = max(quotation.outer.end for quotation in inside)
    behind = draft.cue is not None and draft.cue.start >= last
    return behind and text[span.start : first].rstrip().endswith(":") and not text[last : span.end].strip(_MARKS)


def _ended(text: str, span: Span) -> Span:
    """Reported words up to the end of their sentence, where the parser ran them together with a quotation behind it."""
    found = _QUOTATION_NEXT.match(text, span.start, span.end)
    return Span(start=span.start, end=found.end("said")) if found else span


class _Stated:
    """Whether words state something: not a bare "which", nor, beside a whole quotation, a phrase without a verb."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __call__(self, span: Span, *, beside: bool) -> bool:
        tree = self._reading.tree_of(span)
        rows = tree.rows(span) if tree is not None else range(0)
        if tree is None or not rows:
            return True
        finite = any(tree.tags[row] in _FINITE for row in rows)
        nouns = {tree.lemmas[row] for row in rows if tree.pos[row] == "NOUN" and tree.heads[row] not in rows}
        if beside or (nouns and nouns <= self._reading.document.lexicon.frames.asked):
            return finite
        return any(tree.pos[row] in _TELLING for row in rows)


def _left_over(text: str, span: Span, quoted: Iterable[Quotation]) -> bool:
    """Whether words of ``span`` stand outside all of the quotations."""
    at = span.start
    for quotation in sorted(quoted, key=lambda q: q.outer):
        if text[at : max(at, quotation.outer.start)].strip(_MARKS):
            return True
        at = max(at, quotation.outer.end)
    return bool(text[at : span.end].strip(_MARKS))


class _Lines:
    """Which draft's line of a transcript a place stands in ("BRANDT: He told me …")."""

    def __init__(self, text: str, drafts: Iterable[Draft]) -> None:
        lines = ((draft, span) for draft in drafts if draft.cue and draft.cue.of(text) == ":" for span in draft.content)
        self._lines = sorted(((span.start, span.end, draft) for draft, span in lines), key=lambda line: line[:2])
        self._starts = [start for start, _, _ in self._lines]

    def __call__(self, offset: int) -> Draft | None:
        line = bisect_right(self._starts, offset) - 1
        return self._lines[line][2] if line >= 0 and self._lines[line][1] > offset else None


def _resolve(text: str, pieces: Sequence[_Piece], resolver: EntityResolver) -> dict[Span, Meant]:
    """The source of each place that names one, in text order: who spoke last helps to say who "he" is."""
    said: dict[Span, Draft] = {}
    for piece in pieces:
        speaks = piece.draft.follows or piece.draft
        if speaks.source is not None:
            said.setdefault(speaks.source, speaks)
    found: dict[Span, Meant] = {}
    within = _Lines(text, said.values())
    relayers = {piece.draft.relayer for piece in pieces if piece.draft.relayer is not None}
    for place in sorted({*said, *relayers}):
        if place not in said:
            found[place] = resolver.vouches(place)
            continue
        line = within(place.start)
        speaking = found[line.source].entity if line is not None and line.source in found else None
        until = max((span.end for span in said[place].content), default=place.end)
        found[place] = resolver.speaks(place, until, speaking=speaking)
    return found


def _speaker(draft: Draft, resolved: Mapping[Span, Meant]) -> str | None:
    speaks = draft.follows or draft
    answer = resolved.get(speaks.source) if speaks.source is not None else None
    return answer.entity if answer is not None else None


def _repeated(reading: Reading, pieces: Sequence[_Piece], resolved: Mapping[Span, Meant]) -> Iterator[_Piece]:
    """The pieces; quotations of a headline that nobody is named for go to who says the same words in the text."""
    text = min((block.start for block in reading.article.blocks if block.kind == "paragraph"), default=0)
    quoted = [(number, p, _speaker(p.draft, resolved)) for number, p in enumerate(pieces) if p.kind == "quotation"]
    headlines = [(n, p.content) for n, p, who in quoted if p.content[0].start < text and who is None]
    spoken = [(who, p.content) for _, p, who in quoted if p.content[0].start >= text and who is not None]
    said = repeated_words(reading.article, headlines, spoken)
    speakers = {who: p.draft.follows or p.draft for _, p, who in reversed(quoted) if who is not None}
    for number, piece in enumerate(pieces):
        if number in said:
            of = replace(piece.draft, follows=speakers[said[number]], reason=_REPEATED, unreported=False)
            yield replace(piece, draft=of)
        else:
            yield piece


def _statement(reading: Reading, piece: _Piece, resolved: Mapping[Span, Meant]) -> Statement:
    draft = piece.draft
    speaks = draft.follows or draft
    answer = resolved.get(speaks.source) if speaks.source is not None else None
    reason = (draft.silent or _UNNAMED) if answer is None else answer.reason
    if draft.follows is not None:
        reason = f"{draft.reason} ({reason})" if reason else draft.reason
    elif draft.unreported or draft.asserted:
        reason = draft.silent
    relayed = resolved.get(draft.relayer) if draft.relayer is not None else None
    around = [] if draft.follows is not None else [span for span in (draft.cue, draft.source) if span is not None]
    places = [*piece.content, *around]
    start, end = min(span.start for span in places), max(span.end for span in places)
    return Statement(
        id=content_id("t", reading.article.id, piece.kind, start, end, piece.content[0].start),
        article=reading.article.id,
        kind=piece.kind,
        start=start,
        end=end,
        content=piece.content,
        cue=draft.cue,
        source=answer.entity if answer is not None else None,
        source_span=speaks.source,
        via=relayed.entity if relayed is not None else None,
        via_span=draft.relayer,
        source_reason=reason,
        scare=draft.unreported,
        uncertain=piece.uncertain,
    )
