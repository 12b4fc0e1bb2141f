"""One path from quotations and attributions to statements: who is reported to say what, and what the outlet says."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.extract.assertions import find_assertions
from twosource.extract.attributions import Attribution, find_attributions
from twosource.extract.beside import speakers_beside, speakers_outside
from twosource.extract.cast import find_cast
from twosource.extract.quotations import Quotation, find_quotations
from twosource.extract.sources import Gathering, Resolved
from twosource.extract.speech import carry_over, content_of
from twosource.model import Article, Source, Span, Statement, StatementKind, content_id
from twosource.settings import Settings
from twosource.text.tree import Parsed

_MARKS = "\"'“”‘’„‟‚‛«»‹›`″ \n\t.,;:!?…()[]–—-"
_SHAPES = {
    "scare": "a few words in quotation marks that nobody is reported to have said",
    "title": "the title of a work",
    "nickname": "a nickname",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A statement before its source is settled. ``attribution`` is None for what nobody is named to have said."""

    kind: StatementKind
    content: tuple[Span, ...]
    attribution: int | None
    carried: str = ""
    uncertain: str = ""
    scare: bool = False
    why_none: str = ""


def find_statements(
    article: Article, parsed: Parsed, settings: Settings
) -> tuple[tuple[Statement, ...], tuple[Source, ...]]:
    """What an article says, on whose word.

    A quotation inside a paraphrase ("said it was 'a disgrace'") is a statement of its own with the source of the
    paraphrase, beside the paraphrase that covers the whole clause. Words in quotation marks that nobody is
    reported to have said carry ``scare`` and no source.

    Args:
        article: The article.
        parsed: Its trees.
        settings: The thresholds.

    Returns:
        Statements by place, and the sources they name, by first mention. Both empty where nothing was parsed.
    """
    quotations = find_quotations(article, parsed, settings)
    found = find_attributions(article, parsed, quotations, settings)
    attributions = speakers_outside(parsed, quotations, found)
    cast = find_cast(article, parsed, quotations)
    owner = _owners(quotations, attributions)
    for index, attribution in list(speakers_beside(article, parsed, cast, quotations, attributions, owner)):
        owner[index] = len(attributions)
        attributions.append(attribution)
    drafts = list(_drafts(article, parsed, quotations, attributions, owner))
    gathering = Gathering(article, parsed, cast)
    resolved = _resolve(attributions, drafts, gathering)
    ids = gathering.ids()
    spoken = [_statement(article, draft, attributions, resolved, ids) for draft in drafts]
    asserted = find_assertions(article, parsed, [s.span for s in spoken if not s.scare])
    kept = {statement.id: statement for statement in [*asserted, *spoken]}
    ordered = sorted(kept.values(), key=lambda s: (s.start, s.end, s.kind, s.id))
    return tuple(ordered), gathering.sources()


def _owners(quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> list[int | None]:
    """For each quotation the attribution whose content covers most of it; the smaller content where two do."""
    starts = [quotation.outer.start for quotation in quotations]
    best: list[tuple[int, int, int] | None] = [None] * len(quotations)
    for index, attribution in enumerate(attributions):
        size = sum(len(span) for span in attribution.content)
        for span in attribution.content:
            at = max(0, bisect_left(starts, span.start) - 1)
            while at < len(quotations) and starts[at] < span.end:
                outer = quotations[at].outer
                shared = min(outer.end, span.end) - max(outer.start, span.start)
                inside = attribution.cue is not None and outer.holds(attribution.cue)
                if shared * 2 > len(outer) and not inside:
                    rank = (-shared, size, index)
                    best[at] = min(best[at] or rank, rank)
                at += 1
    return [found[2] if found else None for found in best]


def _drafts(
    article: Article,
    parsed: Parsed,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    owner: Sequence[int | None],
) -> Iterable[_Draft]:
    owned: dict[int, list[Quotation]] = {}
    for quotation, index in zip(quotations, owner, strict=True):
        if index is not None and quotation.kind in {"speech", "scare"}:
            owned.setdefault(index, []).append(quotation)
    for index, attribution in enumerate(attributions):
        yield from _of_attribution(article, index, attribution, owned.get(index, []))
    carried = carry_over(article, parsed, quotations, attributions, owner)
    for index, quotation in enumerate(quotations):
        if index in carried:
            going_on = carried[index]
            yield _Draft(
                kind="quotation", content=quotation.spans, attribution=going_on.attribution, carried=going_on.reason,
                uncertain=quotation.uncertain, why_none=going_on.reason,
            )  # fmt: skip
        elif quotation.kind in {"title", "nickname"} or owner[index] is None:
            yield _Draft(
                kind="quotation", content=quotation.spans, attribution=None, scare=True,
                uncertain=quotation.uncertain, why_none=_SHAPES.get(quotation.kind, ""),
            )  # fmt: skip


def _of_attribution(
    article: Article, index: int, attribution: Attribution, quoted: list[Quotation]
) -> Iterable[_Draft]:
    """A quotation, a paraphrase, or a paraphrase with quotations inside."""
    whole: list[Span] = []
    full: list[Quotation] = []
    for span in attribution.content:
        inside = [quotation for quotation in quoted if quotation.outer.overlaps(span)]
        if inside and not _left_over(article.text, span, inside):
            full.extend(quotation for quotation in inside if quotation not in full)
        elif span.of(article.text).strip(_MARKS):
            whole.append(span)
            for quotation in inside:
                if quotation not in full:
                    yield _Draft(
                        kind="quotation", content=quotation.spans, attribution=index, uncertain=quotation.uncertain
                    )
    if full:
        uncertain = "; ".join(dict.fromkeys(q.uncertain for q in full if q.uncertain))
        yield _Draft(kind="quotation", content=content_of(full), attribution=index, uncertain=uncertain)
    if whole:
        yield _Draft(kind="paraphrase", content=tuple(whole), attribution=index)


def _left_over(text: str, span: Span, quoted: Iterable[Quotation]) -> bool:
    """Whether words of ``span`` stand outside all of the quotations."""
    at = span.start
    for quotation in sorted(quoted, key=lambda q: q.outer):
        if text[at : max(at, quotation.outer.start)].strip(_MARKS):
            return True
        at = max(at, quotation.outer.end)
    return bool(text[at : span.end].strip(_MARKS))


def _resolve(
    attributions: Sequence[Attribution], drafts: Sequence[_Draft], gathering: Gathering
) -> dict[int, Resolved]:
    """Each attribution's source, in text order: who spoke last helps to say who "he" is."""
    used = {draft.attribution for draft in drafts if draft.attribution is not None}
    places = {i: attributions[i].source for i in used}
    order = sorted((place, i) for i, place in places.items() if place is not None)
    found: dict[int, Resolved] = {}
    last: int | None = None
    for place, index in order:
        until = max(span.end for span in attributions[index].content)
        found[index] = gathering.resolve(place, last, until)
        last = found[index].entry if found[index].entry is not None else last
    return found


def _statement(
    article: Article,
    draft: _Draft,
    attributions: Sequence[Attribution],
    resolved: dict[int, Resolved],
    ids: Sequence[str],
) -> Statement:
    cue: Span | None = None
    source_span: Span | None = None
    source: str | None = None
    reason = draft.why_none
    if draft.attribution is not None:
        attribution = attributions[draft.attribution]
        cue, source_span = attribution.cue, attribution.source
        answer = resolved.get(draft.attribution)
        reason = "nobody is named as the source" if answer is None else answer.reason
        source = ids[answer.entry] if answer is not None and answer.entry is not None else None
        if draft.carried:
            cue, reason = None, f"{draft.carried} ({reason})" if reason else draft.carried
    places = (
        list(draft.content) if draft.carried else [*draft.content, *(s for s in (cue, source_span) if s is not None)]
    )
    start, end = min(span.start for span in places), max(span.end for span in places)
    return Statement(
        id=content_id("t", article.id, draft.kind, start, end, draft.content[0].start),
        article=article.id,
        kind=draft.kind,
        start=start,
        end=end,
        content=draft.content,
        cue=cue,
        source=source,
        source_span=source_span,
        source_reason=reason,
        scare=draft.scare,
        uncertain=draft.uncertain,
    )
