"""Which words of an article are somebody's speech, and which name who spoke."""

import re
from collections.abc import Iterator, Sequence

from twosource.language.lexicon import lexicon_of
from twosource.language.words_attribution import AttributionWords
from twosource.model import Block, Findings, Span
from twosource.text.marks import pair_marks

_POST = re.compile(r"pic\.twitter\.com|\(@\w{1,20}\)")


def quoted_spans(findings: Findings, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Where the words of others stand: quotations, words between marks, embedded posts.

    Marks that no statement covers still make quotation: that two articles hold the same words between marks is
    never a sign that one copied the other.

    Args:
        findings: An article with its statements.
        blocks: The blocks that are read.
    """
    text = findings.article.text
    spans = {span for one in findings.statements if one.kind == "quotation" for span in one.content}
    language = findings.article.language
    running = [block for block in blocks if block.kind == "paragraph"]
    spans |= {block.span for block in running if _POST.search(text, block.start, block.end)}
    spans |= set(_released(text, running, lexicon_of(findings.article.language).attribution))
    for stretch in ([block.span for block in running], *([b.span] for b in blocks if b.kind != "paragraph")):
        spans |= {span for pair in pair_marks(text, stretch, language) if not pair.single for span in pair.spans}
    return tuple(sorted(spans))


def _released(text: str, running: Sequence[Block], said: AttributionWords) -> Iterator[Span]:
    """Paragraphs of a statement that is printed without marks: what a colon leads in, and on while "we" speak."""
    inside = led = False
    for block in running:
        inside = led or (inside and bool(said.speaking_of_us.search(text, block.start, block.end)))
        led = bool(said.released.search(text, max(block.start, block.end - 160), block.end))
        if inside:
            yield block.span


def attribution_spans(findings: Findings) -> tuple[Span, ...]:
    """Where the article says who spoke: the sources' names and the cues."""
    places = (place for one in findings.statements if one.said for place in (one.source_span, one.cue))
    return tuple(sorted({place for place in places if place is not None}))
