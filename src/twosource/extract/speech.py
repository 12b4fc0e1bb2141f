"""Speech that goes on: quotations with no words of attribution of their own, and who may be taken to say them."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.extract.attributions import Attribution
from twosource.extract.quotations import Quotation
from twosource.model import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Which attribution's speaker goes on in a quotation; None where nobody's does. The reason is for the reader."""

    attribution: int | None
    reason: str


def carry_over(
    article: Article,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    owner: Sequence[int | None],
) -> dict[int, Carried]:
    """For each speech quotation that no attribution covers: whose speech it goes on from.

    The speaker of the quotation before goes on where nothing but white space stands between, or where the
    paragraph begins with the quotation and the paragraph before it held that speaker's words last. A speaker who
    is named behind a quotation in the same sentence also speaks the quotations right before it.

    Args:
        article: The article.
        quotations: All of it, by place.
        attributions: All of it.
        owner: For each quotation the index of the attribution that covers it, or None.

    Returns:
        One entry for each speech quotation without an owner, by its index.
    """
    found: dict[int, Carried] = {}
    speech = [i for i, quotation in enumerate(quotations) if quotation.kind == "speech"]
    cues = sorted((a.cue or a.content[0], i) for i, a in enumerate(attributions))
    nth = 0
    current: int | None = None  # the attribution that spoke last, in reading order
    last_end = -1
    for index in speech:
        quotation = quotations[index]
        while nth < len(cues) and cues[nth][0].start < quotation.outer.start:
            current, nth = cues[nth][1], nth + 1
            last_end = max(last_end, _end(attributions[current]))
        if owner[index] is not None:
            current, last_end = owner[index], max(quotation.outer.end, _end(attributions[owner[index] or 0]))
            continue
        found[index] = _carried(article, quotation, attributions, current, last_end)
        if found[index].attribution is not None:
            last_end = quotation.outer.end
    return found


def _end(attribution: Attribution) -> int:
    spans = [*attribution.content, *(span for span in (attribution.cue, attribution.source) if span)]
    return max(span.end for span in spans)


def _carried(
    article: Article, quotation: Quotation, attributions: Sequence[Attribution], current: int | None, last_end: int
) -> Carried:
    if current is None or attributions[current].source is None:
        return Carried(attribution=None, reason="nobody is named as the speaker of this quotation")
    between = article.text[last_end : quotation.outer.start] if last_end <= quotation.outer.start else ""
    block = article.blocks[quotation.blocks[0]]
    if not between.strip(" .,;:—–-\n\"'“”‘’") and between.count("\n\n") <= 1:
        return Carried(attribution=current, reason="goes straight on from the words before, which have a speaker")
    opens = not article.text[block.start : quotation.outer.start].strip()
    if opens and _block_before(article, quotation.blocks[0]) == _block_at(article, last_end - 1, quotation.blocks[0]):
        tail = article.text[last_end : block.start]
        if len(tail.strip()) <= 2:  # noqa: PLR2004 - a full stop and a mark
            return Carried(attribution=current, reason="the paragraph before ends with this speaker's words")
    return Carried(attribution=None, reason="no words say who speaks, and it does not go straight on from a speaker")


def _block_before(article: Article, block: int) -> int:
    """The nearest earlier block that is a paragraph or headline; -1 where there is none."""
    return next((i for i in range(block - 1, -1, -1) if article.blocks[i].kind in {"paragraph", "headline"}), -1)


def _block_at(article: Article, at: int, before: int) -> int:
    return next((i for i in range(before, -1, -1) if article.blocks[i].start <= at), -1)


def content_of(quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """All places inside the marks of several quotations, in text order."""
    return tuple(sorted(span for quotation in quotations for span in quotation.spans))
