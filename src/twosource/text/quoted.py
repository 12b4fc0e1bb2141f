"""Which words of an article are somebody's speech, and which name who spoke."""

import re
from collections.abc import Iterable

from twosource.model import Block, Findings, Span

_PAIRED = re.compile(r"“[^”“]{1,4000}”|«[^»«]{1,4000}»|„[^“”„]{1,4000}[“”]|\"[^\"]{1,4000}\"")
_POST = re.compile(r"pic\.twitter\.com|\(@\w{1,20}\)")


def quoted_spans(findings: Findings, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """Where the words of others stand: quotations, words between marks, embedded posts.

    Marks that no statement covers still make quotation: that two articles hold the same words between marks is
    never a sign that one copied the other.

    Args:
        findings: An article with its statements.
        blocks: The blocks that are read.
    """
    text = findings.article.text
    spans = [span for one in findings.statements if one.kind == "quotation" for span in one.content]
    for block in blocks:
        words = text[block.start : block.end]
        if block.kind != "headline" and _POST.search(words):
            spans.append(block.span)
            continue
        spans += [
            Span(start=block.start + found.start(), end=block.start + found.end()) for found in _PAIRED.finditer(words)
        ]
    return tuple(sorted(set(spans)))


def attribution_spans(findings: Findings) -> tuple[Span, ...]:
    """Where the article says who spoke: the sources' names and the cues."""
    places = (place for one in findings.statements for place in (one.source_span, one.cue))
    return tuple(sorted({place for place in places if place is not None}))
