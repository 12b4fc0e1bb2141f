"""Quotations whose closing mark was left out: "We had no pumps, said Ada Holm, who runs the ferry."."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.language.words_news import QuotationWords
from twosource.model import Span
from twosource.text.marks import NO_CLOSING, Pair

_LEAST: Final = 3  # words before the comma; fewer are no sentence


def ended(text: str, pair: Pair, words: QuotationWords) -> Iterator[Pair]:
    """The pair as it is, or, where its closing mark is missing and words of saying stand in it, what is quoted.

    The quotation ends with the comma before "said Ada Holm" or "Holm said"; each paragraph behind it that the same pair
    ran over is then a quotation of its own, which nothing but its opening mark tells.

    Args:
        text: The article's text.
        pair: Two marks, the second of which may be missing.
        words: What stands beside quotation marks in the text's language.

    Yields:
        One pair, or one for each paragraph.
    """
    if pair.uncertain != NO_CLOSING or pair.depth:
        yield pair
        return
    cuts = [_end_of_speech(text, span, words) for span in pair.spans]
    if not any(cut is not None for cut in cuts):
        yield pair
        return
    for span, paragraph, cut in zip(pair.spans, pair.paragraphs, cuts, strict=True):
        kept = Span(start=span.start, end=span.end if cut is None else cut)
        opens = pair.outer.start if span == pair.spans[0] else max(span.start - 1, pair.outer.start)
        outer = Span(start=opens, end=kept.end)
        yield replace(pair, outer=outer, spans=(kept,), paragraphs=(paragraph,))


def _end_of_speech(text: str, span: Span, words: QuotationWords) -> int | None:
    """Where the words end that "said Ada Holm" stands behind; None where nothing of the kind does."""
    for match in words.end_of_speech.finditer(text, span.start, span.end):
        if len(text[span.start : match.start()].split()) >= _LEAST:
            return match.start() + 1
    return None
