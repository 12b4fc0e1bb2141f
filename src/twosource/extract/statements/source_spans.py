"""Where the words that name a source begin and end: no label before them, no title cut from its name."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from twosource.extract.attributions.find import Attribution
from twosource.extract.sources.descriptions import behind_label, is_title
from twosource.model import Article, Span
from twosource.text.tree import Parsed, Tree

_PROPER = frozenset({"NNP", "NNPS"})


def proper_sources(article: Article, parsed: Parsed, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, their sources without a label and its colon, and with the name behind a title.

    The parser ends a sentence behind "Capt." and "Lt.": the name is what stands behind it.

    Args:
        article: The article.
        parsed: Its trees.
        attributions: All of them.

    Returns:
        As many, in the same order.
    """
    starts = [block.start for block in article.blocks]
    found: list[Attribution] = []
    for one in attributions:
        block = bisect_right(starts, one.source.start) - 1 if one.source is not None else -1
        tree = parsed.trees[block] if block >= 0 else None
        rows = tree.rows(one.source) if tree is not None and one.source is not None else range(0)
        better = _better(tree, rows) if tree is not None and rows else one.source
        found.append(replace(one, source=better) if better != one.source else one)
    return found


def _better(tree: Tree, rows: range) -> Span:
    kept = behind_label(tree, rows)
    last = kept[-1]
    if all(is_title(tree.words[row]) or tree.words[row] == "." for row in kept):
        while last + 1 < len(tree) and (
            tree.tags[last + 1] in _PROPER or (last == kept[-1] and tree.words[last + 1] == ".")
        ):
            last += 1
    if last == kept[-1] and kept == rows:
        return tree.span(rows[0], rows[-1])
    while last > kept[-1] and not tree.words[last][0].isalnum():
        last -= 1
    return tree.span(kept[0], last)
