"""Where the words that name a source begin and end: no label before them, no title cut from its name."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from twosource.extract.attribution.passes.headline_source import without_label
from twosource.extract.attribution.proposals import Attribution
from twosource.extract.attribution.rules.frames import frames
from twosource.extract.sources.descriptions import behind_label, is_title
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Span

_MARKS = "\"'“‘«„"
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
        better = (_own_subject(tree, one.cue, rows) or better) if tree is not None and one.cue is not None else better
        one = replace(one, source=better) if better != one.source else one  # noqa: PLW2901 - one step of two
        if one.content and (first := without_label(article.text, one.content[0])) != one.content[0]:
            one = replace(one, content=(first, *one.content[1:]))  # noqa: PLW2901 - the same
        found.append(_without_hearer(article, parsed, starts, one))
    return found


def _without_hearer(article: Article, parsed: Parsed, starts: Sequence[int], one: Attribution) -> Attribution:
    """An attribution whose content does not begin with who is told: "told the mayor the gate was open"."""
    block = bisect_right(starts, one.cue.start) - 1 if one.cue is not None else -1
    tree = parsed.trees[block] if block >= 0 else None
    if tree is None or one.cue is None or not one.content or one.content[0].start < one.cue.end:
        return one
    one = _with_plea(tree, one, one.cue)
    if one.cue is None:
        return one
    cue, rows = tree.rows(one.cue), tree.rows(one.content[0])
    head = next((row for row in cue if tree.lemmas[row] in frames().addressing), None)
    hearer = tree.child(head, "dobj", "dative") if head is not None else None
    clause = tree.child(head, "ccomp") if head is not None else None
    if hearer is None or clause is None or not rows or tree.lefts[hearer] != rows[0] or tree.lefts[clause] <= hearer:
        return one
    if tree.lefts[clause] not in rows or article.text[one.content[0].start] in _MARKS:
        return one
    first = Span(start=tree.starts[tree.lefts[clause]], end=one.content[0].end)
    return replace(one, content=(first, *one.content[1:]))


def _with_plea(tree: Tree, one: Attribution, cue: Span) -> Attribution:
    """What somebody pleads is said, not the words that say so: "pleaded", "not guilty to theft"."""
    rows = tree.rows(cue)
    head = next((row for row in rows if tree.lemmas[row] == "plead"), None)
    if head is None or "guilty" not in {tree.words[row].lower() for row in rows}:
        return one
    first = Span(start=tree.starts[head + 1], end=one.content[0].end)
    return replace(one, cue=tree.span(rows[0], head), content=(first, *one.content[1:]))


def _own_subject(tree: Tree, cue: Span, source: range) -> Span | None:
    """The subject of a verb in a phrase with "with", where another one is taken for it: "with some drivers claiming"."""
    rows = tree.rows(cue)
    head = next((row for row in rows if tree.heads[row] not in rows), None)
    subject = tree.child(head, "nsubj") if head is not None and tree.deps[head] == "pcomp" else None
    if subject is None or not source or any(tree.lefts[subject] <= row <= tree.rights[subject] for row in source):
        return None
    return tree.span(tree.lefts[subject], subject)


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
