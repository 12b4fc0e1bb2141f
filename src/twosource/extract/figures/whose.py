"""On whose word a figure is where no statement says so: "the ministry's count of 73", "a toll given by the mayor"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.language import Document, Tree
from twosource.model import Figure, Span, Statement

_REACH: Final = 14  # tokens between a number and the noun or verb of its frame
_CLOSE: Final = 4  # tokens from "estimates" to its number
_LONGEST_NAME: Final = 8
_PRONOUNS: Final = frozenset({"PRON", "DET"})
_KEEPERS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
OWN_WORD: Final = "no source is named for it: the outlet's own word"


def on_whose_word(
    document: Document, figures: Sequence[Figure], statements: Sequence[Statement], resolver: EntityResolver
) -> tuple[Figure, ...]:
    """The same figures with the sources that their sentences name.

    Args:
        document: The article.
        figures: A figure that has a source keeps it.
        statements: Of the article.
        resolver: Says who the words are that name whose count a figure is.

    Returns:
        Figures in their order. A figure that nobody is named for says in its reason that it is the outlet's own word,
        unless it stands in a statement whose source is unknown.
    """
    unknown = {one.id for one in statements if one.kind != "assertion"}
    kept = []
    for figure in figures:
        if figure.source is not None or not figure.measure or figure.statement in unknown:
            kept.append(figure)
            continue
        tree = document.tree_at(figure.start)
        span = _named(tree, figure) if tree is not None and len(tree) else None
        whose = resolver.vouches(span) if span is not None else None
        if span is None or whose is None or whose.entity is None:
            kept.append(replace(figure, reason=f"{figure.reason}; {OWN_WORD}"))
            continue
        words = span.of(document.text)
        kept.append(replace(figure, source=whose.entity, reason=f"{figure.reason}; on the word of “{words}”"))
    return tuple(kept)


def _named(tree: Tree, figure: Figure) -> Span | None:
    """Who keeps the count that the figure is the value of; None where nobody is named."""
    rows = tree.rows(figure.span)
    if not rows:
        return None
    sentence = tree.sentences[tree.sentence_of[rows[0]]]
    for row in range(rows[0] - 1, max(rows[0] - _REACH, sentence[0]) - 1, -1):
        if tree.words[row] in {";", ":"}:
            return None
        if tree.lemmas[row] in tree.lexicon.measures.tallies and tree.pos[row] in {"NOUN", "PROPN"}:
            keeper = _keeper(tree, row)
            if keeper is not None:
                return keeper
        if tree.lemmas[row] in tree.lexicon.measures.estimating and tree.pos[row] == "VERB" and rows[0] - row <= _CLOSE:
            subject = tree.child(row, "nsubj")
            return _phrase(tree, subject) if subject is not None else None
        if tree.lemmas[row] == "put" and tree.pos[row] == "VERB":
            subject = tree.child(row, "nsubj")
            return _phrase(tree, subject) if subject is not None and _puts_at(tree, row, rows[0]) else None
    return None


def _puts_at(tree: Tree, verb: int, number: int) -> bool:
    return any(tree.words[row].lower() == "at" for row in range(verb + 1, number))


def _keeper(tree: Tree, tally: int) -> Span | None:
    """As in "the ministry's count", "a toll given by the ministry", "an estimate from the ministry"."""
    owner = tree.child(tally, "poss")
    if owner is not None:
        return _phrase(tree, owner)
    for child in tree.children[tally]:
        if child > tally and tree.lemmas[child] in tree.lexicon.measures.gave and tree.tags[child] == "VBN":
            link = tree.child(child, "agent", "prep")
            keeper = tree.child(link, "pobj") if link is not None and tree.words[link].lower() == "by" else None
            return _phrase(tree, keeper) if keeper is not None else None
        if child > tally and tree.words[child].lower() in {"by", "from"}:
            keeper = tree.child(child, "pobj")
            return _phrase(tree, keeper) if keeper is not None and _speaks(tree, keeper) else None
    return None


def _speaks(tree: Tree, row: int) -> bool:
    """Whether it is somebody who can keep a count: "a toll from the storm" is nobody's."""
    entity = tree.entity_at.get(row)
    return (entity is not None and entity.label in _KEEPERS) or tree.lemmas[row] in tree.lexicon.measures.keepers


def _phrase(tree: Tree, row: int) -> Span | None:
    """The noun phrase, without possessive sign and relative clause; None for a pronoun or something that keeps no count."""
    if tree.pos[row] in _PRONOUNS or not _speaks(tree, row):
        return None
    first = max(tree.lefts[row], row - _LONGEST_NAME)
    return tree.span(first, row)
