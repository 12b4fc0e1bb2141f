"""Speech that goes on: quotations with no words of attribution of their own, and who may be taken to say them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.extract.attributions import Attribution
from twosource.extract.quotations import Quotation
from twosource.model import Article, Span
from twosource.text.tree import Parsed

_STOPS = " .,;:—–-\n\"'“”‘’"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Which attribution's speaker goes on in a quotation; None where nobody's does. The reason is for the reader."""

    attribution: int | None
    reason: str


def carry_over(
    article: Article,
    parsed: Parsed,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    owner: Sequence[int | None],
) -> dict[int, Carried]:
    """For each speech quotation that no attribution covers: whose speech it goes on from.

    The speaker of the words before goes on where nothing but the rest of their sentence stands between, or where
    the paragraph begins with the quotation and the paragraph before it ends with that speaker's sentence.

    Args:
        article: The article.
        parsed: Its trees.
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
        found[index] = _carried(article, parsed, quotation, attributions, current, last_end)
        if found[index].attribution is not None:
            last_end = quotation.outer.end
    return found


def _end(attribution: Attribution) -> int:
    spans = [*attribution.content, *(span for span in (attribution.cue, attribution.source) if span)]
    return max(span.end for span in spans)


def _carried(
    article: Article,
    parsed: Parsed,
    quotation: Quotation,
    attributions: Sequence[Attribution],
    current: int | None,
    last_end: int,
) -> Carried:
    if current is None or attributions[current].source is None:
        return Carried(attribution=None, reason="nobody is named as the speaker of this quotation")
    between = article.text[_sentence_end(article, parsed, last_end) : quotation.outer.start]
    if between.strip(_STOPS):
        return Carried(
            attribution=None, reason="no words say who speaks, and it does not go straight on from a speaker"
        )
    breaks = sum(article.blocks[i].kind == "paragraph" for i in _blocks_between(article, last_end, quotation))
    if breaks == 0:
        return Carried(attribution=current, reason="goes straight on from the words before, which have a speaker")
    if breaks == 1:
        return Carried(attribution=current, reason="the paragraph before ends with this speaker's words")
    return Carried(attribution=None, reason="no words say who speaks, and it does not go straight on from a speaker")


def _sentence_end(article: Article, parsed: Parsed, at: int) -> int:
    """Where the sentence that holds the place before ``at`` ends; ``at`` itself where none does."""
    block = bisect_right([block.start for block in article.blocks], at - 1) - 1
    tree = parsed.trees[block] if block >= 0 else None
    if tree is None or not len(tree):
        return at
    row = bisect_right(tree.starts, at - 1) - 1
    if row < 0:
        return at
    return max(at, tree.ends[tree.sentences[tree.sentence_of[row]][1] - 1])


def _blocks_between(article: Article, at: int, quotation: Quotation) -> range:
    """Blocks that begin behind ``at``, up to the one that the quotation begins in, included."""
    return range(bisect_right([block.start for block in article.blocks], at - 1), quotation.blocks[0] + 1)


def content_of(quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """All places inside the marks of several quotations, in text order."""
    return tuple(sorted(span for quotation in quotations for span in quotation.spans))
