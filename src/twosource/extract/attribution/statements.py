"""Drafts become statements: who is reported to say what, and what the outlet says."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.extract.attribution.passes import PASSES
from twosource.extract.attribution.passes.repeated_words import repeated_words
from twosource.extract.attribution.pieces import Piece, pieces_of
from twosource.extract.attribution.proposals import find_attributions
from twosource.extract.attribution.rules.proposals import merged
from twosource.extract.entities import EntityResolver, Meant
from twosource.extract.quotations import Quotation
from twosource.language import Document, labels
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Attitude, Span, Statement, content_id
from twosource.settings import Settings
from twosource.text.reasons import Reason, worded

_UNNAMED: Final = Reason("attribution.unnamed")
_REPEATED: Final = Reason("attribution.repeated")
_OUTSIDE: Final = Reason("attribution.no_words")
_ASSERTING: Final = frozenset({"headline", "paragraph", "caption"})
"""Blocks whose sentences the outlet says itself, where nobody is reported to say them."""
_ATTITUDES: Final[Mapping[Attitude, Reason]] = {
    "thought": Reason("attribution.attitude_thought"),
    "plan": Reason("attribution.attitude_plan"),
    "wish": Reason("attribution.attitude_wish"),
    "act": Reason("attribution.attitude_act"),
}


def find_statements(
    document: Document, quotations: tuple[Quotation, ...], resolver: EntityResolver, settings: Settings
) -> tuple[Statement, ...]:
    """What an article says, on whose word.

    A quotation inside a paraphrase ("said it was 'a disgrace'") is a statement of its own with the source of the
    paraphrase, beside the paraphrase that covers the whole clause. Words in quotation marks that nobody is
    reported to have said carry ``scare`` and no source.

    The resolver is told who speaks, in text order. Statements are by place; there are none where nothing was parsed.
    """
    article, parsed = document.article, document.parsed
    reading = Reading(document=document, quotations=quotations, cast=resolver.cast)
    drafts: Drafts = find_attributions(article, parsed, quotations, settings)
    for put_right in PASSES:
        drafts = tuple(put_right(reading, drafts))
    pieces = list(pieces_of(reading, drafts))
    resolved = _resolve(reading, pieces, resolver)
    spoken = [_statement(reading, piece, resolved) for piece in _repeated(reading, pieces, resolved)]
    asserted = find_assertions(article, parsed, [s.span for s in spoken if s.said])
    kept = {statement.id: statement for statement in [*asserted, *spoken]}
    return tuple(sorted(kept.values(), key=lambda s: (s.start, s.end, s.kind, s.id)))


class _Lines:
    """Which draft's line of a transcript a place stands in ("BRANDT: He told me …")."""

    def __init__(self, text: str, drafts: Iterable[Draft]) -> None:
        lines = ((draft, span) for draft in drafts if draft.cue and draft.cue.of(text) == ":" for span in draft.content)
        self._lines = sorted(((span.start, span.end, draft) for draft, span in lines), key=lambda line: line[:2])
        self._starts = [start for start, _, _ in self._lines]

    def __call__(self, offset: int) -> Draft | None:
        line = bisect_right(self._starts, offset) - 1
        return self._lines[line][2] if line >= 0 and self._lines[line][1] > offset else None


def _resolve(reading: Reading, pieces: Sequence[Piece], resolver: EntityResolver) -> dict[Span, Meant]:
    """The source of each place that names one, in text order: who spoke last helps to say who "he" is."""
    said: dict[Span, Draft] = {}
    for piece in pieces:
        speaks = piece.draft.follows or piece.draft
        if speaks.source is not None:
            said.setdefault(speaks.source, speaks)
    found: dict[Span, Meant] = {}
    within = _Lines(reading.text, said.values())
    relayers = {piece.draft.relayer for piece in pieces if piece.draft.relayer is not None}
    for place in sorted({*said, *relayers}):
        if place not in said or not _takes_turn(reading, said[place]):
            found[place] = resolver.vouches(place)
            continue
        line = within(place.start)
        speaking = found[line.source].entity if line is not None and line.source in found else None
        found[place] = resolver.speaks(place, said[place].content, speaking=speaking)
    return found


def _takes_turn(reading: Reading, draft: Draft) -> bool:
    """Whether somebody is told of who may go on as "she": who speaks, or whose attitude a whole sentence is about."""
    if draft.attitude is None or draft.cue is None:
        return draft.attitude is None
    tree = reading.tree_of(draft.cue)
    return any(tree.deps[row] == labels.ROOT for row in tree.rows(draft.cue))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    """A quotation among the pieces: its number there, where it stands, and who says it, as far as is known."""

    number: int
    content: tuple[Span, ...]
    speaks: Draft
    speaker: str | None


def _repeated(reading: Reading, pieces: Sequence[Piece], resolved: Mapping[Span, Meant]) -> Iterator[Piece]:
    """The pieces; quotations of a headline that nobody is named for go to who says the same words in the text."""
    text = min((block.start for block in reading.article.blocks if block.kind == "paragraph"), default=0)
    quoted = list(_quotations(pieces, resolved))
    headlines = [(q.number, q.content) for q in quoted if q.content[0].start < text and q.speaker is None]
    spoken = [q for q in quoted if q.content[0].start >= text and q.speaker is not None]
    said = repeated_words(reading.article, headlines, [(q.speaker, q.content) for q in spoken if q.speaker])
    speaks = {q.speaker: q.speaks for q in reversed(quoted) if q.speaker is not None}
    for number, piece in enumerate(pieces):
        yield _follows(piece, speaks[said[number]]) if number in said else piece


def _quotations(pieces: Sequence[Piece], resolved: Mapping[Span, Meant]) -> Iterator[_Quoted]:
    for number, piece in enumerate(pieces):
        if piece.kind == "quotation":
            speaks = piece.draft.follows or piece.draft
            meant = _meant(speaks.source, resolved)
            speaker = meant.entity if meant is not None else None
            yield _Quoted(number=number, content=piece.content, speaks=speaks, speaker=speaker)


def _follows(piece: Piece, speaks: Draft) -> Piece:
    """A piece whose words are those that another draft has with their speaker."""
    return replace(piece, draft=replace(piece.draft, follows=speaks, reason=_REPEATED, unreported=False))


def _meant(place: Span | None, resolved: Mapping[Span, Meant]) -> Meant | None:
    return None if place is None else resolved.get(place)


def _reason(draft: Draft, answer: Meant | None) -> Reason:
    """Why this is the source, or why there is none."""
    if draft.follows is None and (draft.unreported or draft.asserted):
        return draft.silent or _UNNAMED
    reason = (draft.silent or _UNNAMED) if answer is None else answer.reason
    why = _ATTITUDES[draft.attitude] if draft.attitude is not None else draft.reason if draft.follows else None
    return reason if why is None else Reason("attribution.because", why=why, who=reason)


def _statement(reading: Reading, piece: Piece, resolved: Mapping[Span, Meant]) -> Statement:
    draft = piece.draft if piece.kind == "paraphrase" else replace(piece.draft, attitude=None)
    speaks = draft.follows or draft
    answer, relayed = _meant(speaks.source, resolved), _meant(draft.relayer, resolved)
    around = () if draft.follows is not None else tuple(filter(None, (draft.cue, draft.source)))
    start = min(span.start for span in (*piece.content, *around))
    end = max(span.end for span in (*piece.content, *around))
    return Statement(
        id=content_id("t", reading.article.id, piece.kind, start, end, piece.content[0].start),
        article=reading.article.id, kind=piece.kind, start=start, end=end, content=piece.content, cue=draft.cue,
        source=answer.entity if answer is not None else None, source_span=speaks.source,
        via=relayed.entity if relayed is not None else None, via_span=draft.relayer,
        source_reason=worded(_reason(draft, answer), reading.document.lexicon.code),
        scare=draft.unreported, attitude=draft.attitude, uncertain=piece.uncertain,
    )  # fmt: skip


def find_assertions(article: Article, parsed: Parsed, covered: Sequence[Span]) -> Iterator[Statement]:
    """One assertion for each sentence with a finite verb that nothing attributed, whose places are ``covered``, overlaps; by place."""
    taken = merged(covered)
    starts = [span.start for span in taken]
    for block, tree in zip(article.blocks, parsed.trees, strict=False):
        if tree is None or block.kind not in _ASSERTING:
            continue
        for first, last in tree.sentences:
            place = tree.span(first, last - 1)
            at = bisect_left(starts, place.end) - 1
            if (at >= 0 and taken[at].end > place.start) or not _says(tree, first, last):
                continue
            yield Statement(
                id=content_id("t", article.id, "assertion", place.start, place.end), article=article.id, kind="assertion",
                start=place.start, end=place.end, content=(place,), source_reason=worded(_OUTSIDE, article.language),
            )  # fmt: skip


def _says(tree: Tree, first: int, last: int) -> bool:
    return any(tree.tags[row] in labels.FINITE_FORMS for row in range(first, last))
