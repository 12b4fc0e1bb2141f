"""On whose word a figure is where no statement says so: "the ministry's count of 73", "a toll given by the mayor"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from twosource.extract.figures.measure_table import words_of
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Figure, Place, Source, SourceKind, Span, Statement, content_id

_REACH: Final = 14  # tokens between a number and the noun or verb of its frame
_CLOSE: Final = 4  # tokens from "estimates" to its number
_LONGEST_NAME: Final = 8
_PRONOUNS: Final = frozenset({"PRON", "DET"})
_KINDS: Final[dict[str, SourceKind]] = {"PERSON": "person", "ORG": "body", "GPE": "body", "NORP": "body"}
OWN_WORD: Final = "no source is named for it: the outlet's own word"


def on_whose_word(
    article: Article,
    parsed: Parsed,
    figures: Sequence[Figure],
    statements: Sequence[Statement],
    sources: Sequence[Source],
) -> tuple[tuple[Figure, ...], tuple[Source, ...]]:
    """The same figures with the sources that their sentences name, and the sources with those that are new.

    Args:
        article: A cleaned article.
        parsed: Its trees, one entry a block.
        figures: A figure that has a source keeps it.
        statements: Of the article.
        sources: Those of the article's statements.

    Returns:
        Figures in their order; sources with the added ones behind. A figure that nobody is named for says in its
        reason that it is the outlet's own word, unless it stands in a statement whose source is unknown.
    """
    added: dict[str, Source] = {}
    mentions = sorted((m.start, m.end, s.id) for s in sources for m in s.mentions if m.article == article.id)
    unknown = {one.id for one in statements if one.kind != "assertion"}
    kept = []
    for figure in figures:
        if figure.source is not None or not figure.measure or figure.statement in unknown:
            kept.append(figure)
            continue
        tree = _tree_at(article, parsed, figure)
        span = _named(tree, figure) if tree is not None else None
        if span is None:
            kept.append(replace(figure, reason=f"{figure.reason}; {OWN_WORD}"))
            continue
        near = next((key for start, end, key in mentions if start < span.end and span.start < end), None)
        key = near or _short_for(span.of(article.text), sources) or _added(article, tree, span, added)
        kept.append(replace(figure, source=key, reason=f"{figure.reason}; on the word of “{span.of(article.text)}”"))
    return tuple(kept), (*sources, *added.values())


def _tree_at(article: Article, parsed: Parsed, figure: Figure) -> Tree | None:
    for block, tree in zip(article.blocks, parsed.trees, strict=False):
        if block.start <= figure.start < block.end:
            return tree if tree is not None and len(tree) else None
    return None


def _named(tree: Tree, figure: Figure) -> Span | None:
    """Who keeps the count that the figure is the value of; None where nobody is named."""
    rows = tree.rows(figure.span)
    if not rows:
        return None
    sentence = tree.sentences[tree.sentence_of[rows[0]]]
    for row in range(rows[0] - 1, max(rows[0] - _REACH, sentence[0]) - 1, -1):
        if tree.words[row] in {";", ":"}:
            return None
        if tree.lemmas[row] in words_of("tallies") and tree.pos[row] in {"NOUN", "PROPN"}:
            keeper = _keeper(tree, row)
            if keeper is not None:
                return keeper
        if tree.lemmas[row] in words_of("estimating") and tree.pos[row] == "VERB" and rows[0] - row <= _CLOSE:
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
        if child > tally and tree.lemmas[child] in words_of("gave") and tree.tags[child] == "VBN":
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
    return (entity is not None and entity.label in _KINDS) or tree.lemmas[row] in words_of("keepers")


def _phrase(tree: Tree, row: int) -> Span | None:
    """The noun phrase, without possessive sign and relative clause; None for a pronoun or something that keeps no count."""
    if tree.pos[row] in _PRONOUNS or not _speaks(tree, row):
        return None
    first = max(tree.lefts[row], row - _LONGEST_NAME)
    return tree.span(first, row)


def _short_for(name: str, sources: Sequence[Source]) -> str | None:
    """The one body among the sources that a short form means: "the authority", in a headline "Authority"."""
    *before, noun = name.casefold().split() or [""]
    if before not in ([], ["the"]):
        return None
    bodies = [source for source in sources if source.kind == "body"]
    meant = [body.id for body in bodies if any(one.casefold().endswith(f" {noun}") for one in body.names)]
    return meant[0] if len(meant) == 1 else None


def _added(article: Article, tree: Tree | None, span: Span, added: dict[str, Source]) -> str:
    name = " ".join(span.of(article.text).split())
    key = content_id("s", article.id, name)
    rows = tree.rows(span) if tree is not None else range(0)
    entity = tree.entity_at.get(rows[-1]) if tree is not None and rows else None
    kind = _KINDS.get(entity.label, "body") if entity else "unnamed" if name.lower().endswith("s") else "body"
    here = Place(article=article.id, start=span.start, end=span.end)
    added.setdefault(
        key,
        Source(id=key, name=name, kind=kind, names=(name,), mentions=(here,), join_reason="named as whose count it is"),
    )
    return key
