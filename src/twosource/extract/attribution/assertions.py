"""What the outlet itself says: sentences that no attribution covers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from twosource.language import labels
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Span, Statement, content_id
from twosource.text.reasons import Reason, worded

_FINITE = frozenset(labels.FINITE_FORMS)
_KINDS = frozenset({"headline", "paragraph", "caption"})
_OUTSIDE = Reason("attribution.no_words")


def find_assertions(article: Article, parsed: Parsed, covered: Sequence[Span]) -> Iterator[Statement]:
    """One assertion for each sentence with a finite verb that nothing attributed overlaps.

    Args:
        article: The article.
        parsed: Its trees.
        covered: Places of attributed statements.

    Yields:
        Assertions by place.
    """
    taken = _merged(covered)
    starts = [span.start for span in taken]
    for block, tree in zip(article.blocks, parsed.trees, strict=False):
        if tree is None or block.kind not in _KINDS:
            continue
        for first, last in tree.sentences:
            place = tree.span(first, last - 1)
            at = bisect_left(starts, place.end) - 1
            if (at >= 0 and taken[at].end > place.start) or not _says(tree, first, last):
                continue
            yield Statement(
                id=content_id("t", article.id, "assertion", place.start, place.end),
                article=article.id,
                kind="assertion",
                start=place.start,
                end=place.end,
                content=(place,),
                source_reason=worded(_OUTSIDE, article.language),
            )


def _says(tree: Tree, first: int, last: int) -> bool:
    return any(tree.tags[row] in _FINITE for row in range(first, last))


def _merged(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(start=kept[-1].start, end=max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept
