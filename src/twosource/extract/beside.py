"""Who stands beside a quotation that no words of saying govern: the subject of its clause, or of the words that lead in."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from twosource.extract.attributions import Attribution
from twosource.extract.cast import Cast
from twosource.extract.quotations import Quotation
from twosource.model import Article, Span
from twosource.text.tree import Parsed, Tree

_SPEAKING_PRONOUNS = frozenset({"he", "she", "they", "who"})
_HIGHEST = 12  # heads up from a quotation; longer ways lead out of its clause
_SCORE = 0.3


def speakers_beside(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    quotations: Sequence[Quotation],
    owner: Sequence[int | None],
) -> Iterator[tuple[int, Attribution]]:
    """Attributions without a cue, for speech that no other attribution covers.

    A fragment belongs to the nearest subject above it that can speak ("The mayor went after the board as 'a
    club'"). A whole sentence belongs to the subject of the words that lead in with a colon, or to the name before
    the colon of a headline.

    Yields:
        The quotation's index and its attribution.
    """
    for index, quotation in enumerate(quotations):
        tree = parsed.trees[quotation.blocks[0]]
        if owner[index] is not None or quotation.kind != "speech" or tree is None:
            continue
        block = quotation.blocks[0]
        found = _in_clause(tree, block, quotation, cast) or _led_in(article, tree, block, quotation, cast)
        if found is not None:
            source, reason = found
            yield index, Attribution(cue=None, source=source, content=(quotation.outer,), score=_SCORE, reason=reason)


def _in_clause(tree: Tree, block: int, quotation: Quotation, cast: Cast) -> tuple[Span, str] | None:
    rows = tree.rows(quotation.outer)
    head = next((row for row in rows if tree.heads[row] not in rows), None)
    if head is None:
        return None
    row = tree.heads[head]
    for _ in range(_HIGHEST):
        for child in tree.children[row]:
            if tree.deps[child] == "nsubj" and not _holds(tree, child, rows) and _can_speak(tree, block, child, cast):
                return _phrase(tree, child), "rule: the subject of the clause that the quotation stands in"
        if tree.heads[row] == row:
            return None
        row = tree.heads[row]
    return None


def _holds(tree: Tree, row: int, rows: range) -> bool:
    """Whether the phrase under ``row`` reaches into the quotation."""
    return tree.lefts[row] < rows.stop and rows.start <= tree.rights[row]


def _can_speak(tree: Tree, block: int, row: int, cast: Cast) -> bool:
    return tree.words[row].lower() in _SPEAKING_PRONOUNS or (block, row) in cast.at


def _phrase(tree: Tree, row: int) -> Span:
    """A noun with what stands before it and what hangs from it, up to a clause of its own."""
    last = row
    for child in tree.children[row]:
        if child > row and tree.deps[child] in {"prep", "appos", "compound", "flat", "case"}:
            last = max(last, tree.rights[child])
    return tree.span(tree.lefts[row], last)


def _led_in(article: Article, tree: Tree, block: int, quotation: Quotation, cast: Cast) -> tuple[Span, str] | None:
    """The subject of the words before a colon, or the name before the colon of a headline."""
    at = bisect_left(tree.starts, quotation.outer.start) - 1
    if at < 0 or tree.words[at] != ":":
        return None
    first = next(start for start, end in tree.sentences if start <= at < end)
    subjects = [row for row in range(first, at) if tree.deps[row] == "nsubj" and _can_speak(tree, block, row, cast)]
    if subjects:
        return _phrase(tree, subjects[0]), "rule: the subject of the words that lead in"
    names = [row for row in range(first, at) if (block, row) in cast.at]
    if (
        article.blocks[block].kind == "headline"
        and len(names) == 1
        and tree.heads[names[0]] not in range(first, names[0])
    ):
        return _phrase(tree, names[0]), "rule: the name before the colon of a headline"
    return None
