"""One path from quotations and attributions to statements: who is reported to say what, and what the outlet says."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.extract.attribution.assertions import find_assertions
from twosource.extract.attribution.passes.adjacent_speaker import speakers_beside, speakers_outside, whole_quotations
from twosource.extract.attribution.passes.continued_speech import carry_over, content_of
from twosource.extract.attribution.passes.embedded_speech import apart_from_swallowed, with_those_carried
from twosource.extract.attribution.passes.headline_source import sources_at_the_end
from twosource.extract.attribution.passes.repeated_words import repeated_words
from twosource.extract.attribution.passes.source_extent import proper_sources
from twosource.extract.attribution.passes.unfit_source import Fitted, without_unfit
from twosource.extract.attribution.proposals import Attribution, find_attributions
from twosource.extract.quotations import Quotation, find_quotations
from twosource.extract.sources.cast import Cast, find_cast
from twosource.extract.sources.gathering import Gathering, Resolved
from twosource.extract.sources.outlets import outlet_in
from twosource.language.resources import load
from twosource.language.tree import Parsed
from twosource.model import Article, Source, Span, Statement, StatementKind, content_id
from twosource.settings import Settings

_MARKS = "\"'“”‘’„‟‚‛«»‹›`″ \n\t.,;:!?…()[]–—-"
_QUOTATION_NEXT = re.compile(r"(?P<said>[^\"“”‘«„]*[a-z\d)]{3})[.!?]\s+[\"“‘«„]")
_UNNAMED = "nobody is named as the source"
_REPEATED = "the text has the same words with their speaker"
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "AUX", "NUM", "ADJ", "ADV", "INTJ"})
_SHAPES = {
    "scare": "a few words in quotation marks that nobody is reported to have said",
    "title": "the title of a work",
    "nickname": "a name that somebody or something goes by",
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
    found: Sequence[Attribution] = find_attributions(article, parsed, quotations, settings)
    found = [*found, *sources_at_the_end(article, found)]
    found = with_those_carried(article, parsed, found)
    found = apart_from_swallowed(article, parsed, whole_quotations(quotations, found))
    found = proper_sources(article, parsed, found)
    attributions = speakers_outside(parsed, quotations, found)
    cast = find_cast(article, parsed, quotations)
    owner = _owners(article.text, quotations, attributions)
    for index, attribution in list(speakers_beside(article, parsed, cast, quotations, attributions, owner)):
        owner[index] = len(attributions)
        attributions.append(attribution)
    fitted = without_unfit(article, parsed, cast, quotations, attributions, owner)
    attributions = fitted.attributions
    drafts = list(_drafts(article, parsed, quotations, attributions, fitted.owner, cast))
    gathering = Gathering(article, parsed, cast)
    resolved = _resolve(article.text, attributions, drafts, gathering)
    drafts = _echoed(article, drafts, resolved)
    ids = gathering.ids()
    spoken = [_statement(article, draft, fitted, resolved, ids) for draft in drafts]
    asserted = find_assertions(article, parsed, [s.span for s in spoken if not s.scare])
    kept = {statement.id: statement for statement in [*asserted, *spoken]}
    ordered = sorted(kept.values(), key=lambda s: (s.start, s.end, s.kind, s.id))
    return tuple(ordered), gathering.sources()


def _owners(text: str, quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> list[int | None]:
    """For each quotation the attribution whose content covers most of it; of two who speaks, not the outlet that carries it.

    Else the smaller content goes first.
    """
    starts = [quotation.outer.start for quotation in quotations]
    best: list[tuple[bool, int, int, int] | None] = [None] * len(quotations)
    for index, attribution in enumerate(attributions):
        size = sum(len(span) for span in attribution.content)
        carries = attribution.source is not None and bool(outlet_in(attribution.source.of(text)))
        for span in attribution.content:
            at = max(0, bisect_left(starts, span.start) - 1)
            while at < len(quotations) and starts[at] < span.end:
                outer = quotations[at].outer
                shared = min(outer.end, span.end) - max(outer.start, span.start)
                inside = attribution.cue is not None and outer.holds(attribution.cue)
                if shared * 2 > len(outer) and not inside:
                    rank = (carries, -shared, size, index)
                    best[at] = min(best[at] or rank, rank)
                at += 1
    return [found[3] if found else None for found in best]


def _drafts(
    article: Article,
    parsed: Parsed,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    owner: Sequence[int | None],
    cast: Cast,
) -> Iterable[_Draft]:
    owned: dict[int, list[Quotation]] = {}
    for quotation, index in zip(quotations, owner, strict=True):
        if index is not None and quotation.kind in {"speech", "scare"}:
            owned.setdefault(index, []).append(quotation)
    stated = _Stated(article, parsed)
    whose = {quotation.outer: of for quotation, of in zip(quotations, owner, strict=True) if of is not None}
    for index, attribution in enumerate(attributions):
        own = tuple(span for span in attribution.content if whose.get(span, index) == index)
        yield from _of_attribution(article, index, replace(attribution, content=own), owned.get(index, []), stated)
    carried = carry_over(article, parsed, quotations, attributions, owner, cast)
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
    article: Article, index: int, attribution: Attribution, quoted: list[Quotation], stated: "_Stated"
) -> Iterable[_Draft]:
    """A quotation, a paraphrase, or a paraphrase with quotations inside."""
    whole: list[Span] = []
    full: list[Quotation] = []
    for content in attribution.content:
        span = _ended(article.text, content)
        inside = [quotation for quotation in quoted if quotation.outer.overlaps(span)]
        if inside and (
            _leads_in(article.text, span, inside, attribution) or not _left_over(article.text, span, inside)
        ):
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
    if any(stated(span, beside=bool(full)) for span in whole):
        yield _Draft(kind="paraphrase", content=tuple(whole), attribution=index)


def _leads_in(text: str, span: Span, inside: Sequence[Quotation], attribution: Attribution) -> bool:
    """Whether the words before a quotation only lead in to it: "She ended the guessing: 'I will not,' she wrote"."""
    first = min(quotation.outer.start for quotation in inside)
    last = max(quotation.outer.end for quotation in inside)
    behind = attribution.cue is not None and attribution.cue.start >= last
    return behind and text[span.start : first].rstrip().endswith(":") and not text[last : span.end].strip(_MARKS)


def _ended(text: str, span: Span) -> Span:
    """Reported words up to the end of their sentence, where the parser ran them together with a quotation behind it."""
    found = _QUOTATION_NEXT.match(text, span.start, span.end)
    return Span(start=span.start, end=found.end("said")) if found else span


class _Stated:
    """Whether words state something: not a bare "which", nor, beside a whole quotation, a phrase without a verb."""

    def __init__(self, article: Article, parsed: Parsed) -> None:
        self._starts = [block.start for block in article.blocks]
        self._parsed = parsed

    def __call__(self, span: Span, *, beside: bool) -> bool:
        block = bisect_right(self._starts, span.start) - 1
        tree = self._parsed.trees[block] if 0 <= block < len(self._parsed.trees) else None
        rows = tree.rows(span) if tree is not None else range(0)
        if tree is None or not rows:
            return True
        finite = any(tree.tags[row] in _FINITE for row in rows)
        nouns = {tree.lemmas[row] for row in rows if tree.pos[row] == "NOUN" and tree.heads[row] not in rows}
        if beside or (nouns and nouns <= set(load("frames")["asked"])):
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
    """Which attribution's line of a transcript a place stands in ("BRANDT: He told me …")."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self._lines = sorted(
            (span.start, span.end, index)
            for index, one in enumerate(attributions)
            if one.cue is not None and one.cue.of(text) == ":"
            for span in one.content
        )
        self._starts = [start for start, _, _ in self._lines]

    def __call__(self, at: int) -> int | None:
        found = bisect_right(self._starts, at) - 1
        return self._lines[found][2] if found >= 0 and self._lines[found][1] > at else None


def _resolve(
    text: str, attributions: Sequence[Attribution], drafts: Sequence[_Draft], gathering: Gathering
) -> dict[int, Resolved]:
    """Each attribution's source, in text order: who spoke last helps to say who "he" is."""
    used = {draft.attribution for draft in drafts if draft.attribution is not None}
    places = {i: attributions[i].source for i in used}
    order = sorted((place, i) for i, place in places.items() if place is not None)
    found: dict[int, Resolved] = {}
    last: int | None = None
    within = _Lines(text, attributions)
    for place, index in order:
        until = max((span.end for span in attributions[index].content), default=place.end)
        line = within(place.start)
        speaking = found[line].entry if line is not None and line in found else None
        found[index] = gathering.resolve(place, last, until, speaking)
        last = found[index].entry if found[index].entry is not None else last
    return found


def _echoed(article: Article, drafts: Sequence[_Draft], resolved: Mapping[int, Resolved]) -> list[_Draft]:
    """The drafts; quotations of a headline that nobody is named for go to who says the same words in the text."""
    text = min((block.start for block in article.blocks if block.kind == "paragraph"), default=0)
    entries = [
        answer.entry if draft.attribution is not None and (answer := resolved.get(draft.attribution)) else None
        for draft in drafts
    ]
    quoted = [(at, draft) for at, draft in enumerate(drafts) if draft.kind == "quotation"]
    headlines = [(at, d.content) for at, d in quoted if d.content[0].start < text and entries[at] is None]
    spoken = [(who, d.content) for at, d in quoted if d.content[0].start >= text and (who := entries[at]) is not None]
    said = repeated_words(article, headlines, spoken)
    of = {who: d.attribution for at, d in reversed(quoted) if (who := entries[at]) is not None}
    return [
        replace(draft, attribution=of[said[at]], carried=_REPEATED, scare=False) if at in said else draft
        for at, draft in enumerate(drafts)
    ]


def _statement(
    article: Article,
    draft: _Draft,
    fitted: Fitted,
    resolved: dict[int, Resolved],
    ids: Sequence[str],
) -> Statement:
    cue: Span | None = None
    source_span: Span | None = None
    source: str | None = None
    reason = draft.why_none
    if draft.attribution is not None:
        attribution = fitted.attributions[draft.attribution]
        cue, source_span = attribution.cue, attribution.source
        answer = resolved.get(draft.attribution)
        reason = fitted.silent.get(draft.attribution, _UNNAMED) if answer is None else answer.reason
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
